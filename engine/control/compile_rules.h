#pragma once

#include "engine/gateway/config.h"
#include "engine/policy/route_table.h"
#include "engine/workspace/model.h"

#include <vector>

/// The parts of compile() that turn one rule of a route into plain values.
namespace gatehouse::control {

gateway::FilterSet compileFilters(const std::vector<workspace::Filter>& filters);
std::vector<policy::MatchSpec> compileMatches(const workspace::RouteRule& rule);

/// Times of the rule. "0s" means no limit, which is a day for backend requests; longer times are a day.
void compileTimeouts(const workspace::RouteRule& rule, gateway::RuleConfig& config);

/// Seconds since 1970 of an RFC 3339 instant; 0 for an empty or another text.
std::int64_t secondsOf(std::string_view rfc3339);

} // namespace gatehouse::control
