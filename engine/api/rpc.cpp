#include "engine/api/rpc.h"

#include "engine/base/json_text.h"

#include <algorithm>

namespace gatehouse::api
{

namespace
{

using json::Object;
using json::Value;

/// Params and results are JSON texts already; a line is put together around them.
std::string head()
{
    return "{\"jsonrpc\":\"2.0\"";
}

std::string idMember(std::int64_t id)
{
    return ",\"id\":" + std::to_string(id);
}

std::string textMember(std::string_view name, std::string_view text)
{
    std::string out = ",\"";
    out.append(name).append("\":");
    json::appendQuoted(out, text);
    return out;
}

std::string orEmptyObject(const std::string& text)
{
    return text.empty() ? "{}" : text;
}

struct LineWriter {
    std::string operator()(const CallMessage& m) const
    {
        return head() + idMember(m.id) + textMember("method", m.method) +
               ",\"params\":" + orEmptyObject(m.params);
    }
    std::string operator()(const NotificationMessage& m) const
    {
        return head() + textMember("method", m.method) + ",\"params\":" + orEmptyObject(m.params);
    }
    std::string operator()(const ResultMessage& m) const
    {
        return head() + idMember(m.id) + ",\"result\":" + orEmptyObject(m.result);
    }
    std::string operator()(const ErrorMessage& m) const
    {
        return head() + idMember(m.id) + ",\"error\":{\"code\":" + std::to_string(m.code) +
               textMember("message", m.message) + "}";
    }
};

class LineReader
{
public:
    LineReader(const Object& object, Problems& problems) : object_(object), problems_(problems) {}

    std::optional<Message> read()
    {
        if (text(object_, "jsonrpc") != "2.0")
            return refuse("/jsonrpc", "rpc.version", "The member \"jsonrpc\" must be \"2.0\".");
        if (object_.contains("method"))
            return readCall();
        if (object_.contains("result") != object_.contains("error"))
            return readAnswer();
        return refuse("", "rpc.kind", "A line is a call, a notification, a result or an error.");
    }

private:
    std::optional<Message> readCall()
    {
        const auto method = text(object_, "method");
        const Value* params = object_.if_contains("params");
        if (!method || method->empty())
            return refuse("/method", "rpc.method", "The method's name must be text.");
        if (params && !params->is_object())
            return refuse("/params", "rpc.params", "The parameters must be an object.");
        const std::string paramsText = params ? json::writeLine(*params) : "{}";
        const bool isCall = object_.contains("id");
        if (!onlyHas(object_, {"jsonrpc", "id", "method", "params"}))
            return {};
        if (!isCall)
            return NotificationMessage{*method, paramsText};
        const auto id = readId();
        if (!id)
            return {};
        return CallMessage{*id, *method, paramsText};
    }

    std::optional<Message> readAnswer()
    {
        const auto id = readId();
        if (!id || !onlyHas(object_, {"jsonrpc", "id", "result", "error"}))
            return {};
        if (const Value* result = object_.if_contains("result"))
            return ResultMessage{*id, json::writeLine(*result)};
        const Value& error = object_.at("error");
        if (!error.is_object() || !onlyHas(error.get_object(), {"code", "message", "data"}))
            return refuse("/error", "rpc.error", "An error is an object with a code and a message.");
        const auto code = integer(error.get_object(), "code");
        const auto message = text(error.get_object(), "message");
        if (!code || *code < INT32_MIN || *code > INT32_MAX || !message)
            return refuse("/error", "rpc.error", "An error is an object with a code and a message.");
        return ErrorMessage{*id, int(*code), *message};
    }

    std::optional<std::int64_t> readId()
    {
        const auto id = integer(object_, "id");
        if (!id)
            refuse("/id", "rpc.id", "The id must be a whole number.");
        return id;
    }

    static std::optional<std::string> text(const Object& object, const char* name)
    {
        const Value* value = object.if_contains(name);
        if (!value || !value->is_string())
            return {};
        return std::string(value->get_string().data(), value->get_string().size());
    }

    static std::optional<std::int64_t> integer(const Object& object, const char* name)
    {
        const Value* value = object.if_contains(name);
        return value && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
    }

    bool onlyHas(const Object& object, std::initializer_list<std::string_view> names)
    {
        for (const auto& member : object) {
            const std::string_view name(member.key().data(), member.key().size());
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                refuse("/" + json::escapePointerToken(name), "rpc.unknown-member",
                       "There is no member " + json::shown(name) + " in a JSON-RPC line.");
                return false;
            }
        }
        return true;
    }

    std::nullopt_t refuse(std::string pointer, const char* code, std::string message)
    {
        problems_.push_back({std::move(pointer), code, std::move(message)});
        return std::nullopt;
    }

    const Object& object_;
    Problems& problems_;
};

} // namespace

std::string line(const Message& message)
{
    return std::visit(LineWriter(), message) + "}\n";
}

std::optional<Message> parseLine(std::string_view line, Problems& problems)
{
    const auto value = json::parse(line, problems, {.bytes = maxLine_bytes, .depth = 34});
    if (!value)
        return {};
    if (!value->is_object()) {
        problems.push_back({"", "rpc.kind", "A line is one JSON object; batches are not taken."});
        return {};
    }
    return LineReader(value->get_object(), problems).read();
}

} // namespace gatehouse::api
