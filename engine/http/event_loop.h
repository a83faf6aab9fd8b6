#pragma once

#include "engine/base/time.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

/// One thread's event loop over edge-triggered epoll.
///
/// Why not Asio's, which the rest of the design names: both stood behind this header and were measured in turn
/// (one core, CPU a proxied request, five rounds of 2 s), Asio in the form that keeps no buffer for an idle
/// connection: async_wait, then our own system calls. At 1,000 and 4,000 kept connections it came to 0.86 of nginx
/// each (0.85–0.89 and 0.80–0.89), where 0.85 is the bound; this loop to 0.76 and 0.66. That form arms each wait
/// anew, a system call for every drained socket, and goes through an operation object and a queue each time. Here a
/// connection is registered once and is told what became possible: four system calls a proxied request, all of
/// which succeed, and a share of one epoll_wait. Asio's own reads, with a buffer a connection, were not measured.
///
/// Everything but post() and stop() belongs to the thread in run(). Lifetime: a handler that is done hands
/// itself to retire(); it is destroyed when the round's events are through, so a later event of the same
/// round still finds it.
namespace gatehouse::http {

enum Ready : std::uint32_t {
    readyToRead = 1, ///< bytes, or the peer's end
    readyToWrite = 2,
    peerEnded = 4, ///< the peer closed its sending side; bytes before it may still be there
    broken = 8,    ///< reset, or closed both ways
};

class EventHandler
{
public:
    virtual ~EventHandler() = default;
    /// `ready` is a set of Ready bits; 0 after again().
    virtual void onEvents(std::uint32_t ready) = 0;
};

/// A coarse time-out (grain EventLoop::tick): base of what waits. Moving it later costs one store.
class Timer
{
public:
    Timer() = default;
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    virtual void onTimeout() = 0;

protected:
    ~Timer() { unlink(); }

private:
    friend class EventLoop;
    void unlink();

    Timer* previous_ = nullptr;
    Timer* next_ = nullptr;
    Monotonic due_{};
    Monotonic slotDue_{}; ///< when the slot it hangs in comes round
};

class EventLoop
{
public:
    static constexpr std::chrono::milliseconds tick{10};

    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;

    void run();                            ///< until stop()
    void stop();                           ///< from any thread
    void post(std::function<void()> task); ///< from any thread; tasks run in order
    bool isCurrent() const;                ///< called on the thread in run()

    /// Registers for all events, edge-triggered. Closing the descriptor ends it. False: out of descriptors or
    /// memory.
    bool watch(int fd, EventHandler* handler);
    /// For listeners: level-triggered, reading only.
    bool watchListener(int fd, EventHandler* handler);

    /// onEvents(0) in the next round: for a handler that stops early to let others run.
    void again(EventHandler* handler);
    void retire(std::unique_ptr<EventHandler> handler);
    void forget(EventHandler* handler); ///< takes back again(); retire() does it too

    /// The clock, read once a round; refreshNow() where microseconds count.
    Monotonic now() const { return now_; }
    Monotonic refreshNow() { return now_ = monotonicNow(); }

    void arm(Timer& timer, Monotonic due);
    void disarm(Timer& timer);

    /// Once, not before `due`, microsecond grain.
    void callAt(Monotonic due, std::function<void()> task);

private:
    struct Slot final : Timer {
        Slot() { previousOf(*this) = nextOf(*this) = this; }
        ~Slot() = default;
        void onTimeout() override {}
    };
    struct Call {
        Monotonic due;
        std::uint64_t order;
        std::function<void()> task;
    };

    static Timer*& previousOf(Timer& timer) { return timer.previous_; }
    static Timer*& nextOf(Timer& timer) { return timer.next_; }
    void link(Timer& timer);
    void fireTimers();
    void fireSlot(Slot& slot);
    void runCalls();
    void runPosted();
    void runAgain();
    Monotonic waitTime() const;
    Monotonic nextSlotDue() const;
    int wait(void* events, int count);

    static constexpr std::size_t slotCount =
        512; // × tick = 5 s; farther ones hang in the last and are moved on

    int epoll_ = -1;
    int wake_ = -1;
    Monotonic now_{};
    std::atomic<bool> stopping_{false};
    std::atomic<std::uint64_t> thread_{0};

    std::unique_ptr<Slot[]> slots_;
    std::int64_t firedTick_ = 0;
    std::vector<Call> calls_; // a heap
    std::uint64_t callOrder_ = 0;
    std::vector<EventHandler*> again_;
    std::vector<EventHandler*> againNow_;
    std::vector<std::unique_ptr<EventHandler>> retired_;

    std::mutex mutex_; ///< posted_ only; never taken on a request's path
    std::vector<std::function<void()>> posted_;
};

} // namespace gatehouse::http
