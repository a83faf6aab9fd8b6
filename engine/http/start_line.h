#pragma once

#include "engine/http/head.h"

/// The first line of a message (RFC 9112 §2.2, §3, §4); the conventions are line_scan.h's.
namespace gatehouse::http {

/// Empty lines before a request line are ignored (RFC 9112 §2.2), a few of them.
std::optional<Error> takeEmptyLines(const char*& p, const char* end, const Limits& limits);

/// Fills method, target and version.
std::optional<Error> takeRequestLine(const char*& p, const char* end, const Limits& limits,
                                     RequestHead& head);

/// Fills version, status and reason.
std::optional<Error> takeStatusLine(const char*& p, const char* end, ResponseHead& head);

} // namespace gatehouse::http
