#pragma once

#include "engine/telemetry/record.h"
#include "engine/telemetry/trace.h"
#include "engine/telemetry/worker_stats.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Where the data plane's workers put what they see. Hot path: worker(i), ring(i), traces().push(); no lock,
/// no allocation but a trace's own. Readers: engine/telemetry/collector.h, records.h, trace_store.h.
namespace gatehouse::telemetry {

struct LegName {
    std::string listener; ///< key; empty: before a listener was chosen
    std::string route;    ///< key; empty: no route
    std::string backend;  ///< key; empty: answered by the gateway
};

struct HubOptions {
    std::uint64_t recordsPerWorker = RecordRing::defaultCapacity; ///< a power of two
};

class Hub
{
public:
    explicit Hub(int workers, HubOptions options = {});
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    int workers() const noexcept { return int(workers_.size()); }
    WorkerStats& worker(int i) noexcept { return workers_[std::size_t(i)]->stats; }
    RecordRing& ring(int i) noexcept { return workers_[std::size_t(i)]->ring; }
    TraceAllowance& allowance(int i) noexcept
    {
        return workers_[std::size_t(i)]->allowance;
    } ///< the worker's own
    TraceQueue& traces() noexcept { return traces_; }

    /// Interns a way while a snapshot is made, never while a request runs. The same names give the same id
    /// for as long as the engine lives; the 32,768th way and all after it share LegId::other. Takes a lock.
    LegId leg(std::string_view listenerKey, std::string_view routeKey, std::string_view backendKey);

    std::size_t legs() const; ///< ids are below this
    LegName legName(LegId leg) const;
    std::vector<LegName> legNames(std::size_t from) const; ///< those with ids ≥ from, in order

    /// The field that asks for a trace: `gatehouse-trace: TOKEN.NUMBER`. Only this process knows the token.
    static constexpr std::string_view traceField = "gatehouse-trace";
    std::string traceFieldValue(std::uint64_t tag) const;
    /// The number when the token is right (compared in constant time). The field is removed in either case.
    std::optional<std::uint64_t> traceTag(std::string_view fieldValue) const noexcept;

private:
    struct Worker {
        explicit Worker(std::uint64_t records) : ring(records) {}
        WorkerStats stats;
        RecordRing ring;
        TraceAllowance allowance;
    };
    std::vector<std::unique_ptr<Worker>> workers_;
    TraceQueue traces_;
    std::string traceToken_;

    mutable std::mutex mutex_; ///< names only
    std::unordered_map<std::string, LegId> ids_;
    std::vector<LegName> names_;
};

} // namespace gatehouse::telemetry
