#pragma once

#include "engine/base/describe_members.h"
#include "engine/base/read_context.h"

#include <limits>

namespace gatehouse::json
{

namespace detail
{

template <class T>
void readInto(const Value& value, T& out, const Rule& rule, ReadContext& context);

template <class T>
void readStruct(const Value& value, T& out, ReadContext& context)
{
    static_assert(rulesFit<T>(), "a rule names a member that the struct doesn't have");
    static constexpr auto names = memberNames<T>();
    const Object* object = context.object(value);
    if (!object)
        return;
    std::size_t known = 0;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        static constexpr std::string_view name = memberName(member);
        static constexpr const Rule& rule = ruleFor<T>(name);
        if (const Value* found = object->if_contains(name)) {
            ++known;
            const ReadContext::Step step(context, name);
            readInto(*found, out.*member.pointer, rule, context);
        } else if (rule.required) {
            context.missing(name, rule);
        }
    });
    if (known != object->size())
        context.unknownMembers(*object, names);
}

template <class T>
void readList(const Value& value, std::vector<T>& out, const Rule& rule, ReadContext& context)
{
    const Array* array = context.array(value, rule);
    if (!array)
        return;
    out.clear();
    out.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        const ReadContext::Step step(context, i);
        T item{};
        readInto((*array)[i], item, noRule, context);
        out.push_back(std::move(item));
    }
}

template <class T>
void readMap(const Value& value, std::map<std::string, T>& out, const Rule& rule, ReadContext& context)
{
    const Object* object = context.object(value);
    if (!object)
        return;
    context.count(object->size(), rule);
    out.clear();
    for (const auto& member : *object) {
        const std::string_view name(member.key().data(), member.key().size());
        const ReadContext::Step step(context, name);
        readInto(member.value(), out[std::string(name)], noRule, context);
    }
}

template <class T>
void readInteger(const Value& value, T& out, const Rule& rule, ReadContext& context)
{
    using Range = std::numeric_limits<T>;
    const double minimum = std::max(rule.minimum, double(Range::min()));
    const double maximum = std::min(rule.maximum, double(Range::max()));
    if (const auto number = context.integer(value, minimum, maximum))
        out = T(*number);
}

template <class E>
void readEnum(const Value& value, E& out, ReadContext& context)
{
    static constexpr auto names = enumeratorNames<E>();
    static constexpr auto values = enumeratorValues<E>();
    if (const auto index = context.choice(value, names))
        out = values[*index];
}

template <class T>
void readInto(const Value& value, T& out, const Rule& rule, ReadContext& context)
{
    if constexpr (std::is_same_v<T, bool>) {
        context.boolean(value, out);
    } else if constexpr (Integer<T>) {
        readInteger(value, out, rule, context);
    } else if constexpr (std::is_same_v<T, double>) {
        context.number(value, rule, out);
    } else if constexpr (std::is_same_v<T, std::string>) {
        context.text(value, rule, out);
    } else if constexpr (std::is_same_v<T, Value>) {
        out = value;
    } else if constexpr (std::is_same_v<T, Object>) {
        if (const Object* object = context.object(value))
            out = *object;
    } else if constexpr (isOptional<T>) {
        readInto(value, out.emplace(), rule, context);
    } else if constexpr (isList<T>) {
        readList(value, out, rule, context);
    } else if constexpr (isMap<T>) {
        readMap(value, out, rule, context);
    } else if constexpr (DescribedEnum<T>) {
        readEnum(value, out, context);
    } else {
        static_assert(DescribedStruct<T>, "not a described type");
        readStruct(value, out, context);
    }
}

} // namespace detail

/// Reads a described struct. Every problem is reported; false when there was one. Members that had a problem,
/// or were absent, keep their initialisers.
template <class T>
bool read(const Value& value, T& out, Problems& problems)
{
    ReadContext context(problems);
    detail::readStruct(value, out, context);
    return !context.failed();
}

} // namespace gatehouse::json
