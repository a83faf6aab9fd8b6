#pragma once

#include "engine/base/address.h"
#include "engine/policy/route_table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// What the data plane runs, as plain values: indexes instead of names, nothing optional. The control plane
/// compiles a workspace into one; the data plane makes one immutable snapshot of it for every revision.
namespace gatehouse::gateway {

struct HeaderEdit { ///< Gateway API HTTPHeaderFilter
    std::vector<std::pair<std::string, std::string>> set;
    std::vector<std::pair<std::string, std::string>> add; ///< joined to an existing field with a comma
    std::vector<std::string> remove;                      ///< without case
    bool empty() const { return set.empty() && add.empty() && remove.empty(); }
};

struct PathEdit {
    enum class Kind : std::uint8_t { none, full, prefix } kind = Kind::none;
    std::string value;
};

struct Redirect {
    bool active = false;
    std::string scheme;   ///< empty = the request's
    std::string hostname; ///< empty = the request's
    PathEdit path;
    std::uint16_t port = 0; ///< 0 = by the specification: the scheme's, or the listener's declared port
    std::uint16_t status = 302;
};

/// All filters of one rule or one backend reference, folded into the order that the specification gives.
struct FilterSet {
    HeaderEdit requestHeaders;
    HeaderEdit responseHeaders;
    Redirect redirect;
    std::string rewriteHostname;
    PathEdit rewritePath;
};

struct BackendShare {
    std::int32_t backend = -1; ///< index into Config::backends; -1 = invalid reference: 500 for its share
    std::uint32_t weight = 1;
    FilterSet filters;
};

struct RuleConfig {
    std::uint32_t route = 0; ///< index into Config::routes
    std::string name;        ///< "catalog[0]" or the rule's own name, for traces
    FilterSet filters;
    std::vector<BackendShare> backends;  ///< empty without a redirect = 500
    std::uint32_t requestTimeout_ms = 0; ///< 0 = none
    std::uint32_t backendTimeout_ms = 0; ///< 0 = the data plane's default
};

struct BackendConfig {
    std::string key;                ///< "catalog-v1"
    std::vector<Address> endpoints; ///< empty = 503
};

struct ListenerConfig {
    std::string key;                ///< "edge/public"
    std::uint32_t socket = 0;       ///< index into Config::sockets
    std::uint16_t declaredPort = 0; ///< 0 = the bound one
};

struct SocketConfig {
    Address address; ///< port 0 = any free one
    std::string key; ///< identity over revisions: "127.0.0.1:8080", or "edge/public" for port 0
    std::shared_ptr<const policy::RouteTable> table; ///< answers with indexes into `listeners` and `rules`
};

struct Config {
    std::uint64_t revision = 0;
    std::vector<SocketConfig> sockets;
    std::vector<ListenerConfig> listeners;
    std::vector<std::string> routes; ///< keys
    std::vector<RuleConfig> rules;
    std::vector<BackendConfig> backends;
};

} // namespace gatehouse::gateway
