#pragma once

#include "engine/base/describe_members.h"

namespace gatehouse::json
{

namespace detail
{

/// Equality of described values, member by member, whether or not they have operator==.
template <class T>
bool same(const T& a, const T& b)
{
    if constexpr (isList<T>) {
        if (a.size() != b.size())
            return false;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!same(a[i], b[i]))
                return false;
        }
        return true;
    } else if constexpr (isOptional<T>) {
        return a.has_value() == b.has_value() && (!a || same(*a, *b));
    } else if constexpr (isMap<T>) {
        return a.size() == b.size() &&
               std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
                   return x.first == y.first && same(x.second, y.second);
               });
    } else if constexpr (DescribedStruct<T>) {
        bool equal = true;
        boost::mp11::mp_for_each<Members<T>>(
            [&](auto member) { equal = equal && same(a.*member.pointer, b.*member.pointer); });
        return equal;
    } else {
        return a == b;
    }
}

template <class T>
Value toValue(const T& in);

template <class T>
Object structToValue(const T& in)
{
    [[maybe_unused]] static const T initial{};
    Object out;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        static constexpr std::string_view name = memberName(member);
        static constexpr const Rule& rule = ruleFor<T>(name);
        if (rule.required || rule.always || !same(in.*member.pointer, initial.*member.pointer))
            out.emplace(name, toValue(in.*member.pointer));
    });
    return out;
}

template <class E>
std::string_view enumName(E value)
{
    static constexpr auto names = enumeratorNames<E>();
    static constexpr auto values = enumeratorValues<E>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (values[i] == value)
            return names[i];
    }
    return {};
}

template <class T>
Value toValue(const T& in)
{
    if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double> || Foreign<T>) {
        return Value(in);
    } else if constexpr (Integer<T>) {
        if constexpr (std::is_unsigned_v<T>)
            return Value(std::uint64_t(in));
        else
            return Value(std::int64_t(in));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return Value(std::string_view(in));
    } else if constexpr (isOptional<T>) {
        return in ? toValue(*in) : Value();
    } else if constexpr (isList<T>) {
        Array out;
        out.reserve(in.size());
        for (const auto& item : in)
            out.push_back(toValue(item));
        return out;
    } else if constexpr (isMap<T>) {
        Object out;
        for (const auto& [name, item] : in)
            out.emplace(name, toValue(item));
        return out;
    } else if constexpr (DescribedEnum<T>) {
        return Value(enumName(in));
    } else {
        static_assert(DescribedStruct<T>, "not a described type");
        return structToValue(in);
    }
}

} // namespace detail

/// Writes a described struct; members that equal their initialiser are left out unless required or `always`.
template <class T>
Value toValue(const T& in)
{
    return detail::toValue(in);
}

} // namespace gatehouse::json
