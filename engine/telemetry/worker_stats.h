#pragma once

#include "engine/telemetry/histogram.h"
#include "engine/telemetry/mapped.h"

#include <array>
#include <atomic>
#include <cstdint>

/// What one data-plane worker counts. Written by that worker alone with relaxed loads and stores (no lock
/// prefix), read by others at any time. Every block has its own pages: workers share no cache line.
namespace gatehouse::telemetry {

/// A (listener, route, backend) way, interned by Hub::leg(); stable while the engine runs.
enum class LegId : std::uint32_t { other = 0 };
constexpr std::size_t maxLegs = 32'768; ///< further ways share LegId::other

/// A number with one writer.
class Counter
{
public:
    void add(std::uint64_t n) noexcept
    {
        value_.store(value_.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
    }
    void sub(std::uint64_t n) noexcept
    {
        value_.store(value_.load(std::memory_order_relaxed) - n, std::memory_order_relaxed);
    }
    std::uint64_t value() const noexcept { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

/// How one request ended, for WorkerStats::finish().
struct Finished {
    int status = 0;             ///< as sent to the client; 0 = none could be sent (the client went away)
    bool refused = false;       ///< answered by the gateway instead of a backend, redirects excepted
    bool reused = false;        ///< on a kept upstream connection
    std::uint64_t total_us = 0; ///< first byte in to last byte out
    std::uint64_t bytesIn = 0;  ///< of bodies
    std::uint64_t bytesOut = 0;
};

struct alignas(64) LegStats {
    Counter requests;               ///< finished
    std::array<Counter, 6> byClass; ///< by status / 100; [0] = none sent
    Counter refused;
    Counter reused;
    Counter inFlight; ///< a gauge
    Counter bytesIn;
    Counter bytesOut;
    Counter latencySum_us;
};

class WorkerStats
{
public:
    WorkerStats() : legs_(maxLegs), latency_(maxLegs) {}

    // ---- the worker's side
    // -----------------------------------------------------------------------------------------

    /// The request's way is known (or has changed: leave() the former first).
    void enter(LegId leg) noexcept
    {
        legs_[index(leg)].inFlight.add(1);
        touch(leg);
    }
    /// Without a result: it goes on another way.
    void leave(LegId leg) noexcept
    {
        legs_[index(leg)].inFlight.sub(1);
        touch(leg);
    }
    /// Ends what enter() began; counts the request.
    void finish(LegId leg, const Finished& end) noexcept
    {
        LegStats& stats = legs_[index(leg)];
        stats.inFlight.sub(1);
        stats.requests.add(1);
        stats.byClass[end.status >= 100 && end.status < 600 ? std::size_t(end.status) / 100 : 0].add(1);
        if (end.refused)
            stats.refused.add(1);
        if (end.reused)
            stats.reused.add(1);
        stats.bytesIn.add(end.bytesIn);
        stats.bytesOut.add(end.bytesOut);
        stats.latencySum_us.add(end.total_us);
        latency_[index(leg)].record(end.total_us);
        touch(leg);
    }
    /// A request that had no way yet, e.g. refused by the parser.
    void count(LegId leg, const Finished& end) noexcept
    {
        enter(leg);
        finish(leg, end);
    }

    Counter downstreamConnections; ///< gauges: open now
    Counter upstreamConnections;
    Counter accepted; ///< connections since the start
    Counter upstreamOpened;

    // ---- the readers' side
    // -----------------------------------------------------------------------------------------

    const LegStats& leg(LegId leg) const noexcept { return legs_[index(leg)]; }
    const SharedHistogram& latency(LegId leg) const noexcept { return latency_[index(leg)]; }

    static constexpr std::size_t touchedWords = maxLegs / 64;
    /// One bit a leg that changed since the last call. One reader only. A change under way during the call
    /// may still be missing from the numbers: read a leg in the round after as well.
    std::uint64_t takeTouched(std::size_t word) noexcept
    {
        auto& bits = touched_[word];
        return bits.load(std::memory_order_relaxed) == 0 ? 0 : bits.exchange(0, std::memory_order_acquire);
    }

private:
    static std::size_t index(LegId leg) noexcept { return std::size_t(leg); }
    void touch(LegId leg) noexcept
    {
        auto& bits = touched_[index(leg) / 64];
        const std::uint64_t bit = std::uint64_t{1} << (index(leg) % 64);
        if ((bits.load(std::memory_order_relaxed) & bit) == 0)
            bits.fetch_or(bit, std::memory_order_release);
    }

    MappedArray<LegStats> legs_;
    MappedArray<SharedHistogram> latency_;
    alignas(64) std::array<std::atomic<std::uint64_t>, touchedWords> touched_{};
};

} // namespace gatehouse::telemetry
