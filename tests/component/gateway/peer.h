#pragma once

#include "engine/http/socket.h"

#include <cstdint>
#include <string>
#include <string_view>

/// One end of a loopback connection, blocking, that gives up after ten seconds. Reading nothing means that
/// the other end closed or the time is up.
class Peer
{
public:
    explicit Peer(int fd);
    static Peer connectTo(std::uint16_t port);

    bool send(std::string_view bytes);
    std::string until(std::string_view token); ///< up to and with the token
    std::string take(std::size_t size);
    std::string toEnd();
    bool readSome(std::string& into); ///< false: no more
    void endSending();
    void close() { socket_.close(); }

    /// A whole answer: its head and what Content-Length or chunks announce. `headOnly`: no body follows.
    std::string answer(bool headOnly = false);

    /// Sends until nothing more is taken for 300 ms; how much was.
    std::size_t sendUntilBlocked(std::string_view block, std::size_t limit_bytes);

private:
    gatehouse::http::Socket socket_;
    std::string rest_;
};

std::string bodyOf(const std::string& answer);
int statusOf(const std::string& answer);
