#pragma once

#include "engine/base/address.h"
#include "engine/base/problem.h"
#include "engine/http/io_thread.h"
#include "engine/http/server.h"

#include <atomic>
#include <optional>

namespace gatehouse::control {

class Observer;

/// The admin listener: GET or HEAD of /metrics (Prometheus text), /healthz (200 as long as the process
/// answers) and /readyz (200 while a revision serves, else 503). It serves no other method and no other path,
/// and only loopback addresses. It has a thread of its own, so that it answers when workers are busy.
class Admin
{
public:
    explicit Admin(Observer& observer); ///< the observer outlives it
    ~Admin();
    Admin(const Admin&) = delete;
    Admin& operator=(const Admin&) = delete;

    struct Outcome {
        std::optional<Address> bound;
        Problems problems; ///< "admin.not-loopback", or those of http::Server::listen()
    };
    Outcome listen(const Address& address);

    /// True from the first served revision until draining begins. From any thread.
    void setReady(bool ready) { ready_.store(ready, std::memory_order_release); }

private:
    void answer(const http::Request& request, const http::Responder& responder);

    Observer& observer_;
    std::atomic<bool> ready_{false};
    http::IoThread thread_{"admin"};
    http::Server server_;
};

} // namespace gatehouse::control
