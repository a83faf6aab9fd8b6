#pragma once

#include "engine/http/stream.h"

#include <cstddef>

namespace gatehouse::gateway {

class Exchange;
class UpstreamPool;
class Worker;

/// One connection to a backend: carries one exchange at a time, or waits in its pool. Its timer is the
/// exchange's time-out for the stage that the backend is in, or the pool's for idle ones.
class UpstreamConnection final : public http::EventHandler, public http::Timer
{
public:
    UpstreamConnection(UpstreamPool& pool, http::Socket socket, bool connecting);

    http::Stream stream;
    Exchange* exchange = nullptr; ///< null while kept

    bool isConnecting() const { return connecting_; }
    UpstreamPool& pool() { return pool_; }

    void onEvents(std::uint32_t ready) override;
    void onTimeout() override;

private:
    friend class UpstreamPool;
    UpstreamPool& pool_;
    bool connecting_;
    std::size_t index_ = 0;     ///< in the pool's list of all
    std::size_t idleIndex_ = 0; ///< in its list of idle ones, while kept
};

} // namespace gatehouse::gateway
