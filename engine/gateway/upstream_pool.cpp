#include "engine/gateway/upstream_pool.h"

#include "engine/gateway/worker.h"

#include <cerrno>

namespace gatehouse::gateway {

UpstreamPool::UpstreamPool(Worker& worker, const http::SocketAddress& address)
    : worker_(worker), address_(address)
{
}

UpstreamPool::~UpstreamPool() = default;

UpstreamConnection* UpstreamPool::takeKept()
{
    if (idle_.empty())
        return nullptr;
    auto* connection = idle_.back();
    idle_.pop_back();
    return connection;
}

UpstreamConnection* UpstreamPool::connect(int& error)
{
    auto socket = http::connectTo(address_, error);
    if (!socket.isOpen())
        return nullptr;
    const int fd = socket.fd();
    auto connection = std::make_unique<UpstreamConnection>(*this, std::move(socket), error == EINPROGRESS);
    if (!worker_.loop().watch(fd, connection.get())) {
        error = errno;
        return nullptr;
    }
    connection->index_ = all_.size();
    all_.push_back(std::move(connection));
    worker_.stats().upstreamConnections.add(1);
    worker_.stats().upstreamOpened.add(1);
    return all_.back().get();
}

void UpstreamPool::keep(UpstreamConnection& connection)
{
    connection.exchange = nullptr;
    if (idle_.size() >= worker_.options().limits.keptPerEndpoint || worker_.isDraining())
        return close(connection);
    connection.idleIndex_ = idle_.size();
    idle_.push_back(&connection);
    worker_.loop().arm(connection, worker_.loop().now() + worker_.options().timeouts.keptUpstream);
}

void UpstreamPool::close(UpstreamConnection& connection)
{
    connection.exchange = nullptr;
    if (connection.idleIndex_ < idle_.size() && idle_[connection.idleIndex_] == &connection) {
        idle_[connection.idleIndex_] = idle_.back();
        idle_[connection.idleIndex_]->idleIndex_ = connection.idleIndex_;
        idle_.pop_back();
    }
    connection.stream.close();
    worker_.loop().disarm(connection);
    worker_.stats().upstreamConnections.sub(1);
    const auto index = connection.index_;
    auto self = std::move(all_[index]);
    if (index + 1 < all_.size()) {
        all_[index] = std::move(all_.back());
        all_[index]->index_ = index;
    }
    all_.pop_back();
    worker_.loop().retire(std::move(self));
}

} // namespace gatehouse::gateway
