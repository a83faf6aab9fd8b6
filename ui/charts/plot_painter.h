#pragma once

#include "ui/charts/plot_picture.h"

class QPainter;

namespace gatehouse::ui {

/// Paints series and event marks of a picture (the axes are AxisFrame's), the cursor with a marker on each
/// series, and the short line that stands for a series on a legend.
void paintSeries(QPainter& painter, const PlotPicture& picture, bool stacked);
void paintMarks(QPainter& painter, const PlotPicture& picture);

struct CursorPoint {
    QPointF at;
    SeriesLook look;
};
void paintCursor(QPainter& painter, const PlotPicture& picture, double x,
                 const std::vector<CursorPoint>& points);

void paintSample(QPainter& painter, const QRectF& place, const SeriesLook& look, bool band);

/// A series' fill in a stacked chart: its colour over the base role, opaque.
QColor bandColor(const SeriesLook& look);

} // namespace gatehouse::ui
