#include "engine/http/chunk_decoder.h"

#include "engine/http/chars.h"

#include <algorithm>
#include <cstring>

namespace gatehouse::http {

bool ChunkDecoder::fail(Error error)
{
    error_ = error;
    return false;
}

void ChunkDecoder::reset()
{
    phase_ = Phase::size;
    error_ = Error::none;
    remaining_ = 0;
    line_ = 0;
    trailerLine_ = 0;
    trailers_.clear();
}

ChunkDecoder::Step ChunkDecoder::decode(char* data, std::size_t size)
{
    Step out;
    while (out.consumed < size && phase_ != Phase::done) {
        if (phase_ == Phase::data) {
            const auto take = std::size_t(std::min<std::uint64_t>(remaining_, size - out.consumed));
            if (out.produced != out.consumed)
                std::memmove(data + out.produced, data + out.consumed, take);
            out.produced += take;
            out.consumed += take;
            remaining_ -= take;
            if (remaining_ == 0)
                phase_ = Phase::dataCr;
        } else if (!step(data[out.consumed++])) {
            out.state = State::failed;
            return out;
        }
    }
    if (phase_ == Phase::done)
        out.state = State::done;
    return out;
}

bool ChunkDecoder::step(char c)
{
    switch (phase_) {
    case Phase::size:
        if (!is(c, isHexDigit))
            return fail(Error::chunkSizeInvalid);
        remaining_ = std::uint64_t(hexValue(c));
        line_ = 1;
        phase_ = Phase::sizeMore;
        return true;
    case Phase::sizeMore:
    case Phase::sizeSpace:
        return afterSize(c);
    case Phase::ext:
    case Phase::extQuoted:
    case Phase::extEscaped:
        return extension(c);
    case Phase::sizeLf:
        if (c != '\n')
            return fail(Error::bareCr);
        phase_ = remaining_ == 0 ? Phase::trailer : Phase::data;
        return true;
    case Phase::dataCr:
        if (c != '\r')
            return fail(Error::chunkEndMissing);
        phase_ = Phase::dataLf;
        return true;
    case Phase::dataLf:
        if (c != '\n')
            return fail(Error::chunkEndMissing);
        phase_ = Phase::size;
        return true;
    case Phase::trailer:
        return trailer(c);
    case Phase::data:
    case Phase::done:
        break;
    }
    return false;
}

bool ChunkDecoder::afterSize(char c)
{
    if (++line_ > chunkLineLimit_bytes)
        return fail(Error::chunkSizeInvalid);
    if (c == ';') {
        phase_ = Phase::ext;
        return true;
    }
    if (c == ' ' || c == '\t') { // bad white space, to be taken before ";" alone (RFC 9112 §7.1.1)
        phase_ = Phase::sizeSpace;
        return true;
    }
    if (phase_ == Phase::sizeSpace)
        return fail(Error::chunkSizeInvalid);
    if (is(c, isHexDigit)) {
        if (remaining_ > (INT64_MAX >> 4))
            return fail(Error::chunkSizeInvalid);
        remaining_ = remaining_ * 16 + std::uint64_t(hexValue(c));
        return true;
    }
    if (c == '\r') {
        phase_ = Phase::sizeLf;
        return true;
    }
    return fail(c == '\n' ? Error::bareLf : Error::chunkSizeInvalid);
}

bool ChunkDecoder::extension(char c)
{
    if (++line_ > chunkLineLimit_bytes || (c != '\r' && !is(c, isFieldValue)))
        return fail(Error::chunkExtInvalid);
    if (phase_ == Phase::extEscaped) {
        phase_ = Phase::extQuoted;
        return c == '\r' ? fail(Error::chunkExtInvalid) : true;
    }
    if (phase_ == Phase::extQuoted) {
        if (c == '\r')
            return fail(Error::chunkExtInvalid);
        if (c == '\\')
            phase_ = Phase::extEscaped;
        else if (c == '"')
            phase_ = Phase::ext;
        return true;
    }
    if (c == '\r')
        phase_ = Phase::sizeLf;
    else if (c == '"')
        phase_ = Phase::extQuoted;
    else if (!is(c, isToken) && c != '=' && c != ';' && c != ' ' && c != '\t')
        return fail(Error::chunkExtInvalid);
    return true;
}

bool ChunkDecoder::trailer(char c)
{
    if (trailers_.size() >= trailerLimit_bytes)
        return fail(Error::trailerInvalid);
    trailers_ += c;
    if (c != '\n')
        return true;
    const auto length = trailers_.size() - trailerLine_;
    if (length < 2 || trailers_[trailers_.size() - 2] != '\r')
        return fail(Error::trailerInvalid);
    if (length == 2) {
        trailers_.resize(trailerLine_);
        phase_ = Phase::done;
    }
    trailerLine_ = trailers_.size();
    return true;
}

} // namespace gatehouse::http
