#include "engine/traffic/layout.h"
#include "engine/traffic/layout_rows.h"

#include "tests/support/test_main.h"

#include <map>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

struct Places {
    std::map<std::string, LayoutSpot> at;
    const LayoutSpot& operator[](const std::string& key) const { return at.at(key); }
};

Places layOut(const LayoutGraph& graph)
{
    Problems problems;
    Places places;
    const auto spots = layoutGraph(graph, problems);
    if (spots) {
        for (const LayoutSpot& spot : spots->places)
            places.at[spot.key] = spot;
    }
    return places;
}

LayoutGraph bookshop()
{
    LayoutGraph graph;
    for (const char* key : {"l/public", "l/internal"})
        graph.nodes.push_back({.key = key, .rank = 0});
    for (const char* key : {"r/search", "r/catalog", "r/orders", "r/users", "r/echo"})
        graph.nodes.push_back({.key = key, .rank = 1});
    for (const char* key : {"s/catalog-v1", "s/catalog-v2", "s/orders", "s/users", "s/echo"})
        graph.nodes.push_back({.key = key, .rank = 2});
    graph.edges = {{"l/public", "r/search"},      {"l/public", "r/catalog"},     {"l/public", "r/orders"},
                   {"l/internal", "r/users"},     {"l/internal", "r/echo"},      {"r/search", "s/catalog-v1"},
                   {"r/catalog", "s/catalog-v1"}, {"r/catalog", "s/catalog-v2"}, {"r/orders", "s/orders"},
                   {"r/users", "s/users"},        {"r/echo", "s/echo"}};
    return graph;
}

/// Nodes of one column keep the gap; nothing is left of or above (0, 0).
void checkNoOverlap(const LayoutGraph& graph, const Places& places)
{
    QCOMPARE(places.at.size(), graph.nodes.size());
    double left = 1e9;
    double top = 1e9;
    for (const LayoutBox& a : graph.nodes) {
        left = std::min(left, places[a.key].x);
        top = std::min(top, places[a.key].y);
        for (const LayoutBox& b : graph.nodes) {
            if (a.key == b.key || places[a.key].x != places[b.key].x)
                continue;
            const double upper = std::min(places[a.key].y, places[b.key].y);
            const double lower = std::max(places[a.key].y, places[b.key].y);
            const double height = places[a.key].y < places[b.key].y ? a.height : b.height;
            QVERIFY(lower - upper >= height + graph.rowGap - 1e-6);
        }
    }
    QCOMPARE(left, 0.0);
    QCOMPARE(top, 0.0);
}

} // namespace

class LayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ranks_become_columns_with_the_gap_between()
    {
        const LayoutGraph graph = bookshop();
        const Places places = layOut(graph);
        checkNoOverlap(graph, places);
        for (const LayoutBox& node : graph.nodes)
            QCOMPARE(places[node.key].x, node.rank * (176.0 + 130.0));
    }

    void neighbours_stand_level_and_edges_do_not_cross()
    {
        const Places places = layOut(bookshop());
        QCOMPARE(places["r/orders"].y, places["s/orders"].y);
        QCOMPARE(places["r/users"].y, places["s/users"].y);
        QVERIFY((places["r/search"].y < places["r/catalog"].y) ==
                (places["s/catalog-v1"].y < places["s/catalog-v2"].y));
        const bool publicAbove = places["l/public"].y < places["l/internal"].y;
        for (const char* own : {"r/search", "r/catalog", "r/orders"}) {
            for (const char* other : {"r/users", "r/echo"})
                QCOMPARE(places[own].y < places[other].y, publicAbove);
        }
    }

    void the_same_graph_gives_the_same_places()
    {
        Problems problems;
        QCOMPARE(*layoutGraph(bookshop(), problems), *layoutGraph(bookshop(), problems));
    }

    void free_nodes_stand_between_what_they_join()
    {
        LayoutGraph graph;
        graph.nodes = {{.key = "a"}, {.key = "b"}, {.key = "c"}, {.key = "d"}};
        graph.edges = {{"a", "b"}, {"b", "c"}, {"a", "d"}, {"d", "c"}};
        const Places places = layOut(graph);
        checkNoOverlap(graph, places);
        QVERIFY(places["a"].x < places["b"].x && places["b"].x < places["c"].x);
        QCOMPARE(places["b"].x, places["d"].x);
    }

    void edges_against_the_ranks_change_no_column()
    {
        LayoutGraph graph = bookshop();
        graph.nodes.push_back({.key = "free"});
        for (const auto& [from, to] : LayoutPairs{{0, 0}, {9, 0}, {10, 1}, {3, 4}, {9, 12}, {12, 0}})
            graph.edges.push_back({graph.nodes[from].key, graph.nodes[to].key});
        const Places places = layOut(graph);
        checkNoOverlap(graph, places);
        QVERIFY(places["l/public"].x < places["r/orders"].x);
        QVERIFY(places["r/orders"].x < places["s/orders"].x);
        QCOMPARE(places["l/public"].x, places["l/internal"].x);
    }

    void an_empty_column_keeps_its_room()
    {
        LayoutGraph graph;
        graph.nodes = {{.key = "a", .width = 100, .rank = 0}, {.key = "c", .width = 60, .rank = 2}};
        graph.edges = {{"a", "c"}};
        graph.columnGap = 10;
        QCOMPARE(layOut(graph)["c"].x, 220.0);
    }

    void odd_sizes_do_not_overlap()
    {
        LayoutGraph graph;
        for (int i = 0; i < 60; ++i)
            graph.nodes.push_back({.key = std::to_string(i),
                                   .width = 40.0 + 13 * (i % 7),
                                   .height = 20.0 + 17 * (i % 5),
                                   .rank = i % 4 == 3 ? -1 : i % 4});
        for (int i = 0; i < 59; ++i) {
            graph.edges.push_back({std::to_string(i), std::to_string(i + 1)});
            graph.edges.push_back({std::to_string(i), std::to_string(i * 7 % 60)});
        }
        graph.rowGap = 5;
        checkNoOverlap(graph, layOut(graph));
    }

    void nothing_gives_nothing()
    {
        Problems problems;
        const auto spots = layoutGraph({}, problems);
        QVERIFY(spots && spots->places.empty());
    }

    void faulty_graphs_are_refused()
    {
        LayoutGraph graph = bookshop();
        graph.nodes.push_back({.key = "l/public"});
        graph.edges.push_back({"r/orders", "s/nowhere"});
        Problems problems;
        QVERIFY(!layoutGraph(graph, problems));
        QCOMPARE(problems.size(), std::size_t(2));
        QCOMPARE(problems[0].code, std::string("layout.duplicate-node"));
        QCOMPARE(problems[1].code, std::string("layout.unknown-node"));
        QCOMPARE(problems[1].pointer, std::string("/edges/11/to"));
    }

    void rows_follow_their_neighbours_as_near_as_order_allows()
    {
        const std::vector<LayoutBox> nodes(5, LayoutBox{.width = 10, .height = 10});
        // column 0: three in a stack; column 1: both want the middle of the second one
        const std::vector<double> tops =
            placeRows(nodes, {{1, 3}, {1, 4}}, {{0, 1, 2}, {3, 4}}, {.gap = 10, .grid = 1});
        QCOMPARE(tops[1], 20.0);
        QCOMPARE(tops[3], 10.0);
        QCOMPARE(tops[4], 30.0);
    }
};

GATEHOUSE_TEST(LayoutTest)
#include "layout_test.moc"
