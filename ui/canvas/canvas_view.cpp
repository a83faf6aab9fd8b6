#include "ui/canvas/canvas_view.h"

#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/canvas_overlay.h"
#include "ui/canvas/edge_item.h"
#include "ui/canvas/edge_router.h"
#include "ui/canvas/geometry.h"
#include "ui/canvas/node_item.h"

#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {
namespace {

constexpr double sceneMargin = 4000; // room to pan beyond the content
constexpr QMargins fitMargins{24, 28, 24, 12}; // the headings stand in the upper one
constexpr int dotInterval_ms = 40;
constexpr double dotSpeed = 1.9; // scene units a tick
constexpr int mostDottedEdges = 120;

bool sameWays(const Diagram& a, const Diagram& b)
{
    return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                      [](const CanvasNode& x, const CanvasNode& y) {
                          return x.key == y.key && x.topLeft == y.topLeft && x.oneTrunk == y.oneTrunk;
                      }) &&
           std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(),
                      [](const CanvasEdge& x, const CanvasEdge& y) {
                          return x.key == y.key && x.from == y.from && x.to == y.to &&
                                 x.labelled == y.labelled;
                      });
}

} // namespace

CanvasView::CanvasView(QWidget* parent)
    : QGraphicsView(parent), scene_(new QGraphicsScene(this)), dots_(new QTimer(this))
{
    installCanvasAccessibility();
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Canvas"));
    setScene(scene_);
    scene_->setItemIndexMethod(QGraphicsScene::BspTreeIndex);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setOptimizationFlag(DontSavePainterState);
    setViewportUpdateMode(SmartViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAcceptDrops(true);
    overlay_ = new CanvasOverlay(*this);
    dots_->setInterval(dotInterval_ms);
    connect(dots_, &QTimer::timeout, this, &CanvasView::tickDots);
    connect(&theme(), &Theme::changed, this, &CanvasView::refreshTheme);
    growScene();
}

CanvasView::~CanvasView()
{
    // The items read look_; they go before it.
    scene_->clear();
}

void CanvasView::setDiagram(const Diagram& diagram)
{
    if (gesture_ == Gesture::move)
        endGesture(false);
    const bool ways = !sameWays(diagram_, diagram);
    const bool columns = diagram_.columns != diagram.columns;
    const bool count = diagram_.nodes.size() != diagram.nodes.size();
    diagram_ = diagram;
    syncNodes();
    syncEdges();
    if (ways) {
        routeAll();
        growScene();
    }
    if (ways || columns || count)
        overlay_->refresh();
    refreshDots();
}

void CanvasView::syncNodes()
{
    QSet<QString> kept;
    bool selectionLost = false;
    for (const CanvasNode& node : std::as_const(diagram_.nodes)) {
        kept.insert(node.key);
        if (NodeItem* item = nodes_.value(node.key)) {
            item->setNode(node);
            continue;
        }
        auto* item = new NodeItem(node, look_);
        scene_->addItem(item);
        nodes_.insert(node.key, item);
    }
    for (auto it = nodes_.begin(); it != nodes_.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        selectionLost = selectionLost || it.value()->isSelected();
        delete it.value();
        it = nodes_.erase(it);
    }
    if (!current_.isEmpty() && !nodes_.contains(current_) && !edges_.contains(current_))
        current_.clear();
    if (selectionLost)
        announceSelection();
}

void CanvasView::syncEdges()
{
    QSet<QString> kept;
    bool selectionLost = false;
    for (const CanvasEdge& edge : std::as_const(diagram_.edges)) {
        kept.insert(edge.key);
        if (EdgeItem* item = edges_.value(edge.key)) {
            item->setEdge(edge);
            continue;
        }
        auto* item = new EdgeItem(edge, look_);
        scene_->addItem(item);
        edges_.insert(edge.key, item);
    }
    for (auto it = edges_.begin(); it != edges_.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        selectionLost = selectionLost || it.value()->isSelected();
        if (current_ == it.key())
            current_.clear();
        delete it.value();
        it = edges_.erase(it);
    }
    if (selectionLost)
        announceSelection();
}

void CanvasView::routeAll()
{
    QList<RouterNode> nodes;
    QHash<QString, int> index;
    for (const CanvasNode& node : std::as_const(diagram_.nodes)) {
        index.insert(node.key, int(nodes.size()));
        nodes.append({nodes_.value(node.key)->sceneRect(), node.oneTrunk});
    }
    QList<RouterEdge> edges;
    QList<EdgeItem*> items;
    for (const CanvasEdge& edge : std::as_const(diagram_.edges)) {
        const auto from = index.constFind(edge.from);
        const auto to = index.constFind(edge.to);
        if (from == index.constEnd() || to == index.constEnd())
            continue;
        edges.append({*from, *to, edge.labelled});
        items.append(edges_.value(edge.key));
    }
    const QList<QPolygonF> lines = routeEdges(nodes, edges);
    for (int i = 0; i < items.size(); ++i)
        items[i]->setLine(lines[i]);
}

void CanvasView::refreshTheme()
{
    for (NodeItem* item : std::as_const(nodes_))
        item->refreshTheme();
    for (EdgeItem* item : std::as_const(edges_))
        item->refreshTheme();
    refreshDots();
    overlay_->refresh();
    viewport()->update();
}

QRectF CanvasView::contentRect() const
{
    QRectF content;
    for (const NodeItem* item : nodes_)
        content = content.united(item->sceneBoundingRect());
    for (const EdgeItem* item : edges_)
        content = content.united(item->boundingRect());
    return content;
}

void CanvasView::growScene()
{
    const QRectF content = contentRect();
    const QRectF wanted = content.adjusted(-sceneMargin, -sceneMargin, sceneMargin, sceneMargin);
    if (!sceneRect().contains(
            content.adjusted(-sceneMargin / 2, -sceneMargin / 2, sceneMargin / 2, sceneMargin / 2)))
        setSceneRect(sceneRect().isNull() ? wanted : sceneRect().united(wanted));
}

void CanvasView::setLive(bool live)
{
    look_.live = live;
    refreshDots();
    viewport()->update();
}

void CanvasView::refreshDots()
{
    const auto running = std::count_if(diagram_.edges.begin(), diagram_.edges.end(),
                                       [](const CanvasEdge& edge) { return edge.rate_per_s > 0; });
    look_.dots = look_.live && !theme().reducedMotion() && running > 0 && running <= mostDottedEdges;
    if (look_.dots && isVisible())
        dots_->start();
    else
        dots_->stop();
}

void CanvasView::tickDots()
{
    if (!isVisible() || window()->isMinimized())
        return dots_->stop();
    look_.travelled += dotSpeed;
    if (detailAt(look_.zoom) != Detail::full)
        return;
    for (EdgeItem* item : std::as_const(edges_)) {
        if (item->edge().rate_per_s > 0)
            item->updateDots();
    }
}

void CanvasView::setConnectRule(std::function<bool(const QString&, const QString&)> rule)
{
    connectRule_ = std::move(rule);
}

void CanvasView::setDropRule(std::function<bool(const QString&, const QString&)> rule)
{
    dropRule_ = std::move(rule);
}

// ---- selection
// ---------------------------------------------------------------------------------------------------

QStringList CanvasView::readingOrder() const
{
    QList<const NodeItem*> items;
    for (const NodeItem* item : nodes_)
        items.append(item);
    std::sort(items.begin(), items.end(), [](const NodeItem* a, const NodeItem* b) {
        const auto column = [](const NodeItem* i) { return std::lround(i->x() / nodeWidth); };
        if (column(a) != column(b))
            return column(a) < column(b);
        return a->y() != b->y() ? a->y() < b->y() : a->node().key < b->node().key;
    });
    QStringList keys;
    for (const NodeItem* item : items)
        keys.append(item->node().key);
    return keys;
}

QStringList CanvasView::selectedKeys() const
{
    QStringList keys;
    for (const QString& key : readingOrder()) {
        if (nodes_.value(key)->isSelected())
            keys.append(key);
    }
    for (const CanvasEdge& edge : diagram_.edges) {
        const EdgeItem* item = edges_.value(edge.key);
        if (item != nullptr && item->isSelected())
            keys.append(edge.key);
    }
    return keys;
}

QSet<QString> CanvasView::chosen() const
{
    const QStringList keys = selectedKeys();
    return {keys.begin(), keys.end()};
}

void CanvasView::setSelectedKeys(const QStringList& keys)
{
    const QSet<QString> wanted(keys.begin(), keys.end());
    for (auto it = nodes_.begin(); it != nodes_.end(); ++it)
        it.value()->setSelected(wanted.contains(it.key()));
    for (auto it = edges_.begin(); it != edges_.end(); ++it) {
        it.value()->setSelected(wanted.contains(it.key()));
        it.value()->update();
    }
    if (!wanted.contains(current_))
        current_ = keys.isEmpty() ? QString() : keys.first();
    for (NodeItem* item : std::as_const(nodes_))
        item->update();
}

void CanvasView::select(const QStringList& keys, const QString& current)
{
    const QSet<QString> before = chosen();
    setSelectedKeys(keys);
    const bool same = before == chosen() && current_ == current;
    current_ = current;
    if (!same)
        announceSelection();
}

void CanvasView::announceSelection()
{
    Q_EMIT selectionChanged(selectedKeys());
    if (hasFocus() && !current_.isEmpty())
        announceCanvasFocus(*this, current_);
}

void CanvasView::setCurrentKey(const QString& key)
{
    if (!nodes_.contains(key) && !edges_.contains(key))
        return;
    select({key}, key);
    reveal(key);
}

void CanvasView::reveal(const QString& key)
{
    QRectF rect = nodeRect(key);
    if (const EdgeItem* edge = edges_.value(key))
        rect = edge->boundingRect();
    if (rect.isNull() || visibleArea().contains(rect))
        return;
    const QRectF area = visibleArea().adjusted(24, 40, -24, -56);
    QPointF delta;
    if (rect.left() < area.left())
        delta.setX(rect.left() - area.left());
    else if (rect.right() > area.right())
        delta.setX(rect.right() - area.right());
    if (rect.top() < area.top())
        delta.setY(rect.top() - area.top());
    else if (rect.bottom() > area.bottom())
        delta.setY(rect.bottom() - area.bottom());
    panBy(-delta * look_.zoom);
}

QRectF CanvasView::nodeRect(const QString& key) const
{
    const NodeItem* item = nodes_.value(key);
    return item == nullptr ? QRectF() : item->sceneRect();
}

QPolygonF CanvasView::edgeLine(const QString& key) const
{
    const EdgeItem* item = edges_.value(key);
    return item == nullptr ? QPolygonF() : item->line();
}

QPoint CanvasView::portPoint(const QString& key) const
{
    const NodeItem* item = nodes_.value(key);
    return item == nullptr ? QPoint(-1, -1) : mapFromScene(item->port());
}

// ---- zoom and pan
// ------------------------------------------------------------------------------------------------

QRectF CanvasView::visibleArea() const
{
    return mapToScene(viewport()->rect()).boundingRect();
}

void CanvasView::setZoom(double zoom, std::optional<QPoint> anchor)
{
    const QPoint pixel = anchor.value_or(viewport()->rect().center());
    const QPointF before = mapToScene(pixel);
    look_.zoom = clampZoom(zoom);
    setTransform(QTransform::fromScale(look_.zoom, look_.zoom));
    const QPointF shift = mapFromScene(before) - pixel;
    panBy(-shift);
    fitOnShow_ = false;
    overlay_->refresh();
    Q_EMIT zoomChanged(look_.zoom);
}

void CanvasView::zoomStep(int direction, std::optional<QPoint> anchor)
{
    setZoom(nextZoom(look_.zoom, direction), anchor);
}

void CanvasView::fit()
{
    const QRectF content = contentRect();
    if (content.isEmpty())
        return setZoom(1);
    const QRect inside = viewport()->rect().marginsRemoved(fitMargins);
    setZoom(fitZoom(content, inside.size(), 0));
    panBy(inside.center() - mapFromScene(content.center()));
}

void CanvasView::panBy(QPointF pixels)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - int(std::lround(pixels.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(pixels.y())));
    overlay_->refresh();
}

