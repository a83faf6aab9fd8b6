#include "engine/http/target.h"

#include "engine/base/text.h"
#include "engine/http/chars.h"

#include <arpa/inet.h>

#include <cstring>

namespace gatehouse::http {

namespace {

constexpr char hexDigits[] = "0123456789ABCDEF";

void appendEscaped(unsigned char byte, std::string& out)
{
    out += '%';
    out += hexDigits[byte >> 4];
    out += hexDigits[byte & 15];
}

/// Checks path["?"query] and says whether each is in normal form already.
Error splitPath(std::string_view text, RequestHead& head)
{
    bool plain = true;
    std::size_t i = 0;
    for (; i < text.size() && text[i] != '?'; ++i) {
        const char c = text[i];
        if (!is(c, isPath)) {
            if (!is(c, isEncodable))
                return Error::targetInvalid;
            plain = false;
        } else if (c == '%') {
            if (i + 2 >= text.size() || !is(text[i + 1], isHexDigit) || !is(text[i + 2], isHexDigit))
                return Error::targetInvalid;
            plain = false;
        } else if (c == '.' && i > 0 && text[i - 1] == '/') {
            plain = false; // perhaps a dot segment; the slow path decides
        }
    }
    head.rawPath = text.substr(0, i);
    head.pathIsPlain = plain;
    head.hasQuery = i < text.size();
    if (!head.hasQuery)
        return Error::none;
    head.query = text.substr(i + 1);
    for (std::size_t k = 0; k < head.query.size(); ++k) {
        const char c = head.query[k];
        if (!is(c, isQuery)) {
            if (!is(c, isEncodable))
                return Error::targetInvalid;
            head.queryIsPlain = false;
        } else if (c == '%') {
            if (k + 2 >= head.query.size() || !is(head.query[k + 1], isHexDigit) ||
                !is(head.query[k + 2], isHexDigit))
                return Error::targetInvalid;
        }
    }
    return Error::none;
}

Error parseAbsolute(std::string_view target, std::size_t colon, RequestHead& head)
{
    const auto scheme = target.substr(0, colon);
    if (!is(scheme.front(), isToken) || scheme.front() < 'A' || !allAre(scheme, isToken))
        return Error::targetInvalid;
    const auto rest = target.substr(colon + 3);
    const auto end = rest.find_first_of("/?#");
    if (const auto error = parseAuthority(rest.substr(0, end), head.host); error != Error::none)
        return error;
    if (!equalsIgnoreCase(scheme, "http"))
        return Error::schemeUnsupported;
    head.form = TargetForm::absolute;
    head.authority = rest.substr(0, end);
    if (end == std::string_view::npos) {
        // RFC 9112 §3.2.4: no path in an OPTIONS request stands for the whole server.
        head.rawPath = head.methodId == Method::options ? "*" : "/";
        if (head.methodId == Method::options)
            head.form = TargetForm::asterisk;
        return Error::none;
    }
    if (const auto error = splitPath(rest.substr(end), head); error != Error::none)
        return error;
    if (head.rawPath.empty())
        head.rawPath = "/";
    return Error::none;
}

bool isPort(std::string_view port)
{
    if (port.size() > 5)
        return false;
    unsigned value = 0;
    for (const char c : port) {
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + unsigned(c - '0');
    }
    return value <= 65535;
}

bool isIpv6(std::string_view inside)
{
    char text[INET6_ADDRSTRLEN];
    if (inside.size() >= sizeof text)
        return false;
    std::memcpy(text, inside.data(), inside.size());
    text[inside.size()] = '\0';
    in6_addr address{};
    return inet_pton(AF_INET6, text, &address) == 1;
}

/// Removes the last segment that `out` got since `base`, and its "/".
void dropSegment(std::string& out, std::size_t base)
{
    const auto slash = out.find_last_of('/');
    out.resize(slash == std::string::npos || slash < base ? base : slash);
}

} // namespace

Error parseAuthority(std::string_view authority, std::string_view& host)
{
    if (authority.empty() || authority.size() > hostLimit_bytes)
        return Error::hostInvalid;
    std::string_view port;
    if (authority.front() == '[') {
        const auto close = authority.find(']');
        if (close == std::string_view::npos || !isIpv6(authority.substr(1, close - 1)))
            return Error::hostInvalid;
        host = authority.substr(0, close + 1);
        port = authority.substr(close + 1);
    } else {
        const auto colon = authority.find(':');
        host = authority.substr(0, colon);
        port = colon == std::string_view::npos ? std::string_view{} : authority.substr(colon);
        if (host.empty() || !allAre(host, isHostName))
            return Error::hostInvalid;
    }
    if (!port.empty() && (port.front() != ':' || !isPort(port.substr(1))))
        return Error::hostInvalid;
    return Error::none;
}

Error parseTarget(RequestHead& head)
{
    const auto target = head.rawTarget;
    if (target.empty())
        return Error::targetInvalid;
    if (head.methodId == Method::connect) {
        head.form = TargetForm::authority;
        head.authority = target;
        if (parseAuthority(target, head.host) != Error::none || head.host.size() == target.size())
            return Error::targetForm;
        return Error::none;
    }
    if (target.front() == '/') {
        head.form = TargetForm::origin;
        return splitPath(target, head);
    }
    if (target == "*") {
        head.form = TargetForm::asterisk;
        head.rawPath = target;
        return head.methodId == Method::options ? Error::none : Error::targetForm;
    }
    const auto colon = target.find("://");
    if (colon == std::string_view::npos || colon == 0)
        return allAre(target, isQuery | isEncodable) ? Error::targetForm : Error::targetInvalid;
    return parseAbsolute(target, colon, head);
}

void appendNormalPath(std::string_view rawPath, std::string& out)
{
    const std::size_t base = out.size();
    std::size_t i = 0;
    while (i < rawPath.size()) { // one "/segment" a turn
        const std::size_t segment = out.size();
        out += '/';
        ++i;
        for (; i < rawPath.size() && rawPath[i] != '/'; ++i) {
            const char c = rawPath[i];
            if (c == '%') {
                const auto byte =
                    static_cast<unsigned char>(hexValue(rawPath[i + 1]) * 16 + hexValue(rawPath[i + 2]));
                i += 2;
                if (is(char(byte), isUnreserved))
                    out += char(byte);
                else
                    appendEscaped(byte, out);
            } else if (is(c, isPath)) {
                out += c;
            } else {
                appendEscaped(static_cast<unsigned char>(c), out);
            }
        }
        const auto text = std::string_view(out).substr(segment + 1);
        const bool last = i >= rawPath.size();
        if (text == "." || text == "..") {
            const bool up = text.size() == 2;
            out.resize(segment);
            if (up)
                dropSegment(out, base);
            if (last)
                out += '/'; // "/a/." and "/a/b/.." end in a slash (RFC 3986 §5.2.4)
        }
    }
    if (out.size() == base)
        out += '/';
}

void appendQuery(std::string_view query, std::string& out)
{
    for (const char c : query) {
        if (is(c, isQuery))
            out += c;
        else
            appendEscaped(static_cast<unsigned char>(c), out);
    }
}

} // namespace gatehouse::http
