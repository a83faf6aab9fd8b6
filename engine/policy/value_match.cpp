#include "engine/policy/value_match.h"

#include "engine/base/text.h"

#include <re2/re2.h>

#include <array>
#include <optional>

namespace gatehouse::policy {
namespace {

constexpr std::size_t regexMemory_bytes = 1u << 20;
constexpr int largestRegexProgram = 64 * 1024 / 8; // instructions, eight bytes each

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char low = toLower(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

bool equalsDecoded(std::string_view encoded, std::string_view plain)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < encoded.size(); ++i, ++at) {
        char c = encoded[i];
        if (c == '%' && i + 2 < encoded.size() && hexDigit(encoded[i + 1]) >= 0 &&
            hexDigit(encoded[i + 2]) >= 0) {
            c = char(hexDigit(encoded[i + 1]) * 16 + hexDigit(encoded[i + 2]));
            i += 2;
        }
        if (at >= plain.size() || plain[at] != c)
            return false;
    }
    return at == plain.size();
}

bool equalsParameter(std::string_view sent, std::string_view wanted)
{
    return sent == wanted || (sent.find('%') != std::string_view::npos && equalsDecoded(sent, wanted));
}

std::optional<std::string_view> firstParameter(std::string_view name, std::string_view query)
{
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto pair = query.substr(0, end);
        const auto equals = pair.find('=');
        if (equalsParameter(pair.substr(0, equals), name))
            return equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return std::nullopt;
}

/// Compares `wanted` with the values joined by "," and optional spaces, without joining them.
bool equalsJoined(std::string_view name, std::span<const FieldView> headers, std::string_view wanted)
{
    bool found = false;
    for (const auto& field : headers) {
        if (!equalsIgnoreCase(field.name, name))
            continue;
        if (found) {
            if (!wanted.starts_with(','))
                return false;
            wanted.remove_prefix(1);
            while (wanted.starts_with(' '))
                wanted.remove_prefix(1);
        }
        if (!wanted.starts_with(field.value))
            return false;
        wanted.remove_prefix(field.value.size());
        found = true;
    }
    return found && wanted.empty();
}

bool regexMatchesJoined(const ValueCondition& condition, std::span<const FieldView> headers)
{
    std::array<char, 8192> joined;
    std::string_view text;
    int count = 0;
    std::size_t size = 0;
    for (const auto& field : headers) {
        if (!equalsIgnoreCase(field.name, condition.name))
            continue;
        if (++count == 1) {
            text = field.value;
            continue;
        }
        const auto add = [&](std::string_view part) {
            if (size + part.size() > joined.size())
                return false;
            part.copy(joined.data() + size, part.size());
            size += part.size();
            return true;
        };
        if ((count == 2 && !add(text)) || !add(", ") || !add(field.value))
            return false;
    }
    if (count == 0)
        return false;
    return regexMatches(*condition.regex, count == 1 ? text : std::string_view(joined.data(), size));
}

} // namespace

std::shared_ptr<const re2::RE2> compileRegex(std::string_view pattern, std::string& error)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(regexMemory_bytes);
    auto regex = std::make_shared<const re2::RE2>(piece(pattern), options);
    if (!regex->ok()) {
        error = regex->error();
        return nullptr;
    }
    if (regex->ProgramSize() > largestRegexProgram) {
        error = "its program is over 64 KiB";
        return nullptr;
    }
    return regex;
}

bool regexMatches(const re2::RE2& regex, std::string_view text) noexcept
{
    return re2::RE2::FullMatch(piece(text), regex);
}

bool headerMatches(const ValueCondition& condition, std::span<const FieldView> headers) noexcept
{
    if (condition.regex)
        return regexMatchesJoined(condition, headers);
    return equalsJoined(condition.name, headers, condition.value);
}

bool queryMatches(const ValueCondition& condition, std::string_view query) noexcept
{
    const auto value = firstParameter(condition.name, query);
    if (!value)
        return false;
    return condition.regex ? regexMatches(*condition.regex, *value)
                           : equalsParameter(*value, condition.value);
}

std::string headerText(std::string_view name, std::span<const FieldView> headers)
{
    std::string text;
    for (const auto& field : headers) {
        if (!equalsIgnoreCase(field.name, name))
            continue;
        if (!text.empty())
            text += ", ";
        text += field.value;
    }
    return text;
}

std::string queryText(std::string_view name, std::string_view query)
{
    return std::string(firstParameter(name, query).value_or(std::string_view()));
}

} // namespace gatehouse::policy
