#pragma once

#include "engine/policy/host_index.h"
#include "engine/policy/path_index.h"
#include "engine/policy/route_table.h"
#include "engine/policy/value_match.h"

#include <algorithm>

namespace gatehouse::policy {

/// One match of one rule, made ready to be tried.
struct CompiledMatch {
    std::uint32_t listenerAt = 0; ///< places in Impl::listeners
    std::uint32_t ruleAt = 0;
    std::uint32_t matchAt = 0;
    std::vector<ValueCondition> headers; ///< the first of equal names only
    std::vector<ValueCondition> query;
    std::shared_ptr<const re2::RE2> path; ///< of a RegularExpression
};

/// One route hostname on one listener.
struct HostNode {
    std::uint64_t prefixDepths = 0; ///< bit d: there are prefixes of d segments; bit 63: of 63 or more
    std::size_t deepestPrefix = 0;
    bool exactPaths = false;
    std::vector<std::uint32_t> regexes; ///< matches, best first

    bool hasPrefixes(std::size_t depth) const
    {
        return (prefixDepths >> std::min<std::size_t>(depth, 63) & 1) != 0;
    }
};

struct RouteTable::Impl {
    std::vector<ListenerSpec> listeners;
    std::vector<CompiledMatch> matches;    ///< in the order of the specs
    std::vector<std::uint32_t> candidates; ///< of the entries, best first
    HostIndex listenerHosts;               ///< → places in `listeners`
    std::vector<HostIndex> routeHosts;     ///< by listener → places in `nodes`
    std::vector<HostNode> nodes;
    PathIndex paths;
    std::size_t deepestPrefix = 0;
    std::uint32_t busiestNode = 0; ///< of `nodes`, the one with the most paths

    struct Found {
        std::uint32_t match = 0;
        std::uint32_t prefixLength = 0;
        const PathIndex::Entry* entry = nullptr; ///< when it answered without a look at the match
    };
    std::optional<std::uint32_t> listenerOf(std::string_view host) const noexcept;
    void prefetch(std::uint32_t node, const PathHashes& hashes) const noexcept;
    bool findIn(std::uint32_t listener, std::string_view host, const RequestFacts& facts,
                const PathHashes& hashes, Found& found) const noexcept;
    bool findAt(const PathIndex::Entry* entry, const RequestFacts& facts, Found& found) const noexcept;
    bool holds(const CompiledMatch& match, const RequestFacts& facts) const noexcept;

    const RuleSpec& rule(const CompiledMatch& match) const
    {
        return listeners[match.listenerAt].rules[match.ruleAt];
    }
    const MatchSpec& spec(const CompiledMatch& match) const { return rule(match).matches[match.matchAt]; }

    /// The specification's order of two matches whose hostname and path are equally specific.
    bool before(const CompiledMatch& a, const CompiledMatch& b) const;
};

} // namespace gatehouse::policy
