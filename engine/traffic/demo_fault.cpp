#include "engine/traffic/demo_fault.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gatehouse::traffic {

namespace {

constexpr double spread = 0.35;
constexpr double longestDelay_ms = 60'000;

std::uint64_t seedOf(std::string_view key)
{
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    for (const unsigned char c : key)
        hash = (hash ^ c) * 0x100000001b3;
    return hash;
}

} // namespace

DemoFault::DemoFault(std::string_view key) : draw_(seedOf(key)) {}

DemoFault::Outcome DemoFault::next(double median_ms, double errorShare)
{
    Outcome outcome;
    const double delay_ms = std::min(median_ms * std::exp(spread * normal()), longestDelay_ms);
    outcome.delay = std::chrono::nanoseconds(std::int64_t(delay_ms * 1e6));
    outcome.error = draw_.unit() < errorShare;
    return outcome;
}

double DemoFault::normal() // Box and Muller 1958
{
    const double radius = std::sqrt(-2 * std::log(1 - draw_.unit()));
    return radius * std::cos(2 * std::numbers::pi * draw_.unit());
}

} // namespace gatehouse::traffic
