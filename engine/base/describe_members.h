#pragma once

#include "engine/base/describe.h"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

/// What the describing templates share: the kinds of members and their names and rules.
namespace gatehouse::json::detail
{

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
template <class T>
using Enumerators = boost::describe::describe_enumerators<T>;

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept Integer = std::is_integral_v<T> && !std::is_same_v<T, bool>;
template <class T>
concept Foreign = std::is_same_v<T, Value> || std::is_same_v<T, Object>; ///< carried without a look

template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<std::vector<T>> = true;
template <class T>
inline constexpr bool isMap = false;
template <class T>
inline constexpr bool isMap<std::map<std::string, T>> = true;

template <class Descriptor>
constexpr std::string_view memberName(Descriptor)
{
    std::string_view name = Descriptor::name;
    if (name.ends_with('_'))
        name.remove_suffix(1);
    return name;
}

inline constexpr Rule noRule{};

template <class T>
constexpr const Rule& ruleFor(std::string_view member)
{
    for (const Rule& rule : Rules<T>::table) {
        if (rule.member == member)
            return rule;
    }
    return noRule;
}

template <class T>
constexpr std::string_view structText()
{
    if constexpr (requires { Rules<T>::text; })
        return Rules<T>::text;
    else
        return {};
}

template <class T>
constexpr auto memberNames()
{
    std::array<std::string_view, boost::mp11::mp_size<Members<T>>::value> names;
    std::size_t i = 0;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { names[i++] = memberName(member); });
    return names;
}

template <class E>
constexpr auto enumeratorNames()
{
    std::array<std::string_view, boost::mp11::mp_size<Enumerators<E>>::value> names;
    std::size_t i = 0;
    boost::mp11::mp_for_each<Enumerators<E>>([&](auto e) { names[i++] = e.name; });
    return names;
}

template <class E>
constexpr auto enumeratorValues()
{
    std::array<E, boost::mp11::mp_size<Enumerators<E>>::value> values;
    std::size_t i = 0;
    boost::mp11::mp_for_each<Enumerators<E>>([&](auto e) { values[i++] = e.value; });
    return values;
}

/// Every rule of a table must be about a member that exists.
template <class T>
constexpr bool rulesFit()
{
    constexpr auto names = memberNames<T>();
    for (const Rule& rule : Rules<T>::table) {
        bool found = false;
        for (const std::string_view name : names)
            found = found || name == rule.member;
        if (!found)
            return false;
    }
    return true;
}

} // namespace gatehouse::json::detail
