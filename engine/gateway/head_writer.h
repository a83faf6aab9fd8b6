#pragma once

#include <cassert>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gatehouse::gateway {

/// Writes a message head into space that the caller has measured to be enough: no check and no allocation a
/// field.
class HeadWriter
{
public:
    HeadWriter(char* begin, std::size_t capacity) : begin_(begin), at_(begin), end_(begin + capacity) {}

    void put(std::string_view text)
    {
        assert(std::size_t(end_ - at_) >= text.size());
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }
    void put(char c) { *at_++ = c; }
    void number(std::uint64_t value) { at_ = std::to_chars(at_, end_, value).ptr; }
    void field(std::string_view name, std::string_view value)
    {
        put(name);
        put(": ");
        put(value);
        put("\r\n");
    }
    char* skip(std::size_t count) ///< space for the caller to fill
    {
        assert(std::size_t(end_ - at_) >= count);
        char* space = at_;
        at_ += count;
        return space;
    }

    std::size_t size() const { return std::size_t(at_ - begin_); }
    std::string_view view() const { return {begin_, size()}; }

private:
    char* begin_;
    char* at_;
    char* end_;
};

} // namespace gatehouse::gateway
