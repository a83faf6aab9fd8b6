#pragma once

#include "engine/base/json.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <span>
#include <string_view>

/// Reading, writing and JSON Schema for structs that are described once:
///
///     struct HeaderMatch { MatchType type = MatchType::Exact; std::string name; std::string value; };
///     BOOST_DESCRIBE_STRUCT(HeaderMatch, (), (type, name, value))
///     template <> struct json::Rules<HeaderMatch> { static constexpr Rule table[] = {
///         { .member = "name", .text = "Header name", .required = true, .pattern = token, .maxLength = 256 }
///         }; };
///
/// Member names are the JSON names, without a final underscore (namespace_ is "namespace"). Members may be
/// bool, int32/64, uint16/32/64, double, std::string, described enum (by its enumerator's name), described
/// struct, std::optional, std::vector, std::map<std::string, T>, json::Value and json::Object. A member that
/// is absent keeps its initialiser; a member that equals its initialiser is not written unless its rule says
/// `always`. Unknown members are errors with a "did you mean". The templates live in describe_impl.h, which
/// only a room's reader or codec .cpp includes.
namespace gatehouse::json
{

struct Rule {
    std::string_view member;
    std::string_view text;      ///< one English sentence: the schema's description and the field's help
    std::string_view unit = {}; ///< "ms", "B", "1/s" …
    bool required = false;
    bool always = false; ///< written even when it equals its default
    double minimum = -9.007199254740991e15;
    double maximum = 9.007199254740991e15;
    std::size_t minLength = 0; ///< strings: code points; arrays and maps: items
    std::size_t maxLength = 65536;
    std::string_view pattern =
        {}; ///< a JSON Schema pattern; for the published schema only, checks are in lints
};

/// Specialise with `static constexpr Rule table[]`, and `static constexpr std::string_view text` for the
/// struct's own description; without it a struct has no further rules.
template <class T>
struct Rules {
    static constexpr std::span<const Rule> table{};
};

} // namespace gatehouse::json
