#include "tests/support/test_main.h"

#include "ui/charts/scale.h"

#include <QDateTime>

#include <cmath>

using namespace gatehouse::ui;

class ScaleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void maps_values_to_pixels_and_back();
    void a_log_scale_gives_each_decade_the_same_length();
    void steps_are_round_numbers();
    void an_axis_has_room_above_and_does_not_jump();
    void a_log_axis_covers_whole_decades();
    void ticks_are_in_the_domain_and_evenly_spaced();
    void log_ticks_leave_decades_out_when_there_are_many();
    void time_ticks_stand_on_round_times();
    void numbers_are_short_and_nan_is_a_dash();
};

void ScaleTest::maps_values_to_pixels_and_back()
{
    const Scale y{ScaleKind::linear, 0, 600, 200, 20};
    QCOMPARE(y.pixel(0), 200.0);
    QCOMPARE(y.pixel(600), 20.0);
    QCOMPARE(y.pixel(300), 110.0);
    QCOMPARE(y.value(y.pixel(451.5)), 451.5);
    QVERIFY(std::isnan(y.pixel(std::nan(""))));
}

void ScaleTest::a_log_scale_gives_each_decade_the_same_length()
{
    const Scale y{ScaleKind::log, 1, 1000, 0, 300};
    QVERIFY(qAbs(y.pixel(10) - 100) < 1e-9);
    QVERIFY(qAbs(y.pixel(100) - 200) < 1e-9);
    QCOMPARE(y.pixel(0), 0.0);
    QCOMPARE(y.pixel(0.2), 0.0);
    QVERIFY(qAbs(y.value(150) - std::sqrt(1000.0)) < 1e-6);
}

void ScaleTest::steps_are_round_numbers()
{
    QCOMPARE(niceStep(0.9), 1.0);
    QCOMPARE(niceStep(1.0), 1.0);
    QCOMPARE(niceStep(1.01), 2.0);
    QCOMPARE(niceStep(2.2), 2.5);
    QCOMPARE(niceStep(26), 50.0);
    QCOMPARE(niceStep(0.034), 0.05);
    QCOMPARE(niceStep(6), 10.0);
}

void ScaleTest::an_axis_has_room_above_and_does_not_jump()
{
    const Domain first = linearDomain(563, {});
    QCOMPARE(first.low, 0.0);
    QVERIFY(first.high > 563);
    QCOMPARE(linearDomain(420, first), first);
    QCOMPARE(linearDomain(first.high, first), first);
    QVERIFY(linearDomain(first.high + 1, first).high > first.high);
    QVERIFY(linearDomain(20, first).high <= 30);
    QCOMPARE(linearDomain(std::nan(""), first), (Domain{0, 1}));
}

void ScaleTest::a_log_axis_covers_whole_decades()
{
    QCOMPARE(logDomain(6.8, 85.3, {}), (Domain{1, 100}));
    QCOMPARE(logDomain(0.3, 0.4, {}), (Domain{0.1, 1}));
    QCOMPARE(logDomain(100, 100, {}), (Domain{100, 1000}));
    QCOMPARE(logDomain(6.8, 85, {1, 1000}), (Domain{1, 1000}));
    QCOMPARE(logDomain(6.8, 85, {0.01, 10000}), (Domain{1, 100}));
    QCOMPARE(logDomain(std::nan(""), std::nan(""), {}), (Domain{1, 100}));
}

void ScaleTest::ticks_are_in_the_domain_and_evenly_spaced()
{
    const auto ticks = linearTicks({0, 600}, 4);
    QVERIFY(ticks.size() >= 3 && ticks.size() <= 8);
    QCOMPARE(ticks.front().value, 0.0);
    QCOMPARE(ticks.back().value, 600.0);
    for (std::size_t i = 2; i < ticks.size(); ++i)
        QCOMPARE(ticks[i].value - ticks[i - 1].value, ticks[1].value - ticks[0].value);
    const auto share = linearTicks({90, 100}, 4);
    QCOMPARE(share.front().value, 90.0);
    QCOMPARE(share[1].label, QStringLiteral("92.5"));
}

void ScaleTest::log_ticks_leave_decades_out_when_there_are_many()
{
    const auto few = logTicks({1, 1000}, 5);
    QCOMPARE(few.size(), std::size_t(4));
    QCOMPARE(few[3].value, 1000.0);
    const auto many = logTicks({0.001, 100000}, 4);
    QCOMPARE(many.size(), std::size_t(5));
    QCOMPARE(many[1].value, 0.1);
}

void ScaleTest::time_ticks_stand_on_round_times()
{
    const double base = double(QDateTime(QDate(2026, 3, 1), QTime(10, 54, 13)).toMSecsSinceEpoch());
    const auto ticks = timeTicks(base, base + 600'000, 480, 84);
    QCOMPARE(ticks.front().label, QStringLiteral("10:56"));
    QCOMPARE(ticks.size(), std::size_t(5));
    QCOMPARE(ticks[1].value - ticks[0].value, 120'000.0);
    QCOMPARE(timeTicks(base, base + 60'000, 480, 84).front().label, QStringLiteral("10:54:15"));
    QVERIFY(timeTicks(base, base, 480, 84).empty());
}

void ScaleTest::numbers_are_short_and_nan_is_a_dash()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(valueText(1204.4), QStringLiteral("1,204"));
    QCOMPARE(valueText(39.04), QStringLiteral("39.0"));
    QCOMPARE(valueText(6.81), QStringLiteral("6.81"));
    QCOMPARE(valueText(18), QStringLiteral("18"));
    QCOMPARE(valueText(std::nan("")), QStringLiteral("–"));
}

GATEHOUSE_TEST(ScaleTest)
#include "scale_test.moc"
