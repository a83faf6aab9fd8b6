#pragma once

#include "engine/base/describe_members.h"
#include "engine/base/describe_write.h"

#include <limits>

namespace gatehouse::json
{

namespace detail
{

/// "HttpRoute" for gatehouse::workspace::HttpRoute.
template <class T>
constexpr std::string_view typeName()
{
    std::string_view name = __PRETTY_FUNCTION__;
    name = name.substr(name.find("T = ") + 4);
    name = name.substr(0, name.find_first_of(";]"));
    return name.substr(name.rfind(':') + 1);
}

/// "text Unit: ms.", as it reads in an editor's tooltip.
std::string describedText(const Rule& rule);
void addLengths(Object& schema, const Rule& rule, const char* minimum, const char* maximum);
Object numberSchema(const char* type, double minimum, double maximum);
Object enumSchema(std::span<const std::string_view> names);

class SchemaWriter
{
public:
    template <class T>
    Object structSchema()
    {
        Object properties;
        Array required;
        [[maybe_unused]] const T initial{};
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            static constexpr std::string_view name = memberName(member);
            static constexpr const Rule& rule = ruleFor<T>(name);
            const auto& value = initial.*member.pointer;
            using M = std::remove_cvref_t<decltype(value)>;
            Object schema = valueSchema<M>(rule);
            if (!rule.text.empty())
                schema["description"] = describedText(rule);
            if (!rule.unit.empty())
                schema["x-unit"] = rule.unit;
            if (rule.required)
                required.emplace_back(name);
            else if constexpr (std::is_arithmetic_v<M> || std::is_same_v<M, std::string> || DescribedEnum<M>)
                schema["default"] = toValue(value);
            properties.emplace(name, std::move(schema));
        });
        Object out{{"type", "object"}};
        if (!structText<T>().empty())
            out.emplace("description", structText<T>());
        out.emplace("properties", std::move(properties));
        if (!required.empty())
            out.emplace("required", std::move(required));
        out.emplace("additionalProperties", false);
        return out;
    }

    Object takeDefinitions() { return std::move(definitions_); }

private:
    template <class T>
    Object valueSchema(const Rule& rule)
    {
        if constexpr (std::is_same_v<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (Integer<T>) {
            return numberSchema("integer", std::max(rule.minimum, double(std::numeric_limits<T>::min())),
                                std::min(rule.maximum, double(std::numeric_limits<T>::max())));
        } else if constexpr (std::is_same_v<T, double>) {
            return numberSchema("number", rule.minimum, rule.maximum);
        } else if constexpr (std::is_same_v<T, std::string>) {
            Object out{{"type", "string"}};
            addLengths(out, rule, "minLength", "maxLength");
            if (!rule.pattern.empty())
                out["pattern"] = rule.pattern;
            return out;
        } else if constexpr (std::is_same_v<T, Value>) {
            return {};
        } else if constexpr (std::is_same_v<T, Object>) {
            return {{"type", "object"}};
        } else if constexpr (isOptional<T>) {
            return valueSchema<typename T::value_type>(rule);
        } else if constexpr (isList<T>) {
            Object items = valueSchema<typename T::value_type>(noRule);
            if (std::is_same_v<typename T::value_type, std::string> && !rule.pattern.empty())
                items["pattern"] = rule.pattern;
            Object out{{"type", "array"}, {"items", std::move(items)}};
            addLengths(out, rule, "minItems", "maxItems");
            return out;
        } else if constexpr (isMap<T>) {
            Object out{{"type", "object"},
                       {"additionalProperties", valueSchema<typename T::mapped_type>(noRule)}};
            addLengths(out, rule, "minProperties", "maxProperties");
            return out;
        } else if constexpr (DescribedEnum<T>) {
            static constexpr auto names = enumeratorNames<T>();
            return enumSchema(names);
        } else {
            static constexpr std::string_view name = typeName<T>();
            if (!definitions_.contains(name)) {
                definitions_.emplace(name, Object());
                Object schema = structSchema<T>();
                definitions_[name] = std::move(schema);
            }
            return {{"$ref", "#/$defs/" + std::string(name)}};
        }
    }

    Object definitions_;
};

} // namespace detail

/// A JSON Schema (2020-12) for documents that read() takes.
template <class T>
Object schemaOf(std::string_view id, std::string_view title)
{
    detail::SchemaWriter writer;
    Object out{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", id}, {"title", title}};
    for (auto& member : writer.structSchema<T>())
        out.emplace(member.key(), std::move(member.value()));
    out.emplace("$defs", writer.takeDefinitions());
    return out;
}

} // namespace gatehouse::json
