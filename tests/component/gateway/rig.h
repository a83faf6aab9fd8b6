#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 can't read what <thread> and <span> include

#include "tests/support/backend.h"
#include "tests/support/peer.h"

#include "engine/gateway/data_plane.h"
#include "engine/http/socket.h"
#include "engine/telemetry/hub.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

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
    std::vector<gatehouse::telemetry::Record> records(); ///< of the first worker, oldest first

private:
    gatehouse::telemetry::Hub hub_;
    gatehouse::gateway::DataPlane plane_;
    std::uint64_t revision_ = 0;
    std::atomic<std::uint16_t> port_ = 0; ///< clients on other threads connect while a revision is applied
};

/// Memory of this process that is resident now, in bytes.
std::size_t residentMemory_bytes();

#endif
