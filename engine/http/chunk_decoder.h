#pragma once

#include "engine/http/error.h"
#include "engine/http/limits.h"

#include <cstdint>
#include <string>

/// The chunked transfer coding (RFC 9112 §7.1), decoded in place: payload bytes are moved together to the
/// front of the caller's buffer, so that whatever came in one read goes out as one piece. Strict: sizes are
/// hexadecimal digits and nothing else, extensions are checked and dropped, every line ends in CRLF.
namespace gatehouse::http {

class ChunkDecoder
{
public:
    enum class State : std::uint8_t { more, done, failed };

    struct Step {
        State state = State::more;
        std::size_t consumed =
            0; ///< bytes of the input that belong to this body; all of them unless done or failed
        std::size_t produced = 0; ///< payload bytes, now at the front of the buffer
    };

    /// Decodes what is there. Payload produced before a failure is valid as far as it goes.
    Step decode(char* data, std::size_t size);

    Error error() const { return error_; }

    /// The raw trailer lines without the empty one, once done (≤ trailerLimit_bytes); see parseTrailers.
    const std::string& trailers() const { return trailers_; }

    void reset();

private:
    enum class Phase : std::uint8_t {
        size,
        sizeMore,
        sizeSpace,
        ext,
        extQuoted,
        extEscaped,
        sizeLf,
        data,
        dataCr,
        dataLf,
        trailer,
        done
    };

    bool step(char c); ///< one byte outside payload; false = failed
    bool afterSize(char c);
    bool extension(char c);
    bool trailer(char c);
    bool fail(Error error);

    Phase phase_ = Phase::size;
    Error error_ = Error::none;
    std::uint64_t remaining_ = 0; ///< of the current chunk
    std::size_t line_ = 0;        ///< bytes of the current size line
    std::size_t trailerLine_ = 0; ///< where the current trailer line begins
    std::string trailers_;
};

} // namespace gatehouse::http
