#pragma once

#include "engine/workspace/model.h"

namespace gatehouse::workspace {

struct ReadResult {
    std::optional<Workspace> workspace; ///< absent when any problem is an error
    Problems problems;                  ///< all of them: syntax, unknown members, ranges, lints
    bool migrated = false;              ///< came from an older format version
    bool ok() const { return workspace.has_value(); }
};

/// Reads, migrates, checks ranges and lints (lint() below). A newer format version is the one problem
/// "workspace.newer-version". Never throws. Codes besides json.* and the lints': workspace.not-an-object,
/// workspace.no-version, workspace.newer-version, workspace.bad-version.
ReadResult read(std::string_view text);

/// Stable key order, two-space indent, defaults left out.
std::string write(const Workspace& workspace);

/// What read() checks beyond the structs: duplicate names, unknown parents, bad paths, regular expressions,
/// hostnames, methods and header names; warnings for unknown backends (such a share answers 500, as the
/// Gateway API says), weights that sum to zero, routes that no listener takes, listeners beyond loopback.
Problems lint(const Workspace& workspace);

/// The published JSON Schema (2020-12).
json::Value schema();

/// Text, unit and range of a member, for the help beside its field: ruleOf("RouteMatch", "method"). Null
/// where there is none.
const json::Rule* ruleOf(std::string_view structName, std::string_view member);

/// "name", or "namespace/name" where the namespace is neither empty nor "default".
std::string keyOf(std::string_view namespace_, std::string_view name);

} // namespace gatehouse::workspace
