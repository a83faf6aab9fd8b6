#pragma once

#include "engine/base/address.h"
#include "engine/base/time.h"
#include "engine/http/message.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

/// An asynchronous HTTP/1.1 client for one address with a pool of kept connections: load generator, Try it,
/// probes. Sends what it is given, unrepaired: a Host field is added only if there is none, Content-Length
/// only for a body.
namespace gatehouse::http {

class IoThread;

enum class ClientError : std::uint8_t {
    none,
    connectFailed, ///< refused, unreachable
    connectTimedOut,
    timedOut,     ///< no whole response within `timeout`
    closedEarly,  ///< the peer closed or reset before the response was whole (RFC 9112 §8)
    badResponse,  ///< not HTTP/1.1 as RFC 9112 demands
    bodyTooLarge, ///< over `bodyLimit_bytes`, unless discardBody or cutBody
    queueFull,    ///< `maxConnections` busy and `maxQueued` waiting
    canceled,     ///< the client was destroyed
};
const char* clientErrorText(ClientError error); ///< English, short: "connection refused or unreachable"

struct ClientRequest {
    std::string method = "GET";
    std::string target = "/";
    Fields fields;
    std::string body;
    bool noReuse = false; ///< a fresh connection, closed afterwards
};

/// Phases of one request; a phase that did not happen is 0. All measured on the io thread's monotone clock.
struct ClientTimings {
    Monotonic queued{};  ///< waiting for a connection of the pool
    Monotonic connect{}; ///< TCP handshake; 0 when reused
    Monotonic send{};    ///< until the last byte was handed to the system
    Monotonic wait{};    ///< until the first byte of the response
    Monotonic receive{}; ///< until its last byte
    Monotonic total{};   ///< from send() to the result
};

struct ClientResult {
    ClientError error = ClientError::none;
    int status = 0;
    std::string reason;
    Fields fields;
    Fields trailers;
    std::string body;            ///< decoded; empty with discardBody
    std::uint64_t bodyBytes = 0; ///< decoded length, also with discardBody
    ClientTimings timings;
    bool reused = false;

    bool ok() const { return error == ClientError::none; }
};

struct ClientOptions {
    Address address;
    std::size_t maxConnections = 64;
    std::size_t maxQueued = 65'536;
    bool keepAlive = true;
    std::chrono::milliseconds connectTimeout{2'000};
    std::chrono::milliseconds timeout{30'000};     ///< from send() to the whole response
    std::chrono::milliseconds idleTimeout{30'000}; ///< of kept connections
    std::size_t bodyLimit_bytes = 8u << 20;
    bool discardBody = false; ///< count the body, keep nothing
    bool cutBody = false;     ///< keep the first bodyLimit_bytes, count the rest
    bool keepFields = true;   ///< false: results carry no fields (load generator)
};

class Client
{
public:
    Client(IoThread& thread, ClientOptions options);
    ~Client(); ///< from any thread; unfinished requests end as `canceled` on the io thread before it returns

    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    using Done = std::function<void(ClientResult&&)>;

    /// From any thread (cheapest on the io thread); `done` runs once, on the io thread. A request on a kept
    /// connection that closed before any byte of an answer is sent once more on a fresh one if its method is
    /// idempotent.
    void send(ClientRequest request, Done done);

    struct Load {
        std::size_t connections = 0;
        std::size_t busy = 0;
        std::size_t queued = 0;
    };
    Load load() const; ///< on the io thread

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace gatehouse::http
