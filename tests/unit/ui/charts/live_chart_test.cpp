#include "tests/support/test_main.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/live_chart.h"
#include "ui/charts/repaint_scheduler.h"

#include <QAccessible>
#include <QLabel>

#include <cmath>

using namespace gatehouse::ui;

namespace {

ChartSpec requestsSpec()
{
    return {.id = QStringLiteral("requests"),
            .title = QStringLiteral("Requests by route"),
            .unit = QStringLiteral("requests/s"),
            .series = {{.key = QStringLiteral("catalog"), .name = QStringLiteral("catalog")},
                       {.key = QStringLiteral("orders"), .name = QStringLiteral("orders, all"), .style = 1}}};
}

void fill(LiveChart& chart, ChartTimeline& timeline, int rows)
{
    for (int i = 1; i <= rows; ++i)
        chart.plot().table().append(i * 1000.0, {i == 5 ? noValue : 100.0 + i, double(i)});
    timeline.advance(1000, rows * 1000.0, 1000);
    chart.dataChanged();
}

class PaintCounter : public QWidget
{
public:
    int paints = 0;
    static inline int thisTurn = 0;
    static inline int mostInATurn = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        ++paints;
        mostInATurn = std::max(mostInATurn, ++thisTurn);
    }
};

} // namespace

class LiveChartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }
    void reads_the_newest_row_and_the_cursor();
    void one_cursor_for_all_charts();
    void keys_move_the_cursor();
    void a_stacked_chart_reads_shares_of_what_is_shown();
    void the_legend_hides_a_series();
    void draws_nothing_across_a_gap();
    void empty_axes_say_what_belongs_there();
    void a_screen_reader_reaches_every_value();
    void at_most_one_chart_repaints_in_a_turn();
    void csv_tells_title_unit_and_range();
    void svg_and_png_carry_the_title();
};

void LiveChartTest::reads_the_newest_row_and_the_cursor()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 20);
    QCOMPARE(chart.plot().reading(0), 120.0);
    timeline.setCursor(7200);
    QCOMPARE(chart.plot().reading(0), 107.0);
    QCOMPARE(chart.plot().readingAt_ms(), 7000.0);
    timeline.setCursor(5000);
    QVERIFY(std::isnan(chart.plot().reading(0)));
    QCOMPARE(chart.legend().entries()[0]->reading(), QStringLiteral("–"));
    QCOMPARE(chart.readOuts().value(QStringLiteral("orders")).toDouble(), 5.0);
    QVERIFY(chart.readOuts().value(QStringLiteral("catalog")).isNull());
}

void LiveChartTest::one_cursor_for_all_charts()
{
    ChartTimeline timeline;
    timeline.setSpan(20'000);
    LiveChart left(timeline);
    LiveChart right(timeline);
    for (LiveChart* chart : {&left, &right}) {
        chart->setSpec(requestsSpec());
        fill(*chart, timeline, 20);
        chart->resize(480, 220);
        chart->show();
    }
    QVERIFY(QTest::qWaitForWindowExposed(&left));
    QTRY_COMPARE(RepaintScheduler::instance().waiting(), std::size_t(0));
    const QRectF area = left.plot().picture(left.plot().size(), {}).plot;
    QTest::mouseMove(&left.plot(), area.center().toPoint());
    QTRY_VERIFY(timeline.cursor_ms().has_value());
    QCOMPARE(left.plot().readingAt_ms(), right.plot().readingAt_ms());
    QCOMPARE(left.plot().readingAt_ms(), *timeline.cursor_ms());
}

void LiveChartTest::keys_move_the_cursor()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 200);
    QTest::keyClick(&chart.plot(), Qt::Key_Left);
    QCOMPARE(*timeline.cursor_ms(), 200'000.0);
    QTest::keyClick(&chart.plot(), Qt::Key_Left);
    QTest::keyClick(&chart.plot(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(*timeline.cursor_ms(), 189'000.0);
    QCOMPARE(chart.plot().reading(1), 189.0);
    QSignalSpy chosen(&timeline, &ChartTimeline::momentChosen);
    QTest::keyClick(&chart.plot(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toDouble(), 189'000.0);
    QTest::keyClick(&chart.plot(), Qt::Key_Escape);
    QVERIFY(!timeline.cursor_ms());
    QTest::keyClick(&chart.plot(), Qt::Key_Space);
    QVERIFY(!timeline.following());
}

void LiveChartTest::a_stacked_chart_reads_shares_of_what_is_shown()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    ChartSpec spec = requestsSpec();
    spec.stacked = true;
    chart.setSpec(spec);
    chart.plot().table().append(1000, {75, 25});
    timeline.advance(0, 1000, 1000);
    chart.dataChanged();
    QCOMPARE(chart.plot().reading(0), 75.0);
    chart.legend().entries()[0]->click();
    QCOMPARE(chart.plot().reading(1), 100.0);
}

void LiveChartTest::the_legend_hides_a_series()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 20);
    QCOMPARE(chart.plot().picture({400, 200}, {}).shapes.size(), std::size_t(2));
    chart.legend().entries()[0]->click();
    const PlotPicture picture = chart.plot().picture({400, 200}, {});
    QCOMPARE(picture.shapes.size(), std::size_t(1));
    QCOMPARE(picture.shapes[0].series, 1);
    QVERIFY(picture.y.high < 100); // the axis fits what is shown
    chart.setSpec(requestsSpec());
    QVERIFY(!chart.legend().entries()[0]->isChecked());
}

void LiveChartTest::draws_nothing_across_a_gap()
{
    ChartTimeline timeline;
    timeline.setSpan(20'000);
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 20);
    const PlotPicture picture = chart.plot().picture({600, 200}, {});
    const double from = picture.x.pixel(4001);
    const double to = picture.x.pixel(5999);
    for (const SeriesShape& shape : picture.shapes) {
        if (shape.series != 0)
            continue;
        for (const QLineF& line : shape.lines)
            QVERIFY(line.x2() <= from || line.x1() >= to);
    }
}

void LiveChartTest::empty_axes_say_what_belongs_there()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    chart.setEmptyState(QStringLiteral("No requests yet"), QStringLiteral("Requests a second."),
                        QStringLiteral("Start load"));
    QVERIFY(chart.showsEmptyState());
    fill(chart, timeline, 20);
    QVERIFY(!chart.showsEmptyState());
}

void LiveChartTest::a_screen_reader_reaches_every_value()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 20);
    timeline.setCursor(7000);
    QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(&chart.plot());
    QVERIFY(plot);
    QCOMPARE(plot->role(), QAccessible::Chart);
    QCOMPARE(plot->text(QAccessible::Name), QStringLiteral("Requests by route"));
    QVERIFY(plot->text(QAccessible::Value).contains(QStringLiteral("catalog 107")));
    QCOMPARE(plot->childCount(), 2);
    QAccessibleInterface* orders = plot->child(1);
    QCOMPARE(orders->text(QAccessible::Name), QStringLiteral("orders, all"));
    QCOMPARE(orders->text(QAccessible::Value), QStringLiteral("7 requests/s"));
    QCOMPARE(plot->indexOfChild(orders), 1);
    QAccessibleInterface* entry = QAccessible::queryAccessibleInterface(chart.legend().entries()[0]);
    QCOMPARE(entry->role(), QAccessible::CheckBox);
    QVERIFY(entry->text(QAccessible::Name).contains(QStringLiteral("107")));
}

