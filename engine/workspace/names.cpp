#include "engine/workspace/names.h"

#include "engine/base/address.h"
#include "engine/base/text.h"

#include <algorithm>

namespace gatehouse::workspace {

namespace {

bool isLowerAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isLabel(std::string_view label)
{
    return !label.empty() && isLowerAlphanumeric(label.front()) && isLowerAlphanumeric(label.back()) &&
           std::all_of(label.begin(), label.end(), [](char c) { return isLowerAlphanumeric(c) || c == '-'; });
}

bool isSubdomain(std::string_view text, std::size_t maxLabel)
{
    if (text.empty() || text.size() > 253)
        return false;
    while (true) {
        const std::size_t dot = text.find('.');
        const std::string_view label = text.substr(0, dot);
        if (!isLabel(label) || label.size() > maxLabel)
            return false;
        if (dot == text.npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

} // namespace

bool isObjectName(std::string_view text)
{
    return isSubdomain(text, 253);
}

bool isHostname(std::string_view text, bool wildcard)
{
    if (wildcard && text.starts_with("*."))
        text.remove_prefix(2);
    return isSubdomain(text, 63) && !isIpLiteral(text);
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isLowerAlphanumeric(toLower(c)) ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

bool isFieldValue(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    if (!text.empty() && (isSpace(text.front()) || isSpace(text.back())))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
    });
}

std::string objectNameFrom(std::string_view text)
{
    std::string out;
    for (const char c : lowered(text)) {
        if (isLowerAlphanumeric(c))
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.substr(0, 253);
}

} // namespace gatehouse::workspace
