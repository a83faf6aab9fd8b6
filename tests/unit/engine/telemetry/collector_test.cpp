#include "engine/telemetry/metrics.h"
#include "tests/support/test_main.h"

using namespace gatehouse::telemetry;

class CollectorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void workers_are_summed_and_only_used_ways_change()
    {
        Hub hub(2);
        const LegId used = hub.leg("edge/public", "catalog", "catalog-v1");
        hub.leg("edge/public", "orders", "orders");
        Collector collector(hub);
        hub.worker(0).count(used, {.status = 200, .total_us = 1000});
        hub.worker(1).count(used, {.status = 503, .refused = true, .total_us = 3000});
        QCOMPARE(collector.tick(), std::vector<LegId>{used});
        QCOMPARE(collector.leg(used).requests, std::uint64_t(2));
        QCOMPARE(collector.leg(used).refused, std::uint64_t(1));
        QCOMPARE(collector.totals().errors, std::uint64_t(1));
        QVERIFY(collector.leg(used).lastSecond.any);
    }

    void quantiles_forget_after_a_second()
    {
        Hub hub(1);
        const LegId leg = hub.leg("a", "b", "c");
        Collector collector(hub);
        hub.worker(0).count(leg, {.status = 200, .total_us = 1000});
        for (int i = 0; i < 10; ++i)
            collector.tick();
        QVERIFY(collector.totals().lastSecond.any);
        collector.tick();
        QVERIFY(!collector.totals().lastSecond.any);
        QVERIFY(!collector.leg(leg).lastSecond.any);
        QCOMPARE(collector.leg(leg).requests, std::uint64_t(1));
    }

    void metrics_name_count_and_escape()
    {
        Hub hub(1);
        const LegId leg = hub.leg("edge/\"public\"", "catalog", "catalog\\v1");
        Collector collector(hub);
        for (int i = 0; i < 3; ++i)
            hub.worker(0).count(leg, {.status = 200, .total_us = 2000});
        collector.tick();
        const auto text = prometheusText(hub, collector, {});
        const std::string labels =
            "{listener=\"edge/\\\"public\\\"\",route=\"catalog\",backend=\"catalog\\\\v1\",";
        QVERIFY(text.find("gatehouse_requests_total" + labels + "code_class=\"2xx\"} 3\n") !=
                std::string::npos);
        QVERIFY(text.find("gatehouse_request_duration_seconds_bucket" + labels + "le=\"0.001\"} 0\n") !=
                std::string::npos);
        QVERIFY(text.find("gatehouse_request_duration_seconds_bucket" + labels + "le=\"+Inf\"} 3\n") !=
                std::string::npos);
        QVERIFY(text.find("# TYPE gatehouse_requests_total counter\n") != std::string::npos);
    }

    void metrics_have_a_bounded_number_of_series()
    {
        Hub hub(1);
        Collector collector(hub);
        for (std::size_t i = 0; i < maxMetricLegs + 50; ++i)
            hub.worker(0).count(hub.leg("l", std::to_string(i), "b"), {.status = 200});
        collector.tick();
        const auto text = prometheusText(hub, collector, {});
        QVERIFY(text.find("gatehouse_requests_total{listener=\"other\",route=\"other\",backend=\"other\","
                          "code_class=\"2xx\"} 50\n") != std::string::npos);
    }

    void ways_beyond_the_bound_share_one()
    {
        Hub hub(1);
        for (std::size_t i = 1; i < maxLegs; ++i)
            QVERIFY(hub.leg("l", std::to_string(i), {}) != LegId::other);
        QCOMPARE(hub.leg("l", "one more", {}), LegId::other);
        QVERIFY(hub.leg("l", "1", {}) != LegId::other);
    }
};

GATEHOUSE_TEST(CollectorTest)
#include "collector_test.moc"
