#pragma once

#include "ui/charts/chart_spec.h"
#include "ui/charts/event_marks.h"
#include "ui/charts/series_table.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

namespace gatehouse::ui {

/// Everything that a plot shows, in pixels, computed outside paint and without a window.
struct SeriesShape {
    int series = 0;
    SeriesLook look;
    QVector<QLineF> lines;        ///< already dashed
    std::vector<QPolygonF> areas; ///< closed: the band of a stacked chart, or the wash below a single line
    QVector<QPointF> points;      ///< single values between two gaps
};

struct PlotPicture {
    QSizeF size;
    QRectF plot;  ///< inside the axes
    QRectF strip; ///< for event marks, above it
    Scale x;
    Scale y;
    Scale right;
    std::vector<Tick> xTicks;
    std::vector<Tick> yTicks;
    std::vector<Tick> rightTicks;
    std::vector<SeriesShape> shapes; ///< in painting order
    std::vector<PlacedMark> marks;
    bool empty = true; ///< no value in view
};

struct PlotRequest {
    const ChartSpec* spec = nullptr;
    const SeriesTable* table = nullptr;
    std::vector<bool> shown; ///< a column each
    QSizeF size;
    double start_ms = 0;
    double end_ms = 0;
    double gap_ms = 0; ///< a step in time over this is a gap
    Domain previous;   ///< last time's value axis, so that it doesn't jump
    std::vector<EventMark> events;
    TextWidth labelWidth; ///< of axis labels
    TextWidth markWidth;  ///< of event labels
    CountText markCount;
    double labelHeight = 12;
};

constexpr int tracePoints = 600; ///< drawn a series at most

PlotPicture composePlot(const PlotRequest& request);

/// The value axis's floor of a stacked chart: 90, 50 or 0, so that the smallest first share in view still
/// shows.
double shareFloor(double smallestFirstShare);

} // namespace gatehouse::ui
