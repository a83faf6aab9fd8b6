#pragma once

#include "engine/base/time.h"
#include "engine/telemetry/hub.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

/// Sums what the workers count. One thread; call tick() ten times a second. Work per tick follows the number
/// of ways that were used, not the number that exist.
namespace gatehouse::telemetry {

/// p50, p90, p99, p99.9 in ms over the last second; only meaningful while `any`.
struct Quantiles {
    bool any = false;
    std::array<float, 4> ms{};
    bool operator==(const Quantiles&) const = default;
};

/// Bounds in seconds of the published duration histogram; "+Inf" follows.
constexpr std::array<double, 13> durationBounds_s = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                     0.25,  0.5,    1,     2.5,  5,     10};

/// One way, summed over the workers, since the engine's start.
struct LegTotals {
    LegId leg{};
    std::uint64_t requests = 0;
    std::array<std::uint64_t, 6> byClass{};
    std::uint64_t refused = 0;
    std::uint64_t reused = 0;
    std::uint64_t inFlight = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t latencySum_us = 0;
    Quantiles lastSecond;
    bool operator==(const LegTotals&) const = default;
};

struct Totals {
    std::uint64_t requests = 0;
    std::uint64_t errors = 0; ///< 5xx
    std::uint64_t inFlight = 0;
    std::uint64_t downstreamConnections = 0;
    std::uint64_t upstreamConnections = 0;
    Quantiles lastSecond;
};

class Collector
{
public:
    explicit Collector(Hub& hub);
    ~Collector();

    /// Sums the ways that changed; returns their ids. Every call with `step` is one step of a window of ten.
    const std::vector<LegId>& tick(bool step = true);

    const LegTotals& leg(LegId leg) const;
    Totals totals() const;
    std::size_t legs() const { return legs_.size(); }
    /// Durations of a way since the start, per bound (not cumulative over the bounds), the last one for
    /// "+Inf".
    const std::array<std::uint64_t, durationBounds_s.size() + 1>& durations(LegId leg) const;

private:
    static constexpr std::size_t windowTicks = 10;
    struct Delta {
        std::uint32_t bucket;
        std::uint32_t count;
    };
    struct LegState;

    void collectTouched();
    bool readLeg(LegState& state, LegId leg);
    void stepWindow(LegState& state);
    void addToWindow(LegState& state, LegId leg);
    LegState& stateOf(LegId leg);

    Hub& hub_;
    std::size_t step_ = 0;
    std::vector<std::unique_ptr<LegState>> legs_;
    std::vector<LegId> active_; ///< touched now or in the round before, or with a window that isn't empty
    std::vector<LegId> changed_;
    std::vector<std::uint64_t> previouslyTouched_;
    std::unique_ptr<Histogram> all_; ///< last second, all legs
    std::uint64_t requests_ = 0;
    std::uint64_t errors_ = 0;
    std::uint64_t inFlight_ = 0;
};

} // namespace gatehouse::telemetry
