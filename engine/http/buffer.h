#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace gatehouse::http {

/// A queue of bytes in one piece. Empty ones own nothing; storage comes from the thread's free list and goes
/// back to it as soon as the bytes are consumed, so that an idle connection holds no buffer. Stays on one
/// thread.
class Buffer
{
public:
    Buffer() = default;
    ~Buffer() { clear(); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    bool empty() const { return begin_ == end_; }
    std::size_t size() const { return end_ - begin_; }
    char* data() { return storage_ + begin_; }
    std::string_view view() const { return {storage_ + begin_, end_ - begin_}; }

    void append(std::string_view bytes)
    {
        if (bytes.empty())
            return;
        reserve(bytes.size());
        std::memcpy(storage_ + end_, bytes.data(), bytes.size());
        end_ += bytes.size();
    }

    /// Room for `count` more bytes behind the last: write there, then commit().
    char* reserve(std::size_t count)
    {
        if (capacity_ - end_ < count)
            grow(count);
        return storage_ + end_;
    }
    void commit(std::size_t count) { end_ += count; }

    void consume(std::size_t count)
    {
        begin_ += count;
        if (begin_ == end_)
            clear();
    }
    void clear(); ///< gives the storage back

    static std::size_t pooledBytes(); ///< in this thread's free list, for tests of memory bounds

private:
    void grow(std::size_t count);

    char* storage_ = nullptr;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

} // namespace gatehouse::http
