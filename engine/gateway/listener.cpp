#include "engine/gateway/listener.h"

#include "engine/gateway/worker.h"

namespace gatehouse::gateway {

Listener::Listener(Worker& worker, std::uint32_t id, std::string socketKey, http::Socket socket,
                   Address bound)
    : worker_(worker), id_(id), socketKey_(std::move(socketKey)), acceptor_(std::move(socket)),
      bound_(std::make_shared<const Address>(std::move(bound)))
{
}

Listener::~Listener() = default;

bool Listener::start()
{
    return worker_.loop().watchListener(acceptor_.fd(), this);
}

void Listener::stop()
{
    acceptor_.close();
}

void Listener::onEvents(std::uint32_t)
{
    for (int i = 0; i < 64 && acceptOne(); ++i) { // level-triggered: the rest in the next round
    }
}

void Listener::acceptRest()
{
    while (acceptOne()) {
    }
}

bool Listener::acceptOne()
{
    http::SocketAddress peer;
    auto socket = acceptor_.accept(&peer);
    if (!socket.isOpen())
        return false;
    worker_.accepted(std::move(socket), peer, *this);
    return true;
}

} // namespace gatehouse::gateway
