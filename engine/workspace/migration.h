#pragma once

#include "engine/base/json.h"

namespace gatehouse::workspace {

/// Brings a document of any known version up to formatVersion, in place. False with problems where it can't: not an
/// object, no version, a version that isn't a whole number from 1, or a newer one. `migrated` says whether it changed.
bool migrate(json::Value& document, bool& migrated, Problems& problems);

} // namespace gatehouse::workspace
