#include "engine/http/acceptor.h"

#include <fcntl.h>

#include <cerrno>

namespace gatehouse::http {

namespace {

Socket openReserve()
{
    return Socket(open("/dev/null", O_RDONLY | O_CLOEXEC));
}

} // namespace

Acceptor::Acceptor(Socket listening) : socket_(std::move(listening)), reserve_(openReserve()) {}

Socket Acceptor::accept(SocketAddress* peer)
{
    while (socket_.isOpen()) {
        Socket taken = acceptFrom(socket_.fd(), peer);
        if (taken.isOpen())
            return taken;
        if (errno == EMFILE || errno == ENFILE) {
            reserve_.close();
            acceptFrom(socket_.fd(), nullptr).close();
            reserve_ = openReserve();
            break;
        }
        if (errno != EINTR && errno != ECONNABORTED)
            break;
    }
    return {};
}

} // namespace gatehouse::http
