#pragma once

class QMenu;

namespace gatehouse::ui {

class LiveChart;

/// "PNG", "PNG, 2×", "SVG" and "CSV": each asks where to, in a dialog that doesn't block, and says beside the
/// file what kept it from being written. Also "Copy values" as CSV text.
void addExportActions(QMenu& menu, LiveChart& chart);

} // namespace gatehouse::ui
