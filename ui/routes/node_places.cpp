#include "ui/routes/canvas_model.h"

#include "engine/workspace/keys.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

using workspace::Gateway;
using workspace::HttpRoute;
using workspace::Listener;
using workspace::NodeKey;
using workspace::NodeKind;
using workspace::Service;
using workspace::Workspace;

namespace {

constexpr double routeColumn = 288;
constexpr double serviceColumn = 608;
constexpr double rowPitch = 96;

QString nodeText(NodeKind kind, const std::string& object)
{
    return QString::fromStdString(NodeKey{kind, object}.text());
}

} // namespace

QList<BackendPlace> backendPlaces(const Workspace& workspace, const QString& route, const QString& service)
{
    QList<BackendPlace> places;
    const auto from = workspace::parseNodeKey(route.toStdString());
    const auto to = workspace::parseNodeKey(service.toStdString());
    const int index = from ? workspace::findRoute(workspace, from->object) : -1;
    if (index < 0 || !to)
        return places;
    const HttpRoute& owner = workspace.routes[index];
    for (int r = 0; r < int(owner.rules.size()); ++r) {
        const auto& backends = owner.rules[r].backendRefs;
        double sum = 0;
        for (const auto& backend : backends)
            sum += backend.weight;
        for (int b = 0; b < int(backends.size()); ++b) {
            if (workspace::serviceKeyOf(backends[b], owner) == to->object)
                places.append({r, b, sum > 0 ? backends[b].weight / sum : 0, backends.size() == 1});
        }
    }
    return places;
}

QStringList nodeKeys(const Workspace& workspace)
{
    QStringList keys;
    for (const Gateway& gateway : workspace.gateways) {
        for (const Listener& listener : gateway.listeners)
            keys.append(nodeText(NodeKind::listener, workspace::listenerKey(gateway, listener)));
    }
    for (const HttpRoute& route : workspace.routes)
        keys.append(nodeText(NodeKind::route, workspace::routeKey(route)));
    for (const Service& service : workspace.services)
        keys.append(nodeText(NodeKind::service, workspace::serviceKey(service)));
    return keys;
}

QHash<QString, QPointF> nodePlaces(const Workspace& workspace)
{
    QHash<QString, QPointF> worked;
    double row = 0;
    for (const HttpRoute& route : workspace.routes) {
        const QString routeNode = nodeText(NodeKind::route, workspace::routeKey(route));
        worked.insert(routeNode, {routeColumn, row});
        double next = row;
        for (const auto& rule : route.rules) {
            for (const auto& backend : rule.backendRefs) {
                const QString service = nodeText(NodeKind::service, workspace::serviceKeyOf(backend, route));
                if (worked.contains(service))
                    continue;
                worked.insert(service, {serviceColumn, next});
                next += rowPitch;
            }
        }
        row = std::max(row + rowPitch, next);
    }
    for (const Service& service : workspace.services) {
        const QString key = nodeText(NodeKind::service, workspace::serviceKey(service));
        if (worked.contains(key))
            continue;
        worked.insert(key, {serviceColumn, row});
        row += rowPitch;
    }
    double free = 0;
    for (const Gateway& gateway : workspace.gateways) {
        for (const Listener& listener : gateway.listeners) {
            double sum = 0;
            int count = 0;
            for (const HttpRoute& route : workspace.routes) {
                const bool joined =
                    std::any_of(route.parentRefs.begin(), route.parentRefs.end(), [&](const auto& p) {
                        return workspace::refersTo(p, route, gateway, listener);
                    });
                if (!joined)
                    continue;
                sum += worked.value(nodeText(NodeKind::route, workspace::routeKey(route))).y();
                ++count;
            }
            const double wanted = count == 0 ? free : std::round(sum / count / gridStep) * gridStep;
            const double y = std::max(free, wanted);
            worked.insert(nodeText(NodeKind::listener, workspace::listenerKey(gateway, listener)), {0, y});
            free = y + rowPitch;
        }
    }
    QHash<QString, QPointF> places;
    for (const QString& key : nodeKeys(workspace)) {
        const auto given = workspace.canvas.nodes.find(key.toStdString());
        places.insert(key, given == workspace.canvas.nodes.end() ? worked.value(key)
                                                                 : QPointF(given->second.x, given->second.y));
    }
    return places;
}

} // namespace gatehouse::ui
