#pragma once

#include "engine/http/body_reader.h"
#include "engine/http/linger.h"
#include "engine/http/server.h"
#include "engine/http/stream.h"

#include <memory>
#include <string>

namespace gatehouse::http {

/// One client of a Server. Requests are read whole and handed on one at a time, so that answers keep their
/// order.
class ServerConnection final : public EventHandler,
                               public Timer,
                               public std::enable_shared_from_this<ServerConnection>
{
public:
    /// What the connections of one server share; outlives them.
    struct Shared {
        EventLoop& loop;
        Server::Handler handler;
        ServerOptions options;
        Limits limits;
        std::function<void(ServerConnection*)> closed;
    };

    ServerConnection(Shared& shared, Socket socket, std::string peer);

    bool start();
    void close();

    void respond(std::uint64_t exchange, Response response);
    void abort(std::uint64_t exchange);
    bool isWaiting(std::uint64_t exchange) const;

    void onEvents(std::uint32_t ready) override;
    void onTimeout() override;

private:
    enum class Phase : std::uint8_t { head, body, handling, lingering, closed };

    void process();
    bool fill();     ///< reads once; false = nothing more now, or closed
    bool takeHead(); ///< false = more bytes are needed, or refused
    bool takeBody();
    void hand();
    void refuse(Error error);
    void refuse(int status, std::string_view code, std::string_view detail);
    void send(const Response& response, bool close);
    void beginLinger();

    Shared& shared_;
    Stream stream_;
    std::string peer_;
    Phase phase_ = Phase::head;
    RequestHead head_;
    Request request_;
    BodyReader body_;
    Linger linger_;
    std::size_t searched_ = 0;
    bool keepAlive_ = true;
    bool sayKeepAlive_ = false; ///< HTTP/1.0 clients take silence for a close
    bool headOnly_ = false;
    bool inProcess_ = false;
    std::uint64_t exchange_ = 0;
};

} // namespace gatehouse::http
