#include "engine/base/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatehouse::json
{

std::size_t utf8SequenceLength(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length)
        return 0;
    const unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80; // no overlong forms
    const unsigned char high = first == 0xed   ? 0x9f
                               : first == 0xf4 ? 0x8f
                                               : 0xbf; // no surrogates, no more than U+10FFFF
    if (byte(1) < low || byte(1) > high)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

std::size_t countCodePoints(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

Position positionOf(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t newline = before.rfind('\n');
    const std::string_view line = newline == before.npos ? before : before.substr(newline + 1);
    return {1 + int(std::count(before.begin(), before.end(), '\n')), 1 + int(countCodePoints(line))};
}

void appendQuoted(std::string& out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    while (!text.empty()) {
        const std::size_t length = utf8SequenceLength(text);
        const char c = text.front();
        if (length != 1) {
            out += length == 0 ? std::string_view("\xef\xbf\xbd") : text.substr(0, length);
            text.remove_prefix(std::max<std::size_t>(length, 1));
            continue;
        }
        text.remove_prefix(1);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out.append("\\u00").append({hex[c >> 4], hex[c & 15]});
            else
                out += c;
        }
    }
    out += '"';
}

std::string shown(std::string_view text)
{
    constexpr std::size_t limit = 60;
    std::size_t end = 0;
    for (std::size_t i = 0; i < limit && end < text.size(); ++i)
        end += std::max<std::size_t>(1, utf8SequenceLength(text.substr(end)));
    std::string out;
    appendQuoted(out, text.substr(0, end));
    return end < text.size() ? out + "…" : out;
}

std::string numberText(double number)
{
    if (!std::isfinite(number))
        return "null"; // JSON knows no such number
    char digits[32];
    if (std::trunc(number) == number && std::abs(number) < 9007199254740992.0) {
        const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<long long>(number)).ptr;
        return {digits, end};
    }
    const double size = std::abs(number);
    const auto format =
        size >= 1e21 || size < 1e-7 ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(digits, digits + sizeof digits, number, format).ptr;
    return {digits, end};
}

} // namespace gatehouse::json
