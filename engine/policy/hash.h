#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

/// A fast hash for the compiled tables (multiply and fold, as wyhash by Wang Yi). Keys come from the
/// configuration, never from traffic, so that nobody outside can choose collisions.
namespace gatehouse::policy {

constexpr std::uint64_t hashSeed = 0x9e3779b97f4a7c15ULL;

inline std::uint64_t hashMix(std::uint64_t a, std::uint64_t b) noexcept
{
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <class T>
inline T loadAs(const char* at) noexcept
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

/// Continues `state` with the bytes and their count, so that ("a", "b") and ("ab", "") differ.
inline std::uint64_t hashBytes(std::uint64_t state, std::string_view bytes) noexcept
{
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 8; at += 8, left -= 8)
        state = hashMix(state ^ loadAs<std::uint64_t>(at), 0xa0761d6478bd642fULL);
    std::uint64_t tail = 0;
    if (left >= 4)
        tail = (std::uint64_t(loadAs<std::uint32_t>(at)) << 32) | loadAs<std::uint32_t>(at + left - 4);
    else if (left > 0)
        tail = (std::uint64_t(static_cast<unsigned char>(at[0])) << 16) |
               (std::uint64_t(static_cast<unsigned char>(at[left / 2])) << 8) |
               static_cast<unsigned char>(at[left - 1]);
    return hashMix(state ^ tail, 0xe7037ed1a0b428dbULL ^ bytes.size());
}

} // namespace gatehouse::policy
