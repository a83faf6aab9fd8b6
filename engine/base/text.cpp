#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gatehouse
{

namespace
{

constexpr std::string_view standardAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

using DecodeTable = std::array<std::int8_t, 256>;

constexpr DecodeTable decodeTable(std::string_view alphabet)
{
    DecodeTable table{};
    table.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = std::int8_t(i);
    return table;
}

std::string encode(std::string_view bytes, std::string_view alphabet, bool padding)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < left ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k <= left; ++k)
            out += alphabet[group >> (18 - 6 * k) & 63];
        if (padding)
            out.append(3 - left, '=');
    }
    return out;
}

/// `text` without padding. Refuses a lone last letter and bits beyond the last byte (RFC 4648 §3.5).
bool decode(std::string_view text, const DecodeTable& table, std::string& bytes)
{
    std::string out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const int value = table[static_cast<unsigned char>(c)];
        if (value < 0)
            return false;
        bits = (bits << 6 | std::uint32_t(value)) & 0xffffu;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out += char(bits >> held & 0xff);
        }
    }
    if (held == 6 || (bits & ((1u << held) - 1)) != 0)
        return false;
    bytes = std::move(out);
    return true;
}

/// Optimal string alignment distance without regard to case, or `limit + 1` where it is larger than `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit)
{
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
        return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto at = [](std::string_view word, std::size_t k) { return toLower(word[k - 1]); };
            const std::size_t change = at(a, i) == at(b, j) ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && at(a, i) == at(b, j - 1) && at(a, i - 1) == at(b, j))
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

} // namespace

bool equalsIgnoreCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return toLower(x) == toLower(y); });
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), toLower);
    return out;
}

std::string base64Encode(std::string_view bytes)
{
    return encode(bytes, standardAlphabet, true);
}

std::string base64UrlEncode(std::string_view bytes)
{
    return encode(bytes, urlAlphabet, false);
}

bool base64Decode(std::string_view text, std::string& bytes)
{
    static constexpr DecodeTable table = decodeTable(standardAlphabet);
    if (text.size() % 4 != 0)
        return false;
    for (int i = 0; i < 2 && text.ends_with('='); ++i)
        text.remove_suffix(1);
    return decode(text, table, bytes);
}

bool base64UrlDecode(std::string_view text, std::string& bytes)
{
    static constexpr DecodeTable table = decodeTable(urlAlphabet);
    return decode(text, table, bytes);
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates)
{
    if (word.size() > 256)
        return {};
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::string_view found;
    for (const std::string_view candidate : candidates) {
        const std::size_t d = distance(word, candidate, best - 1);
        if (d < best && d < std::max(word.size(), candidate.size())) {
            best = d;
            found = candidate;
            if (d == 0)
                break;
        }
    }
    return found;
}

} // namespace gatehouse
