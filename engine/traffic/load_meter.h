#pragma once

#include "engine/base/time.h"
#include "engine/telemetry/histogram.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gatehouse::traffic {

/// Latencies of one load run: over the whole run and over the last second (ten slots of 100 ms). One thread.
class LoadMeter
{
public:
    explicit LoadMeter(Monotonic start) : slotEnd_(start + slotLength) {}

    void record(Monotonic now, Monotonic latency);

    /// p50 p90 p99 p99.9 in ms; empty when nothing was recorded.
    std::vector<double> lastSecond_ms(Monotonic now);
    std::vector<double> run_ms() const;

private:
    static constexpr Monotonic slotLength = std::chrono::milliseconds(100);
    static constexpr std::size_t slots = 10;

    void advance(Monotonic now);

    telemetry::Histogram run_;
    std::array<telemetry::Histogram, slots> last_;
    std::size_t slot_ = 0;
    Monotonic slotEnd_;
};

} // namespace gatehouse::traffic
