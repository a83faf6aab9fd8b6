#pragma once

#include "engine/workspace/model.h"

/// Texts, units and ranges of every member of the document: the published schema's descriptions and the console's help
/// beside a field. Counts follow the Gateway API's CRDs, so that an export is never refused by a cluster. Patterns are
/// for the schema; lint.cpp checks the same by hand, with words.
namespace gatehouse::workspace::patterns {

constexpr std::string_view name = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
constexpr std::string_view optionalName = "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$";
constexpr std::string_view hostname = "^((\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$";
constexpr std::string_view preciseHostname = "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$";
constexpr std::string_view token = "^[A-Za-z0-9!#$%&'*+\\-.^_`|~]+$";
constexpr std::string_view optionalToken = "^[A-Za-z0-9!#$%&'*+\\-.^_`|~]*$";
constexpr std::string_view duration = "^(([0-9]{1,5}(h|m|s|ms)){1,4})?$";
constexpr std::string_view path = "^(/.*)?$";
constexpr std::string_view word = "^[A-Za-z0-9._-]*$";

} // namespace gatehouse::workspace::patterns

namespace gatehouse::json {

namespace w = gatehouse::workspace;
namespace p = gatehouse::workspace::patterns;

// ---- Gateways and listeners ------------------------------------------------------------------------------------

template <>
struct Rules<w::RouteGroupKind> {
    static constexpr std::string_view text = "A kind of route.";
    static constexpr Rule table[] = {
        {.member = "group", .text = "The kind's API group.", .maxLength = 253},
        {.member = "kind", .text = "The kind: HTTPRoute is served.", .required = true, .minLength = 1, .maxLength = 63},
    };
};

template <>
struct Rules<w::SelectorExpression> {
    static constexpr std::string_view text = "One condition on a namespace's labels.";
    static constexpr Rule table[] = {
        {.member = "key", .text = "The label's key.", .required = true, .minLength = 1, .maxLength = 317},
        {.member = "operator",
         .text = "How the label's value is compared: In, NotIn (with values), Exists, DoesNotExist (without).",
         .required = true},
        {.member = "values", .text = "The values that In and NotIn compare with.", .maxLength = 256},
    };
};

template <>
struct Rules<w::LabelSelector> {
    static constexpr std::string_view text = "Chooses namespaces by their labels; all conditions must hold.";
    static constexpr Rule table[] = {
        {.member = "matchLabels", .text = "Labels that a namespace must carry with these values.", .maxLength = 256},
        {.member = "matchExpressions", .text = "Further conditions on labels.", .maxLength = 256},
    };
};

template <>
struct Rules<w::RouteNamespaces> {
    static constexpr std::string_view text = "From which namespaces routes may attach.";
    static constexpr Rule table[] = {
        {.member = "from",
         .text = "Same: the gateway's own namespace; All: any; Selector: those that `selector` chooses; None: none."},
        {.member = "selector", .text = "Which namespaces, where `from` is Selector."},
    };
};

template <>
struct Rules<w::AllowedRoutes> {
    static constexpr std::string_view text = "Which routes may attach to a listener.";
    static constexpr Rule table[] = {
        {.member = "namespaces", .text = "From which namespaces routes may attach."},
        {.member = "kinds", .text = "Kinds of routes that may attach; empty = what the protocol implies.",
         .maxLength = 8},
    };
};

template <>
struct Rules<w::Listener> {
    static constexpr std::string_view text = "A socket on which a gateway takes requests.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The listener's name, unique in its gateway.", .required = true, .minLength = 1,
         .maxLength = 253, .pattern = p::name},
        {.member = "address",
         .text = "The IP address to bind. Everything beyond 127.0.0.0/8 and ::1 can be reached by other machines.",
         .minLength = 1, .maxLength = 45},
        {.member = "port", .text = "The TCP port to bind; 0 = any free port, kept while the engine runs."},
        {.member = "declaredPort",
         .text = "The port that redirects and parentRefs compute with, where it differs from the bound one.",
         .minimum = 1},
        {.member = "protocol", .text = "The protocol spoken on the socket."},
        {.member = "hostname",
         .text = "Only requests for this host are taken; \"*.example.org\" takes every host below it; empty = any.",
         .maxLength = 253, .pattern = p::hostname},
        {.member = "allowedRoutes", .text = "Which routes may attach."},
    };
};

