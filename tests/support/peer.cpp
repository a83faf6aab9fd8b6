#include "tests/support/peer.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

Peer::Peer(int fd) : fd_(fd)
{
    const timeval limit{10, 0};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Peer Peer::connectTo(std::uint16_t port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    Peer peer(fd);
    if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        peer.close();
    return peer;
}

void Peer::close()
{
    if (fd_ >= 0)
        ::close(fd_);
    fd_ = -1;
}

bool Peer::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(std::size_t(sent));
    }
    return true;
}

bool Peer::readSome(std::string& into)
{
    if (!rest_.empty()) {
        into += rest_;
        rest_.clear();
        return true;
    }
    char bytes[65536];
    const auto got = recv(fd_, bytes, sizeof bytes, 0);
    if (got <= 0)
        return false;
    into.append(bytes, std::size_t(got));
    return true;
}

std::string Peer::until(std::string_view token)
{
    std::string all;
    for (;;) {
        if (const auto at = all.find(token); at != std::string::npos) {
            rest_ = all.substr(at + token.size());
            return all.substr(0, at + token.size());
        }
        if (!readSome(all))
            return {};
    }
}

std::string Peer::take(std::size_t size)
{
    std::string all;
    while (all.size() < size && readSome(all)) {
    }
    if (all.size() > size) {
        rest_ = all.substr(size);
        all.resize(size);
    }
    return all;
}

std::string Peer::toEnd()
{
    std::string all;
    errno = 0;
    while (readSome(all)) {
    }
    return errno == EAGAIN ? all + "[open after ten seconds]" : all;
}

void Peer::endSending()
{
    shutdown(fd_, SHUT_WR);
}

std::string Peer::answer(bool headOnly)
{
    std::string head = until("\r\n\r\n");
    if (headOnly)
        return head;
    if (head.find("chunked\r\n") != std::string::npos) {
        const auto body = until("0\r\n");
        return head + body + until("\r\n");
    }
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? head : head + take(std::size_t(std::atoi(head.c_str() + at + 16)));
}

std::size_t Peer::sendUntilBlocked(std::string_view block, std::size_t limit_bytes)
{
    std::size_t total = 0;
    while (total < limit_bytes) {
        pollfd ready{fd_, POLLOUT, 0};
        if (poll(&ready, 1, 300) <= 0)
            break;
        const auto wanted = block.substr(0, limit_bytes - total);
        const auto sent = ::send(fd_, wanted.data(), wanted.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN)
            break;
        total += sent > 0 ? std::size_t(sent) : 0;
    }
    return total;
}

std::string bodyOf(const std::string& answer)
{
    const auto at = answer.find("\r\n\r\n");
    return at == std::string::npos ? std::string() : answer.substr(at + 4);
}

int statusOf(const std::string& answer)
{
    return answer.size() > 12 ? std::atoi(answer.c_str() + 9) : 0;
}