void CanvasView::placeOverlay()
{
    overlay_->place(viewport()->geometry());
}

void CanvasView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    placeOverlay();
    if (fitOnShow_ && isVisible() && !nodes_.isEmpty()) {
        fit();
        fitOnShow_ = true; // until a person zooms, the picture follows the window
    }
}

void CanvasView::showEvent(QShowEvent* event)
{
    QGraphicsView::showEvent(event);
    placeOverlay();
    refreshDots();
    if (fitOnShow_ && !nodes_.isEmpty()) {
        fit();
        fitOnShow_ = true;
    }
}

// ---- painting of ground and gestures
// -----------------------------------------------------------------------------

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, theme().color(Role::window));
    if (detailAt(look_.zoom) != Detail::full)
        return;
    const double left = std::floor(rect.left() / gridStep) * gridStep;
    const double top = std::floor(rect.top() / gridStep) * gridStep;
    QList<QPointF> points;
    points.reserve(int((rect.width() / gridStep + 2) * (rect.height() / gridStep + 2)));
    for (double y = top; y <= rect.bottom(); y += gridStep) {
        for (double x = left; x <= rect.right(); x += gridStep)
            points.append({x, y});
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(theme().color(Role::grid), 2 / std::max(1.0, look_.zoom)));
    painter->drawPoints(points.constData(), int(points.size()));
}

