#pragma once

#include "engine/api/contract.h"
#include "engine/gateway/config.h"

#include <cstddef>
#include <optional>
#include <string>

namespace gatehouse::control {

/// Where a request through a listener of `config` would go, and why: the parser and the table are those of
/// the data plane, so the answer is what would happen. `host` stands for an absent Host field. A request that
/// the parser refuses ends at its first step.
api::DecisionTrace explainRequest(const gateway::Config& config, std::size_t listener,
                                  const api::ExplainParams& request, const std::string& host);

/// The listener's index in Config::listeners.
std::optional<std::size_t> listenerOf(const gateway::Config& config, const std::string& key);

} // namespace gatehouse::control
