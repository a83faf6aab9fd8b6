#pragma once

#include "engine/http/head.h"
#include "engine/http/linger.h"
#include "engine/http/stream.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace gatehouse::gateway {

class Exchange;
class Listener;
class Worker;

/// One client. Reads a request's head and hands it to an Exchange; then the next, in order. While idle it
/// owns no buffer and no exchange.
class DownstreamConnection final : public http::EventHandler, public http::Timer
{
public:
    DownstreamConnection(Worker& worker, http::Socket socket, const http::SocketAddress& peer,
                         const Listener& listener);
    ~DownstreamConnection() override;

    bool start();
    void close();
    void closeIfIdle();

    http::Stream stream;

    std::string_view peerHost() const { return {peerText_.data(), peerHostSize_}; }
    std::uint16_t peerPort() const { return peerPort_; }
    std::uint32_t listenerId() const { return listenerId_; }
    const Address& local() const { return *local_; } ///< where it listens
    Worker& worker() { return worker_; }

    /// After anything that may have ended the exchange: goes on with the next request, lingers or closes.
    /// Every entry from the loop ends here, so that an exchange never starts inside another's code.
    void settle();

    // ---- for the exchange
    void bodyProgress(); ///< bytes of the request's body came
    void expectBody();   ///< some are still to come
    void sendProgress(); ///< watch whether the client takes what is waiting

    void onEvents(std::uint32_t ready) override;
    void onTimeout() override;

    std::size_t index = 0; ///< in the worker's list

private:
    enum class Phase : std::uint8_t { idle, head, exchange, lingering, closed };

    void process();
    bool takeRequest(); ///< false = nothing whole to take now
    bool parse(char* data, std::size_t size, bool fromBuffer);
    void begin(char* data, std::size_t size, std::size_t headSize, bool fromBuffer);
    void refuse(http::Error error);
    void answerTimeout();
    void becomeIdle();
    void linger();

    Worker& worker_;
    const std::shared_ptr<const Address> local_;
    const std::uint32_t listenerId_;
    Phase phase_ = Phase::idle;
    bool processing_ = false;
    std::uint8_t peerHostSize_ = 0;
    std::uint16_t peerPort_ = 0;
    std::array<char, 46> peerText_;
    std::unique_ptr<Exchange> exchange_;
    std::size_t searched_ = 0;
    Monotonic firstByte_{};
    http::Linger linger_;
};

} // namespace gatehouse::gateway
