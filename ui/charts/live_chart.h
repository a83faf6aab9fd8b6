#pragma once

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_plot.h"

#include <QJsonObject>
#include <QWidget>

class QAbstractButton;

namespace gatehouse::ui {

class TextLabel;

/// A live chart: title and unit, the legend that is also the fixed read-out, the plot. Several charts share a
/// ChartTimeline: one span of time, one cursor. The owner sets a spec, appends rows to plot().table() and
/// says dataChanged(). GUI thread.
class LiveChart : public QWidget
{
    Q_OBJECT
public:
    explicit LiveChart(ChartTimeline& timeline, QWidget* parent = nullptr);

    /// Another set of series empties the table; which are shown is kept by key.
    void setSpec(const ChartSpec& spec);
    const ChartSpec& spec() const { return plot_->spec(); }
    ChartPlot& plot() { return *plot_; }
    const ChartPlot& plot() const { return *plot_; }
    ChartLegend& legend() { return *legend_; }
    void dataChanged() { plot_->invalidate(); }

    /// What stands in the empty axes; an action's button asks emptyActionTriggered().
    void setEmptyState(const QString& title, const QString& text, const QString& action = {});
    bool showsEmptyState() const;

    QJsonObject readOuts() const; ///< series key → value as read now (null = gap), "at_ms"

Q_SIGNALS:
    void emptyActionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void refreshUnit();
    void refreshEmpty();

    ChartPlot* plot_;
    ChartLegend* legend_;
    TextLabel* title_;
    TextLabel* unit_;
    QWidget* empty_;
    TextLabel* emptyTitle_;
    TextLabel* emptyText_;
    QAbstractButton* emptyAction_;
};

} // namespace gatehouse::ui
