#pragma once

#include <cstdint>

namespace gatehouse
{

/// A small, fast, seedable source of chance (xoshiro256**, Blackman and Vigna 2018). Same seed, same draws.
class Draw
{
public:
    explicit Draw(std::uint64_t seed);

    std::uint64_t next();                     ///< uniform over 64 bits
    double unit();                            ///< uniform in [0, 1)
    std::uint64_t below(std::uint64_t bound); ///< uniform in [0, bound), bound > 0, unbiased
    double exponential(double mean);          ///< for Poisson arrivals; mean > 0

    static std::uint64_t seedFromSystem(); ///< the only place that asks the system for entropy

private:
    std::uint64_t state_[4];
};

} // namespace gatehouse
