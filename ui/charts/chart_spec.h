#pragma once

#include "ui/charts/scale.h"
#include "ui/widgets/theme.h"

#include <optional>

namespace gatehouse::ui {

/// One series: what it is called and how it looks. Looks come from the theme, by number (colour, dash and
/// marker together) or, where the series means a state, by a role.
struct SeriesSpec {
    QString key;              ///< stable, for tests and read-outs: "catalog", "p99"
    QString name;             ///< on the legend
    int style = 0;            ///< Theme::series; stable = 0, canary = 1
    std::optional<Role> role; ///< colour by state instead
    bool hatch = false;       ///< refused
    bool rightAxis = false;
    bool operator==(const SeriesSpec&) const = default;
};

struct ChartSpec {
    QString id; ///< object names and file names: "requests"
    QString title;
    QString unit;      ///< "requests/s"
    QString rightUnit; ///< empty = no right axis; a right axis is per cent, 0 … 100
    ScaleKind kind = ScaleKind::linear;
    bool stacked = false; ///< columns are parts of a whole, shown as shares in per cent
    std::vector<SeriesSpec> series;
    bool operator==(const ChartSpec&) const = default;
};

enum class Marker { circle, square, triangle, diamond, cross, ring };

struct SeriesLook {
    QColor color;
    QVector<qreal> dash_px; ///< empty = solid
    Marker marker = Marker::circle;
    bool hatch = false;
};
SeriesLook lookOf(const SeriesSpec& series);

constexpr qreal seriesWidth_px = 2;

} // namespace gatehouse::ui
