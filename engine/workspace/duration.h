#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace gatehouse::workspace {

/// Gateway API durations (GEP-2257): the sum of one to four terms such as "5h", "10m", "30s", "500ms", each
/// with at most five digits, in any order ("10s30m", "100ms200ms"). Nothing for anything else, the empty text
/// too.
std::optional<std::chrono::milliseconds> parseDuration(std::string_view text);

} // namespace gatehouse::workspace
