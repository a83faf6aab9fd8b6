#pragma once

#include <string>
#include <string_view>

/// What counts as a name, a host or a header name. Pure, ASCII only.
namespace gatehouse::workspace {

/// A DNS subdomain in lower case (RFC 1123): what Kubernetes takes as an object's name. At most 253
/// characters.
bool isObjectName(std::string_view text);

/// A DNS name in lower case without a final dot and labels of at most 63 characters, where `wildcard` with
/// "*." before it. An IP address is no hostname.
bool isHostname(std::string_view text, bool wildcard);

/// RFC 9110 §5.6.2: methods and header names.
bool isToken(std::string_view text);

/// RFC 9110 §5.5: no control characters but the tab, no space at either end.
bool isFieldValue(std::string_view text);

/// What a hand would write instead: lower case, other characters as '-'. Empty where nothing is left.
std::string objectNameFrom(std::string_view text);

} // namespace gatehouse::workspace
