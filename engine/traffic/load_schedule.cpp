#include "engine/traffic/load_schedule.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::traffic {

ArrivalSchedule::ArrivalSchedule(const ScheduleOptions& options) : options_(options), draw_(options.seed) {}

std::optional<double> ArrivalSchedule::next()
{
    if (options_.arrivals == Arrivals::poisson)
        count_ += draw_.exponential(1.0);
    else if (!first_)
        count_ += 1;
    first_ = false;
    const double t_s = timeOf(count_);
    if (t_s >= options_.duration_s)
        return std::nullopt;
    return t_s;
}

double ArrivalSchedule::rateAt_per_s(double t_s) const
{
    if (t_s < 0 || t_s >= options_.duration_s)
        return 0;
    return t_s < options_.ramp_s ? options_.rate_per_s * t_s / options_.ramp_s : options_.rate_per_s;
}

double ArrivalSchedule::expectedUntil(double t_s) const
{
    t_s = std::clamp(t_s, 0.0, options_.duration_s);
    if (t_s < options_.ramp_s)
        return options_.rate_per_s * t_s * t_s / (2 * options_.ramp_s);
    return options_.rate_per_s * (t_s - options_.ramp_s / 2);
}

double ArrivalSchedule::timeOf(double count) const
{
    const double inRamp = options_.rate_per_s * options_.ramp_s / 2;
    if (count < inRamp)
        return std::sqrt(2 * options_.ramp_s * count / options_.rate_per_s);
    return options_.ramp_s / 2 + count / options_.rate_per_s;
}

} // namespace gatehouse::traffic
