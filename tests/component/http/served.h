#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 can't read what the standard's headers include

#include "tests/support/backend.h"
#include "tests/support/peer.h"

#include "engine/http/client.h"
#include "engine/http/io_thread.h"
#include "engine/http/server.h"

#include <atomic>
#include <future>
#include <mutex>
#include <optional>
#include <vector>

/// A Server on a free port and the thread that it runs on.
class Served
{
public:
    explicit Served(gatehouse::http::Server::Handler handler, gatehouse::http::ServerOptions options = {})
        : server(thread, std::move(handler), std::move(options)), bound_(server.listen({"127.0.0.1", 0}))
    {
    }

    std::uint16_t port() const { return bound_.bound ? bound_.bound->port : 0; }
    Peer client() const { return Peer::connectTo(port()); }

    /// Answers with "METHOD TARGET BODY".
    static void echo(gatehouse::http::Request& request, const gatehouse::http::Responder& responder)
    {
        responder.respond({.body = request.method + ' ' + request.target + ' ' + request.body});
    }

    gatehouse::http::IoThread thread{"served"};
    gatehouse::http::Server server;

private:
    gatehouse::http::Server::Outcome bound_;
};

#endif
