#include "engine/policy/route_table_impl.h"

#include "engine/policy/hash.h"

#include <algorithm>

namespace gatehouse::policy {

std::optional<std::uint32_t> RouteTable::Impl::listenerOf(std::string_view host) const noexcept
{
    std::optional<std::uint32_t> best;
    listenerHosts.visit(host, [&](std::uint32_t listener) {
        best = listener;
        return true;
    });
    return best;
}

bool RouteTable::Impl::holds(const CompiledMatch& match, const RequestFacts& facts) const noexcept
{
    const auto& method = spec(match).method;
    if (!method.empty() && method != facts.method)
        return false;
    for (const auto& condition : match.headers) {
        if (!headerMatches(condition, facts.headers))
            return false;
    }
    for (const auto& condition : match.query) {
        if (!queryMatches(condition, facts.query))
            return false;
    }
    return true;
}

bool RouteTable::Impl::findAt(const PathIndex::Entry* entry, const RequestFacts& facts,
                              Found& found) const noexcept
{
    if (!entry)
        return false;
    if (entry->unconditional) {
        found.match = entry->firstCandidate;
        found.entry = entry;
        return true;
    }
    for (std::uint32_t i = 0; i < entry->candidates; ++i) {
        const auto match = candidates[entry->firstCandidate + i];
        if (holds(matches[match], facts)) {
            found.match = match;
            return true;
        }
    }
    return false;
}

/// Fetches at once all lines that the lookups in the node may touch.
void RouteTable::Impl::prefetch(std::uint32_t at, const PathHashes& hashes) const noexcept
{
    const auto& node = nodes[at];
    if (node.exactPaths)
        paths.prefetch(at, true, hashes.whole());
    for (auto depth = std::min(hashes.depth(), node.deepestPrefix) + 1; depth-- > 0;) {
        if (node.hasPrefixes(depth))
            paths.prefetch(at, false, hashes.after(depth));
    }
}

bool RouteTable::Impl::findIn(std::uint32_t listener, std::string_view host, const RequestFacts& facts,
                              const PathHashes& hashes, Found& found) const noexcept
{
    return routeHosts[listener].visit(host, [&](std::uint32_t at) {
        const auto& node = nodes[at];
        const auto deepest = std::min(hashes.depth(), node.deepestPrefix);
        if (at != busiestNode)
            prefetch(at, hashes);
        if (node.exactPaths && findAt(paths.find(at, true, facts.path, hashes.whole()), facts, found))
            return true;
        for (auto depth = deepest + 1; depth-- > 0;) {
            if (!node.hasPrefixes(depth))
                continue;
            const auto prefix = facts.path.substr(0, hashes.length(depth));
            if (findAt(paths.find(at, false, prefix, hashes.after(depth)), facts, found)) {
                found.prefixLength = std::uint32_t(prefix.size());
                return true;
            }
        }
        for (const auto match : node.regexes) {
            if (regexMatches(*matches[match].path, facts.path) && holds(matches[match], facts)) {
                found.match = match;
                return true;
            }
        }
        return false;
    });
}

RouteTable::RouteTable(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RouteTable::~RouteTable() = default;

std::optional<Match> RouteTable::find(const RequestFacts& facts, Miss* miss,
                                      std::uint32_t* taker) const noexcept
{
    const auto say = [miss](Miss why) {
        if (miss)
            *miss = why;
    };
    const PathHashes hashes(facts.path, impl_->deepestPrefix);
    if (!impl_->nodes.empty())
        impl_->prefetch(impl_->busiestNode, hashes); // on its way while the host is looked up
    const HostText host(facts.host);
    const auto listener = impl_->listenerOf(host.view());
    if (!listener) {
        say(Miss::noListener);
        return std::nullopt;
    }
    if (taker)
        *taker = impl_->listeners[*listener].listener;
    Impl::Found found;
    if (!impl_->findIn(*listener, host.view(), facts, hashes, found)) {
        say(Miss::noRoute);
        return std::nullopt;
    }
    say(Miss::none);
    const auto prefixLength = std::uint16_t(found.prefixLength);
    if (found.entry)
        return Match{impl_->listeners[*listener].listener, found.entry->rule, prefixLength};
    const auto& match = impl_->matches[found.match];
    return Match{impl_->listeners[match.listenerAt].listener, impl_->rule(match).rule, prefixLength};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> RouteTable::ways() const
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const auto& listener : impl_->listeners) {
        for (const auto& rule : listener.rules)
            out.emplace_back(listener.listener, rule.rule);
    }
    return out;
}

} // namespace gatehouse::policy
