#include "engine/workspace/attachment.h"
#include "engine/workspace/document.h"
#include "engine/workspace/keys.h"
#include "engine/workspace/lint_context.h"

#include "engine/base/json_text.h"
#include "engine/base/text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace gatehouse::workspace {

namespace {

template <class T>
using Index = std::unordered_map<std::string, const T*>;

/// Everything that can be referred to, by key; the first of duplicates, which are an error of their own.
struct Objects {
    Index<Gateway> gateways;
    Index<Service> services;
    std::unordered_set<std::string> routes;
};

Objects index(const Workspace& workspace)
{
    Objects out;
    for (const Gateway& gateway : workspace.gateways)
        out.gateways.emplace(gatewayKey(gateway), &gateway);
    for (const Service& service : workspace.services)
        out.services.emplace(serviceKey(service), &service);
    for (const HttpRoute& route : workspace.routes)
        out.routes.insert(routeKey(route));
    return out;
}

template <class Keys>
std::string didYouMean(const std::string& key, const Keys& keys, std::string otherwise)
{
    std::vector<std::string_view> names;
    for (const auto& entry : keys) {
        if constexpr (requires { entry.first; })
            names.push_back(entry.first);
        else
            names.push_back(entry);
    }
    const std::string_view near = nearest(key, names);
    return near.empty() ? std::move(otherwise) : "Did you mean " + json::shown(near) + "?";
}

bool sameTarget(const ParentRef& a, const ParentRef& b, const HttpRoute& route)
{
    return gatewayKeyOf(a, route) == gatewayKeyOf(b, route) && a.sectionName == b.sectionName &&
           a.port == b.port;
}

void lintParent(const HttpRoute& route, std::size_t i, const At& at, const Objects& objects,
                LintContext& context)
{
    const ParentRef& parent = route.parentRefs[i];
    if (parent.name.empty())
        return;
    const std::string key = gatewayKeyOf(parent, route);
    const auto found = objects.gateways.find(key);
    if (found == objects.gateways.end())
        return context.error(at / "name", "route.unknown-gateway", "There is no gateway {}.", {key},
                             didYouMean(key, objects.gateways, ""));
    const Gateway& gateway = *found->second;
    const auto anyListener = [&](auto condition) {
        return std::any_of(gateway.listeners.begin(), gateway.listeners.end(), condition);
    };
    if (!parent.sectionName.empty() &&
        !anyListener([&](const Listener& l) { return l.name == parent.sectionName; })) {
        std::vector<std::string_view> names;
        for (const Listener& listener : gateway.listeners)
            names.push_back(listener.name);
        context.error(at / "sectionName", "route.unknown-listener", "The gateway {} has no listener {}.",
                      {key, parent.sectionName}, didYouMean(parent.sectionName, names, ""));
    } else if (!anyListener([&](const Listener& l) { return refersTo(parent, route, gateway, l); })) {
        context.error(at / "port", "route.unknown-port", "No such listener of {} has the port {}.",
                      {key, std::to_string(parent.port.value_or(0))});
    }
    for (std::size_t k = 0; k < i; ++k) {
        if (sameTarget(route.parentRefs[k], parent, route))
            return context.error(at, "route.duplicate-parent", "The route attaches to {} already.", {key},
                                 "Remove one, or name different listeners.");
    }
}

void lintBackend(const HttpRoute& route, const BackendRef& backend, const At& at, const Objects& objects,
                 LintContext& context)
{
    if (backend.name.empty())
        return;
    const std::string key = serviceKeyOf(backend, route);
    if (key.empty())
        return context.warning(at / "kind", "backend.unknown-kind",
                               "Backends of the kind {} are not served: this share is answered with 500.",
                               {backend.kind});
    const auto found = objects.services.find(key);
    if (found == objects.services.end())
        return context.warning(at / "name", "backend.unknown",
                               "There is no service {}: this share is answered with 500.", {key},
                               didYouMean(key, objects.services, "Add the service, or remove the share."));
    const auto& ports = found->second->ports;
    if (backend.port && !ports.empty() &&
        std::none_of(ports.begin(), ports.end(),
                     [&](const ServicePort& port) { return port.port == *backend.port; }))
        context.warning(at / "port", "backend.unknown-port",
                        "The service {} has no port {}: this share is answered with 500.",
                        {key, std::to_string(*backend.port)});
    else if (!backend.port && ports.size() > 1)
        context.warning(at / "port", "backend.no-port", "The service {} has several ports; say which one.",
                        {key});
}

void lintNotPermitted(const Workspace& workspace, const BackendResolution& found, LintContext& context)
{
    const auto route = std::size_t(found.route), rule = std::size_t(found.rule),
               ref = std::size_t(found.backendRef);
    const BackendRef& backend = workspace.routes[route].rules[rule].backendRefs[ref];
    context.warning(At() / "routes" / route / "rules" / rule / "backendRefs" / ref / "namespace",
                    "backend.not-granted",
                    "The namespace {} doesn't let this route refer to {}: this share is answered with 500.",
                    {backend.namespace_, backend.name}, "Add a reference grant there.");
}

/// A listener that is there may still not take the route: another hostname, another namespace, another kind.
void lintAttachment(const Workspace& workspace, LintContext& context)
{
    const Attachment attachment = attach(workspace);
    for (const BackendResolution& found : attachment.backends) {
        if (found.reason == "RefNotPermitted")
            lintNotPermitted(workspace, found, context);
    }
    for (const ParentStatus& parent : attachment.parents) {
        for (const Condition& condition : parent.conditions) {
            if (condition.type == "Accepted" && !condition.status && condition.reason != "NoMatchingParent")
                context.warning(At() / "routes" / std::size_t(parent.route) / "parentRefs" /
                                    std::size_t(parent.parentRef),
                                "route.not-accepted", "The listener doesn't take this route ({}): {}",
                                {condition.reason, condition.message});
        }
    }
}

void lintRoute(const Workspace& workspace, std::size_t r, const Objects& objects, LintContext& context)
{
    const HttpRoute& route = workspace.routes[r];
    const At at = At() / "routes" / r;
    if (route.parentRefs.empty())
        context.warning(at / "parentRefs", "route.no-parent", "No listener takes this route.", {},
                        "Connect it with a listener.");
    for (std::size_t i = 0; i < route.parentRefs.size(); ++i)
        lintParent(route, i, at / "parentRefs" / i, objects, context);
    for (std::size_t k = 0; k < route.rules.size(); ++k) {
        const auto& backends = route.rules[k].backendRefs;
        for (std::size_t i = 0; i < backends.size(); ++i)
            lintBackend(route, backends[i], at / "rules" / k / "backendRefs" / i, objects, context);
    }
}

} // namespace

