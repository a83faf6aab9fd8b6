#include "engine/workspace/document.h"
#include "engine/workspace/lint_context.h"

#include "engine/base/address.h"
#include "engine/base/json_text.h"
#include "engine/base/text.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace gatehouse::workspace {

namespace {

constexpr std::string_view demoApps[] = {"catalog", "orders", "users", "reviews", "echo"};

void lintPorts(const Service& service, const At& at, LintContext& context)
{
    std::set<std::uint16_t> numbers;
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < service.ports.size(); ++i) {
        const ServicePort& port = service.ports[i];
        checkObjectName(port.name, at / i / "name", context);
        if (!numbers.insert(port.port).second)
            context.error(at / i / "port", "service.duplicate-port", "The port {} is given twice.",
                          {std::to_string(port.port)});
        if (!port.name.empty() && !names.insert(port.name).second)
            context.error(at / i / "name", "name.duplicate", "Another port of this service has the name {}.",
                          {port.name});
    }
}

void lintEndpoints(const Service& service, const At& at, LintContext& context)
{
    for (std::size_t i = 0; i < service.endpoints.size(); ++i) {
        const Endpoint& endpoint = service.endpoints[i];
        if (!isIpLiteral(endpoint.address))
            context.error(at / i / "address", "endpoint.bad-address", "{} is not an IP address.",
                          {endpoint.address},
                          endpoint.address == "localhost" ? "Write 127.0.0.1." : "Names are not resolved.");
        const bool known = !endpoint.servicePort || std::any_of(service.ports.begin(), service.ports.end(),
                                                                [&](const ServicePort& port) {
                                                                    return port.port == *endpoint.servicePort;
                                                                });
        if (!known)
            context.error(at / i / "servicePort", "endpoint.unknown-port", "The service has no port {}.",
                          {std::to_string(*endpoint.servicePort)});
    }
}

void lintDemo(const Service& service, const At& at, LintContext& context)
{
    const std::string& app = service.demo->app;
    if (!app.empty() && std::find(std::begin(demoApps), std::end(demoApps), app) == std::end(demoApps)) {
        const std::string_view near = nearest(app, {std::begin(demoApps), std::end(demoApps)});
        context.error(at / "demo" / "app", "demo.unknown-app", "There is no built-in server {}.", {app},
                      near.empty() ? "There are catalog, orders, users, reviews and echo."
                                   : "Did you mean " + json::shown(near) + "?");
    }
    if (!service.endpoints.empty())
        context.error(at / "endpoints", "demo.with-endpoints",
                      "The engine runs this service itself; it can't have endpoints of its own.", {},
                      "Remove the endpoints, or \"demo\".");
}

void lintGrants(const Workspace& workspace, LintContext& context)
{
    std::set<std::string> keys;
    for (std::size_t i = 0; i < workspace.referenceGrants.size(); ++i) {
        const ReferenceGrant& grant = workspace.referenceGrants[i];
        const At at = At() / "referenceGrants" / i;
        checkObjectName(grant.name, at / "name", context);
        checkObjectName(grant.namespace_, at / "namespace", context);
        if (!grant.name.empty() && !keys.insert(keyOf(grant.namespace_, grant.name)).second)
            context.error(at / "name", "name.duplicate", "Another grant has the name {}.", {grant.name});
        for (std::size_t k = 0; k < grant.from.size(); ++k)
            checkObjectName(grant.from[k].namespace_, at / "from" / k / "namespace", context);
    }
}

void lintNamespaces(const Workspace& workspace, LintContext& context)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < workspace.namespaces.size(); ++i) {
        const std::string& name = workspace.namespaces[i].name;
        const At at = At() / "namespaces" / i / "name";
        checkObjectName(name, at, context);
        if (!name.empty() && !names.insert(name).second)
            context.error(at, "name.duplicate", "Another namespace has the name {}.", {name});
    }
}

} // namespace

void lintServices(const Workspace& workspace, LintContext& context)
{
    std::unordered_set<std::string> keys;
    for (std::size_t i = 0; i < workspace.services.size(); ++i) {
        const Service& service = workspace.services[i];
        const At at = At() / "services" / i;
        checkObjectName(service.name, at / "name", context);
        checkObjectName(service.namespace_, at / "namespace", context);
        if (!service.name.empty() && !keys.insert(keyOf(service.namespace_, service.name)).second)
            context.error(at / "name", "name.duplicate", "Another service has the name {}.", {service.name});
        lintPorts(service, at / "ports", context);
        lintEndpoints(service, at / "endpoints", context);
        if (service.demo)
            lintDemo(service, at, context);
        else if (service.endpoints.empty())
            context.warning(at / "endpoints", "service.no-endpoints", "No server answers for {}.",
                            {service.name}, "Add an endpoint, or let the engine run it with \"demo\".");
    }
    lintNamespaces(workspace, context);
    lintGrants(workspace, context);
}

} // namespace gatehouse::workspace
