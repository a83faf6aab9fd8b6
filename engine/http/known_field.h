#pragma once

#include <cstdint>
#include <string_view>

/// The fields that a gateway treats in a way of its own, found once while parsing; after that a field's
/// meaning is one byte and no name is compared again.
namespace gatehouse::http {

enum class Known : std::uint8_t {
    other,
    nominated, ///< named in Connection: for this hop only (RFC 9110 §7.6.1)
    // for this hop only (RFC 9110 §7.6.1; RFC 9113 §3.1 and §8.2.2 for the last two)
    connection,
    keepAlive,
    proxyConnection,
    te,
    transferEncoding,
    upgrade,
    http2Settings,
    proxyAuthenticate,
    proxyAuthorization,
    lastHopByHop = proxyAuthorization,
    // end to end, but looked at
    host,
    contentLength,
    trailer,
    expect,
    maxForwards,
    date,
    server,
    via,
    location,
    forwarded,
    xForwardedFor,
    xForwardedProto,
    xForwardedHost,
    xRequestId,
    traceparent,
    tracestate,
    gatehouseTrace,
};

/// Compares without case.
Known knownField(std::string_view name);

constexpr bool isHopByHop(Known known)
{
    return known != Known::other && known <= Known::lastHopByHop;
}

/// False for what frames, routes, authenticates or describes a message: such a field may not stand in a
/// trailer section (RFC 9110 §6.5.1).
bool mayBeTrailer(std::string_view name);

} // namespace gatehouse::http
