#include "ui/routes/routes_edits.h"

#include "engine/workspace/keys.h"
#include "ui/canvas/geometry.h"
#include "ui/routes/edit_parts.h"

#include <algorithm>

namespace gatehouse::ui {

using workspace::Workspace;

RoutesEdit moveNodes(const Workspace& workspace, const QMap<QString, QPointF>& places, bool byKeys)
{
    if (places.isEmpty())
        return {};
    const QString name = places.size() == 1 ? tr("Move %1").arg(phrase(workspace, places.firstKey()))
                                            : tr("Move %n node(s)", nullptr, int(places.size()));
    QString merge;
    if (byKeys)
        merge = QStringLiteral("move:") + QStringList(places.keys()).join(u' ');
    return {name,
            [=](Workspace& ws) {
                fixPlaces(ws);
                for (auto it = places.cbegin(); it != places.cend(); ++it)
                    setPlace(ws, it.key(), it.value());
            },
            merge};
}

RoutesEdit pinNodes(const Workspace& workspace, const QStringList& keys, bool pinned)
{
    QStringList nodes;
    for (const QString& key : keys) {
        if (nodeOf(key))
            nodes.append(key);
    }
    if (nodes.isEmpty())
        return {};
    const QString what =
        nodes.size() == 1 ? phrase(workspace, nodes.first()) : tr("%n node(s)", nullptr, int(nodes.size()));
    return {pinned ? tr("Pin %1").arg(what) : tr("Unpin %1").arg(what), [=](Workspace& ws) {
                fixPlaces(ws);
                for (const QString& key : nodes)
                    ws.canvas.nodes[key.toStdString()].pinned = pinned;
            }};
}

RoutesEdit placeByLayout(const Workspace&, const QMap<QString, QPointF>& places)
{
    if (places.isEmpty())
        return {};
    return {tr("Lay out"), [=](Workspace& ws) {
                fixPlaces(ws);
                for (auto it = places.cbegin(); it != places.cend(); ++it) {
                    const auto node = nodeOf(it.key());
                    if (node && workspace::exists(ws, *node) &&
                        !ws.canvas.nodes[it.key().toStdString()].pinned)
                        setPlace(ws, it.key(), it.value());
                }
            }};
}

RoutesEdit arrangeNodes(const Workspace& workspace, const QStringList& keys, Arrange how)
{
    const auto all = nodePlaces(workspace);
    QMap<QString, QPointF> places;
    for (const QString& key : keys) {
        if (all.contains(key))
            places.insert(key, all.value(key));
    }
    const bool spreads = how == Arrange::rows || how == Arrange::columns;
    if (places.size() < (spreads ? 3 : 2))
        return {};
    const bool alongY = how == Arrange::top || how == Arrange::bottom || how == Arrange::rows;
    const auto along = [&](const QString& key) {
        return alongY ? places.value(key).y() : places.value(key).x();
    };
    QStringList order = places.keys();
    std::sort(order.begin(), order.end(),
              [&](const QString& a, const QString& b) { return along(a) < along(b); });
    const double first = along(order.first());
    const double last = along(order.last());
    for (int i = 0; i < order.size(); ++i) {
        double to = how == Arrange::left || how == Arrange::top ? first : last;
        if (spreads)
            to = snap(first + (last - first) * i / double(order.size() - 1), gridStep);
        QPointF& place = places[order[i]];
        (alongY ? place.ry() : place.rx()) = to;
    }
    RoutesEdit edit = moveNodes(workspace, places, false);
    edit.name = spreads ? tr("Distribute %n node(s)", nullptr, int(places.size()))
                        : tr("Align %n node(s)", nullptr, int(places.size()));
    return edit;
}

} // namespace gatehouse::ui
