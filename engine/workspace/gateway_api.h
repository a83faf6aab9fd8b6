#pragma once

#include "engine/workspace/model.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Gateway API YAML (gateway.networking.k8s.io, multi-document) to and from the workspace: Gateway,
/// HTTPRoute, Service, Namespace and ReferenceGrant. GatewayClass is taken for granted; other kinds are left
/// out with an info problem.
namespace gatehouse::workspace {

struct YamlFile {
    std::string name; ///< for problems
    std::string text; ///< at most 16 MiB
};

struct ImportOptions {
    std::string gatewayClass; ///< gateways of other classes are left out; empty = none is. Stands for
                              ///< {GATEWAY_CLASS_NAME}.
};

struct ImportResult {
    std::optional<Workspace> workspace; ///< absent when any problem is an error
    Problems problems;                  ///< args are file, line and column, from 1
};

/// Listeners keep their port as the declared one and get any free one on loopback. An object that comes twice
/// is replaced by its later form. Never throws; aliases, depth and size are bounded.
ImportResult importGatewayApi(std::span<const YamlFile> files, const ImportOptions& options);

/// Documents that importGatewayApi() reads back to the same routing; endpoints, demo services, loads and the
/// canvas have no place there.
std::string exportGatewayApi(const Workspace& workspace, std::string_view gatewayClass);

} // namespace gatehouse::workspace
