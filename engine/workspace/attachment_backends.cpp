#include "engine/workspace/attachment_parts.h"
#include "engine/workspace/filter_kinds.h"

#include <algorithm>

namespace gatehouse::workspace {
namespace {

constexpr std::string_view routeGroup = "gateway.networking.k8s.io";
constexpr std::string_view http2Protocol = "kubernetes.io/h2c";

bool isGranted(const Workspace& workspace, const HttpRoute& route, std::string_view target,
               const BackendRef& ref)
{
    const auto allows = [&](const ReferenceGrant& grant) {
        const auto from = [&](const GrantFrom& f) {
            return f.group == routeGroup && f.kind == "HTTPRoute" &&
                   f.namespace_ == namespaceOf(route.namespace_);
        };
        const auto to = [&](const GrantTo& t) {
            return t.group == ref.group && t.kind == ref.kind && (t.name.empty() || t.name == ref.name);
        };
        return namespaceOf(grant.namespace_) == target &&
               std::any_of(grant.from.begin(), grant.from.end(), from) &&
               std::any_of(grant.to.begin(), grant.to.end(), to);
    };
    return std::any_of(workspace.referenceGrants.begin(), workspace.referenceGrants.end(), allows);
}

struct Verdict {
    int service = -1;
    std::string reason;
    std::string message;
};

/// Null with a message when the Service has no such port; a Service without ports takes any.
Verdict checkPort(const Service& service, int index, const BackendRef& ref, const std::string& name)
{
    if (service.ports.empty())
        return {index, {}, {}};
    if (!ref.port && service.ports.size() > 1)
        return {-1, "BackendNotFound",
                "Service " + name + " has several ports and the reference names none."};
    const auto wanted = ref.port.value_or(service.ports.front().port);
    const auto port = std::find_if(service.ports.begin(), service.ports.end(),
                                   [&](const ServicePort& p) { return p.port == wanted; });
    if (port == service.ports.end())
        return {-1, "BackendNotFound", "Service " + name + " has no port " + std::to_string(wanted) + "."};
    if (port->appProtocol == http2Protocol)
        return {-1, "UnsupportedProtocol",
                "Port " + std::to_string(wanted) + " of Service " + name + " speaks " + port->appProtocol +
                    "."};
    return {index, {}, {}};
}

Verdict resolve(const Workspace& workspace, const ObjectIndex& index, const HttpRoute& route,
                const BackendRef& ref)
{
    if (!ref.group.empty() || ref.kind != "Service")
        return {-1, "InvalidKind",
                "A backend of kind " + (ref.group.empty() ? "" : ref.group + "/") + ref.kind +
                    " is not known."};
    const auto own = namespaceOf(route.namespace_);
    const auto target = ref.namespace_.empty() ? own : std::string_view(ref.namespace_);
    const auto name = std::string(target) + "/" + ref.name;
    if (target != own && !isGranted(workspace, route, target, ref))
        return {-1, "RefNotPermitted",
                "No ReferenceGrant in " + std::string(target) + " lets an HTTPRoute of " + std::string(own) +
                    " refer to Service " + ref.name + "."};
    const int service = index.service(target, ref.name);
    if (service < 0)
        return {-1, "BackendNotFound", "There is no Service " + name + "."};
    return checkPort(workspace.services[std::size_t(service)], service, ref, name);
}

} // namespace

std::vector<BackendResolution> resolveBackends(const Workspace& workspace, const ObjectIndex& index,
                                               int routeAt)
{
    const auto& route = workspace.routes[std::size_t(routeAt)];
    std::vector<BackendResolution> result;
    for (std::size_t r = 0; r < route.rules.size(); ++r) {
        const auto& refs = route.rules[r].backendRefs;
        for (std::size_t b = 0; b < refs.size(); ++b) {
            auto verdict = resolve(workspace, index, route, refs[b]);
            result.push_back({routeAt, int(r), int(b), verdict.service, std::move(verdict.reason),
                              std::move(verdict.message)});
        }
    }
    return result;
}

std::vector<RuleFault> findFaults(const HttpRoute& route, int index)
{
    std::vector<RuleFault> faults;
    for (std::size_t r = 0; r < route.rules.size(); ++r) {
        const auto& rule = route.rules[r];
        const Filter* unsupported = firstUnsupported(rule.filters);
        for (const auto& ref : rule.backendRefs)
            unsupported = unsupported ? unsupported : firstUnsupported(ref.filters);
        if (unsupported)
            faults.push_back({index, int(r), "UnsupportedValue",
                              "filter " + std::string(filterName(unsupported->type)) + " is not supported"});
    }
    return faults;
}

} // namespace gatehouse::workspace
