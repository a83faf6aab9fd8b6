#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <deque>

namespace gatehouse::ui {

/// Lets at most one chart repaint in a turn of the event loop, in the order in which they asked, so that four
/// charts don't make one long frame. A widget that asks again before its turn waits once. GUI thread.
class RepaintScheduler : public QObject
{
    Q_OBJECT
public:
    static RepaintScheduler& instance();

    void ask(QWidget* widget);
    std::size_t waiting() const { return queue_.size(); }

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    std::deque<QPointer<QWidget>> queue_;
    int timer_ = 0;
};

} // namespace gatehouse::ui
