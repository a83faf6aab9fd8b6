#pragma once

#include "ui/charts/chart_timeline.h"
#include "ui/charts/live_chart.h"
#include "ui/traffic/chart_feeds.h"

#include <QWidget>

#include <array>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QScrollArea;
class QToolButton;

namespace gatehouse::ui {

class Document;
class SegmentedControl;
class TextLabel;

/// The four charts with one time and one pointer, and the bar that says which span, which step and split by
/// what.
class ChartBoard : public QWidget
{
    Q_OBJECT
public:
    enum ChartPlace { requestsPlace, latencyPlace, statusPlace, inFlightPlace, chartCount };

    ChartBoard(Document& document, LiveStore& live, QWidget* parent = nullptr);

    ChartTimeline& timeline() { return timeline_; }
    LiveChart& chart(ChartPlace place) { return *charts_[place]; }
    void setRequestsBy(RequestsBy by);
    QJsonObject readOuts() const; ///< chart id → its read-outs
    bool hasValues() const;

Q_SIGNALS:
    void momentChosen(double from_ms, double to_ms); ///< the bin that was clicked
    void startAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeBar();
    void addSpanControls(QHBoxLayout& row);
    void addModeControls(QHBoxLayout& row);
    void addViewControls(QHBoxLayout& row);
    void advance();
    double lastWhole_ms() const;
    void rebuild(ChartPlace place);
    void refreshRequests(); ///< when other routes had traffic
    void refreshReading();
    void refreshMode();
    void setBin(int bin_ms);
    ChartFeed feedOf(ChartPlace place) const;

    Document& document_;
    LiveStore& live_;
    ChartTimeline timeline_;
    LoadLatencies latencies_;
    std::array<LiveChart*, chartCount> charts_{};
    std::array<ChartFeed, chartCount> feeds_;
    RequestsBy by_ = RequestsBy::route;
    LatencyFrom latency_ = LatencyFrom::intendedSend;
    int bin_ms_ = 1000;
    double filledTo_ms_ = 0;
    QGridLayout* grid_;
    QWidget* field_;
    QScrollArea* scroll_;
    SegmentedControl* byControl_ = nullptr;
    TextLabel* reading_ = nullptr;
    QToolButton* pause_ = nullptr;
};

} // namespace gatehouse::ui
