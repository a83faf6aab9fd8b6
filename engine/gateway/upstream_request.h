#pragma once

#include "engine/gateway/header_edits.h"
#include "engine/gateway/trace_context.h"
#include "engine/http/buffer.h"
#include "engine/http/head.h"

#include <string_view>

namespace gatehouse::gateway {

/// Everything that the head towards a backend is made of. Views live until writeUpstreamRequest() returns.
struct UpstreamRequestParts {
    const http::RequestHead& head;
    std::size_t headSize;  ///< bytes that the client's head took: the measure of the buffer
    std::string_view path; ///< normalised and rewritten
    std::string_view query;
    std::string_view host;         ///< the Host field to send
    std::string_view receivedHost; ///< for X-Forwarded-Host; empty = none
    std::string_view client;       ///< IP address text
    std::string_view requestId;    ///< the one that goes on
    const TraceContext& trace;
    const HeaderEdits& edits;
    bool upgrade = false; ///< forward Connection: upgrade and Upgrade
};

/// Writes the head that goes to a backend: parsed values only, hop-by-hop fields out,
/// X-Forwarded-For/-Proto/-Host, Forwarded (RFC 7239), Via (RFC 9110 §7.6.3), X-Request-Id and traceparent
/// in, framing as it was, then the edits.
void writeUpstreamRequest(const UpstreamRequestParts& parts, http::Buffer& out);

/// A client's X-Request-Id goes on if it is 1–128 characters that no log can mistake: letters, digits,
/// "-._~".
bool isRequestId(std::string_view text);

} // namespace gatehouse::gateway
