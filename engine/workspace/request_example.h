#pragma once

#include "engine/workspace/model.h"

namespace gatehouse::workspace {

/// One request that meets a match's conditions.
struct RequestExample {
    std::string listener; ///< its key, "edge/public"
    std::string method = "GET";
    std::string host;         ///< for the Host header; empty = the listener's own address
    std::string target = "/"; ///< path and query, percent-encoded
    std::vector<NameValue> headers;
    bool operator==(const RequestExample&) const = default;
};

/// A request that the route matches: of the matches that take GET (else of all) the first with the fewest
/// conditions beyond its path, so that it goes the way of most requests.
/// Nothing where no HTTP listener is referred to, hostnames don't meet, or no text for a regular expression
/// was found. Another route may still win the request by precedence.
std::optional<RequestExample> requestExample(const Workspace& workspace, const HttpRoute& route);

/// A short text that `pattern` (RE2, whole text) matches, made by walking the pattern and checked with RE2;
/// nothing where that fails.
std::optional<std::string> regexExample(const std::string& pattern);

} // namespace gatehouse::workspace
