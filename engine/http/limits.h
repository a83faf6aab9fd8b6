#pragma once

#include <cstddef>
#include <cstdint>

/// The bounds on what a peer may send. Each is checked before memory grows beyond it.
namespace gatehouse::http {

struct Limits {
    std::size_t head_bytes = 64u << 10;   ///< start line and fields with their line ends
    std::size_t target_bytes = 16u << 10; ///< the request target
    std::size_t method_bytes = 32;
    std::size_t fields = 256;              ///< in one section
    std::size_t emptyLines = 4;            ///< before a request line
    std::uint64_t body_bytes = 1ull << 30; ///< of a request, decoded
};

/// Not configurable: no honest peer comes near.
inline constexpr std::size_t chunkLineLimit_bytes = 4u << 10;
inline constexpr std::size_t trailerLimit_bytes = 8u << 10;
inline constexpr std::size_t hostLimit_bytes = 260; ///< a DNS name of 253 bytes, a colon and a port

static_assert(hostLimit_bytes < Limits{}.target_bytes);
static_assert(Limits{}.target_bytes < Limits{}.head_bytes);
static_assert(trailerLimit_bytes <= Limits{}.head_bytes);

} // namespace gatehouse::http
