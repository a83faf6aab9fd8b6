#pragma once

#include "engine/control/task_thread.h"
#include "engine/telemetry/collector.h"
#include "engine/telemetry/records.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::control {

class Storage;

/// What the observer saw since the last tick that the main thread took.
struct Tick {
    Tick() = default;
    Tick(const Tick&) = delete; ///< said aloud: Qt's meta types would take the vector of traces for copyable
    Tick& operator=(const Tick&) = delete;

    bool inTurn = false; ///< with new numbers; else only traces came
    double at_ms = 0; ///< wall clock
    telemetry::Totals totals;
    std::vector<telemetry::LegTotals> changed;
    telemetry::RecordTail::Batch records; ///< at most Observer::maxRows
    std::vector<std::unique_ptr<telemetry::DecisionTrace>> traces;
    double cpuShare = 0; ///< of one core, over the last second
    std::uint64_t rss_bytes = 0;
};

/// The one reader of the hub, on a thread of its own: summing thousands of ways and reading rings of a
/// quarter million records takes longer than the main thread may. Ten ticks a second; while the main thread
/// hasn't taken one, the next adds to it instead of queueing behind it.
class Observer
{
public:
    static constexpr int interval_ms = 100;
    static constexpr std::size_t maxRows = 500;
    static constexpr std::size_t maxTraces = 256;

    /// `ticked` is called on the thread of `context`, which outlives the observer.
    Observer(telemetry::Hub& hub, Storage& storage, QObject* context,
             std::function<void(std::shared_ptr<Tick>)> ticked);
    ~Observer();

    void wantRows(bool wanted)
    {
        rowsWanted_.store(wanted, std::memory_order_relaxed);
    } ///< somebody follows the log
    void setRevision(std::uint64_t revision) { revision_.store(revision, std::memory_order_relaxed); }

    /// A tick out of turn: a trace is awaited.
    void tickSoon();

    /// `done` is called on the observer's thread.
    void query(telemetry::RecordFilter filter, std::function<void(telemetry::RecordAnswer)> done);
    void metrics(std::function<void(std::string)> done);

    std::uint64_t start_us() const { return start_us_; }

private:
    struct Work;
    void tick(bool inTurn);
    void collect(bool step);
    void takeRows(Tick& tick);
    void takeTraces(Tick& tick);
    void handOver();

    telemetry::Hub& hub_;
    QObject* context_;
    std::function<void(std::shared_ptr<Tick>)> ticked_;
    const std::uint64_t start_us_;
    std::atomic<bool> rowsWanted_{false};
    std::atomic<bool> handedOver_{false}; ///< the main thread has yet to take the last tick
    std::atomic<std::uint64_t> revision_{0};
    std::unique_ptr<Work> work_; ///< of the observer's thread
    TaskThread thread_{"observer"};
};

} // namespace gatehouse::control
