#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/diagram.h"

#include <QGraphicsView>
#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>
#include <optional>

class QTimer;

namespace gatehouse::ui {

class CanvasOverlay;
class EdgeItem;
class NodeItem;

/// Nodes and edges that a person moves, joins and chooses by mouse and by keyboard. Shows a Diagram and tells
/// what was asked for; it changes nothing by itself: a moved node goes back unless the next Diagram has it at
/// its new place.
///
/// Keys: Tab and Shift+Tab walk the nodes in reading order and leave at the ends; arrows move the chosen ones
/// by one grid step (with Shift ten), or pan when none is chosen; Ctrl+arrows pan; + and - zoom, 0 is 100 %,
/// F fits; Del, Enter, Ctrl+A, Esc as everywhere; C asks to connect. Mouse: drag moves (Alt: off the grid),
/// from a port connects, on the ground chooses by rubber band (Shift adds); Space or the middle button pans;
/// the wheel scrolls, with Ctrl it zooms.
class CanvasView : public QGraphicsView
{
    Q_OBJECT
public:
    static constexpr const char* mimeType = "application/x-gatehouse-canvas-item";

    explicit CanvasView(QWidget* parent = nullptr);
    ~CanvasView() override;

    /// Keeps items, selection and zoom; repaints what differs, routes edges again when places or edges
    /// differ.
    void setDiagram(const Diagram& diagram);
    const Diagram& diagram() const { return diagram_; }

    void setLive(bool live);
    /// May an edge go from one node to another? Asked while one is drawn. Unset: no edges are drawn.
    void setConnectRule(std::function<bool(const QString& from, const QString& to)> rule);
    /// May this item be dropped on that node (empty = on the ground)?
    void setDropRule(std::function<bool(const QString& item, const QString& node)> rule);

    QStringList selectedKeys() const;              ///< nodes in reading order, then edges
    void setSelectedKeys(const QStringList& keys); ///< no signal
    QString currentKey() const { return current_; }
    void
    setCurrentKey(const QString& key); ///< selects it alone and brings it into view; emits selectionChanged
    void reveal(const QString& key);   ///< scrolls the least that shows it
    QStringList readingOrder() const;  ///< nodes by column, then row

    double zoom() const { return look_.zoom; }
    void setZoom(double zoom,
                 std::optional<QPoint> anchor = {}); ///< anchor in viewport pixels; default the middle
    void zoomStep(int direction, std::optional<QPoint> anchor = {});
    void fit();
    void panBy(QPointF pixels);
    QRectF visibleArea() const; ///< scene units
    QPointF middle() const { return visibleArea().center(); }

    QRectF nodeRect(const QString& key) const; ///< scene units; null when there is none
    QPolygonF edgeLine(const QString& key) const;
    QPoint portPoint(const QString& key) const; ///< viewport pixels
    void paintMinimap(QPainter& painter, const QRectF& place, bool withView) const;
    QRectF contentRect() const;

Q_SIGNALS:
    void selectionChanged(const QStringList& keys);
    void moved(const QMap<QString, QPointF>& places, bool byKeys); ///< new top left corners
    void connectRequested(const QString& from, const QString& to);
    void connectMenuRequested(const QString& from); ///< key C: the page offers the targets
    void deleteRequested(const QStringList& keys);
    void activated(const QString& key); ///< Enter or double click
    void dropped(const QString& item, QPointF place, const QString& onNode);
    void menuRequested(const QPoint& globalPosition); ///< selection is set to what it is about
    void zoomChanged(double zoom);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Gesture { none, press, move, connect, rubber, pan };

    void syncNodes();
    void syncEdges();
    void routeAll();
    void refreshTheme();
    void growScene();
    void placeOverlay();
    void tickDots();
    void refreshDots();
    void announceSelection();

    NodeItem* nodeAt(QPointF scenePoint) const;
    EdgeItem* edgeAt(QPointF scenePoint) const;
    NodeItem* portAt(QPointF scenePoint) const;
    void pressOn(const QString& key, bool extend);
    void select(const QStringList& keys, const QString& current);
    QSet<QString> chosen() const;

    void beginMove();
    void moveTo(QPointF scenePoint, bool onGrid);
    void moveSelected(QPointF delta);
    void endGesture(bool keep);
    void hover(QPointF scenePoint);
    void setDropTarget(const QString& key);
    QString connectTarget(QPointF scenePoint) const;
    void rubberBand(QPointF scenePoint, bool extend);
    bool keyOfCanvas(QKeyEvent* event);
    bool arrowKey(QKeyEvent* event);

    QGraphicsScene* scene_;
    CanvasOverlay* overlay_;
    QTimer* dots_;
    CanvasLook look_;
    Diagram diagram_;
    QHash<QString, NodeItem*> nodes_;
    QHash<QString, EdgeItem*> edges_;
    QString current_;
    bool quietSelection_ = false;
    bool fitOnShow_ = true;
    bool spaceHeld_ = false;

    std::function<bool(const QString&, const QString&)> connectRule_;
    std::function<bool(const QString&, const QString&)> dropRule_;

    Gesture gesture_ = Gesture::none;
    QPoint pressPixel_;
    QPointF pressScene_;
    QPointF pointer_;
    QString connectFrom_;
    QString pressKey_;
    bool pressExtends_ = false;
    QSet<QString> chosenBefore_;
    QHash<QString, QPointF> placesBefore_;
    std::optional<QPointF> ghost_; ///< where a dragged palette item would come to lie
};

} // namespace gatehouse::ui
