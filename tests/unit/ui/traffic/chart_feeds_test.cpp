#include "tests/support/test_main.h"

#include "ui/traffic/chart_feeds.h"

#include <cmath>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

constexpr double start_ms = 1'000'000'000;

api::Leg leg(const std::string& route, const std::string& backend, std::int64_t ok, std::int64_t failed,
             std::int64_t refused)
{
    api::Leg made;
    made.listener = "edge/public";
    made.route = route;
    made.backend = backend;
    made.requests = ok + failed + refused;
    made.s2xx = ok;
    made.s5xx = failed;
    made.s4xx = refused;
    made.refused = refused;
    return made;
}

/// `seconds` of ten frames each; every leg of the last frame grows evenly.
void run(LiveStore& live, int seconds, const std::vector<api::Leg>& perTenth)
{
    for (int i = 0; i <= seconds * 10; ++i) {
        api::TelemetryFrame frame{.sequence = i + 1, .at_ms = start_ms + i * 100, .revision = 1};
        for (api::Leg one : perTenth) {
            one.requests *= i;
            one.s2xx *= i;
            one.s4xx *= i;
            one.s5xx *= i;
            one.refused *= i;
            frame.requests += one.requests;
            frame.legs.push_back(one);
        }
        live.take(frame);
    }
}

workspace::Workspace withVersions()
{
    workspace::Workspace w;
    w.services = {{.name = "users"},
                  {.name = "catalog-v1", .app = "catalog", .version = "v1"},
                  {.name = "catalog-v2", .app = "catalog", .version = "v2"}};
    return w;
}

} // namespace

class ChartFeedsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void at_most_six_series_and_the_rest_as_others();
    void stable_is_series_one_and_canary_series_two();
    void the_status_mix_counts_each_answer_once();
    void bins_go_on_where_they_ended();
    void load_latencies_keep_the_peak_of_a_bin_and_gaps();
};

void ChartFeedsTest::at_most_six_series_and_the_rest_as_others()
{
    LiveStore live;
    std::vector<api::Leg> legs;
    for (int i = 1; i <= 8; ++i)
        legs.push_back(leg("r" + std::to_string(i), "b", i, 0, 0));
    run(live, 20, legs);
    const ChartFeed feed = requestsFeed(RequestsBy::route, live, {});
    QCOMPARE(feed.spec.series.size(), std::size_t(6));
    QCOMPARE(feed.spec.series[0].key, QStringLiteral("r4")); // the five busiest, in their order
    QCOMPARE(feed.spec.series[5].key, QStringLiteral("others"));
    SeriesTable table(6, 100);
    appendBins(feed, live, {}, start_ms, start_ms + 10'000, 1000, table);
    QCOMPARE(table.rows(), std::size_t(10));
    QCOMPARE(table.value(5, 5), 60.0); // (1 + 2 + 3) · 10
    QCOMPARE(table.value(0, 5), 40.0);
}

void ChartFeedsTest::stable_is_series_one_and_canary_series_two()
{
    const LiveStore live;
    const ChartFeed feed = requestsFeed(RequestsBy::version, live, withVersions());
    QCOMPARE(feed.spec.series[0].key, QStringLiteral("catalog-v1"));
    QCOMPARE(feed.spec.series[0].style, 0);
    QCOMPARE(feed.spec.series[1].key, QStringLiteral("catalog-v2"));
    QCOMPARE(feed.spec.series[1].style, 1);
}

void ChartFeedsTest::the_status_mix_counts_each_answer_once()
{
    LiveStore live;
    run(live, 10, {leg("a", "b", 90, 4, 0), leg("", "", 0, 0, 6)});
    SeriesTable table(5, 100);
    const ChartFeed feed = statusFeed();
    appendBins(feed, live, {}, start_ms, start_ms + 5000, 1000, table);
    double sum = 0;
    for (int k = 0; k < 5; ++k)
        sum += table.value(k, 3);
    QCOMPARE(sum, 1000.0);
    QCOMPARE(feed.spec.series[3].key, QStringLiteral("refused"));
    QCOMPARE(table.value(3, 3), 60.0);
    QCOMPARE(table.value(2, 3), 0.0);
    QCOMPARE(table.value(4, 3), 40.0);
}

void ChartFeedsTest::bins_go_on_where_they_ended()
{
    LiveStore live;
    run(live, 10, {leg("a", "b", 5, 0, 0)});
    const ChartFeed feed = requestsFeed(RequestsBy::route, live, {});
    SeriesTable table(1, 100);
    appendBins(feed, live, {}, start_ms, start_ms + 3000, 1000, table);
    appendBins(feed, live, {}, start_ms + 3000, start_ms + 7000, 1000, table);
    QCOMPARE(table.rows(), std::size_t(7));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        QCOMPARE(table.time_ms(row), start_ms + double(row + 1) * 1000);
        QCOMPARE(table.value(0, row), 50.0);
    }
}

void ChartFeedsTest::load_latencies_keep_the_peak_of_a_bin_and_gaps()
{
    LoadLatencies latencies;
    latencies.take(100, {.latency_ms = {1, 2, 3, 4}});
    latencies.take(200, {.latency_ms = {1, 2, 30, 40}});
    latencies.take(300, {});
    QCOMPARE(latencies.largest(2, 0, 1000), 30.0);
    QCOMPARE(latencies.largest(0, 0, 1000), 1.0);
    QVERIFY(std::isnan(latencies.largest(0, 200, 1000)));
}

GATEHOUSE_TEST(ChartFeedsTest)
#include "chart_feeds_test.moc"
