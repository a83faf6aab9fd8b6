#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace gatehouse::ui {

class ChartPlot;

/// A chart for elsewhere: its visible span with title, unit, time range and legend. The picture is composed
/// for its own size, so it doesn't depend on the window; colours are the current theme's.
QImage chartImage(const ChartPlot& plot, int scale); ///< 960×420 times `scale`, 1 … 4
QByteArray chartSvg(const ChartPlot& plot);

/// RFC 4180 with three comment lines (title, unit, time range) before the head; times ISO 8601 in UTC with
/// milliseconds; a gap is an empty field, numbers have a point.
QString chartCsv(const ChartPlot& plot);

QString chartFileName(const ChartPlot& plot, const QString& suffix); ///< "requests-20260101-110235.png"

} // namespace gatehouse::ui
