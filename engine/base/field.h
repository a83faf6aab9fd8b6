#pragma once

#include <string_view>

namespace gatehouse
{

/// One header field or query parameter as it stands in somebody else's buffer. Does not own.
struct FieldView {
    std::string_view name;
    std::string_view value;
};

} // namespace gatehouse
