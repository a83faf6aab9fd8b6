#include "ui/charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

namespace {

struct Bucket {
    long long number = 0;
    std::size_t least = 0;
    std::size_t greatest = 0;
};

class PieceMaker
{
public:
    PieceMaker(const Column& column, const Scale& x, const Scale& y) : column_(column), x_(x), y_(y) {}

    void add(std::size_t row, long long number)
    {
        if (open_ && number == bucket_.number) {
            if (column_(row) < column_(bucket_.least))
                bucket_.least = row;
            if (column_(row) > column_(bucket_.greatest))
                bucket_.greatest = row;
            return;
        }
        flush();
        bucket_ = {number, row, row};
        open_ = true;
    }

    void cut()
    {
        flush();
        if (!piece_.isEmpty())
            pieces_.push_back(std::move(piece_));
        piece_ = {};
    }

    std::vector<QPolygonF> take()
    {
        cut();
        return std::move(pieces_);
    }

private:
    void flush()
    {
        if (!open_)
            return;
        put(std::min(bucket_.least, bucket_.greatest));
        if (bucket_.least != bucket_.greatest)
            put(std::max(bucket_.least, bucket_.greatest));
        open_ = false;
    }

    void put(std::size_t row)
    {
        piece_.append(QPointF(x_.pixel(column_.table->time_ms(row)), y_.pixel(column_(row))));
    }

    const Column& column_;
    const Scale& x_;
    const Scale& y_;
    Bucket bucket_;
    bool open_ = false;
    QPolygonF piece_;
    std::vector<QPolygonF> pieces_;
};

} // namespace

std::vector<QPolygonF> tracePieces(const Column& column, std::size_t first, std::size_t last, const Scale& x,
                                   const Scale& y, int buckets, double gap_ms)
{
    PieceMaker maker(column, x, y);
    const double bucket_ms = (x.high - x.low) / std::max(buckets, 1);
    double previous_ms = noValue;
    for (std::size_t row = first; row < last; ++row) {
        const double at_ms = column.table->time_ms(row);
        const bool gap = std::isnan(column(row));
        if (gap || at_ms - previous_ms > gap_ms)
            maker.cut();
        previous_ms = at_ms;
        if (!gap)
            maker.add(row, static_cast<long long>(std::floor(at_ms / bucket_ms)));
    }
    return maker.take();
}

void appendSegments(QVector<QLineF>& lines, const QPolygonF& piece, const QVector<qreal>& dash_px)
{
    if (dash_px.isEmpty()) {
        for (int i = 1; i < piece.size(); ++i)
            lines.append(QLineF(piece[i - 1], piece[i]));
        return;
    }
    int part = 0;
    qreal left = dash_px[0];
    for (int i = 1; i < piece.size(); ++i) {
        const QLineF whole(piece[i - 1], piece[i]);
        const qreal length = whole.length();
        qreal done = 0;
        while (length - done > 1e-6) {
            const qreal step = std::min(left, length - done);
            if (part % 2 == 0)
                lines.append(QLineF(whole.pointAt(done / length), whole.pointAt((done + step) / length)));
            done += step;
            left -= step;
            if (left <= 1e-6) {
                part = (part + 1) % int(dash_px.size());
                left = std::max<qreal>(dash_px[part], 0.1);
            }
        }
    }
}

std::vector<std::vector<double>> stackedShares(const SeriesTable& table, std::size_t first, std::size_t last)
{
    const std::size_t columns = std::size_t(table.columns());
    std::vector<std::vector<double>> edges(columns, std::vector<double>(last - first, noValue));
    for (std::size_t row = first; row < last; ++row) {
        double sum = 0;
        for (std::size_t k = 0; k < columns; ++k) {
            const double value = table.value(int(k), row);
            sum += std::isnan(value) ? 0 : value;
            edges[k][row - first] = sum;
        }
        for (std::size_t k = 0; k < columns; ++k)
            edges[k][row - first] = sum > 0 ? 100 * edges[k][row - first] / sum : noValue;
    }
    return edges;
}

Extent extentOf(const Column& column, std::size_t first, std::size_t last)
{
    Extent extent;
    for (std::size_t row = first; row < last; ++row) {
        const double value = column(row);
        if (!std::isfinite(value))
            continue;
        extent.least = std::isnan(extent.least) ? value : std::min(extent.least, value);
        extent.greatest = std::isnan(extent.greatest) ? value : std::max(extent.greatest, value);
    }
    return extent;
}

} // namespace gatehouse::ui
