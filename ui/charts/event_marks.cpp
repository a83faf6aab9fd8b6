#include "ui/charts/event_marks.h"

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr std::size_t mergeOver = 4;
constexpr double close_px = 48; ///< neighbours nearer than this belong together
constexpr double gap_px = 6;
constexpr double same_px = 5; ///< marks that can't be told apart are one in any case

std::vector<PlacedMark> grouped(const std::vector<EventMark>& events, const Scale& x, const CountText& count)
{
    std::vector<PlacedMark> marks;
    for (std::size_t i = 0; i < events.size();) {
        std::size_t end = i + 1;
        while (end < events.size() && x.pixel(events[end].at_ms) - x.pixel(events[end - 1].at_ms) < close_px)
            ++end;
        const bool merge = end - i > mergeOver;
        for (std::size_t k = i; k < end; ++k) {
            const double at = x.pixel(events[k].at_ms);
            if (!marks.empty() && k > i && (merge || at - marks.back().x < same_px)) {
                marks.back().events.append(events[k].text);
                marks.back().text = count(int(marks.back().events.size()));
            } else {
                marks.push_back({at, {}, events[k].text, {events[k].text}});
            }
        }
        i = end;
    }
    return marks;
}

} // namespace

std::vector<PlacedMark> placeMarks(const std::vector<EventMark>& events, const Scale& x, const QRectF& strip,
                                   const TextWidth& width, const CountText& count)
{
    std::vector<EventMark> shown;
    for (const EventMark& event : events) {
        if (event.at_ms >= x.low && event.at_ms <= x.high)
            shown.push_back(event);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto& a, const auto& b) { return a.at_ms < b.at_ms; });
    auto marks = grouped(shown, x, count);

    double taken = strip.left();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double wide = width(marks[i].text);
        const double next = i + 1 < marks.size() ? marks[i + 1].x - gap_px : strip.right();
        const double right = marks[i].x + gap_px;
        const double left = marks[i].x - gap_px - wide;
        if (right + wide <= next)
            marks[i].label = QRectF(right, strip.top(), wide, strip.height());
        else if (left >= taken)
            marks[i].label = QRectF(left, strip.top(), wide, strip.height());
        taken = std::max(marks[i].x + gap_px, marks[i].label.isEmpty() ? 0 : marks[i].label.right() + gap_px);
    }
    return marks;
}

} // namespace gatehouse::ui
