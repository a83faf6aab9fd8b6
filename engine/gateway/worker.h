#pragma once

#include "engine/base/draw.h"
#include "engine/gateway/data_plane.h"
#include "engine/gateway/listener.h"
#include "engine/gateway/snapshot.h"
#include "engine/gateway/upstream_pool.h"
#include "engine/http/event_loop.h"
#include "engine/http/head.h"
#include "engine/telemetry/hub.h"

#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace gatehouse::gateway {

class DownstreamConnection;
class Exchange;

/// One thread of the data plane and all that it owns. Everything but start(), post() and the constructor
/// belongs to that thread; workers share nothing but the immutable snapshot.
class Worker
{
public:
    Worker(int index, const DataPlaneOptions& options);
    ~Worker(); ///< stops and joins

    void start();
    void post(std::function<void()> task) { loop_.post(std::move(task)); } ///< from any thread

    // ---- control, on the worker's thread
    struct Change {
        std::unique_ptr<WorkerSnapshot> snapshot;
        std::vector<std::unique_ptr<Listener>> added;
        std::vector<std::string> removed; ///< socket keys
    };
    void adopt(Change change);
    void drain(Monotonic until, std::function<void()> done); ///< `done` is dropped if the worker ends first
    void closeAll();
    std::size_t connections() const { return downstream_.size(); }

    /// A snapshot that no request uses any more, for destruction elsewhere.
    std::vector<std::unique_ptr<WorkerSnapshot>> takeRetired() { return std::move(retired_); }

    // ---- what requests need
    http::EventLoop& loop() { return loop_; }
    const DataPlaneOptions& options() const { return options_; }
    const http::Limits& limits() const { return limits_; }
    telemetry::WorkerStats& stats() { return options_.hub.worker(index_); }
    telemetry::RecordRing& ring() { return options_.hub.ring(index_); }
    telemetry::TraceAllowance& allowance() { return options_.hub.allowance(index_); }
    telemetry::Hub& hub() { return options_.hub; }
    Draw& draw() { return draw_; }
    bool isDraining() const { return draining_; }
    std::uint64_t wall_us(Monotonic when); ///< wall clock of a moment of the monotone one

    WorkerSnapshot* current() { return snapshot_.get(); }
    void release(WorkerSnapshot& snapshot);                   ///< one user less
    std::int32_t socketIndex(std::uint32_t listenerId) const; ///< in the current snapshot; -1 = gone
    UpstreamPool& pool(WorkerSnapshot::Endpoint& endpoint);

    std::unique_ptr<Exchange> takeExchange();
    void giveExchange(std::unique_ptr<Exchange> exchange);

    void accepted(http::Socket socket, const http::SocketAddress& peer, Listener& listener);
    void leave(DownstreamConnection& connection);

    /// A request that never became an exchange: refused by the parser, or too slow.
    void countRefused(const DownstreamConnection& connection, int status, telemetry::Refusal refusal,
                      std::string_view clause, std::string_view target, Monotonic start);

    // Places to parse into; valid until the next parse on this thread.
    http::RequestHead requestHead;
    http::ResponseHead responseHead;
    http::FieldSection trailers;
    std::string pathScratch;
    std::string targetScratch;
    std::string queryScratch;

private:
    void mapSockets();
    void closeIdleOfRemoved();
    void lookDrained();

    const int index_;
    const DataPlaneOptions options_;
    http::Limits limits_;
    http::EventLoop loop_;
    std::thread thread_;
    Draw draw_;
    bool draining_ = false;
    Monotonic drainUntil_{};
    std::function<void()> drained_;
    Monotonic wallOffset_{};
    Monotonic wallChecked_{};

    std::unique_ptr<WorkerSnapshot> snapshot_;
    std::vector<std::unique_ptr<WorkerSnapshot>> old_;     ///< still used by requests
    std::vector<std::unique_ptr<WorkerSnapshot>> retired_; ///< used by none
    std::vector<std::unique_ptr<Listener>> listeners_;
    std::vector<std::int32_t> socketOf_; ///< by listener id
    std::map<Address, std::unique_ptr<UpstreamPool>> pools_;
    std::vector<std::unique_ptr<DownstreamConnection>> downstream_;
    std::vector<std::unique_ptr<Exchange>> spareExchanges_;
};

} // namespace gatehouse::gateway
