#include "ui/charts/chart_legend.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

namespace {
constexpr int lineSample_px = 18;
constexpr int bandSample_px = 14;
constexpr int between_px = 6;
constexpr int entryGap_px = 10;
constexpr int entryHeight_px = 24;
} // namespace

LegendEntry::LegendEntry(const SeriesSpec& series, bool band, QWidget* parent)
    : QAbstractButton(parent), series_(series), band_(band)
{
    setCheckable(true);
    setChecked(true);
    setText(series.name);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Show or hide %1").arg(series.name));
}

void LegendEntry::setReading(double value, const QString& unit)
{
    const QString text = valueText(value);
    setAccessibleName(tr("%1, %2 %3").arg(series_.name, text, unit));
    if (text == reading_)
        return;
    reading_ = text;
    const int width = QFontMetrics(theme().font(TextStyle::codeSmall)).horizontalAdvance(text);
    if (width > readingWidth_) {
        readingWidth_ = width;
        updateGeometry();
    }
    update();
}

QSize LegendEntry::sizeHint() const
{
    const int name = QFontMetrics(theme().font(TextStyle::caption)).horizontalAdvance(series_.name);
    const int sample = band_ ? bandSample_px : lineSample_px;
    return {sample + between_px + name + between_px + readingWidth_ + 4, entryHeight_px};
}

void LegendEntry::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int sample = band_ ? bandSample_px : lineSample_px;
    SeriesLook look = lookOf(series_);
    if (!isChecked())
        look.color = theme().color(Role::disabled);
    paintSample(painter, QRectF(2, 0, sample, height()), look, band_);

    const QFont nameFont = theme().font(TextStyle::caption);
    const Role words = !isChecked() ? Role::disabled : underMouse() ? Role::text : Role::textSecondary;
    int left = 2 + sample + between_px;
    painter.setFont(nameFont);
    painter.setPen(theme().color(words));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     series_.name);
    const int nameWidth = QFontMetrics(nameFont).horizontalAdvance(series_.name);
    if (!isChecked())
        painter.drawLine(left, height() / 2 + 1, left + nameWidth, height() / 2 + 1);

    left += nameWidth + between_px;
    painter.setFont(theme().font(TextStyle::codeSmall));
    painter.setPen(theme().color(isChecked() ? Role::text : Role::disabled));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter | Qt::AlignLeft, reading_);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().color(Role::accentText), metrics::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
}

void LegendEntry::enterEvent(QEnterEvent*)
{
    update();
}

void LegendEntry::leaveEvent(QEvent*)
{
    update();
}

ChartLegend::ChartLegend(ChartPlot& plot, QWidget* parent) : QWidget(parent), plot_(plot)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&plot_, &ChartPlot::readingChanged, this, &ChartLegend::refresh);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

void ChartLegend::rebuild()
{
    qDeleteAll(entries_);
    entries_.clear();
    const ChartSpec& spec = plot_.spec();
    for (std::size_t k = 0; k < spec.series.size(); ++k) {
        auto* entry = new LegendEntry(spec.series[k], spec.stacked, this);
        entry->setObjectName(QStringLiteral("chart.%1.legend.%2").arg(spec.id, spec.series[k].key));
        connect(entry, &QAbstractButton::toggled, this,
                [this, k](bool shown) { plot_.setShown(int(k), shown); });
        entry->show();
        entries_.append(entry);
    }
    refresh();
    updateGeometry();
    place(width(), true);
}

void ChartLegend::refresh()
{
    const ChartSpec& spec = plot_.spec();
    if (entries_.size() != qsizetype(spec.series.size()))
        return;
    for (int k = 0; k < int(spec.series.size()); ++k)
        entries_[k]->setReading(plot_.reading(k),
                                spec.series[std::size_t(k)].rightAxis ? spec.rightUnit : spec.unit);
}

int ChartLegend::place(int width, bool move) const
{
    int left = 0;
    int top = 0;
    for (LegendEntry* entry : entries_) {
        const QSize size = entry->sizeHint();
        if (left > 0 && left + size.width() > width) {
            left = 0;
            top += entryHeight_px - 4;
        }
        if (move)
            entry->setGeometry(left, top, std::min(size.width(), std::max(width, 1)), size.height());
        left += size.width() + entryGap_px;
    }
    return top + entryHeight_px;
}

int ChartLegend::heightForWidth(int width) const
{
    return place(width, false);
}

QSize ChartLegend::sizeHint() const
{
    return {200, place(std::max(width(), 200), false)};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {80, entryHeight_px};
}

void ChartLegend::resizeEvent(QResizeEvent*)
{
    place(width(), true);
}

bool ChartLegend::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place(width(), true);
    }
    return QWidget::event(event);
}

} // namespace gatehouse::ui
