#include "engine/telemetry/hub.h"

#include "engine/base/draw.h"

#include <charconv>

namespace gatehouse::telemetry {

namespace {

std::string makeToken()
{
    Draw draw(Draw::seedFromSystem());
    static constexpr char digits[] = "0123456789abcdef";
    std::string token;
    for (int i = 0; i < 32; ++i)
        token += digits[draw.below(16)];
    return token;
}

std::string internKey(std::string_view listener, std::string_view route, std::string_view backend)
{
    std::string key;
    key.reserve(listener.size() + route.size() + backend.size() + 2);
    key.append(listener).append(1, '\0').append(route).append(1, '\0').append(backend);
    return key;
}

} // namespace

Hub::Hub(int workers, HubOptions options) : traceToken_(makeToken())
{
    for (int i = 0; i < workers; ++i)
        workers_.push_back(std::make_unique<Worker>(options.recordsPerWorker));
    names_.push_back({"other", "other", "other"});
}

Hub::~Hub() = default;

LegId Hub::leg(std::string_view listenerKey, std::string_view routeKey, std::string_view backendKey)
{
    const std::lock_guard lock(mutex_);
    auto key = internKey(listenerKey, routeKey, backendKey);
    if (const auto found = ids_.find(key); found != ids_.end())
        return found->second;
    if (names_.size() >= maxLegs)
        return LegId::other;
    const auto id = LegId(names_.size());
    names_.push_back({std::string(listenerKey), std::string(routeKey), std::string(backendKey)});
    ids_.emplace(std::move(key), id);
    return id;
}

std::size_t Hub::legs() const
{
    const std::lock_guard lock(mutex_);
    return names_.size();
}

LegName Hub::legName(LegId leg) const
{
    const std::lock_guard lock(mutex_);
    const auto i = std::size_t(leg);
    return i < names_.size() ? names_[i] : names_.front();
}

std::vector<LegName> Hub::legNames(std::size_t from) const
{
    const std::lock_guard lock(mutex_);
    if (from >= names_.size())
        return {};
    return {names_.begin() + std::ptrdiff_t(from), names_.end()};
}

std::string Hub::traceFieldValue(std::uint64_t tag) const
{
    return traceToken_ + '.' + std::to_string(tag);
}

std::optional<std::uint64_t> Hub::traceTag(std::string_view fieldValue) const noexcept
{
    const std::size_t length = traceToken_.size();
    if (fieldValue.size() <= length + 1 || fieldValue[length] != '.')
        return std::nullopt;
    unsigned differs = 0;
    for (std::size_t i = 0; i < length; ++i)
        differs |= unsigned(fieldValue[i] ^ traceToken_[i]);
    std::uint64_t tag = 0;
    const char* end = fieldValue.data() + fieldValue.size();
    const auto parsed = std::from_chars(fieldValue.data() + length + 1, end, tag);
    if (differs != 0 || parsed.ec != std::errc() || parsed.ptr != end)
        return std::nullopt;
    return tag;
}

} // namespace gatehouse::telemetry
