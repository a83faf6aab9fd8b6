#include "engine/telemetry/mapped.h"

#include <sys/mman.h>

#include <new>

namespace gatehouse::telemetry {

MappedBlock::MappedBlock(std::size_t bytes) : bytes_(bytes)
{
    data_ =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (data_ == MAP_FAILED)
        throw std::bad_alloc();
}

MappedBlock::~MappedBlock()
{
    ::munmap(data_, bytes_);
}

} // namespace gatehouse::telemetry
