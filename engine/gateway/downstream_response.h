#pragma once

#include "engine/gateway/header_edits.h"
#include "engine/http/buffer.h"
#include "engine/http/head.h"

#include <cstdint>
#include <string_view>

namespace gatehouse::gateway {

/// How a response's body goes to the client.
enum class BodyForm : std::uint8_t { none, length, chunked, untilClose };

struct DownstreamResponseParts {
    const http::ResponseHead& head;
    std::size_t headSize;
    const HeaderEdits& edits;
    BodyForm body = BodyForm::none;
    bool close = false;        ///< say Connection: close
    bool sayKeepAlive = false; ///< an HTTP/1.0 client wants to be told
    std::string_view date;     ///< for a response that has none (RFC 9110 §6.6.1)
};

/// Writes the head that goes to a client, from a backend's final response. Framing is ours; the rest is what
/// was parsed, less the hop-by-hop fields, with the edits of the route.
void writeDownstreamResponse(const DownstreamResponseParts& parts, http::Buffer& out);

/// 1xx other than 101 (RFC 9110 §15.2): status line and end-to-end fields.
void writeInterimResponse(const http::ResponseHead& head, std::size_t headSize, http::Buffer& out);

/// 101 with its Upgrade field (RFC 9110 §7.8, §15.2.2).
void writeSwitchingResponse(const http::ResponseHead& head, std::size_t headSize, http::Buffer& out);

/// An answer of the gateway's own. `type` empty = no content at all.
struct OwnAnswer {
    int status = 200;
    std::string_view type;
    std::string_view body;
    std::string_view location;
    std::string_view allow;
};
void writeOwnAnswer(const OwnAnswer& answer, bool headOnly, bool close, bool sayKeepAlive,
                    std::string_view date, http::Buffer& out);

} // namespace gatehouse::gateway