template <>
struct Rules<w::Gateway> {
    static constexpr std::string_view text = "A gateway: one or more listeners (Gateway API: Gateway).";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The gateway's name, unique in its namespace.", .required = true, .minLength = 1,
         .maxLength = 253, .pattern = p::name},
        {.member = "namespace", .text = "The gateway's namespace; empty = \"default\".", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "listeners", .text = "Where the gateway takes requests.", .required = true, .minLength = 1,
         .maxLength = 64},
    };
};

// ---- Routes -----------------------------------------------------------------------------------------------------

template <>
struct Rules<w::ParentRef> {
    static constexpr std::string_view text = "A gateway, or one listener of it, that a route attaches to.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The gateway's name.", .required = true, .minLength = 1, .maxLength = 253,
         .pattern = p::name},
        {.member = "namespace", .text = "The gateway's namespace; empty = the route's.", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "sectionName", .text = "One listener's name; empty = all listeners.", .maxLength = 253,
         .pattern = p::optionalName},
        {.member = "port", .text = "Only listeners with this (declared) port.", .minimum = 1},
    };
};

template <>
struct Rules<w::PathMatch> {
    static constexpr std::string_view text = "How a request's path is matched.";
    static constexpr Rule table[] = {
        {.member = "type",
         .text = "Exact: the whole path; PathPrefix: whole path elements from the start (\"/a\" takes \"/a\" and "
                 "\"/a/b\", not \"/ab\"); RegularExpression: RE2 syntax, the whole path.",
         .always = true},
        {.member = "value", .text = "The path to match, beginning with \"/\".", .minLength = 1, .maxLength = 1024,
         .pattern = p::path},
    };
};

template <>
struct Rules<w::ValueMatch> {
    static constexpr std::string_view text = "A condition on a header (name without case) or query parameter.";
    static constexpr Rule table[] = {
        {.member = "type", .text = "Exact: the whole value; RegularExpression: RE2 syntax, the whole value."},
        {.member = "name", .text = "The header's or query parameter's name.", .required = true, .minLength = 1,
         .maxLength = 256, .pattern = p::token},
        {.member = "value", .text = "The value that is wanted.", .required = true, .minLength = 1, .maxLength = 4096},
    };
};

template <>
struct Rules<w::RouteMatch> {
    static constexpr std::string_view text = "Conditions on a request; all of them must hold.";
    static constexpr Rule table[] = {
        {.member = "path", .text = "The condition on the path; absent = PathPrefix \"/\"."},
        {.member = "method", .text = "The request's method; empty = any.", .maxLength = 64,
         .pattern = p::optionalToken},
        {.member = "headers", .text = "Conditions on headers, each name once.", .maxLength = 16},
        {.member = "queryParams", .text = "Conditions on query parameters, each name once.", .maxLength = 16},
    };
};

template <>
struct Rules<w::NameValue> {
    static constexpr std::string_view text = "A header and its value.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The header's name.", .required = true, .minLength = 1, .maxLength = 256,
         .pattern = p::token},
        {.member = "value", .text = "The header's value.", .required = true, .maxLength = 4096},
    };
};

template <>
struct Rules<w::HeaderModifier> {
    static constexpr std::string_view text = "Changes headers: first `set`, then `add`, then `remove`.";
    static constexpr Rule table[] = {
        {.member = "set", .text = "Headers that get this value, whatever they had.", .maxLength = 16},
        {.member = "add", .text = "Values that are added to what is there.", .maxLength = 16},
        {.member = "remove", .text = "Names of headers that are taken away.", .maxLength = 16, .pattern = p::token},
    };
};

template <>
struct Rules<w::PathModifier> {
    static constexpr std::string_view text = "How the path changes.";
    static constexpr Rule table[] = {
        {.member = "type",
         .text = "ReplaceFullPath: the whole path; ReplacePrefixMatch: the part that a PathPrefix matched.",
         .required = true},
        {.member = "replaceFullPath", .text = "The new path, for ReplaceFullPath.", .maxLength = 1024},
        {.member = "replacePrefixMatch", .text = "What stands instead of the matched prefix, for ReplacePrefixMatch.",
         .maxLength = 1024},
    };
};