void CanvasView::drawForeground(QPainter* painter, const QRectF&)
{
    const Theme& t = theme();
    painter->setRenderHint(QPainter::Antialiasing);
    if (gesture_ == Gesture::connect) {
        const NodeItem* from = nodes_.value(connectFrom_);
        if (from == nullptr)
            return;
        painter->setPen(QPen(t.color(Role::accentText), 2, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        const QPointF start = from->port();
        const double turn = (start.x() + pointer_.x()) / 2;
        painter->drawPath(
            roundedPath({{start, {turn, start.y()}, {turn, pointer_.y()}, pointer_}}, nodeRadius));
        painter->setBrush(t.color(Role::accentText));
        painter->drawEllipse(pointer_, 4, 4);
    } else if (gesture_ == Gesture::rubber) {
        QColor wash = t.color(Role::accentText);
        painter->setPen(QPen(wash, 1 / look_.zoom));
        wash.setAlphaF(0.12f);
        painter->setBrush(wash);
        painter->drawRect(QRectF(pressScene_, pointer_).normalized());
    }
    if (ghost_) {
        painter->setPen(QPen(t.color(Role::accentText), 2, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(*ghost_, QSizeF(nodeWidth, nodeHeight)), nodeRadius, nodeRadius);
    }
}

} // namespace gatehouse::ui
