#pragma once

#include "engine/telemetry/mapped.h"
#include "engine/telemetry/worker_stats.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

/// One finished request in 96 bytes, and the ring that each worker writes them to.
namespace gatehouse::telemetry {

enum class Method : std::uint8_t { other, get, head, post, put, del, connect, options, trace, patch };

constexpr std::array<std::string_view, 10> methodNames = {"",       "GET",     "HEAD",    "POST",  "PUT",
                                                          "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};

/// Not for the hot path of a proxied request twice: one compare by length and first letters.
constexpr Method methodOf(std::string_view name) noexcept
{
    for (std::size_t i = 1; i < methodNames.size(); ++i) {
        if (methodNames[i] == name)
            return Method(i);
    }
    return Method::other;
}
constexpr std::string_view methodName(Method method) noexcept
{
    return method == Method::other ? std::string_view("?") : methodNames[std::size_t(method)];
}

/// Who answered instead of a backend, or ended the request.
enum class Refusal : std::uint8_t {
    none,
    redirect,       ///< a filter answered: 3xx, no error
    parser,         ///< 400: RFC 9112 or RFC 9110 forbid the message
    headTooLarge,   ///< 431, 414
    bodyTooLarge,   ///< 413
    clientTimeout,  ///< 408: head or body came too slowly
    clientGone,     ///< closed before its answer was whole
    notSupported,   ///< 501, 505, 417
    noListener,     ///< 404: no listener for the host
    noRoute,        ///< 404: no route matched
    noBackend,      ///< 500: the rule has no valid backend
    noEndpoint,     ///< 503: the backend has no endpoint
    overload,       ///< 503: a bound of the gateway was reached
    connectFailed,  ///< 503 or 502: refused, unreachable
    connectTimeout, ///< 504
    backendTimeout, ///< 504: no answer within the time of one attempt
    requestTimeout, ///< 504: no answer within the time of the whole request
    backendClosed,  ///< 502: closed or reset before a whole answer
    badResponse,    ///< 502: the backend's answer isn't HTTP/1.1
    draining,       ///< 503: the gateway is ending
    count_
};
constexpr std::array<std::string_view, std::size_t(Refusal::count_)> refusalNames = {"",
                                                                                     "redirect",
                                                                                     "parser",
                                                                                     "head too large",
                                                                                     "body too large",
                                                                                     "client time-out",
                                                                                     "client gone",
                                                                                     "not supported",
                                                                                     "no listener",
                                                                                     "no route",
                                                                                     "no backend",
                                                                                     "no endpoint",
                                                                                     "overload",
                                                                                     "connect failed",
                                                                                     "connect time-out",
                                                                                     "backend time-out",
                                                                                     "request time-out",
                                                                                     "backend closed",
                                                                                     "bad response",
                                                                                     "draining"};
constexpr std::string_view refusalName(Refusal refusal) noexcept
{
    return refusalNames[std::size_t(refusal)];
}

/// Whether the request counts as `refused` (Finished::refused).
constexpr bool isRefused(Refusal refusal) noexcept
{
    return refusal != Refusal::none && refusal != Refusal::redirect && refusal != Refusal::clientGone;
}

using TraceId = std::array<std::uint8_t, 16>;

struct Record {
    std::uint64_t start_us = 0;    ///< wall clock of the first byte, since 1970
    std::uint32_t total_us = 0;    ///< saturating, as all of these
    std::uint32_t upstream_us = 0; ///< last attempt: handed to the backend until its answer's first byte
    std::uint32_t connect_us = 0;  ///< 0 = a kept connection
    std::uint32_t leg = 0;
    std::uint32_t revision = 0;
    std::uint32_t bytesIn = 0;
    std::uint32_t bytesOut = 0;
    TraceId traceId{};
    std::uint16_t status = 0;
    Method method = Method::other;
    Refusal refusal = Refusal::none;
    std::uint8_t attempts = 0;
    std::uint8_t reused : 1 = 0;
    std::uint8_t targetCut : 1 = 0;
    std::uint8_t targetLength = 0;
    std::array<char, 37> target; ///< the beginning, as it came; bytes past targetLength mean nothing

    void setTarget(std::string_view text) noexcept
    {
        targetLength = std::uint8_t(text.size() < target.size() ? text.size() : target.size());
        targetCut = text.size() > target.size();
        std::copy_n(text.data(), targetLength, target.data());
    }
    std::string_view targetText() const noexcept { return {target.data(), targetLength}; }

    static std::uint32_t saturated(std::uint64_t value) noexcept
    {
        return value > std::numeric_limits<std::uint32_t>::max() ? std::numeric_limits<std::uint32_t>::max()
                                                                 : std::uint32_t(value);
    }
};
static_assert(sizeof(Record) == 96 && std::is_trivially_copyable_v<Record>);

/// The last 2^18 records of one worker. One writer, any number of readers, no lock: a reader copies a slot
/// and then checks that the writer had not come round to it (a sequence lock over the ring's position).
class RecordRing
{
public:
    static constexpr std::uint64_t defaultCapacity = 1u << 18;

    explicit RecordRing(std::uint64_t capacity = defaultCapacity) ///< a power of two
        : mask_(capacity - 1), slots_(capacity)
    {
    }

    void write(const Record& record) noexcept
    {
        const std::uint64_t at = written_.load(std::memory_order_relaxed);
        begun_.store(at + 1, std::memory_order_relaxed);
        Words words;
        std::memcpy(words.data(), &record, sizeof record);
        Slot& slot = slots_[at & mask_];
        for (std::size_t i = 0; i < words.size(); ++i)
            slot[i].store(words[i], std::memory_order_release); // never before begun_
        written_.store(at + 1, std::memory_order_release);
    }

    /// Records are numbered from 0 in the order of their writing; [first(), end()) are there to read.
    std::uint64_t end() const noexcept { return written_.load(std::memory_order_acquire); }
    std::uint64_t first() const noexcept { return end() > mask_ ? end() - mask_ : 0; }

    /// False when the record was overwritten, or is not written yet.
    bool read(std::uint64_t number, Record& record) const noexcept
    {
        if (number >= end())
            return false;
        Words words;
        const Slot& slot = slots_[number & mask_];
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] = slot[i].load(std::memory_order_acquire);
        if (begun_.load(std::memory_order_relaxed) > number + mask_ + 1)
            return false;
        std::memcpy(static_cast<void*>(&record), words.data(), sizeof record);
        return true;
    }

private:
    using Words = std::array<std::uint64_t, sizeof(Record) / 8>;
    using Slot = std::array<std::atomic<std::uint64_t>, sizeof(Record) / 8>;

    const std::uint64_t mask_;
    MappedArray<Slot> slots_;
    alignas(64) std::atomic<std::uint64_t> begun_{0};
    std::atomic<std::uint64_t> written_{0};
};

} // namespace gatehouse::telemetry
