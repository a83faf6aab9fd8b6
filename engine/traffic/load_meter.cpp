#include "engine/traffic/load_meter.h"

#include <algorithm>

namespace gatehouse::traffic {

static std::vector<double> quantiles_ms(const telemetry::Histogram& histogram)
{
    if (histogram.total() == 0)
        return {};
    std::vector<double> values;
    for (const double q : {0.5, 0.9, 0.99, 0.999})
        values.push_back(histogram.quantile_us(q) / 1000);
    return values;
}

void LoadMeter::record(Monotonic now, Monotonic latency)
{
    advance(now);
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(latency).count();
    const auto value_us = std::uint64_t(std::max<std::int64_t>(us, 0));
    run_.record(value_us);
    last_[slot_].record(value_us);
}

std::vector<double> LoadMeter::lastSecond_ms(Monotonic now)
{
    advance(now);
    telemetry::Histogram sum;
    for (const telemetry::Histogram& slot : last_)
        sum.add(slot);
    return quantiles_ms(sum);
}

std::vector<double> LoadMeter::run_ms() const
{
    return quantiles_ms(run_);
}

void LoadMeter::advance(Monotonic now)
{
    std::size_t cleared = 0;
    while (now >= slotEnd_ && cleared < slots) {
        slot_ = (slot_ + 1) % slots;
        last_[slot_].clear();
        slotEnd_ += slotLength;
        ++cleared;
    }
    if (now >= slotEnd_) // a pause longer than the window: all slots are empty now
        slotEnd_ = now + slotLength;
}

} // namespace gatehouse::traffic
