#include "engine/http/head.h"

#include "engine/base/text.h"
#include "engine/http/chars.h"
#include "engine/http/target.h"

#include <array>
#include <bit>
#include <cstring>

namespace gatehouse::http {

namespace {

static_assert(std::endian::native == std::endian::little, "the word scan below counts from the low end");

constexpr std::uint64_t everyByte(std::uint8_t b)
{
    return 0x0101010101010101ull * b;
}

/// The first byte in [p, end) that a field value can't hold (RFC 9110 §5.5), eight bytes a step.
const char* skipFieldValue(const char* p, const char* end)
{
    while (end - p >= 8) {
        std::uint64_t word;
        std::memcpy(&word, p, 8);
        const std::uint64_t del = word ^ everyByte(0x7f);
        const std::uint64_t control = (word - everyByte(0x20)) & ~word;
        const std::uint64_t stop = (control | ((del - everyByte(1)) & ~del)) & everyByte(0x80);
        if (stop == 0) {
            p += 8;
            continue;
        }
        p += std::countr_zero(stop) / 8;
        if (*p != '\t')
            return p;
        ++p;
    }
    while (p < end && is(*p, isFieldValue))
        ++p;
    return p;
}

Parsed failed(Error error)
{
    return {Parsed::State::failed, error, 0};
}

/// CR LF at p. `none` moves p behind it; nullopt = more bytes are needed.
std::optional<Error> takeLineEnd(const char*& p, const char* end, Error otherwise)
{
    if (p == end)
        return std::nullopt;
    if (*p == '\n')
        return Error::bareLf;
    if (*p != '\r')
        return otherwise;
    if (p + 1 == end)
        return std::nullopt;
    if (p[1] != '\n')
        return Error::bareCr;
    p += 2;
    return Error::none;
}

/// One field line at p, which is not at an empty line.
std::optional<Error> takeField(const char*& p, const char* end, FieldSection& section)
{
    if (*p == ' ' || *p == '\t')
        return Error::fieldFolded;
    const char* name = p;
    while (p < end && is(*p, isToken))
        ++p;
    if (p == end)
        return std::nullopt;
    if (*p == ' ' || *p == '\t')
        return Error::spaceBeforeColon;
    if (*p != ':' || p == name)
        return Error::fieldNameInvalid;
    const std::string_view nameText(name, std::size_t(p - name));
    ++p;
    const char* value = p;
    p = skipFieldValue(p, end);
    const std::string_view valueText(value, std::size_t(p - value));
    const auto ended = takeLineEnd(p, end, Error::fieldValueInvalid);
    if (ended == Error::none) {
        section.fields.push_back({nameText, trimOws(valueText)});
        section.known.push_back(knownField(nameText));
    }
    return ended;
}

/// Field lines and the empty line behind them.
std::optional<Error> takeFields(const char*& p, const char* end, const Limits& limits, FieldSection& section)
{
    for (;;) {
        if (p == end)
            return std::nullopt;
        if (*p == '\r' || *p == '\n')
            return takeLineEnd(p, end, Error::bareCr);
        if (section.fields.size() == limits.fields)
            return Error::tooManyFields;
        if (const auto error = takeField(p, end, section); error != Error::none)
            return error;
    }
}

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

/// Empty lines before a request line are ignored (RFC 9112 §2.2), a few of them.
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

/// The outcome of a pass that stopped with `error` at p.
Parsed finish(std::optional<Error> error, std::string_view bytes, const char* p, const Limits& limits)
{
    const auto size = std::size_t(p - bytes.data());
    if (!error)
        return bytes.size() >= limits.head_bytes ? failed(Error::headTooLarge) : Parsed{};
    if (*error != Error::none)
        return failed(*error);
    return size > limits.head_bytes ? failed(Error::headTooLarge)
                                    : Parsed{Parsed::State::complete, Error::none, size};
}

} // namespace

const FieldView* FieldSection::first(Known which) const
{
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == which)
            return &fields[i];
    }
    return nullptr;
}

void RequestHead::clear()
{
    auto kept = std::move(section);
    kept.clear();
    *this = RequestHead{};
    section = std::move(kept);
}

void ResponseHead::clear()
{
    auto kept = std::move(section);
    kept.clear();
    *this = ResponseHead{};
    section = std::move(kept);
}

Parsed parseRequestHead(std::string_view bytes, const Limits& limits, RequestHead& head)
{
    head.clear();
    const char* p = bytes.data();
    const char* end = p + bytes.size();
    auto error = takeEmptyLines(p, end, limits);
    if (error == Error::none)
        error = takeRequestLine(p, end, limits, head);
    if (error == Error::none)
        error = takeFields(p, end, limits, head.section);
    if (error == Error::none)
        error = understandRequest(limits, head);
    return finish(error, bytes, p, limits);
}

Parsed parseResponseHead(std::string_view bytes, const Limits& limits, Method requestMethod,
                         ResponseHead& head)
{
    head.clear();
    const char* p = bytes.data();
    const char* end = p + bytes.size();
    auto error = takeStatusLine(p, end, head);
    if (error == Error::none)
        error = takeFields(p, end, limits, head.section);
    if (error == Error::none)
        error = understandResponse(requestMethod, head);
    return finish(error, bytes, p, limits);
}

bool findHeadEnd(std::string_view bytes, std::size_t& from)
{
    for (;;) {
        const auto lf = bytes.find('\n', from);
        if (lf == std::string_view::npos) {
            from = bytes.size();
            return false;
        }
        const auto next = lf + 1 < bytes.size() && bytes[lf + 1] == '\r' ? lf + 2 : lf + 1;
        if (next >= bytes.size()) {
            from = lf;
            return false;
        }
        from = next;
        if (bytes[next] == '\n')
            return true;
    }
}

Error parseTrailers(std::string_view bytes, FieldSection& section)
{
    section.clear();
    const char* p = bytes.data();
    const char* end = p + bytes.size();
    while (p < end) {
        if (section.fields.size() == Limits{}.fields || takeField(p, end, section) != Error::none ||
            !mayBeTrailer(section.fields.back().name)) {
            return Error::trailerInvalid;
        }
    }
    return Error::none;
}

} // namespace gatehouse::http
