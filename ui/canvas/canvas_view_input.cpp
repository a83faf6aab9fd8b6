#include "ui/canvas/canvas_view.h"

#include "ui/canvas/canvas_overlay.h"
#include "ui/canvas/edge_item.h"
#include "ui/canvas/geometry.h"
#include "ui/canvas/node_item.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

// ---- what lies where
// ---------------------------------------------------------------------------------------------

NodeItem* CanvasView::nodeAt(QPointF scenePoint) const
{
    NodeItem* best = nullptr;
    for (NodeItem* item : nodes_) {
        if (item->sceneRect().adjusted(-2, -2, 2, 2).contains(scenePoint) &&
            (best == nullptr || item->isSelected()))
            best = item;
    }
    return best;
}

EdgeItem* CanvasView::edgeAt(QPointF scenePoint) const
{
    EdgeItem* best = nullptr;
    double nearest = 1e9;
    for (EdgeItem* item : edges_) {
        if (!item->boundingRect().contains(scenePoint) || !item->hit(scenePoint, look_.zoom))
            continue;
        const double distance =
            item->labelRect().contains(scenePoint) ? -1 : distanceTo(item->line(), scenePoint);
        if (distance < nearest) {
            nearest = distance;
            best = item;
        }
    }
    return best;
}

NodeItem* CanvasView::portAt(QPointF scenePoint) const
{
    if (!connectRule_)
        return nullptr;
    for (NodeItem* item : nodes_) {
        if (item->atPort(scenePoint, look_.zoom))
            return item;
    }
    return nullptr;
}

QString CanvasView::connectTarget(QPointF scenePoint) const
{
    const NodeItem* over = nodeAt(scenePoint);
    if (over == nullptr || !connectRule_ || !connectRule_(connectFrom_, over->node().key))
        return {};
    return over->node().key;
}

void CanvasView::setDropTarget(const QString& key)
{
    if (key == look_.dropTarget)
        return;
    for (const QString& changed : {look_.dropTarget, key}) {
        if (NodeItem* item = nodes_.value(changed))
            item->update();
    }
    look_.dropTarget = key;
}

void CanvasView::hover(QPointF scenePoint)
{
    NodeItem* over = portAt(scenePoint);
    const bool atPort = over != nullptr;
    if (!atPort)
        over = nodeAt(scenePoint);
    viewport()->setCursor(spaceHeld_ ? Qt::OpenHandCursor : atPort ? Qt::CrossCursor : Qt::ArrowCursor);
    const QString key = over == nullptr ? QString() : over->node().key;
    if (key == look_.hovered)
        return;
    for (const QString& changed : {look_.hovered, key}) {
        if (NodeItem* item = nodes_.value(changed))
            item->update();
    }
    look_.hovered = key;
    const EdgeItem* edge = key.isEmpty() ? edgeAt(scenePoint) : nullptr;
    viewport()->setToolTip(over != nullptr   ? over->node().markText
                           : edge != nullptr ? edge->edge().markText
                                             : QString());
}

// ---- mouse
// -------------------------------------------------------------------------------------------------------

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    pressPixel_ = event->pos();
    pressScene_ = pointer_ = mapToScene(event->pos());
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && spaceHeld_)) {
        gesture_ = Gesture::pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const bool extend = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    if (const NodeItem* port = portAt(pressScene_); port != nullptr && !extend) {
        connectFrom_ = port->node().key;
        gesture_ = Gesture::connect;
        viewport()->update();
        return;
    }
    if (const NodeItem* node = nodeAt(pressScene_))
        return pressOn(node->node().key, extend);
    if (const EdgeItem* edge = edgeAt(pressScene_))
        return pressOn(edge->edge().key, extend);
    gesture_ = Gesture::rubber;
    pressKey_.clear();
    pressExtends_ = extend;
    chosenBefore_ = extend ? chosen() : QSet<QString>();
}

void CanvasView::pressOn(const QString& key, bool extend)
{
    gesture_ = Gesture::press;
    pressKey_ = key;
    pressExtends_ = extend;
    QSet<QString> keys = chosen();
    if (extend) {
        if (!keys.remove(key))
            keys.insert(key);
        select({keys.begin(), keys.end()}, key);
    } else {
        select(keys.contains(key) ? selectedKeys() : QStringList{key}, key);
    }
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = mapToScene(event->pos());
    switch (gesture_) {
    case Gesture::none:
        hover(at);
        break;
    case Gesture::press:
        if ((event->pos() - pressPixel_).manhattanLength() < QApplication::startDragDistance() ||
            !nodes_.contains(pressKey_) || !nodes_.value(pressKey_)->isSelected())
            break;
        beginMove();
        [[fallthrough]];
    case Gesture::move:
        moveTo(at, !(event->modifiers() & Qt::AltModifier));
        break;
    case Gesture::connect:
        pointer_ = at;
        setDropTarget(connectTarget(at));
        viewport()->update();
        break;
    case Gesture::rubber:
        rubberBand(at, pressExtends_);
        break;
    case Gesture::pan:
        panBy(event->pos() - pressPixel_);
        pressPixel_ = event->pos();
        fitOnShow_ = false;
        break;
    }
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    if (gesture_ == Gesture::none || event->button() == Qt::RightButton)
        return;
    // A plain click on one of several chosen things chooses it alone.
    if (gesture_ == Gesture::press && !pressExtends_)
        select({pressKey_}, pressKey_);
    if (gesture_ == Gesture::rubber && !pressExtends_ &&
        (event->pos() - pressPixel_).manhattanLength() < QApplication::startDragDistance())
        select({}, {});
    pointer_ = mapToScene(event->pos());
    endGesture(true);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPointF at = mapToScene(event->pos());
    if (const NodeItem* node = nodeAt(at))
        Q_EMIT activated(node->node().key);
    else if (const EdgeItem* edge = edgeAt(at))
        Q_EMIT activated(edge->edge().key);
}

