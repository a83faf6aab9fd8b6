#include "tests/support/test_main.h"
#include "ui/client/live_store.h"
#include "ui/client/quantile_mix.h"

#include <cmath>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

constexpr double start_ms = 1'700'000'000'000;

/// A frame at slot `n` with one leg whose counters stand at `requests`, `errors` of them 5xx.
api::TelemetryFrame frameAt(int n, std::int64_t requests, std::int64_t errors = 0)
{
    api::Leg leg;
    leg.listener = "edge/public";
    leg.route = "catalog";
    leg.backend = "catalog-v1";
    leg.requests = requests;
    leg.s2xx = requests - errors;
    leg.s5xx = errors;
    leg.inFlight = 3;
    leg.latency_ms = {1, 2, 4, 8};
    api::TelemetryFrame frame;
    frame.sequence = n + 1;
    frame.at_ms = start_ms + n * 100.0;
    frame.requests = requests;
    frame.errors = errors;
    frame.latency_ms = leg.latency_ms;
    frame.legs = {leg};
    return frame;
}

} // namespace

class LiveStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rates_come_from_cumulative_counts()
    {
        LiveStore store;
        for (int n = 0; n <= 20; ++n)
            store.take(frameAt(n, 1000 + n * 5, n));
        const Now now = store.now(Scope::ofRoute("catalog"));
        QCOMPARE(now.rate_per_s, 50.0);
        QCOMPARE(now.errorShare, 0.2);
        QCOMPARE(now.inFlight, 3.0);
        QVERIFY(std::abs(now.p99_ms - 4) < 0.01);
        QCOMPARE(store.now(Scope::leaving("catalog", "catalog-v1")).rate_per_s, 50.0);
        QCOMPARE(store.now(Scope::ofRoute("orders")).rate_per_s, 0.0);
    }

    void counts_before_the_first_frame_are_no_spike()
    {
        LiveStore store;
        store.take(frameAt(0, 1'000'000));
        store.take(frameAt(1, 1'000'001));
        for (const Sample& s : store.series(Scope::all(), Metric::rate, start_ms - 2000, start_ms + 200, 100))
            QVERIFY(std::isnan(s.value) || s.value <= 10.0);
    }

    void one_missing_frame_is_bridged_and_a_long_hole_is_a_gap()
    {
        LiveStore store;
        store.take(frameAt(0, 0));
        store.take(frameAt(1, 10));
        store.take(frameAt(3, 30)); // one frame was dropped
        store.take(frameAt(40, 1000));
        store.take(frameAt(41, 1010));
        const auto samples = store.series(Scope::all(), Metric::rate, start_ms, start_ms + 4100, 100);
        QCOMPARE(samples.size(), std::size_t(41));
        QCOMPARE(samples[1].value, 100.0); // bin that ends at slot 2
        QCOMPARE(samples[2].value, 100.0);
        QVERIFY(std::isnan(samples[10].value));
        QVERIFY(std::isnan(samples[39].value));
        QCOMPARE(samples[40].value, 100.0);
    }

    void a_restarted_engine_is_no_dip_and_an_event()
    {
        LiveStore store;
        for (int n = 0; n < 10; ++n)
            store.take(frameAt(n, 500 + n * 10));
        api::TelemetryFrame again = frameAt(30, 20);
        again.sequence = 1;
        store.take(again);
        for (const Sample& s : store.series(Scope::all(), Metric::rate, start_ms, start_ms + 3000, 100))
            QVERIFY(std::isnan(s.value) || s.value >= 0);
        QCOMPARE(store.events().size(), std::size_t(1));
        QCOMPARE(store.events()[0].code, QStringLiteral("engine.restarted"));
    }

    void wider_bins_are_means()
    {
        LiveStore store;
        for (int n = 0; n <= 100; ++n)
            store.take(frameAt(n, n * 7));
        const auto samples = store.series(Scope::all(), Metric::rate, start_ms, start_ms + 10'000, 1000);
        QVERIFY(samples.size() >= 9);
        for (std::size_t i = 1; i < samples.size(); ++i)
            QCOMPARE(samples[i].value, 70.0);
    }

    void a_leg_that_is_not_mentioned_did_nothing()
    {
        LiveStore store;
        store.take(frameAt(0, 0));
        store.take(frameAt(1, 100));
        for (int n = 2; n < 20; ++n) {
            api::TelemetryFrame quiet = frameAt(n, 100);
            quiet.legs.clear();
            store.take(quiet);
        }
        QCOMPARE(store.now(Scope::ofRoute("catalog")).rate_per_s, 0.0);
        QCOMPARE(store.now(Scope::ofRoute("catalog")).inFlight, 3.0);
    }

    void the_log_keeps_100000_rows_under_numbers_that_never_repeat()
    {
        LiveStore store;
        for (int batch = 0; batch < 210; ++batch) {
            api::RequestBatch rows;
            for (int i = 0; i < 500; ++i) {
                api::RequestRow row;
                row.id = std::uint64_t(batch * 500 + i);
                rows.rows.push_back(row);
            }
            store.take(rows);
        }
        QCOMPARE(store.endRow() - store.firstRow(), LiveStore::maxRows);
        QCOMPARE(store.firstRow(), std::int64_t(5000));
        QCOMPARE(store.row(store.firstRow()).id, std::uint64_t(5000));
        QCOMPARE(store.row(store.endRow() - 1).id, std::uint64_t(104'999));
    }

    void mixed_quantiles_lie_between_the_parts()
    {
        const QuantilePart fast{100, {1, 2, 3, 4}};
        const QuantilePart slow{100, {10, 20, 30, 40}};
        QVERIFY(std::abs(mixedQuantile({fast}, 0.99) - 3) < 0.01);
        const double p50 = mixedQuantile({fast, slow}, 0.5);
        QVERIFY(p50 > 1 && p50 < 10);
        const double p99 = mixedQuantile({fast, slow}, 0.99);
        QVERIFY(p99 > 20 && p99 <= 30);
        QVERIFY(std::isnan(mixedQuantile({}, 0.5)));
    }
};

GATEHOUSE_TEST(LiveStoreTest)
#include "live_store_test.moc"
