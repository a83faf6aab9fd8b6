#include "engine/base/draw.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <random>

namespace gatehouse
{

namespace
{

/// SplitMix64 (Steele, Lea, Flood 2014): spreads one seed over the generator's whole state.
std::uint64_t spread(std::uint64_t& state)
{
    std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

} // namespace

Draw::Draw(std::uint64_t seed)
{
    for (auto& word : state_)
        word = spread(seed);
}

std::uint64_t Draw::next()
{
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Draw::unit()
{
    return double(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Draw::below(std::uint64_t bound)
{
    assert(bound > 0);
    const std::uint64_t threshold = (0 - bound) % bound; // draws below it would make small results likelier
    for (;;) {
        const std::uint64_t draw = next();
        if (draw >= threshold)
            return draw % bound;
    }
}

double Draw::exponential(double mean)
{
    assert(mean > 0);
    return -mean * std::log1p(-unit());
}

std::uint64_t Draw::seedFromSystem()
{
    std::random_device device;
    return (std::uint64_t(device()) << 32) ^ device();
}

} // namespace gatehouse
