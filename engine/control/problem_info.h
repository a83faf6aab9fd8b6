#pragma once

#include "engine/api/contract.h"
#include "engine/base/problem.h"

#include <string_view>
#include <vector>

namespace gatehouse::control {

/// The contract's shape of problems, with line and column in `text`, in the text's order, errors first. At
/// most maxProblemInfos; the last says how many more there are ("problems.more"). Time follows the text's
/// length.
std::vector<api::ProblemInfo> problemInfos(const Problems& problems, std::string_view text);

constexpr std::size_t maxProblemInfos = 500;

} // namespace gatehouse::control