template <>
struct Rules<w::RequestRedirect> {
    static constexpr std::string_view text = "Answers with a redirect.";
    static constexpr Rule table[] = {
        {.member = "scheme", .text = "http or https; empty = the request's.", .maxLength = 5,
         .pattern = "^(http|https)?$"},
        {.member = "hostname", .text = "The new host; empty = the request's.", .maxLength = 253,
         .pattern = p::preciseHostname},
        {.member = "path", .text = "The new path; absent = the request's."},
        {.member = "port", .text = "The new port; absent = the scheme's, or the listener's.", .minimum = 1},
        {.member = "statusCode", .text = "The answer's status: 301, 302, 303, 307 or 308.", .minimum = 301,
         .maximum = 308},
    };
};

template <>
struct Rules<w::UrlRewrite> {
    static constexpr std::string_view text = "Changes host and path on the way to the backend.";
    static constexpr Rule table[] = {
        {.member = "hostname", .text = "The Host that the backend sees; empty = the request's.", .maxLength = 253,
         .pattern = p::preciseHostname},
        {.member = "path", .text = "The new path; absent = the request's."},
    };
};

template <>
struct Rules<w::Filter> {
    static constexpr std::string_view text = "A step on the way; exactly the member that `type` names is given.";
    static constexpr Rule table[] = {
        {.member = "type", .text = "What the filter does.", .required = true},
        {.member = "requestHeaderModifier", .text = "Changes the request's headers on the way to the backend."},
        {.member = "responseHeaderModifier", .text = "Changes the answer's headers on the way back."},
        {.member = "requestRedirect", .text = "Answers with a redirect instead of asking a backend."},
        {.member = "urlRewrite", .text = "Changes host and path on the way to the backend."},
        {.member = "unserved", .text = "The settings of a RequestMirror, CORS or ExtensionRef as they came."},
    };
};

template <>
struct Rules<w::BackendRef> {
    static constexpr std::string_view text = "A service that gets a share of the rule's requests.";
    static constexpr Rule table[] = {
        {.member = "group", .text = "The kind's API group; empty = core.", .maxLength = 253},
        {.member = "kind", .text = "The kind of backend: Service.", .minLength = 1, .maxLength = 63},
        {.member = "name", .text = "The service's name.", .required = true, .minLength = 1, .maxLength = 253,
         .pattern = p::name},
        {.member = "namespace", .text = "The service's namespace; empty = the route's.", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "port", .text = "A port of the service; may be left out where it has one.", .minimum = 1},
        {.member = "weight", .text = "The share of requests is weight / sum of the rule's weights; 0 = none.",
         .maximum = 1000000},
        {.member = "filters", .text = "Filters for this share alone.", .maxLength = 16},
    };
};

template <>
struct Rules<w::RouteTimeouts> {
    static constexpr std::string_view text = "How long a request may take.";
    static constexpr Rule table[] = {
        {.member = "request",
         .text = "From the request's arrival to the answer's end, such as \"10s\"; \"0s\" = no limit.",
         .maxLength = 32, .pattern = p::duration},
        {.member = "backendRequest", .text = "The same for one attempt at a backend; at most `request`.",
         .maxLength = 32, .pattern = p::duration},
    };
};

template <>
struct Rules<w::RouteRule> {
    static constexpr std::string_view text = "What happens with requests that match.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The rule's name, unique in its route; may be empty.", .maxLength = 253,
         .pattern = p::optionalName},
        {.member = "matches", .text = "Which requests: any of these; empty = all.", .maxLength = 64},
        {.member = "filters", .text = "Steps for every request of the rule.", .maxLength = 16},
        {.member = "backendRefs", .text = "Where the requests go, by weight.", .maxLength = 16},
        {.member = "timeouts", .text = "How long a request may take; absent = the gateway's limits."},
    };
};

template <>
struct Rules<w::HttpRoute> {
    static constexpr std::string_view text = "A route (Gateway API: HTTPRoute).";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The route's name, unique in its namespace.", .required = true, .minLength = 1,
         .maxLength = 253, .pattern = p::name},
        {.member = "namespace", .text = "The route's namespace; empty = \"default\".", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "creationTimestamp",
         .text = "When the route was made (RFC 3339); of two routes that match alike, the older one wins.",
         .maxLength = 40},
        {.member = "parentRefs", .text = "The gateways or listeners that the route attaches to.", .maxLength = 32},
        {.member = "hostnames",
         .text = "Only requests for these hosts; \"*.example.org\" takes every host below it; empty = the listener's.",
         .maxLength = 16, .pattern = p::hostname},
        {.member = "rules", .text = "What happens with requests; the most specific match wins.", .maxLength = 16},
    };
};

