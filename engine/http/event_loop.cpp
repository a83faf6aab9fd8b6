#include "engine/http/event_loop.h"

#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace gatehouse::http {

namespace {

using namespace std::chrono_literals;

constexpr Monotonic never = Monotonic::max();

std::int64_t tickOf(Monotonic time)
{
    return time / EventLoop::tick;
}

std::uint32_t readyBits(std::uint32_t events)
{
    std::uint32_t ready = 0;
    if (events & EPOLLIN)
        ready |= readyToRead;
    if (events & EPOLLOUT)
        ready |= readyToWrite;
    if (events & EPOLLRDHUP)
        ready |= readyToRead | peerEnded;
    if (events & (EPOLLHUP | EPOLLERR))
        ready |= readyToRead | readyToWrite | broken;
    return ready;
}

} // namespace

void Timer::unlink()
{
    if (!next_)
        return;
    previous_->next_ = next_;
    next_->previous_ = previous_;
    next_ = previous_ = nullptr;
}

EventLoop::EventLoop() : slots_(std::make_unique<Slot[]>(slotCount))
{
    epoll_ = epoll_create1(EPOLL_CLOEXEC);
    wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (epoll_ < 0 || wake_ < 0) {
        std::perror("gatehouse: no event loop");
        std::abort(); // nothing can run without one
    }
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.ptr = nullptr;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
    now_ = monotonicNow();
    firedTick_ = tickOf(now_);
}

EventLoop::~EventLoop()
{
    retired_.clear();
    posted_.clear();
    calls_.clear();
    for (std::size_t i = 0; i < slotCount; ++i) { // leave no timer pointing at a slot that is gone
        while (slots_[i].next_ != &slots_[i])
            slots_[i].next_->unlink();
        slots_[i].next_ = slots_[i].previous_ = nullptr;
    }
    close(wake_);
    close(epoll_);
}

bool EventLoop::isCurrent() const
{
    return thread_.load(std::memory_order_relaxed) == std::uint64_t(pthread_self());
}

void EventLoop::post(std::function<void()> task)
{
    bool first = false;
    {
        const std::lock_guard lock(mutex_);
        first = posted_.empty();
        posted_.push_back(std::move(task));
    }
    if (first) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
    }
}

void EventLoop::stop()
{
    stopping_.store(true, std::memory_order_release);
    post([] {});
}

bool EventLoop::watch(int fd, EventHandler* handler)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = handler;
    return epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) == 0;
}

bool EventLoop::watchListener(int fd, EventHandler* handler)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = handler;
    return epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) == 0;
}

void EventLoop::again(EventHandler* handler)
{
    if (std::find(again_.begin(), again_.end(), handler) == again_.end())
        again_.push_back(handler);
}

void EventLoop::forget(EventHandler* handler)
{
    std::erase(again_, handler);
    std::replace(againNow_.begin(), againNow_.end(), handler, static_cast<EventHandler*>(nullptr));
}

void EventLoop::retire(std::unique_ptr<EventHandler> handler)
{
    forget(handler.get());
    retired_.push_back(std::move(handler));
}

void EventLoop::run()
{
    thread_.store(std::uint64_t(pthread_self()), std::memory_order_relaxed);
    std::array<epoll_event, 256> events;
    while (!stopping_.load(std::memory_order_acquire)) {
        const int count = wait(events.data(), int(events.size()));
        refreshNow();
        bool woken = false;
        for (int i = 0; i < count; ++i) {
            const auto& event = events[std::size_t(i)];
            if (event.data.ptr)
                static_cast<EventHandler*>(event.data.ptr)->onEvents(readyBits(event.events));
            else
                woken = true;
        }
        if (woken)
            runPosted();
        if (!again_.empty())
            runAgain();
        if (!calls_.empty())
            runCalls();
        if (tickOf(now_) != firedTick_)
            fireTimers();
        while (!retired_.empty()) { // a destructor may retire another
            auto done = std::move(retired_);
            retired_.clear();
        }
    }
    thread_.store(0, std::memory_order_relaxed);
}

