#include "engine/http/head_meaning.h"

#include "engine/base/text.h"
#include "engine/http/chars.h"
#include "engine/http/target.h"

#include <algorithm>
#include <array>

namespace gatehouse::http {

namespace {

bool parseDecimal(std::string_view text, std::uint64_t& value)
{
    if (text.empty())
        return false;
    value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > (INT64_MAX - 9) / 10)
            return false;
        value = value * 10 + std::uint64_t(c - '0');
    }
    return true;
}

/// What both kinds of head have to say about framing and the connection.
struct Meaning {
    std::size_t hosts = 0;
    std::string_view host;
    std::size_t lengths = 0;
    std::uint64_t length = 0;
    std::size_t codings = 0;
    bool chunked = false;
    Error codingError = Error::none;
    std::array<std::string_view, 24> nominated{};
    std::size_t nominatedCount = 0;
};

Error readConnection(std::string_view value, ConnectionOptions& options, Meaning& meaning)
{
    const bool fine = forEachElement(value, [&](std::string_view option) {
        if (!isTokenText(option))
            return false;
        if (equalsIgnoreCase(option, "close")) {
            options.close = true;
        } else if (equalsIgnoreCase(option, "keep-alive")) {
            options.keepAlive = true;
        } else if (equalsIgnoreCase(option, "upgrade")) {
            options.upgrade = true;
        } else {
            const auto known = knownField(option);
            if (known == Known::host || known == Known::contentLength || known == Known::transferEncoding)
                return false;
            if (meaning.nominatedCount == meaning.nominated.size())
                return false;
            meaning.nominated[meaning.nominatedCount++] = option;
        }
        return true;
    });
    return fine ? Error::none : Error::connectionInvalid;
}

void readCoding(std::string_view value, Meaning& meaning)
{
    ++meaning.codings;
    if (equalsIgnoreCase(value, "chunked"))
        meaning.chunked = true;
    else
        meaning.codingError = value.empty() ? Error::codingInvalid : Error::codingUnsupported;
}

void markNominated(const Meaning& meaning, FieldSection& section)
{
    for (std::size_t n = 0; n < meaning.nominatedCount; ++n) {
        for (std::size_t i = 0; i < section.fields.size(); ++i) {
            if (!isHopByHop(section.known[i]) &&
                equalsIgnoreCase(section.fields[i].name, meaning.nominated[n]))
                section.known[i] = Known::nominated;
        }
    }
}

Error readMeaning(const FieldSection& section, ConnectionOptions& connection, Meaning& meaning)
{
    for (std::size_t i = 0; i < section.fields.size(); ++i) {
        const auto value = section.fields[i].value;
        switch (section.known[i]) {
        case Known::host:
            ++meaning.hosts;
            meaning.host = value;
            break;
        case Known::contentLength:
            if (++meaning.lengths > 1)
                return Error::contentLengthRepeated;
            if (!parseDecimal(value, meaning.length))
                return Error::contentLengthInvalid;
            break;
        case Known::transferEncoding:
            readCoding(value, meaning);
            break;
        case Known::connection:
            if (const auto error = readConnection(value, connection, meaning); error != Error::none)
                return error;
            break;
        default:
            break;
        }
    }
    return Error::none;
}

Error checkCoding(const Meaning& meaning, std::uint8_t minor)
{
    if (meaning.codings == 0)
        return Error::none;
#ifndef GATEHOUSE_MUTANT_LENGTH_BESIDE_CODING
    if (meaning.lengths > 0)
        return Error::lengthAndCoding;
#endif
    if (minor == 0)
        return Error::codingInHttp10;
    if (meaning.codingError != Error::none)
        return meaning.codingError;
    return meaning.codings > 1 ? Error::codingInvalid : Error::none;
}

