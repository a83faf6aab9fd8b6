#include "engine/http/date.h"

#include <cstdio>
#include <ctime>

namespace gatehouse::http {

std::string_view dateText(Monotonic now)
{
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    thread_local char text[40];
    thread_local int length = 0;
    thread_local Monotonic valid{};
    if (length == 0 || now >= valid) {
        const auto wall = wallNow();
        const auto second = std::chrono::duration_cast<std::chrono::seconds>(wall);
        const std::time_t time = second.count();
        std::tm parts{};
        gmtime_r(&time, &parts);
        length = std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday],
                               parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                               parts.tm_min, parts.tm_sec);
        valid = now + std::chrono::seconds(1) - (wall - second);
    }
    return {text, std::size_t(length)};
}

} // namespace gatehouse::http
