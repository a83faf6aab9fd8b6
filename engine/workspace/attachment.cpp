#include "engine/workspace/attachment.h"

#include "engine/base/text.h"
#include "engine/workspace/attachment_parts.h"
#include "engine/workspace/keys.h"

#include <algorithm>

namespace gatehouse::workspace {

std::string_view namespaceOf(std::string_view namespace_)
{
    return namespace_.empty() ? std::string_view("default") : namespace_;
}

bool ParentStatus::accepted() const
{
    return std::any_of(conditions.begin(), conditions.end(),
                       [](const Condition& c) { return c.type == "Accepted" && c.status; });
}

bool hostnamesIntersect(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty() || a == b)
        return true;
    const bool aWild = a.starts_with("*.");
    const bool bWild = b.starts_with("*.");
    const auto under = [](std::string_view name, std::string_view wildcard) {
        const auto suffix = wildcard.substr(1);
        return name.size() > suffix.size() && name.ends_with(suffix);
    };
    // Of two wildcards one must be under the other: "*.a.example.com" and "*.example.com".
    return (bWild && under(a, b)) || (aWild && under(b, a));
}

bool selects(const LabelSelector& selector, const std::map<std::string, std::string>& labels)
{
    for (const auto& [key, value] : selector.matchLabels) {
        const auto it = labels.find(key);
        if (it == labels.end() || it->second != value)
            return false;
    }
    return std::all_of(
        selector.matchExpressions.begin(), selector.matchExpressions.end(), [&](const auto& wanted) {
            const auto it = labels.find(wanted.key);
            const bool listed = it != labels.end() && std::find(wanted.values.begin(), wanted.values.end(),
                                                                it->second) != wanted.values.end();
            switch (wanted.operator_) {
            case SelectorOperator::In:
                return listed;
            case SelectorOperator::NotIn:
                return !listed;
            case SelectorOperator::Exists:
                return it != labels.end();
            case SelectorOperator::DoesNotExist:
                return it == labels.end();
            }
            return false;
        });
}

ObjectIndex::ObjectIndex(const Workspace& workspace) : workspace_(workspace)
{
    const auto fill = [](Map& map, const auto& objects) {
        for (std::size_t i = 0; i < objects.size(); ++i)
            map.try_emplace(std::string(namespaceOf(objects[i].namespace_)) + "/" + objects[i].name, int(i));
    };
    fill(gateways_, workspace.gateways);
    fill(services_, workspace.services);
    for (std::size_t i = 0; i < workspace.namespaces.size(); ++i)
        namespaces_.try_emplace(workspace.namespaces[i].name, int(i));
}

int ObjectIndex::find(const Map& map, std::string_view namespace_, std::string_view name)
{
    const auto it = map.find(std::string(namespaceOf(namespace_)) + "/" + std::string(name));
    return it == map.end() ? -1 : it->second;
}

int ObjectIndex::gateway(std::string_view namespace_, std::string_view name) const
{
    return find(gateways_, namespace_, name);
}

int ObjectIndex::service(std::string_view namespace_, std::string_view name) const
{
    return find(services_, namespace_, name);
}

std::map<std::string, std::string> ObjectIndex::labels(std::string_view namespace_) const
{
    std::map<std::string, std::string> labels;
    const auto it = namespaces_.find(std::string(namespace_));
    if (it != namespaces_.end())
        labels = workspace_.namespaces[std::size_t(it->second)].labels;
    labels["kubernetes.io/metadata.name"] = namespace_; // set by the API server on every Namespace
    return labels;
}

namespace {

class Attacher
{
public:
    explicit Attacher(const Workspace& workspace) : workspace_(workspace), index_(workspace)
    {
        result_.listeners = judgeListeners(workspace);
        firstListener_.reserve(workspace.gateways.size());
        int at = 0;
        for (const auto& gateway : workspace.gateways) {
            firstListener_.push_back(at);
            at += int(gateway.listeners.size());
        }
    }

    Attachment run()
    {
        for (int route = 0; route < int(workspace_.routes.size()); ++route)
            attachRoute(route);
        result_.gateways = judgeGateways(workspace_, result_.listeners);
        return std::move(result_);
    }

private:
    struct RouteFacts {
        int at = 0;
        const HttpRoute* route = nullptr;
        std::map<std::string, std::string> labels; ///< of its namespace
        Condition resolvedRefs;
        std::vector<RuleFault> faults;
        std::vector<int> attachedTo; ///< places in result_.listeners
    };

    void attachRoute(int at)
    {
        const auto& route = workspace_.routes[std::size_t(at)];
        RouteFacts facts{at, &route, index_.labels(namespaceOf(route.namespace_)), {}, findFaults(route, at),
                         {}};
        auto backends = resolveBackends(workspace_, index_, at);
        facts.resolvedRefs = {"ResolvedRefs", true, "ResolvedRefs", "All backend references resolve."};
        const auto bad =
            std::find_if(backends.begin(), backends.end(), [](const auto& b) { return b.service < 0; });
        if (bad != backends.end())
            facts.resolvedRefs = {"ResolvedRefs", false, bad->reason, bad->message};
        for (int parent = 0; parent < int(route.parentRefs.size()); ++parent)
            result_.parents.push_back(attachParent(facts, parent));
        result_.backends.insert(result_.backends.end(), std::make_move_iterator(backends.begin()),
                                std::make_move_iterator(backends.end()));
        result_.faults.insert(result_.faults.end(), facts.faults.begin(), facts.faults.end());
    }