// ---- Services ---------------------------------------------------------------------------------------------------

template <>
struct Rules<w::ServicePort> {
    static constexpr std::string_view text = "A port that a service offers.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The port's name; needed where there are several.", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "port", .text = "The port that backendRefs name.", .required = true, .minimum = 1},
        {.member = "appProtocol", .text = "The protocol, such as \"kubernetes.io/ws\"; empty = HTTP/1.1.",
         .maxLength = 253},
    };
};

template <>
struct Rules<w::Endpoint> {
    static constexpr std::string_view text = "A server that answers for a service.";
    static constexpr Rule table[] = {
        {.member = "address", .text = "The server's IP address.", .minLength = 1, .maxLength = 45},
        {.member = "port", .text = "The server's TCP port.", .required = true, .minimum = 1},
        {.member = "servicePort", .text = "The service's port that it serves; absent = all.", .minimum = 1},
    };
};

template <>
struct Rules<w::DemoService> {
    static constexpr std::string_view text = "A server that the engine runs itself, on a free loopback port.";
    static constexpr Rule table[] = {
        {.member = "app", .text = "Which built-in server: catalog, orders, users, reviews or echo.", .required = true,
         .minLength = 1, .maxLength = 63, .pattern = "^(catalog|orders|users|reviews|echo)$"},
        {.member = "latency_ms", .text = "The median time that it takes to answer.", .unit = "ms", .minimum = 0,
         .maximum = 60000},
        {.member = "errorShare", .text = "The share of its answers that are 500, from 0 to 1.", .minimum = 0,
         .maximum = 1},
    };
};

template <>
struct Rules<w::Service> {
    static constexpr std::string_view text = "One version of a service (Kubernetes: Service).";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The service's name, unique in its namespace.", .required = true, .minLength = 1,
         .maxLength = 253, .pattern = p::name},
        {.member = "namespace", .text = "The service's namespace; empty = \"default\".", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "app", .text = "What it is a version of; empty = its name.", .maxLength = 63, .pattern = p::word},
        {.member = "version", .text = "Which version it is, such as \"v2\"; may be empty.", .maxLength = 63,
         .pattern = p::word},
        {.member = "ports", .text = "Ports that backendRefs can name.", .maxLength = 64},
        {.member = "endpoints", .text = "The servers that answer; with `demo` the engine fills them in.",
         .maxLength = 1000},
        {.member = "demo", .text = "Makes the engine run the server itself."},
    };
};

// ---- Namespaces and grants --------------------------------------------------------------------------------------

template <>
struct Rules<w::Namespace> {
    static constexpr std::string_view text = "A namespace with labels that selectors look at.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The namespace's name.", .required = true, .minLength = 1, .maxLength = 63,
         .pattern = p::name},
        {.member = "labels", .text = "Its labels.", .maxLength = 256},
    };
};

template <>
struct Rules<w::GrantFrom> {
    static constexpr std::string_view text = "Who may refer.";
    static constexpr Rule table[] = {
        {.member = "group", .text = "API group of the kind that refers.", .maxLength = 253},
        {.member = "kind", .text = "The kind that refers, such as HTTPRoute.", .required = true, .minLength = 1,
         .maxLength = 63},
        {.member = "namespace", .text = "The namespace that it refers from.", .required = true, .minLength = 1,
         .maxLength = 63, .pattern = p::name},
    };
};

template <>
struct Rules<w::GrantTo> {
    static constexpr std::string_view text = "What may be referred to.";
    static constexpr Rule table[] = {
        {.member = "group", .text = "API group of the kind referred to; empty = core.", .maxLength = 253},
        {.member = "kind", .text = "The kind referred to, such as Service.", .required = true, .minLength = 1,
         .maxLength = 63},
        {.member = "name", .text = "The one object referred to; empty = all of the kind.", .maxLength = 253},
    };
};

template <>
struct Rules<w::ReferenceGrant> {
    static constexpr std::string_view text = "Lets objects of other namespaces refer into this one.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The grant's name, unique in its namespace.", .required = true, .minLength = 1,
         .maxLength = 253, .pattern = p::name},
        {.member = "namespace", .text = "The namespace that grants; empty = \"default\".", .maxLength = 63,
         .pattern = p::optionalName},
        {.member = "from", .text = "Who may refer.", .required = true, .minLength = 1, .maxLength = 16},
        {.member = "to", .text = "What may be referred to.", .required = true, .minLength = 1, .maxLength = 16},
    };
};

