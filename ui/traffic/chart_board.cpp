#include "ui/traffic/chart_board.h"

#include "ui/charts/chart_export_menu.h"
#include "ui/shell/document.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/segmented_control.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr int oneColumnBelow_px = 620;
constexpr int leastChartHeight_px = 132;

class Ground : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme().color(Role::line)); }
};

} // namespace

ChartBoard::ChartBoard(Document& document, LiveStore& live, QWidget* parent)
    : QWidget(parent), document_(document), live_(live), field_(new Ground), scroll_(new QScrollArea(this))
{
    grid_ = new QGridLayout(field_);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(1);
    for (LiveChart*& chart : charts_) {
        chart = new LiveChart(timeline_, field_);
        chart->setMinimumHeight(leastChartHeight_px);
        connect(chart, &LiveChart::emptyActionTriggered, this, &ChartBoard::startAsked);
    }
    charts_[requestsPlace]->setEmptyState(tr("No requests yet"), tr("Requests a second, one line a route."),
                                          tr("Start load"));
    charts_[latencyPlace]->setEmptyState(
        tr("No latencies yet"), tr("How long answers take, counted from when each request was due."));
    charts_[statusPlace]->setEmptyState(tr("No answers yet"),
                                        tr("Which part of the answers succeeds, fails or is refused."));
    charts_[inFlightPlace]->setEmptyState(
        tr("Nothing in flight"), tr("Requests under way, and how many upstream connections are used again."));

    scroll_->setWidget(field_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(scroll_, 1);

    for (int place = 0; place < chartCount; ++place)
        rebuild(ChartPlace(place));
    connect(&live_, &LiveStore::advanced, this, &ChartBoard::advance);
    connect(&live_, &LiveStore::loadChanged, this,
            [this] { latencies_.take(live_.latest_ms(), live_.load()); });
    connect(&document_, &Document::changed, this, &ChartBoard::refreshRequests);
    connect(&timeline_, &ChartTimeline::cursorChanged, this, &ChartBoard::refreshReading);
    connect(&timeline_, &ChartTimeline::viewChanged, this, &ChartBoard::refreshReading);
    connect(&timeline_, &ChartTimeline::modeChanged, this, &ChartBoard::refreshMode);
    connect(&timeline_, &ChartTimeline::momentChosen, this,
            [this](double at_ms) { Q_EMIT momentChosen(at_ms - bin_ms_, at_ms); });
    refreshMode();
    advance();
}

QWidget* ChartBoard::makeBar()
{
    auto* bar = new QWidget(this);
    bar->setFixedHeight(metrics::barHeight);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::inset, 0, metrics::gap, 0);
    row->setSpacing(metrics::gap);
    addSpanControls(*row);
    addModeControls(*row);
    row->addStretch();
    addViewControls(*row);
    return bar;
}

void ChartBoard::addSpanControls(QHBoxLayout& row)
{
    auto* span = new QComboBox(this);
    span->setObjectName(QStringLiteral("traffic.span"));
    span->setAccessibleName(tr("Span of time"));
    for (const int minutes : {1, 2, 5, 10})
        span->addItem(tr("Last %n min", nullptr, minutes), minutes * 60'000);
    span->setCurrentIndex(1);
    connect(span, &QComboBox::activated, this,
            [this, span] { timeline_.setSpan(span->currentData().toDouble()); });
    auto* step = new QComboBox(this);
    step->setObjectName(QStringLiteral("traffic.step"));
    step->setAccessibleName(tr("Step between values"));
    for (const int ms : {200, 500, 1000, 2500, 5000})
        step->addItem(tr("Every %1 s").arg(QLocale().toString(ms / 1000.0)), ms);
    step->setCurrentIndex(2);
    connect(step, &QComboBox::activated, this, [this, step] { setBin(step->currentData().toInt()); });
    row.addWidget(span);
    row.addWidget(step);
}

void ChartBoard::addModeControls(QHBoxLayout& row)
{
    byControl_ = new SegmentedControl(this);
    byControl_->setObjectName(QStringLiteral("traffic.by"));
    byControl_->addSegment(QStringLiteral("route"), tr("By route"));
    byControl_->addSegment(QStringLiteral("version"), tr("By version"));
    byControl_->addSegment(QStringLiteral("status"), tr("By status"));
    byControl_->setCurrent(QStringLiteral("route"));
    connect(byControl_, &SegmentedControl::chosen, this, [this](const QString& id) {
        setRequestsBy(id == QLatin1String("route")     ? RequestsBy::route
                      : id == QLatin1String("version") ? RequestsBy::version
                                                       : RequestsBy::status);
    });
    auto* latency = new SegmentedControl(this);
    latency->setObjectName(QStringLiteral("traffic.latency"));
    latency->addSegment(QStringLiteral("sent"), tr("As sent"))
        ->setToolTip(tr("Latency as the load generator's clients see it, from the intended send time"));
    latency->addSegment(QStringLiteral("gateway"), tr("At gateway"))
        ->setToolTip(tr("Latency of all requests as the gateway measures it"));
    latency->setCurrent(QStringLiteral("sent"));
    connect(latency, &SegmentedControl::chosen, this, [this](const QString& id) {
        latency_ = id == QLatin1String("sent") ? LatencyFrom::intendedSend : LatencyFrom::gateway;
        rebuild(latencyPlace);
    });
    row.addWidget(byControl_);
    row.addWidget(latency);
}

void ChartBoard::addViewControls(QHBoxLayout& row)
{
    reading_ = new TextLabel({}, TextStyle::codeSmall, Role::textSecondary, this);
    reading_->setObjectName(QStringLiteral("traffic.reading"));
    row.addWidget(reading_);
    pause_ = iconButton(QStringLiteral("pause"), tr("Pause"), this);
    pause_->setObjectName(QStringLiteral("traffic.pause"));
    connect(pause_, &QAbstractButton::clicked, this,
            [this] { timeline_.following() ? timeline_.pause() : timeline_.follow(); });
    auto* closer = iconButton(QStringLiteral("zoom-in"), tr("Zoom in"), this);
    connect(closer, &QAbstractButton::clicked, this,
            [this] { timeline_.zoom(0.5, timeline_.cursor_ms().value_or(timeline_.end_ms())); });
    auto* wider = iconButton(QStringLiteral("zoom-out"), tr("Zoom out"), this);
    connect(wider, &QAbstractButton::clicked, this,
            [this] { timeline_.zoom(2, timeline_.cursor_ms().value_or(timeline_.end_ms())); });
    auto* save = iconButton(QStringLiteral("download"), tr("Export charts"), this);
    save->setObjectName(QStringLiteral("traffic.export"));
    auto* menu = new QMenu(save);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (LiveChart* chart : charts_)
            addExportActions(*menu->addMenu(chart->spec().title), *chart);
    });
    save->setMenu(menu);
    save->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton* button : {pause_, closer, wider, save})
        row.addWidget(button);
}

