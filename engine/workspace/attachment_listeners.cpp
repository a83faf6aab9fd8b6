#include "engine/workspace/attachment_parts.h"

#include "engine/base/text.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace gatehouse::workspace {
namespace {

constexpr std::string_view routeGroup = "gateway.networking.k8s.io";

bool takesHttpRoutes(ListenerProtocol protocol)
{
    return protocol == ListenerProtocol::HTTP || protocol == ListenerProtocol::HTTPS;
}

bool isDatagram(ListenerProtocol protocol)
{
    return protocol == ListenerProtocol::UDP;
}

/// Kinds that the listener's protocol carries and we route; asked-for kinds that aren't among them are
/// dropped.
std::vector<RouteGroupKind> supportedKinds(const Listener& listener)
{
    const RouteGroupKind httpRoute{std::string(routeGroup), "HTTPRoute"};
    if (!takesHttpRoutes(listener.protocol))
        return {};
    const auto& asked = listener.allowedRoutes.kinds;
    if (asked.empty() || std::find(asked.begin(), asked.end(), httpRoute) != asked.end())
        return {httpRoute};
    return {};
}

/// "" when the two can share a port, else the reason of the conflict (v1 §Listeners, "Distinct Listeners").
std::string_view conflictOf(const Listener& a, const Listener& b)
{
    if (declaredPort(a) != declaredPort(b) || declaredPort(a) == 0 ||
        isDatagram(a.protocol) != isDatagram(b.protocol))
        return {};
    if (a.protocol != b.protocol) {
        const auto encrypted = [](const Listener& l) {
            return l.protocol == ListenerProtocol::HTTPS || l.protocol == ListenerProtocol::TLS;
        };
        if (!encrypted(a) || !encrypted(b))
            return "ProtocolConflict";
    }
    return equalsIgnoreCase(a.hostname, b.hostname) ? "HostnameConflict" : std::string_view();
}

struct Conflict {
    std::string_view reason;
    std::string with;
};

std::vector<Conflict> findConflicts(const std::vector<Listener>& listeners)
{
    std::vector<Conflict> conflicts(listeners.size());
    for (std::size_t a = 0; a < listeners.size(); ++a) {
        for (std::size_t b = 0; b < listeners.size(); ++b) {
            const auto reason = a == b ? std::string_view() : conflictOf(listeners[a], listeners[b]);
            if (reason.empty())
                continue;
            if (conflicts[a].reason.empty() || reason == "ProtocolConflict")
                conflicts[a].reason = reason;
            conflicts[a].with += (conflicts[a].with.empty() ? "" : ", ") + listeners[b].name;
        }
    }
    return conflicts;
}

ListenerStatus judge(const Listener& listener, const Conflict& conflict)
{
    ListenerStatus status;
    status.supportedKinds = supportedKinds(listener);
    const bool spoken = listener.protocol == ListenerProtocol::HTTP;
    const bool distinct = conflict.reason.empty();
    const auto& asked = listener.allowedRoutes.kinds;
    const bool kindsHold = asked.empty() || status.supportedKinds.size() == asked.size();
    status.serves = spoken && distinct;

    const auto protocol = std::string(boost::describe::enum_to_string(listener.protocol, ""));
    const auto shared = distinct ? std::string() : "Shares its port with " + conflict.with + ".";
    auto& list = status.conditions;
    if (!distinct)
        list.push_back({"Accepted", false, std::string(conflict.reason), shared});
    else if (!spoken)
        list.push_back(
            {"Accepted", false, "UnsupportedProtocol", "Protocol " + protocol + " is not served."});
    else
        list.push_back({"Accepted", true, "Accepted", "The listener is valid."});
    list.push_back({"Conflicted", !distinct, distinct ? "NoConflicts" : std::string(conflict.reason),
                    distinct ? "No other listener takes the same requests." : shared});
    if (kindsHold)
        list.push_back({"ResolvedRefs", true, "ResolvedRefs", "All references resolve."});
    else
        list.push_back(
            {"ResolvedRefs", false, "InvalidRouteKinds",
             "Of the allowed route kinds only HTTPRoute is supported, on HTTP and HTTPS listeners."});
    if (status.serves && !status.supportedKinds.empty())
        list.push_back({"Programmed", true, "Programmed", "The listener serves."});
    else
        list.push_back({"Programmed", false, "Invalid", "The listener does not serve."});
    return status;
}

} // namespace

std::uint16_t declaredPort(const Listener& listener)
{
    return listener.declaredPort.value_or(listener.port);
}

std::vector<ListenerStatus> judgeListeners(const Workspace& workspace)
{
    std::vector<ListenerStatus> result;
    for (std::size_t g = 0; g < workspace.gateways.size(); ++g) {
        const auto& listeners = workspace.gateways[g].listeners;
        const auto conflicts = findConflicts(listeners);
        for (std::size_t l = 0; l < listeners.size(); ++l) {
            auto status = judge(listeners[l], conflicts[l]);
            status.gateway = int(g);
            status.listener = int(l);
            result.push_back(std::move(status));
        }
    }
    return result;
}

std::vector<GatewayStatus> judgeGateways(const Workspace& workspace,
                                         const std::vector<ListenerStatus>& listeners)
{
    std::vector<GatewayStatus> result;
    for (std::size_t g = 0; g < workspace.gateways.size(); ++g) {
        std::string bad;
        int serving = 0;
        for (const auto& status : listeners) {
            if (status.gateway != int(g))
                continue;
            if (status.serves)
                ++serving;
            else
                bad += (bad.empty() ? "" : ", ") +
                       workspace.gateways[g].listeners[std::size_t(status.listener)].name;
        }
        const auto message = bad.empty() ? "" : "These listeners are not valid: " + bad + ".";
        GatewayStatus status{int(g), {}};
        if (serving > 0 && bad.empty())
            status.conditions.push_back({"Accepted", true, "Accepted", "The gateway is valid."});
        else
            status.conditions.push_back({"Accepted", serving > 0, "ListenersNotValid", message});
        if (serving > 0)
            status.conditions.push_back({"Programmed", true, "Programmed", "The gateway serves."});
        else
            status.conditions.push_back({"Programmed", false, "Invalid", "No listener serves."});
        result.push_back(std::move(status));
    }
    return result;
}

} // namespace gatehouse::workspace
