#pragma once

#include "engine/base/address.h"
#include "engine/base/problem.h"

#include <sys/socket.h>

#include <cstdint>
#include <string>
#include <utility>

/// Thin owners around the system's TCP sockets: non-blocking, close-on-exec, no delay. IPv4 and IPv6 literals
/// only.
namespace gatehouse::http {

class Socket
{
public:
    Socket() = default;
    explicit Socket(int fd) : fd_(fd) {}
    ~Socket() { close(); }
    Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Socket& operator=(Socket&& other) noexcept
    {
        if (this != &other) {
            close();
            fd_ = std::exchange(other.fd_, -1);
        }
        return *this;
    }

    int fd() const { return fd_; }
    bool isOpen() const { return fd_ >= 0; }
    void close();
    void reset(); ///< close with RST: the peer sees that the message was not whole

private:
    int fd_ = -1;
};

/// An Address as the system wants it.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    static SocketAddress from(const Address& address);
    Address toAddress() const;
};

struct Listening {
    Socket socket;
    Address bound;
    int error = 0; ///< errno
};

/// Binds so that a stranger gets EADDRINUSE: without SO_REUSEPORT, which is set only afterwards so that more
/// workers can join (`join`). With `join` the option is set before: the address must be held by ourselves.
Listening listenOn(const Address& address, bool join);

/// "listener.port-taken", "listener.port-denied" or "listener.bind-failed".
Problem listenProblem(const Address& address, int error, std::string pointer);

/// An accepted connection, or fd -1 with errno. `peer` may be null.
Socket acceptFrom(int listener, SocketAddress* peer);

/// Starts to connect. `error` is 0 when connected, EINPROGRESS while under way, else why not.
Socket connectTo(const SocketAddress& address, int& error);

/// The pending error of a connecting socket; 0 = connected.
int connectError(int fd);

} // namespace gatehouse::http
