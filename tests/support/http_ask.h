#pragma once

#include "engine/http/client.h"
#include "engine/http/io_thread.h"

#include <atomic>
#include <cstdint>
#include <utility>

namespace gatehouse::tests {

/// One request to 127.0.0.1 on a connection of its own, waited for. For those who link engine_http.
inline http::ClientResult ask(std::uint16_t port, http::ClientRequest request)
{
    http::IoThread thread("client");
    http::Client client(thread, {.address = {"127.0.0.1", port}});
    http::ClientResult answer;
    std::atomic<bool> arrived = false;
    client.send(std::move(request), [&](http::ClientResult&& result) {
        answer = std::move(result);
        arrived = true;
        arrived.notify_one();
    });
    arrived.wait(false);
    return answer;
}

} // namespace gatehouse::tests
