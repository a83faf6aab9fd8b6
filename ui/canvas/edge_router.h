#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

/// Orthogonal edge routing by channels of our own (Graphviz' is slow and cannot be cancelled).
///
/// An edge leaves its source at the right and enters its target at the left. Ports: an edge between two nodes
/// of equal height runs straight through their middles; the others spread above and below by where they come
/// from. Between, an edge turns in a vertical lane of the gap; lanes are given out so that no two overlap and
/// edges that turn alike do not cross. Edges of a trunk share one lane. An edge that would run through a
/// third node, or backwards, goes round.
namespace gatehouse::ui {

struct RouterNode {
    QRectF rect;
    bool oneTrunk = false;
};

struct RouterEdge {
    int from = 0; ///< index into the nodes
    int to = 0;
    bool labelled = false; ///< turns early, so that a label finds room after the turn
};

/// One line for each edge, in their order; two points at least. Cost grows with edges × nodes.
QList<QPolygonF> routeEdges(const QList<RouterNode>& nodes, const QList<RouterEdge>& edges);

} // namespace gatehouse::ui
