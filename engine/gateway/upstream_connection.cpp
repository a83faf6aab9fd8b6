#include "engine/gateway/upstream_connection.h"

#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/exchange.h"
#include "engine/gateway/upstream_pool.h"

namespace gatehouse::gateway {

UpstreamConnection::UpstreamConnection(UpstreamPool& pool, http::Socket socket, bool connecting)
    : pool_(pool), connecting_(connecting)
{
    stream.open(std::move(socket));
}

void UpstreamConnection::onEvents(std::uint32_t ready)
{
    if (!stream.isOpen())
        return;
    stream.note(ready);
    if (!exchange) {
        if (stream.mayRead()) // nothing may come now but the end
            pool_.close(*this);
        return;
    }
    auto& downstream = exchange->downstream();
    if (!connecting_) {
        exchange->onUpstreamEvents();
    } else if (ready & (http::readyToWrite | http::broken)) {
        connecting_ = false;
        exchange->onConnected(http::connectError(stream.fd()));
    }
    downstream.settle();
}

void UpstreamConnection::onTimeout()
{
    if (!exchange)
        return pool_.close(*this);
    auto& downstream = exchange->downstream();
    exchange->onUpstreamTimeout();
    downstream.settle();
}

} // namespace gatehouse::gateway
