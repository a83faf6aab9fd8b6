#include "engine/base/json.h"
#include "engine/base/json_text.h"

#include <algorithm>

namespace gatehouse::json
{

namespace
{

constexpr std::size_t lineWidth = 100;

void appendScalar(std::string& out, const Value& value)
{
    switch (value.kind()) {
    case boost::json::kind::null:
        out += "null";
        break;
    case boost::json::kind::bool_:
        out += value.get_bool() ? "true" : "false";
        break;
    case boost::json::kind::int64:
        out += std::to_string(value.get_int64());
        break;
    case boost::json::kind::uint64:
        out += std::to_string(value.get_uint64());
        break;
    case boost::json::kind::double_:
        out += numberText(value.get_double());
        break;
    case boost::json::kind::string:
        appendQuoted(out, {value.get_string().data(), value.get_string().size()});
        break;
    default:
        break;
    }
}

void appendLine(std::string& out, const Value& value)
{
    char separator = 0;
    const auto separate = [&] {
        if (separator)
            out += separator;
        separator = ',';
    };
    if (const Object* object = value.if_object()) {
        out += '{';
        for (const auto& member : *object) {
            separate();
            appendQuoted(out, {member.key().data(), member.key().size()});
            out += ':';
            appendLine(out, member.value());
        }
        out += '}';
    } else if (const Array* array = value.if_array()) {
        out += '[';
        for (const auto& item : *array) {
            separate();
            appendLine(out, item);
        }
        out += ']';
    } else {
        appendScalar(out, value);
    }
}

bool isPlain(const Value& value)
{
    return !value.is_object() && !value.is_array();
}

class PrettyWriter
{
public:
    explicit PrettyWriter(std::string& out) : out_(out) {}

    void append(const Value& value)
    {
        if (const Object* object = value.if_object())
            appendObject(*object);
        else if (const Array* array = value.if_array())
            appendArray(*array);
        else
            appendScalar(out_, value);
    }

private:
    void breakLine() { out_.append(1, '\n').append(2 * depth_, ' '); }

    void appendObject(const Object& object)
    {
        out_ += '{';
        ++depth_;
        const char* separator = "";
        for (const auto& member : object) {
            out_ += separator;
            separator = ",";
            breakLine();
            appendQuoted(out_, {member.key().data(), member.key().size()});
            out_ += ": ";
            append(member.value());
        }
        --depth_;
        if (!object.empty())
            breakLine();
        out_ += '}';
    }

    void appendArray(const Array& array)
    {
        if (std::all_of(array.begin(), array.end(), isPlain) && appendOnOneLine(array))
            return;
        out_ += '[';
        ++depth_;
        const char* separator = "";
        for (const auto& item : array) {
            out_ += separator;
            separator = ",";
            breakLine();
            append(item);
        }
        --depth_;
        if (!array.empty())
            breakLine();
        out_ += ']';
    }

    bool appendOnOneLine(const Array& array)
    {
        const std::size_t before = out_.size();
        const std::size_t lineBegin = out_.rfind('\n') == out_.npos ? 0 : out_.rfind('\n') + 1;
        out_ += '[';
        const char* separator = "";
        for (const auto& item : array) {
            out_ += separator;
            separator = ", ";
            appendScalar(out_, item);
            if (out_.size() - lineBegin > lineWidth) {
                out_.resize(before);
                return false;
            }
        }
        out_ += ']';
        return true;
    }

    std::string& out_;
    std::size_t depth_ = 0;
};

} // namespace

std::string writePretty(const Value& value)
{
    std::string out;
    PrettyWriter(out).append(value);
    out += '\n';
    return out;
}

std::string writeLine(const Value& value)
{
    std::string out;
    appendLine(out, value);
    return out;
}

std::string escapePointerToken(std::string_view token)
{
    std::string out;
    for (const char c : token) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

} // namespace gatehouse::json
