#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

/// What the subcommands on files share.
namespace gatehouse::app {

/// The whole file; "-" is standard input. Nothing, with a word on stderr, where it can't be read.
std::optional<std::string> readTextFile(const char* subcommand, const QString& path);

/// Replaces the whole file at once, or leaves it as it was and says why.
std::optional<QString> writeTextFile(const QString& path, std::string_view text);

} // namespace gatehouse::app
