#include "engine/workspace/gateway_api.h"

#include "engine/workspace/attachment.h"
#include "engine/workspace/filter_kinds.h"

#include <boost/json.hpp>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <vector>

namespace gatehouse::workspace {
namespace {

using YAML::Node;

template <class E>
std::string nameOf(E value)
{
    return boost::describe::enum_to_string(value, "");
}

void put(Node& node, const char* member, const std::string& value)
{
    if (!value.empty())
        node[member] = value;
}

template <class T>
void putNumber(Node& node, const char* member, const std::optional<T>& value)
{
    if (value)
        node[member] = unsigned(*value);
}

template <class T, class Make>
void putList(Node& node, const char* member, const std::vector<T>& items, Make make)
{
    for (const auto& item : items)
        node[member].push_back(make(item));
}

Node text(const std::string& value)
{
    return Node(value);
}

Node object(const char* apiVersion, const char* kind, const std::string& name, const std::string& namespace_)
{
    Node root;
    root["apiVersion"] = apiVersion;
    root["kind"] = kind;
    root["metadata"]["name"] = name;
    if (!namespace_.empty())
        root["metadata"]["namespace"] = namespace_;
    return root;
}

constexpr const char* routeApi = "gateway.networking.k8s.io/v1";

Node labelsOf(const std::map<std::string, std::string>& labels)
{
    Node node;
    for (const auto& [key, value] : labels)
        node[key] = value;
    return node;
}

Node selectorOf(const LabelSelector& selector)
{
    Node node(YAML::NodeType::Map);
    if (!selector.matchLabels.empty())
        node["matchLabels"] = labelsOf(selector.matchLabels);
    putList(node, "matchExpressions", selector.matchExpressions, [](const SelectorExpression& e) {
        Node item;
        item["key"] = e.key;
        item["operator"] = nameOf(e.operator_);
        putList(item, "values", e.values, text);
        return item;
    });
    return node;
}

/// The Gateway API knows no "any free port": such a listener gets 80, or the first from 8080 on that the
/// gateway has not declared.
std::vector<unsigned> portsOf(const Gateway& gateway)
{
    std::vector<unsigned> ports;
    for (const auto& listener : gateway.listeners)
        ports.push_back(declaredPort(listener));
    unsigned next = 80;
    for (auto& port : ports) {
        if (port != 0)
            continue;
        while (std::find(ports.begin(), ports.end(), next) != ports.end())
            next = next == 80 ? 8080 : next + 1;
        port = next;
    }
    return ports;
}

Node listenerOf(const Listener& listener, unsigned port)
{
    Node node;
    node["name"] = listener.name;
    node["port"] = port;
    node["protocol"] = nameOf(listener.protocol);
    put(node, "hostname", listener.hostname);
    Node allowed;
    const auto& namespaces = listener.allowedRoutes.namespaces;
    allowed["namespaces"]["from"] = nameOf(namespaces.from);
    if (namespaces.selector)
        allowed["namespaces"]["selector"] = selectorOf(*namespaces.selector);
    putList(allowed, "kinds", listener.allowedRoutes.kinds, [](const RouteGroupKind& kind) {
        Node item;
        item["group"] = kind.group;
        item["kind"] = kind.kind;
        return item;
    });
    node["allowedRoutes"] = allowed;
    return node;
}

Node valueOf(const ValueMatch& match)
{
    Node node;
    node["type"] = nameOf(match.type);
    node["name"] = match.name;
    node["value"] = match.value;
    return node;
}

Node matchOf(const RouteMatch& match)
{
    Node node;
    node["path"]["type"] = nameOf(match.path.type);
    node["path"]["value"] = match.path.value;
    put(node, "method", match.method);
    putList(node, "headers", match.headers, valueOf);
    putList(node, "queryParams", match.queryParams, valueOf);
    return node;
}

Node pairOf(const NameValue& pair)
{
    Node node;
    node["name"] = pair.name;
    node["value"] = pair.value;
    return node;
}

Node modifierOf(const HeaderModifier& modifier)
{
    Node node(YAML::NodeType::Map);
    putList(node, "set", modifier.set, pairOf);
    putList(node, "add", modifier.add, pairOf);
    putList(node, "remove", modifier.remove, text);
    return node;
}

void putPath(Node& node, const std::optional<PathModifier>& path)
{
    if (!path)
        return;
    node["path"]["type"] = nameOf(path->type);
    if (path->type == PathModifierType::ReplaceFullPath)
        node["path"]["replaceFullPath"] = path->replaceFullPath;
    else
        node["path"]["replacePrefixMatch"] = path->replacePrefixMatch;
}

Node redirectOf(const RequestRedirect& redirect)
{
    Node node(YAML::NodeType::Map);
    put(node, "scheme", redirect.scheme);
    put(node, "hostname", redirect.hostname);
    putPath(node, redirect.path);
    putNumber(node, "port", redirect.port);
    node["statusCode"] = unsigned(redirect.statusCode);
    return node;
}

Node filterOf(const Filter& filter)
{
    Node node;
    node["type"] = nameOf(filter.type);
    if (filter.requestHeaderModifier)
        node["requestHeaderModifier"] = modifierOf(*filter.requestHeaderModifier);
    if (filter.responseHeaderModifier)
        node["responseHeaderModifier"] = modifierOf(*filter.responseHeaderModifier);
    if (filter.requestRedirect)
        node["requestRedirect"] = redirectOf(*filter.requestRedirect);
    if (filter.urlRewrite) {
        Node rewrite(YAML::NodeType::Map);
        put(rewrite, "hostname", filter.urlRewrite->hostname);
        putPath(rewrite, filter.urlRewrite->path);
        node["urlRewrite"] = rewrite;
    }
    if (!isServed(filter.type)) { // JSON is YAML
        const char* member = filter.type == FilterType::CORS            ? "cors"
                             : filter.type == FilterType::RequestMirror ? "requestMirror"
                                                                        : "extensionRef";
        node[member] = YAML::Load(boost::json::serialize(filter.unserved));
    }
    return node;
}

Node backendOf(const BackendRef& ref)
{
    Node node;
    put(node, "group", ref.group);
    node["kind"] = ref.kind;
    node["name"] = ref.name;
    put(node, "namespace", ref.namespace_);
    putNumber(node, "port", ref.port);
    node["weight"] = ref.weight;
    putList(node, "filters", ref.filters, filterOf);
    return node;
}

Node ruleOf(const RouteRule& rule)
{
    Node node(YAML::NodeType::Map);
    put(node, "name", rule.name);
    putList(node, "matches", rule.matches, matchOf);
    putList(node, "filters", rule.filters, filterOf);
    putList(node, "backendRefs", rule.backendRefs, backendOf);
    if (rule.timeouts) {
        Node timeouts(YAML::NodeType::Map);
        put(timeouts, "request", rule.timeouts->request);
        put(timeouts, "backendRequest", rule.timeouts->backendRequest);
        node["timeouts"] = timeouts;
    }
    return node;
}

Node parentOf(const ParentRef& parent)
{
    Node node;
    node["name"] = parent.name;
    put(node, "namespace", parent.namespace_);
    put(node, "sectionName", parent.sectionName);
    putNumber(node, "port", parent.port);
    return node;
}

Node routeOf(const HttpRoute& route)
{
    auto root = object(routeApi, "HTTPRoute", route.name, route.namespace_);
    if (!route.creationTimestamp.empty())
        root["metadata"]["creationTimestamp"] = route.creationTimestamp;
    Node spec(YAML::NodeType::Map);
    putList(spec, "parentRefs", route.parentRefs, parentOf);
    putList(spec, "hostnames", route.hostnames, text);
    spec["rules"] = Node(YAML::NodeType::Sequence);
    putList(spec, "rules", route.rules, ruleOf);
    root["spec"] = spec;
    return root;
}

Node gatewayOf(const Gateway& gateway, std::string_view className)
{
    auto root = object(routeApi, "Gateway", gateway.name, gateway.namespace_);
    root["spec"]["gatewayClassName"] = std::string(className);
    const auto ports = portsOf(gateway);
    for (std::size_t i = 0; i < ports.size(); ++i)
        root["spec"]["listeners"].push_back(listenerOf(gateway.listeners[i], ports[i]));
    return root;
}

Node serviceOf(const Service& service)
{
    auto root = object("v1", "Service", service.name, service.namespace_);
    root["spec"] = Node(YAML::NodeType::Map);
    for (const auto& port : service.ports) {
        Node item;
        put(item, "name", port.name);
        item["protocol"] = "TCP";
        item["port"] = unsigned(port.port);
        put(item, "appProtocol", port.appProtocol);
        root["spec"]["ports"].push_back(item);
    }
    return root;
}

Node namespaceOf(const Namespace& namespace_)
{
    auto root = object("v1", "Namespace", namespace_.name, {});
    if (!namespace_.labels.empty())
        root["metadata"]["labels"] = labelsOf(namespace_.labels);
    return root;
}

Node grantOf(const ReferenceGrant& grant)
{
    auto root = object(routeApi, "ReferenceGrant", grant.name, grant.namespace_);
    for (const auto& from : grant.from) {
        Node item;
        item["group"] = from.group;
        item["kind"] = from.kind;
        item["namespace"] = from.namespace_;
        root["spec"]["from"].push_back(item);
    }
    for (const auto& to : grant.to) {
        Node item;
        item["group"] = to.group;
        item["kind"] = to.kind;
        put(item, "name", to.name);
        root["spec"]["to"].push_back(item);
    }
    return root;
}

} // namespace

std::string exportGatewayApi(const Workspace& workspace, std::string_view gatewayClass)
{
    std::string out;
    const auto write = [&out](const Node& node) {
        YAML::Emitter emitter;
        emitter << node;
        out += out.empty() ? "" : "---\n";
        out += emitter.c_str();
        out += '\n';
    };
    for (const auto& item : workspace.namespaces)
        write(namespaceOf(item));
    for (const auto& item : workspace.gateways)
        write(gatewayOf(item, gatewayClass));
    for (const auto& item : workspace.services)
        write(serviceOf(item));
    for (const auto& item : workspace.referenceGrants)
        write(grantOf(item));
    for (const auto& item : workspace.routes)
        write(routeOf(item));
    return out;
}

} // namespace gatehouse::workspace
