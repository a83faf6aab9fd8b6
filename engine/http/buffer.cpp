#include "engine/http/buffer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>
#include <vector>

namespace gatehouse::http {

namespace {

/// Blocks of three sizes, kept per thread up to a bound; other sizes come from the heap each time.
class BlockPool
{
public:
    static constexpr std::array<std::size_t, 3> sizes{2048, 16'384, 65'536 + 4096};
    static constexpr std::array<std::size_t, 3> kept{1024, 64, 16};

    ~BlockPool()
    {
        for (auto& list : free_) {
            for (char* block : list)
                std::free(block);
        }
    }

    char* take(std::size_t& size)
    {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (size > sizes[i])
                continue;
            size = sizes[i];
            if (free_[i].empty())
                break;
            char* block = free_[i].back();
            free_[i].pop_back();
            return block;
        }
        auto* block = static_cast<char*>(std::malloc(size));
        if (!block)
            throw std::bad_alloc();
        return block;
    }

    void give(char* block, std::size_t size)
    {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (size == sizes[i] && free_[i].size() < kept[i]) {
                free_[i].push_back(block);
                return;
            }
        }
        std::free(block);
    }

    std::size_t bytes() const
    {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i)
            sum += free_[i].size() * sizes[i];
        return sum;
    }

private:
    std::array<std::vector<char*>, 3> free_;
};

thread_local BlockPool pool;

} // namespace

void Buffer::clear()
{
    if (storage_)
        pool.give(storage_, capacity_);
    storage_ = nullptr;
    capacity_ = begin_ = end_ = 0;
}

void Buffer::grow(std::size_t count)
{
    const auto used = size();
    if (begin_ > 0 && capacity_ - used >= count) {
        std::memmove(storage_, storage_ + begin_, used);
    } else {
        std::size_t wanted = std::max(used + count, capacity_ * 2);
        char* bigger = pool.take(wanted);
        if (used > 0)
            std::memcpy(bigger, storage_ + begin_, used);
        if (storage_)
            pool.give(storage_, capacity_);
        storage_ = bigger;
        capacity_ = wanted;
    }
    begin_ = 0;
    end_ = used;
}

std::size_t Buffer::pooledBytes()
{
    return pool.bytes();
}

} // namespace gatehouse::http
