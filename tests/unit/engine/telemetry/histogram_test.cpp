#include "engine/telemetry/histogram.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace gatehouse::telemetry;

class HistogramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_value_up_to_the_top_is_within_three_percent()
    {
        for (std::uint64_t value = 1; value < HistogramScale::max_us; value += 1 + value / 97) {
            const auto bucket = HistogramScale::bucketOf(value);
            QVERIFY(HistogramScale::lowerBound_us(bucket) <= value);
            QVERIFY(value < HistogramScale::lowerBound_us(bucket) + HistogramScale::width_us(bucket));
            QVERIFY(std::abs(HistogramScale::middle_us(bucket) - double(value)) <= 0.03 * double(value));
        }
    }

    void values_over_the_top_count_in_the_last_bucket()
    {
        QCOMPARE(HistogramScale::bucketOf(UINT64_MAX), std::uint32_t(HistogramScale::buckets - 1));
    }

    void quantiles_agree_with_the_sorted_values()
    {
        std::mt19937_64 random(7);
        std::lognormal_distribution<double> latency_us(8, 1);
        std::vector<std::uint64_t> values;
        Histogram histogram;
        for (int i = 0; i < 20000; ++i) {
            values.push_back(std::uint64_t(latency_us(random)) + 1);
            histogram.record(values.back());
        }
        std::sort(values.begin(), values.end());
        for (const double q : {0.5, 0.9, 0.99, 0.999}) {
            const double exact = double(values[std::size_t(std::ceil(q * double(values.size()))) - 1]);
            QVERIFY(std::abs(histogram.quantile_us(q) - exact) <= 0.03 * exact);
        }
    }

    void an_empty_one_has_no_quantile() { QCOMPARE(Histogram{}.quantile_us(0.5), 0.0); }
};

GATEHOUSE_TEST(HistogramTest)
#include "histogram_test.moc"