void CanvasView::beginMove()
{
    gesture_ = Gesture::move;
    placesBefore_.clear();
    for (NodeItem* item : std::as_const(nodes_)) {
        if (item->isSelected())
            placesBefore_.insert(item->node().key, item->pos());
    }
}

void CanvasView::moveTo(QPointF scenePoint, bool onGrid)
{
    const QPointF delta = scenePoint - pressScene_;
    for (auto it = placesBefore_.cbegin(); it != placesBefore_.cend(); ++it) {
        const QPointF place = it.value() + delta;
        nodes_.value(it.key())->setPos(onGrid ? snap(place, gridStep)
                                              : QPointF(std::round(place.x()), std::round(place.y())));
    }
    routeAll();
    overlay_->refresh();
}

void CanvasView::rubberBand(QPointF scenePoint, bool extend)
{
    pointer_ = scenePoint;
    const QRectF band = QRectF(pressScene_, pointer_).normalized();
    QSet<QString> keys = extend ? chosenBefore_ : QSet<QString>();
    QString last;
    for (const NodeItem* item : std::as_const(nodes_)) {
        if (band.intersects(item->sceneRect())) {
            keys.insert(item->node().key);
            last = item->node().key;
        }
    }
    select({keys.begin(), keys.end()}, last);
    viewport()->update();
}

void CanvasView::endGesture(bool keep)
{
    const Gesture was = std::exchange(gesture_, Gesture::none);
    viewport()->setCursor(spaceHeld_ ? Qt::OpenHandCursor : Qt::ArrowCursor);
    setDropTarget({});
    viewport()->update();
    if (was == Gesture::move) {
        QMap<QString, QPointF> places;
        for (auto it = placesBefore_.cbegin(); it != placesBefore_.cend(); ++it) {
            NodeItem* item = nodes_.value(it.key());
            if (item == nullptr)
                continue;
            if (keep && item->pos() != it.value())
                places.insert(it.key(), item->pos());
            item->setPos(it.value());
        }
        routeAll();
        if (!places.isEmpty())
            Q_EMIT moved(places, false);
    } else if (was == Gesture::connect) {
        const QString target = keep ? connectTarget(pointer_) : QString();
        const QString from = std::exchange(connectFrom_, QString());
        if (!target.isEmpty())
            Q_EMIT connectRequested(from, target);
        else if (keep &&
                 (mapFromScene(pointer_) - pressPixel_).manhattanLength() < QApplication::startDragDistance())
            select({from}, from);
    } else if (was == Gesture::rubber && !keep) {
        select({chosenBefore_.begin(), chosenBefore_.end()}, {});
    }
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    fitOnShow_ = false;
    if (event->modifiers() & Qt::ControlModifier) {
        const double steps = event->angleDelta().y() / 120.0;
        setZoom(look_.zoom * std::pow(1.2, steps), event->position().toPoint());
    } else if (!event->pixelDelta().isNull()) {
        panBy(event->pixelDelta());
    } else {
        QPointF delta = event->angleDelta();
        if (event->modifiers() & Qt::ShiftModifier)
            delta = {delta.x() + delta.y(), 0};
        panBy(delta / 2);
    }
    event->accept();
}

bool CanvasView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(look_.zoom * (1 + gesture->value()), gesture->position().toPoint());
            return true;
        }
    }
    if (event->type() == QEvent::Leave)
        hover({1e9, 1e9});
    return QGraphicsView::viewportEvent(event);
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint pixel = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        pixel = mapFromScene(nodeRect(current_).center());
    } else if (event->reason() == QContextMenuEvent::Mouse) {
        const QPointF at = mapToScene(event->pos());
        const NodeItem* node = nodeAt(at);
        const EdgeItem* edge = node == nullptr ? edgeAt(at) : nullptr;
        const QString key = node != nullptr   ? node->node().key
                            : edge != nullptr ? edge->edge().key
                                              : QString();
        if (key.isEmpty())
            select({}, {});
        else if (!chosen().contains(key))
            select({key}, key);
    }
    Q_EMIT menuRequested(viewport()->mapToGlobal(pixel));
    event->accept();
}

// ---- keyboard
// ----------------------------------------------------------------------------------------------------

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && gesture_ != Gesture::none)
        return endGesture(false);
    if (arrowKey(event) || keyOfCanvas(event)) {
        event->accept();
        return;
    }
    event->ignore();
}

