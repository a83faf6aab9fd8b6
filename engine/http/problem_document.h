#pragma once

#include <string>
#include <string_view>

namespace gatehouse::http {

inline constexpr std::string_view problemType = "application/problem+json";

/// An RFC 9457 problem document: {"type":"about:blank","title":REASON,"status":N,"detail":…,"code":…}. `code`
/// is stable, for programs; empty ones are left out. Nothing of the request goes in.
std::string problemDocument(int status, std::string_view code, std::string_view detail);

} // namespace gatehouse::http