ChartFeed ChartBoard::feedOf(ChartPlace place) const
{
    switch (place) {
    case requestsPlace:
        return requestsFeed(by_, live_, document_.workspace());
    case latencyPlace:
        return latencyFeed(latency_);
    case statusPlace:
        return statusFeed();
    default:
        return inFlightFeed();
    }
}

void ChartBoard::rebuild(ChartPlace place)
{
    feeds_[place] = feedOf(place);
    LiveChart& chart = *charts_[place];
    chart.setSpec(feeds_[place].spec);
    if (filledTo_ms_ > 0) {
        const double from = std::max(filledTo_ms_ - ChartTimeline::kept_ms,
                                     std::floor(live_.oldest_ms() / bin_ms_) * bin_ms_);
        appendBins(feeds_[place], live_, latencies_, from, filledTo_ms_, bin_ms_, chart.plot().table());
        chart.plot().setEvents(eventMarks(live_));
    }
    chart.dataChanged();
}

void ChartBoard::setRequestsBy(RequestsBy by)
{
    by_ = by;
    rebuild(requestsPlace);
}

void ChartBoard::refreshRequests()
{
    if (feedOf(requestsPlace).spec != feeds_[requestsPlace].spec)
        rebuild(requestsPlace);
}

/// The end of the last bin that is over: a further frame may still fall into the store's newest slot.
double ChartBoard::lastWhole_ms() const
{
    return std::max(0.0, std::floor((live_.latest_ms() - LiveStore::slot_ms) / bin_ms_) * bin_ms_);
}

void ChartBoard::setBin(int bin_ms)
{
    bin_ms_ = bin_ms;
    filledTo_ms_ = lastWhole_ms();
    for (int place = 0; place < chartCount; ++place)
        rebuild(ChartPlace(place));
    timeline_.advance(live_.oldest_ms(), filledTo_ms_, bin_ms_);
}

/// Ten times a second, but bins are whole: with a step of one second this works once a second.
void ChartBoard::advance()
{
    if (!live_.hasData())
        return;
    const double to = lastWhole_ms();
    if (to <= filledTo_ms_)
        return;
    if (filledTo_ms_ == 0)
        filledTo_ms_ = std::floor(live_.oldest_ms() / bin_ms_) * bin_ms_;
    const double after = std::max(filledTo_ms_, to - ChartTimeline::kept_ms);
    filledTo_ms_ = to;
    refreshRequests();
    const auto marks = eventMarks(live_);
    for (int place = 0; place < chartCount; ++place) {
        appendBins(feeds_[std::size_t(place)], live_, latencies_, after, to, bin_ms_,
                   charts_[std::size_t(place)]->plot().table());
        charts_[std::size_t(place)]->plot().setEvents(marks);
    }
    timeline_.advance(live_.oldest_ms(), to, bin_ms_);
    for (LiveChart* chart : charts_)
        chart->dataChanged();
}

void ChartBoard::refreshReading()
{
    const double at = charts_[requestsPlace]->plot().readingAt_ms();
    reading_->setText(at > 0 ? clockText(at) : QString());
    reading_->setToolTip(tr("Reading at %1 (%2)").arg(clockText(at, true), utcText(at)));
    reading_->setAccessibleName(reading_->toolTip());
}

void ChartBoard::refreshMode()
{
    const bool following = timeline_.following();
    pause_->setIcon(icon(following ? QStringLiteral("pause") : QStringLiteral("play")));
    const QString name = following ? tr("Pause (Space)") : tr("Follow the newest (Space)");
    pause_->setToolTip(name);
    pause_->setAccessibleName(name);
}

QJsonObject ChartBoard::readOuts() const
{
    QJsonObject out;
    for (const LiveChart* chart : charts_)
        out.insert(chart->spec().id, chart->readOuts());
    return out;
}

bool ChartBoard::hasValues() const
{
    return !charts_[requestsPlace]->plot().isEmpty();
}

void ChartBoard::resizeEvent(QResizeEvent*)
{
    const int columns = width() < oneColumnBelow_px ? 1 : 2;
    for (int place = 0; place < chartCount; ++place)
        grid_->addWidget(charts_[std::size_t(place)], place / columns, place % columns);
    for (int i = 0; i < chartCount; ++i)
        grid_->setRowStretch(i, i < chartCount / columns ? 1 : 0);
    grid_->setColumnStretch(0, 1);
    grid_->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void ChartBoard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::window));
    painter.fillRect(QRect(0, metrics::barHeight - 1, width(), 1), theme().color(Role::line));
}

} // namespace gatehouse::ui
