#pragma once

#include "engine/base/time.h"

#include <string_view>

namespace gatehouse::http {

/// The Date field's value (RFC 9110 §5.6.7), "Sun, 06 Nov 1994 08:49:37 GMT". Written once a second of `now`,
/// per thread; valid until this thread's next call.
std::string_view dateText(Monotonic now);

} // namespace gatehouse::http
