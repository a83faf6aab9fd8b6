#pragma once

namespace gatehouse::ui
{

/// Registers icons and fonts of resources/ (a static library's resources don't register themselves). Any
/// number of times.
void ensureAssets();

} // namespace gatehouse::ui
