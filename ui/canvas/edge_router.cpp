#include "ui/canvas/edge_router.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

namespace gatehouse::ui {
namespace {

constexpr double portPitch = 18;
constexpr double portReach = 20; // from the middle of a side
constexpr double lanePitch = 10;
constexpr double turnRoom = 16;  // between a node's side and the nearest lane
constexpr double clearance = 10; // between an edge and a node that it passes

struct Way {
    double startY = 0;
    double endY = 0;
    double left = 0; // the gap that it turns in
    double right = 0;
    std::optional<double> laneX;
};

double middleY(const RouterNode& node)
{
    return node.rect.center().y();
}

/// Spreads the edges at one side of a node: `others` are the heights of their other ends, in any order.
std::vector<double> spread(double own, const std::vector<double>& others)
{
    std::vector<int> above, below;
    bool straight = false;
    for (int i = 0; i < int(others.size()); ++i) {
        if (std::abs(others[i] - own) < 1 && !straight)
            straight = true;
        else
            (others[i] < own ? above : below).push_back(i);
    }
    std::vector<double> offsets(others.size(), 0.0);
    const auto byHeight = [&](int a, int b) { return others[a] < others[b]; };
    std::sort(above.begin(), above.end(), byHeight);
    std::sort(below.begin(), below.end(), byHeight);
    if (straight) {
        const double up = above.empty() ? 0 : std::min(portPitch, portReach / double(above.size()));
        const double down = below.empty() ? 0 : std::min(portPitch, portReach / double(below.size()));
        for (std::size_t i = 0; i < above.size(); ++i)
            offsets[above[i]] = -up * double(above.size() - i);
        for (std::size_t i = 0; i < below.size(); ++i)
            offsets[below[i]] = down * double(i + 1);
        return offsets;
    }
    above.insert(above.end(), below.begin(), below.end());
    if (above.size() < 2)
        return offsets;
    const double pitch = std::min(portPitch, 2 * portReach / double(above.size() - 1));
    for (std::size_t i = 0; i < above.size(); ++i)
        offsets[above[i]] = (double(i) - double(above.size() - 1) / 2) * pitch;
    return offsets;
}

void placePorts(const QList<RouterNode>& nodes, const QList<RouterEdge>& edges, std::vector<Way>& ways)
{
    std::map<int, std::vector<int>> leaving, entering;
    for (int e = 0; e < edges.size(); ++e) {
        leaving[edges[e].from].push_back(e);
        entering[edges[e].to].push_back(e);
        ways[e].startY = middleY(nodes[edges[e].from]);
        ways[e].endY = middleY(nodes[edges[e].to]);
        ways[e].left = nodes[edges[e].from].rect.right();
        ways[e].right = nodes[edges[e].to].rect.left();
    }
    for (const auto& [node, list] : leaving) {
        if (nodes[node].oneTrunk)
            continue;
        std::vector<double> others;
        for (int e : list)
            others.push_back(middleY(nodes[edges[e].to]));
        const auto offsets = spread(middleY(nodes[node]), others);
        for (std::size_t i = 0; i < list.size(); ++i)
            ways[list[i]].startY += offsets[i];
    }
    for (const auto& [node, list] : entering) {
        std::vector<double> others;
        for (int e : list)
            others.push_back(middleY(nodes[edges[e].from]));
        const auto offsets = spread(middleY(nodes[node]), others);
        for (std::size_t i = 0; i < list.size(); ++i)
            ways[list[i]].endY += offsets[i];
    }
}

/// What turns in one lane: a single edge, or all edges of a trunk that turn in the same gap.
struct Turn {
    std::vector<int> edges;
    double top = 0;
    double bottom = 0;
    double startY = 0;
    bool down = false;
    bool labelled = false;
    int lane = 0;
};

std::vector<Turn> turnsOf(const QList<RouterNode>& nodes, const QList<RouterEdge>& edges,
                          const std::vector<Way>& ways, const std::vector<int>& members)
{
    std::vector<Turn> turns;
    std::map<int, std::size_t> trunks;
    for (int e : members) {
        const Way& way = ways[e];
        const auto [top, bottom] = std::minmax(way.startY, way.endY);
        if (nodes[edges[e].from].oneTrunk) {
            const auto [found, isNew] = trunks.emplace(edges[e].from, turns.size());
            if (!isNew) {
                Turn& turn = turns[found->second];
                turn.edges.push_back(e);
                turn.top = std::min(turn.top, top);
                turn.bottom = std::max(turn.bottom, bottom);
                continue;
            }
        }
        turns.push_back({{e}, top, bottom, way.startY, way.endY > way.startY, edges[e].labelled, 0});
    }
    return turns;
}

/// Of edges that go down, the lower one turns first (left); of those that go up, the upper one: then none
/// cross.
void assignLanes(std::vector<Turn>& turns)
{
    std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
        if (a.down != b.down)
            return a.down;
        return a.down ? a.startY > b.startY : a.startY < b.startY;
    });
    for (std::size_t i = 0; i < turns.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (turns[k].top < turns[i].bottom + 4 && turns[i].top < turns[k].bottom + 4)
                turns[i].lane = std::max(turns[i].lane, turns[k].lane + 1);
        }
    }
}

