#pragma once

#include "engine/policy/route_table.h"

/// The specification's matcher, slow and obviously right: every match is tried, those that hold are sorted.
namespace gatehouse::tests {

std::optional<policy::Match> referenceFind(const std::vector<policy::ListenerSpec>& listeners,
                                           const policy::RequestFacts& facts, policy::Miss& miss);

} // namespace gatehouse::tests