    ParentStatus attachParent(RouteFacts& facts, int parentAt)
    {
        const auto& parent = facts.route->parentRefs[std::size_t(parentAt)];
        const auto own = namespaceOf(facts.route->namespace_);
        ParentStatus status{facts.at, parentAt, -1, {}};
        status.gateway = index_.gateway(parent.namespace_.empty() ? own : std::string_view(parent.namespace_),
                                        parent.name);

        // How far the listener that came furthest let the route in.
        enum Step { noParent, notAllowed, noHostname, taken } best = noParent;
        std::vector<int> takers;
        if (status.gateway >= 0) {
            const auto& gateway = workspace_.gateways[std::size_t(status.gateway)];
            for (int l = 0; l < int(gateway.listeners.size()); ++l) {
                const auto& listener = gateway.listeners[std::size_t(l)];
                if (!refersTo(parent, *facts.route, gateway, listener))
                    continue;
                const int place = firstListener_[std::size_t(status.gateway)] + l;
                const Step step = !allows(gateway, listener, place, facts)  ? notAllowed
                                  : !sharesHostname(listener, *facts.route) ? noHostname
                                                                            : taken;
                best = std::max(best, step);
                if (step == taken)
                    takers.push_back(place);
            }
        }
        switch (best) {
        case noParent:
            status.conditions.push_back({"Accepted", false, "NoMatchingParent",
                                         "No listener has this Gateway, section name and port."});
            break;
        case notAllowed:
            status.conditions.push_back(
                {"Accepted", false, "NotAllowedByListeners",
                 "The listeners don't allow routes of this kind from namespace " + std::string(own) + "."});
            break;
        case noHostname:
            status.conditions.push_back({"Accepted", false, "NoMatchingListenerHostname",
                                         "No hostname of the route is one of the listeners'."});
            break;
        case taken:
            accept(facts, takers, status);
            break;
        }
        status.conditions.push_back(facts.resolvedRefs);
        return status;
    }

    void accept(RouteFacts& facts, const std::vector<int>& takers, ParentStatus& status)
    {
        const bool allFaulty = !facts.faults.empty() && facts.faults.size() == facts.route->rules.size();
        if (allFaulty) {
            status.conditions.push_back({"Accepted", false, facts.faults.front().reason, faultText(facts)});
        } else {
            status.conditions.push_back({"Accepted", true, "Accepted", "The route is attached."});
            if (!facts.faults.empty())
                status.conditions.push_back({"PartiallyInvalid", true, facts.faults.front().reason,
                                             "Dropped Rule(s) " + faultText(facts)});
        }
        for (const int place : takers) {
            if (std::find(facts.attachedTo.begin(), facts.attachedTo.end(), place) != facts.attachedTo.end())
                continue;
            facts.attachedTo.push_back(place);
            auto& listener = result_.listeners[std::size_t(place)];
            if (!allFaulty)
                ++listener.attachedRoutes;
            if (listener.serves)
                result_.bindings.push_back(
                    {listener.gateway, listener.listener, facts.at, sharedHostnames(place, facts)});
        }
    }

    static std::string faultText(const RouteFacts& facts)
    {
        std::string text;
        for (const auto& fault : facts.faults)
            text += (text.empty() ? "" : ", ") + std::to_string(fault.rule) + ": " + fault.message;
        return text + "; such a rule answers 500.";
    }

    bool allows(const Gateway& gateway, const Listener& listener, int place, const RouteFacts& facts) const
    {
        if (result_.listeners[std::size_t(place)].supportedKinds.empty())
            return false;
        const auto& namespaces = listener.allowedRoutes.namespaces;
        switch (namespaces.from) {
        case FromNamespaces::All:
            return true;
        case FromNamespaces::Same:
            return namespaceOf(gateway.namespace_) == namespaceOf(facts.route->namespace_);
        case FromNamespaces::Selector:
            return namespaces.selector && selects(*namespaces.selector, facts.labels);
        case FromNamespaces::None:
            return false;
        }
        return false;
    }

    static bool sharesHostname(const Listener& listener, const HttpRoute& route)
    {
        const auto own = lowered(listener.hostname);
        return route.hostnames.empty() ||
               std::any_of(route.hostnames.begin(), route.hostnames.end(), [&](const std::string& hostname) {
                   return hostnamesIntersect(own, lowered(hostname));
               });
    }

    std::vector<std::string> sharedHostnames(int place, const RouteFacts& facts) const
    {
        const auto& status = result_.listeners[std::size_t(place)];
        const auto& gateway = workspace_.gateways[std::size_t(status.gateway)];
        const auto own = lowered(gateway.listeners[std::size_t(status.listener)].hostname);
        std::vector<std::string> shared;
        for (const auto& hostname : facts.route->hostnames) {
            if (hostnamesIntersect(own, lowered(hostname)))
                shared.push_back(hostname);
        }
        return shared;
    }

    const Workspace& workspace_;
    ObjectIndex index_;
    std::vector<int> firstListener_; ///< by gateway, into result_.listeners
    Attachment result_;
};

} // namespace

Attachment attach(const Workspace& workspace)
{
    return Attacher(workspace).run();
}

} // namespace gatehouse::workspace
