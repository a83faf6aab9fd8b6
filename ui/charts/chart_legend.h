#pragma once

#include "ui/charts/chart_plot.h"

#include <QAbstractButton>

namespace gatehouse::ui {

/// One series on the legend: its line (or band), its name, its reading. Checked = shown; a click or Space
/// toggles it.
class LegendEntry : public QAbstractButton
{
    Q_OBJECT
public:
    LegendEntry(const SeriesSpec& series, bool band, QWidget* parent);
    void setReading(double value, const QString& unit);
    QString reading() const { return reading_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    SeriesSpec series_;
    bool band_;
    QString reading_;
    int readingWidth_ = 0; ///< grows only, so that the legend doesn't wander
};

/// The entries of a plot in as many rows as the width asks for. Emits nothing: it toggles the plot's series
/// itself.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(ChartPlot& plot, QWidget* parent = nullptr);
    void rebuild(); ///< after the plot's spec changed
    const QList<LegendEntry*>& entries() const { return entries_; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh();
    int place(int width, bool move) const;
    ChartPlot& plot_;
    QList<LegendEntry*> entries_;
};

} // namespace gatehouse::ui
