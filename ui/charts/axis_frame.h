#pragma once

#include "ui/charts/plot_picture.h"

#include <memory>

class QPainter;

namespace gatehouse::ui {

/// Grid, axes and their labels, drawn by QtCharts (DESIGN §9: a QChart without series; 0.6 ms a frame).
/// QtCharts' own axes put labels at even parts of the range and know no "1,000"; so both axes are category
/// axes on 0 … 1, and the ticks are ours. The series are not QtCharts' (22 ms for four dashed ones, and it
/// bridges gaps).
class AxisFrame
{
public:
    AxisFrame();
    ~AxisFrame();

    /// Draws into [0, size) of the painter's coordinates, behind the series.
    void paint(QPainter& painter, const PlotPicture& picture);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace gatehouse::ui
