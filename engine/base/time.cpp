#include "engine/base/time.h"

namespace gatehouse
{

Monotonic monotonicNow()
{
    return std::chrono::duration_cast<Monotonic>(std::chrono::steady_clock::now().time_since_epoch());
}

WallClock wallNow()
{
    return std::chrono::duration_cast<WallClock>(std::chrono::system_clock::now().time_since_epoch());
}

} // namespace gatehouse
