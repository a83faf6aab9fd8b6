#pragma once

#include "engine/api/contract.h"

#include <string>
#include <string_view>
#include <variant>

/// JSON-RPC 2.0 lines. encode() and decode() of every struct of contract.h are instantiated in codec.cpp, so that no
/// other file compiles the describing templates.
namespace gatehouse::api {

template <class T>
std::string encode(const T& value);                                    ///< compact JSON, no newline
template <class T>
std::optional<T> decode(std::string_view text, Problems& problems);    ///< strict

struct CallMessage {
    std::int64_t id = 0;
    std::string method;
    std::string params;   ///< JSON text of the params object
};
struct ResultMessage {
    std::int64_t id = 0;
    std::string result;   ///< JSON text
};
struct ErrorMessage {
    std::int64_t id = 0;
    int code = 0;
    std::string message;
};
struct NotificationMessage {
    std::string method;
    std::string params;
};
using Message = std::variant<CallMessage, ResultMessage, ErrorMessage, NotificationMessage>;

std::string line(const Message& message);                              ///< with the final '\n'
std::optional<Message> parseLine(std::string_view line, Problems& problems);

} // namespace gatehouse::api
