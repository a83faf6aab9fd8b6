#include "ui/canvas/edge_item.h"

#include "ui/canvas/geometry.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace gatehouse::ui {
namespace {

constexpr double turnRadius = 8;
constexpr double dotSpacing = 88;
constexpr double dotRadius = 2.5;
constexpr double arrowLength = 8;
constexpr double chipPadding = 6;

QStaticText laidOut(const QString& text)
{
    QStaticText result(text);
    result.setTextFormat(Qt::PlainText);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare({}, theme().font(TextStyle::codeSmall));
    return result;
}

} // namespace

EdgeItem::EdgeItem(CanvasEdge edge, const CanvasLook& look) : edge_(std::move(edge)), look_(look)
{
    setFlag(ItemIsSelectable);
    layTexts();
}

void EdgeItem::setEdge(const CanvasEdge& edge)
{
    if (edge == edge_)
        return;
    const bool texts = edge.label != edge_.label || edge.errorText != edge_.errorText;
    edge_ = edge;
    setZValue(edge_.lit ? 0.5 : 0);
    if (texts) {
        layTexts();
        refreshGeometry();
    }
    update();
}

void EdgeItem::setLine(const QPolygonF& line)
{
    if (line == line_)
        return;
    line_ = line;
    refreshGeometry();
    update();
}

void EdgeItem::refreshTheme()
{
    layTexts();
    refreshGeometry();
    update();
}

void EdgeItem::layTexts()
{
    label_ = laidOut(edge_.label);
    error_ = laidOut(edge_.errorText);
}

void EdgeItem::refreshGeometry()
{
    QPolygonF stem = line_;
    if (stem.size() >= 2)
        stem.last() = pointAlong(line_, lineLength(line_) - arrowLength + 1);
    path_ = roundedPath(stem, turnRadius);
    QRectF bounds = line_.boundingRect().adjusted(-8, -8, 8, 8).united(labelRect().adjusted(-2, -2, 2, 2));
    if (!line_.isEmpty() && !edge_.errorText.isEmpty())
        bounds = bounds.united(QRectF(line_.last() - QPointF(70, 24), QSizeF(70, 24)));
    if (bounds != bounds_) {
        prepareGeometryChange();
        bounds_ = bounds;
    }
}

QRectF EdgeItem::labelRect() const
{
    if (edge_.label.isEmpty() || line_.size() < 2)
        return {};
    const QSizeF size(label_.size().width() + 2 * chipPadding, label_.size().height() + 2);
    QPointF centre = labelCentre(line_, size.width());
    return QRectF(
        QPointF(std::round(centre.x() - size.width() / 2), std::round(centre.y() - size.height() / 2)), size);
}

bool EdgeItem::hit(QPointF scenePoint, double zoom) const
{
    return labelRect().contains(scenePoint) || distanceTo(line_, scenePoint) <= 7 / std::min(1.0, zoom);
}

QPainterPath EdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    QPainterPath area = stroker.createStroke(path_);
    area.addRect(labelRect());
    return area;
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    if (line_.size() < 2)
        return;
    const Theme& t = theme();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const double width = look_.live ? edgeWidth(edge_.rate_per_s) : edgeWidth(0);
    if (edge_.lit || isSelected()) {
        painter->setPen(
            QPen(t.color(Role::selection), width + 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(path_);
    }
    QColor colour = t.color(isSelected() ? Role::accentText : Role::controlEdge);
    if (edge_.mark == State::error || edge_.mark == State::warning)
        colour = t.stateColor(*edge_.mark);
    painter->setPen(
        QPen(colour, width, edge_.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->drawPath(path_);
    const bool errors = look_.live && edge_.errorShare > 0 && !edge_.errorText.isEmpty();
    if (errors)
        paintErrorPart(*painter, width);
    paintArrow(*painter, errors ? t.color(Role::error) : colour, width);
    if (detailAt(look_.zoom) != Detail::full)
        return;
    if (look_.live && look_.dots && edge_.rate_per_s > 0)
        paintDots(*painter);
    if (!edge_.label.isEmpty())
        paintLabel(*painter);
    if (errors) {
        painter->setFont(t.font(TextStyle::codeSmall));
        painter->setPen(t.color(Role::error));
        const QSizeF size = error_.size();
        painter->drawStaticText(line_.last() - QPointF(size.width() + 4, size.height() + 4), error_);
    }
}

/// As long as its share of the edge, but long enough to be seen.
void EdgeItem::paintErrorPart(QPainter& painter, double width) const
{
    const double whole = lineLength(line_) - arrowLength;
    const double length = std::min(whole, std::max(22.0, whole * edge_.errorShare));
    QPolygonF part = lineTail(line_, length + arrowLength);
    part.last() = pointAlong(line_, whole + 1);
    painter.setPen(QPen(theme().color(Role::error), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(roundedPath(part, turnRadius));
}

void EdgeItem::paintArrow(QPainter& painter, const QColor& colour, double width) const
{
    const QPointF tip = line_.last();
    const double half = 3.5 + width / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(
        QPolygonF({tip, tip - QPointF(arrowLength, half), tip - QPointF(arrowLength, -half)}));
}

void EdgeItem::paintDots(QPainter& painter) const
{
    const QRectF chip = labelRect().adjusted(-4, -4, 4, 4);
    const double whole = lineLength(line_) - arrowLength - 4;
    painter.setPen(QPen(theme().color(Role::accentText), 1.5));
    painter.setBrush(theme().color(Role::base));
    for (double at = std::fmod(look_.travelled, dotSpacing); at < whole; at += dotSpacing) {
        const QPointF point = pointAlong(line_, at);
        if (at > 4 && !chip.contains(point))
            painter.drawEllipse(point, dotRadius, dotRadius);
    }
}

void EdgeItem::paintLabel(QPainter& painter) const
{
    const Theme& t = theme();
    const QRectF rect = labelRect();
    painter.setPen(QPen(t.color(isSelected() ? Role::accentText : Role::line), 1));
    painter.setBrush(t.color(Role::window));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    painter.setPen(t.color(Role::text));
    painter.setFont(t.font(TextStyle::codeSmall));
    painter.drawStaticText(rect.topLeft() + QPointF(chipPadding, 1), label_);
}

void EdgeItem::updateDots()
{
    for (int i = 1; i < line_.size(); ++i)
        update(QRectF(line_[i - 1], line_[i]).normalized().adjusted(-5, -5, 5, 5));
}

} // namespace gatehouse::ui
