#include "engine/http/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace gatehouse::http {

namespace {

void noDelay(int fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int fail(Listening& out)
{
    out.error = errno;
    out.socket.close();
    return out.error;
}

} // namespace

void Socket::close()
{
    if (fd_ >= 0)
        ::close(fd_);
    fd_ = -1;
}

void Socket::reset()
{
    if (fd_ < 0)
        return;
    const linger hard{1, 0};
    setsockopt(fd_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

SocketAddress SocketAddress::from(const Address& address)
{
    SocketAddress out;
    if (address.host.find(':') != std::string::npos) {
        auto* v6 = reinterpret_cast<sockaddr_in6*>(&out.storage);
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(address.port);
        inet_pton(AF_INET6, address.host.c_str(), &v6->sin6_addr);
        out.length = sizeof *v6;
    } else {
        auto* v4 = reinterpret_cast<sockaddr_in*>(&out.storage);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(address.port);
        inet_pton(AF_INET, address.host.c_str(), &v4->sin_addr);
        out.length = sizeof *v4;
    }
    return out;
}

Address SocketAddress::toAddress() const
{
    char text[INET6_ADDRSTRLEN] = "";
    Address out;
    if (storage.ss_family == AF_INET6) {
        const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&storage);
        inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof text);
        out.port = ntohs(v6->sin6_port);
    } else {
        const auto* v4 = reinterpret_cast<const sockaddr_in*>(&storage);
        inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text);
        out.port = ntohs(v4->sin_port);
    }
    out.host = text;
    return out;
}

Listening listenOn(const Address& address, bool join)
{
    Listening out;
    auto system = SocketAddress::from(address);
    out.socket = Socket(socket(system.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int fd = out.socket.fd();
    const int on = 1;
    if (fd < 0)
        return fail(out), std::move(out);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (system.storage.ss_family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (join)
        setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (bind(fd, reinterpret_cast<sockaddr*>(&system.storage), system.length) != 0)
        return fail(out), std::move(out);
    if (!join)
        setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (listen(fd, 4096) != 0)
        return fail(out), std::move(out);
    getsockname(fd, reinterpret_cast<sockaddr*>(&system.storage), &system.length);
    out.bound = system.toAddress();
    return out;
}

Problem listenProblem(const Address& address, int error, std::string pointer)
{
    Problem problem;
    problem.pointer = std::move(pointer);
    problem.args = {address.text(), std::strerror(error)};
    if (error == EADDRINUSE) {
        problem.code = "listener.port-taken";
        problem.message = "Another program listens on " + address.text() + ".";
        problem.hint = "Stop that program, or choose another port.";
    } else if (error == EACCES) {
        problem.code = "listener.port-denied";
        problem.message = "This user may not listen on " + address.text() + ".";
        problem.hint = "Choose a port above 1023.";
    } else {
        problem.code = "listener.bind-failed";
        problem.message = "Can't listen on " + address.text() + ": " + std::strerror(error) + ".";
        problem.hint = "Use an address of this machine, for instance 127.0.0.1.";
    }
    return problem;
}

Socket acceptFrom(int listener, SocketAddress* peer)
{
    SocketAddress unused;
    auto& from = peer ? *peer : unused;
    from.length = sizeof from.storage;
    const int fd = accept4(listener, reinterpret_cast<sockaddr*>(&from.storage), &from.length,
                           SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd >= 0)
        noDelay(fd);
    return Socket(fd);
}

Socket connectTo(const SocketAddress& address, int& error)
{
    Socket out(socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!out.isOpen()) {
        error = errno;
        return out;
    }
    noDelay(out.fd());
    const auto* system = reinterpret_cast<const sockaddr*>(&address.storage);
    error = connect(out.fd(), system, address.length) == 0 ? 0 : errno;
    if (error != 0 && error != EINPROGRESS)
        out.close();
    return out;
}

int connectError(int fd)
{
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

} // namespace gatehouse::http
