#include "engine/workspace/request_example.h"

#include "engine/workspace/keys.h"
#include "engine/workspace/names.h"

#include <algorithm>
#include <utility>

namespace gatehouse::workspace {

namespace {

struct Entrance {
    std::string listener;
    std::string host;
};

bool isWild(std::string_view hostname)
{
    return hostname.starts_with("*.");
}

/// A host that both names take; "" stands for any. Nothing where they don't meet.
std::optional<std::string> commonHost(const std::string& a, const std::string& b)
{
    const auto under = [](std::string_view name, std::string_view wildcard) {
        return name.size() > wildcard.size() - 1 && name.ends_with(wildcard.substr(1));
    };
    std::string host;
    if (a.empty() || a == b)
        host = b;
    else if (b.empty() || (isWild(b) && under(a, b)))
        host = a;
    else if (isWild(a) && under(b, a))
        host = b;
    else
        return {};
    return isWild(host) ? "www" + host.substr(1) : host;
}

std::optional<std::string> hostFor(const HttpRoute& route, const Listener& listener)
{
    if (route.hostnames.empty())
        return commonHost("", listener.hostname);
    for (const std::string& hostname : route.hostnames) {
        if (auto host = commonHost(hostname, listener.hostname))
            return host;
    }
    return {};
}

std::optional<Entrance> findEntrance(const Workspace& workspace, const HttpRoute& route)
{
    for (const ParentRef& parent : route.parentRefs) {
        const int index = findGateway(workspace, gatewayKeyOf(parent, route));
        if (index < 0)
            continue;
        const Gateway& gateway = workspace.gateways[std::size_t(index)];
        for (const Listener& listener : gateway.listeners) {
            if (listener.protocol != ListenerProtocol::HTTP || !refersTo(parent, route, gateway, listener))
                continue;
            if (auto host = hostFor(route, listener))
                return Entrance{listenerKey(gateway, listener), *std::move(host)};
        }
    }
    return {};
}

std::string percentEncoded(std::string_view text)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const unsigned char byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || std::string_view("-._~").find(c) != std::string_view::npos)
            out += c;
        else
            out.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
    return out;
}

std::optional<std::string> valueFor(const ValueMatch& match)
{
    return match.type == ValueMatchType::Exact ? std::optional(match.value) : regexExample(match.value);
}

std::optional<std::string> pathFor(const PathMatch& path)
{
    const auto out =
        path.type == PathMatchType::RegularExpression ? regexExample(path.value) : std::optional(path.value);
    const bool sendable = out && out->starts_with('/') && std::all_of(out->begin(), out->end(), [](char c) {
                              return c > 0x20 && c < 0x7f && c != '?' && c != '#' && c != '\\';
                          });
    return sendable ? out : std::nullopt;
}

bool fill(RequestExample& out, const RouteMatch& match)
{
    const auto path = pathFor(match.path);
    if (!path)
        return false;
    out.method = match.method.empty() ? "GET" : match.method;
    out.target = *path;
    for (const ValueMatch& header : match.headers) {
        auto value = valueFor(header);
        if (!value || !isFieldValue(*value))
            return false;
        out.headers.push_back({header.name, *std::move(value)});
    }
    char separator = '?';
    for (const ValueMatch& query : match.queryParams) {
        const auto value = valueFor(query);
        if (!value)
            return false;
        out.target += separator + percentEncoded(query.name) + "=" + percentEncoded(*value);
        separator = '&';
    }
    return true;
}

} // namespace

std::optional<RequestExample> requestExample(const Workspace& workspace, const HttpRoute& route)
{
    const auto entrance = findEntrance(workspace, route);
    if (!entrance)
        return {};
    static const std::vector<RouteMatch> all(1);
    std::optional<RequestExample> plainest;
    std::pair<bool, std::size_t> asked; // no GET, and conditions beyond the path, of `plainest`
    for (const RouteRule& rule : route.rules) {
        for (const RouteMatch& match : rule.matches.empty() ? all : rule.matches) {
            RequestExample example{.listener = entrance->listener, .host = entrance->host};
            if (!fill(example, match))
                continue;
            const std::pair asks{example.method != "GET", match.headers.size() + match.queryParams.size()};
            if (!plainest || asks < asked) {
                plainest = std::move(example);
                asked = asks;
            }
        }
    }
    return plainest;
}

} // namespace gatehouse::workspace
