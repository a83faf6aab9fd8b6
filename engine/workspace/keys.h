#pragma once

#include "engine/workspace/model.h"

#include <string_view>

/// Names of the things on the canvas, and the edits that must take every reference along. Pure functions on a
/// Workspace. An object key is "name" or "namespace/name" (keyOf), a listener's "<gateway key>/<listener>"; a
/// node key is the kind and the object key: "listener/edge/public", "route/catalog", "service/catalog-v1".
namespace gatehouse::workspace {

enum class NodeKind { listener, route, service };

struct NodeKey {
    NodeKind kind = NodeKind::route;
    std::string object;
    bool operator==(const NodeKey&) const = default;
    std::string text() const;
};

/// Nothing where `text` isn't a node key. The object need not exist.
std::optional<NodeKey> parseNodeKey(std::string_view text);

std::string gatewayKey(const Gateway& gateway);
std::string listenerKey(const Gateway& gateway, const Listener& listener);
std::string routeKey(const HttpRoute& route);
std::string serviceKey(const Service& service);
std::string gatewayKeyOf(const ParentRef& parent, const HttpRoute& route);   ///< what the reference points at
std::string serviceKeyOf(const BackendRef& backend, const HttpRoute& route); ///< "" where it isn't a Service

struct ListenerPlace { ///< indexes into the workspace
    int gateway = 0;
    int listener = 0;
    bool operator==(const ListenerPlace&) const = default;
};

// By object key; -1 or nothing where there is none.
int findGateway(const Workspace& workspace, std::string_view key);
std::optional<ListenerPlace> findListener(const Workspace& workspace, std::string_view key);
int findRoute(const Workspace& workspace, std::string_view key);
int findService(const Workspace& workspace, std::string_view key);
bool exists(const Workspace& workspace, const NodeKey& key);

/// True where `parent` of `route` means this listener: gateway, sectionName and (declared) port. Not whether
/// the listener lets the route in; that is attach()'s.
bool refersTo(const ParentRef& parent, const HttpRoute& route, const Gateway& gateway,
              const Listener& listener);

/// The JSON pointer of a node's object, "" where there is none; and the node that a problem's pointer lies
/// in.
std::string pointerOf(const Workspace& workspace, const NodeKey& key);
std::optional<NodeKey> nodeAt(const Workspace& workspace, std::string_view pointer);

/// `wanted` if no object of the kind has the name yet, else counted on: "route" → "route-2" → "route-3",
/// "api-v1" → "api-v2". A listener's name is unique in `gateway` (an object key).
std::string uniqueRouteName(const Workspace& workspace, std::string_view wanted,
                            std::string_view namespace_ = {});
std::string uniqueServiceName(const Workspace& workspace, std::string_view wanted,
                              std::string_view namespace_ = {});
std::string uniqueListenerName(const Workspace& workspace, std::string_view gateway, std::string_view wanted);
std::string uniqueLoadName(const Workspace& workspace, std::string_view wanted);

/// Gives the object a new name and rewrites every reference to it: parentRefs, backendRefs, grants, load
/// mixes and the canvas. False (and nothing changed) where the object is missing or the name is taken or
/// empty.
bool rename(Workspace& workspace, const NodeKey& key, std::string_view name);
bool renameGateway(Workspace& workspace, std::string_view key, std::string_view name);

/// Removes the object with every reference to it. A gateway goes with its last listener; a load whose last
/// share goes sends to all routes, as an empty mix means. False where the object is missing.
bool remove(Workspace& workspace, const NodeKey& key);

/// Copies the object under a unique name, a little below it on the canvas. A listener's copy gets any free
/// port, a service's copy the next version. Returns the copy's key.
std::optional<NodeKey> duplicate(Workspace& workspace, const NodeKey& key);

} // namespace gatehouse::workspace
