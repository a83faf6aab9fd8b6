#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/diagram.h"

#include <QGraphicsItem>
#include <QPolygonF>
#include <QStaticText>

namespace gatehouse::ui {

/// Paints one CanvasEdge along the line that the router gave it.
class EdgeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };
    EdgeItem(CanvasEdge edge, const CanvasLook& look);

    const CanvasEdge& edge() const { return edge_; }
    void setEdge(const CanvasEdge& edge);
    const QPolygonF& line() const { return line_; }
    void setLine(const QPolygonF& line);
    void refreshTheme();
    void updateDots(); ///< repaints the strip that the dots run in

    bool hit(QPointF scenePoint, double zoom) const;
    QRectF labelRect() const; ///< empty without a label

    int type() const override { return Type; }
    QRectF boundingRect() const override { return bounds_; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void refreshGeometry();
    void layTexts();
    void paintErrorPart(QPainter& painter, double width) const;
    void paintArrow(QPainter& painter, const QColor& colour, double width) const;
    void paintDots(QPainter& painter) const;
    void paintLabel(QPainter& painter) const;

    CanvasEdge edge_;
    const CanvasLook& look_;
    QPolygonF line_;
    QPainterPath path_; ///< up to the arrow head
    QRectF bounds_;
    QStaticText label_;
    QStaticText error_;
};

} // namespace gatehouse::ui
