#include "engine/gateway/worker.h"

#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/exchange.h"

#include <pthread.h>

#include <algorithm>
#include <utility>

namespace gatehouse::gateway {

Worker::Worker(int index, const DataPlaneOptions& options)
    : index_(index), options_(options), draw_(Draw::seedFromSystem())
{
    limits_.head_bytes = options.limits.head_bytes;
    limits_.target_bytes = options.limits.target_bytes;
    limits_.fields = options.limits.fields;
    limits_.body_bytes = options.limits.body_bytes;
    wallOffset_ = wallNow() - monotonicNow();
}

Worker::~Worker()
{
    loop_.stop();
    if (thread_.joinable())
        thread_.join();
}

void Worker::start()
{
    thread_ = std::thread([this] {
        loop_.run();
        closeAll();
    });
    const auto name = "worker-" + std::to_string(index_);
    pthread_setname_np(thread_.native_handle(), name.c_str());
}

void Worker::adopt(Change change)
{
    if (snapshot_) {
        auto& home = snapshot_->users > 0 ? old_ : retired_;
        home.push_back(std::move(snapshot_));
    }
    snapshot_ = std::move(change.snapshot);
    for (auto& listener : change.added) {
        listener->start();
        listeners_.push_back(std::move(listener));
    }
    for (const auto& key : change.removed) {
        const auto found = std::find_if(listeners_.begin(), listeners_.end(), [&](const auto& each) {
            return each->socketKey() == key && each->isOpen();
        });
        if (found == listeners_.end())
            continue;
        (*found)->acceptRest();
        (*found)->stop();
        socketOf_[(*found)->id()] = -1;
        loop_.retire(std::move(*found));
        listeners_.erase(found);
    }
    mapSockets();
    if (!change.removed.empty())
        closeIdleOfRemoved();
}

void Worker::mapSockets()
{
    const auto& sockets = snapshot_->config().sockets;
    for (const auto& listener : listeners_) {
        if (socketOf_.size() <= listener->id())
            socketOf_.resize(listener->id() + 1, -1);
        socketOf_[listener->id()] = -1;
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            if (listener->isOpen() && sockets[i].key == listener->socketKey())
                socketOf_[listener->id()] = std::int32_t(i);
        }
    }
}

void Worker::closeIdleOfRemoved()
{
    for (std::size_t i = downstream_.size(); i-- > 0;) {
        if (i < downstream_.size() && socketIndex(downstream_[i]->listenerId()) < 0)
            downstream_[i]->closeIfIdle();
    }
}

void Worker::drain(Monotonic until, std::function<void()> done)
{
    draining_ = true;
    drainUntil_ = until;
    drained_ = std::move(done);
    for (auto& listener : listeners_) {
        listener->acceptRest();
        listener->stop();
    }
    for (std::size_t i = downstream_.size(); i-- > 0;) {
        if (i < downstream_.size())
            downstream_[i]->closeIfIdle();
    }
    lookDrained();
}

void Worker::lookDrained()
{
    if (!downstream_.empty() && monotonicNow() < drainUntil_)
        return loop_.callAt(monotonicNow() + std::chrono::milliseconds(10), [this] { lookDrained(); });
    closeAll();
    if (const auto done = std::exchange(drained_, nullptr))
        done();
}

void Worker::closeAll()
{
    for (auto& listener : listeners_)
        listener->stop();
    while (!downstream_.empty())
        downstream_.back()->close();
}

std::uint64_t Worker::wall_us(Monotonic when)
{
    if (when - wallChecked_ > std::chrono::seconds(1)) {
        wallOffset_ = wallNow() - monotonicNow();
        wallChecked_ = when;
    }
    return std::uint64_t((when + wallOffset_).count()) / 1000;
}

void Worker::release(WorkerSnapshot& snapshot)
{
    if (--snapshot.users > 0 || &snapshot == snapshot_.get())
        return;
    const auto found =
        std::find_if(old_.begin(), old_.end(), [&](const auto& each) { return each.get() == &snapshot; });
    retired_.push_back(std::move(*found));
    old_.erase(found);
}

std::int32_t Worker::socketIndex(std::uint32_t listenerId) const
{
    return listenerId < socketOf_.size() ? socketOf_[listenerId] : -1;
}

UpstreamPool& Worker::pool(WorkerSnapshot::Endpoint& endpoint)
{
    if (!endpoint.pool) {
        auto& home = pools_[endpoint.address.toAddress()];
        if (!home)
            home = std::make_unique<UpstreamPool>(*this, endpoint.address);
        endpoint.pool = home.get();
    }
    return *endpoint.pool;
}

std::unique_ptr<Exchange> Worker::takeExchange()
{
    if (spareExchanges_.empty())
        return std::make_unique<Exchange>(*this);
    auto exchange = std::move(spareExchanges_.back());
    spareExchanges_.pop_back();
    return exchange;
}

void Worker::giveExchange(std::unique_ptr<Exchange> exchange)
{
    if (spareExchanges_.size() < 256)
        spareExchanges_.push_back(std::move(exchange));
}

void Worker::accepted(http::Socket socket, const http::SocketAddress& peer, Listener& listener)
{
    if (downstream_.size() >= options_.limits.connections)
        return;
    auto connection = std::make_unique<DownstreamConnection>(*this, std::move(socket), peer, listener);
    if (!connection->start())
        return;
    connection->index = downstream_.size();
    downstream_.push_back(std::move(connection));
    stats().accepted.add(1);
    stats().downstreamConnections.add(1);
}

void Worker::leave(DownstreamConnection& connection)
{
    const auto index = connection.index;
    auto self = std::move(downstream_[index]);
    if (index + 1 < downstream_.size()) {
        downstream_[index] = std::move(downstream_.back());
        downstream_[index]->index = index;
    }
    downstream_.pop_back();
    stats().downstreamConnections.sub(1);
    loop_.retire(std::move(self));
}

void Worker::countRefused(const DownstreamConnection& connection, int status, telemetry::Refusal refusal,
                          std::string_view clause, std::string_view target, Monotonic start)
{
    if (!options_.recording)
        return;
    const auto leg = snapshot_->shared().leg(-1, -1, -1);
    const auto total_us = std::uint64_t((loop_.now() - start).count()) / 1000;
    stats().count(leg, {.status = status, .refused = true, .total_us = total_us});
    telemetry::Record record;
    record.start_us = wall_us(start);
    record.total_us = telemetry::Record::saturated(total_us);
    record.leg = std::uint32_t(leg);
    record.revision = telemetry::Record::saturated(snapshot_->config().revision);
    record.status = std::uint16_t(status);
    record.refusal = refusal;
    record.setTarget(target);
    ring().write(record);
    if (!allowance().refusal(std::uint64_t(start.count()) / 1000))
        return;
    auto trace = std::make_unique<telemetry::DecisionTrace>();
    trace->reason = telemetry::TraceReason::refusal;
    trace->revision = snapshot_->config().revision;
    trace->start_us = record.start_us;
    trace->client = std::string(connection.peerHost()) + ':' + std::to_string(connection.peerPort());
    trace->refusal = refusal;
    trace->refusalDetail = clause;
    trace->status = status;
    trace->total_us = record.total_us;
    hub().traces().push(std::move(trace));
}

} // namespace gatehouse::gateway
