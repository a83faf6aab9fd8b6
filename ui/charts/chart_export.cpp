#include "ui/charts/chart_export.h"

#include "ui/charts/chart_plot.h"

#include <QBuffer>
#include <QDateTime>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr QSize size_px{960, 420};
constexpr double margin_px = 16;
constexpr double headHeight_px = 78;

QDateTime instant(double at_ms)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(std::llround(at_ms)));
}

QString rangeText(const ChartPlot& plot)
{
    const QDateTime from = instant(plot.timeline().start_ms());
    const QDateTime to = instant(plot.timeline().end_ms());
    return QStringLiteral("%1 – %2 (%3)")
        .arg(from.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), to.toString(QStringLiteral("HH:mm:ss")),
             from.timeZoneAbbreviation());
}

QString unitText(const ChartSpec& spec)
{
    return spec.rightUnit.isEmpty() ? spec.unit : spec.unit + QStringLiteral("; ") + spec.rightUnit;
}

void paintLegend(QPainter& painter, const ChartPlot& plot, double top)
{
    double left = margin_px;
    painter.setFont(theme().font(TextStyle::caption));
    const QFontMetricsF words(painter.font());
    for (std::size_t k = 0; k < plot.spec().series.size(); ++k) {
        if (!plot.isShown(int(k)))
            continue;
        const SeriesSpec& series = plot.spec().series[k];
        paintSample(painter, QRectF(left, top, 20, 16), lookOf(series), plot.spec().stacked);
        const double width = words.horizontalAdvance(series.name);
        painter.setPen(theme().color(Role::text));
        painter.drawText(QRectF(left + 26, top, width + 4, 16), Qt::AlignVCenter, series.name);
        left += 26 + width + 18;
    }
}

void paintChart(QPainter& painter, const ChartPlot& plot)
{
    const QRectF all(QPointF(0, 0), QSizeF(size_px));
    painter.fillRect(all, theme().color(Role::base));
    painter.setPen(theme().color(Role::text));
    painter.setFont(theme().font(TextStyle::title));
    const QRectF head(margin_px, 10, all.width() - 2 * margin_px, 26);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, plot.spec().title);
    painter.setFont(theme().font(TextStyle::caption));
    painter.setPen(theme().color(Role::textSecondary));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, unitText(plot.spec()));
    painter.drawText(head.translated(0, 22), Qt::AlignLeft | Qt::AlignVCenter, rangeText(plot));
    paintLegend(painter, plot, 58);

    painter.translate(4, headHeight_px);
    const PlotPicture picture =
        plot.picture(QSizeF(all.width() - 12, all.height() - headHeight_px - 6), Domain{});
    AxisFrame frame;
    frame.paint(painter, picture);
    paintSeries(painter, picture, plot.spec().stacked);
    paintMarks(painter, picture);
}

QString quoted(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

QImage chartImage(const ChartPlot& plot, int scale)
{
    QImage image(size_px * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.setText(QStringLiteral("Title"), plot.spec().title);
    image.setText(QStringLiteral("Description"),
                  unitText(plot.spec()) + QStringLiteral(", ") + rangeText(plot));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    paintChart(painter, plot);
    return image;
}

QByteArray chartSvg(const ChartPlot& plot)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size_px);
    generator.setViewBox(QRect(QPoint(0, 0), size_px));
    generator.setTitle(plot.spec().title);
    generator.setDescription(unitText(plot.spec()) + QStringLiteral(", ") + rangeText(plot));
    QPainter painter(&generator);
    paintChart(painter, plot);
    painter.end();
    return buffer.data();
}

QString chartCsv(const ChartPlot& plot)
{
    const ChartSpec& spec = plot.spec();
    const SeriesTable& table = plot.table();
    QString text =
        QStringLiteral("# %1\r\n# %2\r\n# %3\r\n").arg(spec.title, unitText(spec), rangeText(plot));
    text += QStringLiteral("time");
    for (std::size_t k = 0; k < spec.series.size(); ++k) {
        if (plot.isShown(int(k)))
            text += QLatin1Char(',') + quoted(spec.series[k].name);
    }
    text += QStringLiteral("\r\n");
    const std::size_t last = table.rowFrom(plot.timeline().end_ms() + 0.5);
    for (std::size_t row = table.rowFrom(plot.timeline().start_ms()); row < last; ++row) {
        text += instant(table.time_ms(row)).toUTC().toString(Qt::ISODateWithMs);
        for (std::size_t k = 0; k < spec.series.size(); ++k) {
            if (!plot.isShown(int(k)))
                continue;
            const double value = table.value(int(k), row);
            text += QLatin1Char(',');
            if (std::isfinite(value))
                text += QString::number(value, 'g', 10);
        }
        text += QStringLiteral("\r\n");
    }
    return text;
}

QString chartFileName(const ChartPlot& plot, const QString& suffix)
{
    return QStringLiteral("%1-%2.%3")
        .arg(plot.spec().id, instant(plot.timeline().end_ms()).toString(QStringLiteral("yyyyMMdd-HHmmss")),
             suffix);
}

} // namespace gatehouse::ui
