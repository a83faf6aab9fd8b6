#pragma once

#include "ui/charts/scale.h"
#include "ui/charts/series_table.h"

#include <QLineF>
#include <QPolygonF>

#include <vector>

/// From a column of numbers to what a painter draws. Pixels are those of the scales.
namespace gatehouse::ui {

/// A reader of one series: value of a row; so that a stacked band or a share can be drawn like a plain
/// column.
struct Column {
    const SeriesTable* table = nullptr;
    int index = 0;
    double operator()(std::size_t row) const { return table->value(index, row); }
};

/// The line of one column between the rows [first, last), cut at gaps (NaN, or a step in time over `gap_ms`),
/// with at most two points (least and greatest, in their order) in each of `buckets` equal parts of the x
/// scale. Buckets are aligned to absolute time, so that a peak doesn't flicker while the window moves. A
/// single point between two gaps is a piece of one.
std::vector<QPolygonF> tracePieces(const Column& column, std::size_t first, std::size_t last, const Scale& x,
                                   const Scale& y, int buckets, double gap_ms);

/// The segments of a polyline; with a dash pattern (lengths in pixels: on, off, on …) only the parts that are
/// on. The pattern runs on through corners.
void appendSegments(QVector<QLineF>& lines, const QPolygonF& piece, const QVector<qreal>& dash_px);

/// Upper edges of stacked shares: out[k][row] = 100 · Σ_{j ≤ k} column j ÷ Σ all, for the rows [first, last).
/// A row with no positive sum, or with all columns NaN, is a gap (NaN) in every edge; a single NaN counts as
/// 0.
std::vector<std::vector<double>> stackedShares(const SeriesTable& table, std::size_t first, std::size_t last);

/// Least and greatest finite value of a column in the rows [first, last); NaN, NaN when there is none.
struct Extent {
    double least = noValue;
    double greatest = noValue;
};
Extent extentOf(const Column& column, std::size_t first, std::size_t last);

} // namespace gatehouse::ui
