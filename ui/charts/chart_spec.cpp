#include "ui/charts/chart_spec.h"

namespace gatehouse::ui {

SeriesLook lookOf(const SeriesSpec& series)
{
    SeriesLook look;
    look.color = series.role ? theme().color(*series.role) : theme().series(series.style);
    look.marker = Marker(series.style % 6);
    look.hatch = series.hatch;
    for (const qreal widths : theme().seriesDash(series.style))
        look.dash_px.append(widths * seriesWidth_px);
    return look;
}

} // namespace gatehouse::ui
