#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 can't read what <thread> includes

#include "tests/support/peer.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

/// A backend whose connections are each served by `serve` on a thread of their own.
class Backend
{
public:
    using Serve = std::function<void(Peer&)>;

    explicit Backend(Serve serve);
    ~Backend(); ///< connections end when the other side closes them: destroy what asks it first

    std::uint16_t port() const { return port_; }
    int connections() const { return connections_; }

    /// Answers each request without a body by its target, as long as the connection lasts.
    static void echoTargets(Peer& peer);
    /// Answers each request with a fixed text.
    static Serve answering(std::string bytes);

private:
    void accept();

    Serve serve_;
    int fd_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<int> connections_{0};
    std::vector<std::thread> threads_;
    std::thread acceptor_;
};

#endif
