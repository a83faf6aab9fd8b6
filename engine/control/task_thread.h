#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace gatehouse::control {

/// A thread with a Qt loop that runs what it is handed, in order: where work goes that is too long for the
/// main thread. It yields to the workers where they share a core: a request waits for nothing here.
class TaskThread
{
public:
    explicit TaskThread(const char* name);
    ~TaskThread(); ///< stop()
    TaskThread(const TaskThread&) = delete;
    TaskThread& operator=(const TaskThread&) = delete;

    void post(std::function<void()> task); ///< from any thread; dropped after stop()
    void stop();                           ///< runs what was posted before, then joins

    QObject* context() { return anchor_; } ///< lives on the thread

private:
    QThread thread_;
    QObject* anchor_ = nullptr;
};

/// Runs `task` on the thread of `context` later. `context` must outlive the posting thread's work.
void postTo(QObject* context, std::function<void()> task);

} // namespace gatehouse::control
