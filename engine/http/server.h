#pragma once

#include "engine/base/address.h"
#include "engine/base/problem.h"
#include "engine/http/message.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

/// A small HTTP/1.1 server for the engine's own endpoints (admin, demo services, stubs). Requests come whole,
/// parsed as strictly as the gateway does; keep-alive, pipelining (answered in order), HEAD and Expect:
/// 100-continue are handled.
namespace gatehouse::http {

class IoThread;
class ServerConnection;

/// The right to answer one request, once, now or later, on the server's thread. A copy is the same right. If
/// the client or the server has gone, answering does nothing.
class Responder
{
public:
    void respond(Response response) const;
    void abort() const;   ///< closes the connection without an answer: a fault on purpose
    bool isAlive() const; ///< the client is still connected and unanswered

private:
    friend class ServerConnection;
    Responder(std::weak_ptr<ServerConnection> connection, std::uint64_t exchange);
    std::weak_ptr<ServerConnection> connection_;
    std::uint64_t exchange_ = 0;
};

struct ServerOptions {
    std::size_t bodyLimit_bytes = 1u << 20;
    std::chrono::milliseconds idleTimeout{75'000}; ///< between requests: closed; inside one: 408
    std::size_t maxConnections = 16'384;
    std::string serverName = "gatehouse"; ///< the Server field; empty = none
};

class Server
{
public:
    /// Runs on the IoThread. The request may be moved from.
    using Handler = std::function<void(Request& request, Responder responder)>;

    Server(IoThread& thread, Handler handler, ServerOptions options = {});
    ~Server(); ///< stop()

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    struct Outcome {
        std::optional<Address> bound; ///< with the real port
        Problems problems;            ///< "listener.port-taken", "listener.bind-failed"
    };

    /// May be called for several addresses. From any thread.
    Outcome listen(const Address& address);

    /// Closes listeners and connections. From any thread; when it returns, no handler runs any more.
    void stop();

    std::size_t connections() const; ///< open now; from any thread

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace gatehouse::http
