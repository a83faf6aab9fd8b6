#pragma once

#include "engine/base/json.h"

#include <QString>

#include <optional>
#include <string>

/// What the subcommands on files share.
namespace gatehouse::app {

/// The whole file; "-" is standard input. Nothing, with a word on stderr, where it can't be read.
std::optional<std::string> readTextFile(const char* subcommand, const QString& path);

/// Replaces the whole file at once, or leaves it as it was and says why.
std::optional<QString> writeTextFile(const QString& path, std::string_view text);

/// "FILE:LINE:COLUMN: severity: message [code]", and the hint on a line of its own; in the text's order.
std::string problemLines(const std::string& file, std::string_view text, const Problems& problems);

/// A list of objects with file, line, column, severity, code, pointer, message, hint and args.
json::Array problemsAsJson(const std::string& file, std::string_view text, const Problems& problems);

/// The same lines of problems whose first args are file, line and column, as the importer's are; the pointer
/// stands in for a place that there isn't.
std::string importProblemLines(const Problems& problems);

} // namespace gatehouse::app
