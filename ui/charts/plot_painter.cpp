#include "ui/charts/plot_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr double markerSize_px = 7;
constexpr float bandStrength = 0.32f;
constexpr float washStrength = 0.12f;

QColor blend(const QColor& over, const QColor& ground, float strength)
{
    const auto mix = [strength](float a, float b) { return a * strength + b * (1 - strength); };
    return QColor::fromRgbF(mix(over.redF(), ground.redF()), mix(over.greenF(), ground.greenF()),
                            mix(over.blueF(), ground.blueF()));
}

QPen linePen(const QColor& color, qreal width)
{
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QPainterPath markerPath(Marker marker, QPointF at, double size)
{
    const double r = size / 2;
    QPainterPath path;
    switch (marker) {
    case Marker::square:
        path.addRect(QRectF(at.x() - r * 0.85, at.y() - r * 0.85, r * 1.7, r * 1.7));
        break;
    case Marker::triangle:
        path.addPolygon(
            QPolygonF({at + QPointF(0, -r * 1.1), at + QPointF(r, r * 0.8), at + QPointF(-r, r * 0.8)}));
        break;
    case Marker::diamond:
        path.addPolygon(QPolygonF({at + QPointF(0, -r * 1.15), at + QPointF(r * 1.15, 0),
                                   at + QPointF(0, r * 1.15), at + QPointF(-r * 1.15, 0)}));
        break;
    case Marker::cross:
        path.addRect(QRectF(at.x() - r, at.y() - r * 0.35, 2 * r, r * 0.7));
        path.addRect(QRectF(at.x() - r * 0.35, at.y() - r, r * 0.7, 2 * r));
        path.setFillRule(Qt::WindingFill);
        break;
    case Marker::circle:
    case Marker::ring:
        path.addEllipse(at, r, r);
        break;
    }
    path.closeSubpath();
    return path;
}

void paintMarker(QPainter& painter, QPointF at, const SeriesLook& look, double size)
{
    const bool hollow = look.marker == Marker::circle || look.marker == Marker::ring;
    painter.setPen(QPen(look.color, hollow ? 1.6 : 1));
    painter.setBrush(hollow ? theme().color(Role::base) : look.color);
    painter.drawPath(markerPath(look.marker, at, size));
}

void fillBand(QPainter& painter, const QPolygonF& area, const SeriesLook& look)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(bandColor(look));
    painter.drawPolygon(area);
    if (look.hatch) {
        painter.setBrush(QBrush(look.color, Qt::BDiagPattern));
        painter.drawPolygon(area);
    }
}

} // namespace

QColor bandColor(const SeriesLook& look)
{
    return blend(look.color, theme().color(Role::base), look.hatch ? 0.08f : bandStrength);
}

void paintSeries(QPainter& painter, const PlotPicture& picture, bool stacked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(picture.plot.adjusted(-1, -1, 1, 1));
    for (const SeriesShape& shape : picture.shapes) {
        for (const QPolygonF& area : shape.areas) {
            if (stacked) {
                fillBand(painter, area, shape.look);
                continue;
            }
            QColor wash = shape.look.color;
            wash.setAlphaF(washStrength);
            painter.setPen(Qt::NoPen);
            painter.setBrush(wash);
            painter.drawPolygon(area);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(linePen(shape.look.color, stacked ? 1.2 : seriesWidth_px));
        painter.drawLines(shape.lines);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shape.look.color);
        for (const QPointF& point : shape.points)
            painter.drawEllipse(point, 2, 2);
    }
    painter.restore();
}

void paintMarks(QPainter& painter, const PlotPicture& picture)
{
    const QColor words = theme().color(Role::text);
    painter.save();
    painter.setFont(theme().font(TextStyle::caption));
    for (const PlacedMark& mark : picture.marks) {
        const double x = std::round(mark.x) + 0.5;
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen line(theme().color(Role::controlEdge), 1);
        line.setDashPattern({1, 3});
        painter.setPen(line);
        painter.drawLine(QLineF(x, picture.plot.top(), x, picture.plot.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Role::textSecondary));
        const double y = picture.strip.bottom() - 1;
        painter.drawPolygon(QPolygonF({{x - 4, y - 5}, {x + 4, y - 5}, {x, y + 1}}));
        if (!mark.label.isEmpty()) {
            painter.setPen(words);
            painter.drawText(mark.label, Qt::AlignVCenter | Qt::AlignLeft, mark.text);
        }
    }
    painter.restore();
}

void paintCursor(QPainter& painter, const PlotPicture& picture, double x,
                 const std::vector<CursorPoint>& points)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme().color(Role::text), 1));
    const double at = std::round(x) + 0.5;
    painter.drawLine(QLineF(at, picture.plot.top() - 2, at, picture.plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const CursorPoint& point : points)
        paintMarker(painter, QPointF(at, point.at.y()), point.look, markerSize_px);
    painter.restore();
}

void paintSample(QPainter& painter, const QRectF& place, const SeriesLook& look, bool band)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (band) {
        const QRectF box(place.left() + 0.5, place.center().y() - 4.5, place.width() - 1, 9);
        fillBand(painter, QPolygonF(box), look);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.color, 1));
        painter.drawRect(box);
    } else {
        QPen pen = linePen(look.color, seriesWidth_px);
        if (!look.dash_px.isEmpty()) {
            QVector<qreal> widths;
            for (const qreal px : look.dash_px)
                widths.append(px / seriesWidth_px);
            pen.setDashPattern(widths);
        }
        painter.setPen(pen);
        painter.drawLine(QLineF(place.left(), place.center().y(), place.right(), place.center().y()));
    }
    painter.restore();
}

} // namespace gatehouse::ui
