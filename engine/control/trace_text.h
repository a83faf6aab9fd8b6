#pragma once

#include "engine/api/contract.h"
#include "engine/gateway/config.h"
#include "engine/telemetry/trace.h"

namespace gatehouse::control {

/// A worker's facts as the steps that a person reads: why this route and not the others, what the filters
/// did, which backend and why, every attempt. `config` is the one of the trace's revision; without it (long
/// replaced) names and reasons are left out. Values of credential fields are never shown. Explaining costs
/// time with the number of routes.
api::DecisionTrace describeTrace(const telemetry::DecisionTrace& facts, const gateway::Config* config);

/// What would become of a request that isn't sent: the steps up to the route, then its filters and each of its
/// backends with its weight. `facts` holds the request as matched and what was decided.
api::DecisionTrace describeForecast(const telemetry::DecisionTrace& facts, const gateway::Config& config);

constexpr std::size_t maxPassedOver = 12; ///< routes whose refusal is told

} // namespace gatehouse::control
