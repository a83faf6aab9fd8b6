#pragma once

#include "engine/api/contract.h"
#include "engine/base/json.h"

#include <string>
#include <string_view>
#include <vector>

/// How the subcommands show problems.
namespace gatehouse::app {

/// "FILE:LINE:COLUMN: severity: message [code]", and the hint on a line of its own.
std::string problemLines(const std::string& file, const std::vector<api::ProblemInfo>& problems);

/// A list of objects with file, line, column, severity, code, pointer, message, hint and args.
json::Array problemsAsJson(const std::string& file, const std::vector<api::ProblemInfo>& problems);

/// The problems of a text with their places in it, in its order.
std::vector<api::ProblemInfo> placed(std::string_view text, const Problems& problems);

/// The same lines of problems whose first args are file, line and column, as the importer's are; the pointer
/// stands in for a place that there isn't.
std::string importProblemLines(const Problems& problems);

} // namespace gatehouse::app
