#include "ui/charts/plot_picture.h"

#include "ui/charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr double tickSpacing_px = 84;
constexpr double rowSpacing_px = 34;

struct Rows {
    std::size_t first = 0; ///< one before the view, so that lines enter from its edge
    std::size_t last = 0;
};

Rows rowsInView(const PlotRequest& request)
{
    Rows rows{request.table->rowFrom(request.start_ms), request.table->rowFrom(request.end_ms + 0.5)};
    if (rows.first > 0)
        --rows.first;
    if (rows.last < request.table->rows())
        ++rows.last;
    return rows;
}

bool isShown(const PlotRequest& request, int series)
{
    return std::size_t(series) >= request.shown.size() || request.shown[std::size_t(series)];
}

/// The columns to draw: for a stacked chart the upper edges of the shares of what is shown.
SeriesTable stackedTable(const PlotRequest& request, Rows rows)
{
    const int columns = request.table->columns();
    SeriesTable parts(columns, rows.last - rows.first + 1);
    std::vector<double> values(static_cast<std::size_t>(columns));
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        for (int k = 0; k < columns; ++k)
            values[std::size_t(k)] = isShown(request, k) ? request.table->value(k, row) : noValue;
        parts.append(request.table->time_ms(row), values);
    }
    const auto edges = stackedShares(parts, 0, parts.rows());
    SeriesTable table(columns, rows.last - rows.first + 1);
    for (std::size_t row = 0; row < parts.rows(); ++row) {
        for (int k = 0; k < columns; ++k)
            values[std::size_t(k)] = edges[std::size_t(k)][row];
        table.append(parts.time_ms(row), values);
    }
    return table;
}

Extent shownExtent(const PlotRequest& request, const SeriesTable& table, Rows rows, bool right)
{
    Extent all;
    for (int k = 0; k < table.columns(); ++k) {
        if (!isShown(request, k) || request.spec->series[std::size_t(k)].rightAxis != right)
            continue;
        const Extent one = extentOf({&table, k}, rows.first, rows.last);
        if (std::isnan(one.least))
            continue;
        all.least = std::isnan(all.least) ? one.least : std::min(all.least, one.least);
        all.greatest = std::isnan(all.greatest) ? one.greatest : std::max(all.greatest, one.greatest);
    }
    return all;
}

Domain valueDomain(const PlotRequest& request, const SeriesTable& table, Rows rows)
{
    if (request.spec->stacked) {
        for (int k = 0; k < table.columns(); ++k) {
            if (isShown(request, k))
                return {shareFloor(extentOf({&table, k}, rows.first, rows.last).least), 100};
        }
        return {0, 100};
    }
    const Extent extent = shownExtent(request, table, rows, false);
    if (request.spec->kind == ScaleKind::log)
        return logDomain(extent.least, extent.greatest, request.previous);
    return linearDomain(extent.greatest, request.previous);
}

double widest(const std::vector<Tick>& ticks, const TextWidth& width)
{
    double most = 0;
    for (const Tick& tick : ticks)
        most = std::max(most, width(tick.label));
    return most;
}

void layOut(PlotPicture& picture, const PlotRequest& request, Domain domain)
{
    const ChartSpec& spec = *request.spec;
    const double strip =
        request.events.empty() && !spec.stacked ? request.labelHeight : request.labelHeight + 2;
    const double top = strip + 4;
    const double bottom = picture.size.height() - request.labelHeight - 8;
    const int rows = std::clamp(int((bottom - top) / rowSpacing_px), 1, 6);
    picture.yTicks = spec.kind == ScaleKind::log ? logTicks(domain, rows) : linearTicks(domain, rows);
    if (!spec.rightUnit.isEmpty())
        picture.rightTicks = linearTicks({0, 100}, rows);

    const double left = std::ceil(
        std::max(widest(picture.yTicks, request.labelWidth), request.labelWidth(QStringLiteral("000"))) + 14);
    const double rightMargin =
        picture.rightTicks.empty() ? 14 : std::ceil(widest(picture.rightTicks, request.labelWidth) + 14);
    picture.plot = QRectF(left, top, std::max(10.0, picture.size.width() - left - rightMargin),
                          std::max(10.0, bottom - top));
    picture.strip = QRectF(left, 0, picture.plot.width(), strip);
    picture.x = {ScaleKind::linear, request.start_ms, std::max(request.end_ms, request.start_ms + 1),
                 picture.plot.left(), picture.plot.right()};
    picture.y = {spec.kind, domain.low, domain.high, picture.plot.bottom(), picture.plot.top()};
    picture.right = {ScaleKind::linear, 0, 100, picture.plot.bottom(), picture.plot.top()};
    picture.xTicks = timeTicks(request.start_ms, request.end_ms, picture.plot.width(), tickSpacing_px);
    std::erase_if(picture.xTicks, [&](const Tick& tick) { // a label that the edge would cut
        const double half = request.labelWidth(tick.label) / 2;
        return picture.x.pixel(tick.value) + half > picture.size.width() - 2 ||
               picture.x.pixel(tick.value) - half < 2;
    });
}

QPolygonF closed(const QPolygonF& piece, double floor)
{
    QPolygonF area = piece;
    area.append(QPointF(piece.last().x(), floor));
    area.append(QPointF(piece.first().x(), floor));
    return area;
}

SeriesShape shapeOf(const PlotPicture& picture, const PlotRequest& request, const SeriesTable& table,
                    Rows rows, int series, bool wash)
{
    const SeriesSpec& spec = request.spec->series[std::size_t(series)];
    SeriesShape shape;
    shape.series = series;
    shape.look = lookOf(spec);
    const Scale& y = spec.rightAxis ? picture.right : picture.y;
    const auto pieces =
        tracePieces({&table, series}, rows.first, rows.last, picture.x, y, tracePoints / 2, request.gap_ms);
    for (const QPolygonF& piece : pieces) {
        if (piece.size() == 1) {
            shape.points.append(piece.first());
            continue;
        }
        appendSegments(shape.lines, piece, request.spec->stacked ? QVector<qreal>{} : shape.look.dash_px);
        if (wash || request.spec->stacked)
            shape.areas.push_back(closed(piece, picture.plot.bottom()));
    }
    return shape;
}

} // namespace

double shareFloor(double smallestFirstShare)
{
    if (std::isnan(smallestFirstShare))
        return 0;
    return smallestFirstShare >= 91 ? 90 : smallestFirstShare >= 55 ? 50 : 0;
}

PlotPicture composePlot(const PlotRequest& request)
{
    PlotPicture picture;
    picture.size = request.size;
    Rows rows = rowsInView(request);
    SeriesTable shares(0, 1);
    const SeriesTable* table = request.table;
    if (request.spec->stacked) {
        shares = stackedTable(request, rows);
        table = &shares;
        rows = {0, shares.rows()};
    }
    layOut(picture, request, valueDomain(request, *table, rows));

    const int columns = table->columns();
    const bool wash = !request.spec->stacked && columns == 1;
    for (int k = 0; k < columns; ++k) {
        // the first series ends on top; a stack's bands each cover the one above
        const int series = columns - 1 - k;
        if (!isShown(request, series))
            continue;
        picture.shapes.push_back(shapeOf(picture, request, *table, rows, series, wash));
        const SeriesShape& shape = picture.shapes.back();
        picture.empty = picture.empty && shape.lines.isEmpty() && shape.points.isEmpty();
    }
    picture.marks =
        placeMarks(request.events, picture.x, picture.strip, request.markWidth, request.markCount);
    return picture;
}

} // namespace gatehouse::ui