void LiveChartTest::at_most_one_chart_repaints_in_a_turn()
{
    std::vector<std::unique_ptr<PaintCounter>> widgets;
    for (int i = 0; i < 4; ++i) {
        widgets.push_back(std::make_unique<PaintCounter>());
        widgets.back()->resize(80, 60);
        widgets.back()->show();
        QVERIFY(QTest::qWaitForWindowExposed(widgets.back().get()));
    }
    for (auto& widget : widgets)
        widget->paints = 0;
    PaintCounter::mostInATurn = 0;
    for (auto& widget : widgets) {
        RepaintScheduler::instance().ask(widget.get());
        RepaintScheduler::instance().ask(widget.get());
    }
    for (int turn = 0; turn < 50 && RepaintScheduler::instance().waiting() > 0; ++turn) {
        PaintCounter::thisTurn = 0;
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    QCOMPARE(RepaintScheduler::instance().waiting(), std::size_t(0));
    QCOMPARE(PaintCounter::mostInATurn, 1);
    for (auto& widget : widgets)
        QCOMPARE(widget->paints, 1);
}

void LiveChartTest::csv_tells_title_unit_and_range()
{
    ChartTimeline timeline;
    timeline.setSpan(10'000);
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 12);
    const QStringList lines = chartCsv(chart.plot()).split(QStringLiteral("\r\n"));
    QCOMPARE(lines[0], QStringLiteral("# Requests by route"));
    QCOMPARE(lines[1], QStringLiteral("# requests/s"));
    QVERIFY(lines[2].startsWith(QStringLiteral("# 19")));
    QCOMPARE(lines[3], QStringLiteral("time,catalog,\"orders, all\""));
    QCOMPARE(lines[4], QStringLiteral("1970-01-01T00:00:02.000Z,102,2"));
    QCOMPARE(lines[7], QStringLiteral("1970-01-01T00:00:05.000Z,,5"));
    QCOMPARE(lines.size(), 4 + 11 + 1);
}

void LiveChartTest::svg_and_png_carry_the_title()
{
    ChartTimeline timeline;
    LiveChart chart(timeline);
    chart.setSpec(requestsSpec());
    fill(chart, timeline, 60);
    const QByteArray svg = chartSvg(chart.plot());
    QVERIFY(svg.contains("<title>Requests by route</title>"));
    QVERIFY(svg.contains("requests/s"));
    const QImage one = chartImage(chart.plot(), 1);
    const QImage two = chartImage(chart.plot(), 2);
    QCOMPARE(two.size(), one.size() * 2);
    QCOMPARE(one.text(QStringLiteral("Title")), QStringLiteral("Requests by route"));
    int inked = 0;
    for (int x = 0; x < one.width(); ++x) {
        for (int y = 100; y < one.height() - 40; ++y)
            inked += one.pixelColor(x, y) == theme().series(0) ? 1 : 0;
    }
    QVERIFY(inked > 100);
}

GATEHOUSE_TEST(LiveChartTest)
#include "live_chart_test.moc"
