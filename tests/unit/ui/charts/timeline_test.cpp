#include "tests/support/test_main.h"

#include "ui/charts/chart_timeline.h"
#include "ui/charts/event_marks.h"

using namespace gatehouse::ui;

class TimelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void follows_the_newest_data();
    void stays_where_it_was_paused_until_its_data_is_gone();
    void scrolling_to_the_newest_end_follows_again();
    void zooming_keeps_the_moment_under_the_pointer();
    void the_cursor_stands_on_rows_and_moves_by_them();
    void the_cursor_takes_the_view_along();
    void marks_that_stand_alone_have_their_label();
    void more_than_four_close_together_are_one();
    void a_label_never_covers_its_neighbour();
};

void TimelineTest::follows_the_newest_data()
{
    ChartTimeline timeline;
    timeline.setSpan(60'000);
    timeline.advance(0, 1'000'000, 1000);
    QCOMPARE(timeline.end_ms(), 1'000'000.0);
    QCOMPARE(timeline.start_ms(), 940'000.0);
}

void TimelineTest::stays_where_it_was_paused_until_its_data_is_gone()
{
    ChartTimeline timeline;
    timeline.setSpan(60'000);
    timeline.advance(0, 1'000'000, 1000);
    QSignalSpy mode(&timeline, &ChartTimeline::modeChanged);
    timeline.pause();
    QCOMPARE(mode.count(), 1);
    timeline.advance(0, 1'300'000, 1000);
    QCOMPARE(timeline.end_ms(), 1'000'000.0);
    timeline.advance(0, 2'000'000, 1000); // all before 1,400,000 is gone
    QCOMPARE(timeline.start_ms(), 1'400'000.0);
    timeline.follow();
    QCOMPARE(timeline.end_ms(), 2'000'000.0);
}

void TimelineTest::scrolling_to_the_newest_end_follows_again()
{
    ChartTimeline timeline;
    timeline.setSpan(60'000);
    timeline.advance(500'000, 1'000'000, 1000);
    timeline.scrollBy(-100'000);
    QVERIFY(!timeline.following());
    QCOMPARE(timeline.end_ms(), 900'000.0);
    timeline.scrollBy(-1'000'000);
    QCOMPARE(timeline.start_ms(), 500'000.0);
    timeline.scrollBy(1'000'000);
    QVERIFY(timeline.following());
    QCOMPARE(timeline.end_ms(), 1'000'000.0);
}

void TimelineTest::zooming_keeps_the_moment_under_the_pointer()
{
    ChartTimeline timeline;
    timeline.setSpan(100'000);
    timeline.advance(0, 600'000, 1000);
    timeline.zoom(0.5, 525'000);
    QCOMPARE(timeline.span_ms(), 50'000.0);
    QCOMPARE((525'000 - timeline.start_ms()) / timeline.span_ms(), 0.25);
    QVERIFY(!timeline.following());
    for (int i = 0; i < 30; ++i)
        timeline.zoom(0.5, 525'000);
    QCOMPARE(timeline.span_ms(), ChartTimeline::leastSpan_ms);
}

void TimelineTest::the_cursor_stands_on_rows_and_moves_by_them()
{
    ChartTimeline timeline;
    timeline.setSpan(60'000);
    timeline.advance(0, 100'000, 1000);
    QSignalSpy moved(&timeline, &ChartTimeline::cursorChanged);
    timeline.setCursor(80'420);
    QCOMPARE(*timeline.cursor_ms(), 80'000.0);
    timeline.setCursor(80'430); // the same row
    QCOMPARE(moved.count(), 1);
    timeline.moveCursor(-10);
    QCOMPARE(*timeline.cursor_ms(), 70'000.0);
    QVERIFY(timeline.pinned());
    timeline.setCursor(std::nullopt);
    QVERIFY(!timeline.pinned());
    timeline.moveCursor(-1); // the first key press shows the newest row
    QCOMPARE(*timeline.cursor_ms(), 100'000.0);
}

void TimelineTest::the_cursor_takes_the_view_along()
{
    ChartTimeline timeline;
    timeline.setSpan(60'000);
    timeline.advance(0, 200'000, 1000);
    timeline.setCursor(140'000);
    timeline.moveCursor(-10);
    QCOMPARE(*timeline.cursor_ms(), 130'000.0);
    QCOMPARE(timeline.start_ms(), 130'000.0);
    QVERIFY(!timeline.following());
}

namespace {

std::vector<PlacedMark> placed(const std::vector<double>& times,
                               const QString& text = QStringLiteral("revision 4"))
{
    std::vector<EventMark> events;
    for (const double at : times)
        events.push_back({at, text});
    const Scale x{ScaleKind::linear, 0, 1000, 0, 1000};
    return placeMarks(
        events, x, QRectF(0, 0, 1000, 14), [](const QString& label) { return 7.0 * label.size(); },
        [](int n) { return QStringLiteral("%1 events").arg(n); });
}

} // namespace

void TimelineTest::marks_that_stand_alone_have_their_label()
{
    const auto marks = placed({100, 500, 2000});
    QCOMPARE(marks.size(), std::size_t(2)); // the third is out of view
    QVERIFY(!marks[0].label.isEmpty() && !marks[1].label.isEmpty());
    QVERIFY(marks[0].label.left() > 100);
}

void TimelineTest::more_than_four_close_together_are_one()
{
    QCOMPARE(placed({100, 120, 140, 160}).size(), std::size_t(4));
    const auto marks = placed({100, 120, 140, 160, 180, 600});
    QCOMPARE(marks.size(), std::size_t(2));
    QCOMPARE(marks[0].text, QStringLiteral("5 events"));
    QCOMPARE(marks[0].events.size(), 5);
}

void TimelineTest::a_label_never_covers_its_neighbour()
{
    const auto marks = placed({300, 330, 400, 470, 980});
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(!marks[i].label.intersects(marks[k].label) || marks[i].label.isEmpty());
    }
    QVERIFY(marks.back().label.right() < 980); // no room at the right: it stands at the left
}

GATEHOUSE_TEST(TimelineTest)
#include "timeline_test.moc"