int EventLoop::wait(void* events, int count)
{
    const auto time = waitTime();
    timespec spec{};
    if (time != never) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        spec.tv_sec = seconds.count();
        spec.tv_nsec = (time - seconds).count();
    }
    auto* list = static_cast<epoll_event*>(events);
    const int ready = epoll_pwait2(epoll_, list, count, time == never ? nullptr : &spec, nullptr);
    if (ready >= 0 || errno != ENOSYS)
        return ready;
    // Before Linux 5.11: whole milliseconds, rounded up.
    return epoll_wait(epoll_, list, count, time == never ? -1 : int((time + 999'999ns) / 1ms));
}

Monotonic EventLoop::waitTime() const
{
    if (!again_.empty())
        return 0ns;
    auto due = nextSlotDue();
    if (!calls_.empty())
        due = std::min(due, calls_.front().due);
    if (due == never)
        return never;
    return std::max<Monotonic>(due - now_, 0ns);
}

Monotonic EventLoop::nextSlotDue() const
{
    for (std::int64_t ahead = 1; ahead <= std::int64_t(slotCount); ++ahead) {
        const auto& slot = slots_[std::size_t(firedTick_ + ahead) % slotCount];
        if (slot.next_ != &slot)
            return Monotonic((firedTick_ + ahead) * tick);
    }
    return never;
}

void EventLoop::arm(Timer& timer, Monotonic due)
{
    timer.due_ = due;
    if (timer.next_ && timer.slotDue_ <= due)
        return; // its slot comes first and moves it on
    timer.unlink();
    link(timer);
}

void EventLoop::disarm(Timer& timer)
{
    timer.due_ = never; // the slot drops it when it comes round
}

void EventLoop::link(Timer& timer)
{
    const auto farthest = firedTick_ + std::int64_t(slotCount) - 1;
    const auto wanted = timer.due_ == never ? farthest : tickOf(timer.due_) + 1;
    const auto at = std::clamp(wanted, firedTick_ + 1, farthest);
    Timer& slot = slots_[std::size_t(at) % slotCount];
    timer.slotDue_ = Monotonic(at * tick);
    timer.next_ = &slot;
    timer.previous_ = slot.previous_;
    slot.previous_->next_ = &timer;
    slot.previous_ = &timer;
}

void EventLoop::fireTimers()
{
    const auto last = tickOf(now_);
    const auto first = std::max(firedTick_ + 1, last - std::int64_t(slotCount) + 1);
    for (auto at = first; at <= last; ++at) {
        firedTick_ = at;
        fireSlot(slots_[std::size_t(at) % slotCount]);
    }
}

void EventLoop::fireSlot(Slot& slot)
{
    if (slot.next_ == &slot)
        return;
    Slot firing; // a local head: callbacks may arm into the slot that is being emptied
    firing.next_ = slot.next_;
    firing.previous_ = slot.previous_;
    firing.next_->previous_ = &firing;
    firing.previous_->next_ = &firing;
    slot.next_ = slot.previous_ = &slot;
    while (firing.next_ != &firing) {
        Timer& timer = *firing.next_;
        timer.unlink();
        if (timer.due_ == never)
            continue;
        if (timer.due_ > now_)
            link(timer);
        else
            timer.onTimeout();
    }
    firing.next_ = firing.previous_ = nullptr;
}

void EventLoop::callAt(Monotonic due, std::function<void()> task)
{
    calls_.push_back({due, callOrder_++, std::move(task)});
    std::push_heap(calls_.begin(), calls_.end(), [](const Call& a, const Call& b) {
        return a.due != b.due ? a.due > b.due : a.order > b.order;
    });
}

void EventLoop::runCalls()
{
    while (!calls_.empty() && calls_.front().due <= now_) {
        std::pop_heap(calls_.begin(), calls_.end(), [](const Call& a, const Call& b) {
            return a.due != b.due ? a.due > b.due : a.order > b.order;
        });
        auto task = std::move(calls_.back().task);
        calls_.pop_back();
        task();
        refreshNow();
    }
}

void EventLoop::runPosted()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = read(wake_, &count, sizeof count);
    std::vector<std::function<void()>> tasks;
    {
        const std::lock_guard lock(mutex_);
        tasks.swap(posted_);
    }
    for (auto& task : tasks)
        task();
}

void EventLoop::runAgain()
{
    againNow_.swap(again_);
    for (std::size_t i = 0; i < againNow_.size(); ++i) {
        if (againNow_[i])
            againNow_[i]->onEvents(0);
    }
    againNow_.clear();
}

} // namespace gatehouse::http
