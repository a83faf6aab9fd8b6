#include "engine/policy/host_index.h"

#include "engine/base/text.h"
#include "engine/policy/hash.h"

namespace gatehouse::policy {

HostText::HostText(std::string_view host) noexcept
{
    if (host.ends_with('.'))
        host.remove_suffix(1);
    if (host.size() >= buffer_.size())
        return;
    size_ = host.size();
    for (std::size_t i = 0; i < size_; ++i)
        buffer_[i] = toLower(host[i]);
}

bool hostMatches(std::string_view hostname, std::string_view host) noexcept
{
    if (hostname.empty())
        return true;
    if (!hostname.starts_with("*."))
        return hostname == host;
    const auto suffix = hostname.substr(1);
    return host.size() > suffix.size() && host.ends_with(suffix);
}

std::size_t HostIndex::Hash::operator()(std::string_view text) const noexcept
{
    return hashBytes(hashSeed, text);
}

std::uint32_t HostIndex::add(std::string_view hostname, std::uint32_t fresh)
{
    if (hostname.empty()) {
        if (!any_)
            any_ = fresh;
        return *any_;
    }
    if (hostname.starts_with("*."))
        return wildcard_.try_emplace(std::string(hostname.substr(1)), fresh).first->second;
    return exact_.try_emplace(std::string(hostname), fresh).first->second;
}

} // namespace gatehouse::policy
