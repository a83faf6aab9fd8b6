#pragma once

#include "engine/workspace/model.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <string_view>

namespace gatehouse::workspace {

constexpr bool isServed(FilterType type)
{
    return type == FilterType::RequestHeaderModifier || type == FilterType::ResponseHeaderModifier ||
           type == FilterType::RequestRedirect || type == FilterType::URLRewrite;
}

inline std::string_view filterName(FilterType type)
{
    return boost::describe::enum_to_string(type, "");
}

/// The first filter that the data plane can't apply, or null.
inline const Filter* firstUnsupported(const std::vector<Filter>& filters)
{
    const auto it =
        std::find_if(filters.begin(), filters.end(), [](const Filter& f) { return !isServed(f.type); });
    return it == filters.end() ? nullptr : &*it;
}

} // namespace gatehouse::workspace
