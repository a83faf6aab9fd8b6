#include "engine/workspace/keys.h"

#include "engine/workspace/document.h"

#include <algorithm>
#include <functional>
#include <set>

namespace gatehouse::workspace {

namespace {

constexpr double copyOffset = 40; ///< scene units between an object and its copy

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string uniqueName(std::string_view wanted, const std::set<std::string_view>& taken)
{
    if (!taken.contains(wanted))
        return std::string(wanted);
    std::size_t digits = wanted.size();
    while (digits > 0 && isDigit(wanted[digits - 1]) && wanted.size() - digits < 9)
        --digits;
    const bool counted = digits < wanted.size() && digits > 0;
    const std::string stem = counted ? std::string(wanted.substr(0, digits)) : std::string(wanted) + "-";
    for (unsigned long n = counted ? std::stoul(std::string(wanted.substr(digits))) + 1 : 2;; ++n) {
        std::string name = stem + std::to_string(n);
        if (!taken.contains(name))
            return name;
    }
}

bool sameNamespace(std::string_view a, std::string_view b)
{
    return a == b || keyOf(a, {}) == keyOf(b, {});
}

template <class T>
std::set<std::string_view> namesIn(const std::vector<T>& items, std::string_view namespace_)
{
    std::set<std::string_view> out;
    for (const T& item : items) {
        if (sameNamespace(item.namespace_, namespace_))
            out.insert(item.name);
    }
    return out;
}

void moveNode(CanvasState& canvas, const std::string& from, const std::string& to)
{
    auto node = canvas.nodes.extract(from);
    if (node.empty())
        return;
    canvas.nodes.erase(to);
    node.key() = to;
    canvas.nodes.insert(std::move(node));
}

std::string nodeText(NodeKind kind, std::string object)
{
    return NodeKey{kind, std::move(object)}.text();
}

template <class Action>
void forEachParent(Workspace& workspace, std::string_view gateway, Action action)
{
    for (HttpRoute& route : workspace.routes) {
        for (ParentRef& parent : route.parentRefs) {
            if (gatewayKeyOf(parent, route) == gateway)
                action(parent);
        }
    }
}

bool renameListener(Workspace& workspace, const std::string& key, std::string_view name)
{
    const auto place = findListener(workspace, key);
    if (!place)
        return false;
    Gateway& gateway = workspace.gateways[std::size_t(place->gateway)];
    Listener& listener = gateway.listeners[std::size_t(place->listener)];
    const std::string gatewayName = gatewayKey(gateway);
    if (findListener(workspace, gatewayName + "/" + std::string(name)))
        return false;
    const std::string before = listener.name;
    listener.name = name;
    forEachParent(workspace, gatewayName, [&](ParentRef& parent) {
        if (parent.sectionName == before)
            parent.sectionName = name;
    });
    moveNode(workspace.canvas, nodeText(NodeKind::listener, key),
             nodeText(NodeKind::listener, listenerKey(gateway, listener)));
    return true;
}

bool renameRoute(Workspace& workspace, const std::string& key, std::string_view name)
{
    const int index = findRoute(workspace, key);
    if (index < 0)
        return false;
    HttpRoute& route = workspace.routes[std::size_t(index)];
    const std::string after = keyOf(route.namespace_, name);
    if (findRoute(workspace, after) >= 0)
        return false;
    route.name = name;
    for (LoadPlan& load : workspace.loads) {
        for (LoadShare& share : load.mix) {
            if (share.route == key)
                share.route = after;
        }
    }
    moveNode(workspace.canvas, nodeText(NodeKind::route, key), nodeText(NodeKind::route, after));
    return true;
}

bool grantNames(const ReferenceGrant& grant, const GrantTo& to, const Service& service)
{
    return to.group.empty() && to.kind == "Service" && to.name == service.name &&
           sameNamespace(grant.namespace_, service.namespace_);
}

bool renameService(Workspace& workspace, const std::string& key, std::string_view name)
{
    const int index = findService(workspace, key);
    if (index < 0)
        return false;
    Service& service = workspace.services[std::size_t(index)];
    const std::string after = keyOf(service.namespace_, name);
    if (findService(workspace, after) >= 0)
        return false;
    for (HttpRoute& route : workspace.routes) {
        for (RouteRule& rule : route.rules) {
            for (BackendRef& backend : rule.backendRefs) {
                if (serviceKeyOf(backend, route) == key)
                    backend.name = name;
            }
        }
    }
    for (ReferenceGrant& grant : workspace.referenceGrants) {
        for (GrantTo& to : grant.to) {
            if (grantNames(grant, to, service))
                to.name = name;
        }
    }
    service.name = name;
    moveNode(workspace.canvas, nodeText(NodeKind::service, key), nodeText(NodeKind::service, after));
    return true;
}

bool removeListener(Workspace& workspace, const std::string& key)
{
    const auto place = findListener(workspace, key);
    if (!place)
        return false;
    Gateway& gateway = workspace.gateways[std::size_t(place->gateway)];
    const std::string gatewayName = gatewayKey(gateway);
    const std::string name = gateway.listeners[std::size_t(place->listener)].name;
    gateway.listeners.erase(gateway.listeners.begin() + place->listener);
    const bool last = gateway.listeners.empty();
    for (HttpRoute& route : workspace.routes) {
        std::erase_if(route.parentRefs, [&](const ParentRef& parent) {
            return gatewayKeyOf(parent, route) == gatewayName && (last || parent.sectionName == name);
        });
    }
    if (last)
        workspace.gateways.erase(workspace.gateways.begin() + place->gateway);
    return true;
}

bool removeRoute(Workspace& workspace, const std::string& key)
{
    const int index = findRoute(workspace, key);
    if (index < 0)
        return false;
    workspace.routes.erase(workspace.routes.begin() + index);
    for (LoadPlan& load : workspace.loads)
        std::erase_if(load.mix, [&](const LoadShare& share) { return share.route == key; });
    return true;
}

bool removeService(Workspace& workspace, const std::string& key)
{
    const int index = findService(workspace, key);
    if (index < 0)
        return false;
    const Service service = workspace.services[std::size_t(index)];
    workspace.services.erase(workspace.services.begin() + index);
    for (HttpRoute& route : workspace.routes) {
        for (RouteRule& rule : route.rules)
            std::erase_if(rule.backendRefs,
                          [&](const BackendRef& backend) { return serviceKeyOf(backend, route) == key; });
    }
    std::erase_if(workspace.referenceGrants, [&](ReferenceGrant& grant) {
        const auto removed =
            std::erase_if(grant.to, [&](const GrantTo& to) { return grantNames(grant, to, service); });
        return removed > 0 && grant.to.empty();
    });
    return true;
}

std::optional<std::string> copyListener(Workspace& workspace, const std::string& key)
{
    const auto place = findListener(workspace, key);
    if (!place)
        return {};
    Gateway& gateway = workspace.gateways[std::size_t(place->gateway)];
    Listener copy = gateway.listeners[std::size_t(place->listener)];
    copy.name = uniqueListenerName(workspace, gatewayKey(gateway), copy.name);
    copy.port = 0;
    copy.declaredPort.reset();
    const std::string out = listenerKey(gateway, copy);
    gateway.listeners.insert(gateway.listeners.begin() + place->listener + 1, std::move(copy));
    return out;
}

std::optional<std::string> copyRoute(Workspace& workspace, const std::string& key)
{
    const int index = findRoute(workspace, key);
    if (index < 0)
        return {};
    HttpRoute copy = workspace.routes[std::size_t(index)];
    copy.name = uniqueRouteName(workspace, copy.name, copy.namespace_);
    copy.creationTimestamp.clear();
    const std::string out = routeKey(copy);
    workspace.routes.insert(workspace.routes.begin() + index + 1, std::move(copy));
    return out;
}

std::optional<std::string> copyService(Workspace& workspace, const std::string& key)
{
    const int index = findService(workspace, key);
    if (index < 0)
        return {};
    Service copy = workspace.services[std::size_t(index)];
    const std::string before = copy.name;
    copy.name = uniqueServiceName(workspace, copy.name, copy.namespace_);
    if (copy.app.empty())
        copy.app = before;
    if (!copy.version.empty()) {
        std::set<std::string_view> versions;
        for (const Service& service : workspace.services) {
            if (sameNamespace(service.namespace_, copy.namespace_) &&
                (service.app.empty() ? service.name : service.app) == copy.app)
                versions.insert(service.version);
        }
        copy.version = uniqueName(copy.version, versions);
    }
    const std::string out = serviceKey(copy);
    workspace.services.insert(workspace.services.begin() + index + 1, std::move(copy));
    return out;
}

} // namespace

std::string uniqueRouteName(const Workspace& workspace, std::string_view wanted, std::string_view namespace_)
{
    return uniqueName(wanted, namesIn(workspace.routes, namespace_));
}

std::string uniqueServiceName(const Workspace& workspace, std::string_view wanted,
                              std::string_view namespace_)
{
    return uniqueName(wanted, namesIn(workspace.services, namespace_));
}

std::string uniqueListenerName(const Workspace& workspace, std::string_view gateway, std::string_view wanted)
{
    std::set<std::string_view> taken;
    if (const int index = findGateway(workspace, gateway); index >= 0) {
        for (const Listener& listener : workspace.gateways[std::size_t(index)].listeners)
            taken.insert(listener.name);
    }
    return uniqueName(wanted, taken);
}

std::string uniqueLoadName(const Workspace& workspace, std::string_view wanted)
{
    std::set<std::string_view> taken;
    for (const LoadPlan& load : workspace.loads)
        taken.insert(load.name);
    return uniqueName(wanted, taken);
}

bool rename(Workspace& workspace, const NodeKey& key, std::string_view name)
{
    if (name.empty() || name.find('/') != name.npos)
        return false;
    switch (key.kind) {
    case NodeKind::listener:
        return renameListener(workspace, key.object, name);
    case NodeKind::route:
        return renameRoute(workspace, key.object, name);
    case NodeKind::service:
        return renameService(workspace, key.object, name);
    }
    return false;
}

bool renameGateway(Workspace& workspace, std::string_view key, std::string_view name)
{
    const std::string before(key);
    const int index = findGateway(workspace, before);
    if (index < 0 || name.empty() || name.find('/') != name.npos)
        return false;
    Gateway& gateway = workspace.gateways[std::size_t(index)];
    if (findGateway(workspace, keyOf(gateway.namespace_, name)) >= 0)
        return false;
    forEachParent(workspace, before, [&](ParentRef& parent) { parent.name = name; });
    gateway.name = name;
    for (const Listener& listener : gateway.listeners)
        moveNode(workspace.canvas, nodeText(NodeKind::listener, before + "/" + listener.name),
                 nodeText(NodeKind::listener, listenerKey(gateway, listener)));
    return true;
}

bool remove(Workspace& workspace, const NodeKey& key)
{
    bool removed = false;
    switch (key.kind) {
    case NodeKind::listener:
        removed = removeListener(workspace, key.object);
        break;
    case NodeKind::route:
        removed = removeRoute(workspace, key.object);
        break;
    case NodeKind::service:
        removed = removeService(workspace, key.object);
        break;
    }
    if (removed)
        workspace.canvas.nodes.erase(key.text());
    return removed;
}

std::optional<NodeKey> duplicate(Workspace& workspace, const NodeKey& key)
{
    std::optional<std::string> copy;
    switch (key.kind) {
    case NodeKind::listener:
        copy = copyListener(workspace, key.object);
        break;
    case NodeKind::route:
        copy = copyRoute(workspace, key.object);
        break;
    case NodeKind::service:
        copy = copyService(workspace, key.object);
        break;
    }
    if (!copy)
        return {};
    const NodeKey out{key.kind, *copy};
    const auto place = workspace.canvas.nodes.find(key.text());
    if (place != workspace.canvas.nodes.end())
        workspace.canvas.nodes[out.text()] = {place->second.x + copyOffset, place->second.y + copyOffset};
    return out;
}

} // namespace gatehouse::workspace
