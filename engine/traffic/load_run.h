#pragma once

#include "engine/traffic/services_protocol.h"

#include <functional>
#include <memory>

namespace gatehouse::http {
class IoThread;
}

namespace gatehouse::traffic {

/// One run of the open-loop load generator on a thread that should do nothing else. Requests leave when the
/// schedule says so, whether or not earlier ones were answered; their latency counts from the intended time,
/// so that neither a stalled server nor a generator that fell behind hides (coordinated omission, G. Tene
/// 2013). A request that can't leave because maxInFlight is reached is counted as skipped and never sent.
class LoadRun
{
public:
    /// Runs on the io thread: at 10 Hz, and once more with `done` or `failed` at the end.
    using Report = std::function<void(const LoadReport&)>;

    /// Starts at once. `spec` must have passed checkLoad() and the protocol's ranges.
    LoadRun(http::IoThread& thread, LoadSpec spec, Report report);
    ~LoadRun(); ///< from another thread; what is unanswered is dropped, nothing is reported any more

    LoadRun(const LoadRun&) = delete;
    LoadRun& operator=(const LoadRun&) = delete;

    /// No request leaves any more; after at most stopLimit_ms what is unanswered is canceled and the run is
    /// done.
    void stop();

    LoadReport report() const; ///< as of now; from any thread but the io thread
    bool isOver() const;

    static constexpr int stopLimit_ms = 500;
    static constexpr int requestTimeout_ms = 30'000;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
    http::IoThread& thread_;
};

} // namespace gatehouse::traffic
