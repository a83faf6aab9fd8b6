#include "ui/routes/routes_edits.h"

#include "engine/workspace/document.h"
#include "engine/workspace/keys.h"
#include "ui/canvas/geometry.h"
#include "ui/routes/canvas_model.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatehouse::ui {
namespace {

using workspace::HttpRoute;
using workspace::NodeKey;
using workspace::NodeKind;
using workspace::Workspace;

constexpr double nodeGap = 36; // keeps a new node's numbers readable

QString tr(const char* text, const char* disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("RoutesEdits", text, disambiguation, n);
}

std::optional<NodeKey> nodeOf(const QString& key)
{
    return workspace::parseNodeKey(key.toStdString());
}

bool isKind(const Workspace& workspace, const QString& key, NodeKind kind)
{
    const auto node = nodeOf(key);
    return node && node->kind == kind && workspace::exists(workspace, *node);
}

/// "route catalog", "listener public": how undo texts name a thing.
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

/// Places worked out by default are written down before something is added, so that nothing jumps.
void fixPlaces(Workspace& workspace)
{
    const auto places = nodePlaces(workspace);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        if (!workspace.canvas.nodes.contains(it.key().toStdString()))
            setPlace(workspace, it.key(), it.value());
    }
}

HttpRoute* routeOf(Workspace& workspace, const QString& key)
{
    const auto node = nodeOf(key);
    const int index =
        node && node->kind == NodeKind::route ? workspace::findRoute(workspace, node->object) : -1;
    return index < 0 ? nullptr : &workspace.routes[index];
}

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

workspace::BackendRef backendTo(const Workspace& workspace, const NodeKey& service, const HttpRoute& route,
                                const workspace::RouteRule& rule)
{
    workspace::BackendRef backend;
    const int index = workspace::findService(workspace, service.object);
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
    rule.backendRefs.push_back(backendTo(workspace, *nodeOf(to), *route, rule));
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

bool isJoined(const Workspace& workspace, const QString& from, const QString& to)
{
    if (isKind(workspace, to, NodeKind::service))
        return !backendPlaces(workspace, from, to).isEmpty();
    const auto place = workspace::findListener(workspace, nodeOf(from)->object);
    const auto& route = workspace.routes[workspace::findRoute(workspace, nodeOf(to)->object)];
    const auto& gateway = workspace.gateways[place->gateway];
    return std::any_of(route.parentRefs.begin(), route.parentRefs.end(), [&](const auto& p) {
        return workspace::refersTo(p, route, gateway, gateway.listeners[place->listener]);
    });
}

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

QList<QRectF> takenRects(const Workspace& workspace)
{
    QList<QRectF> rects;
    for (const QPointF& place : nodePlaces(workspace))
        rects.append(QRectF(place, QSizeF(nodeWidth, nodeHeight)));
    return rects;
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

bool canConnect(const Workspace& workspace, const QString& from, const QString& to)
{
    const bool entry = isKind(workspace, from, NodeKind::listener) && isKind(workspace, to, NodeKind::route);
    const bool backend = isKind(workspace, from, NodeKind::route) && isKind(workspace, to, NodeKind::service);
    return (entry || backend) && !isJoined(workspace, from, to);
}

QStringList connectTargets(const Workspace& workspace, const QString& from)
{
    QStringList targets;
    for (const QString& key : nodeKeys(workspace)) {
        if (canConnect(workspace, from, key))
            targets.append(key);
    }
    return targets;
}

RoutesEdit connectNodes(const Workspace& workspace, const QString& from, const QString& to)
{
    if (!canConnect(workspace, from, to))
        return {};
    return {tr("Connect %1 to %2").arg(nodeTitle(workspace, from), nodeTitle(workspace, to)),
            [=](Workspace& ws) { join(ws, from, to); },
            {},
            {edgeKey(from, to)}};
}

RoutesEdit removeThings(const Workspace& workspace, const QStringList& keys)
{
    QStringList known;
    for (const QString& key : keys) {
        const auto node = nodeOf(key);
        if (isEdge(key) || (node && workspace::exists(workspace, *node)))
            known.append(key);
    }
    if (known.isEmpty())
        return {};
    QString name = tr("Delete %n item(s)", nullptr, int(known.size()));
    if (known.size() == 1) {
        const auto ends = edgeEnds(known.first());
        name = ends ? tr("Disconnect %1 from %2")
                          .arg(nodeTitle(workspace, ends->from), nodeTitle(workspace, ends->to))
                    : tr("Delete %1").arg(phrase(workspace, known.first()));
    }
    return {name, [=](Workspace& ws) {
                fixPlaces(ws);
                for (const QString& key : known) {
                    if (const auto ends = edgeEnds(key))
                        separate(ws, *ends);
                }
                for (const QString& key : known) {
                    if (const auto node = nodeOf(key))
                        workspace::remove(ws, *node);
                }
            }};
}

RoutesEdit duplicateNodes(const Workspace& workspace, const QStringList& keys)
{
    Workspace trial = workspace;
    fixPlaces(trial);
    std::vector<NodeKey> originals;
    QStringList copies;
    for (const QString& key : keys) {
        const auto node = nodeOf(key);
        const auto copy = node ? workspace::duplicate(trial, *node) : std::nullopt;
        if (!copy)
            continue;
        originals.push_back(*node);
        copies.append(QString::fromStdString(copy->text()));
    }
    if (copies.isEmpty())
        return {};
    const QString name = copies.size() == 1 ? tr("Duplicate %1").arg(phrase(workspace, keys.first()))
                                            : tr("Duplicate %n item(s)", nullptr, int(copies.size()));
    return {name,
            [=](Workspace& ws) {
                fixPlaces(ws);
                for (const NodeKey& original : originals) {
                    const auto copy = workspace::duplicate(ws, original);
                    if (!copy)
                        continue;
                    const QString key = QString::fromStdString(copy->text());
                    QList<QRectF> taken;
                    const auto places = nodePlaces(ws);
                    for (auto it = places.cbegin(); it != places.cend(); ++it) {
                        if (it.key() != key)
                            taken.append(QRectF(it.value(), QSizeF(nodeWidth, nodeHeight)));
                    }
                    setPlace(ws, key, freePlace(places.value(key), {nodeWidth, nodeHeight}, taken, nodeGap));
                }
            },
            {},
            copies};
}

RoutesEdit renameNode(const Workspace& workspace, const QString& key, const QString& name)
{
    const auto node = nodeOf(key);
    Workspace trial = workspace;
    if (!node || !workspace::rename(trial, *node, name.toStdString()))
        return {};
    NodeKey renamed = *node;
    const auto slash = renamed.object.rfind('/');
    renamed.object = (slash == std::string::npos ? std::string() : renamed.object.substr(0, slash + 1)) +
                     name.toStdString();
    return {tr("Rename %1 to %2").arg(phrase(workspace, key), name),
            [=](Workspace& ws) {
                fixPlaces(ws);
                workspace::rename(ws, *node, name.toStdString());
            },
            {},
            {QString::fromStdString(renamed.text())}};
}

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
