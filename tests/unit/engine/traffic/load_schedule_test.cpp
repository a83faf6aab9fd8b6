#include "engine/traffic/load_schedule.h"

#include "tests/support/test_main.h"

#include <cmath>

using namespace gatehouse::traffic;

namespace {

std::vector<double> arrivalsOf(const ScheduleOptions& options)
{
    ArrivalSchedule schedule(options);
    std::vector<double> times;
    while (const auto t = schedule.next())
        times.push_back(*t);
    return times;
}

std::size_t countIn(const std::vector<double>& times, double from, double to)
{
    return std::size_t(
        std::count_if(times.begin(), times.end(), [&](double t) { return t >= from && t < to; }));
}

} // namespace

class LoadScheduleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void constant_arrivals_are_evenly_spaced()
    {
        const auto times = arrivalsOf({.rate_per_s = 20, .duration_s = 5, .arrivals = Arrivals::constant});
        QCOMPARE(times.size(), std::size_t(100));
        for (std::size_t i = 0; i < times.size(); ++i)
            QVERIFY(std::abs(times[i] - double(i) / 20) < 1e-9);
    }

    void a_ramp_sends_the_rates_integral()
    {
        const ScheduleOptions options{
            .rate_per_s = 100, .ramp_s = 10, .duration_s = 30, .arrivals = Arrivals::constant};
        const auto times = arrivalsOf(options);
        QCOMPARE(times.size(), std::size_t(100 * 10 / 2 + 100 * 20));
        const ArrivalSchedule schedule(options);
        for (const double t : {1.0, 5.0, 10.0, 20.0, 30.0})
            QVERIFY(std::abs(double(countIn(times, 0, t)) - schedule.expectedUntil(t)) <= 1);
        QCOMPARE(schedule.rateAt_per_s(5), 50.0);
        QCOMPARE(schedule.rateAt_per_s(10), 100.0);
        QCOMPARE(schedule.rateAt_per_s(30), 0.0);
    }

    void a_ramp_longer_than_the_run_never_reaches_the_rate()
    {
        const ScheduleOptions options{
            .rate_per_s = 100, .ramp_s = 20, .duration_s = 10, .arrivals = Arrivals::constant};
        QCOMPARE(arrivalsOf(options).size(), std::size_t(100 * 10 * 10 / (2 * 20)));
        QCOMPARE(ArrivalSchedule(options).rateAt_per_s(9.9), 49.5);
    }

    void poisson_arrivals_have_the_rate_and_the_variance_of_poisson()
    {
        const auto times = arrivalsOf({.rate_per_s = 200, .duration_s = 500, .seed = 42});
        const double expected = 200 * 500;
        QVERIFY2(std::abs(double(times.size()) - expected) < 4 * std::sqrt(expected),
                 qPrintable(QString::number(times.size())));
        double sum = 0;
        double squares = 0;
        for (std::size_t i = 1; i < times.size(); ++i) {
            const double gap = times[i] - times[i - 1];
            QVERIFY(gap >= 0);
            sum += gap;
            squares += gap * gap;
        }
        const double n = double(times.size() - 1);
        const double mean = sum / n;
        const double deviation = std::sqrt(squares / n - mean * mean);
        QVERIFY(std::abs(deviation / mean - 1) < 0.03); // exponential gaps: standard deviation = mean
    }

    void poisson_follows_the_ramp()
    {
        const auto times = arrivalsOf({.rate_per_s = 1000, .ramp_s = 20, .duration_s = 40, .seed = 3});
        const double firstHalf = 1000.0 * 10 * 10 / (2 * 20); // until 10 s
        QVERIFY(std::abs(double(countIn(times, 0, 10)) - firstHalf) < 4 * std::sqrt(firstHalf));
        QVERIFY(std::abs(double(countIn(times, 20, 40)) - 20000) < 4 * std::sqrt(20000.0));
    }

    void the_same_seed_gives_the_same_arrivals_and_another_seed_others()
    {
        const ScheduleOptions options{.rate_per_s = 50, .ramp_s = 1, .duration_s = 10, .seed = 9};
        ScheduleOptions other = options;
        other.seed = 10;
        QCOMPARE(arrivalsOf(options), arrivalsOf(options));
        QVERIFY(arrivalsOf(options) != arrivalsOf(other));
    }

    void a_finished_schedule_stays_finished()
    {
        ArrivalSchedule schedule({.rate_per_s = 10, .duration_s = 0.35, .arrivals = Arrivals::constant});
        for (int i = 0; i < 4; ++i)
            QVERIFY(schedule.next().has_value());
        QVERIFY(!schedule.next());
        QVERIFY(!schedule.next());
    }
};

GATEHOUSE_TEST(LoadScheduleTest)
#include "load_schedule_test.moc"
