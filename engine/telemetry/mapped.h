#pragma once

#include <cstddef>
#include <type_traits>

namespace gatehouse::telemetry {

/// Zeroed memory that the system hands out page by page as it is touched, so that a large bound costs nothing
/// until it is used. Throws std::bad_alloc when even the address space is refused.
class MappedBlock
{
public:
    explicit MappedBlock(std::size_t bytes);
    ~MappedBlock();
    MappedBlock(const MappedBlock&) = delete;
    MappedBlock& operator=(const MappedBlock&) = delete;
    void* data() const noexcept { return data_; }

private:
    void* data_ = nullptr;
    std::size_t bytes_ = 0;
};

/// An array of T whose all-zero state is valid and that needs no destructor.
template <class T>
class MappedArray
{
    static_assert(std::is_trivially_destructible_v<T>);

public:
    explicit MappedArray(std::size_t size) : block_(size * sizeof(T)), size_(size) {}
    T& operator[](std::size_t i) noexcept { return static_cast<T*>(block_.data())[i]; }
    const T& operator[](std::size_t i) const noexcept { return static_cast<const T*>(block_.data())[i]; }
    std::size_t size() const noexcept { return size_; }

private:
    MappedBlock block_;
    std::size_t size_;
};

} // namespace gatehouse::telemetry