bool CanvasView::arrowKey(QKeyEvent* event)
{
    QPointF direction;
    switch (event->key()) {
    case Qt::Key_Left:
        direction = {-1, 0};
        break;
    case Qt::Key_Right:
        direction = {1, 0};
        break;
    case Qt::Key_Up:
        direction = {0, -1};
        break;
    case Qt::Key_Down:
        direction = {0, 1};
        break;
    default:
        return false;
    }
    const bool far = event->modifiers() & Qt::ShiftModifier;
    const bool anyNode =
        std::any_of(nodes_.begin(), nodes_.end(), [](const NodeItem* n) { return n->isSelected(); });
    if (!anyNode || event->modifiers() & Qt::ControlModifier) {
        fitOnShow_ = false;
        panBy(-direction * (far ? 320 : 64));
    } else {
        moveSelected(direction * gridStep * (far ? 10 : 1));
    }
    return true;
}

void CanvasView::moveSelected(QPointF delta)
{
    QMap<QString, QPointF> places;
    for (const NodeItem* item : std::as_const(nodes_)) {
        if (item->isSelected())
            places.insert(item->node().key, snap(item->pos(), gridStep) + delta);
    }
    Q_EMIT moved(places, true);
    if (!current_.isEmpty())
        reveal(current_);
}

bool CanvasView::keyOfCanvas(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->matches(QKeySequence::SelectAll)) {
        select(readingOrder(), current_);
        return true;
    }
    if (!plain)
        return false;
    switch (event->key()) {
    case Qt::Key_Space:
        spaceHeld_ = true;
        if (!event->isAutoRepeat())
            viewport()->setCursor(Qt::OpenHandCursor);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomStep(+1);
        return true;
    case Qt::Key_Minus:
        zoomStep(-1);
        return true;
    case Qt::Key_0:
        setZoom(1);
        return true;
    case Qt::Key_F:
        fit();
        return true;
    case Qt::Key_C:
        if (nodes_.contains(current_) && nodes_.value(current_)->node().givesEdges)
            Q_EMIT connectMenuRequested(current_);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (const QStringList keys = selectedKeys(); !keys.isEmpty())
            Q_EMIT deleteRequested(keys);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current_.isEmpty())
            Q_EMIT activated(current_);
        return true;
    case Qt::Key_Escape:
        if (selectedKeys().isEmpty())
            return false;
        select({}, {});
        return true;
    default:
        return false;
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QGraphicsView::keyReleaseEvent(event);
    spaceHeld_ = false;
    if (gesture_ == Gesture::none)
        viewport()->setCursor(Qt::ArrowCursor);
}

bool CanvasView::focusNextPrevChild(bool next)
{
    const QStringList order = readingOrder();
    const int at = int(order.indexOf(current_));
    const int wanted = at < 0 ? (next ? 0 : int(order.size()) - 1) : at + (next ? 1 : -1);
    if (wanted < 0 || wanted >= order.size())
        return QGraphicsView::focusNextPrevChild(next);
    setCurrentKey(order[wanted]);
    return true;
}

void CanvasView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        const QStringList order = readingOrder();
        if (!order.isEmpty() && !nodes_.contains(current_))
            setCurrentKey(event->reason() == Qt::TabFocusReason ? order.first() : order.last());
    }
    overlay_->setFocusShown(true);
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    spaceHeld_ = false;
    overlay_->setFocusShown(false);
}

// ---- dropping from a palette
// ---------------------------------------------------------------------------------------

void CanvasView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(QLatin1String(mimeType)))
        event->acceptProposedAction();
    else
        event->ignore();
}

void CanvasView::dragMoveEvent(QDragMoveEvent* event)
{
    const QString item = QString::fromUtf8(event->mimeData()->data(QLatin1String(mimeType)));
    const QPointF at = mapToScene(event->position().toPoint());
    const NodeItem* over = nodeAt(at);
    const QString key = over == nullptr ? QString() : over->node().key;
    const bool allowed = !dropRule_ || dropRule_(item, key);
    setDropTarget(allowed ? key : QString());
    ghost_ = snap(at - QPointF(nodeWidth / 2, nodeHeight / 2), gridStep);
    event->setAccepted(allowed);
    viewport()->update();
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent*)
{
    ghost_.reset();
    setDropTarget({});
    viewport()->update();
}

void CanvasView::dropEvent(QDropEvent* event)
{
    const QString item = QString::fromUtf8(event->mimeData()->data(QLatin1String(mimeType)));
    const QPointF at = mapToScene(event->position().toPoint());
    const NodeItem* over = nodeAt(at);
    const QString key = over == nullptr ? QString() : over->node().key;
    ghost_.reset();
    setDropTarget({});
    viewport()->update();
    event->acceptProposedAction();
    setFocus(Qt::OtherFocusReason);
    Q_EMIT dropped(item, snap(at - QPointF(nodeWidth / 2, nodeHeight / 2), gridStep), key);
}

} // namespace gatehouse::ui
