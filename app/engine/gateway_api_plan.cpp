#include "gateway_api_plan.h"

#include "engine/workspace/gateway_api.h"
#include "engine/workspace/lint_context.h"

#include <QFile>

#include <algorithm>
#include <set>

namespace gatehouse::app {

namespace {

std::string namespaceOr(const std::string& namespace_)
{
    return namespace_.empty() ? "default" : namespace_;
}

class Planner
{
public:
    explicit Planner(const GatewayApiOptions& options) : options_(options) {}

    GatewayApiPlan run(std::uint64_t revision)
    {
        if (!import())
            return std::move(plan_);
        addEndpoints();
        place();
        if (!lint())
            return std::move(plan_);
        plan_.attachment = workspace::attach(plan_.workspace);
        compileBound(revision);
        warnOfUnused();
        return std::move(plan_);
    }

private:
    bool import()
    {
        std::vector<workspace::YamlFile> files;
        for (const QString& name : options_.files) {
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly)) {
                plan_.problems.push_back(
                    {.pointer = {},
                     .code = "gateway-api.unreadable",
                     .message = "The file can't be read: " + file.errorString().toStdString() + ".",
                     .hint = {},
                     .severity = Severity::error,
                     .args = {name.toStdString(), "1", "1"}});
                continue;
            }
            files.push_back({name.toStdString(), file.readAll().toStdString()});
        }
        if (hasErrors(plan_.problems))
            return false;
        auto result = workspace::importGatewayApi(files, {options_.gatewayClass.toStdString()});
        plan_.problems = std::move(result.problems);
        if (!result.workspace)
            return false;
        plan_.workspace = std::move(*result.workspace);
        return true;
    }

    bool lint()
    {
        for (auto& problem : workspace::lintValues(plan_.workspace))
            plan_.problems.push_back(std::move(problem));
        return !hasErrors(plan_.problems);
    }

    /// One port's own --map is used instead of the whole Service's.
    void addEndpoints()
    {
        for (auto& service : plan_.workspace.services) {
            const std::string name = namespaceOr(service.namespace_) + "/" + service.name;
            std::vector<const ServiceMap*> own;
            std::set<std::uint16_t> special;
            for (const auto& map : options_.maps) {
                if (map.service != name)
                    continue;
                own.push_back(&map);
                if (map.port)
                    special.insert(*map.port);
            }
            for (const ServiceMap* map : own) {
                if (map->port || special.empty()) {
                    service.endpoints.push_back({map->to.host, map->to.port, map->port});
                    continue;
                }
                for (const auto& port : service.ports) {
                    if (!special.contains(port.port))
                        service.endpoints.push_back({map->to.host, map->to.port, port.port});
                }
            }
        }
    }

    void place()
    {
        for (auto& gateway : plan_.workspace.gateways) {
            const std::string name = namespaceOr(gateway.namespace_) + "/" + gateway.name;
            for (auto& listener : gateway.listeners) {
                const auto found = options_.listens.find({name, workspace::declaredPort(listener)});
                if (found == options_.listens.end()) {
                    plan_.unboundListeners[name + "/" + listener.name] =
                        "No --listen says where this listener listens.";
                    continue;
                }
                listener.address = found->second.host;
                listener.port = found->second.port;
            }
        }
    }

    bool isBound(const workspace::ListenerStatus& status) const
    {
        const auto& gateway = plan_.workspace.gateways[std::size_t(status.gateway)];
        const auto& listener = gateway.listeners[std::size_t(status.listener)];
        const std::string name = namespaceOr(gateway.namespace_) + "/" + gateway.name + "/" + listener.name;
        return status.serves && !plan_.unboundListeners.contains(name);
    }

    /// Compiles a copy that holds just the listeners that are bound.
    void compileBound(std::uint64_t revision)
    {
        workspace::Workspace serving = plan_.workspace;
        workspace::Attachment attachment = plan_.attachment;
        for (auto& gateway : serving.gateways)
            gateway.listeners.clear();
        std::map<std::pair<int, int>, int> moved;
        std::vector<const workspace::ListenerStatus*> bound;
        for (const auto& status : plan_.attachment.listeners) {
            if (!isBound(status))
                continue;
            auto& listeners = serving.gateways[std::size_t(status.gateway)].listeners;
            moved[{status.gateway, status.listener}] = int(listeners.size());
            listeners.push_back(plan_.workspace.gateways[std::size_t(status.gateway)]
                                    .listeners[std::size_t(status.listener)]);
            bound.push_back(&status);
        }
        std::erase_if(attachment.bindings, [&](const workspace::ListenerBinding& binding) {
            return !moved.contains({binding.gateway, binding.listener});
        });
        for (auto& binding : attachment.bindings)
            binding.listener = moved.at({binding.gateway, binding.listener});
        plan_.compiled = control::compile(serving, attachment, revision, {});
        for (const auto& problem : plan_.compiled.problems)
            plan_.problems.push_back(problem);
        // compile() gives the listeners in the document's order, as the statuses are.
        for (std::size_t i = 0; i < bound.size() && i < plan_.compiled.listeners.size(); ++i)
            addSocket(*bound[i], plan_.compiled.listeners[i].socketKey);
    }

    void addSocket(const workspace::ListenerStatus& status, const std::string& socketKey)
    {
        const auto& gateway = plan_.workspace.gateways[std::size_t(status.gateway)];
        const auto& listener = gateway.listeners[std::size_t(status.listener)];
        const std::string name = namespaceOr(gateway.namespace_) + "/" + gateway.name;
        plan_.boundListeners[name + "/" + listener.name] = socketKey;
        plan_.sockets.push_back({{name, workspace::declaredPort(listener)}, socketKey});
    }

    void warnOfUnused()
    {
        const auto warn = [this](std::string code, std::string message) {
            plan_.problems.push_back({{}, std::move(code), std::move(message), {}, Severity::warning, {}});
        };
        for (const auto& [listen, address] : options_.listens) {
            const auto& [gateway, port] = listen;
            const bool declared = std::any_of(
                plan_.workspace.gateways.begin(), plan_.workspace.gateways.end(), [&](const auto& model) {
                    return namespaceOr(model.namespace_) + "/" + model.name == gateway &&
                           std::any_of(model.listeners.begin(), model.listeners.end(),
                                       [&](const auto& l) { return workspace::declaredPort(l) == port; });
                });
            if (!declared)
                warn("gateway-api.listen-unused", "--listen " + gateway + ":" + std::to_string(port) +
                                                      ": no listener of the class declares that port.");
        }
        for (const auto& map : options_.maps) {
            const bool exists = std::any_of(
                plan_.workspace.services.begin(), plan_.workspace.services.end(), [&](const auto& model) {
                    return namespaceOr(model.namespace_) + "/" + model.name == map.service;
                });
            if (!exists)
                warn("gateway-api.map-unused", "--map " + map.service + ": there is no such Service.");
        }
    }

    const GatewayApiOptions& options_;
    GatewayApiPlan plan_;
};

} // namespace

GatewayApiPlan planGatewayApi(const GatewayApiOptions& options, std::uint64_t revision)
{
    return Planner(options).run(revision);
}

} // namespace gatehouse::app
