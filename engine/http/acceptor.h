#pragma once

#include "engine/http/socket.h"

namespace gatehouse::http {

/// A listening socket and a descriptor in reserve. When there are none left, the client at the front of the
/// queue is told by a close, instead of hanging there while a level-triggered loop spins on it.
class Acceptor
{
public:
    explicit Acceptor(Socket listening);

    int fd() const { return socket_.fd(); }
    bool isOpen() const { return socket_.isOpen(); }
    void close() { socket_.close(); }

    /// The next connection; closed when none waits, or none could be taken. `peer` may be null.
    Socket accept(SocketAddress* peer);

private:
    Socket socket_;
    Socket reserve_;
};

} // namespace gatehouse::http
