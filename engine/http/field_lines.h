#pragma once

#include "engine/http/head.h"

/// The field lines of a message (RFC 9112 §5); the conventions are line_scan.h's.
namespace gatehouse::http {

/// Field lines and the empty line behind them.
std::optional<Error> takeFields(const char*& p, const char* end, const Limits& limits, FieldSection& section);

} // namespace gatehouse::http