// ---- Canvas, load, the whole --------------------------------------------------------------------------------------

template <>
struct Rules<w::NodePlace> {
    static constexpr std::string_view text = "Where a box stands on the canvas.";
    static constexpr Rule table[] = {
        {.member = "x", .text = "Distance from the left, in scene units.", .always = true, .minimum = -1e6,
         .maximum = 1e6},
        {.member = "y", .text = "Distance from the top, in scene units.", .always = true, .minimum = -1e6,
         .maximum = 1e6},
        {.member = "pinned", .text = "Automatic layout leaves the box where it is."},
    };
};

template <>
struct Rules<w::CanvasState> {
    static constexpr std::string_view text = "How the canvas looks.";
    static constexpr Rule table[] = {
        {.member = "nodes",
         .text = "Places by key: \"listener/edge/public\", \"route/catalog\", \"service/catalog-v1\".",
         .maxLength = 200000},
    };
};

template <>
struct Rules<w::LoadShare> {
    static constexpr std::string_view text = "One kind of request in a load.";
    static constexpr Rule table[] = {
        {.member = "route", .text = "The route that the requests are meant for.", .required = true, .minLength = 1,
         .maxLength = 320},
        {.member = "method", .text = "The requests' method.", .minLength = 1, .maxLength = 64, .pattern = p::token},
        {.member = "target",
         .text = "Path and query, such as \"/books/{1..20}\", where {a..b} draws a number; empty = the route's example.",
         .maxLength = 2048, .pattern = p::path},
        {.member = "weight", .text = "The share of requests is weight / sum of the mix's weights.", .minimum = 0,
         .maximum = 1000000},
    };
};

template <>
struct Rules<w::LoadPlan> {
    static constexpr std::string_view text = "A load to send through the gateway.";
    static constexpr Rule table[] = {
        {.member = "name", .text = "The load's name, unique in the workspace.", .required = true, .minLength = 1,
         .maxLength = 100},
        {.member = "rate_per_s", .text = "Requests begun a second, whether or not answers come.", .unit = "1/s",
         .minimum = 0.01, .maximum = 200000},
        {.member = "ramp_s", .text = "Time in which the rate grows from 0.", .unit = "s", .minimum = 0,
         .maximum = 86400},
        {.member = "duration_s", .text = "How long the load lasts, its ramp included.", .unit = "s", .minimum = 0.1,
         .maximum = 86400},
        {.member = "arrivals",
         .text = "poisson: requests come at random, as from many people; constant: at equal distances."},
        {.member = "maxInFlight", .text = "Requests under way at most; what would be more is counted as skipped.",
         .minimum = 1, .maximum = 65536},
        {.member = "seed", .text = "Start of the random draws: the same seed sends the same requests."},
        {.member = "mix", .text = "What is sent; empty = every route that answers GET, in equal shares.",
         .maxLength = 1000},
    };
};

template <>
struct Rules<w::Workspace> {
    static constexpr std::string_view text =
        "A Gatehouse workspace: what runs. The vocabulary is the Kubernetes Gateway API's (v1).";
    static constexpr Rule table[] = {
        {.member = "gatehouse", .text = "The format's version.", .required = true, .minimum = w::formatVersion,
         .maximum = w::formatVersion},
        {.member = "name", .text = "The workspace's name.", .maxLength = 200},
        {.member = "gateways", .text = "Gateways and their listeners.", .maxLength = 1000},
        {.member = "routes", .text = "Routes from listeners to services.", .maxLength = 200000},
        {.member = "services", .text = "Services, each version one.", .maxLength = 200000},
        {.member = "namespaces", .text = "Namespaces whose labels matter.", .maxLength = 1000},
        {.member = "referenceGrants", .text = "References that are allowed across namespaces.", .maxLength = 1000},
        {.member = "loads", .text = "Loads to send.", .maxLength = 100},
        {.member = "canvas", .text = "How the canvas looks."},
        {.member = "extensions", .text = "Foreign members that an import carries; never interpreted."},
    };
};

} // namespace gatehouse::json
