#pragma once

#include "engine/http/error.h"
#include "engine/http/head.h"

#include <string>
#include <string_view>

/// Request targets and hosts (RFC 9112 §3.2, RFC 9110 §7.2, RFC 3986).
namespace gatehouse::http {

/// Splits and checks head.rawTarget; fills form, rawPath, query, and authority and host for the absolute and
/// the authority form. Needs head.method.
Error parseTarget(RequestHead& head);

/// Checks `uri-host [":" port]`. Stricter than RFC 3986: names of letters, digits, "-", ".", "_", "~" only,
/// no escapes, no empty host. `host` gets the part before the port.
Error parseAuthority(std::string_view authority, std::string_view& host);

/// Appends the normal form of a path by RFC 3986 §6.2.2 and nothing more: escapes in upper case, escaped
/// unreserved bytes decoded, dot segments removed (never above the root), what browsers leave raw escaped.
/// "//" and "%2F" stay.
void appendNormalPath(std::string_view rawPath, std::string& out);

/// Appends the query with what browsers leave raw escaped; else as it came.
void appendQuery(std::string_view query, std::string& out);

} // namespace gatehouse::http
