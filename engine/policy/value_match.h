#pragma once

#include "engine/base/field.h"
#include "engine/policy/route_table.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

/// The compiled form of one header or query parameter match (HTTPHeaderMatch, HTTPQueryParamMatch).
namespace gatehouse::policy {

/// RE2 with a bounded program and no messages; null when it refuses, with the reason in `error`.
std::shared_ptr<const re2::RE2> compileRegex(std::string_view pattern, std::string& error);
bool regexMatches(const re2::RE2& regex, std::string_view text) noexcept; ///< the whole text

struct ValueCondition {
    std::string name;
    std::string value;
    std::shared_ptr<const re2::RE2> regex; ///< null = exact
};

/// A field that comes several times counts as one whose values are joined by commas (RFC 9110 §5.3).
bool headerMatches(const ValueCondition& condition, std::span<const FieldView> headers) noexcept;

/// The first parameter of that name counts. Its text is compared as it stands and percent-decoded (RFC 3986
/// §6.2.2.2); regular expressions see it as it stands.
bool queryMatches(const ValueCondition& condition, std::string_view query) noexcept;

/// What the request has for it, for an explanation; empty = absent.
std::string headerText(std::string_view name, std::span<const FieldView> headers);
std::string queryText(std::string_view name, std::string_view query);

} // namespace gatehouse::policy
