#pragma once

#include "engine/http/body_reader.h"
#include "engine/http/client.h"
#include "engine/http/stream.h"

#include <memory>

namespace gatehouse::http {

/// One request on its way through a Client.
struct ClientCall {
    ClientRequest request;
    Client::Done done;
    ClientTimings timings;
    Monotonic asked{}; ///< send() was called
    Monotonic begun{}; ///< a connection took it
    Monotonic deadline{};
    bool retried = false;
};

/// One connection of a Client's pool; carries one call at a time.
class ClientConnection final : public EventHandler, public Timer
{
public:
    class Owner
    {
    public:
        /// The call ended. The connection is idle, or closed and about to go.
        virtual void callDone(ClientConnection& connection, std::unique_ptr<ClientCall> call,
                              ClientResult&& result) = 0;
        /// A kept connection turned out to be closed before anything came: the call may go elsewhere.
        virtual void callStale(ClientConnection& connection, std::unique_ptr<ClientCall> call) = 0;
        virtual void idleClosed(ClientConnection& connection) = 0;

    protected:
        ~Owner() = default;
    };

    ClientConnection(EventLoop& loop, const ClientOptions& options, Owner& owner);

    void run(std::unique_ptr<ClientCall> call); ///< connects first when not connected
    std::unique_ptr<ClientCall> cancel();       ///< closes; gives back the call that was under way

    bool isOpen() const { return phase_ != Phase::closed; }
    bool isIdle() const { return phase_ == Phase::idle; }

    void onEvents(std::uint32_t ready) override;
    void onTimeout() override;

private:
    enum class Phase : std::uint8_t { fresh, connecting, idle, sending, waiting, receiving, closed };

    void connected();
    void sendRequest();
    void allSent();
    void receive();
    bool takeHead();
    void takeBody();
    void streamEnded();
    void finish(ClientError error);
    void close();
    ClientResult takeResult(ClientError error);

    EventLoop& loop_;
    const ClientOptions& options_;
    Owner& owner_;
    Stream stream_;
    Phase phase_ = Phase::fresh;
    std::unique_ptr<ClientCall> call_;
    ResponseHead head_;
    BodyReader body_;
    ClientResult result_;
    Method method_ = Method::get;
    std::size_t searched_ = 0;
    Monotonic mark_{}; ///< when the current phase of the call began
    bool used_ = false;
    bool keepAlive_ = false;
};

} // namespace gatehouse::http
