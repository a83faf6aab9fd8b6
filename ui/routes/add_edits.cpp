#include "ui/routes/routes_edits.h"

#include "engine/workspace/keys.h"
#include "ui/canvas/geometry.h"
#include "ui/routes/edit_parts.h"

#include <algorithm>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::NodeKey;
using workspace::NodeKind;
using workspace::Workspace;

namespace {

HttpRoute freshRoute(const Workspace& workspace, const char* wanted)
{
    HttpRoute route;
    route.name = workspace::uniqueRouteName(workspace, wanted);
    workspace::RouteRule rule;
    workspace::RouteMatch match;
    match.path.value = "/" + route.name;
    rule.matches.push_back(match);
    route.rules.push_back(rule);
    return route;
}

RoutesEdit addListener(const Workspace& workspace, QPointF place)
{
    const std::string gateway =
        workspace.gateways.empty() ? "edge" : workspace::gatewayKey(workspace.gateways.front());
    const std::string name = workspace::uniqueListenerName(workspace, gateway, "listener");
    const QString key = QString::fromStdString(NodeKey{NodeKind::listener, gateway + "/" + name}.text());
    return {tr("Add listener %1").arg(QString::fromStdString(name)),
            [=](Workspace& ws) {
                fixPlaces(ws);
                if (ws.gateways.empty())
                    ws.gateways.push_back({.name = gateway});
                workspace::Listener listener;
                listener.name = name;
                ws.gateways.front().listeners.push_back(listener);
                setPlace(ws, key, place);
            },
            {},
            {key}};
}

RoutesEdit addRoute(const Workspace& workspace, const QString& item, QPointF place, const QString& onNode)
{
    const bool redirects = item == palette::redirect;
    HttpRoute route = freshRoute(workspace, redirects ? "redirect" : "route");
    if (redirects) {
        workspace::Filter filter;
        filter.type = workspace::FilterType::RequestRedirect;
        filter.requestRedirect.emplace();
        filter.requestRedirect->path = workspace::PathModifier{.replaceFullPath = "/"};
        route.rules.front().filters.push_back(filter);
    }
    const QString key = QString::fromStdString(NodeKey{NodeKind::route, route.name}.text());
    const QString name = QString::fromStdString(route.name);
    return {redirects ? tr("Add redirect %1").arg(name) : tr("Add route %1").arg(name),
            [=](Workspace& ws) {
                fixPlaces(ws);
                ws.routes.push_back(route);
                setPlace(ws, key, place);
                if (isKind(ws, onNode, NodeKind::listener))
                    join(ws, onNode, key);
                else if (isKind(ws, onNode, NodeKind::service) && !redirects)
                    join(ws, key, onNode);
            },
            {},
            {key}};
}

RoutesEdit addService(const Workspace& workspace, QPointF place, const QString& onNode)
{
    workspace::Service service;
    service.name = workspace::uniqueServiceName(workspace, "service");
    service.demo = workspace::DemoService{.app = "echo"};
    const QString key = QString::fromStdString(NodeKey{NodeKind::service, service.name}.text());
    return {tr("Add service %1").arg(QString::fromStdString(service.name)),
            [=](Workspace& ws) {
                fixPlaces(ws);
                ws.services.push_back(service);
                setPlace(ws, key, place);
                if (isKind(ws, onNode, NodeKind::route))
                    join(ws, onNode, key);
            },
            {},
            {key}};
}

/// The next version of a service, joined with weight 0 wherever the service is: it takes traffic when someone
/// says so.
RoutesEdit addVersion(const Workspace& workspace, QPointF place, const QString& service)
{
    Workspace trial = workspace;
    const auto original = nodeOf(service);
    const auto copy = original ? workspace::duplicate(trial, *original) : std::nullopt;
    if (!copy)
        return {};
    const QString key = QString::fromStdString(copy->text());
    return {tr("Add version %1").arg(nodeTitle(trial, key)),
            [=](Workspace& ws) {
                fixPlaces(ws);
                if (workspace::duplicate(ws, *original) != copy)
                    return;
                setPlace(ws, key, place);
                for (HttpRoute& route : ws.routes) {
                    for (auto& rule : route.rules) {
                        const auto of = std::find_if(
                            rule.backendRefs.begin(), rule.backendRefs.end(), [&](const auto& b) {
                                return workspace::serviceKeyOf(b, route) == original->object;
                            });
                        if (of == rule.backendRefs.end())
                            continue;
                        auto backend = *of;
                        backend.name = ws.services[workspace::findService(ws, copy->object)].name;
                        backend.weight = 0;
                        rule.backendRefs.push_back(backend);
                    }
                }
            },
            {},
            {key}};
}

} // namespace

bool canAdd(const Workspace& workspace, const QString& item, const QString& node)
{
    if (item == palette::version)
        return isKind(workspace, node, NodeKind::service);
    if (node.isEmpty())
        return true;
    if (item == palette::route)
        return !isKind(workspace, node, NodeKind::route);
    if (item == palette::redirect)
        return isKind(workspace, node, NodeKind::listener);
    return item == palette::service && isKind(workspace, node, NodeKind::route);
}

RoutesEdit addItem(const Workspace& workspace, const QString& item, QPointF place, const QString& onNode)
{
    if (!canAdd(workspace, item, onNode))
        return {};
    const QPointF free = freePlace(place, {nodeWidth, nodeHeight}, takenRects(workspace), nodeGap);
    if (item == palette::listener)
        return addListener(workspace, free);
    if (item == palette::route || item == palette::redirect)
        return addRoute(workspace, item, free, onNode);
    if (item == palette::service)
        return addService(workspace, free, onNode);
    return item == palette::version ? addVersion(workspace, free, onNode) : RoutesEdit{};
}

RoutesEdit addFirstRoute(const Workspace& workspace)
{
    const auto listenerOf = [](const Workspace& ws) {
        const QStringList keys = nodeKeys(ws);
        return keys.isEmpty() || !keys.first().startsWith(QLatin1String("listener/")) ? QString()
                                                                                      : keys.first();
    };
    RoutesEdit listener;
    if (listenerOf(workspace).isEmpty())
        listener = addItem(workspace, palette::listener, placeFor(workspace, palette::listener, 0), {});
    RoutesEdit route = addItem(workspace, palette::route, placeFor(workspace, palette::route, 0), {});
    const QString key = route.select.first();
    route.change = [=, add = route.change](Workspace& ws) {
        if (listener)
            listener.change(ws);
        add(ws);
        join(ws, listenerOf(ws), key);
    };
    return route;
}

QPointF placeFor(const Workspace& workspace, const QString& item, double height)
{
    const QString prefix = item == palette::listener                             ? QStringLiteral("listener/")
                           : item == palette::route || item == palette::redirect ? QStringLiteral("route/")
                                                                                 : QStringLiteral("service/");
    double x = item == palette::listener ? 0 : prefix == QLatin1String("route/") ? 288 : 608;
    const auto places = nodePlaces(workspace);
    for (const QString& key : nodeKeys(workspace)) {
        if (key.startsWith(prefix)) {
            x = places.value(key).x();
            break;
        }
    }
    return freePlace({x, height}, {nodeWidth, nodeHeight}, takenRects(workspace), nodeGap);
}

} // namespace gatehouse::ui
