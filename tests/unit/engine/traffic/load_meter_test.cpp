#include "engine/traffic/load_meter.h"

#include "tests/support/test_main.h"

#include <cmath>

using namespace gatehouse;
using namespace gatehouse::traffic;
using namespace std::chrono_literals;

class LoadMeterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_last_second_forgets_and_the_run_remembers()
    {
        LoadMeter meter(0ns);
        for (int i = 0; i < 100; ++i)
            meter.record(50ms, 10ms);
        QVERIFY(std::abs(meter.lastSecond_ms(900ms).at(0) - 10) < 0.3);
        meter.record(1200ms, 500ms);
        QVERIFY(std::abs(meter.lastSecond_ms(1200ms).at(0) - 500) < 10);
        QVERIFY(std::abs(meter.run_ms().at(0) - 10) < 0.3);
        QVERIFY(meter.lastSecond_ms(2400ms).empty());
        QCOMPARE(meter.run_ms().size(), std::size_t(4));
    }

    void a_long_pause_leaves_an_empty_window_that_works_again()
    {
        LoadMeter meter(0ns);
        QVERIFY(meter.lastSecond_ms(0ns).empty());
        meter.record(10ms, 1ms);
        QVERIFY(meter.lastSecond_ms(1h).empty());
        meter.record(1h + 10ms, 2ms);
        QVERIFY(std::abs(meter.lastSecond_ms(1h + 500ms).at(3) - 2) < 0.1);
    }

    void a_negative_latency_counts_as_none()
    {
        LoadMeter meter(0ns);
        meter.record(1ms, -5us);
        QCOMPARE(meter.run_ms().at(0), 0.0);
    }
};

GATEHOUSE_TEST(LoadMeterTest)
#include "load_meter_test.moc"
