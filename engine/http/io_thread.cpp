#include "engine/http/io_thread.h"

#include "engine/http/event_loop.h"

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace gatehouse::http {

struct IoThread::Impl {
    EventLoop loop;
    std::thread thread;
    std::mutex mutex;
    std::condition_variable changed;
    bool running = false;
};

IoThread::IoThread(const char* name) : impl_(std::make_unique<Impl>())
{
    impl_->loop.post([this] {
        const std::lock_guard lock(impl_->mutex);
        impl_->running = true;
        impl_->changed.notify_all();
    });
    impl_->thread = std::thread([this] { impl_->loop.run(); });
    pthread_setname_np(impl_->thread.native_handle(), name);
    std::unique_lock lock(impl_->mutex);
    impl_->changed.wait(lock, [this] { return impl_->running; });
}

IoThread::~IoThread()
{
    stop();
}

void IoThread::post(std::function<void()> task)
{
    impl_->loop.post(std::move(task));
}

void IoThread::run(const std::function<void()>& task)
{
    if (isCurrent() || !impl_->thread.joinable()) {
        task();
        return;
    }
    bool done = false;
    post([&] {
        task();
        const std::lock_guard lock(impl_->mutex);
        done = true;
        impl_->changed.notify_all();
    });
    std::unique_lock lock(impl_->mutex);
    impl_->changed.wait(lock, [&] { return done; });
}

void IoThread::at(Monotonic when, std::function<void()> task)
{
    if (isCurrent())
        impl_->loop.callAt(when, std::move(task));
    else
        post([this, when, task = std::move(task)]() mutable { impl_->loop.callAt(when, std::move(task)); });
}

void IoThread::after(std::chrono::nanoseconds delay, std::function<void()> task)
{
    at(monotonicNow() + delay, std::move(task));
}

bool IoThread::isCurrent() const
{
    return impl_->loop.isCurrent();
}

void IoThread::stop()
{
    if (!impl_->thread.joinable())
        return;
    impl_->loop.stop();
    impl_->thread.join();
}

EventLoop& IoThread::loop()
{
    return impl_->loop;
}

} // namespace gatehouse::http
