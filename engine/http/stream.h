#pragma once

#include "engine/http/buffer.h"
#include "engine/http/event_loop.h"
#include "engine/http/socket.h"

#include <sys/uio.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatehouse::http {

/// Pieces of one message for one system call. Views must live until send() returns.
class Parts
{
public:
    static constexpr std::size_t capacity = 12;

    void add(std::string_view bytes)
    {
        if (bytes.empty())
            return;
        parts_[count_++] = {const_cast<char*>(bytes.data()), bytes.size()};
        total_ += bytes.size();
    }
    std::size_t total() const { return total_; }
    bool empty() const { return total_ == 0; }
    iovec* data() { return parts_.data(); }
    std::size_t count() const { return count_; }

private:
    std::array<iovec, capacity> parts_;
    std::size_t count_ = 0;
    std::size_t total_ = 0;
};

/// A non-blocking TCP stream with what could not be sent yet (`out`) and what came but is not used yet
/// (`in`). Back-pressure is the user's: read only while canSend() of the other side. Both buffers are then
/// bounded by one read (readSize) and one message's head.
class Stream
{
public:
    static constexpr std::size_t readSize = 64u << 10;

    enum class Read : std::uint8_t { bytes, nothing, end, broken };

    void open(Socket socket) { socket_ = std::move(socket); }
    bool isOpen() const { return socket_.isOpen(); }
    int fd() const { return socket_.fd(); }
    void close();
    void reset();      ///< with RST
    void endSending(); ///< half-close

    /// Takes what the loop said.
    void note(std::uint32_t ready)
    {
        canRead_ = canRead_ || (ready & (readyToRead | peerEnded | broken));
        peerEnded_ = peerEnded_ || (ready & (peerEnded | broken));
        broken_ = broken_ || (ready & broken);
        canWrite_ = canWrite_ || (ready & readyToWrite);
    }
    bool mayRead() const { return canRead_; }
    bool isBroken() const { return broken_; } ///< reset or closed both ways, as far as the loop said
    bool peerHasEnded() const { return peerEnded_; }

    /// Bytes wait in the system that the loop may not have announced yet. One system call.
    bool hasArrived() const;

    /// One system call at most. `got` bytes were put at `into`.
    Read read(char* into, std::size_t size, std::size_t& got);

    /// Sends now what the system takes, keeps the rest. False: the stream is broken.
    bool send(Parts& parts);
    bool send(std::string_view bytes);
    bool flush(); ///< again what was kept; after readyToWrite
    bool canSend() const { return out.empty(); }

    Buffer in;
    Buffer out;

private:
    Socket socket_;
    bool canRead_ = false;
    bool canWrite_ = true;
    bool peerEnded_ = false;
    bool broken_ = false;
};

/// The thread's place to read into (readSize + room for a chunk's frame). What must outlive the callback is
/// copied.
char* readScratch();

} // namespace gatehouse::http
