#pragma once

#include "ui/charts/axis_frame.h"
#include "ui/charts/chart_timeline.h"
#include "ui/charts/plot_painter.h"

#include <QPixmap>
#include <QWidget>

namespace gatehouse::ui {

/// The plot of a LiveChart: axes by QtCharts, series by our own painter, both kept in one pixmap that is made
/// anew only when data, view, size or theme change; the cursor is painted over it. Repaints go through
/// RepaintScheduler.
///
/// Pointer: moving reads, a click pins the cursor and chooses the moment, dragging pans, Ctrl+wheel zooms at
/// the pointer, Shift+wheel scrolls in time. Keys: Left and Right (Shift: ten rows) move the cursor, Home and
/// End to the view's ends, Page Up and Down scroll, + − zoom, Space pauses, Enter chooses the moment, Esc
/// clears the cursor.
class ChartPlot : public QWidget
{
    Q_OBJECT
public:
    explicit ChartPlot(ChartTimeline& timeline, QWidget* parent = nullptr);

    void setSpec(const ChartSpec& spec); ///< empties the table
    const ChartSpec& spec() const { return spec_; }
    SeriesTable& table() { return table_; }
    const SeriesTable& table() const { return table_; }
    void setEvents(std::vector<EventMark> events);
    const std::vector<EventMark>& events() const { return events_; }
    void setShown(int series, bool shown);
    bool isShown(int series) const;
    void invalidate(); ///< data or looks changed

    /// Wall clock of the row that is read: the cursor's, else the newest in view; 0 when there is none.
    double readingAt_ms() const;
    /// A series' value there, in the unit of its axis (a stacked chart: per cent of what is shown); NaN =
    /// gap.
    double reading(int series) const;
    bool isEmpty() const; ///< no value of a shown series in view

    PlotPicture picture(const QSizeF& size, Domain previous) const;
    ChartTimeline& timeline() const { return timeline_; }
    QString spokenReading() const; ///< "11:02:35: catalog 563 requests/s, …"

    QSize sizeHint() const override { return {420, 88}; }
    QSize minimumSizeHint() const override { return {160, 72}; }

Q_SIGNALS:
    void readingChanged();
    void emptyChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool handleKey(int key, bool fast);
    void renderLayer();
    void cursorMoved();
    void viewMoved();
    std::size_t readingRow() const;
    std::vector<CursorPoint> cursorPoints() const;

    ChartTimeline& timeline_;
    ChartSpec spec_;
    SeriesTable table_{0, 1};
    std::vector<EventMark> events_;
    std::vector<bool> shown_;
    AxisFrame frame_;
    PlotPicture picture_;
    QPixmap layer_;
    bool stale_ = true;
    bool wasEmpty_ = true;
    std::optional<QPointF> press_;
    bool dragging_ = false;
};

} // namespace gatehouse::ui
