#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <span>

/// Latency histograms in microseconds: log-linear as G. Tene's HdrHistogram, 32 steps an octave. Values below
/// 64 µs are exact, above that a bucket is 1/32 … 1/64 of its value wide, so that its middle is off by at
/// most 1.6 %. Values over 134 s count in the last bucket. Fixed memory, no failure.
namespace gatehouse::telemetry {

struct HistogramScale {
    static constexpr unsigned stepBits = 5;
    static constexpr unsigned exactBits = stepBits + 1; ///< below 2^exactBits every value has its own bucket
    static constexpr unsigned topBit = 26;
    static constexpr std::size_t buckets = (1u << exactBits) + (topBit - exactBits + 1) * (1u << stepBits);
    static constexpr std::uint64_t max_us = (std::uint64_t{1} << (topBit + 1)) - 1;

    static constexpr std::uint32_t bucketOf(std::uint64_t value_us) noexcept
    {
        const std::uint64_t v = std::min(value_us, max_us);
        if (v < (1u << exactBits))
            return std::uint32_t(v);
        const unsigned top = unsigned(std::bit_width(v)) - 1;
        return (1u << exactBits) + ((top - exactBits) << stepBits) +
               std::uint32_t((v >> (top - stepBits)) & ((1u << stepBits) - 1));
    }
    static constexpr std::uint64_t lowerBound_us(std::uint32_t bucket) noexcept
    {
        if (bucket < (1u << exactBits))
            return bucket;
        const std::uint32_t above = bucket - (1u << exactBits);
        const unsigned top = (above >> stepBits) + exactBits;
        return (std::uint64_t{1} << top) +
               (std::uint64_t(above & ((1u << stepBits) - 1)) << (top - stepBits));
    }
    static constexpr std::uint64_t width_us(std::uint32_t bucket) noexcept
    {
        if (bucket < (1u << exactBits))
            return 1;
        return std::uint64_t{1} << (((bucket - (1u << exactBits)) >> stepBits) + exactBits - stepBits);
    }
    static constexpr double middle_us(std::uint32_t bucket) noexcept
    {
        return bucket < (1u << exactBits) ? double(bucket)
                                          : double(lowerBound_us(bucket)) + double(width_us(bucket)) / 2;
    }
};
static_assert(HistogramScale::max_us >= 60'000'000,
              "a request may last as long as the longest time-out we offer");
static_assert(HistogramScale::bucketOf(HistogramScale::max_us) == HistogramScale::buckets - 1);

/// A plain histogram: one thread, a value type.
class Histogram
{
public:
    void record(std::uint64_t value_us, std::uint64_t times = 1) noexcept
    {
        addBucket(HistogramScale::bucketOf(value_us), times);
    }
    void addBucket(std::uint32_t bucket, std::uint64_t times) noexcept
    {
        counts_[bucket] += times;
        total_ += times;
    }
    void subtractBucket(std::uint32_t bucket, std::uint64_t times) noexcept
    {
        counts_[bucket] -= times;
        total_ -= times;
    }
    void add(const Histogram& other) noexcept
    {
        for (std::size_t i = 0; i < counts_.size(); ++i)
            counts_[i] += other.counts_[i];
        total_ += other.total_;
    }
    void clear() noexcept { *this = Histogram{}; }

    std::uint64_t total() const noexcept { return total_; }
    std::uint64_t count(std::uint32_t bucket) const noexcept { return counts_[bucket]; }

    /// The value in µs below which a share `q` (0 … 1) of the values lies; 0 when there are none.
    double quantile_us(double q) const noexcept
    {
        if (total_ == 0)
            return 0;
        const double wanted = std::clamp(q, 0.0, 1.0) * double(total_);
        std::uint64_t seen = 0;
        for (std::uint32_t i = 0; i < counts_.size(); ++i) {
            seen += counts_[i];
            if (counts_[i] != 0 && double(seen) >= wanted)
                return HistogramScale::middle_us(i);
        }
        return HistogramScale::middle_us(HistogramScale::buckets - 1);
    }

private:
    std::array<std::uint64_t, HistogramScale::buckets> counts_{};
    std::uint64_t total_ = 0;
};

/// One thread writes, others read: relaxed atomics, no lock prefix. All-zero memory is a valid empty one.
/// Counts wrap at 2^32; readers take differences, which stay right.
class SharedHistogram
{
public:
    void record(std::uint64_t value_us) noexcept
    {
        const std::uint32_t bucket = HistogramScale::bucketOf(value_us);
        auto& count = counts_[bucket];
        count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
        if (bucket >= end_.load(std::memory_order_relaxed))
            end_.store(bucket + 1, std::memory_order_relaxed);
        if (HistogramScale::buckets - bucket > fromEnd_.load(std::memory_order_relaxed))
            fromEnd_.store(std::uint32_t(HistogramScale::buckets) - bucket, std::memory_order_relaxed);
    }

    /// Buckets outside [first, end) were never used: spares readers most of the memory.
    std::uint32_t first() const noexcept
    {
        return std::uint32_t(HistogramScale::buckets) - fromEnd_.load(std::memory_order_relaxed);
    }
    std::uint32_t end() const noexcept { return end_.load(std::memory_order_relaxed); }
    std::uint32_t count(std::uint32_t bucket) const noexcept
    {
        return counts_[bucket].load(std::memory_order_relaxed);
    }

private:
    std::atomic<std::uint32_t> end_{0};
    std::atomic<std::uint32_t> fromEnd_{0};
    std::array<std::atomic<std::uint32_t>, HistogramScale::buckets> counts_{};
};

} // namespace gatehouse::telemetry
