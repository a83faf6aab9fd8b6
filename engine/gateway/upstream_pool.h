#pragma once

#include "engine/gateway/upstream_connection.h"
#include "engine/http/socket.h"

#include <memory>
#include <vector>

namespace gatehouse::gateway {

/// One worker's connections to one endpoint. Lives as long as its worker, over all revisions: a reload closes
/// no healthy connection. The connection used last is used first, so that few stay busy and the rest grow old
/// and close.
class UpstreamPool
{
public:
    UpstreamPool(Worker& worker, const http::SocketAddress& address);
    ~UpstreamPool();

    UpstreamConnection* takeKept(); ///< null = none

    /// Starts a fresh one. `error` as http::connectTo; null with any but 0 and EINPROGRESS.
    UpstreamConnection* connect(int& error);

    void keep(UpstreamConnection& connection); ///< healthy, with nothing of a message left in it
    void close(UpstreamConnection& connection);

    Worker& worker() { return worker_; }
    std::string addressText() const { return address_.toAddress().text(); }
    std::size_t idle() const { return idle_.size(); }

private:
    Worker& worker_;
    const http::SocketAddress address_;
    std::vector<std::unique_ptr<UpstreamConnection>> all_;
    std::vector<UpstreamConnection*> idle_;
};

} // namespace gatehouse::gateway
