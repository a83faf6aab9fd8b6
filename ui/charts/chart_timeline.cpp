#include "ui/charts/chart_timeline.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

void ChartTimeline::advance(double oldest_ms, double latest_ms, double bin_ms)
{
    oldest_ms_ = std::max(oldest_ms, latest_ms - kept_ms);
    latest_ms_ = latest_ms;
    bin_ms_ = bin_ms;
    if (following_)
        end_ms_ = latest_ms;
    else
        end_ms_ = std::clamp(end_ms_, std::min(oldest_ms_ + span_ms_, latest_ms_), latest_ms_);
    Q_EMIT viewChanged();
    if (cursor_ms_ && *cursor_ms_ < start_ms())
        setCursor(start_ms());
}

void ChartTimeline::setSpan(double span_ms)
{
    span_ms_ = std::clamp(span_ms, leastSpan_ms, kept_ms);
    setEnd(end_ms_);
}

void ChartTimeline::pause()
{
    setFollowing(false);
}

void ChartTimeline::follow()
{
    setFollowing(true);
    setEnd(latest_ms_);
}

void ChartTimeline::scrollBy(double delta_ms)
{
    const double wanted = end_ms_ + delta_ms;
    setFollowing(delta_ms > 0 && wanted >= latest_ms_);
    setEnd(wanted);
}

void ChartTimeline::zoom(double factor, double around_ms)
{
    const double span = std::clamp(span_ms_ * factor, leastSpan_ms, kept_ms);
    const double after = (end_ms_ - around_ms) * span / span_ms_;
    if (following_ && end_ms_ - around_ms > span_ms_ * 0.05)
        setFollowing(false);
    span_ms_ = span;
    setEnd(following_ ? latest_ms_ : around_ms + after);
}

void ChartTimeline::setCursor(std::optional<double> at_ms)
{
    if (at_ms)
        at_ms = std::clamp(snapped(*at_ms), snapped(start_ms()), snapped(end_ms_));
    if (at_ms == cursor_ms_)
        return;
    cursor_ms_ = at_ms;
    if (!at_ms)
        pinned_ = false;
    Q_EMIT cursorChanged();
}

void ChartTimeline::moveCursor(int rows)
{
    const double wanted = snapped(cursor_ms_.value_or(end_ms_)) + (cursor_ms_ ? rows * bin_ms_ : 0);
    if (wanted < start_ms())
        scrollBy(std::max(wanted, oldest_ms_) - start_ms());
    else if (wanted > end_ms_)
        scrollBy(wanted - end_ms_);
    pinned_ = true;
    setCursor(wanted);
}

void ChartTimeline::setPinned(bool pinned)
{
    pinned_ = pinned && cursor_ms_.has_value();
}

void ChartTimeline::setEnd(double end_ms)
{
    end_ms_ = std::clamp(end_ms, std::min(oldest_ms_ + span_ms_, latest_ms_), latest_ms_);
    Q_EMIT viewChanged();
}

double ChartTimeline::snapped(double at_ms) const
{
    return std::round(at_ms / bin_ms_) * bin_ms_;
}

void ChartTimeline::setFollowing(bool following)
{
    if (following == following_)
        return;
    following_ = following;
    Q_EMIT modeChanged();
}

} // namespace gatehouse::ui
