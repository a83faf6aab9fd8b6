#pragma once

#include "engine/telemetry/metrics.h"

#include <cstdint>

/// What the system says about this process. Reads /proc; cheap; any thread.
namespace gatehouse::control {

double processCpu_s();
std::uint64_t processRss_bytes();
telemetry::ProcessFacts processFacts(std::uint64_t revision, std::uint64_t start_us);

/// "0.1.0"
const char* engineVersion();

} // namespace gatehouse::control
