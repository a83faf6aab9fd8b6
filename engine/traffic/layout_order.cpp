#include "engine/traffic/layout_order.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <string>

#ifdef __SANITIZE_ADDRESS__
/// dot keeps some memory for good; it runs in a process that ends after one graph.
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libgvc.so";
}
#endif

namespace gatehouse::traffic {

namespace {

constexpr double pointsPerInch = 72;

struct CloseContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

void setAttribute(void* object, const char* name, const std::string& value)
{
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

/// One run of dot. Every rank asked for has an invisible anchor node; a chain of anchors keeps the ranks in
/// order.
class DotRun
{
public:
    DotRun(const std::vector<LayoutBox>& nodes, const LayoutPairs& edges, bool againstRanks)
        : boxes_(nodes), context_(gvContext()),
          graph_(agopen(const_cast<char*>("layout"), Agstrictdirected, nullptr))
    {
        setAttribute(graph_.get(), "rankdir", "LR");
        setAttribute(graph_.get(), "splines", "false");
        setAttribute(graph_.get(), "nslimit", "3");
        setAttribute(graph_.get(), "nslimit1", "3");
        for (std::size_t i = 0; i < nodes.size(); ++i)
            nodes_.push_back(addNode("n" + std::to_string(i), nodes[i].width, nodes[i].height));
        addAnchors();
        for (const auto& [from, to] : edges)
            addEdge(from, to, againstRanks);
    }

    bool run() { return gvLayout(context_.get(), graph_.get(), "dot") == 0; }

    /// Forgets what gvLayout() made; before the graph closes.
    ~DotRun() { gvFreeLayout(context_.get(), graph_.get()); }

    DotRun(const DotRun&) = delete;
    DotRun& operator=(const DotRun&) = delete;

    bool ranksAreInOrder() const
    {
        double last = -1e300;
        for (const auto& [rank, anchor] : anchors_) {
            if (ND_coord(anchor).x <= last)
                return false;
            last = ND_coord(anchor).x;
        }
        return true;
    }

    LayoutColumns columns() const
    {
        std::map<long, std::vector<std::size_t>> byX;
        for (const auto& [rank, anchor] : anchors_)
            byX[std::lround(ND_coord(anchor).x)];
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            byX[std::lround(ND_coord(nodes_[i]).x)].push_back(i);
        LayoutColumns columns;
        for (auto& [x, column] : byX) {
            std::stable_sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) {
                return ND_coord(nodes_[a]).y > ND_coord(nodes_[b]).y; // Graphviz' y goes up
            });
            columns.push_back(std::move(column));
        }
        return columns;
    }

private:
    Agnode_t* addNode(const std::string& name, double width, double height)
    {
        Agnode_t* node = agnode(graph_.get(), const_cast<char*>(name.c_str()), 1);
        setAttribute(node, "shape", "box");
        setAttribute(node, "label", "");
        setAttribute(node, "fixedsize", "true");
        setAttribute(node, "width", std::to_string(width / pointsPerInch));
        setAttribute(node, "height", std::to_string(height / pointsPerInch));
        return node;
    }

    void addAnchors()
    {
        int last = -1;
        for (const LayoutBox& box : boxes_)
            last = std::max(last, box.rank);
        Agnode_t* before = nullptr;
        for (int rank = 0; rank <= last; ++rank) {
            const std::string name = "c" + std::to_string(rank);
            Agnode_t* anchor = addNode(name, 1, 1);
            anchors_[rank] = anchor;
            if (before)
                setAttribute(agedge(graph_.get(), before, anchor, nullptr, 1), "style", "invis");
            before = anchor;
            Agraph_t* level = agsubg(graph_.get(), const_cast<char*>(("rank" + name).c_str()), 1);
            setAttribute(level, "rank", "same");
            agsubnode(level, anchor, 1);
            for (std::size_t i = 0; i < boxes_.size(); ++i) {
                if (boxes_[i].rank == rank)
                    agsubnode(level, nodes_[i], 1);
            }
        }
    }

    /// Between two ranks given an edge always points right, so that it can't turn the chain of anchors
    /// around.
    void addEdge(std::size_t from, std::size_t to, bool againstRanks)
    {
        const int left = boxes_[from].rank;
        const int right = boxes_[to].rank;
        if (from == to || (!againstRanks && left < 0 && right >= 0))
            return;
        if (left >= 0 && right >= 0 && left > right)
            std::swap(from, to);
        agedge(graph_.get(), nodes_[from], nodes_[to], nullptr, 1);
    }

    const std::vector<LayoutBox>& boxes_;
    std::unique_ptr<GVC_t, CloseContext> context_;
    std::unique_ptr<Agraph_t, CloseGraph> graph_;
    std::vector<Agnode_t*> nodes_;
    std::map<int, Agnode_t*> anchors_;
};

} // namespace

std::optional<LayoutColumns> orderByGraphviz(const std::vector<LayoutBox>& nodes, const LayoutPairs& edges)
{
    // A way through free nodes may lead back to a lower rank; dot then might turn the ranks around. In that
    // case the edges from free nodes into ranks are left out of the second run.
    for (const bool againstRanks : {true, false}) {
        DotRun run(nodes, edges, againstRanks);
        if (!run.run())
            return std::nullopt;
        if (run.ranksAreInOrder() || !againstRanks)
            return run.columns();
    }
    return std::nullopt;
}

} // namespace gatehouse::traffic
