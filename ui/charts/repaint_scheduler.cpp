#include "ui/charts/repaint_scheduler.h"

#include <QTimerEvent>

#include <algorithm>

namespace gatehouse::ui {

RepaintScheduler& RepaintScheduler::instance()
{
    static RepaintScheduler scheduler;
    return scheduler;
}

void RepaintScheduler::ask(QWidget* widget)
{
    const auto same = [widget](const QPointer<QWidget>& other) { return other == widget; };
    if (std::any_of(queue_.begin(), queue_.end(), same))
        return;
    queue_.emplace_back(widget);
    if (timer_ == 0)
        timer_ = startTimer(0);
}

void RepaintScheduler::timerEvent(QTimerEvent*)
{
    while (!queue_.empty()) {
        const QPointer<QWidget> widget = queue_.front();
        queue_.pop_front();
        if (!widget || !widget->isVisible())
            continue;
        widget->repaint();
        break;
    }
    if (queue_.empty()) {
        killTimer(timer_);
        timer_ = 0;
    }
}

} // namespace gatehouse::ui
