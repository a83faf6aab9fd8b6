#include "ui/canvas/geometry.h"

#include "ui/canvas/diagram.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::ui {

Detail detailAt(double zoom)
{
    if (zoom >= 0.60)
        return Detail::full;
    return zoom >= 0.35 ? Detail::title : Detail::icon;
}

double clampZoom(double zoom)
{
    return std::clamp(zoom, minimumZoom, maximumZoom);
}

double nextZoom(double zoom, int direction)
{
    static constexpr std::array steps{0.10, 0.25, 0.35, 0.50, 0.60, 0.75, 1.00, 1.25, 1.50, 2.00, 3.00, 4.00};
    constexpr double nearly = 1.001;
    if (direction > 0) {
        const auto next =
            std::find_if(steps.begin(), steps.end(), [&](double s) { return s > zoom * nearly; });
        return next == steps.end() ? maximumZoom : *next;
    }
    const auto next = std::find_if(steps.rbegin(), steps.rend(), [&](double s) { return s < zoom / nearly; });
    return next == steps.rend() ? minimumZoom : *next;
}

double fitZoom(const QRectF& content, const QSizeF& view, double margin)
{
    if (content.isEmpty() || view.isEmpty())
        return 1.0;
    const double width = std::max(1.0, view.width() - 2 * margin);
    const double height = std::max(1.0, view.height() - 2 * margin);
    return clampZoom(std::min({1.0, width / content.width(), height / content.height()}));
}

double snap(double value, double step)
{
    return std::round(value / step) * step;
}

QPointF snap(QPointF point, double step)
{
    return {snap(point.x(), step), snap(point.y(), step)};
}

double edgeWidth(double rate_per_s)
{
    constexpr double thin = 1.5;
    constexpr double thick = 6.0;
    constexpr double decades = 4.0;
    if (rate_per_s <= 1)
        return thin;
    return thin + (thick - thin) * std::min(1.0, std::log10(rate_per_s) / decades);
}

QPainterPath roundedPath(const QPolygonF& line, double radius)
{
    QPainterPath path;
    if (line.isEmpty())
        return path;
    path.moveTo(line.first());
    for (int i = 1; i + 1 < line.size(); ++i) {
        const QLineF in(line[i], line[i - 1]);
        const QLineF out(line[i], line[i + 1]);
        const double r = std::min({radius, in.length() / 2, out.length() / 2});
        if (r < 0.5) {
            path.lineTo(line[i]);
            continue;
        }
        path.lineTo(in.pointAt(r / in.length()));
        path.quadTo(line[i], out.pointAt(r / out.length()));
    }
    if (line.size() > 1)
        path.lineTo(line.last());
    return path;
}

double lineLength(const QPolygonF& line)
{
    double length = 0;
    for (int i = 1; i < line.size(); ++i)
        length += QLineF(line[i - 1], line[i]).length();
    return length;
}

QPolygonF lineTail(const QPolygonF& line, double length)
{
    QPolygonF tail;
    for (int i = line.size() - 1; i > 0; --i) {
        tail.prepend(line[i]);
        const QLineF part(line[i], line[i - 1]);
        if (part.length() >= length) {
            if (part.length() > 0)
                tail.prepend(part.pointAt(length / part.length()));
            return tail;
        }
        length -= part.length();
    }
    if (!line.isEmpty())
        tail.prepend(line.first());
    return tail;
}

QPointF pointAlong(const QPolygonF& line, double distance)
{
    if (line.isEmpty())
        return {};
    for (int i = 1; i < line.size(); ++i) {
        const QLineF part(line[i - 1], line[i]);
        if (distance <= part.length() && part.length() > 0)
            return part.pointAt(std::max(0.0, distance) / part.length());
        distance -= part.length();
    }
    return line.last();
}

double distanceTo(const QPolygonF& line, QPointF point)
{
    double nearest = 1e18;
    for (int i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF d = line[i] - a;
        const double square = QPointF::dotProduct(d, d);
        const double t = square > 0 ? std::clamp(QPointF::dotProduct(point - a, d) / square, 0.0, 1.0) : 0.0;
        nearest = std::min(nearest, QLineF(point, a + t * d).length());
    }
    return nearest;
}

QPointF labelCentre(const QPolygonF& line, double width)
{
    QPointF best = pointAlong(line, lineLength(line) / 2);
    double longest = -1;
    for (int i = 1; i < line.size(); ++i) {
        const QLineF part(line[i - 1], line[i]);
        if (std::abs(part.dy()) > 0.5)
            continue;
        if (part.length() >= longest) {
            longest = part.length();
            best = part.center();
        }
    }
    // The arrow head takes the end: a chip that just fits moves off it.
    if (longest > width)
        best.rx() -= std::min(6.0, (longest - width) / 2);
    return best;
}

QPointF freePlace(QPointF wanted, QSizeF size, const QList<QRectF>& taken, double gap)
{
    const QPointF start = snap(wanted, gridStep);
    const auto isFree = [&](QPointF at) {
        const QRectF rect = QRectF(at, size).adjusted(-gap, -gap, gap, gap);
        return std::none_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(rect); });
    };
    for (int ring = 0; ring < 400; ++ring) {
        const double d = ring * gridStep;
        const QPointF tries[] = {start + QPointF(0, d), start - QPointF(0, d), start + QPointF(d, 0),
                                 start + QPointF(d, d), start + QPointF(-d, d)};
        for (const QPointF& at : tries) {
            if (isFree(at))
                return at;
        }
    }
    return start;
}

} // namespace gatehouse::ui
