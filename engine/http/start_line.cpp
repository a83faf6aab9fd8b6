#include "engine/http/start_line.h"

#include "engine/http/line_scan.h"
#include "engine/http/target.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

/// "HTTP/1.1" at p. A prefix of it that ends the buffer needs more.
std::optional<Error> takeVersion(const char*& p, const char* end, std::uint8_t& minor)
{
    constexpr std::string_view name = "HTTP/";
    const auto there = std::size_t(end - p);
    if (std::memcmp(p, name.data(), std::min(there, name.size())) != 0)
        return Error::versionInvalid;
    if (there < 8)
        return std::nullopt;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!digit(p[5]) || p[6] != '.' || !digit(p[7]))
        return Error::versionInvalid;
    if (p[5] != '1')
        return Error::versionUnsupported;
    minor = p[7] == '0' ? 0 : 1;
    p += 8;
    return Error::none;
}

Method methodOf(std::string_view text)
{
    switch (text.size()) {
    case 3:
        return text == "GET" ? Method::get : text == "PUT" ? Method::put : Method::other;
    case 4:
        return text == "POST" ? Method::post : text == "HEAD" ? Method::head : Method::other;
    case 5:
        return text == "PATCH" ? Method::patch : text == "TRACE" ? Method::trace : Method::other;
    case 6:
        return text == "DELETE" ? Method::del : Method::other;
    case 7:
        return text == "OPTIONS" ? Method::options : text == "CONNECT" ? Method::connect : Method::other;
    default:
        return Method::other;
    }
}

} // namespace

std::optional<Error> takeEmptyLines(const char*& p, const char* end, const Limits& limits)
{
    std::size_t lines = 0;
    while (p < end && (*p == '\r' || *p == '\n')) {
        if (lines++ == limits.emptyLines)
            return Error::emptyLines;
        if (const auto error = takeLineEnd(p, end, Error::bareCr); error != Error::none)
            return error;
    }
    return Error::none;
}

std::optional<Error> takeRequestLine(const char*& p, const char* end, const Limits& limits, RequestHead& head)
{
    const char* start = p;
    while (p < end && is(*p, isToken))
        ++p;
    if (std::size_t(p - start) > limits.method_bytes)
        return Error::methodTooLong;
    if (p == end)
        return std::nullopt;
    if (*p != ' ' || p == start)
        return Error::methodInvalid;
    head.method = {start, std::size_t(p - start)};
    head.methodId = methodOf(head.method);
    start = ++p;
    while (p<end&& static_cast<unsigned char>(*p)> 0x20 && *p != 0x7f)
        ++p;
    if (std::size_t(p - start) > limits.target_bytes)
        return Error::targetTooLong;
    if (p == end)
        return std::nullopt;
    if (*p == '\r' || *p == '\n')
        return Error::startLineInvalid;
    if (*p != ' ')
        return Error::targetInvalid;
    head.rawTarget = {start, std::size_t(p - start)};
    if (const auto error = parseTarget(head); error != Error::none)
        return error;
    ++p;
    if (const auto error = takeVersion(p, end, head.minor); error != Error::none)
        return error;
    return takeLineEnd(p, end,
                       p < end && *p >= '0' && *p <= '9' ? Error::versionInvalid : Error::startLineInvalid);
}

std::optional<Error> takeStatusLine(const char*& p, const char* end, ResponseHead& head)
{
    if (p == end)
        return std::nullopt;
    if (const auto error = takeVersion(p, end, head.minor); error != Error::none)
        return error;
    if (end - p < 4)
        return std::nullopt;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (p[0] != ' ' || !digit(p[1]) || !digit(p[2]) || !digit(p[3]))
        return Error::startLineInvalid;
    head.status = std::uint16_t((p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0'));
    if (head.status < 100 || head.status > 599)
        return Error::statusInvalid;
    p += 4;
    if (p < end && *p == ' ') { // servers that leave out the space before an empty reason are common
        const char* reason = ++p;
        p = skipFieldValue(p, end);
        head.reason = {reason, std::size_t(p - reason)};
    }
    return takeLineEnd(p, end, Error::startLineInvalid);
}

} // namespace gatehouse::http
