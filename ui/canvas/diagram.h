#pragma once

#include "ui/widgets/theme.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

/// What a canvas shows, as values. The canvas knows nothing of what its nodes stand for: a page turns its
/// model into a Diagram and gets keys back. Lengths are scene units (1 unit = 1 px at 100 %).
namespace gatehouse::ui {

constexpr double gridStep = 16;
constexpr double nodeWidth = 176;
constexpr double nodeHeight = 56;
constexpr double nodeRadius = 8;

enum class NodeShape {
    rounded, ///< routes, services
    gateway, ///< double edge
    square,  ///< outside parties
};

struct CanvasNode {
    QString key;
    QString kind; ///< the word a screen reader says first: "Route"
    QString icon; ///< name in the icon set
    NodeShape shape = NodeShape::rounded;
    QString title;
    QString subtitle;          ///< address, path, version; may be empty
    std::optional<State> mark; ///< badge; warning and error also colour the edge of the node
    QString markText;          ///< what the badge means: "Serving", "path must begin with /"
    QStringList numbers;       ///< at most three, below the node
    QPointF topLeft;
    bool pinned = false;
    bool faded = false;     ///< takes no part (shadowed, no way leads to it)
    bool lit = false;       ///< on the way of the tried request
    bool givesEdges = true; ///< has a port at its right side that edges are drawn from
    bool oneTrunk = false;  ///< all its outgoing edges leave at one point

    QRectF rect() const { return {topLeft.x(), topLeft.y(), nodeWidth, nodeHeight}; }
    bool operator==(const CanvasNode&) const = default;
};

struct CanvasEdge {
    QString key;
    QString from;
    QString to;
    QString label;             ///< chip on the edge: "25 % · 132/s"; may be empty
    bool labelled = false;     ///< keeps room for a label even while it is empty
    double rate_per_s = 0;     ///< sets the width; 0 = at rest
    double errorShare = 0;     ///< 0 … 1, drawn as a part of the edge with its number
    QString errorText;         ///< "3.2 %"; empty = none shown
    std::optional<State> mark; ///< warning and error colour the whole edge
    QString markText;
    bool dashed = false; ///< carries nothing by its settings (weight 0)
    bool lit = false;
    bool operator==(const CanvasEdge&) const = default;
};

struct Column { ///< a heading above the nodes that stand in one column
    QString title;
    double centre = 0; ///< scene x
    bool operator==(const Column&) const = default;
};

struct Diagram {
    QList<CanvasNode> nodes;
    QList<CanvasEdge> edges;
    QList<Column> columns;
};

} // namespace gatehouse::ui
