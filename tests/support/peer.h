#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// One end of a loopback connection, blocking, that gives up after ten seconds. Reading nothing means that
/// the other end closed or the time is up.
class Peer
{
public:
    explicit Peer(int fd); ///< owns it
    Peer(Peer&& other) noexcept : fd_(std::exchange(other.fd_, -1)), rest_(std::move(other.rest_)) {}
    Peer& operator=(Peer&& other) noexcept
    {
        std::swap(fd_, other.fd_);
        std::swap(rest_, other.rest_);
        return *this;
    }
    ~Peer() { close(); }
    static Peer connectTo(std::uint16_t port);

    bool send(std::string_view bytes);
    std::string until(std::string_view token); ///< up to and with the token
    std::string take(std::size_t size);
    std::string toEnd();              ///< until the other end closes; says so where it does not
    bool readSome(std::string& into); ///< false: no more
    void endSending();
    void close();

    /// A whole answer: its head and what Content-Length or chunks announce. `headOnly`: no body follows.
    std::string answer(bool headOnly = false);

    /// Sends until nothing more is taken for 300 ms; how much was.
    std::size_t sendUntilBlocked(std::string_view block, std::size_t limit_bytes);

private:
    int fd_ = -1;
    std::string rest_;
};

std::string bodyOf(const std::string& answer);
int statusOf(const std::string& answer);
