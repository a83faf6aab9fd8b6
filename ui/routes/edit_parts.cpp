#include "ui/routes/edit_parts.h"

#include "engine/workspace/document.h"
#include "ui/canvas/diagram.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::NodeKey;
using workspace::NodeKind;
using workspace::Workspace;

std::optional<NodeKey> nodeOf(const QString& key)
{
    return workspace::parseNodeKey(key.toStdString());
}

bool isKind(const Workspace& workspace, const QString& key, NodeKind kind)
{
    const auto node = nodeOf(key);
    return node && node->kind == kind && workspace::exists(workspace, *node);
}

QString phrase(const Workspace& workspace, const QString& key)
{
    const auto node = nodeOf(key);
    const QString title = nodeTitle(workspace, key);
    if (!node)
        return title;
    switch (node->kind) {
    case NodeKind::listener:
        return tr("listener %1").arg(title);
    case NodeKind::route:
        return tr("route %1").arg(title);
    case NodeKind::service:
        break;
    }
    return tr("service %1").arg(title);
}

void setPlace(Workspace& workspace, const QString& key, QPointF at)
{
    auto& place = workspace.canvas.nodes[key.toStdString()];
    place.x = at.x();
    place.y = at.y();
}

void fixPlaces(Workspace& workspace)
{
    const auto places = nodePlaces(workspace);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        if (!workspace.canvas.nodes.contains(it.key().toStdString()))
            setPlace(workspace, it.key(), it.value());
    }
}

QList<QRectF> takenRects(const Workspace& workspace)
{
    QList<QRectF> rects;
    for (const QPointF& place : nodePlaces(workspace))
        rects.append(QRectF(place, QSizeF(nodeWidth, nodeHeight)));
    return rects;
}

HttpRoute* routeOf(Workspace& workspace, const QString& key)
{
    const auto node = nodeOf(key);
    const int index =
        node && node->kind == NodeKind::route ? workspace::findRoute(workspace, node->object) : -1;
    return index < 0 ? nullptr : &workspace.routes[index];
}

const HttpRoute* routeOf(const Workspace& workspace, const QString& key)
{
    return routeOf(const_cast<Workspace&>(workspace), key);
}

namespace {

workspace::ParentRef parentOf(const Workspace& workspace, const NodeKey& listener, const HttpRoute& route)
{
    workspace::ParentRef parent;
    const auto place = workspace::findListener(workspace, listener.object);
    if (!place)
        return parent;
    const auto& gateway = workspace.gateways[place->gateway];
    parent.name = gateway.name;
    if (workspace::keyOf(gateway.namespace_, "x") != workspace::keyOf(route.namespace_, "x"))
        parent.namespace_ = gateway.namespace_.empty() ? "default" : gateway.namespace_;
    parent.sectionName = gateway.listeners[place->listener].name;
    return parent;
}

} // namespace

workspace::BackendRef backendTo(const Workspace& workspace, const QString& service, const HttpRoute& route,
                                const workspace::RouteRule& rule)
{
    workspace::BackendRef backend;
    const auto node = nodeOf(service);
    const int index = node ? workspace::findService(workspace, node->object) : -1;
    if (index < 0)
        return backend;
    const auto& target = workspace.services[index];
    backend.name = target.name;
    if (workspace::keyOf(target.namespace_, "x") != workspace::keyOf(route.namespace_, "x"))
        backend.namespace_ = target.namespace_.empty() ? "default" : target.namespace_;
    if (target.ports.size() > 1)
        backend.port = target.ports.front().port;
    if (!rule.backendRefs.empty()) {
        const auto sum = std::accumulate(rule.backendRefs.begin(), rule.backendRefs.end(), 0u,
                                         [](std::uint32_t s, const auto& b) { return s + b.weight; });
        backend.weight = std::max(1u, sum / std::uint32_t(rule.backendRefs.size()));
    }
    return backend;
}

void join(Workspace& workspace, const QString& from, const QString& to)
{
    HttpRoute* route = routeOf(workspace, isKind(workspace, from, NodeKind::route) ? from : to);
    if (route == nullptr)
        return;
    if (isKind(workspace, from, NodeKind::listener)) {
        route->parentRefs.push_back(parentOf(workspace, *nodeOf(from), *route));
        return;
    }
    if (route->rules.empty())
        route->rules.emplace_back();
    auto& rule = route->rules.front();
    rule.backendRefs.push_back(backendTo(workspace, to, *route, rule));
}

void separate(Workspace& workspace, const EdgeEnds& ends)
{
    HttpRoute* route =
        routeOf(workspace, isKind(workspace, ends.from, NodeKind::route) ? ends.from : ends.to);
    if (route == nullptr)
        return;
    if (isKind(workspace, ends.to, NodeKind::service)) {
        const auto service = nodeOf(ends.to);
        for (auto& rule : route->rules) {
            std::erase_if(rule.backendRefs, [&](const auto& b) {
                return workspace::serviceKeyOf(b, *route) == service->object;
            });
        }
        return;
    }
    const auto listener = nodeOf(ends.from);
    const auto place = workspace::findListener(workspace, listener->object);
    if (!place)
        return;
    // A reference to the whole gateway becomes one to each other listener of it.
    std::vector<workspace::ParentRef> kept;
    const auto& gateway = workspace.gateways[place->gateway];
    for (const auto& parent : route->parentRefs) {
        if (!workspace::refersTo(parent, *route, gateway, gateway.listeners[place->listener])) {
            kept.push_back(parent);
            continue;
        }
        for (int l = 0; l < int(gateway.listeners.size()); ++l) {
            if (l == place->listener || !workspace::refersTo(parent, *route, gateway, gateway.listeners[l]))
                continue;
            kept.push_back(parent);
            kept.back().sectionName = gateway.listeners[l].name;
        }
    }
    route->parentRefs = std::move(kept);
}

} // namespace gatehouse::ui
