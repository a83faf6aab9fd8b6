#pragma once

#include "engine/http/head.h"

/// What the fields of a head mean together: framing (RFC 9112 §6), host (§3.2) and the connection (§9).
namespace gatehouse::http {

/// Needs the request line and the fields; fills the rest.
Error understandRequest(const Limits& limits, RequestHead& head);

Error understandResponse(Method requestMethod, ResponseHead& head);

} // namespace gatehouse::http
