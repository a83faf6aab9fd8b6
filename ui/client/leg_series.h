#pragma once

#include "engine/api/contract.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gatehouse::ui {

/// What one leg did in one slot of 100 ms.
struct LegSlot {
    std::uint32_t requests = 0;
    std::uint32_t s2xx = 0, s3xx = 0, s4xx = 0, s5xx = 0;
    std::uint32_t refused = 0;
    std::uint32_t reused = 0;
    std::uint32_t inFlight = 0;
    std::array<float, 4> latency_ms{}; ///< p50 p90 p99 p99.9; all 0 = none
};

/// A ring of slots for one leg; slot numbers are wall clock / 100 ms. What lies outside the ring reads as
/// empty.
class LegSeries
{
public:
    explicit LegSeries(api::Leg leg) : last_(std::move(leg)) {}

    const api::Leg& last() const { return last_; }

    /// `fresh`: counters begin at zero (first frame of an engine, or one that was restarted), so all of it is
    /// new. `known` = false: the time since the last frame is a gap; counts move on, no slot is written but
    /// the level.
    void take(const api::Leg& leg, std::int64_t fromSlot, std::int64_t toSlot, bool known);
    void hold(std::int64_t fromSlot, std::int64_t toSlot); ///< nothing changed: level and latency stay
    void beginAgain();                                     ///< a new engine counts from zero

    const LegSlot& at(std::int64_t slot) const;

private:
    LegSlot& write(std::int64_t slot);
    void spread(const LegSlot& sum, std::int64_t fromSlot, std::int64_t toSlot);
    api::Leg last_;
    std::vector<LegSlot> ring_;
    std::vector<std::int64_t> owner_; ///< which slot number a ring place holds
};

} // namespace gatehouse::ui
