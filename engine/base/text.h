#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse
{

/// ASCII only, as HTTP and DNS need it; never the locale's.
constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
bool equalsIgnoreCase(std::string_view a, std::string_view b);
std::string lowered(std::string_view text);

std::string base64Encode(std::string_view bytes);                ///< RFC 4648 §4
std::string base64UrlEncode(std::string_view bytes);             ///< RFC 4648 §5, without padding
bool base64Decode(std::string_view text, std::string& bytes);    ///< strict; false on anything else
bool base64UrlDecode(std::string_view text, std::string& bytes); ///< strict, no padding, no unused bits

/// The candidate nearest to `word` by edit distance (at most a third of its length), or empty.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace gatehouse
