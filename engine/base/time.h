#pragma once

#include <chrono>
#include <cstdint>

namespace gatehouse
{

/// Time is handed in where a decision is made. Monotone: for decisions. Wall: for what a person reads.
using Monotonic = std::chrono::nanoseconds; ///< since an arbitrary start, never goes back
using WallClock = std::chrono::nanoseconds; ///< since 1970-01-01T00:00:00Z

/// The clocks are read only through these two (tests/house refuses other places).
Monotonic monotonicNow();
WallClock wallNow();

} // namespace gatehouse
