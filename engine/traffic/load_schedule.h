#pragma once

#include "engine/base/draw.h"

#include <cstdint>
#include <optional>

namespace gatehouse::traffic {

enum class Arrivals : std::uint8_t { constant, poisson };

struct ScheduleOptions {
    double rate_per_s = 50; ///< > 0
    double ramp_s = 0;      ///< from nothing to the rate, linearly; may be longer than the duration
    double duration_s = 60; ///< > 0, the ramp included
    Arrivals arrivals = Arrivals::poisson;
    std::uint64_t seed = 7;
};

/// When an open-loop generator intends to send, in seconds from the run's start. Arrivals never wait for
/// answers. With M(t) the number of arrivals expected until t (the rate's integral), the k-th constant
/// arrival is where M reaches k = 0, 1, 2 …; Poisson arrivals are where M reaches the sums of exponential
/// draws of mean 1 (time-rescaling theorem: an inhomogeneous Poisson process of exactly that rate). Pure: no
/// clock; same options, same arrivals.
class ArrivalSchedule
{
public:
    explicit ArrivalSchedule(const ScheduleOptions& options);

    /// The next arrival, never before the last one; nullopt once the duration is over.
    std::optional<double> next();

    double rateAt_per_s(double t_s) const;  ///< 0 outside the run
    double expectedUntil(double t_s) const; ///< M(t)

private:
    double timeOf(double count) const; ///< M's inverse

    ScheduleOptions options_;
    Draw draw_;
    double count_ = 0;
    bool first_ = true;
};

} // namespace gatehouse::traffic
