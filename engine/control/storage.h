#pragma once

#include "engine/control/task_thread.h"
#include "engine/telemetry/access_log.h"
#include "engine/telemetry/history.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::control {

/// The storage thread: access log and history. What comes while the disk is slow waits in a bounded queue;
/// beyond it, it is dropped and counted, and nobody waits.
class Storage
{
public:
    /// `warn` is called on the storage thread.
    Storage(telemetry::Hub& hub, std::optional<telemetry::AccessLogOptions> accessLog,
            std::function<void(const Problem&)> warn);
    ~Storage(); ///< writes what waits, then ends

    /// Opens the access log now, so that a bad path is known at the start. Call once, before anything is
    /// stored.
    std::optional<Problem> openAccessLog();
    bool hasAccessLog() const { return accessLog_ != nullptr; }

    /// Where history is kept from now on; empty = nowhere.
    void keepHistoryIn(std::string path);

    void storeRecords(std::vector<telemetry::NumberedRecord> records);
    void storeSeconds(std::vector<telemetry::HistorySecond> seconds);

    std::uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

private:
    static constexpr std::size_t maxWaitingRecords = 1u << 18;
    static constexpr std::size_t maxWaitingSeconds = 60;

    std::function<void(const Problem&)> warn_;
    std::unique_ptr<telemetry::AccessLog> accessLog_;
    std::unique_ptr<telemetry::History> history_;
    std::atomic<std::size_t> waitingRecords_{0};
    std::atomic<std::size_t> waitingSeconds_{0};
    std::atomic<std::uint64_t> dropped_{0};
    TaskThread thread_{"storage"};
};

} // namespace gatehouse::control
