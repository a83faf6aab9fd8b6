#include "ui/client/quantile_mix.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatehouse::ui {

namespace {

constexpr std::array shares = {0.0, 0.5, 0.9, 0.99, 0.999};

double valueAt(const QuantilePart& part, std::size_t i)
{
    return i == 0 ? 0.0 : double(part.latency_ms[i - 1]);
}

double shareBelow(const QuantilePart& part, double latency_ms)
{
    for (std::size_t i = 1; i < shares.size(); ++i) {
        const double low = valueAt(part, i - 1);
        const double high = valueAt(part, i);
        if (latency_ms < high)
            return shares[i - 1] +
                   (shares[i] - shares[i - 1]) * (latency_ms - low) / std::max(high - low, 1e-9);
    }
    return shares.back();
}

double own(const QuantilePart& part, double share)
{
    for (std::size_t i = 1; i < shares.size(); ++i) {
        if (share > shares[i] + 1e-12)
            continue;
        const double low = valueAt(part, i - 1);
        return low + (valueAt(part, i) - low) * (share - shares[i - 1]) / (shares[i] - shares[i - 1]);
    }
    return valueAt(part, shares.size() - 1);
}

} // namespace

double mixedQuantile(const std::vector<QuantilePart>& parts, double share)
{
    double weight = 0;
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const QuantilePart& part : parts) {
        weight += part.weight;
        low = std::min(low, own(part, share));
        high = std::max(high, own(part, share));
    }
    if (weight <= 0)
        return std::numeric_limits<double>::quiet_NaN();
    for (int step = 0; step < 24 && high - low > low * 1e-4; ++step) {
        const double middle = (low + high) / 2;
        double below = 0;
        for (const QuantilePart& part : parts)
            below += part.weight * shareBelow(part, middle);
        (below / weight < share ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace gatehouse::ui
