#pragma once

#include "engine/base/draw.h"

#include <chrono>
#include <cstdint>
#include <string_view>

namespace gatehouse::traffic {

/// How slow and how faulty one demo service is: a seeded sequence of (delay, error) pairs, one a request.
class DemoFault
{
public:
    /// The sequence depends on the service's key alone, so that two runs behave alike.
    explicit DemoFault(std::string_view key);

    struct Outcome {
        std::chrono::nanoseconds delay{};
        bool error = false;
    };

    /// Delay: log-normal around `median_ms` with σ = 0.35 (p99 about 2.3 medians), as service times are
    /// shaped; at most 60 s; none for a median of 0. Error: with probability `errorShare`.
    Outcome next(double median_ms, double errorShare);

private:
    double normal();

    Draw draw_;
};

} // namespace gatehouse::traffic
