#include "engine/workspace/gateway_api_status.h"

#include "engine/workspace/attachment_parts.h"

#include <boost/json.hpp>

#include <algorithm>
#include <ctime>

namespace gatehouse::workspace {
namespace {

constexpr std::string_view apiVersion = "gateway.networking.k8s.io/v1";
constexpr std::string_view apiGroup = "gateway.networking.k8s.io";

std::string timeText(WallClock now)
{
    const auto seconds = std::time_t(std::chrono::duration_cast<std::chrono::seconds>(now).count());
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
}

class StatusWriter
{
public:
    StatusWriter(const Workspace& workspace, const Attachment& attachment, const StatusFacts& facts)
        : workspace_(workspace), attachment_(attachment), facts_(facts), now_(timeText(facts.now))
    {
        if (facts.previous)
            remember(*facts.previous, {});
    }

    json::Value run()
    {
        json::Array objects;
        for (const auto& status : attachment_.gateways)
            objects.push_back(gateway(status));
        for (int route = 0; route < int(workspace_.routes.size()); ++route)
            objects.push_back(httpRoute(route));
        return objects;
    }

private:
    /// Flattens the last status to "kind/namespace/name/…/type" → (status, time).
    void remember(const json::Value& last, const std::string& path)
    {
        if (const auto* list = last.if_array()) {
            for (const auto& item : *list)
                remember(item, path);
            return;
        }
        const auto* object = last.if_object();
        if (!object)
            return;
        if (const auto* conditions = object->if_contains("conditions");
            conditions && conditions->is_array()) {
            for (const auto& c : conditions->get_array())
                times_[path + "/" + text(c, "type") + "=" + text(c, "status")] =
                    text(c, "lastTransitionTime");
        }
        if (const auto* metadata = object->if_contains("metadata")) {
            const auto own =
                text(last, "kind") + "/" + text(*metadata, "namespace") + "/" + text(*metadata, "name");
            if (const auto* status = object->if_contains("status"))
                remember(*status, own);
        }
        for (const auto* member : {"listeners", "parents"}) {
            const auto* list = object->if_contains(member);
            if (!list || !list->is_array())
                continue;
            for (const auto& item : list->get_array()) {
                const auto* parent = item.is_object() ? item.get_object().if_contains("parentRef") : nullptr;
                remember(item, path + "/" + (parent ? boost::json::serialize(*parent) : text(item, "name")));
            }
        }
    }

    static std::string text(const json::Value& value, std::string_view member)
    {
        const auto* object = value.if_object();
        const auto* found = object ? object->if_contains(member) : nullptr;
        return found && found->is_string() ? std::string(found->get_string()) : std::string();
    }

    json::Array conditions(const std::vector<Condition>& list, const std::string& path) const
    {
        json::Array array;
        for (const auto& c : list) {
            const std::string status = c.status ? "True" : "False";
            const auto before = times_.find(path + "/" + c.type + "=" + status);
            array.push_back(
                json::Object{{"type", c.type},
                             {"status", status},
                             {"reason", c.reason},
                             {"message", c.message},
                             {"observedGeneration", 1},
                             {"lastTransitionTime", before == times_.end() ? now_ : before->second}});
        }
        return array;
    }

    static json::Object object(std::string_view kind, std::string_view namespace_, const std::string& name)
    {
        return {{"apiVersion", apiVersion},
                {"kind", kind},
                {"metadata", {{"namespace", namespaceOf(namespace_)}, {"name", name}, {"generation", 1}}}};
    }

    /// What the attachment can't know: whether the socket is there.
    void applyBinding(std::vector<Condition>& list, const std::string& key) const
    {
        const auto why = facts_.unbound.find(key);
        if (why == facts_.unbound.end())
            return;
        for (auto& c : list) {
            if (c.type == "Programmed" && c.status)
                c = {"Programmed", false, "Pending", why->second};
        }
    }

    json::Object gateway(const GatewayStatus& gatewayStatus) const
    {
        const auto& model = workspace_.gateways[std::size_t(gatewayStatus.gateway)];
        auto result = object("Gateway", model.namespace_, model.name);
        const auto own = std::string(namespaceOf(model.namespace_)) + "/" + model.name;
        json::Array listeners;
        json::Array addresses;
        bool programmed = false;
        for (const auto& status : attachment_.listeners) {
            if (status.gateway != gatewayStatus.gateway)
                continue;
            const auto& listener = model.listeners[std::size_t(status.listener)];
            auto list = status.conditions;
            const auto key = own + "/" + listener.name;
            applyBinding(list, key);
            programmed = programmed || std::any_of(list.begin(), list.end(), [](const Condition& c) {
                             return c.type == "Programmed" && c.status;
                         });
            json::Array kinds;
            for (const auto& kind : status.supportedKinds)
                kinds.push_back({{"group", kind.group}, {"kind", kind.kind}});
            listeners.push_back({{"name", listener.name},
                                 {"attachedRoutes", status.attachedRoutes},
                                 {"supportedKinds", kinds},
                                 {"conditions", conditions(list, "Gateway/" + own + "/" + listener.name)}});
            if (const auto bound = facts_.bound.find(key); bound != facts_.bound.end()) {
                json::Value address{{"type", "IPAddress"}, {"value", bound->second.host}};
                if (std::find(addresses.begin(), addresses.end(), address) == addresses.end())
                    addresses.push_back(std::move(address));
            }
        }
        auto ownConditions = gatewayStatus.conditions;
        for (auto& c : ownConditions) {
            if (c.type == "Programmed" && c.status && !programmed)
                c = {"Programmed", false, "AddressNotAssigned", "No listener of the gateway is bound."};
        }
        result["status"] = {{"addresses", addresses},
                            {"conditions", conditions(ownConditions, "Gateway/" + own)},
                            {"listeners", listeners}};
        return result;
    }

    json::Object httpRoute(int at) const
    {
        const auto& route = workspace_.routes[std::size_t(at)];
        auto result = object("HTTPRoute", route.namespace_, route.name);
        const auto own = "HTTPRoute/" + std::string(namespaceOf(route.namespace_)) + "/" + route.name;
        json::Array parents;
        for (const auto& status : attachment_.parents) {
            if (status.route != at || status.gateway < 0)
                continue; // a parent that isn't ours gets no entry (v1 §RouteStatus.parents)
            const auto& ref = route.parentRefs[std::size_t(status.parentRef)];
            json::Object parent{{"group", apiGroup}, {"kind", "Gateway"}, {"name", ref.name}};
            if (!ref.namespace_.empty())
                parent["namespace"] = ref.namespace_;
            if (!ref.sectionName.empty())
                parent["sectionName"] = ref.sectionName;
            if (ref.port)
                parent["port"] = *ref.port;
            const auto path = own + "/" + boost::json::serialize(parent);
            parents.push_back({{"parentRef", parent},
                               {"controllerName", controllerName},
                               {"conditions", conditions(status.conditions, path)}});
        }
        result["status"] = {{"parents", parents}};
        return result;
    }

    const Workspace& workspace_;
    const Attachment& attachment_;
    const StatusFacts& facts_;
    std::string now_;
    std::map<std::string, std::string> times_;
};

} // namespace

json::Value statusOf(const Workspace& workspace, const Attachment& attachment, const StatusFacts& facts)
{
    return StatusWriter(workspace, attachment, facts).run();
}

} // namespace gatehouse::workspace
