#pragma once

#include "engine/http/acceptor.h"
#include "engine/http/event_loop.h"

#include <cstdint>
#include <memory>
#include <string>

namespace gatehouse::gateway {

class Worker;

/// One worker's listening socket for one address. Lives as long as its address is in the configuration;
/// closing takes what waits in its queue first, since a closed queue would be reset.
class Listener final : public http::EventHandler
{
public:
    /// `id` counts listeners over the life of the data plane: connections remember it over revisions.
    Listener(Worker& worker, std::uint32_t id, std::string socketKey, http::Socket socket, Address bound);
    ~Listener() override;

    bool start();
    void acceptRest(); ///< until the queue is empty
    void stop();       ///< closes; no event is taken any more

    bool isOpen() const { return acceptor_.isOpen(); }
    std::uint32_t id() const { return id_; }
    const std::string& socketKey() const { return socketKey_; }
    const std::shared_ptr<const Address>& bound() const { return bound_; } ///< connections share it

    void onEvents(std::uint32_t ready) override;

private:
    bool acceptOne();

    Worker& worker_;
    const std::uint32_t id_;
    const std::string socketKey_;
    http::Acceptor acceptor_;
    const std::shared_ptr<const Address> bound_;
};

} // namespace gatehouse::gateway
