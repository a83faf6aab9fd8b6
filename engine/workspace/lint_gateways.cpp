#include "engine/workspace/document.h"
#include "engine/workspace/lint_context.h"

#include "engine/base/address.h"

#include <map>
#include <set>
#include <tuple>

namespace gatehouse::workspace {

namespace {

void lintSelector(const LabelSelector& selector, const At& at, LintContext& context)
{
    for (std::size_t i = 0; i < selector.matchExpressions.size(); ++i) {
        const SelectorExpression& expression = selector.matchExpressions[i];
        const bool wantsValues =
            expression.operator_ == SelectorOperator::In || expression.operator_ == SelectorOperator::NotIn;
        if (wantsValues == expression.values.empty())
            context.error(at / "matchExpressions" / i / "values", "selector.values",
                          wantsValues ? "In and NotIn need values to compare with."
                                      : "Exists and DoesNotExist take no values.");
    }
}

void lintAllowedRoutes(const AllowedRoutes& allowed, const At& at, LintContext& context)
{
    const RouteNamespaces& namespaces = allowed.namespaces;
    const At place = at / "namespaces" / "selector";
    if (namespaces.from == FromNamespaces::Selector && !namespaces.selector)
        context.error(place, "listener.no-selector",
                      "Namespaces are chosen by a selector, but none is given.");
    if (namespaces.from != FromNamespaces::Selector && namespaces.selector)
        context.warning(place, "listener.unused-selector", "The selector is not used.", {},
                        "Set \"from\" to \"Selector\", or remove it.");
    if (namespaces.selector)
        lintSelector(*namespaces.selector, place, context);
}

void lintAddress(const Listener& listener, const At& at, LintContext& context)
{
    if (!isIpLiteral(listener.address))
        context.error(at, "listener.bad-address", "{} is not an IP address.", {listener.address},
                      "127.0.0.1 is this machine alone; 0.0.0.0 is every network.");
    else if (!Address{listener.address, 0}.isLoopback())
        context.warning(at, "listener.beyond-loopback", "Other machines can reach this listener at {}.",
                        {listener.address}, "127.0.0.1 keeps it to this machine.");
}

void lintListener(const Listener& listener, const At& at, LintContext& context)
{
    checkObjectName(listener.name, at / "name", context);
    lintAddress(listener, at / "address", context);
    if (listener.protocol != ListenerProtocol::HTTP)
        context.warning(at / "protocol", "listener.not-served",
                        "Only HTTP is served so far; this listener stays closed.");
    checkHostname(listener.hostname, true, at / "hostname", context);
    lintAllowedRoutes(listener.allowedRoutes, at / "allowedRoutes", context);
}

/// Names and (address, port, protocol, hostname) within one gateway.
void lintListenersTogether(const Gateway& gateway, const At& at, LintContext& context)
{
    std::set<std::string_view> names;
    std::set<std::tuple<std::string_view, int, ListenerProtocol, std::string_view>> sockets;
    for (std::size_t i = 0; i < gateway.listeners.size(); ++i) {
        const Listener& l = gateway.listeners[i];
        if (!l.name.empty() && !names.insert(l.name).second)
            context.error(at / i / "name", "name.duplicate",
                          "Another listener of this gateway has the name {}.", {l.name});
        const int port = l.declaredPort.value_or(l.port);
        if (port != 0 && !sockets.emplace(l.address, port, l.protocol, l.hostname).second)
            context.error(at / i / (l.hostname.empty() ? "port" : "hostname"), "listener.duplicate",
                          "Another listener of this gateway has the same port {} and hostname {}.",
                          {std::to_string(port), l.hostname}, "Give one of them another port or hostname.");
    }
}

/// A socket belongs to one gateway.
void lintSockets(const Workspace& workspace, LintContext& context)
{
    std::map<std::pair<std::string_view, std::uint16_t>, std::size_t> owners;
    for (std::size_t g = 0; g < workspace.gateways.size(); ++g) {
        for (std::size_t i = 0; i < workspace.gateways[g].listeners.size(); ++i) {
            const Listener& l = workspace.gateways[g].listeners[i];
            if (l.port == 0 ||
                owners.emplace(std::pair(std::string_view(l.address), l.port), g).first->second == g)
                continue;
            context.error(At() / "gateways" / g / "listeners" / i / "port", "listener.port-shared",
                          "Another gateway listens at {}.", {Address{l.address, l.port}.text()},
                          "Give one of them another port.");
        }
    }
}

} // namespace

void lintGateways(const Workspace& workspace, LintContext& context)
{
    std::set<std::string> keys;
    for (std::size_t g = 0; g < workspace.gateways.size(); ++g) {
        const Gateway& gateway = workspace.gateways[g];
        const At at = At() / "gateways" / g;
        checkObjectName(gateway.name, at / "name", context);
        checkObjectName(gateway.namespace_, at / "namespace", context);
        if (!gateway.name.empty() && !keys.insert(keyOf(gateway.namespace_, gateway.name)).second)
            context.error(at / "name", "name.duplicate", "Another gateway has the name {}.", {gateway.name});
        for (std::size_t i = 0; i < gateway.listeners.size(); ++i)
            lintListener(gateway.listeners[i], at / "listeners" / i, context);
        lintListenersTogether(gateway, at / "listeners", context);
    }
    lintSockets(workspace, context);
}

} // namespace gatehouse::workspace
