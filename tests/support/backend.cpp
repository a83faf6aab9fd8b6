#include "tests/support/backend.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

Backend::Backend(Serve serve) : serve_(std::move(serve))
{
    fd_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(fd_, reinterpret_cast<const sockaddr*>(&address), size);
    listen(fd_, 256);
    getsockname(fd_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept(); });
}

Backend::~Backend()
{
    shutdown(fd_, SHUT_RDWR);
    acceptor_.join();
    for (auto& thread : threads_)
        thread.join();
    close(fd_);
}

void Backend::accept()
{
    for (;;) {
        const int fd = accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            return;
        ++connections_;
        threads_.emplace_back([this, fd] {
            Peer peer(fd);
            serve_(peer);
        });
    }
}

void Backend::echoTargets(Peer& peer)
{
    for (;;) {
        const auto head = peer.until("\r\n\r\n");
        if (head.empty())
            return;
        const auto begin = head.find(' ') + 1;
        const auto target = head.substr(begin, head.find(' ', begin) - begin);
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(target.size()) + "\r\n\r\n" +
                  target);
    }
}

Backend::Serve Backend::answering(std::string bytes)
{
    return [bytes = std::move(bytes)](Peer& peer) {
        while (!peer.until("\r\n\r\n").empty())
            peer.send(bytes);
    };
}
