#include "tests/support/test_main.h"

#include "console_rig.h"

#include "ui/canvas/canvas_view.h"
#include "ui/traffic/chart_board.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QTreeWidget>

#include <cmath>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ConsoleRig;
using tests::limit_ms;

namespace {

/// The middle one of the viewport's points that lie on no node.
QPoint freeSpot(const ui::CanvasView& canvas)
{
    QList<QPoint> spots;
    const QRect area = canvas.viewport()->rect();
    for (int y = area.top(); y < area.bottom(); y += 16) {
        const QPoint spot(area.center().x(), y);
        const auto& nodes = canvas.diagram().nodes;
        if (std::none_of(nodes.begin(), nodes.end(), [&](const ui::CanvasNode& node) {
                return canvas.nodeRect(node.key).contains(canvas.mapToScene(spot));
            }))
            spots.append(spot);
    }
    return spots.value(spots.size() / 2);
}

/// What the palette's row of that text is dragged as, let fall on a free spot of the canvas. (The offscreen
/// platform has no drag loop of its own, so the events that it would bring are sent.)
void dropFromPalette(ConsoleRig& rig, const QString& row)
{
    auto* palette = rig.find<QListWidget>(u"routes.palette"_s);
    const auto items = palette->findItems(row, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    const std::unique_ptr<QMimeData> data(
        palette->model()->mimeData({palette->model()->index(palette->row(items.first()), 0)}));
    QVERIFY(data);
    auto* canvas = rig.find<ui::CanvasView>(u"routes.canvas"_s);
    const QPoint at = freeSpot(*canvas);
    const auto send = [&](QDropEvent&& event) {
        QApplication::sendEvent(canvas->viewport(), &event);
        return event.isAccepted();
    };
    QVERIFY(send(QDragEnterEvent(at, Qt::CopyAction, data.get(), Qt::LeftButton, {})));
    QVERIFY(send(QDragMoveEvent(at, Qt::CopyAction, data.get(), Qt::LeftButton, {})));
    QVERIFY(send(QDropEvent(at, Qt::CopyAction, data.get(), Qt::LeftButton, {})));
}

QPoint middleOf(const ui::CanvasView& canvas, const QString& node)
{
    return canvas.mapFromScene(canvas.nodeRect(node).center());
}

void clickNode(ConsoleRig& rig, const QString& node)
{
    auto* canvas = rig.find<ui::CanvasView>(u"routes.canvas"_s);
    canvas->reveal(node);
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, middleOf(*canvas, node));
}

/// From a node's port to the middle of another node.
void dragEdge(ConsoleRig& rig, const QString& from, const QString& to)
{
    auto* canvas = rig.find<ui::CanvasView>(u"routes.canvas"_s);
    canvas->fit();
    const QPoint start = canvas->portPoint(from);
    const QPoint end = middleOf(*canvas, to);
    QVERIFY(canvas->viewport()->rect().contains(start) && canvas->viewport()->rect().contains(end));
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, start);
    for (int step = 1; step <= 4; ++step)
        QTest::mouseMove(canvas->viewport(), start + (end - start) * step / 4);
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, end);
}

/// The route "route" on /users/me, from the public listener to a service that none led to from there.
void buildRoute(ConsoleRig& rig)
{
    dropFromPalette(rig, u"Route"_s);
    QVERIFY(rig.document().text().contains(u"\"name\": \"route\""_s));
    dragEdge(rig, u"listener/edge/public"_s, u"route/route"_s);
    dragEdge(rig, u"route/route"_s, u"service/users"_s);
    clickNode(rig, u"route/route"_s);
    rig.type(u"routes.inspector.rules.0.matches.0.path.value"_s, u"/users/me"_s);
    QTRY_VERIFY(rig.document().text().contains(u"\"value\": \"/users/me\""_s));
}

std::int64_t recordsOf(ConsoleRig& rig, const std::string& route, double from_ms)
{
    std::optional<std::int64_t> matched;
    api::RecordsParams params;
    params.from_ms = std::int64_t(from_ms);
    params.route = route;
    params.limit = 1;
    rig.engine().call<api::Records>(params, &rig.window(), [&](const ui::Reply<api::RecordsResult>& reply) {
        matched = reply.ok() ? reply.result->matched : -1;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(matched.has_value(), limit_ms); }();
    return matched.value_or(-1);
}

/// What the chart of requests drew after `from_ms`, counted: rate · width of each bin.
double drawnIn(const ui::ChartPlot& plot, int column, double from_ms, int bin_ms)
{
    double sum = 0;
    for (std::size_t row = plot.table().rowFrom(from_ms + 1); row < plot.table().rows(); ++row)
        if (const double rate = plot.table().value(column, row); !std::isnan(rate))
            sum += rate * bin_ms / 1000;
    return sum;
}

} // namespace

