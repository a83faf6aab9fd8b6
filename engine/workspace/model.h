#pragma once

#include "engine/base/describe.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The workspace document: what runs. Kubernetes Gateway API v1 vocabulary and defaults, spelled as there
/// (gateway.networking.k8s.io/v1: Gateway, HTTPRoute, ReferenceGrant), flattened from metadata/spec into one object a
/// resource. Names are unique per kind and namespace. Absent members keep the initialisers below.
namespace gatehouse::workspace {

constexpr int formatVersion = 1;

// ---- Gateways and listeners ------------------------------------------------------------------------------------

enum class ListenerProtocol { HTTP, HTTPS, TLS, TCP, UDP };
BOOST_DESCRIBE_ENUM(ListenerProtocol, HTTP, HTTPS, TLS, TCP, UDP)

enum class FromNamespaces { Same, All, Selector, None };
BOOST_DESCRIBE_ENUM(FromNamespaces, Same, All, Selector, None)

struct RouteGroupKind {
    std::string group = "gateway.networking.k8s.io";
    std::string kind;
    bool operator==(const RouteGroupKind&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteGroupKind, (), (group, kind))

enum class SelectorOperator { In, NotIn, Exists, DoesNotExist };
BOOST_DESCRIBE_ENUM(SelectorOperator, In, NotIn, Exists, DoesNotExist)

struct SelectorExpression {
    std::string key;
    SelectorOperator operator_ = SelectorOperator::In; ///< spelled "operator" in the document
    std::vector<std::string> values;
    bool operator==(const SelectorExpression&) const = default;
};
BOOST_DESCRIBE_STRUCT(SelectorExpression, (), (key, operator_, values))

struct LabelSelector {
    std::map<std::string, std::string> matchLabels;
    std::vector<SelectorExpression> matchExpressions;
    bool operator==(const LabelSelector&) const = default;
};
BOOST_DESCRIBE_STRUCT(LabelSelector, (), (matchLabels, matchExpressions))

struct RouteNamespaces {
    FromNamespaces from = FromNamespaces::Same;
    std::optional<LabelSelector> selector;
    bool operator==(const RouteNamespaces&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteNamespaces, (), (from, selector))

struct AllowedRoutes {
    RouteNamespaces namespaces;
    std::vector<RouteGroupKind> kinds;
    bool operator==(const AllowedRoutes&) const = default;
};
BOOST_DESCRIBE_STRUCT(AllowedRoutes, (), (namespaces, kinds))

struct Listener {
    std::string name;
    std::string address = "127.0.0.1"; ///< IP literal to bind; beyond loopback the console says so in red
    std::uint16_t port = 0;            ///< 0 = any free port, kept while the engine runs
    std::optional<std::uint16_t> declaredPort; ///< the port that redirects and matching compute with, when it differs
    ListenerProtocol protocol = ListenerProtocol::HTTP;
    std::string hostname;              ///< "", "api.example.org" or "*.example.org"
    AllowedRoutes allowedRoutes;
    bool operator==(const Listener&) const = default;
};
BOOST_DESCRIBE_STRUCT(Listener, (), (name, address, port, declaredPort, protocol, hostname, allowedRoutes))

struct Gateway {
    std::string name;
    std::string namespace_;            ///< spelled "namespace"; empty = "default"
    std::vector<Listener> listeners;
    bool operator==(const Gateway&) const = default;
};
BOOST_DESCRIBE_STRUCT(Gateway, (), (name, namespace_, listeners))

// ---- Routes -----------------------------------------------------------------------------------------------------

struct ParentRef {
    std::string name;                  ///< a Gateway
    std::string namespace_;            ///< empty = the route's
    std::string sectionName;           ///< a listener's name; empty = all
    std::optional<std::uint16_t> port; ///< a listener's (declared) port
    bool operator==(const ParentRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(ParentRef, (), (name, namespace_, sectionName, port))

enum class PathMatchType { Exact, PathPrefix, RegularExpression };
BOOST_DESCRIBE_ENUM(PathMatchType, Exact, PathPrefix, RegularExpression)

enum class ValueMatchType { Exact, RegularExpression };
BOOST_DESCRIBE_ENUM(ValueMatchType, Exact, RegularExpression)

struct PathMatch {
    PathMatchType type = PathMatchType::PathPrefix;
    std::string value = "/";
    bool operator==(const PathMatch&) const = default;
};
BOOST_DESCRIBE_STRUCT(PathMatch, (), (type, value))

struct ValueMatch { ///< of a header (name without case) or a query parameter (name with case)
    ValueMatchType type = ValueMatchType::Exact;
    std::string name;
    std::string value;
    bool operator==(const ValueMatch&) const = default;
};
BOOST_DESCRIBE_STRUCT(ValueMatch, (), (type, name, value))

struct RouteMatch {
    PathMatch path;
    std::string method;                ///< empty = any
    std::vector<ValueMatch> headers;
    std::vector<ValueMatch> queryParams;
    bool operator==(const RouteMatch&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteMatch, (), (path, method, headers, queryParams))

struct NameValue {
    std::string name;
    std::string value;
    bool operator==(const NameValue&) const = default;
};
BOOST_DESCRIBE_STRUCT(NameValue, (), (name, value))

struct HeaderModifier {
    std::vector<NameValue> set;
    std::vector<NameValue> add;
    std::vector<std::string> remove;
    bool operator==(const HeaderModifier&) const = default;
};
BOOST_DESCRIBE_STRUCT(HeaderModifier, (), (set, add, remove))

enum class PathModifierType { ReplaceFullPath, ReplacePrefixMatch };
BOOST_DESCRIBE_ENUM(PathModifierType, ReplaceFullPath, ReplacePrefixMatch)

struct PathModifier {
    PathModifierType type = PathModifierType::ReplaceFullPath;
    std::string replaceFullPath;
    std::string replacePrefixMatch;
    bool operator==(const PathModifier&) const = default;
};
BOOST_DESCRIBE_STRUCT(PathModifier, (), (type, replaceFullPath, replacePrefixMatch))

struct RequestRedirect {
    std::string scheme;                ///< "", "http", "https"
    std::string hostname;
    std::optional<PathModifier> path;
    std::optional<std::uint16_t> port;
    std::uint16_t statusCode = 302;    ///< 301, 302, 303, 307, 308
    bool operator==(const RequestRedirect&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequestRedirect, (), (scheme, hostname, path, port, statusCode))

struct UrlRewrite {
    std::string hostname;
    std::optional<PathModifier> path;
    bool operator==(const UrlRewrite&) const = default;
};
BOOST_DESCRIBE_STRUCT(UrlRewrite, (), (hostname, path))

/// The last three are known but not served yet: a rule that holds one answers 500, since no filter may be skipped.
enum class FilterType {
    RequestHeaderModifier,
    ResponseHeaderModifier,
    RequestRedirect,
    URLRewrite,
    RequestMirror,
    CORS,
    ExtensionRef
};
BOOST_DESCRIBE_ENUM(FilterType, RequestHeaderModifier, ResponseHeaderModifier, RequestRedirect, URLRewrite,
                    RequestMirror, CORS, ExtensionRef)

/// Exactly the member that `type` names is given; for the last three types that is `unserved`.
struct Filter {
    FilterType type = FilterType::RequestHeaderModifier;
    std::optional<HeaderModifier> requestHeaderModifier;
    std::optional<HeaderModifier> responseHeaderModifier;
    std::optional<RequestRedirect> requestRedirect;
    std::optional<UrlRewrite> urlRewrite;
    json::Object unserved;             ///< the settings as they came, for an export
    bool operator==(const Filter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (type, requestHeaderModifier, responseHeaderModifier, requestRedirect, urlRewrite,
                               unserved))

struct BackendRef {
    std::string group;                 ///< "" = core
    std::string kind = "Service";
    std::string name;
    std::string namespace_;            ///< empty = the route's
    std::optional<std::uint16_t> port; ///< a port of the Service; may be left out where it has one
    std::uint32_t weight = 1;          ///< share = weight / sum; 0 = no traffic
    std::vector<Filter> filters;
    bool operator==(const BackendRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(BackendRef, (), (group, kind, name, namespace_, port, weight, filters))

/// Gateway API durations (GEP-2257): "10s", "500ms", "1m30s"; "0s" = none; empty = the gateway's default.
struct RouteTimeouts {
    std::string request;
    std::string backendRequest;
    bool operator==(const RouteTimeouts&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteTimeouts, (), (request, backendRequest))

struct RouteRule {
    std::string name;
    std::vector<RouteMatch> matches;   ///< any of; empty = PathPrefix /
    std::vector<Filter> filters;
    std::vector<BackendRef> backendRefs;
    std::optional<RouteTimeouts> timeouts;
    bool operator==(const RouteRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteRule, (), (name, matches, filters, backendRefs, timeouts))

struct HttpRoute {
    std::string name;
    std::string namespace_;
    std::string creationTimestamp;     ///< RFC 3339; only breaks ties of precedence; usually absent
    std::vector<ParentRef> parentRefs;
    std::vector<std::string> hostnames;
    std::vector<RouteRule> rules;
    bool operator==(const HttpRoute&) const = default;
};
BOOST_DESCRIBE_STRUCT(HttpRoute, (), (name, namespace_, creationTimestamp, parentRefs, hostnames, rules))

// ---- Services ---------------------------------------------------------------------------------------------------

struct ServicePort {
    std::string name;
    std::uint16_t port = 0;
    std::string appProtocol;           ///< "", "kubernetes.io/h2c", "kubernetes.io/ws" …
    bool operator==(const ServicePort&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServicePort, (), (name, port, appProtocol))

struct Endpoint {
    std::string address = "127.0.0.1"; ///< IP literal
    std::uint16_t port = 0;
    std::optional<std::uint16_t> servicePort; ///< the Service port that it serves; absent = all
    bool operator==(const Endpoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(Endpoint, (), (address, port, servicePort))

/// A service that the engine's services process runs itself on a free loopback port.
struct DemoService {
    std::string app;                   ///< which built-in server: "catalog", "orders", "users", "reviews", "echo"
    double latency_ms = 2;             ///< median of the answer's delay
    double errorShare = 0;             ///< share of answers that are 500, 0 … 1
    bool operator==(const DemoService&) const = default;
};
BOOST_DESCRIBE_STRUCT(DemoService, (), (app, latency_ms, errorShare))

/// One version of one service is one Service, as in Kubernetes: app "catalog", version "v2", name "catalog-v2".
struct Service {
    std::string name;
    std::string namespace_;
    std::string app;                   ///< groups versions; empty = name
    std::string version;               ///< "v1"; may be empty
    std::vector<ServicePort> ports;
    std::vector<Endpoint> endpoints;   ///< empty with `demo`: the engine fills them at run time
    std::optional<DemoService> demo;
    bool operator==(const Service&) const = default;
};
BOOST_DESCRIBE_STRUCT(Service, (), (name, namespace_, app, version, ports, endpoints, demo))

// ---- Namespaces and grants (only imports need them) ---------------------------------------------------------------

struct Namespace {
    std::string name;
    std::map<std::string, std::string> labels;
    bool operator==(const Namespace&) const = default;
};
BOOST_DESCRIBE_STRUCT(Namespace, (), (name, labels))

struct GrantFrom {
    std::string group;
    std::string kind;
    std::string namespace_;
    bool operator==(const GrantFrom&) const = default;
};
BOOST_DESCRIBE_STRUCT(GrantFrom, (), (group, kind, namespace_))

struct GrantTo {
    std::string group;
    std::string kind;
    std::string name;                  ///< empty = all
    bool operator==(const GrantTo&) const = default;
};
BOOST_DESCRIBE_STRUCT(GrantTo, (), (group, kind, name))

struct ReferenceGrant {
    std::string name;
    std::string namespace_;
    std::vector<GrantFrom> from;
    std::vector<GrantTo> to;
    bool operator==(const ReferenceGrant&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferenceGrant, (), (name, namespace_, from, to))

// ---- Canvas, load, the whole --------------------------------------------------------------------------------------

struct NodePlace {
    double x = 0;                      ///< scene units, a multiple of the grid when dropped
    double y = 0;
    bool pinned = false;               ///< auto-layout leaves it
    bool operator==(const NodePlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(NodePlace, (), (x, y, pinned))

struct CanvasState {
    std::map<std::string, NodePlace> nodes; ///< "listener/edge/public", "route/catalog", "service/catalog-v1"
    bool operator==(const CanvasState&) const = default;
};
BOOST_DESCRIBE_STRUCT(CanvasState, (), (nodes))

enum class ArrivalProcess { constant, poisson };
BOOST_DESCRIBE_ENUM(ArrivalProcess, constant, poisson)

struct LoadShare {
    std::string route;                 ///< route name (with "namespace/" where it has one)
    std::string method = "GET";
    std::string target;                ///< "/catalog/books/{1..20}"; {a..b} draws a number; empty = the route's own example
    double weight = 1;
    bool operator==(const LoadShare&) const = default;
};
BOOST_DESCRIBE_STRUCT(LoadShare, (), (route, method, target, weight))

struct LoadPlan {
    std::string name;
    double rate_per_s = 50;
    double ramp_s = 0;
    double duration_s = 60;
    ArrivalProcess arrivals = ArrivalProcess::poisson;
    std::uint32_t maxInFlight = 512;
    std::uint64_t seed = 7;
    std::vector<LoadShare> mix;        ///< empty = every route that answers GET, equal shares
    bool operator==(const LoadPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(LoadPlan, (), (name, rate_per_s, ramp_s, duration_s, arrivals, maxInFlight, seed, mix))

struct Workspace {
    int gatehouse = formatVersion;     ///< the format's version; always written, first
    std::string name;
    std::vector<Gateway> gateways;
    std::vector<HttpRoute> routes;
    std::vector<Service> services;
    std::vector<Namespace> namespaces;
    std::vector<ReferenceGrant> referenceGrants;
    std::vector<LoadPlan> loads;
    CanvasState canvas;
    json::Object extensions;           ///< foreign members that an import carries; never interpreted
    bool operator==(const Workspace&) const = default;
};
BOOST_DESCRIBE_STRUCT(Workspace, (), (gatehouse, name, gateways, routes, services, namespaces, referenceGrants, loads,
                                      canvas, extensions))

} // namespace gatehouse::workspace
