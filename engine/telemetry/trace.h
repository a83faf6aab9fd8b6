#pragma once

#include "engine/telemetry/record.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// Decision traces: the facts of one request, noted by the worker that served it only for Try it, for
/// refusals (rate-capped) and for samples. Indexes are those of the gateway::Config of `revision`; sentences
/// are made from them by the control plane.
namespace gatehouse::telemetry {

enum class TraceReason : std::uint8_t { tryIt, refusal, sample };

struct TraceFilter {
    enum class Kind : std::uint8_t {
        requestHeaderModifier,
        responseHeaderModifier,
        requestRedirect,
        urlRewrite
    };
    Kind kind = Kind::requestHeaderModifier;
    bool ofBackend = false; ///< of the backend reference, not of the rule
    std::string before;     ///< URLRewrite, RequestRedirect: the target or Host before …
    std::string after; ///< … and after; header modifiers: what they did, "set X-Debug: 1, remove Cookie"
    std::uint32_t at_us = 0;
};

struct TraceAttempt {
    enum class End : std::uint8_t {
        answered,
        connectFailed,
        connectTimeout,
        timeout,
        closed,
        badResponse,
        clientGone
    };
    std::string endpoint; ///< "127.0.0.1:9101"
    bool reused = false;  ///< a kept connection
    End end = End::answered;
    int status = 0;             ///< with `answered`
    std::string detail;         ///< what the system said ("Connection refused"); may be empty
    std::uint32_t begin_us = 0; ///< since the request's first byte, as all `_us` here; 0 = didn't happen
    std::uint32_t connected_us = 0;
    std::uint32_t sent_us = 0; ///< head (and what there was of the body) handed to the system
    std::uint32_t firstByte_us = 0;
    std::uint32_t end_us = 0;
};

struct DecisionTrace {
    TraceReason reason = TraceReason::sample;
    std::uint64_t tag = 0; ///< of Try it: see Hub::traceTag()
    std::uint64_t revision = 0;
    std::uint64_t start_us = 0; ///< wall clock of the first byte
    TraceId traceId{};
    std::string traceparent; ///< as sent to the backend
    std::string client;      ///< "127.0.0.1:40000"

    // The request as matched.
    std::int32_t socket = -1; ///< index into Config::sockets
    std::string method;
    std::string target; ///< as it came
    std::string host;   ///< without port
    std::string path;   ///< normalised
    std::string query;
    std::vector<std::pair<std::string, std::string>> fields; ///< as they came; cut at 64 fields of 1 KiB

    // What was decided; -1 = not reached.
    std::int32_t listener = -1;
    std::int32_t rule = -1;
    std::int32_t share = -1;       ///< index into RuleConfig::backends
    std::uint32_t headDone_us = 0; ///< the request's head was whole
    std::uint32_t matched_us = 0;
    std::uint32_t chosen_us = 0; ///< a backend was chosen
    std::vector<TraceFilter> filters;
    std::vector<TraceAttempt> attempts;

    // How it ended.
    Refusal refusal = Refusal::none;
    std::string refusalDetail; ///< the RFC's clause or the limit that spoke; may be empty
    int status = 0;
    std::uint32_t answered_us = 0; ///< the answer's first byte went to the client
    std::uint32_t total_us = 0;
};

/// Bounded queue, many writers, one reader (D. Vyukov's bounded MPMC queue). A full queue refuses: a trace is
/// lost, a request never waits.
class TraceQueue
{
public:
    static constexpr std::size_t capacity = 1024;

    TraceQueue()
    {
        for (std::size_t i = 0; i < capacity; ++i)
            cells_[i].sequence.store(i, std::memory_order_relaxed);
    }

    /// From any thread. False when full; the trace is dropped and counted.
    bool push(std::unique_ptr<DecisionTrace> trace) noexcept
    {
        std::size_t at = tail_.load(std::memory_order_relaxed);
        for (;;) {
            Cell& cell = cells_[at % capacity];
            const std::size_t sequence = cell.sequence.load(std::memory_order_acquire);
            if (sequence == at) {
                if (tail_.compare_exchange_weak(at, at + 1, std::memory_order_relaxed)) {
                    cell.trace = std::move(trace);
                    cell.sequence.store(at + 1, std::memory_order_release);
                    return true;
                }
            } else if (sequence < at) {
                dropped_.fetch_add(1, std::memory_order_relaxed);
                return false;
            } else {
                at = tail_.load(std::memory_order_relaxed);
            }
        }
    }

    /// One reader. Null when empty.
    std::unique_ptr<DecisionTrace> pop() noexcept
    {
        Cell& cell = cells_[head_ % capacity];
        if (cell.sequence.load(std::memory_order_acquire) != head_ + 1)
            return nullptr;
        auto trace = std::move(cell.trace);
        cell.sequence.store(head_ + capacity, std::memory_order_release);
        ++head_;
        return trace;
    }

    std::uint64_t dropped() const noexcept { return dropped_.load(std::memory_order_relaxed); }

private:
    struct Cell {
        std::atomic<std::size_t> sequence{0};
        std::unique_ptr<DecisionTrace> trace;
    };
    std::array<Cell, capacity> cells_;
    alignas(64) std::atomic<std::size_t> tail_{0};
    alignas(64) std::size_t head_ = 0;
    std::atomic<std::uint64_t> dropped_{0};
};

/// A worker's allowance of unasked traces. One thread.
class TraceAllowance
{
public:
    /// At a request's start: whether to note its facts as a sample (1 a second).
    bool sample(std::uint64_t now_us) noexcept { return take(nextSample_us_, now_us, 1'000'000); }
    /// At a refusal: whether to make a trace of it (5 a second).
    bool refusal(std::uint64_t now_us) noexcept { return take(nextRefusal_us_, now_us, 200'000); }

private:
    static bool take(std::uint64_t& next_us, std::uint64_t now_us, std::uint64_t gap_us) noexcept
    {
        if (now_us < next_us)
            return false;
        next_us = now_us + gap_us;
        return true;
    }
    std::uint64_t nextSample_us_ = 0;
    std::uint64_t nextRefusal_us_ = 0;
};

} // namespace gatehouse::telemetry
