#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace gatehouse::policy {

/// Smooth weighted round robin (nginx's ngx_http_upstream_round_robin, I. Sysoev and others): over any run of
/// sum(weights) picks each entry is chosen exactly weight times, spread evenly. One state a worker and rule.
class WeightedSplit
{
public:
    /// `start` shifts the phase, so that several workers don't march in step; any value.
    WeightedSplit(std::span<const std::uint32_t> weights, std::uint64_t start);

    /// Index of the next entry, or -1 when all weights are zero. No allocation.
    int next() noexcept;

private:
    std::vector<std::int64_t> weight_;
    std::vector<std::int64_t> current_;
    std::int64_t total_ = 0;
};

} // namespace gatehouse::policy
