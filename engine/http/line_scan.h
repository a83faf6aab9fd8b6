#pragma once

#include "engine/http/chars.h"
#include "engine/http/error.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>

/// The steps of one strict pass over a head. Each moves p behind what it took; nullopt = more bytes are
/// needed.
namespace gatehouse::http {

static_assert(std::endian::native == std::endian::little, "the word scan below counts from the low end");

constexpr std::uint64_t everyByte(std::uint8_t b)
{
    return 0x0101010101010101ull * b;
}

/// The first byte in [p, end) that a field value can't hold (RFC 9110 §5.5), eight bytes a step.
inline const char* skipFieldValue(const char* p, const char* end)
{
    while (end - p >= 8) {
        std::uint64_t word;
        std::memcpy(&word, p, 8);
        const std::uint64_t del = word ^ everyByte(0x7f);
        const std::uint64_t control = (word - everyByte(0x20)) & ~word;
        const std::uint64_t stop = (control | ((del - everyByte(1)) & ~del)) & everyByte(0x80);
        if (stop == 0) {
            p += 8;
            continue;
        }
        p += std::countr_zero(stop) / 8;
        if (*p != '\t')
            return p;
        ++p;
    }
    while (p < end && is(*p, isFieldValue))
        ++p;
    return p;
}

/// CR LF at p. `none` moves p behind it; nullopt = more bytes are needed.
inline std::optional<Error> takeLineEnd(const char*& p, const char* end, Error otherwise)
{
    if (p == end)
        return std::nullopt;
    if (*p == '\n')
        return Error::bareLf;
    if (*p != '\r')
        return otherwise;
    if (p + 1 == end)
        return std::nullopt;
    if (p[1] != '\n')
        return Error::bareCr;
    p += 2;
    return Error::none;
}

} // namespace gatehouse::http
