#pragma once

#include "engine/base/problem.h"
#include "engine/traffic/services_protocol.h"

#include <optional>

namespace gatehouse::traffic {

/// Places a graph in columns from left to right. Graphviz `dot` decides only which column a free node is in
/// and who stands above whom; the places are ours: columns as wide as their widest node and `columnGap`
/// apart, nodes of one column at least `rowGap` apart and as level with their neighbours as that allows. The
/// drawing begins at (0, 0). A node with a rank stands in that column whatever the edges say, unless free
/// nodes push columns in between. Graphviz can't be interrupted and keeps global state: call it in a process
/// that may be killed, from one thread. Problems (nullopt): "layout.duplicate-node", "layout.unknown-node",
/// "layout.failed".
std::optional<LayoutSpots> layoutGraph(const LayoutGraph& graph, Problems& problems);

} // namespace gatehouse::traffic
