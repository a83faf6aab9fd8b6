#include "engine/traffic/load_mix.h"

#include "tests/support/test_main.h"

#include <cmath>
#include <set>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

std::vector<std::string> drawn(const char* text, int count)
{
    const TargetTemplate target(text);
    Draw chance(1);
    std::vector<std::string> targets;
    for (int i = 0; i < count; ++i)
        targets.push_back(target.draw(chance));
    return targets;
}

LoadSpecTarget targetTo(const char* address, std::uint16_t port)
{
    return {.route = "r", .address = address, .port = port};
}

} // namespace

class LoadMixTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_range_draws_every_number_in_it_and_none_outside()
    {
        const auto targets = drawn("/books/{3..5}?page={1..1}", 200);
        const std::set<std::string> seen(targets.begin(), targets.end());
        QCOMPARE(seen, (std::set<std::string>{"/books/3?page=1", "/books/4?page=1", "/books/5?page=1"}));
    }

    void other_braces_stand_as_they_are()
    {
        for (const char* text : {"/a", "/a/{}", "/a/{x..y}", "/a/{5..3}", "/a/{1.2}", "/a/{1..", "/a/{-1..3}",
                                 "/a/{1..99999999999}", "/a/}{"})
            QCOMPARE(drawn(text, 1).front(), std::string(text));
    }

    void weights_are_kept()
    {
        std::vector<LoadSpecTarget> targets(3, targetTo("127.0.0.1", 80));
        targets[0].weight = 1;
        targets[1].weight = 0;
        targets[2].weight = 3;
        Problems problems;
        const auto mix = LoadMix::make(targets, problems);
        QVERIFY(mix);
        Draw chance(5);
        int counts[3] = {};
        for (int i = 0; i < 40'000; ++i)
            ++counts[mix->pick(chance)];
        QCOMPARE(counts[1], 0);
        QVERIFY(std::abs(counts[0] - 10'000) < 400);
    }

    void only_this_machine_is_a_target_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("127.0.0.1") << "127.0.0.1" << true;
        QTest::newRow("127.9.8.7") << "127.9.8.7" << true;
        QTest::newRow("::1") << "::1" << true;
        QTest::newRow("another host") << "192.0.2.7" << false;
        QTest::newRow("any") << "0.0.0.0" << false;
        QTest::newRow("another v6") << "2001:db8::1" << false;
        QTest::newRow("mapped v4") << "::ffff:192.0.2.7" << false;
        QTest::newRow("name") << "example.org" << false;
        QTest::newRow("name that looks local") << "127.0.0.1.example.org" << false;
        QTest::newRow("empty") << "" << false;
    }
    void only_this_machine_is_a_target()
    {
        QFETCH(QString, address);
        QFETCH(bool, allowed);
        Problems problems;
        const auto mix = LoadMix::make({targetTo(address.toUtf8().constData(), 80)}, problems);
        QCOMPARE(mix.has_value(), allowed);
        if (!allowed) {
            QCOMPARE(problems.front().code, std::string("load.not-loopback"));
            QCOMPARE(problems.front().pointer, std::string("/mix/0/address"));
        }
    }

    void every_fault_is_named()
    {
        LoadSpec spec;
        spec.arrivals = "sometimes";
        spec.mix = {targetTo("127.0.0.1", 0), targetTo("127.0.0.1", 80), targetTo("127.0.0.1", 80)};
        spec.mix[1].method = "GE T";
        spec.mix[1].target = "books";
        spec.mix[2].headers = {{"x-a", "b\r\nhost: evil"}};
        std::vector<std::string> pointers;
        for (const Problem& problem : checkLoad(spec))
            pointers.push_back(problem.pointer);
        QCOMPARE(pointers, (std::vector<std::string>{"/arrivals", "/mix/0/port", "/mix/1/method",
                                                     "/mix/1/target", "/mix/2/headers"}));
    }

    void a_mix_without_weight_is_refused()
    {
        LoadSpec spec;
        spec.mix = {targetTo("127.0.0.1", 80)};
        spec.mix[0].weight = 0;
        QCOMPARE(checkLoad(spec).front().code, std::string("load.no-weight"));
        spec.mix.clear();
        QCOMPARE(checkLoad(spec).front().code, std::string("load.no-weight"));
    }
};

GATEHOUSE_TEST(LoadMixTest)
#include "load_mix_test.moc"
