#include "engine/traffic/layout.h"

#include "engine/traffic/layout_order.h"
#include "engine/traffic/layout_rows.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace gatehouse::traffic {

namespace {

LayoutPairs readEdges(const LayoutGraph& graph, Problems& problems)
{
    std::unordered_map<std::string_view, std::size_t> indexOf;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const std::string& key = graph.nodes[i].key;
        if (!indexOf.emplace(key, i).second)
            problems.push_back({"/nodes/" + std::to_string(i) + "/key",
                                "layout.duplicate-node",
                                "Node '" + key + "' is there twice.",
                                {},
                                Severity::error,
                                {key}});
    }
    LayoutPairs edges;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto find = [&](const std::string& key, const char* member) {
            const auto found = indexOf.find(key);
            if (found == indexOf.end())
                problems.push_back({"/edges/" + std::to_string(i) + member,
                                    "layout.unknown-node",
                                    "There is no node '" + key + "'.",
                                    {},
                                    Severity::error,
                                    {key}});
            return found == indexOf.end() ? std::size_t(0) : found->second;
        };
        const std::size_t from = find(graph.edges[i].from, "/from");
        const std::size_t to = find(graph.edges[i].to, "/to");
        edges.emplace_back(from, to);
    }
    return edges;
}

std::vector<double> columnStarts(const LayoutGraph& graph, const LayoutColumns& columns)
{
    std::vector<double> starts;
    double x = 0;
    double usual = 0; // of a column that nobody stands in
    for (const LayoutBox& node : graph.nodes)
        usual = std::max(usual, node.width);
    for (const std::vector<std::size_t>& column : columns) {
        double width = column.empty() ? usual : 0;
        for (const std::size_t node : column)
            width = std::max(width, graph.nodes[node].width);
        starts.push_back(x);
        x += width + graph.columnGap;
    }
    return starts;
}

} // namespace

std::optional<LayoutSpots> layoutGraph(const LayoutGraph& graph, Problems& problems)
{
    const LayoutPairs edges = readEdges(graph, problems);
    if (hasErrors(problems))
        return std::nullopt;
    const std::optional<LayoutColumns> columns = orderByGraphviz(graph.nodes, edges);
    if (!columns) {
        problems.push_back(
            {"", "layout.failed", "Graphviz could not lay the graph out.", {}, Severity::error, {}});
        return std::nullopt;
    }
    const std::vector<double> starts = columnStarts(graph, *columns);
    const std::vector<double> tops = placeRows(graph.nodes, edges, *columns, {.gap = graph.rowGap});
    LayoutSpots spots;
    spots.places.resize(graph.nodes.size());
    for (std::size_t c = 0; c < columns->size(); ++c) {
        for (const std::size_t node : (*columns)[c])
            spots.places[node] = {graph.nodes[node].key, starts[c], tops[node]};
    }
    return spots;
}

} // namespace gatehouse::traffic
