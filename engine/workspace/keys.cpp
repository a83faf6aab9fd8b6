#include "engine/workspace/keys.h"

#include "engine/workspace/document.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::workspace {

namespace {

constexpr std::string_view kindWords[] = {"listener", "route", "service"};

/// keyOf(namespace_, name) == key, without building it.
bool hasKey(std::string_view key, std::string_view namespace_, std::string_view name)
{
    if (namespace_.empty() || namespace_ == "default")
        return key == name;
    return key.size() == namespace_.size() + 1 + name.size() && key.starts_with(namespace_) &&
           key[namespace_.size()] == '/' && key.ends_with(name);
}

template <class T>
int indexOf(const std::vector<T>& items, std::string_view key)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [key](const T& item) { return hasKey(key, item.namespace_, item.name); });
    return found == items.end() ? -1 : int(found - items.begin());
}

std::optional<std::size_t> takeIndex(std::string_view& pointer)
{
    if (!pointer.starts_with('/'))
        return {};
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(pointer.data() + 1, pointer.data() + pointer.size(), index);
    if (error != std::errc())
        return {};
    pointer.remove_prefix(std::size_t(end - pointer.data()));
    return index;
}

bool take(std::string_view& pointer, std::string_view prefix)
{
    if (!pointer.starts_with(prefix))
        return false;
    pointer.remove_prefix(prefix.size());
    return true;
}

} // namespace

std::string keyOf(std::string_view namespace_, std::string_view name)
{
    if (namespace_.empty() || namespace_ == "default")
        return std::string(name);
    return std::string(namespace_).append("/").append(name);
}

std::string NodeKey::text() const
{
    return std::string(kindWords[int(kind)]).append("/").append(object);
}

std::optional<NodeKey> parseNodeKey(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == text.npos || slash + 1 == text.size())
        return {};
    const auto word = std::find(std::begin(kindWords), std::end(kindWords), text.substr(0, slash));
    if (word == std::end(kindWords))
        return {};
    return NodeKey{NodeKind(word - std::begin(kindWords)), std::string(text.substr(slash + 1))};
}

std::string gatewayKey(const Gateway& gateway)
{
    return keyOf(gateway.namespace_, gateway.name);
}

std::string listenerKey(const Gateway& gateway, const Listener& listener)
{
    return gatewayKey(gateway) + "/" + listener.name;
}

std::string routeKey(const HttpRoute& route)
{
    return keyOf(route.namespace_, route.name);
}

std::string serviceKey(const Service& service)
{
    return keyOf(service.namespace_, service.name);
}

std::string gatewayKeyOf(const ParentRef& parent, const HttpRoute& route)
{
    return keyOf(parent.namespace_.empty() ? route.namespace_ : parent.namespace_, parent.name);
}

std::string serviceKeyOf(const BackendRef& backend, const HttpRoute& route)
{
    if (backend.kind != "Service" || !backend.group.empty())
        return {};
    return keyOf(backend.namespace_.empty() ? route.namespace_ : backend.namespace_, backend.name);
}

int findGateway(const Workspace& workspace, std::string_view key)
{
    return indexOf(workspace.gateways, key);
}

std::optional<ListenerPlace> findListener(const Workspace& workspace, std::string_view key)
{
    const std::size_t slash = key.rfind('/');
    if (slash == key.npos)
        return {};
    const int gateway = findGateway(workspace, key.substr(0, slash));
    if (gateway < 0)
        return {};
    const auto& listeners = workspace.gateways[std::size_t(gateway)].listeners;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        if (listeners[i].name == key.substr(slash + 1))
            return ListenerPlace{gateway, int(i)};
    }
    return {};
}

int findRoute(const Workspace& workspace, std::string_view key)
{
    return indexOf(workspace.routes, key);
}

int findService(const Workspace& workspace, std::string_view key)
{
    return indexOf(workspace.services, key);
}

bool exists(const Workspace& workspace, const NodeKey& key)
{
    switch (key.kind) {
    case NodeKind::listener:
        return findListener(workspace, key.object).has_value();
    case NodeKind::route:
        return findRoute(workspace, key.object) >= 0;
    case NodeKind::service:
        return findService(workspace, key.object) >= 0;
    }
    return false;
}

bool refersTo(const ParentRef& parent, const HttpRoute& route, const Gateway& gateway,
              const Listener& listener)
{
    const std::string& namespace_ = parent.namespace_.empty() ? route.namespace_ : parent.namespace_;
    return hasKey(gatewayKey(gateway), namespace_, parent.name) &&
           (parent.sectionName.empty() || parent.sectionName == listener.name) &&
           (!parent.port || *parent.port == listener.declaredPort.value_or(listener.port));
}

std::string pointerOf(const Workspace& workspace, const NodeKey& key)
{
    int index = -1;
    switch (key.kind) {
    case NodeKind::listener:
        if (const auto place = findListener(workspace, key.object))
            return "/gateways/" + std::to_string(place->gateway) + "/listeners/" +
                   std::to_string(place->listener);
        return {};
    case NodeKind::route:
        index = findRoute(workspace, key.object);
        return index < 0 ? std::string() : "/routes/" + std::to_string(index);
    case NodeKind::service:
        index = findService(workspace, key.object);
        return index < 0 ? std::string() : "/services/" + std::to_string(index);
    }
    return {};
}

std::optional<NodeKey> nodeAt(const Workspace& workspace, std::string_view pointer)
{
    if (take(pointer, "/routes")) {
        const auto index = takeIndex(pointer);
        if (index && *index < workspace.routes.size())
            return NodeKey{NodeKind::route, routeKey(workspace.routes[*index])};
    } else if (take(pointer, "/services")) {
        const auto index = takeIndex(pointer);
        if (index && *index < workspace.services.size())
            return NodeKey{NodeKind::service, serviceKey(workspace.services[*index])};
    } else if (take(pointer, "/gateways")) {
        const auto gateway = takeIndex(pointer);
        if (!gateway || *gateway >= workspace.gateways.size() || !take(pointer, "/listeners"))
            return {};
        const auto listener = takeIndex(pointer);
        const Gateway& owner = workspace.gateways[*gateway];
        if (listener && *listener < owner.listeners.size())
            return NodeKey{NodeKind::listener, listenerKey(owner, owner.listeners[*listener])};
    }
    return {};
}

} // namespace gatehouse::workspace
