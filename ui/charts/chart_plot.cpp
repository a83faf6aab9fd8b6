#include "ui/charts/chart_plot.h"

#include "ui/charts/chart_accessible.h"
#include "ui/charts/decimate.h"
#include "ui/charts/repaint_scheduler.h"
#include "ui/widgets/numbers.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace gatehouse::ui {

namespace {
constexpr double dragStart_px = 4;
constexpr double zoomStep = 0.8;
constexpr int fastRows = 10;
} // namespace

ChartPlot::ChartPlot(ChartTimeline& timeline, QWidget* parent) : QWidget(parent), timeline_(timeline)
{
    installChartAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&timeline_, &ChartTimeline::viewChanged, this, &ChartPlot::viewMoved);
    connect(&timeline_, &ChartTimeline::cursorChanged, this, &ChartPlot::cursorMoved);
    connect(&theme(), &Theme::changed, this, &ChartPlot::invalidate);
}

void ChartPlot::setSpec(const ChartSpec& spec)
{
    spec_ = spec;
    table_ = SeriesTable(int(spec.series.size()), 6001);
    shown_.assign(spec.series.size(), true);
    picture_ = {};
    invalidate();
}

void ChartPlot::setEvents(std::vector<EventMark> events)
{
    if (events == events_)
        return;
    events_ = std::move(events);
    invalidate();
}

void ChartPlot::setShown(int series, bool shown)
{
    shown_[std::size_t(series)] = shown;
    invalidate();
}

bool ChartPlot::isShown(int series) const
{
    return shown_[std::size_t(series)];
}

void ChartPlot::invalidate()
{
    stale_ = true;
    RepaintScheduler::instance().ask(this);
    Q_EMIT readingChanged();
    if (isEmpty() != wasEmpty_) {
        wasEmpty_ = !wasEmpty_;
        Q_EMIT emptyChanged();
    }
}

void ChartPlot::viewMoved()
{
    stale_ = true;
    RepaintScheduler::instance().ask(this);
}

void ChartPlot::cursorMoved()
{
    RepaintScheduler::instance().ask(this);
    Q_EMIT readingChanged();
}

std::size_t ChartPlot::readingRow() const
{
    if (const auto cursor = timeline_.cursor_ms())
        return table_.nearestRow(*cursor, timeline_.bin_ms());
    const std::size_t end = table_.rowFrom(timeline_.end_ms() + 0.5);
    return end > 0 ? end - 1 : table_.rows();
}

double ChartPlot::readingAt_ms() const
{
    const std::size_t row = readingRow();
    return row < table_.rows() ? table_.time_ms(row) : 0;
}

double ChartPlot::reading(int series) const
{
    const std::size_t row = readingRow();
    if (row >= table_.rows())
        return noValue;
    const double value = table_.value(series, row);
    if (!spec_.stacked)
        return value;
    double sum = 0;
    for (int k = 0; k < table_.columns(); ++k)
        sum += isShown(k) && !std::isnan(table_.value(k, row)) ? table_.value(k, row) : 0;
    return sum > 0 && isShown(series) ? 100 * value / sum : noValue;
}

bool ChartPlot::isEmpty() const
{
    const std::size_t last = table_.rowFrom(timeline_.end_ms() + 0.5);
    for (std::size_t row = table_.rowFrom(timeline_.start_ms()); row < last; ++row) {
        for (int k = 0; k < table_.columns(); ++k) {
            if (table_.value(k, row) > 0)
                return false;
        }
    }
    return true;
}

QString ChartPlot::spokenReading() const
{
    const double at = readingAt_ms();
    if (at == 0)
        return tr("No values yet");
    QStringList parts;
    for (int k = 0; k < table_.columns(); ++k) {
        const SeriesSpec& series = spec_.series[std::size_t(k)];
        if (isShown(k))
            parts.append(series.name + QLatin1Char(' ') + valueText(reading(k)));
    }
    return tr("%1: %2 (%3)").arg(clockText(at), parts.join(QStringLiteral(", ")), spec_.unit);
}

PlotPicture ChartPlot::picture(const QSizeF& size, Domain previous) const
{
    const QFontMetricsF axis(theme().font(TextStyle::codeSmall));
    const QFontMetricsF words(theme().font(TextStyle::caption));
    return composePlot(
        {.spec = &spec_,
         .table = &table_,
         .shown = shown_,
         .size = size,
         .start_ms = timeline_.start_ms(),
         .end_ms = timeline_.end_ms(),
         .gap_ms = timeline_.bin_ms() * 1.5,
         .previous = previous,
         .events = events_,
         .labelWidth = [&](const QString& text) { return axis.horizontalAdvance(text); },
         .markWidth = [&](const QString& text) { return std::ceil(words.horizontalAdvance(text)); },
         .markCount = [](int count) { return tr("%n events", nullptr, count); },
         .labelHeight = std::ceil(std::max(axis.height(), words.height()))});
}

void ChartPlot::renderLayer()
{
    picture_ = picture(size(), {picture_.y.low, picture_.y.high});
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (layer_.size() != pixels || layer_.devicePixelRatio() != ratio) {
        layer_ = QPixmap(pixels);
        layer_.setDevicePixelRatio(ratio);
    }
    layer_.fill(theme().color(Role::base));
    QPainter painter(&layer_);
    frame_.paint(painter, picture_);
    paintSeries(painter, picture_, spec_.stacked);
    paintMarks(painter, picture_);
    stale_ = false;
}

