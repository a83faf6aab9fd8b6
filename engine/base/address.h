#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse
{

/// An IP address (literal, never a name) and a TCP port. Port 0 = any free one.
struct Address {
    std::string host = "127.0.0.1"; ///< "127.0.0.1" or "::1", without brackets
    std::uint16_t port = 0;

    auto operator<=>(const Address&) const = default;

    bool isLoopback() const;  ///< 127.0.0.0/8 or ::1
    std::string text() const; ///< "127.0.0.1:80", "[::1]:80"

    /// Parses "HOST:PORT", "[V6]:PORT"; "localhost" is taken as 127.0.0.1. Nothing else resolves names.
    static std::optional<Address> parse(std::string_view text);
};

/// True for the text of an IPv4 or IPv6 address.
bool isIpLiteral(std::string_view host);

} // namespace gatehouse
