#include "engine/workspace/duration.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace gatehouse::workspace {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t ms;
};

constexpr Unit units[] = {{"h", 3600000}, {"m", 60000}, {"s", 1000}, {"ms", 1}};

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(std::string_view text)
{
    if (text.empty())
        return {};
    std::int64_t total = 0;
    for (int terms = 0; !text.empty(); ++terms) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const std::size_t letters = std::min(text.find_first_of("0123456789", digits), text.size()) - digits;
        const std::string_view name = text.substr(digits, letters);
        const auto unit = std::find_if(std::begin(units), std::end(units),
                                       [name](const Unit& u) { return u.name == name; });
        if (terms == 4 || digits == 0 || digits > 5 || unit == std::end(units))
            return {};
        std::int64_t number = 0;
        for (const char c : text.substr(0, digits))
            number = number * 10 + (c - '0');
        total += number * unit->ms;
        text.remove_prefix(digits + letters);
    }
    return std::chrono::milliseconds(total);
}

} // namespace gatehouse::workspace
