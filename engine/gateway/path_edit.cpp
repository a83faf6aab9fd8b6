#include "engine/gateway/path_edit.h"

namespace gatehouse::gateway {

namespace {

std::uint16_t ownPort(std::string_view scheme)
{
    return scheme == "http" ? 80 : scheme == "https" ? 443 : 0;
}

} // namespace

void appendEditedPath(const PathEdit& edit, std::string_view path, std::uint16_t prefixLength,
                      std::string& out)
{
    switch (edit.kind) {
    case PathEdit::Kind::none:
        out += path;
        return;
    case PathEdit::Kind::full:
        if (edit.value.empty() || edit.value.front() != '/')
            out += '/';
        out += edit.value;
        return;
    case PathEdit::Kind::prefix:
        break;
    }
    std::size_t taken = prefixLength < path.size() ? prefixLength : path.size();
    if (taken > 0 && path[taken - 1] == '/')
        --taken;
    const auto rest = path.substr(taken);
    std::string_view front = edit.value;
    while (!front.empty() && front.back() == '/')
        front.remove_suffix(1);
    if (!front.empty() && front.front() != '/')
        out += '/';
    out += front;
    if (rest.empty() ? front.empty() : rest.front() != '/')
        out += '/';
    out += rest;
}

std::string redirectLocation(const Redirect& redirect, const RedirectFacts& facts)
{
    const std::string_view scheme =
        redirect.scheme.empty() ? facts.scheme : std::string_view(redirect.scheme);
    std::uint16_t port = redirect.port;
    if (port == 0 && !redirect.scheme.empty())
        port = ownPort(scheme);
    if (port == 0)
        port = facts.listenerPort;
    std::string out(scheme);
    out += "://";
    out += redirect.hostname.empty() ? facts.host : std::string_view(redirect.hostname);
    if (port != 0 && port != ownPort(scheme))
        out += ':' + std::to_string(port);
    appendEditedPath(redirect.path, facts.path, facts.prefixLength, out);
    if (facts.hasQuery) {
        out += '?';
        out += facts.query;
    }
    return out;
}

} // namespace gatehouse::gateway
