#include "engine/http/server.h"

#include "engine/http/acceptor.h"
#include "engine/http/io_thread.h"
#include "engine/http/server_connection.h"

#include <atomic>
#include <unordered_map>
#include <vector>

namespace gatehouse::http {

namespace {

/// Keeps a connection until the loop's round is over.
struct Leaving final : EventHandler {
    explicit Leaving(std::shared_ptr<ServerConnection> connection) : connection(std::move(connection)) {}
    void onEvents(std::uint32_t) override {}
    std::shared_ptr<ServerConnection> connection;
};

} // namespace

struct Server::Impl {
    struct Listener final : EventHandler {
        Listener(Impl* owner, Socket socket) : owner(owner), acceptor(std::move(socket)) {}
        void onEvents(std::uint32_t) override
        {
            if (owner)
                owner->acceptFrom(acceptor);
        }
        Impl* owner; ///< null once retired
        Acceptor acceptor;
    };

    Impl(IoThread& thread, Handler handler, ServerOptions options)
        : thread(thread), shared{thread.loop(), std::move(handler), std::move(options), Limits{}, {}}
    {
        shared.closed = [this](ServerConnection* connection) { remove(connection); };
    }

    void acceptFrom(Acceptor& acceptor)
    {
        for (int i = 0; i < 64; ++i) { // the rest in the next round
            SocketAddress peer;
            Socket socket = acceptor.accept(&peer);
            if (!socket.isOpen())
                return;
            if (connections.size() >= shared.options.maxConnections)
                continue;
            auto connection =
                std::make_shared<ServerConnection>(shared, std::move(socket), peer.toAddress().text());
            if (connection->start())
                connections.emplace(connection.get(), connection);
            open.store(connections.size(), std::memory_order_relaxed);
        }
    }

    void remove(ServerConnection* connection)
    {
        const auto found = connections.find(connection);
        if (found == connections.end())
            return;
        shared.loop.retire(std::make_unique<Leaving>(std::move(found->second)));
        connections.erase(found);
        open.store(connections.size(), std::memory_order_relaxed);
    }

    void closeAll()
    {
        for (auto& listener : listeners) {
            listener->owner = nullptr;
            shared.loop.retire(std::move(listener));
        }
        listeners.clear();
        while (!connections.empty()) {
            const auto connection = connections.begin()->second;
            connection->close();
        }
    }

    IoThread& thread;
    ServerConnection::Shared shared;
    std::vector<std::unique_ptr<Listener>> listeners;
    std::unordered_map<ServerConnection*, std::shared_ptr<ServerConnection>> connections;
    std::atomic<std::size_t> open{0};
    bool stopped = false;
};

Server::Server(IoThread& thread, Handler handler, ServerOptions options)
    : impl_(std::make_shared<Impl>(thread, std::move(handler), std::move(options)))
{
}

Server::~Server()
{
    stop();
}

Server::Outcome Server::listen(const Address& address)
{
    Outcome out;
    auto listening = listenOn(address, false);
    if (!listening.socket.isOpen()) {
        out.problems.push_back(listenProblem(address, listening.error, {}));
        return out;
    }
    out.bound = listening.bound;
    impl_->thread.run([&] {
        auto listener = std::make_unique<Impl::Listener>(impl_.get(), std::move(listening.socket));
        impl_->shared.loop.watchListener(listener->acceptor.fd(), listener.get());
        impl_->listeners.push_back(std::move(listener));
    });
    return out;
}

void Server::stop()
{
    if (std::exchange(impl_->stopped, true))
        return;
    impl_->thread.run([this] { impl_->closeAll(); });
    impl_->thread.run([impl = impl_] {}); // the round in which the last ones are freed is over
}

std::size_t Server::connections() const
{
    return impl_->open.load(std::memory_order_relaxed);
}

Responder::Responder(std::weak_ptr<ServerConnection> connection, std::uint64_t exchange)
    : connection_(std::move(connection)), exchange_(exchange)
{
}

void Responder::respond(Response response) const
{
    if (const auto connection = connection_.lock())
        connection->respond(exchange_, std::move(response));
}

void Responder::abort() const
{
    if (const auto connection = connection_.lock())
        connection->abort(exchange_);
}

bool Responder::isAlive() const
{
    const auto connection = connection_.lock();
    return connection && connection->isWaiting(exchange_);
}

} // namespace gatehouse::http
