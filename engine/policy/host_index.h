#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

/// Hostnames as the Gateway API matches them: "" any, exact, or "*.suffix" (one or more labels before the
/// suffix).
namespace gatehouse::policy {

/// A request's host made comparable: lower case, without the root's dot. Over 255 bytes no name can match.
class HostText
{
public:
    explicit HostText(std::string_view host) noexcept;
    std::string_view view() const noexcept { return {buffer_.data(), size_}; }

private:
    std::array<char, 256> buffer_;
    std::size_t size_ = 0;
};

/// True when `hostname` (lower case) of a listener or a route takes `host`.
bool hostMatches(std::string_view hostname, std::string_view host) noexcept;

class HostIndex
{
public:
    /// The id of `hostname`, `fresh` if it is new.
    std::uint32_t add(std::string_view hostname, std::uint32_t fresh);

    /// Calls visit(id) from the most specific hostname that takes `host` to the least, until it answers true.
    template <class Visit>
    bool visit(std::string_view host, Visit&& visit) const noexcept
    {
        if (!exact_.empty()) {
            if (const auto it = exact_.find(host); it != exact_.end() && visit(it->second))
                return true;
        }
        if (!wildcard_.empty() && !host.empty()) {
            for (auto dot = host.find('.', 1); dot != std::string_view::npos; dot = host.find('.', dot + 1)) {
                const auto it = wildcard_.find(host.substr(dot));
                if (it != wildcard_.end() && visit(it->second))
                    return true;
            }
        }
        return any_ && visit(*any_);
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept;
    };
    using Map = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    Map exact_;
    Map wildcard_; ///< by ".suffix"
    std::optional<std::uint32_t> any_;
};

} // namespace gatehouse::policy
