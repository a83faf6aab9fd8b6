#pragma once

#include "engine/workspace/attachment.h"

#include <unordered_map>

/// The parts of attach(); the room's own.
namespace gatehouse::workspace {

std::string_view namespaceOf(std::string_view namespace_); ///< empty = "default"

/// Objects by "namespace/name".
class ObjectIndex
{
public:
    explicit ObjectIndex(const Workspace& workspace);

    int gateway(std::string_view namespace_, std::string_view name) const; ///< -1 = none
    int service(std::string_view namespace_, std::string_view name) const;
    std::map<std::string, std::string>
    labels(std::string_view namespace_) const; ///< with kubernetes.io/metadata.name

private:
    using Map = std::unordered_map<std::string, int>;
    static int find(const Map& map, std::string_view namespace_, std::string_view name);

    const Workspace& workspace_;
    Map gateways_;
    Map services_;
    Map namespaces_;
};

/// Supported kinds, conflicts and what of it a listener serves; attachedRoutes stay 0.
std::vector<ListenerStatus> judgeListeners(const Workspace& workspace);
std::vector<GatewayStatus> judgeGateways(const Workspace& workspace,
                                         const std::vector<ListenerStatus>& listeners);

std::vector<BackendResolution> resolveBackends(const Workspace& workspace, const ObjectIndex& index,
                                               int route);
std::vector<RuleFault> findFaults(const HttpRoute& route, int index);

} // namespace gatehouse::workspace
