#pragma once

#include "engine/gateway/config.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

/// Appends the path after URLRewrite or RequestRedirect (Gateway API HTTPPathModifier). `prefixLength` is
/// what a PathPrefix match took of `path`; with ReplacePrefixMatch "/foo" and "/foo/" are the same prefix,
/// and the result always begins with "/".
void appendEditedPath(const PathEdit& edit, std::string_view path, std::uint16_t prefixLength,
                      std::string& out);

/// What a redirect needs to know of its request.
struct RedirectFacts {
    std::string_view scheme = "http";
    std::string_view host; ///< without port
    std::string_view path; ///< normalised
    std::string_view query;
    bool hasQuery = false;
    std::uint16_t prefixLength = 0;
    std::uint16_t listenerPort = 0; ///< declared, or bound where nothing is declared
};

/// The Location of a RequestRedirect. Ports by the specification: the one given; else with a scheme that
/// scheme's own; else the listener's. A scheme's own port is left out. The query is kept.
std::string redirectLocation(const Redirect& redirect, const RedirectFacts& facts);

} // namespace gatehouse::gateway