void lintReferences(const Workspace& workspace, LintContext& context)
{
    const Objects objects = index(workspace);
    for (std::size_t r = 0; r < workspace.routes.size(); ++r)
        lintRoute(workspace, r, objects, context);
    lintAttachment(workspace, context);
    for (std::size_t i = 0; i < workspace.loads.size(); ++i) {
        const auto& mix = workspace.loads[i].mix;
        for (std::size_t k = 0; k < mix.size(); ++k) {
            if (!mix[k].route.empty() && !objects.routes.contains(mix[k].route))
                context.warning(At() / "loads" / i / "mix" / k / "route", "load.unknown-route",
                                "There is no route {}.", {mix[k].route},
                                didYouMean(mix[k].route, objects.routes, ""));
        }
    }
    for (const auto& [text, place] : workspace.canvas.nodes) {
        const auto key = parseNodeKey(text);
        if (!key)
            continue;
        const bool known = key->kind == NodeKind::route     ? objects.routes.contains(key->object)
                           : key->kind == NodeKind::service ? objects.services.contains(key->object)
                                                            : exists(workspace, *key);
        if (!known)
            context.info(At() / "canvas" / "nodes" / text, "canvas.unknown-node", "There is no {} any more.",
                         {text});
    }
}

} // namespace gatehouse::workspace
