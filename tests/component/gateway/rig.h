#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 can't read what <thread> and <span> include

#include "peer.h"

#include "engine/gateway/data_plane.h"
#include "engine/telemetry/hub.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

/// A backend whose connections are each served by `serve` on a thread of their own.
class Backend
{
public:
    using Serve = std::function<void(Peer&)>;

    explicit Backend(Serve serve);
    ~Backend(); ///< connections end when the gateway closes them: destroy the Gateway first

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

/// A data plane with one listener on a free port.
class Gateway
{
public:
    explicit Gateway(int workers, gatehouse::gateway::Timeouts timeouts = {});

    /// One rule for every path below `prefix`, with one backend reference a port, all of weight 1.
    static std::shared_ptr<gatehouse::gateway::Config> configTo(const std::vector<std::uint16_t>& ports,
                                                                const std::string& prefix = "/");

    /// Waits until every worker serves it.
    gatehouse::gateway::DataPlane::Outcome apply(std::shared_ptr<gatehouse::gateway::Config> config);

    std::uint16_t port() const { return port_; }
    Peer client() const { return Peer::connectTo(port_); }
    gatehouse::gateway::DataPlane& plane() { return plane_; }

private:
    gatehouse::telemetry::Hub hub_;
    gatehouse::gateway::DataPlane plane_;
    std::uint64_t revision_ = 0;
    std::uint16_t port_ = 0;
};

/// Memory of this process that is resident now, in bytes.
std::size_t residentMemory_bytes();

#endif
