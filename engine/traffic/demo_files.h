#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace gatehouse::traffic {

/// A file of resources/demo or resources/workspaces as it was when the program was built: "books.tsv",
/// "bookshop.gatehouse.json". Lives as long as the program.
std::optional<std::string_view> demoFile(std::string_view name);

} // namespace gatehouse::traffic
