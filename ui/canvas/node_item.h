#pragma once

#include "ui/canvas/canvas_look.h"
#include "ui/canvas/diagram.h"

#include <QGraphicsItem>
#include <QStaticText>

namespace gatehouse::ui {

/// Paints one CanvasNode as VISUAL.md has it; texts are laid out when they change, not when they are painted.
class NodeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };
    NodeItem(CanvasNode node, const CanvasLook& look);

    const CanvasNode& node() const { return node_; }
    void setNode(const CanvasNode& node); ///< moves and repaints only what differs
    void refreshTheme();

    QPointF port() const; ///< scene place that edges are drawn from
    bool atPort(QPointF scenePoint, double zoom) const;
    QRectF sceneRect() const { return {pos(), QSizeF(nodeWidth, nodeHeight)}; }

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void layTexts();
    void paintFrame(QPainter& painter) const;
    void paintFull(QPainter& painter) const;
    void paintTitleOnly(QPainter& painter) const;
    void paintIconOnly(QPainter& painter) const;
    void paintPort(QPainter& painter) const;

    CanvasNode node_;
    const CanvasLook& look_;
    QStaticText title_;
    QStaticText largeTitle_; ///< for the title detail, where the text must stay legible
    QStaticText subtitle_;
    QStaticText numbers_;
};

} // namespace gatehouse::ui
