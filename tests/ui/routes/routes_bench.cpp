#include "tests/support/test_main.h"

#include "routes_bench.h"

#include "engine/workspace/document.h"
#include "engine/workspace/keys.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QVBoxLayout>

namespace gatehouse::tests {

using namespace ui;

namespace {

api::ApplyResult answerTo(const api::ApplyParams& params, std::uint64_t& serving)
{
    const workspace::ReadResult read = workspace::read(params.document);
    api::ApplyResult result{.accepted = read.ok(), .took_ms = 1};
    for (const Problem& problem : read.problems) {
        api::ProblemInfo info;
        info.pointer = problem.pointer;
        info.code = problem.code;
        info.message = problem.message;
        info.args = problem.args;
        info.severity = problem.severity == Severity::error ? "error" : "warning";
        result.problems.push_back(info);
    }
    if (read.ok()) {
        serving = params.revision;
        for (const auto& gateway : read.workspace->gateways) {
            for (const auto& listener : gateway.listeners)
                result.listeners.push_back(
                    {workspace::listenerKey(gateway, listener), listener.address, 40001, "", true});
        }
        for (const auto& route : read.workspace->routes)
            result.routes.push_back({.route = workspace::routeKey(route)});
        for (const auto& service : read.workspace->services)
            result.backends.push_back({workspace::serviceKey(service), {"127.0.0.1:9101"}});
    }
    result.revision = serving;
    return result;
}

} // namespace

QString RoutesBench::bookshop()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

RoutesBench::RoutesBench(const QString& text)
{
    auto serving = std::make_shared<std::uint64_t>(0);
    fake->answer<api::Apply>(
        [serving](const api::ApplyParams& params) { return answerTo(params, *serving); });
    QObject::connect(&engine, &EngineClient::telemetry, &live,
                     [this](const api::TelemetryFrame& frame) { live.take(frame); });
    engine.startOver(fake->device(), QStringLiteral("token"));
    document.newFrom(text, QStringLiteral("Bookshop"));

    window = std::make_unique<QWidget>();
    page = new RoutesPage(Context{document, engine, live, selection});
    auto* column = new QVBoxLayout(window.get());
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    column->addWidget(page->bar());
    column->addLayout(row, 1);
    row->addWidget(page, 1);
    page->inspector()->setFixedWidth(metrics::inspectorWidth);
    row->addWidget(page->inspector());
    window->resize(1440, 1000);
    window->show();
    canvas = page->findChild<CanvasView*>(QStringLiteral("routes.canvas"));
    const bool exposed = QTest::qWaitForWindowExposed(window.get());
    Q_UNUSED(exposed)
}

RoutesBench::~RoutesBench()
{
    window.reset();
    delete fake;
}

bool RoutesBench::waitUntilServing()
{
    return QTest::qWaitFor([this] { return document.serving() == Document::Serving::serving; }, 5000);
}

QPoint RoutesBench::centreOf(const QString& key) const
{
    const QRectF node = canvas->nodeRect(key);
    if (!node.isNull())
        return canvas->mapFromScene(node.center());
    const QPolygonF line = canvas->edgeLine(key);
    return canvas->mapFromScene((line[line.size() - 1] + line[line.size() - 2]) / 2);
}

void RoutesBench::choose(const QString& key)
{
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, centreOf(key));
}

void RoutesBench::drag(QPoint from, QPoint to)
{
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, from);
    for (const QPoint at : {from + (to - from) / 2, to}) {
        QMouseEvent event(QEvent::MouseMove, at, canvas->viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas->viewport(), &event);
    }
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, to);
}

void RoutesBench::drop(const QString& item, QPoint at)
{
    auto* palette = find<QListWidget>(QStringLiteral("routes.palette"));
    const auto rows = palette->findItems(item, Qt::MatchExactly);
    const std::unique_ptr<QMimeData> data(
        palette->model()->mimeData({palette->indexFromItem(rows.value(0))}));
    QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas->viewport(), &enter);
    QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas->viewport(), &move);
    QDropEvent event(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas->viewport(), &event);
}

void RoutesBench::type(QLineEdit* field, const QString& text)
{
    field->setFocus();
    field->selectAll();
    if (text.isEmpty())
        QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

const workspace::HttpRoute& RoutesBench::route(const char* name) const
{
    return document.workspace().routes[workspace::findRoute(document.workspace(), name)];
}

void RoutesBench::frame(const char* route, const char* service, int requests)
{
    at_ms_ += 100;
    sent_ += requests;
    api::TelemetryFrame made{.sequence = ++sequence_, .at_ms = at_ms_, .revision = 1};
    made.legs.push_back({.listener = "edge/public", .route = route, .backend = service});
    made.legs.back().requests = sent_;
    made.legs.back().s2xx = sent_;
    live.take(made);
}

} // namespace gatehouse::tests
