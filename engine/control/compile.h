#pragma once

#include "engine/base/problem.h"
#include "engine/gateway/config.h"
#include "engine/workspace/attachment.h"
#include "engine/workspace/model.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

/// Workspace → what the data plane runs. Pure; any thread; time follows the document's size.
namespace gatehouse::control {

/// Where demo services were started, by service key. A demo service that isn't here has no endpoint yet.
using DemoEndpoints = std::map<std::string, std::vector<Address>>;

struct ListenerPlace {
    std::string key;       ///< "edge/public"
    std::string socketKey; ///< gateway::SocketConfig::key
    std::string pointer;   ///< "/gateways/0/listeners/1"
};

struct RouteConditions {
    std::string route; ///< key
    bool accepted = true;
    std::string reason; ///< of the first parent that doesn't accept it
    bool resolved = true;
    std::string resolvedReason;
};

struct Compiled {
    std::shared_ptr<const gateway::Config> config; ///< null when a problem is an error
    Problems problems;                             ///< errors and warnings beyond workspace::read()'s
    std::vector<ListenerPlace> listeners;          ///< of Config::listeners, in its order
    std::vector<RouteConditions> routes;           ///< of Config::routes, in its order
};

/// Listeners that share an address and a port share a socket; one with port 0 has its own, unless it declares
/// a port that another listener of its gateway and address declares too. Protocols other than HTTP are not
/// bound: a warning "listener.protocol-not-served" each.
Compiled compile(const workspace::Workspace& workspace, const workspace::Attachment& attachment,
                 std::uint64_t revision, const DemoEndpoints& demo);

/// "edge/public"
std::string listenerKey(const workspace::Gateway& gateway, const workspace::Listener& listener);

} // namespace gatehouse::control
