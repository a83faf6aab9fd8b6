#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// (host node, Exact or PathPrefix) → the matches that ask for it, by one hash table over whole segments: a
/// lookup costs one probe for the exact path and one for each depth at which the node has prefixes.
namespace gatehouse::policy {

constexpr std::size_t deepestPath = 512; ///< segments of an Exact or PathPrefix value

/// A PathPrefix without its trailing slash: "/v2/" equals "/v2", "/" becomes "".
std::string_view normalisedPrefix(std::string_view prefix) noexcept;

/// Whole segments only: "/v2" takes "/v2" and "/v2/x", not "/v2example". `prefix` is normalised.
bool prefixMatches(std::string_view prefix, std::string_view path) noexcept;

std::size_t segmentCount(std::string_view path) noexcept;

/// The rolling hashes of one request's path: after each segment, and of the whole.
class PathHashes
{
public:
    /// Keeps the first `deepest` segments (≤ deepestPath); the whole is always hashed.
    PathHashes(std::string_view path, std::size_t deepest) noexcept;

    std::size_t depth() const noexcept { return depth_; }                             ///< segments kept
    std::uint64_t after(std::size_t depth) const noexcept { return hash_[depth]; }    ///< depth 0 = the root
    std::uint32_t length(std::size_t depth) const noexcept { return length_[depth]; } ///< bytes up to there
    std::uint64_t whole() const noexcept { return whole_; }

private:
    std::size_t depth_ = 0;
    std::uint64_t whole_ = 0;
    std::array<std::uint64_t, deepestPath + 1> hash_;
    std::array<std::uint32_t, deepestPath + 1> length_;
};

class PathIndex
{
public:
    /// One path of one node, a cache line: at 100,000 paths every line touched costs a trip to memory, so the
    /// entry lies where its key points, and holds the path's first bytes and the usual answer.
    struct alignas(64) Entry {
        std::uint32_t node = 0;
        std::uint32_t firstCandidate =
            0; ///< unconditional: the match itself; else where the candidates begin
        std::uint32_t candidates = 0;
        std::uint32_t rule = 0;       ///< the answer when the first candidate asks for nothing but the path
        std::uint32_t restOffset = 0; ///< of the path's bytes beyond `head`
        std::uint16_t length = 0;
        bool exact = false;
        bool unconditional = false;
        std::array<char, 40> head{};

        bool isFree() const { return candidates == 0 && !unconditional; }
    };
    static_assert(sizeof(Entry) == 64);

    /// For building: adds an entry for a path not yet there; finish() makes the table.
    void add(const Entry& entry, std::string_view path);
    void finish();

    void prefetch(std::uint32_t node, bool exact, std::uint64_t hash) const noexcept;
    const Entry* find(std::uint32_t node, bool exact, std::string_view path,
                      std::uint64_t hash) const noexcept;

private:
    struct Free {
        void operator()(void* memory) const noexcept;
    };
    template <class T>
    using Block = std::unique_ptr<T[], Free>;
    template <class T>
    static Block<T> allocate(std::size_t count);

    std::size_t slotOf(std::uint64_t key) const noexcept;
    std::size_t nextSlot(std::size_t slot) const noexcept { return slot + 1 == slotCount_ ? 0 : slot + 1; }
    bool holds(const Entry& entry, std::string_view path) const noexcept;

    Block<Entry> slots_; ///< at most half of them taken: the place that a key points to mostly holds it
    std::size_t slotCount_ = 0;
    std::string rest_;
    std::vector<Entry> added_; ///< until finish()
    std::vector<std::uint64_t> addedKeys_;
};

} // namespace gatehouse::policy
