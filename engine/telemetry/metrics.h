#pragma once

#include "engine/telemetry/collector.h"

#include <string>

/// Prometheus text exposition format 0.0.4: names, units and escaping by its conventions.
namespace gatehouse::telemetry {

struct ProcessFacts {
    double cpu_s = 0;
    std::uint64_t rss_bytes = 0;
    double start_s = 0; ///< wall clock
    std::uint64_t openFiles = 0;
    std::uint64_t revision = 0;
    std::string version;
};

/// At most this many ways have series of their own; the others are summed under "other", so that no traffic
/// and no document can make a scrape grow without bound.
constexpr std::size_t maxMetricLegs = 1000;

std::string prometheusText(Hub& hub, const Collector& collector, const ProcessFacts& process);

/// A label's value: backslash, quote and newline escaped.
std::string escapedLabel(std::string_view value);

} // namespace gatehouse::telemetry