Error checkHost(const Meaning& meaning, RequestHead& head)
{
    if (meaning.hosts > 1)
        return Error::hostRepeated;
    if (meaning.hosts == 0)
        return head.minor == 0 ? Error::none : Error::hostMissing;
    std::string_view host;
    if (const auto error = parseAuthority(meaning.host, host); error != Error::none)
        return error;
    if (head.authority.empty()) { // RFC 9112 §3.2.2: an absolute target's authority goes before the field
        head.authority = meaning.host;
        head.host = host;
    }
    return Error::none;
}

/// Protocols that would carry HTTP past the rules of this gateway are not tunnelled.
bool mayTunnel(std::string_view upgrade)
{
    bool any = false;
    const bool fine = forEachElement(upgrade, [&](std::string_view protocol) {
        const auto name = protocol.substr(0, protocol.find('/'));
        any = true;
        return isTokenText(name) && !equalsIgnoreCase(name, "h2c") && !equalsIgnoreCase(name, "h2") &&
               !equalsIgnoreCase(name, "http") && !equalsIgnoreCase(name, "tls");
    });
    return fine && any;
}

Error readRequestFields(RequestHead& head)
{
    std::size_t upgrades = 0;
    bool tunnel = true;
    for (std::size_t i = 0; i < head.section.fields.size(); ++i) {
        const auto value = head.section.fields[i].value;
        std::uint64_t hops = 0;
        switch (head.section.known[i]) {
        case Known::expect:
            if (head.minor == 0)
                break; // RFC 9110 §10.1.1: ignored
            if (!equalsIgnoreCase(value, "100-continue"))
                return Error::expectUnknown;
            head.expectContinue = head.framing.hasBody();
            break;
        case Known::upgrade:
            ++upgrades;
            tunnel = tunnel && mayTunnel(value);
            break;
        case Known::maxForwards:
            if ((head.methodId == Method::options || head.methodId == Method::trace) &&
                parseDecimal(value, hops))
                head.maxForwards = std::uint32_t(std::min<std::uint64_t>(hops, 255));
            break;
        default:
            break;
        }
    }
    head.wantsUpgrade =
        upgrades > 0 && tunnel && head.minor == 1 && head.connection.upgrade && !head.framing.hasBody();
    return Error::none;
}

} // namespace

Error understandRequest(const Limits& limits, RequestHead& head)
{
    Meaning meaning;
    if (const auto error = readMeaning(head.section, head.connection, meaning); error != Error::none)
        return error;
    if (const auto error = checkCoding(meaning, head.minor); error != Error::none)
        return error;
    if (const auto error = checkHost(meaning, head); error != Error::none)
        return error;
    markNominated(meaning, head.section);
    if (meaning.chunked)
        head.framing = {Framing::Kind::chunked, 0};
    else if (meaning.length > 0)
        head.framing = {Framing::Kind::length, meaning.length};
    if (head.framing.length > limits.body_bytes)
        return Error::bodyTooLarge;
    if (head.methodId == Method::trace && head.framing.hasBody())
        return Error::bodyForbidden;
    head.keepAlive = !head.connection.close && (head.minor == 1 || head.connection.keepAlive);
    return readRequestFields(head);
}

Error understandResponse(Method requestMethod, ResponseHead& head)
{
    Meaning meaning;
    if (const auto error = readMeaning(head.section, head.connection, meaning); error != Error::none)
        return error;
    if (const auto error = checkCoding(meaning, head.minor); error != Error::none)
        return error;
    markNominated(meaning, head.section);
    if (meaning.lengths > 0)
        head.contentLength = meaning.length;
    head.keepAlive = !head.connection.close && (head.minor == 1 || head.connection.keepAlive);
    const bool bodiless =
        requestMethod == Method::head || head.status < 200 || head.status == 204 || head.status == 304;
    if (bodiless)
        return Error::none;
    if (meaning.chunked) {
        head.framing = {Framing::Kind::chunked, 0};
    } else if (head.contentLength) {
        head.framing = {Framing::Kind::length, *head.contentLength};
    } else {
        head.framing = {Framing::Kind::untilClose, 0};
        head.keepAlive = false;
    }
    return Error::none;
}

} // namespace gatehouse::http
