#pragma once

#include "engine/base/json.h"

#include <QString>

#include <optional>
#include <string>

/// What the subcommands on files share.
namespace gatehouse::app {

/// The whole file; "-" is standard input. Nothing, with a word on stderr, where it can't be read.
std::optional<std::string> readTextFile(const char* subcommand, const QString& path);

/// "FILE:LINE:COLUMN: severity: message [code]", and the hint on a line of its own; in the text's order.
std::string problemLines(const std::string& file, std::string_view text, const Problems& problems);

/// A list of objects with file, line, column, severity, code, pointer, message, hint and args.
json::Array problemsAsJson(const std::string& file, std::string_view text, const Problems& problems);

int usageError(const char* subcommand, const std::string& words); ///< prints, returns 2

} // namespace gatehouse::app
