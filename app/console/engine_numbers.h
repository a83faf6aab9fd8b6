#pragma once

#include "engine/api/contract.h"

#include <QJsonObject>

#include <vector>

namespace gatehouse::console {

/// What the engine's own records say of the second that ended at `to_ms`: requests by route, backend and
/// status, and exact latencies. A request counts when its answer was through, as in the counters.
QJsonObject secondOf(const std::vector<api::RequestRow>& rows, double to_ms);

} // namespace gatehouse::console
