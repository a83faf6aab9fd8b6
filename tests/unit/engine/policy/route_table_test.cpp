#include "engine/base/draw.h"
#include "engine/policy/route_table.h"
#include "reference_matcher.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cstdlib>
#include <new>

using namespace gatehouse;
using namespace gatehouse::policy;

namespace {

std::size_t allocations = 0;

MatchSpec path(PathKind kind, std::string value)
{
    MatchSpec match;
    match.pathKind = kind;
    match.path = std::move(value);
    return match;
}

MatchSpec prefix(std::string value)
{
    return path(PathKind::prefix, std::move(value));
}
MatchSpec exact(std::string value)
{
    return path(PathKind::exact, std::move(value));
}

/// Builds a table rule by rule; rule ids count from 0.
class TableBuilder
{
public:
    TableBuilder& listener(std::string hostname)
    {
        listeners.push_back({std::uint32_t(listeners.size()),
                             "edge/l" + std::to_string(listeners.size()),
                             std::move(hostname),
                             {}});
        return *this;
    }
    TableBuilder& rule(std::vector<MatchSpec> matches, std::vector<std::string> hostnames = {},
                       std::string routeKey = {}, std::int64_t createdAt_s = 0)
    {
        if (listeners.empty())
            listener("");
        RuleSpec spec;
        spec.rule = next_;
        spec.ruleOrder = next_++;
        spec.routeKey = routeKey.empty() ? "route" : std::move(routeKey);
        spec.createdAt_s = createdAt_s;
        spec.hostnames = std::move(hostnames);
        spec.matches = std::move(matches);
        listeners.back().rules.push_back(std::move(spec));
        return *this;
    }
    std::shared_ptr<const RouteTable> table()
    {
        Problems problems;
        auto result = RouteTable::compile(listeners, problems);
        [&] { QVERIFY2(problems.empty(), problems.empty() ? "" : problems[0].message.c_str()); }();
        return result;
    }

    std::vector<ListenerSpec> listeners;

private:
    std::uint32_t next_ = 0;
};

int ruleFor(const RouteTable& table, std::string_view path, std::string_view method = "GET",
            std::vector<FieldView> headers = {}, std::string_view query = {},
            std::string_view host = "example.org")
{
    const auto match = table.find({host, path, query, method, headers});
    return match ? int(match->rule) : -1;
}

struct RandomRequest {
    std::string host, path, query, method;
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<FieldView> views;
    RequestFacts facts()
    {
        views.clear();
        for (const auto& [name, value] : fields)
            views.push_back({name, value});
        return {host, path, query, method, views};
    }
};

const char* pick(Draw& draw, std::initializer_list<const char*> from)
{
    return from.begin()[draw.below(from.size())];
}

std::string randomPath(Draw& draw)
{
    std::string text;
    for (auto n = draw.below(4); n > 0; --n)
        text += std::string("/") +
                pick(draw, {"a", "b", "ab", "", "longer-segment-than-the-head-of-an-entry-holds"});
    if (text.empty() || draw.below(4) == 0)
        text += "/";
    return text;
}

std::vector<ListenerSpec> randomListeners(Draw& draw)
{
    std::vector<ListenerSpec> listeners;
    std::vector<std::string> taken;
    std::uint32_t rule = 0;
    for (auto n = 1 + draw.below(4); n > 0; --n) {
        const std::string hostname =
            pick(draw, {"", "a.example.org", "*.example.org", "*.a.example.org", "*.org"});
        if (std::count(taken.begin(), taken.end(), hostname))
            continue;
        taken.push_back(hostname);
        ListenerSpec listener{std::uint32_t(listeners.size() + 40), "l" + hostname, hostname, {}};
        for (auto r = draw.below(12); r > 0; --r) {
            RuleSpec spec;
            spec.rule = rule++;
            spec.ruleOrder = std::uint32_t(draw.below(2)) * 100 + spec.rule;
            spec.routeKey = pick(draw, {"a/x", "a/y", "b/x"});
            spec.createdAt_s = std::int64_t(draw.below(2));
            for (auto h = draw.below(3); h > 0; --h)
                spec.hostnames.emplace_back(pick(draw, {"a.example.org", "b.example.org", "*.example.org",
                                                        "*.a.example.org", "*.Org", "c.b.example.org"}));
            for (auto m = draw.below(3); m > 0; --m) {
                auto match = path(draw.below(2) ? PathKind::exact : PathKind::prefix, randomPath(draw));
                if (draw.below(3) == 0)
                    match.method = pick(draw, {"GET", "POST"});
                for (auto h = draw.below(3); h > 0; --h)
                    match.headers.push_back({ValueKind::exact, pick(draw, {"Version", "version", "tenant"}),
                                             pick(draw, {"one", "two", "one,two"})});
                for (auto q = draw.below(3); q > 0; --q)
                    match.query.push_back({ValueKind::exact, pick(draw, {"animal", "Animal", "color"}),
                                           pick(draw, {"whale", "blue"})});
                spec.matches.push_back(match);
            }
            listener.rules.push_back(std::move(spec));
        }
        listeners.push_back(std::move(listener));
    }
    return listeners;
}

RandomRequest randomRequest(Draw& draw)
{
    RandomRequest request;
    request.host = pick(draw, {"a.example.org", "A.Example.ORG.", "b.example.org", "c.b.example.org",
                               "x.a.example.org", "example.org", "other.net", ""});
    request.path = randomPath(draw);
    request.method = pick(draw, {"GET", "POST", "PUT"});
    for (auto q = draw.below(3); q > 0; --q)
        request.query +=
            std::string(request.query.empty() ? "" : "&") +
            pick(draw, {"animal=whale", "animal=blue", "Animal=whale", "color=blue", "color", "=x"});
    for (auto h = draw.below(3); h > 0; --h)
        request.fields.emplace_back(pick(draw, {"VERSION", "Version", "tenant"}), pick(draw, {"one", "two"}));
    return request;
}

} // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

class RouteTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_prefix_ends_at_a_segment()
    {
        const auto table =
            TableBuilder().rule({prefix("/")}).rule({prefix("/v2")}).rule({prefix("/v3/")}).table();
        QCOMPARE(ruleFor(*table, "/v2"), 1);
        QCOMPARE(ruleFor(*table, "/v2/"), 1);
        QCOMPARE(ruleFor(*table, "/v2/x"), 1);
        QCOMPARE(ruleFor(*table, "/v2example"), 0);
        QCOMPARE(ruleFor(*table, "/foo/v2"), 0);
        QCOMPARE(ruleFor(*table, "/V2"), 0);
        QCOMPARE(ruleFor(*table, "/v3"), 2);
        QCOMPARE(ruleFor(*table, "*"), 0);
    }

    void tells_how_much_of_the_path_a_prefix_took()
    {
        const auto table =
            TableBuilder().rule({prefix("/")}).rule({prefix("/v2/")}).rule({exact("/v2/only")}).table();
        QCOMPARE(int(table->find({"h", "/v2/x", "", "GET", {}})->prefixLength), 3);
        QCOMPARE(int(table->find({"h", "/other", "", "GET", {}})->prefixLength), 0);
        QCOMPARE(int(table->find({"h", "/v2/only", "", "GET", {}})->prefixLength), 0);
    }

    void exact_beats_prefix_and_longer_beats_shorter()
    {
        const auto table = TableBuilder()
                               .rule({prefix("/match")})
                               .rule({prefix("/match/exact")})
                               .rule({exact("/match/exact")})
                               .rule({path(PathKind::regex, "/match/.*")})
                               .rule({path(PathKind::regex, "/re/[0-9]+")})
                               .table();
        QCOMPARE(ruleFor(*table, "/match/exact"), 2);
        QCOMPARE(ruleFor(*table, "/match/exact/"), 1);
        QCOMPARE(ruleFor(*table, "/match/any"), 0);
        QCOMPARE(ruleFor(*table, "/re/17"), 4);
        QCOMPARE(ruleFor(*table, "/re/17x"), -1);
    }

    void a_better_path_that_fails_otherwise_leaves_the_others_their_turn()
    {
        auto strict = exact("/a/b");
        strict.method = "POST";
        auto deep = prefix("/a/b");
        deep.headers.push_back({ValueKind::exact, "version", "two"});
        const auto table = TableBuilder()
                               .rule({strict}, {"example.org"})
                               .rule({deep})
                               .rule({prefix("/a")}, {"*.org"})
                               .table();
        QCOMPARE(ruleFor(*table, "/a/b", "POST"), 0);
        QCOMPARE(ruleFor(*table, "/a/b", "GET", {{"Version", "two"}}), 2); // *.org is more specific than none
        QCOMPARE(ruleFor(*table, "/a/b", "GET", {{"Version", "two"}}, {}, "example.net"), 1);
        QCOMPARE(ruleFor(*table, "/a/b", "GET", {}, {}, "example.net"), -1);
    }

    void a_request_belongs_to_one_listener()
    {
        const auto table = TableBuilder()
                               .listener("")
                               .rule({prefix("/empty")})
                               .listener("*.example.com")
                               .rule({prefix("/wildcard")})
                               .listener("*.foo.example.com")
                               .rule({prefix("/deeper")})
                               .listener("abc.foo.example.com")
                               .rule({prefix("/exact")})
                               .table();
        const auto at = [&](const char* host, const char* path) {
            return ruleFor(*table, path, "GET", {}, {}, host);
        };
        QCOMPARE(at("bar.com", "/empty"), 0);
        QCOMPARE(at("bar.com", "/wildcard"), -1);
        QCOMPARE(at("bar.example.com", "/wildcard"), 1);
        QCOMPARE(at("bar.example.com", "/empty"), -1);
        QCOMPARE(at("x.y.foo.example.com", "/deeper"), 2);
        QCOMPARE(at("x.foo.example.com", "/wildcard"), -1);
        QCOMPARE(at("ABC.foo.example.com.", "/exact"), 3);
        QCOMPARE(at("abc.foo.example.com", "/deeper"), -1);
        QCOMPARE(at("example.com", "/wildcard"), -1);
    }

    void says_whether_the_listener_or_the_route_was_missing()
    {
        const auto table = TableBuilder().listener("a.org").rule({prefix("/x")}).table();
        Miss miss = Miss::none;
        QVERIFY(!table->find({"b.org", "/x", "", "GET", {}}, &miss));
        QCOMPARE(miss, Miss::noListener);
        QVERIFY(!table->find({"a.org", "/y", "", "GET", {}}, &miss));
        QCOMPARE(miss, Miss::noRoute);
        QVERIFY(table->find({"a.org", "/x", "", "GET", {}}, &miss));
        QCOMPARE(miss, Miss::none);
    }

    void header_names_ignore_case_and_values_do_not()
    {
        auto match = prefix("/");
        match.headers = {{ValueKind::exact, "Version", "two"}, {ValueKind::exact, "VERSION", "ignored"}};
        const auto table = TableBuilder().rule({match}).table();
        QCOMPARE(ruleFor(*table, "/", "GET", {{"vErSiOn", "two"}}), 0);
        QCOMPARE(ruleFor(*table, "/", "GET", {{"version", "Two"}}), -1);
        QCOMPARE(ruleFor(*table, "/", "GET", {{"version", "two"}, {"version", "three"}}), -1);
        QCOMPARE(ruleFor(*table, "/"), -1);
    }

    void a_repeated_header_counts_as_one_joined_list()
    {
        auto list = prefix("/");
        list.headers = {{ValueKind::exact, "Accept", "a, b"}};
        auto regex = prefix("/re");
        regex.headers = {{ValueKind::regex, "Accept", "a, .*z"}};
        const auto table = TableBuilder().rule({list}).rule({regex}).table();
        QCOMPARE(ruleFor(*table, "/", "GET", {{"accept", "a"}, {"x", "y"}, {"accept", "b"}}), 0);
        QCOMPARE(ruleFor(*table, "/", "GET", {{"accept", "b"}, {"accept", "a"}}), -1);
        QCOMPARE(ruleFor(*table, "/re", "GET", {{"accept", "a"}, {"accept", "xyz"}}), 1);
    }

    void query_parameters_match_by_name_and_first_value()
    {
        auto match = prefix("/");
        match.query = {{ValueKind::exact, "animal", "whale"}};
        auto spaced = prefix("/");
        spaced.query = {{ValueKind::exact, "q", "a b"}, {ValueKind::regex, "n", "[0-9]+"}};
        const auto table = TableBuilder().rule({match}).rule({spaced}).table();
        const auto at = [&](std::string_view query) { return ruleFor(*table, "/", "GET", {}, query); };
        QCOMPARE(at("animal=whale"), 0);
        QCOMPARE(at("x=1&animal=whale&y"), 0);
        QCOMPARE(at("animal=wh%61le"), 0);
        QCOMPARE(at("ANIMAL=whale"), -1);
        QCOMPARE(at("animal=whaledolphin"), -1);
        QCOMPARE(at("animal=dolphin&animal=whale"), -1);
        QCOMPARE(at("animal=whale&animal=dolphin"), 0);
        QCOMPARE(at("animal"), -1);
        QCOMPARE(at("q=a%20b&n=17"), 1);
        QCOMPARE(at("q=a%20b&n=x"), -1);
        QCOMPARE(at("animal=whal%6"), -1);
    }

    void ties_fall_in_the_specified_order()
    {
        auto method = prefix("/");
        method.method = "GET";
        auto oneHeader = prefix("/");
        oneHeader.headers = {{ValueKind::exact, "a", "1"}};
        auto twoHeaders = oneHeader;
        twoHeaders.headers.push_back({ValueKind::exact, "b", "1"});
        auto query = prefix("/");
        query.query = {{ValueKind::exact, "q", "1"}};
        const std::vector<FieldView> headers{{"a", "1"}, {"b", "1"}};
        const auto winner = [&](std::vector<std::pair<MatchSpec, int>> rules) {
            TableBuilder builder;
            for (auto& [match, age] : rules)
                builder.rule({match}, {}, "r" + std::to_string(age), age);
            return ruleFor(*builder.table(), "/", "GET", headers, "q=1");
        };
        QCOMPARE(winner({{query, 0}, {oneHeader, 0}, {twoHeaders, 0}, {method, 0}}), 3);
        QCOMPARE(winner({{query, 0}, {oneHeader, 0}, {twoHeaders, 0}}), 2);
        QCOMPARE(winner({{query, 0}, {oneHeader, 0}}), 1);
        QCOMPARE(winner({{prefix("/"), 0}, {query, 5}}), 1);
        QCOMPARE(winner({{query, 2}, {query, 1}}), 1);
        QCOMPARE(
            ruleFor(*TableBuilder().rule({prefix("/")}, {}, "ns/b").rule({prefix("/")}, {}, "ns/a").table(),
                    "/"),
            1);
        QCOMPARE(ruleFor(*TableBuilder().rule({prefix("/")}).rule({prefix("/")}).table(), "/"), 0);
    }

    void refuses_what_it_cannot_compile_and_keeps_the_rest()
    {
        TableBuilder builder;
        builder.rule({path(PathKind::regex, "/(")}).rule({prefix("/ok")}).rule({prefix("relative")});
        builder.rule({path(PathKind::regex, "((a{100}){100}){10}")});
        std::string deep;
        for (int i = 0; i < 600; ++i)
            deep += "/x";
        builder.rule({exact(deep)});
        Problems problems;
        const auto table = RouteTable::compile(builder.listeners, problems);
        std::vector<std::string> seen;
        for (const auto& problem : problems)
            seen.push_back(problem.pointer + " " + problem.code);
        QCOMPARE(seen, (std::vector<std::string>{"/0/0/0 route.bad-regex", "/0/2/0 route.bad-path",
                                                 "/0/3/0 route.bad-regex", "/0/4/0 route.path-too-long"}));
        QCOMPARE(ruleFor(*table, "/ok"), 1);
    }

    void explains_the_winner_and_what_differed()
    {
        auto header = prefix("/cat");
        header.headers = {{ValueKind::exact, "version", "two"}};
        const auto table = TableBuilder()
                               .rule({prefix("/")}, {}, "fallback")
                               .rule({prefix("/cat")}, {}, "cat")
                               .rule({header}, {}, "canary")
                               .rule({prefix("/dog")}, {}, "dog")
                               .rule({prefix("/cat")}, {"other.org"}, "other")
                               .listener("x.net")
                               .rule({prefix("/")}, {}, "far")
                               .table();
        const std::vector<FieldView> headers{{"version", "one"}};
        const auto told = table->explain({"example.org", "/cat/1", "", "GET", headers});
        QCOMPARE(told.winner->rule, 1u);
        QCOMPARE(told.listenerKey, std::string("edge/l0"));
        QCOMPARE(told.total, std::size_t(6));
        QCOMPARE(told.considered.size(), std::size_t(6));
        QCOMPARE(told.considered[0].routeKey, std::string("cat"));
        QCOMPARE(told.considered[0].differs, Differs::nothing);
        QCOMPARE(told.considered[1].routeKey, std::string("fallback"));
        QCOMPARE(told.considered[1].differs, Differs::lessSpecific);
        QCOMPARE(told.considered[1].tieBreak, std::string("longer path"));
        QCOMPARE(told.considered[2].expected, std::string("header version: two"));
        QCOMPARE(told.considered[2].got, std::string("one"));
        QCOMPARE(told.considered[3].expected, std::string("PathPrefix /dog"));
        QCOMPARE(told.considered[4].differs, Differs::hostname);
        QCOMPARE(told.considered[5].differs, Differs::listener);
        QCOMPARE(table->explain({"example.org", "/cat/1", "", "GET", headers}, 2).considered.size(),
                 std::size_t(2));
    }

    void finds_without_allocating()
    {
        auto match = prefix("/a");
        match.headers = {{ValueKind::exact, "version", "two"}};
        match.query = {{ValueKind::exact, "q", "1"}};
        const auto table = TableBuilder().listener("*.org").rule({match}, {"example.org"}).table();
        const std::vector<FieldView> headers{{"Version", "two"}};
        const RequestFacts facts{"Example.ORG", "/a/b/c/d", "x=%31&q=%31", "GET", headers};
        const auto before = allocations;
        const auto found = table->find(facts);
        QCOMPARE(allocations, before);
        QVERIFY(found.has_value());
    }

    void agrees_with_the_reference_in_any_order_of_the_rules()
    {
        const auto seed = qEnvironmentVariableIsSet("GATEHOUSE_SEED")
                              ? qEnvironmentVariable("GATEHOUSE_SEED").toULongLong()
                              : Draw::seedFromSystem();
        qInfo("repeat with GATEHOUSE_SEED=%llu", static_cast<unsigned long long>(seed));
        Draw draw(seed);
        int matched = 0;
        for (int round = 0; round < 3000; ++round) {
            auto listeners = randomListeners(draw);
            Problems problems;
            const auto table = RouteTable::compile(listeners, problems);
            QVERIFY(problems.empty());
            for (auto& listener : listeners) {
                for (auto i = listener.rules.size(); i > 1; --i)
                    std::swap(listener.rules[i - 1], listener.rules[draw.below(i)]);
            }
            const auto shuffled = RouteTable::compile(listeners, problems);
            for (int i = 0; i < 12; ++i) {
                auto request = randomRequest(draw);
                const auto facts = request.facts();
                Miss miss = Miss::none, expectedMiss = Miss::none;
                const auto expected = tests::referenceFind(listeners, facts, expectedMiss);
                const auto what =
                    QStringLiteral("round %1: %2 %3%4?%5")
                        .arg(round)
                        .arg(QString::fromStdString(request.method), QString::fromStdString(request.host),
                             QString::fromStdString(request.path), QString::fromStdString(request.query))
                        .toUtf8();
                for (const auto* subject : {table.get(), shuffled.get()}) {
                    const auto found = subject->find(facts, &miss);
                    QVERIFY2(found.has_value() == expected.has_value(), what);
                    QCOMPARE(miss, expectedMiss);
                    const auto told = subject->explain(facts);
                    QVERIFY2(told.winner.has_value() == expected.has_value(), what);
                    if (!expected)
                        continue;
                    ++matched;
                    QVERIFY2(found->rule == expected->rule, what);
                    QCOMPARE(found->listener, expected->listener);
                    QCOMPARE(found->prefixLength, expected->prefixLength);
                    QVERIFY2(told.considered.front().rule == expected->rule, what);
                    QCOMPARE(told.considered.front().differs, Differs::nothing);
                }
            }
        }
        QVERIFY(matched > 3000);
    }
};

GATEHOUSE_TEST(RouteTableTest)
#include "route_table_test.moc"