void placeLanes(const QList<RouterNode>& nodes, const QList<RouterEdge>& edges, std::vector<Way>& ways)
{
    std::map<std::pair<long, long>, std::vector<int>> gaps;
    for (int e = 0; e < edges.size(); ++e) {
        const Way& way = ways[e];
        if (std::abs(way.startY - way.endY) >= 0.5 && way.right - way.left >= 2 * turnRoom)
            gaps[{std::lround(way.left), std::lround(way.right)}].push_back(e);
    }
    for (const auto& [gap, members] : gaps) {
        auto turns = turnsOf(nodes, edges, ways, members);
        assignLanes(turns);
        int lanes = 1;
        bool labelled = false;
        for (const Turn& turn : turns) {
            lanes = std::max(lanes, turn.lane + 1);
            labelled = labelled || turn.labelled;
        }
        const double room = double(gap.second - gap.first) - 2 * turnRoom;
        const double pitch = lanes > 1 ? std::min(lanePitch, room / (lanes - 1)) : 0;
        const double first =
            labelled ? gap.first + turnRoom : gap.first + turnRoom + (room - pitch * (lanes - 1)) / 2;
        for (const Turn& turn : turns) {
            for (int e : turn.edges)
                ways[e].laneX = std::round(first + pitch * turn.lane);
        }
    }
}

bool crosses(const QPolygonF& line, const QRectF& rect)
{
    const QRectF wide = rect.adjusted(-2, -2, 2, 2);
    for (int i = 1; i < line.size(); ++i) {
        const QRectF part = QRectF(line[i - 1], line[i]).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
        if (part.intersects(wide))
            return true;
    }
    return false;
}

bool isClear(const QPolygonF& line, const QList<RouterNode>& nodes, const RouterEdge& edge)
{
    for (int n = 0; n < nodes.size(); ++n) {
        if (n != edge.from && n != edge.to && crosses(line, nodes[n].rect))
            return false;
    }
    // Its own nodes may be touched at the ports only.
    QPolygonF inner = line;
    if (inner.size() > 2) {
        inner.removeFirst();
        inner.removeLast();
        return !crosses(inner, nodes[edge.from].rect) && !crosses(inner, nodes[edge.to].rect);
    }
    return true;
}

QPolygonF direct(const Way& way)
{
    QPolygonF line{QPointF(way.left, way.startY)};
    if (way.laneX)
        line << QPointF(*way.laneX, way.startY) << QPointF(*way.laneX, way.endY);
    line << QPointF(way.right, way.endY);
    return line;
}

/// Out, along a free height, and back in: the way round what stands between, and the way backwards.
QPolygonF detour(const Way& way, double height)
{
    const double out = way.left + turnRoom;
    const double in = way.right - turnRoom;
    return {{QPointF(way.left, way.startY), QPointF(out, way.startY), QPointF(out, height),
             QPointF(in, height), QPointF(in, way.endY), QPointF(way.right, way.endY)}};
}

QPolygonF bestWay(const Way& way, const QList<RouterNode>& nodes, const RouterEdge& edge)
{
    const bool forward = way.right - way.left >= 2 * turnRoom ||
                         (way.right > way.left && !way.laneX && std::abs(way.startY - way.endY) < 0.5);
    const QPolygonF plain = direct(way);
    if (forward && isClear(plain, nodes, edge))
        return plain;
    if (forward && way.laneX) {
        Way late = way;
        late.laneX = way.right - turnRoom;
        if (const QPolygonF line = direct(late); isClear(line, nodes, edge))
            return line;
    }
    std::vector<double> heights;
    for (const RouterNode& node : nodes) {
        heights.push_back(node.rect.top() - clearance);
        heights.push_back(node.rect.bottom() + clearance + 24); // below the numbers that stand under a node
    }
    const double wanted = (way.startY + way.endY) / 2;
    std::sort(heights.begin(), heights.end(),
              [&](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    if (heights.size() > 24)
        heights.resize(24);
    for (double height : heights) {
        if (const QPolygonF line = detour(way, height); isClear(line, nodes, edge))
            return line;
    }
    return forward ? plain : detour(way, heights.empty() ? wanted : heights.front());
}

} // namespace

QList<QPolygonF> routeEdges(const QList<RouterNode>& nodes, const QList<RouterEdge>& edges)
{
    std::vector<Way> ways(edges.size());
    placePorts(nodes, edges, ways);
    placeLanes(nodes, edges, ways);
    QList<QPolygonF> lines;
    lines.reserve(edges.size());
    for (int e = 0; e < edges.size(); ++e)
        lines.append(bestWay(ways[e], nodes, edges[e]));
    return lines;
}

} // namespace gatehouse::ui
