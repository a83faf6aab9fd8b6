#include "engine/http/client.h"

#include "engine/http/client_connection.h"
#include "engine/http/io_thread.h"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

namespace gatehouse::http {

const char* clientErrorText(ClientError error)
{
    switch (error) {
    case ClientError::none:
        return "";
    case ClientError::connectFailed:
        return "connection refused or unreachable";
    case ClientError::connectTimedOut:
        return "connecting took too long";
    case ClientError::timedOut:
        return "no whole response in time";
    case ClientError::closedEarly:
        return "the connection was closed before the response was whole";
    case ClientError::badResponse:
        return "the response is not HTTP/1.1 as RFC 9112 demands";
    case ClientError::bodyTooLarge:
        return "the response is larger than allowed";
    case ClientError::queueFull:
        return "too many requests are waiting";
    case ClientError::canceled:
        return "canceled";
    }
    return "";
}

struct Client::Impl final : ClientConnection::Owner {
    Impl(IoThread& thread, ClientOptions options)
        : thread(thread), loop(thread.loop()), options(std::move(options))
    {
    }

    void send(std::unique_ptr<ClientCall> call)
    {
        if (closed)
            return fail(std::move(call), ClientError::canceled);
        if (!call->request.noReuse && !idle.empty()) {
            auto* connection = idle.back();
            idle.pop_back();
            connection->run(std::move(call));
        } else if (connections.size() < options.maxConnections) {
            connections.push_back(std::make_unique<ClientConnection>(loop, options, *this));
            connections.back()->run(std::move(call));
        } else if (!idle.empty()) { // only fresh ones will do: make room
            auto* connection = idle.back();
            idle.pop_back();
            connection->cancel();
            drop(*connection);
            send(std::move(call));
        } else if (queue.size() < options.maxQueued) {
            queue.push_back(std::move(call));
        } else {
            fail(std::move(call), ClientError::queueFull);
        }
    }

    void fail(std::unique_ptr<ClientCall> call, ClientError error)
    {
        ClientResult result;
        result.error = error;
        result.timings = call->timings;
        result.timings.total = loop.refreshNow() - call->asked;
        call->done(std::move(result));
    }

    void drop(ClientConnection& connection)
    {
        const auto found = std::find_if(connections.begin(), connections.end(),
                                        [&](const auto& each) { return each.get() == &connection; });
        if (found == connections.end())
            return;
        loop.retire(std::move(*found));
        connections.erase(found);
    }

    /// A connection that fails at once comes back here from send(): the outer loop goes on.
    void next()
    {
        if (std::exchange(inNext, true))
            return;
        while (!queue.empty() && (!idle.empty() || connections.size() < options.maxConnections)) {
            auto call = std::move(queue.front());
            queue.pop_front();
            if (call->deadline <= loop.now())
                fail(std::move(call), ClientError::timedOut);
            else
                send(std::move(call));
        }
        inNext = false;
    }

    void callDone(ClientConnection& connection, std::unique_ptr<ClientCall> call,
                  ClientResult&& result) override
    {
        if (connection.isOpen())
            idle.push_back(&connection);
        else
            drop(connection);
        call->done(std::move(result));
        next();
    }

    void callStale(ClientConnection& connection, std::unique_ptr<ClientCall> call) override
    {
        drop(connection);
        call->request.noReuse = false;
        connections.push_back(std::make_unique<ClientConnection>(loop, options, *this));
        connections.back()->run(std::move(call));
    }

    void idleClosed(ClientConnection& connection) override
    {
        std::erase(idle, &connection);
        drop(connection);
        next();
    }

    void closeAll()
    {
        closed = true;
        std::vector<std::unique_ptr<ClientCall>> calls;
        for (auto& connection : connections) {
            if (auto call = connection->cancel())
                calls.push_back(std::move(call));
            loop.retire(std::move(connection));
        }
        connections.clear();
        idle.clear();
        for (auto& call : queue)
            calls.push_back(std::move(call));
        queue.clear();
        for (auto& call : calls)
            fail(std::move(call), ClientError::canceled);
    }

    IoThread& thread;
    EventLoop& loop;
    const ClientOptions options;
    std::vector<std::unique_ptr<ClientConnection>> connections;
    std::vector<ClientConnection*> idle; ///< the last used is the first to be used again
    std::deque<std::unique_ptr<ClientCall>> queue;
    bool closed = false;
    bool inNext = false;
};

Client::Client(IoThread& thread, ClientOptions options)
    : impl_(std::make_shared<Impl>(thread, std::move(options)))
{
}

Client::~Client()
{
    impl_->thread.run([this] { impl_->closeAll(); });
    impl_->thread.run([impl = impl_] {}); // the round in which the last ones are freed is over
}

void Client::send(ClientRequest request, Done done)
{
    auto call = std::make_unique<ClientCall>();
    call->request = std::move(request);
    call->done = std::move(done);
    call->asked = monotonicNow();
    call->deadline = call->asked + impl_->options.timeout;
    if (impl_->thread.isCurrent()) {
        impl_->send(std::move(call));
        return;
    }
    impl_->thread.post([impl = impl_, call = std::make_shared<std::unique_ptr<ClientCall>>(std::move(call))] {
        impl->send(std::move(*call));
    });
}

Client::Load Client::load() const
{
    return {impl_->connections.size(), impl_->connections.size() - impl_->idle.size(), impl_->queue.size()};
}

} // namespace gatehouse::http
