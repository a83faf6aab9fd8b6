#include "engine/control/compile.h"

#include "engine/control/compile_rules.h"
#include "engine/workspace/document.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace gatehouse::control {

namespace {

using workspace::keyOf;

std::string indexed(std::string_view base, std::size_t index)
{
    return std::string(base) + '/' + std::to_string(index);
}

/// A rule without an answer of its own and without backends is answered with 500.
void dropAction(gateway::RuleConfig& rule)
{
    rule.backends.clear();
    rule.filters = {};
}

/// Where a rule of a table came from, for its problems.
struct Origin {
    std::size_t route = 0;
    std::size_t rule = 0;
};

class Compiler
{
public:
    Compiler(const workspace::Workspace& workspace, const workspace::Attachment& attachment,
             const DemoEndpoints& demo)
        : workspace_(workspace), attachment_(attachment), demo_(demo)
    {
    }

    Compiled run(std::uint64_t revision)
    {
        config_->revision = revision;
        addBackends();
        addRules();
        addListeners();
        addBindings();
        compileTables();
        addConditions();
        if (!hasErrors(out_.problems))
            out_.config = std::move(config_);
        return std::move(out_);
    }

private:
    void addBackends();
    void addRules();
    void addListeners();
    void addBindings();
    void compileTables();
    void addConditions();

    std::uint32_t socketOf(const workspace::Gateway& gateway, const workspace::Listener& listener);
    std::vector<Address> endpointsOf(const workspace::Service& service,
                                     std::optional<std::uint16_t> port) const;
    std::int32_t backendOf(int service, std::optional<std::uint16_t> port);
    void mapTableProblems(std::size_t socket, Problems problems);

    const workspace::Workspace& workspace_;
    const workspace::Attachment& attachment_;
    const DemoEndpoints& demo_;
    Compiled out_;
    std::shared_ptr<gateway::Config> config_ = std::make_shared<gateway::Config>();

