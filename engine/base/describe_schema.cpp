#include "engine/base/describe_schema.h"

#include <cmath>

namespace gatehouse::json::detail
{

namespace
{

/// Whole numbers as whole numbers: "65535", not "65535.0", whoever writes them.
Value plainNumber(double number)
{
    return std::trunc(number) == number ? Value(std::int64_t(number)) : Value(number);
}

} // namespace

std::string describedText(const Rule& rule)
{
    std::string out(rule.text);
    if (!rule.unit.empty())
        out.append(" Unit: ").append(rule.unit).append(".");
    return out;
}

void addLengths(Object& schema, const Rule& rule, const char* minimum, const char* maximum)
{
    if (rule.minLength > 0)
        schema[minimum] = rule.minLength;
    if (rule.maxLength > 0)
        schema[maximum] = rule.maxLength;
}

Object numberSchema(const char* type, double minimum, double maximum)
{
    return {{"type", type}, {"minimum", plainNumber(minimum)}, {"maximum", plainNumber(maximum)}};
}

Object enumSchema(std::span<const std::string_view> names)
{
    Array all;
    for (const std::string_view name : names)
        all.emplace_back(name);
    return {{"type", "string"}, {"enum", std::move(all)}};
}

} // namespace gatehouse::json::detail
