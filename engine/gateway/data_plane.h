#pragma once

#include "engine/base/address.h"
#include "engine/base/problem.h"
#include "engine/gateway/config.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::telemetry {
class Hub;
}

/// The data plane: listeners, workers and what they serve. Each worker is one thread with its own event loop,
/// listening sockets (SO_REUSEPORT), upstream pools and counters; nothing is shared on a request's path.
namespace gatehouse::gateway {

/// Time-outs of each stage. 0 is not "none": all are needed.
struct Timeouts {
    std::chrono::milliseconds idle{75'000};         ///< a kept client connection between requests: closed
    std::chrono::milliseconds head{15'000};         ///< first to last byte of a request's head: 408
    std::chrono::milliseconds body{30'000};         ///< between two reads of a request's body: 408
    std::chrono::milliseconds send{60'000};         ///< a client that takes nothing of its answer: reset
    std::chrono::milliseconds connect{3'000};       ///< to one endpoint: the next one, then 504
    std::chrono::milliseconds firstByte{60'000};    ///< request sent to first byte of the answer: 504
    std::chrono::milliseconds upstreamIdle{60'000}; ///< between two reads of an answer's body: cut short
    std::chrono::milliseconds keptUpstream{30'000}; ///< an unused kept upstream connection
    std::chrono::milliseconds tunnel{600'000};      ///< an upgraded connection without a byte either way
};

struct PlaneLimits {
    std::size_t head_bytes = 64u << 10;
    std::size_t target_bytes = 16u << 10;
    std::size_t fields = 256;
    std::uint64_t body_bytes = 1ull << 30; ///< of a request
    std::size_t connections = 65'536;      ///< clients per worker; more are closed at once
    std::size_t keptPerEndpoint = 1'024;   ///< idle upstream connections per worker and endpoint
    int attempts = 3;                      ///< endpoints tried until one connects
};

struct DataPlaneOptions {
    int workers = 1;
    telemetry::Hub& hub; ///< made for as many workers; outlives the data plane
    Timeouts timeouts = {};
    PlaneLimits limits = {};
    bool recording = true; ///< counters, records and traces; off only to measure what they cost
};

class DataPlane
{
public:
    explicit DataPlane(DataPlaneOptions options);
    ~DataPlane(); ///< closes everything at once; drain() first for a graceful end

    DataPlane(const DataPlane&) = delete;
    DataPlane& operator=(const DataPlane&) = delete;

    struct Bound {
        std::string socketKey;
        Address address;
    };
    struct Outcome {
        Problems problems; ///< "listener.port-taken" …, pointer = socket key; with any, nothing changed
        std::vector<Bound> bound;
    };

    /// Binds what is new, then posts the snapshot to all workers; requests under way finish on theirs.
    /// `served` runs once every worker uses it, on a worker's thread. `preferredPorts` (by socket key) are
    /// tried for port 0. Call from one thread. Sockets that stay keep their listeners and their connections.
    Outcome apply(std::shared_ptr<const Config> config,
                  const std::map<std::string, std::uint16_t>& preferredPorts = {},
                  std::function<void()> served = {});

    /// Stops accepting, lets requests finish (answers say Connection: close), closes what is idle. `done`
    /// runs when all connections are gone or the limit has passed, on a worker's thread.
    void drain(std::chrono::milliseconds limit, std::function<void()> done);

    int workers() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace gatehouse::gateway