    std::map<std::tuple<int, int, int>, int> resolved_; ///< (route, rule, backendRef) → service
    std::set<std::pair<int, int>> faulty_;              ///< (route, rule) that can't be done whole
    std::map<std::pair<int, std::uint16_t>, std::int32_t> backends_; ///< (service, port) → Config::backends
    std::vector<std::uint32_t> firstRule_;                           ///< by route
    std::map<std::pair<int, int>, std::uint32_t> listenerOf_; ///< (gateway, listener) → Config::listeners
    std::map<std::string, std::uint32_t> socketByIdentity_;
    std::vector<std::vector<policy::ListenerSpec>> tables_; ///< by socket
    std::vector<std::vector<std::vector<Origin>>> origins_; ///< by socket, listener of the table, rule of it
    std::vector<std::size_t> placeInTable_;                 ///< by Config::listeners
};

std::vector<Address> Compiler::endpointsOf(const workspace::Service& service,
                                           std::optional<std::uint16_t> port) const
{
    std::vector<Address> endpoints;
    for (const auto& endpoint : service.endpoints) {
        if (!port || !endpoint.servicePort || *endpoint.servicePort == *port)
            endpoints.push_back({endpoint.address, endpoint.port});
    }
    if (endpoints.empty() && service.demo) {
        if (const auto found = demo_.find(keyOf(service.namespace_, service.name)); found != demo_.end())
            endpoints = found->second;
    }
    return endpoints;
}

std::int32_t Compiler::backendOf(int service, std::optional<std::uint16_t> port)
{
    const auto [found, isNew] =
        backends_.try_emplace({service, port.value_or(0)}, std::int32_t(config_->backends.size()));
    if (isNew) {
        const auto& model = workspace_.services[std::size_t(service)];
        config_->backends.push_back({keyOf(model.namespace_, model.name), endpointsOf(model, port)});
    }
    return found->second;
}

void Compiler::addBackends()
{
    for (const auto& resolution : attachment_.backends)
        resolved_[{resolution.route, resolution.rule, resolution.backendRef}] = resolution.service;
    for (const auto& fault : attachment_.faults)
        faulty_.insert({fault.route, fault.rule});
}

void Compiler::addRules()
{
    for (std::size_t r = 0; r < workspace_.routes.size(); ++r) {
        const auto& route = workspace_.routes[r];
        const std::string key = keyOf(route.namespace_, route.name);
        config_->routes.push_back(key);
        firstRule_.push_back(std::uint32_t(config_->rules.size()));
        for (std::size_t u = 0; u < route.rules.size(); ++u) {
            const auto& rule = route.rules[u];
            gateway::RuleConfig compiled;
            compiled.route = std::uint32_t(r);
            compiled.name = rule.name.empty() ? key + '[' + std::to_string(u) + ']' : rule.name;
            compiled.filters = compileFilters(rule.filters);
            compileTimeouts(rule, compiled);
            for (std::size_t b = 0; b < rule.backendRefs.size(); ++b) {
                const auto& ref = rule.backendRefs[b];
                const auto found = resolved_.find({int(r), int(u), int(b)});
                const int service = found == resolved_.end() ? -1 : found->second;
                compiled.backends.push_back({service < 0 ? -1 : backendOf(service, ref.port), ref.weight,
                                             compileFilters(ref.filters)});
            }
            if (faulty_.contains({int(r), int(u)}))
                dropAction(compiled);
            config_->rules.push_back(std::move(compiled));
        }
    }
}

std::uint32_t Compiler::socketOf(const workspace::Gateway& gateway, const workspace::Listener& listener)
{
    const Address address{listener.address, listener.port};
    const std::string own = listenerKey(gateway, listener);
    std::string identity = address.text();
    if (listener.port == 0) {
        identity = own;
        if (listener.declaredPort)
            identity = keyOf(gateway.namespace_, gateway.name) + '|' + listener.address + '|' +
                       std::to_string(*listener.declaredPort);
    }
    const auto [found, isNew] =
        socketByIdentity_.try_emplace(identity, std::uint32_t(config_->sockets.size()));
    if (isNew) {
        config_->sockets.push_back({address, listener.port == 0 ? own : address.text(), nullptr});
        tables_.emplace_back();
        origins_.emplace_back();
    }
    return found->second;
}

void Compiler::addListeners()
{
    for (std::size_t g = 0; g < workspace_.gateways.size(); ++g) {
        const auto& gateway = workspace_.gateways[g];
        for (std::size_t l = 0; l < gateway.listeners.size(); ++l) {
            const auto& listener = gateway.listeners[l];
            const std::string key = listenerKey(gateway, listener);
            const std::string pointer = indexed(indexed("/gateways", g) + "/listeners", l);
            if (listener.protocol != workspace::ListenerProtocol::HTTP) {
                out_.problems.push_back(
                    {.pointer = pointer + "/protocol",
                     .code = "listener.protocol-not-served",
                     .message = "Listener " + key +
                                " asks for a protocol that this version doesn't serve; it is not bound.",
                     .hint = "Use HTTP for now.",
                     .severity = Severity::warning,
                     .args = {key}});
                continue;
            }
            const auto index = std::uint32_t(config_->listeners.size());
            const std::uint32_t socket = socketOf(gateway, listener);
            config_->listeners.push_back({key, socket, listener.declaredPort.value_or(listener.port)});
            listenerOf_[{int(g), int(l)}] = index;
            placeInTable_.push_back(tables_[socket].size());
            tables_[socket].push_back({index, key, listener.hostname, {}});
            origins_[socket].emplace_back();
            out_.listeners.push_back({key, config_->sockets[socket].key, pointer});
        }
    }
}

void Compiler::addBindings()
{
    for (const auto& binding : attachment_.bindings) {
        const auto found = listenerOf_.find({binding.gateway, binding.listener});
        if (found == listenerOf_.end())
            continue;
        const std::uint32_t socket = config_->listeners[found->second].socket;
        auto& spec = tables_[socket][placeInTable_[found->second]];
        auto& origins = origins_[socket][placeInTable_[found->second]];
        const auto& route = workspace_.routes[std::size_t(binding.route)];
        const std::string fullName =
            (route.namespace_.empty() ? "default" : route.namespace_) + '/' + route.name;
        for (std::size_t u = 0; u < route.rules.size(); ++u) {
            spec.rules.push_back({firstRule_[std::size_t(binding.route)] + std::uint32_t(u), std::uint32_t(u),
                                  fullName, secondsOf(route.creationTimestamp), binding.hostnames,
                                  compileMatches(route.rules[u])});
            origins.push_back({std::size_t(binding.route), u});
        }
    }
}

/// "/LISTENER/RULE/MATCH…" of the table → the place in the document.
void Compiler::mapTableProblems(std::size_t socket, Problems problems)
{
    for (Problem& problem : problems) {
        std::size_t part[3] = {};
        std::string_view rest = problem.pointer;
        bool whole = true;
        for (std::size_t& number : part) {
            const auto digits = rest.substr(std::min<std::size_t>(1, rest.size()));
            const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
            whole = whole && parsed.ec == std::errc();
            rest = digits.substr(std::size_t(parsed.ptr - digits.data()));
        }
        if (whole && part[0] < origins_[socket].size() && part[1] < origins_[socket][part[0]].size()) {
            const Origin& origin = origins_[socket][part[0]][part[1]];
            problem.pointer = indexed("/routes", origin.route) + indexed("/rules", origin.rule) +
                              indexed("/matches", part[2]) + std::string(rest);
        } else {
            problem.pointer = "/routes";
        }
        const auto same = [&](const Problem& other) { return other == problem; };
        if (std::none_of(out_.problems.begin(), out_.problems.end(), same))
            out_.problems.push_back(std::move(problem));
    }
}

void Compiler::compileTables()
{
    for (std::size_t s = 0; s < tables_.size(); ++s) {
        Problems problems;
        config_->sockets[s].table = policy::RouteTable::compile(std::move(tables_[s]), problems);
        mapTableProblems(s, std::move(problems));
    }
}

void Compiler::addConditions()
{
    for (const auto& key : config_->routes)
        out_.routes.push_back({key, false, {}, true, {}});
    for (const auto& parent : attachment_.parents) {
        RouteConditions& state = out_.routes[std::size_t(parent.route)];
        for (const auto& condition : parent.conditions) {
            if (condition.type == "Accepted") {
                state.accepted = state.accepted || condition.status;
                if (!condition.status && state.reason.empty())
                    state.reason = condition.reason;
            } else if (condition.type == "ResolvedRefs" && !condition.status && state.resolved) {
                state.resolved = false;
                state.resolvedReason = condition.reason;
            }
        }
    }
    for (RouteConditions& state : out_.routes) {
        if (!state.accepted && state.reason.empty())
            state.reason = "NoMatchingParent";
    }
}

} // namespace

std::string listenerKey(const workspace::Gateway& gateway, const workspace::Listener& listener)
{
    return keyOf(gateway.namespace_, gateway.name) + '/' + listener.name;
}

Compiled compile(const workspace::Workspace& workspace, const workspace::Attachment& attachment,
                 std::uint64_t revision, const DemoEndpoints& demo)
{
    return Compiler(workspace, attachment, demo).run(revision);
}

} // namespace gatehouse::control
