#pragma once

#include <array>
#include <vector>

namespace gatehouse::ui {

struct QuantilePart {
    double weight = 0;                 ///< requests
    std::array<float, 4> latency_ms{}; ///< p50 p90 p99 p99.9
};

/// The quantile `share` (0 … 1) of the parts together: each part's distribution is drawn through 0 and its
/// four points, straight in between, and the sum is inverted. NaN without parts. One part gives its own
/// points back.
double mixedQuantile(const std::vector<QuantilePart>& parts, double share);

} // namespace gatehouse::ui
