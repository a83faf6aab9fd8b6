#pragma once

#include "engine/base/time.h"

#include <chrono>
#include <functional>
#include <memory>

/// A thread that runs one EventLoop: home of http::Server and http::Client. What is handed to it runs on that
/// thread, one after the other, and must not block.
namespace gatehouse::http {

class EventLoop;

class IoThread
{
public:
    /// Starts the thread. `name` (≤ 15 bytes) is what a debugger shows.
    explicit IoThread(const char* name = "io");
    ~IoThread(); ///< stop()

    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    /// Runs `task` on the thread soon. From any thread. After stop() tasks are dropped.
    void post(std::function<void()> task);

    /// Runs `task` on the thread and returns when it has run; directly if called there. Not after stop().
    void run(const std::function<void()>& task);

    /// Runs `task` once, not before `when` (microsecond grain). From any thread; in this thread it is
    /// cheaper.
    void at(Monotonic when, std::function<void()> task);
    void after(std::chrono::nanoseconds delay, std::function<void()> task);

    bool isCurrent() const;

    /// Ends the loop and joins; pending tasks are dropped. Servers and clients of this thread must be gone
    /// before.
    void stop();

    EventLoop& loop(); ///< for engine/http and engine/gateway

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace gatehouse::http
