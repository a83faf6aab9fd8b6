#include "engine/base/read_context.h"

#include "engine/base/json_text.h"
#include "engine/base/text.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::json {

namespace {

constexpr std::size_t maxPointer = 4096; ///< a problem names its place by at most so many bytes

const char* kindOf(const Value& value)
{
    switch (value.kind()) {
    case boost::json::kind::null:
        return "null";
    case boost::json::kind::bool_:
        return "a boolean";
    case boost::json::kind::string:
        return "text";
    case boost::json::kind::array:
        return "a list";
    case boost::json::kind::object:
        return "an object";
    default:
        return "a number";
    }
}

std::string joined(std::span<const std::string_view> words)
{
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty())
            out += ", ";
        out += word;
    }
    return out;
}

std::string didYouMean(std::string_view word, std::span<const std::string_view> names, const char* otherwise)
{
    const std::string_view near = nearest(word, {names.begin(), names.end()});
    if (!near.empty())
        return "Did you mean " + shown(near) + "?";
    return names.empty() ? std::string() : otherwise + joined(names) + ".";
}

std::optional<double> numberIn(const Value& value)
{
    switch (value.kind()) {
    case boost::json::kind::int64:
        return double(value.get_int64());
    case boost::json::kind::uint64:
        return double(value.get_uint64());
    case boost::json::kind::double_:
        return value.get_double();
    default:
        return {};
    }
}

} // namespace

ReadContext::Step::Step(ReadContext& context, std::string_view token)
    : context_(context), length_(context.pointer_.size())
{
    context_.pointer_ += '/';
    context_.pointer_ +=
        token.find_first_of("~/") == token.npos ? std::string(token) : escapePointerToken(token);
}

ReadContext::Step::Step(ReadContext& context, std::size_t index)
    : context_(context), length_(context.pointer_.size())
{
    context_.pointer_ += '/';
    context_.pointer_ += std::to_string(index);
}

void ReadContext::add(std::string code, std::string message, std::string hint, std::vector<std::string> args)
{
    if (++count_ < maxProblems) {
        const std::string place =
            pointer_.size() <= maxPointer ? pointer_ : pointer_.substr(0, pointer_.rfind('/', maxPointer));
        problems_.push_back(
            {place, std::move(code), std::move(message), std::move(hint), Severity::error, std::move(args)});
    } else if (count_ == maxProblems) {
        problems_.push_back(tooManyProblems(maxProblems));
    }
}

void ReadContext::wrongType(const Value& value, const char* expected)
{
    add("json.wrong-type", std::string("Expected ") + expected + ", found " + kindOf(value) + ".",
        value.is_null() ? "Leave the member out instead." : "", {expected, kindOf(value)});
}

const Object* ReadContext::object(const Value& value)
{
    if (!value.is_object())
        wrongType(value, "an object");
    return value.if_object();
}

const Array* ReadContext::array(const Value& value, const Rule& rule)
{
    if (!value.is_array()) {
        wrongType(value, "a list");
        return nullptr;
    }
    count(value.get_array().size(), rule);
    return value.if_array();
}

void ReadContext::count(std::size_t count, const Rule& rule)
{
    const bool few = count < rule.minLength;
    if (!few && count <= rule.maxLength)
        return;
    const std::string limit = std::to_string(few ? rule.minLength : rule.maxLength);
    add(few ? "json.too-few" : "json.too-many",
        (few ? "At least " : "At most ") + limit + " items are allowed here, found " + std::to_string(count) +
            ".",
        "", {limit, std::to_string(count)});
}

void ReadContext::boolean(const Value& value, bool& out)
{
    if (value.is_bool())
        out = value.get_bool();
    else
        wrongType(value, "true or false");
}

void ReadContext::text(const Value& value, const Rule& rule, std::string& out)
{
    if (!value.is_string())
        return wrongType(value, "text");
    out.assign(value.get_string().data(), value.get_string().size());
    const std::size_t length = countCodePoints(out);
    if (length < rule.minLength && length == 0) {
        add("json.too-short", "This may not be empty.", std::string(rule.text),
            {std::to_string(rule.minLength), "0"});
    } else if (length < rule.minLength || length > rule.maxLength) {
        const bool isShort = length < rule.minLength;
        const std::string limit = std::to_string(isShort ? rule.minLength : rule.maxLength);
        add(isShort ? "json.too-short" : "json.too-long",
            (isShort ? "At least " : "At most ") + limit + " characters are allowed here, found " +
                std::to_string(length) + ".",
            "", {limit, std::to_string(length)});
    }
}

void ReadContext::outOfRange(double number, double minimum, double maximum)
{
    std::vector<std::string> args = {numberText(minimum), numberText(maximum), numberText(number)};
    std::string message = "Expected a number from " + args[0] + " to " + args[1] + ", found " + args[2] + ".";
    add("json.out-of-range", std::move(message), "", std::move(args));
}

void ReadContext::number(const Value& value, const Rule& rule, double& out)
{
    const auto number = numberIn(value);
    if (!number)
        return wrongType(value, "a number");
    if (*number < rule.minimum || *number > rule.maximum)
        return outOfRange(*number, rule.minimum, rule.maximum);
    out = *number;
}

std::optional<std::int64_t> ReadContext::integer(const Value& value, double minimum, double maximum)
{
    const auto number = numberIn(value);
    if (!number) {
        wrongType(value, "a whole number");
        return {};
    }
    if (std::trunc(*number) != *number) {
        add("json.not-whole", "Expected a whole number, found " + numberText(*number) + ".", "",
            {numberText(*number)});
        return {};
    }
    if (*number < minimum || *number > maximum) {
        outOfRange(*number, minimum, maximum);
        return {};
    }
    return std::int64_t(*number); // exact: the widest range of a rule is ± (2^53 - 1)
}

std::optional<std::size_t> ReadContext::choice(const Value& value, std::span<const std::string_view> names)
{
    if (!value.is_string()) {
        wrongType(value, "text");
        return {};
    }
    const std::string_view word(value.get_string().data(), value.get_string().size());
    const auto found = std::find(names.begin(), names.end(), word);
    if (found != names.end())
        return std::size_t(found - names.begin());
    const std::string all = joined(names);
    add("json.unknown-value", "Expected one of " + all + "; found " + shown(word) + ".",
        didYouMean(word, names, ""), {all, std::string(word.substr(0, 256))});
    return {};
}

void ReadContext::missing(std::string_view member, const Rule& rule)
{
    const Step step(*this, member);
    add("json.missing-member", "The member " + shown(member) + " is missing.", std::string(rule.text),
        {std::string(member)});
}

void ReadContext::unknownMembers(const Object& object, std::span<const std::string_view> names)
{
    for (const auto& member : object) {
        const std::string_view name(member.key().data(), member.key().size());
        if (std::find(names.begin(), names.end(), name) != names.end())
            continue;
        const Step step(*this, name);
        add("json.unknown-member", "There is no member " + shown(name) + " here.",
            didYouMean(name, names, "The members are "), {std::string(name.substr(0, 256))});
    }
}

} // namespace gatehouse::json
