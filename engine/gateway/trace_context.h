#pragma once

#include "engine/base/draw.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gatehouse::gateway {

/// W3C Trace Context, the part that a gateway needs: carry a trace on with a parent-id of our own, or begin
/// one.
struct TraceContext {
    std::array<std::uint8_t, 16> traceId{};
    std::array<std::uint8_t, 8> parentId{}; ///< ours
    std::uint8_t flags = 1;                 ///< sampled
    bool carried = false;                   ///< the client's trace goes on (then tracestate may go on too)

    /// `traceparent` empty = none came. What is malformed is treated as none (W3C §4.3).
    static TraceContext from(std::string_view traceparent, Draw& draw);

    static constexpr std::size_t textSize = 55;
    void write(char* out) const; ///< "00-…-…-01", textSize bytes
};

/// Writes two lower-case hex digits a byte.
void writeHex(const std::uint8_t* bytes, std::size_t count, char* out);

} // namespace gatehouse::gateway
