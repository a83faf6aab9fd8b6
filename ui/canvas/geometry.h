#pragma once

#include <QList>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

/// The canvas's arithmetic, without a window. Scene units unless said otherwise.
namespace gatehouse::ui {

constexpr double minimumZoom = 0.10;
constexpr double maximumZoom = 4.00;

/// How much a node shows at a zoom factor.
enum class Detail {
    full,  ///< from 60 %
    title, ///< from 35 %: icon, title, state
    icon,  ///< below 35 %: icon and state
};
Detail detailAt(double zoom);

double clampZoom(double zoom);

/// The next of the round steps (10, 25, 50, 75, 100 … 400 %) above or below `zoom`.
double nextZoom(double zoom, int direction);

/// The factor at which `content` with a margin fits into `view`; never above 100 %.
double fitZoom(const QRectF& content, const QSizeF& view, double margin);

double snap(double value, double step);
QPointF snap(QPointF point, double step);

/// 1.5 … 6 by the logarithm of the rate; 1/s and less is 1.5, 10,000/s and more is 6.
double edgeWidth(double rate_per_s);

/// An orthogonal line with its corners rounded; a corner between short parts gets the radius that fits.
QPainterPath roundedPath(const QPolygonF& line, double radius);

double lineLength(const QPolygonF& line);

/// The end of a line from `length` before its end on.
QPolygonF lineTail(const QPolygonF& line, double length);

/// The point `distance` from the start, clamped to the line.
QPointF pointAlong(const QPolygonF& line, double distance);

double distanceTo(const QPolygonF& line, QPointF point);

/// Where a chip of `size` sits: the middle of the longest horizontal part, nearer the end where two are
/// equally long.
QPointF labelCentre(const QPolygonF& line, double width);

/// The nearest place to `wanted`, in grid steps, where a rectangle of `size` keeps `gap` to all of `taken`.
QPointF freePlace(QPointF wanted, QSizeF size, const QList<QRectF>& taken, double gap);

} // namespace gatehouse::ui
