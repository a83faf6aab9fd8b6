#pragma once

#include "gateway_api_options.h"

#include "engine/control/compile.h"

/// Manifests and the command line's assignments, made into what the data plane runs.
namespace gatehouse::app {

struct PlannedSocket {
    ListenKey listen;
    std::string socketKey; ///< gateway::SocketConfig::key
};

struct GatewayApiPlan {
    Problems problems;              ///< of files, values and the compiler
    workspace::Workspace workspace; ///< all that the manifests hold
    workspace::Attachment attachment;
    control::Compiled compiled; ///< of what is bound; no config where a problem is an error
    std::vector<PlannedSocket> sockets;
    std::map<std::string, std::string> boundListeners;   ///< "namespace/gateway/listener" → socket key
    std::map<std::string, std::string> unboundListeners; ///< why one that could serve is not bound
};

/// Reads the files each time.
GatewayApiPlan planGatewayApi(const GatewayApiOptions& options, std::uint64_t revision);

} // namespace gatehouse::app