/// The main job: a route is drawn, it serves, it is tried, loaded and watched.
class BuildARouteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_route_drawn_by_mouse_serves_what_is_sent_through_the_gateway()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        const quint64 before = rig.document().revision();
        QCOMPARE(rig.status("edge/public", "/users/me"), 404);
        buildRoute(rig);
        QVERIFY(rig.serves());
        QVERIFY(rig.document().revision() > before);
        QVERIFY2(rig.text(u"routes.serving"_s).contains(QString::number(rig.document().revision())),
                 qPrintable(rig.text(u"routes.serving"_s)));
        QCOMPARE(rig.status("edge/public", "/users/me"), 200);
    }

    void try_it_answers_and_its_trace_names_the_new_route()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        buildRoute(rig);
        QVERIFY(rig.serves());
        auto* through = rig.find<QComboBox>(u"routes.try.listener"_s);
        through->setCurrentIndex(through->findData(u"edge/public"_s));
        auto* target = rig.find<QLineEdit>(u"routes.try.target"_s);
        target->selectAll();
        QTest::keyClicks(target, u"/users/me"_s);
        rig.click(u"routes.try.send"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"routes.try.status"_s), u"200 OK"_s, limit_ms);
        const QJsonObject tried = rig.window().currentPage()->readOuts().value(u"try"_s).toObject();
        QCOMPARE(tried.value(u"route"_s).toString(), u"route"_s);
        QCOMPARE(tried.value(u"backend"_s).toString(), u"users"_s);
        auto* steps = rig.find<QTreeWidget>(u"routes.try.trace"_s);
        bool named = false;
        bool passedOver = false;
        for (QTreeWidgetItemIterator it(steps); *it; ++it) {
            const QString step = (*it)->text(0) + u' ' + (*it)->text(1);
            named = named || (step.contains(u"route"_s) && step.contains(u"/users/me"_s));
            passedOver = passedOver || step.contains(u"catalog"_s);
        }
        QVERIFY(named);
        QVERIFY(passedOver); // why the others were not
    }

    void the_chart_of_a_load_adds_up_to_the_engines_own_count()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        buildRoute(rig);
        QVERIFY(rig.serves());
        rig.click(u"rail.traffic"_s);
        QCOMPARE(rig.window().currentPage()->id(), u"traffic"_s);
        rig.click(u"traffic.mix.route"_s);
        QVERIFY(rig.find<QCheckBox>(u"traffic.mix.route"_s)->isChecked());
        rig.type(u"traffic.load.rate"_s, u"100"_s);
        rig.type(u"traffic.load.ramp"_s, u"0"_s);
        rig.type(u"traffic.load.duration"_s, u"4"_s);
        QVERIFY(rig.serves());
        auto* board = rig.window().findChild<ui::ChartBoard*>();
        // A whole second of the engine's life first: a bin of which less is known shows the rate of that
        // part.
        QTRY_VERIFY_WITH_TIMEOUT(board->timeline().latest_ms() > rig.live().oldest_ms() + 1000, limit_ms);
        const double from_ms = board->timeline().latest_ms();
        rig.click(u"traffic.start"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"traffic.state"_s), u"Done"_s, limit_ms);
        const double over_ms = rig.live().latest_ms();
        QTRY_VERIFY_WITH_TIMEOUT(board->timeline().latest_ms() > over_ms, limit_ms);

        const ui::ChartPlot& plot = board->chart(ui::ChartBoard::requestsPlace).plot();
        double all = 0;
        bool hasRoute = false;
        for (int column = 0; column < int(plot.spec().series.size()); ++column) {
            const std::string key = plot.spec().series[std::size_t(column)].key.toStdString();
            const double drawn = drawnIn(plot, column, from_ms, int(board->timeline().bin_ms()));
            all += drawn;
            if (key == "others")
                continue;
            QCOMPARE(std::llround(drawn), recordsOf(rig, key, from_ms));
            hasRoute = hasRoute || (key == "route" && drawn > 0);
        }
        QVERIFY(hasRoute);
        QVERIFY2(all > 300 && all < 500, qPrintable(QString::number(all))); // 4 s of 100/s, Poisson
        QCOMPARE(std::llround(all), recordsOf(rig, {}, from_ms));
        QCOMPARE(std::int64_t(std::llround(all)), rig.live().load().answered);
        QCOMPARE(rig.live().load().failed, std::int64_t(0));
    }

    void a_load_shows_its_progress_and_stops_when_asked()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        rig.click(u"rail.traffic"_s);
        rig.type(u"traffic.load.duration"_s, u"60"_s);
        QVERIFY(rig.serves());
        rig.click(u"traffic.start"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"traffic.start"_s), u"Stop load"_s, limit_ms);
        QTRY_VERIFY_WITH_TIMEOUT(rig.find<QProgressBar>(u"traffic.progress"_s)->value() > 5, limit_ms);
        QTRY_VERIFY_WITH_TIMEOUT(rig.text(u"traffic.run.sent"_s).toInt() > 0, limit_ms);
        QElapsedTimer asked;
        asked.start();
        rig.click(u"traffic.start"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"traffic.state"_s), u"Done"_s, limit_ms);
        QVERIFY2(asked.elapsed() < 1000, qPrintable(QString::number(asked.elapsed())));
        QVERIFY(rig.live().load().elapsed_s < 30);
        QCOMPARE(rig.live().load().inFlight, std::int64_t(0));
        QCOMPARE(rig.text(u"traffic.start"_s), u"Start load"_s);
    }
};

GATEHOUSE_TEST(BuildARouteTest)
#include "build_a_route_test.moc"
