#include "engine/gateway/listener.h"

#include "engine/gateway/worker.h"

#include <fcntl.h>

#include <cerrno>

namespace gatehouse::gateway {

namespace {

http::Socket openReserve()
{
    return http::Socket(open("/dev/null", O_RDONLY | O_CLOEXEC));
}

} // namespace

Listener::Listener(Worker& worker, std::uint32_t id, std::string socketKey, http::Socket socket,
                   Address bound)
    : worker_(worker), id_(id), socketKey_(std::move(socketKey)), socket_(std::move(socket)),
      bound_(std::make_shared<const Address>(std::move(bound))), reserve_(openReserve())
{
}

Listener::~Listener() = default;

bool Listener::start()
{
    return worker_.loop().watchListener(socket_.fd(), this);
}

void Listener::stop()
{
    socket_.close();
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
    if (!socket_.isOpen())
        return false;
    http::SocketAddress peer;
    auto socket = http::acceptFrom(socket_.fd(), &peer);
    if (socket.isOpen()) {
        worker_.accepted(std::move(socket), peer, *this);
        return true;
    }
    if (errno == EMFILE || errno == ENFILE)
        shedOne();
    return errno == EINTR || errno == ECONNABORTED;
}

/// Out of descriptors: the client is told by a close, instead of hanging in the queue while this loop spins
/// on it.
void Listener::shedOne()
{
    reserve_.close();
    http::acceptFrom(socket_.fd(), nullptr).close();
    reserve_ = openReserve();
    errno = EAGAIN;
}

} // namespace gatehouse::gateway
