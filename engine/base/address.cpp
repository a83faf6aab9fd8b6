#include "engine/base/address.h"

#include "engine/base/text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace gatehouse
{

namespace
{

/// The address in its one normal spelling (RFC 5952 for IPv6), or nothing.
std::optional<std::string> normalised(std::string_view host)
{
    if (host.size() >= INET6_ADDRSTRLEN || host.find('\0') != host.npos)
        return {};
    const std::string text(host);
    unsigned char bytes[16];
    char out[INET6_ADDRSTRLEN];
    for (const int family : {AF_INET, AF_INET6}) {
        if (inet_pton(family, text.c_str(), bytes) == 1 && inet_ntop(family, bytes, out, sizeof out))
            return std::string(out);
    }
    return {};
}

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return {};
    return port;
}

} // namespace

bool isIpLiteral(std::string_view host)
{
    return normalised(host).has_value();
}

bool Address::isLoopback() const
{
    unsigned char bytes[16];
    if (inet_pton(AF_INET, host.c_str(), bytes) == 1)
        return bytes[0] == 127;
    if (inet_pton(AF_INET6, host.c_str(), bytes) != 1)
        return false;
    static constexpr unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::equal(mapped, mapped + 12, bytes))
        return bytes[12] == 127;
    static constexpr unsigned char loopback[16] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return std::equal(loopback, loopback + 16, bytes);
}

std::string Address::text() const
{
    const bool v6 = host.find(':') != host.npos;
    return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::optional<Address> Address::parse(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos)
        return {};
    const auto port = parsePort(text.substr(colon + 1));
    std::string_view host = text.substr(0, colon);
    const bool bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    if (!port || (host.find(':') != host.npos) != bracketed)
        return {};
    if (equalsIgnoreCase(host, "localhost"))
        host = "127.0.0.1";
    auto normal = normalised(host);
    if (!normal)
        return {};
    return Address{*std::move(normal), *port};
}

} // namespace gatehouse
