#include "engine/http/stream.h"

#include <cerrno>
#include <memory>

namespace gatehouse::http {

void Stream::close()
{
    socket_.close();
    in.clear();
    out.clear();
}

void Stream::reset()
{
    socket_.reset();
    in.clear();
    out.clear();
}

void Stream::endSending()
{
    shutdown(fd(), SHUT_WR);
}

bool Stream::hasArrived() const
{
    char one;
    return recv(fd(), &one, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

Stream::Read Stream::read(char* into, std::size_t size, std::size_t& got)
{
    got = 0;
    if (!canRead_)
        return Read::nothing;
    ssize_t count = 0;
    do {
        count = recv(fd(), into, size, 0);
    } while (count < 0 && errno == EINTR);
    if (count > 0) {
        got = std::size_t(count);
        // Edge-triggered: less than asked for means drained (epoll(7)); only an end that was announced is
        // still to see.
        if (got < size && !peerEnded_)
            canRead_ = false;
        return Read::bytes;
    }
    if (count == 0)
        return Read::end;
    if (errno == EAGAIN) {
        canRead_ = false;
        return Read::nothing;
    }
    return Read::broken;
}

bool Stream::send(Parts& parts)
{
    if (parts.empty())
        return true;
    std::size_t sent = 0;
    if (out.empty() && canWrite_) {
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.count();
        ssize_t count = 0;
        do {
            count = sendmsg(fd(), &message, MSG_NOSIGNAL);
        } while (count < 0 && errno == EINTR);
        if (count < 0 && errno != EAGAIN)
            return false;
        sent = count > 0 ? std::size_t(count) : 0;
        if (sent == parts.total())
            return true;
        canWrite_ = false;
    }
    for (std::size_t i = 0; i < parts.count(); ++i) {
        const std::string_view bytes(static_cast<const char*>(parts.data()[i].iov_base),
                                     parts.data()[i].iov_len);
        if (sent >= bytes.size()) {
            sent -= bytes.size();
            continue;
        }
        out.append(bytes.substr(sent));
        sent = 0;
    }
    return true;
}

bool Stream::send(std::string_view bytes)
{
    Parts parts;
    parts.add(bytes);
    return send(parts);
}

bool Stream::flush()
{
    while (!out.empty() && canWrite_) {
        const auto count = ::send(fd(), out.data(), out.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            if (errno != EAGAIN)
                return false;
            canWrite_ = false;
            break;
        }
        if (std::size_t(count) < out.size())
            canWrite_ = false;
        out.consume(std::size_t(count));
    }
    return true;
}

char* readScratch()
{
    thread_local const auto scratch = std::make_unique<char[]>(Stream::readSize + 64);
    return scratch.get();
}

} // namespace gatehouse::http
