#pragma once

#include "engine/http/chunk_decoder.h"
#include "engine/http/head.h"

#include <algorithm>

namespace gatehouse::http {

/// Reads one message body as its head frames it (RFC 9112 §6.3), in place and as it comes.
class BodyReader
{
public:
    using Step = ChunkDecoder::Step;
    using State = ChunkDecoder::State;

    /// `limit` bounds the decoded bytes.
    void start(const Framing& framing, std::uint64_t limit = UINT64_MAX)
    {
        kind_ = framing.kind;
        remaining_ = framing.length;
        limit_ = limit;
        total_ = 0;
        error_ = Error::none;
        done_ = !framing.hasBody();
        chunks_.reset();
    }

    bool isDone() const { return done_; }
    Framing::Kind kind() const { return kind_; }
    Error error() const { return error_; }
    std::uint64_t total() const { return total_; } ///< decoded bytes so far
    const std::string& trailers() const { return chunks_.trailers(); }

    /// The payload of `data` is moved to its front.
    Step decode(char* data, std::size_t size)
    {
        Step step = decodeFramed(data, size);
        total_ += step.produced;
        if (total_ > limit_) {
            error_ = Error::bodyTooLarge;
            step.state = State::failed;
        }
        done_ = step.state == State::done;
        return step;
    }

    /// The peer closed. True if that ends the body as it should.
    bool end()
    {
        done_ = done_ || kind_ == Framing::Kind::untilClose;
        if (!done_)
            error_ = Error::cutShort;
        return done_;
    }

private:
    Step decodeFramed(char* data, std::size_t size)
    {
        if (done_)
            return {State::done, 0, 0};
        if (kind_ == Framing::Kind::chunked) {
            const Step step = chunks_.decode(data, size);
            error_ = chunks_.error();
            return step;
        }
        if (kind_ == Framing::Kind::untilClose)
            return {State::more, size, size};
        const auto take = std::size_t(std::min<std::uint64_t>(remaining_, size));
        remaining_ -= take;
        return {remaining_ == 0 ? State::done : State::more, take, take};
    }

    Framing::Kind kind_ = Framing::Kind::none;
    Error error_ = Error::none;
    bool done_ = true;
    std::uint64_t remaining_ = 0;
    std::uint64_t limit_ = UINT64_MAX;
    std::uint64_t total_ = 0;
    ChunkDecoder chunks_;
};

} // namespace gatehouse::http
