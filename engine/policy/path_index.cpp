#include "engine/policy/path_index.h"

#include "engine/policy/hash.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include <sys/mman.h>

namespace gatehouse::policy {
namespace {

constexpr std::size_t hugePage_bytes = std::size_t(2) << 20;
constexpr std::size_t cacheLine_bytes = 64;

std::uint64_t keyOf(std::uint32_t node, bool exact, std::uint64_t hash)
{
    return hashMix(hash ^ (std::uint64_t(node) << 1 | std::uint64_t(exact)), 0x8ebc6af09c88c6e3ULL);
}

} // namespace

std::string_view normalisedPrefix(std::string_view prefix) noexcept
{
    if (prefix.ends_with('/'))
        prefix.remove_suffix(1);
    return prefix;
}

bool prefixMatches(std::string_view prefix, std::string_view path) noexcept
{
    return prefix.empty() ||
           (path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/'));
}

std::size_t segmentCount(std::string_view path) noexcept
{
    return std::size_t(std::count(path.begin(), path.end(), '/'));
}

PathHashes::PathHashes(std::string_view path, std::size_t deepest) noexcept
{
    assert(deepest <= deepestPath);
    hash_[0] = hashSeed;
    length_[0] = 0;
    std::uint64_t state = hashSeed;
    std::size_t begin = 0;
    if (!path.starts_with('/')) { // "*", or an authority: only the root takes it
        whole_ = path.empty() ? hashSeed : hashBytes(~hashSeed, path);
        return;
    }
    while (begin < path.size()) {
        auto end = path.find('/', begin + 1);
        if (end == std::string_view::npos)
            end = path.size();
        state = hashBytes(state, path.substr(begin + 1, end - begin - 1));
        if (depth_ < deepest) {
            ++depth_;
            hash_[depth_] = state;
            length_[depth_] = std::uint32_t(end);
        }
        begin = end;
    }
    whole_ = state;
}

void PathIndex::add(const Entry& entry, std::string_view path)
{
    assert(path.size() <= 0xffff);
    added_.push_back(entry);
    auto& own = added_.back();
    own.length = std::uint16_t(path.size());
    const auto head = std::min(path.size(), own.head.size());
    std::copy_n(path.data(), head, own.head.data());
    own.restOffset = std::uint32_t(rest_.size());
    rest_ += path.substr(head);
    addedKeys_.push_back(keyOf(own.node, own.exact, PathHashes(path, 0).whole()));
}

template <class T>
PathIndex::Block<T> PathIndex::allocate(std::size_t count)
{
    const auto bytes = count * sizeof(T);
    const auto alignment = bytes >= hugePage_bytes ? hugePage_bytes : cacheLine_bytes;
    void* memory = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
    if (!memory)
        throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (alignment == hugePage_bytes)
        madvise(memory, bytes, MADV_HUGEPAGE); // a large table would otherwise miss in the TLB as well
#endif
    auto* items = static_cast<T*>(memory);
    std::uninitialized_value_construct_n(items, count);
    return Block<T>(items);
}

void PathIndex::finish()
{
    slotCount_ = added_.size() * 2 + 8;
    slots_ = allocate<Entry>(slotCount_);
    for (std::size_t i = 0; i < added_.size(); ++i) {
        assert(!added_[i].isFree());
        auto slot = slotOf(addedKeys_[i]);
        while (!slots_[slot].isFree())
            slot = nextSlot(slot);
        slots_[slot] = added_[i];
    }
    added_ = {};
    addedKeys_ = {};
}

void PathIndex::Free::operator()(void* memory) const noexcept
{
    std::free(memory);
}

std::size_t PathIndex::slotOf(std::uint64_t key) const noexcept
{
    return std::size_t((static_cast<unsigned __int128>(key) * slotCount_) >> 64);
}

bool PathIndex::holds(const Entry& entry, std::string_view path) const noexcept
{
    if (entry.length != path.size())
        return false;
    const auto head = std::min(path.size(), entry.head.size());
    if (std::memcmp(entry.head.data(), path.data(), head) != 0)
        return false;
    return head == path.size() ||
           std::memcmp(rest_.data() + entry.restOffset, path.data() + head, path.size() - head) == 0;
}

void PathIndex::prefetch(std::uint32_t node, bool exact, std::uint64_t hash) const noexcept
{
    __builtin_prefetch(&slots_[slotOf(keyOf(node, exact, hash))]);
}

const PathIndex::Entry* PathIndex::find(std::uint32_t node, bool exact, std::string_view path,
                                        std::uint64_t hash) const noexcept
{
    const auto key = keyOf(node, exact, hash);
    for (auto slot = slotOf(key); !slots_[slot].isFree(); slot = nextSlot(slot)) {
        const auto& entry = slots_[slot];
        if (entry.node == node && entry.exact == exact && holds(entry, path))
            return &entry;
    }
    return nullptr;
}

} // namespace gatehouse::policy
