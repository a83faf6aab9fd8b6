#include "engine/http/chunk_decoder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace gatehouse::http;

namespace {

struct Outcome {
    ChunkDecoder::State state = ChunkDecoder::State::more;
    Error error = Error::none;
    std::string payload;
    std::string trailers;
    std::size_t consumed = 0; ///< only meaningful when done

    bool operator==(const Outcome&) const = default;
};

/// In pieces of `step` bytes, as reads could bring them.
Outcome decodeInPieces(const std::string& bytes, std::size_t step)
{
    ChunkDecoder decoder;
    Outcome out;
    for (std::size_t at = 0; at < bytes.size() && out.state == ChunkDecoder::State::more; at += step) {
        std::string piece = bytes.substr(at, step);
        const auto result = decoder.decode(piece.data(), piece.size());
        if (result.consumed > piece.size() || result.produced > result.consumed)
            std::abort();
        out.payload.append(piece, 0, result.produced);
        out.state = result.state;
        if (result.state == ChunkDecoder::State::done)
            out.consumed = at + result.consumed;
    }
    out.error = decoder.error();
    out.trailers = decoder.trailers();
    if ((out.state == ChunkDecoder::State::failed) != (out.error != Error::none))
        std::abort();
    if (out.trailers.size() > trailerLimit_bytes)
        std::abort();
    return out;
}

} // namespace

/// However the bytes are cut into reads, the same comes of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = decodeInPieces(bytes, bytes.size() + 1);
    for (const std::size_t step : {1, 2, 7}) {
        if (decodeInPieces(bytes, step) != whole)
            std::abort();
    }
    return 0;
}
