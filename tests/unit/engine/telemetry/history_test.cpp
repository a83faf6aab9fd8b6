#include "tests/support/test_main.h"

#include "engine/telemetry/history.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace gatehouse::telemetry;

namespace {

constexpr std::int64_t now_s = 1'790'000'000;

HistorySecond second(std::int64_t at_s, std::uint64_t requests, float p50_ms = 0)
{
    HistorySecond made;
    made.at_s = at_s;
    made.leg = {"edge/public", "catalog", "catalog-v1"};
    made.requests = requests;
    made.byClass[2] = requests;
    made.inFlight = requests / 10;
    made.latency.any = p50_ms > 0;
    made.latency.ms = {p50_ms, p50_ms * 2, p50_ms * 3, p50_ms * 4};
    return made;
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

    static std::string fileIn(const QTemporaryDir& folder)
    {
        return folder.filePath(QStringLiteral(".gatehouse/shop.history.sqlite")).toStdString();
    }

private Q_SLOTS:
    void gives_back_what_was_appended_oldest_first()
    {
        const QTemporaryDir folder;
        History history(fileIn(folder));
        QVERIFY(!history.append({second(now_s, 30, 4)}));
        QVERIFY(!history.append({second(now_s + 1, 0)}));
        const auto rows = history.read(now_s - 10, now_s + 10, 100);
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].at_s, now_s);
        QCOMPARE(rows[0].leg.backend, std::string("catalog-v1"));
        QCOMPARE(rows[0].requests, std::uint64_t(30));
        QCOMPARE(rows[0].byClass[2], std::uint64_t(30));
        QCOMPARE(rows[0].latency.ms[3], 16.0f);
        QVERIFY(!rows[1].latency.any);
        QCOMPARE(history.read(now_s, now_s, 100).size(), std::size_t(1));
        QCOMPARE(history.read(0, now_s + 10, 1).size(), std::size_t(1));
    }

    void adds_up_what_two_engines_or_two_ticks_say_of_one_second()
    {
        const QTemporaryDir folder;
        History one(fileIn(folder));
        History two(fileIn(folder));
        QVERIFY(!one.append({second(now_s, 30, 4)}));
        QVERIFY(!two.append({second(now_s, 12, 9)}));
        QVERIFY(!one.append({second(now_s, 5)}));
        const auto rows = two.read(now_s, now_s, 100);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].requests, std::uint64_t(47));
        QCOMPARE(rows[0].byClass[2], std::uint64_t(47));
        QCOMPARE(rows[0].inFlight, std::uint64_t(3));
        QVERIFY(rows[0].latency.any);
        QCOMPARE(rows[0].latency.ms[0], 9.0f);
    }

    void forgets_what_is_older_than_a_day()
    {
        const QTemporaryDir folder;
        History history(fileIn(folder));
        QVERIFY(!history.append({second(now_s - History::keep_s - 1, 1)}));
        QVERIFY(!history.append({second(now_s - History::keep_s + 1, 2)}));
        QVERIFY(!history.append({second(now_s, 3)}));
        const auto rows = history.read(0, now_s, 100);
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].requests, std::uint64_t(2));
    }

    void keeps_the_busiest_of_too_many_ways()
    {
        const QTemporaryDir folder;
        History history(fileIn(folder));
        std::vector<HistorySecond> seconds;
        for (std::size_t i = 0; i < History::maxLegsPerSecond + 50; ++i) {
            seconds.push_back(second(now_s, i + 1));
            seconds.back().leg.route = std::to_string(i);
        }
        QVERIFY(!history.append(seconds));
        const auto rows = history.read(now_s, now_s, 10'000);
        QCOMPARE(rows.size(), History::maxLegsPerSecond);
        for (const auto& row : rows)
            QVERIFY(row.requests > 50);
    }

    void is_for_its_owner_alone()
    {
        const QTemporaryDir folder;
        History history(fileIn(folder));
        QVERIFY(!history.append({second(now_s, 1)}));
        const QFileInfo file(QString::fromStdString(fileIn(folder)));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(file.permissions() & others));
        QVERIFY(!(QFileInfo(file.path()).permissions() & (others | QFile::ExeGroup | QFile::ExeOther)));
    }

    void says_once_that_it_cannot_be_kept_and_goes_on_when_it_can()
    {
        const QTemporaryDir folder;
        const QString inTheWay = folder.filePath(QStringLiteral(".gatehouse"));
        QFile file(inTheWay);
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        History history(fileIn(folder));
        const auto problem = history.append({second(now_s, 1)});
        QVERIFY(problem);
        QCOMPARE(problem->code, std::string("history.unavailable"));
        QVERIFY(!history.append({second(now_s + 1, 1)}));
        QVERIFY(!history.append({second(now_s + 30, 1)})); // tried again, still failing, already said
        QVERIFY(QFile::remove(inTheWay));
        QVERIFY(!history.append({second(now_s + 60, 7)}));
        const auto rows = history.read(0, now_s + 100, 100);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].requests, std::uint64_t(7));
    }
};

GATEHOUSE_TEST(HistoryTest)
#include "history_test.moc"
