#pragma once

#include "engine/base/address.h"
#include "engine/base/time.h"
#include "engine/workspace/attachment.h"

#include <map>
#include <string>

/// The status of every Gateway and HTTPRoute, shaped as the Gateway API shapes it.
namespace gatehouse::workspace {

constexpr std::string_view controllerName = "gatehouse.dev/gateway-controller";

struct StatusFacts {
    WallClock now{};                       ///< of conditions that changed
    const json::Value* previous = nullptr; ///< the last status: what kept its state keeps its time
    std::map<std::string, Address> bound;  ///< by "namespace/gateway/listener": where it listens
    std::map<std::string, std::string>
        unbound; ///< by the same key: why a listener that could serve does not listen
};

/// An array of {apiVersion, kind, metadata, status}: Gateways, then HTTPRoutes, in document order.
json::Value statusOf(const Workspace& workspace, const Attachment& attachment, const StatusFacts& facts);

} // namespace gatehouse::workspace
