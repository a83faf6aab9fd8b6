#pragma once

#include "engine/base/problem.h"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Strict JSON (RFC 8259): duplicate members, numbers out of range, bad UTF-8, depth over the limit and
/// anything after the value are errors. Reading of described structs: engine/base/describe.h.
namespace gatehouse::json
{

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

struct Limits {
    std::size_t bytes = 64u << 20;
    int depth = 64;
};

/// Parses one JSON text. On failure: nullopt and at least one error in `problems`, whose pointer is the
/// innermost value begun and whose args end with line and column ("3", "14"). Codes: json.too-large,
/// json.empty, json.byte-order-mark, json.syntax, json.bad-text (UTF-8, escapes, surrogates, control
/// characters), json.cut-off, json.trailing-text, json.too-deep, json.number-range, json.duplicate-member.
/// The last two don't stop the parser.
std::optional<Value> parse(std::string_view text, Problems& problems, Limits limits = {});

/// Members in their order, two-space indent, numbers plain (25.0 as 25, never 2.5E1), a final newline. A list
/// of plain values stays on one line where it fits.
std::string writePretty(const Value& value);

/// One line without spaces, as the contract's lines need it.
std::string writeLine(const Value& value);

struct Position {
    int line = 1;   ///< from 1
    int column = 1; ///< from 1, in code points
    auto operator<=>(const Position&) const = default;
};

/// Where the value that `pointer` names begins in `text`; the nearest parent that exists if it doesn't. Works
/// on a broken text too, as far as it can be followed. Among duplicate members it takes the last.
Position locate(std::string_view text, std::string_view pointer);

/// The same for every problem of one text, in one pass: a parser's own line and column where it gave them.
std::vector<Position> locateAll(std::string_view text, const Problems& problems);

std::string escapePointerToken(std::string_view token); ///< RFC 6901 §3

} // namespace gatehouse::json
