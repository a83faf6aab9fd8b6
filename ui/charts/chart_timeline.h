#pragma once

#include <QObject>

#include <optional>

namespace gatehouse::ui {

/// What all charts of a page share: the span of time in view and the one cursor. Times are wall clock
/// milliseconds. While following, the view's end is the newest data; paused, it stays until it is scrolled or
/// the ten minutes that are kept run out under it. GUI thread.
class ChartTimeline : public QObject
{
    Q_OBJECT
public:
    static constexpr double kept_ms = 600'000;
    static constexpr double leastSpan_ms = 5'000;

    using QObject::QObject;

    /// New data up to `latest_ms` with rows each `bin_ms`.
    void advance(double oldest_ms, double latest_ms, double bin_ms);

    double start_ms() const { return end_ms_ - span_ms_; }
    double end_ms() const { return end_ms_; }
    double span_ms() const { return span_ms_; }
    double bin_ms() const { return bin_ms_; }
    double latest_ms() const { return latest_ms_; }
    bool following() const { return following_; }

    void setSpan(double span_ms); ///< keeps the end
    void pause();
    void follow();
    void scrollBy(double delta_ms);             ///< pauses; scrolled to the newest end it follows again
    void zoom(double factor, double around_ms); ///< factor < 1 = closer; pauses unless around the newest end

    std::optional<double> cursor_ms() const { return cursor_ms_; }
    void setCursor(std::optional<double> at_ms); ///< snaps to the rows' times, clamped to the view
    void moveCursor(int rows);                   ///< from the newest end when there was none; scrolls with it
    bool pinned() const { return pinned_; } ///< by keys or a click: leaving with the pointer doesn't clear it
    void setPinned(bool pinned);

Q_SIGNALS:
    void viewChanged();
    void cursorChanged();
    void modeChanged();              ///< following or paused
    void momentChosen(double at_ms); ///< a click or Enter: look at the requests of this moment

public:
    void chooseMoment(double at_ms) { Q_EMIT momentChosen(at_ms); }

private:
    void setEnd(double end_ms);
    double snapped(double at_ms) const;
    void setFollowing(bool following);

    double oldest_ms_ = 0;
    double latest_ms_ = 0;
    double bin_ms_ = 1000;
    double span_ms_ = 120'000;
    double end_ms_ = 0;
    bool following_ = true;
    bool pinned_ = false;
    std::optional<double> cursor_ms_;
};

} // namespace gatehouse::ui
