#pragma once

#include "engine/http/stream.h"

#include <chrono>

namespace gatehouse::http {

/// The end of a connection whose peer may still be sending (RFC 9112 §9.6): the sending side is closed, what
/// comes is thrown away, so that the answer isn't lost to a reset. Bounded in bytes here and in time by the
/// owner.
class Linger
{
public:
    static constexpr std::size_t limit_bytes = 256u << 10;
    static constexpr std::chrono::milliseconds limit{1000};

    /// Call when all is sent, then after each event. True = close now.
    bool pump(Stream& stream)
    {
        if (!shut_) {
            stream.endSending();
            stream.in.clear();
            shut_ = true;
        }
        for (;;) {
            std::size_t got = 0;
            switch (stream.read(readScratch(), Stream::readSize, got)) {
            case Stream::Read::bytes:
                read_ += got;
                if (read_ > limit_bytes)
                    return true;
                break;
            case Stream::Read::nothing:
                return stream.isBroken();
            case Stream::Read::end:
            case Stream::Read::broken:
                return true;
            }
        }
    }

private:
    bool shut_ = false;
    std::size_t read_ = 0;
};

} // namespace gatehouse::http
