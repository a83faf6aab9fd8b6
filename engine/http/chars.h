#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Byte classes of RFC 9110 §5.6.2 and §5.5 and RFC 3986 §2, as one table lookup a byte.
namespace gatehouse::http {

enum CharClass : std::uint8_t {
    isToken = 1,       ///< tchar
    isFieldValue = 2,  ///< HTAB, SP, VCHAR, obs-text
    isPath = 4,        ///< pchar, "/", "%" (escapes are checked apart)
    isQuery = 8,       ///< isPath and "?"
    isEncodable = 16,  ///< not in RFC 3986, but sent by browsers (URL standard): forwarded percent-encoded
    isUnreserved = 32, ///< ALPHA DIGIT - . _ ~
    isHexDigit = 64,
    isHostName = 128, ///< what a name in DNS or an IPv4 address may hold, and "_" and "~"
};

namespace detail {

constexpr bool among(int c, std::string_view set)
{
    return set.find(char(c)) != std::string_view::npos;
}

constexpr std::array<std::uint8_t, 256> makeTable()
{
    std::array<std::uint8_t, 256> table{};
    for (int c = 0; c < 256; ++c) {
        const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        std::uint8_t k = 0;
        if (alnum || (c != 0 && among(c, "!#$%&'*+-.^_`|~")))
            k |= isToken;
        if (c == '\t' || (c >= 0x20 && c != 0x7f))
            k |= isFieldValue;
        if (alnum || (c != 0 && among(c, "-._~!$&'()*+,;=:@/%")))
            k |= isPath | isQuery;
        if (c == '?')
            k |= isQuery;
        if (c != 0 && among(c, "[]{}|^`"))
            k |= isEncodable;
        if (alnum || (c != 0 && among(c, "-._~")))
            k |= isUnreserved | isHostName;
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            k |= isHexDigit;
        table[std::size_t(c)] = k;
    }
    return table;
}

inline constexpr auto charTable = makeTable();

} // namespace detail

constexpr bool is(char c, std::uint8_t classes)
{
    return (detail::charTable[static_cast<unsigned char>(c)] & classes) != 0;
}

constexpr bool allAre(std::string_view text, std::uint8_t classes)
{
    for (const char c : text) {
        if (!is(c, classes))
            return false;
    }
    return true;
}

constexpr bool isTokenText(std::string_view text)
{
    return !text.empty() && allAre(text, isToken);
}

/// 0–15; the caller has checked isHexDigit.
constexpr int hexValue(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

constexpr std::string_view trimOws(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Calls f(element) for each non-empty element of a comma list (RFC 9110 §5.6.1), white space trimmed. Not
/// for values with quoted strings. Ends early when f returns false; returns false then.
template <class F>
bool forEachElement(std::string_view list, F&& f)
{
    while (!list.empty()) {
        const auto comma = list.find(',');
        const auto element = trimOws(list.substr(0, comma));
        if (!element.empty() && !f(element))
            return false;
        if (comma == std::string_view::npos)
            break;
        list.remove_prefix(comma + 1);
    }
    return true;
}

} // namespace gatehouse::http
