#pragma once

namespace gatehouse::ui {

/// Gives ChartPlot its accessible interface (QWidget's own says nothing of what is drawn): a chart with its
/// title as name, the reading as value, and one child a series, whose value is what it reads at the cursor.
/// Once is enough; more does nothing.
void installChartAccessibility();

} // namespace gatehouse::ui
