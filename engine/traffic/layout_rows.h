#pragma once

#include "engine/traffic/layout_order.h"

#include <vector>

namespace gatehouse::traffic {

/// What order is kept and how far things stand apart.
struct RowSpacing {
    double gap = 32;
    double grid = 8; ///< places are multiples of it where heights and gap are
};

/// The top of every node, ≥ 0: each column keeps its order and `gap`; the fullest column is stacked first,
/// the others stand as near to the median of their neighbours' middles as order and gap allow (isotonic
/// regression by pooling adjacent violators, Ayer et al. 1955).
std::vector<double> placeRows(const std::vector<LayoutBox>& nodes, const LayoutPairs& edges,
                              const LayoutColumns& columns, const RowSpacing& spacing);

} // namespace gatehouse::traffic