std::vector<CursorPoint> ChartPlot::cursorPoints() const
{
    std::vector<CursorPoint> points;
    const std::size_t row = readingRow();
    if (row >= table_.rows())
        return points;
    double stack = 0;
    for (int k = 0; k < table_.columns(); ++k) {
        const double value = reading(k);
        if (!isShown(k) || std::isnan(value))
            continue;
        stack += value;
        const SeriesSpec& series = spec_.series[std::size_t(k)];
        const Scale& y = series.rightAxis ? picture_.right : picture_.y;
        const double pixel = y.pixel(spec_.stacked ? stack : value);
        if (spec_.stacked && k > 0)
            continue; // a stack's edges lie close together: its bands are read on the legend
        points.push_back({QPointF(picture_.x.pixel(table_.time_ms(row)), pixel), lookOf(series)});
    }
    return points;
}

void ChartPlot::paintEvent(QPaintEvent*)
{
    if (size().isEmpty())
        return;
    if (stale_ || layer_.devicePixelRatio() != devicePixelRatioF())
        renderLayer();
    QPainter painter(this);
    painter.drawPixmap(0, 0, layer_);
    if (const auto cursor = timeline_.cursor_ms(); cursor && *cursor >= timeline_.start_ms() - 0.5)
        paintCursor(painter, picture_, picture_.x.pixel(*cursor), cursorPoints());
    if (hasFocus()) {
        painter.setPen(QPen(theme().color(Role::accentText), metrics::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 1, -2, -1), metrics::radius, metrics::radius);
    }
}

void ChartPlot::resizeEvent(QResizeEvent*)
{
    stale_ = true;
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (press_ && (dragging_ || std::fabs(at.x() - press_->x()) > dragStart_px)) {
        dragging_ = true;
        timeline_.scrollBy(picture_.x.value(press_->x()) - picture_.x.value(at.x()));
        press_ = at;
        return;
    }
    if (timeline_.pinned())
        return;
    if (picture_.plot.adjusted(-4, 0, 4, 0).contains(at))
        timeline_.setCursor(picture_.x.value(at.x()));
    else
        timeline_.setCursor(std::nullopt);
}

void ChartPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        press_ = event->position();
}

void ChartPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !press_)
        return;
    if (!dragging_ && picture_.plot.contains(event->position())) {
        timeline_.setPinned(false);
        timeline_.setCursor(picture_.x.value(event->position().x()));
        timeline_.setPinned(true);
        timeline_.chooseMoment(*timeline_.cursor_ms());
    }
    press_.reset();
    dragging_ = false;
}

void ChartPlot::leaveEvent(QEvent*)
{
    if (!timeline_.pinned())
        timeline_.setCursor(std::nullopt);
}

void ChartPlot::wheelEvent(QWheelEvent* event)
{
    const QPoint turn = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier) && turn.y() != 0)
        timeline_.zoom(std::pow(zoomStep, turn.y() / 120.0), picture_.x.value(event->position().x()));
    else if (turn.x() != 0 || (event->modifiers().testFlag(Qt::ShiftModifier) && turn.y() != 0))
        timeline_.scrollBy(-(turn.x() != 0 ? turn.x() : turn.y()) / 120.0 * timeline_.span_ms() / 10);
    else
        event->ignore();
}

bool ChartPlot::handleKey(int key, bool fast)
{
    const double anchor = timeline_.cursor_ms().value_or(timeline_.end_ms());
    switch (key) {
    case Qt::Key_Left:
        timeline_.moveCursor(fast ? -fastRows : -1);
        return true;
    case Qt::Key_Right:
        timeline_.moveCursor(fast ? fastRows : 1);
        return true;
    case Qt::Key_Home:
        timeline_.setCursor(timeline_.start_ms());
        timeline_.setPinned(true);
        return true;
    case Qt::Key_End:
        timeline_.setCursor(timeline_.end_ms());
        timeline_.setPinned(true);
        return true;
    case Qt::Key_PageUp:
        timeline_.scrollBy(-timeline_.span_ms() / 2);
        return true;
    case Qt::Key_PageDown:
        timeline_.scrollBy(timeline_.span_ms() / 2);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        timeline_.zoom(zoomStep, anchor);
        return true;
    case Qt::Key_Minus:
        timeline_.zoom(1 / zoomStep, anchor);
        return true;
    case Qt::Key_Space:
        timeline_.following() ? timeline_.pause() : timeline_.follow();
        return true;
    default:
        break;
    }
    const auto cursor = timeline_.cursor_ms();
    if (cursor && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        timeline_.chooseMoment(*cursor);
        return true;
    }
    if (cursor && key == Qt::Key_Escape) {
        timeline_.setCursor(std::nullopt);
        return true;
    }
    return false;
}

void ChartPlot::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(event->key(), event->modifiers().testFlag(Qt::ShiftModifier))) {
        QWidget::keyPressEvent(event);
        return;
    }
    QAccessibleValueChangeEvent changed(this, spokenReading());
    QAccessible::updateAccessibility(&changed);
}

bool ChartPlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        for (const PlacedMark& mark : picture_.marks) {
            const bool over = std::fabs(mark.x - help->pos().x()) < 6 || mark.label.contains(help->pos());
            if (over && help->pos().y() <= picture_.plot.top() + 4) {
                QToolTip::showText(help->globalPos(), mark.events.join(QLatin1Char('\n')), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace gatehouse::ui
