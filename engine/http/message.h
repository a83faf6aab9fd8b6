#pragma once

#include "engine/base/text.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Whole messages as owned values, for the engine's own endpoints and its client. The data plane does not use
/// them.
namespace gatehouse::http {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// The first field's value, or empty. Names are compared without case.
inline std::string_view fieldValue(const Fields& fields, std::string_view name)
{
    for (const auto& [key, value] : fields) {
        if (equalsIgnoreCase(key, name))
            return value;
    }
    return {};
}

struct Request {
    std::string method;
    std::string target; ///< as it came, origin form
    std::string path;   ///< normalised
    std::string query;  ///< without "?"
    Fields fields;      ///< in order, names as they came
    std::string body;   ///< decoded
    std::string peer;   ///< "127.0.0.1:40000"

    std::string_view field(std::string_view name) const { return fieldValue(fields, name); }
};

/// Content-Length, Date and Connection are the sender's business: leave them out.
struct Response {
    int status = 200;
    Fields fields;
    std::string body;
};

/// The standard reason phrase, "" for an unknown code (RFC 9110 §15).
std::string_view reasonPhrase(int status);

} // namespace gatehouse::http
