#include "engine/traffic/layout_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gatehouse::traffic {

namespace {

/// The nondecreasing sequence nearest to `wanted` in the least-squares sense.
std::vector<double> isotonic(const std::vector<double>& wanted)
{
    struct Pool {
        double sum;
        std::size_t count;
        double mean() const { return sum / double(count); }
    };
    std::vector<Pool> pools;
    for (const double value : wanted) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            pools[pools.size() - 2].sum += pools.back().sum;
            pools[pools.size() - 2].count += pools.back().count;
            pools.pop_back();
        }
    }
    std::vector<double> fitted;
    for (const Pool& pool : pools)
        fitted.insert(fitted.end(), pool.count, pool.mean());
    return fitted;
}

class RowPlacer
{
public:
    RowPlacer(const std::vector<LayoutBox>& nodes, const LayoutPairs& edges, const LayoutColumns& columns,
              const RowSpacing& spacing)
        : nodes_(nodes), columns_(columns), spacing_(spacing), tops_(nodes.size()), neighbours_(nodes.size()),
          placed_(nodes.size(), false)
    {
        for (const auto& [from, to] : edges) {
            if (from == to)
                continue;
            neighbours_[from].push_back(to);
            neighbours_[to].push_back(from);
        }
    }

    std::vector<double> place()
    {
        if (columns_.empty())
            return tops_;
        const std::size_t fullest = fullestColumn();
        placeColumn(columns_[fullest]);
        for (std::size_t c = fullest; c-- > 0;)
            placeColumn(columns_[c]);
        for (std::size_t c = fullest + 1; c < columns_.size(); ++c)
            placeColumn(columns_[c]);
        const double top = tops_.empty() ? 0 : *std::min_element(tops_.begin(), tops_.end());
        for (double& y : tops_)
            y -= top;
        return tops_;
    }

private:
    double heightOf(const std::vector<std::size_t>& column) const
    {
        double height = 0;
        for (const std::size_t node : column)
            height += nodes_[node].height + spacing_.gap;
        return height;
    }

    std::size_t fullestColumn() const
    {
        std::size_t best = 0;
        for (std::size_t c = 1; c < columns_.size(); ++c) {
            if (heightOf(columns_[c]) > heightOf(columns_[best]))
                best = c;
        }
        return best;
    }

    /// The median, not the mean: level with one neighbour makes one straight edge, between two makes none.
    std::optional<double> wantedMiddle(std::size_t node) const
    {
        std::vector<double> middles;
        for (const std::size_t other : neighbours_[node]) {
            if (placed_[other])
                middles.push_back(tops_[other] + nodes_[other].height / 2);
        }
        if (middles.empty())
            return std::nullopt;
        const auto median = middles.begin() + std::ptrdiff_t((middles.size() - 1) / 2);
        std::nth_element(middles.begin(), median, middles.end());
        return *median;
    }

    /// Nodes without placed neighbours follow the one above them.
    void placeColumn(const std::vector<std::size_t>& column)
    {
        std::vector<double>
            wanted; // of the tops, less what a tight stack above takes: then order is "nondecreasing"
        double stacked = 0;
        double follow = 0;
        for (const std::size_t node : column) {
            if (const std::optional<double> middle = wantedMiddle(node))
                follow = *middle - nodes_[node].height / 2 - stacked;
            wanted.push_back(follow);
            stacked += nodes_[node].height + spacing_.gap;
        }
        const std::vector<double> fitted = isotonic(wanted);
        stacked = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            tops_[column[i]] = onGrid(fitted[i]) + stacked;
            placed_[column[i]] = true;
            stacked += nodes_[column[i]].height + spacing_.gap;
        }
    }

    /// Rounding a nondecreasing sequence keeps it so: order and gap survive.
    double onGrid(double value) const { return std::round(value / spacing_.grid) * spacing_.grid; }

    const std::vector<LayoutBox>& nodes_;
    const LayoutColumns& columns_;
    RowSpacing spacing_;
    std::vector<double> tops_;
    std::vector<std::vector<std::size_t>> neighbours_;
    std::vector<bool> placed_;
};

} // namespace

std::vector<double> placeRows(const std::vector<LayoutBox>& nodes, const LayoutPairs& edges,
                              const LayoutColumns& columns, const RowSpacing& spacing)
{
    return RowPlacer(nodes, edges, columns, spacing).place();
}

} // namespace gatehouse::traffic
