#pragma once

#include "engine/traffic/services_protocol.h"

#include <optional>
#include <utility>
#include <vector>

namespace gatehouse::traffic {

/// Node indexes by column, each column from top to bottom.
using LayoutColumns = std::vector<std::vector<std::size_t>>;
using LayoutPairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Asks Graphviz `dot`. Nullopt when it fails.
std::optional<LayoutColumns> orderByGraphviz(const std::vector<LayoutBox>& nodes, const LayoutPairs& edges);

} // namespace gatehouse::traffic
