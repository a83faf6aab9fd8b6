#include "engine/policy/weighted_split.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::policy {

WeightedSplit::WeightedSplit(std::span<const std::uint32_t> weights, std::uint64_t start)
    : weight_(weights.begin(), weights.end()), current_(weights.size(), 0),
      total_(std::accumulate(weight_.begin(), weight_.end(), std::int64_t{0}))
{
    if (total_ == 0)
        return;
    // A prefix of the cycle is skipped; bounded, since weights may be a million each.
    constexpr std::uint64_t longestSkip = 4096;
    for (auto skip = start % std::min<std::uint64_t>(std::uint64_t(total_), longestSkip); skip > 0; --skip)
        next();
}

int WeightedSplit::next() noexcept
{
    if (total_ == 0)
        return -1;
    std::size_t best = weight_.size();
    for (std::size_t i = 0; i < weight_.size(); ++i) {
        if (weight_[i] == 0)
            continue;
        current_[i] += weight_[i];
        if (best == weight_.size() || current_[i] > current_[best])
            best = i;
    }
    current_[best] -= total_;
    return int(best);
}

} // namespace gatehouse::policy
