#pragma once

#include "engine/base/json.h"

#include <vector>

namespace gatehouse::json
{

/// locate() for many pointers in one pass.
std::vector<Position> locatePointers(std::string_view text, const std::vector<std::string_view>& pointers);

} // namespace gatehouse::json
