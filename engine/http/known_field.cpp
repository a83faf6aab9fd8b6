#include "engine/http/known_field.h"

#include "engine/base/text.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::http {

namespace {

/// `lower` is lower case already and as long as `name`.
bool same(std::string_view name, std::string_view lower)
{
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (toLower(name[i]) != lower[i])
            return false;
    }
    return true;
}

Known pick(std::string_view name, std::string_view a, Known ka)
{
    return same(name, a) ? ka : Known::other;
}

Known pick(std::string_view name, std::string_view a, Known ka, std::string_view b, Known kb)
{
    return same(name, a) ? ka : pick(name, b, kb);
}

constexpr std::string_view notInTrailers[] = {"age",
                                              "allow",
                                              "authorization",
                                              "cache-control",
                                              "connection",
                                              "content-encoding",
                                              "content-length",
                                              "content-location",
                                              "content-range",
                                              "content-type",
                                              "cookie",
                                              "date",
                                              "expect",
                                              "expires",
                                              "forwarded",
                                              "host",
                                              "http2-settings",
                                              "if-match",
                                              "if-modified-since",
                                              "if-none-match",
                                              "if-range",
                                              "if-unmodified-since",
                                              "keep-alive",
                                              "location",
                                              "max-forwards",
                                              "pragma",
                                              "proxy-authenticate",
                                              "proxy-authorization",
                                              "proxy-connection",
                                              "range",
                                              "retry-after",
                                              "set-cookie",
                                              "te",
                                              "trailer",
                                              "transfer-encoding",
                                              "upgrade",
                                              "vary",
                                              "via",
                                              "warning",
                                              "www-authenticate",
                                              "x-forwarded-for",
                                              "x-forwarded-host",
                                              "x-forwarded-proto",
                                              "x-request-id"};

} // namespace

Known knownField(std::string_view name)
{
    switch (name.size()) {
    case 2:
        return pick(name, "te", Known::te);
    case 3:
        return pick(name, "via", Known::via);
    case 4:
        return pick(name, "host", Known::host, "date", Known::date);
    case 6:
        return pick(name, "server", Known::server, "expect", Known::expect);
    case 7:
        return pick(name, "upgrade", Known::upgrade, "trailer", Known::trailer);
    case 8:
        return pick(name, "location", Known::location);
    case 9:
        return pick(name, "forwarded", Known::forwarded);
    case 10:
        if (same(name, "connection"))
            return Known::connection;
        return pick(name, "keep-alive", Known::keepAlive, "tracestate", Known::tracestate);
    case 11:
        return pick(name, "traceparent", Known::traceparent);
    case 12:
        return pick(name, "x-request-id", Known::xRequestId, "max-forwards", Known::maxForwards);
    case 14:
        return pick(name, "content-length", Known::contentLength, "http2-settings", Known::http2Settings);
    case 15:
        return pick(name, "x-forwarded-for", Known::xForwardedFor, "gatehouse-trace", Known::gatehouseTrace);
    case 16:
        return pick(name, "x-forwarded-host", Known::xForwardedHost, "proxy-connection",
                    Known::proxyConnection);
    case 17:
        return pick(name, "transfer-encoding", Known::transferEncoding, "x-forwarded-proto",
                    Known::xForwardedProto);
    case 18:
        return pick(name, "proxy-authenticate", Known::proxyAuthenticate);
    case 19:
        return pick(name, "proxy-authorization", Known::proxyAuthorization);
    default:
        return Known::other;
    }
}

bool mayBeTrailer(std::string_view name)
{
    return std::none_of(std::begin(notInTrailers), std::end(notInTrailers),
                        [name](std::string_view banned) { return equalsIgnoreCase(name, banned); });
}

} // namespace gatehouse::http
