#pragma once

#include "engine/workspace/model.h"

#include <string_view>

/// Which route hangs on which listener, which backend reference resolves, and the conditions that the Gateway
/// API reports of it (v1 §HTTPRoute status, §Gateway status, §ReferenceGrant). One function serves the live
/// gateway, the console's marks and `run --gateway-api --status`.
namespace gatehouse::workspace {

struct Condition {
    std::string type; ///< Accepted, ResolvedRefs, PartiallyInvalid, Programmed, Conflicted
    bool status = true;
    std::string reason; ///< Accepted, NoMatchingParent, NotAllowedByListeners, NoMatchingListenerHostname,
                        ///< InvalidKind …
    std::string message;
    bool operator==(const Condition&) const = default;
};

struct ListenerBinding { ///< one (listener, route) pair that serves
    int gateway = 0;     ///< indexes into the workspace
    int listener = 0;
    int route = 0;
    /// The route's hostnames that intersect with the listener's, as the route spells them: a request is of
    /// this listener first and then of one of these, and their own lengths decide precedence. Empty =
    /// whatever the listener takes.
    std::vector<std::string> hostnames;
};

struct BackendResolution { ///< for each backendRef in document order
    int route = 0;
    int rule = 0;
    int backendRef = 0;
    int service = -1;   ///< index, or -1: answers 500 for its share
    std::string reason; ///< "" or InvalidKind, BackendNotFound, RefNotPermitted, UnsupportedProtocol
    std::string message;
};

/// A rule that holds something we don't do (a filter of a later issue, an extension). It keeps its place in
/// matching and answers 500: the specification forbids to skip a filter (HTTPRouteFilter.type).
struct RuleFault {
    int route = 0;
    int rule = 0;
    std::string reason; ///< UnsupportedValue
    std::string message;
};

struct ParentStatus {
    int route = 0;
    int parentRef = 0;
    int gateway = -1; ///< -1: there is no such Gateway, so that the Gateway API would show no entry
    std::vector<Condition> conditions;
    bool accepted() const;
};

struct ListenerStatus {
    int gateway = 0;
    int listener = 0;
    int attachedRoutes = 0;
    bool serves = true; ///< distinct, and of a protocol that the data plane speaks
    std::vector<RouteGroupKind> supportedKinds;
    std::vector<Condition> conditions;
};

struct GatewayStatus {
    int gateway = 0;
    std::vector<Condition> conditions;
};

struct Attachment {
    std::vector<ListenerBinding> bindings;
    std::vector<BackendResolution> backends;
    std::vector<RuleFault> faults;
    std::vector<ParentStatus> parents;
    std::vector<ListenerStatus> listeners; ///< in document order
    std::vector<GatewayStatus> gateways;
};

Attachment attach(const Workspace& workspace);

/// True when some host matches both; "" takes any. Lower case is assumed.
bool hostnamesIntersect(std::string_view a, std::string_view b);

bool selects(const LabelSelector& selector, const std::map<std::string, std::string>& labels);

/// The port that matching and redirects compute with.
std::uint16_t declaredPort(const Listener& listener);

} // namespace gatehouse::workspace
