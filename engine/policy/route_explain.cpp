#include "engine/policy/route_table_impl.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::policy {
namespace {

std::string_view kindName(PathKind kind)
{
    switch (kind) {
    case PathKind::exact:
        return "Exact";
    case PathKind::prefix:
        return "PathPrefix";
    case PathKind::regex:
        return "RegularExpression";
    }
    return {};
}

/// How specific a route hostname is, in the specification's order: exact, then the longest wildcard, then
/// none.
std::size_t hostRank(std::string_view hostname)
{
    if (hostname.empty())
        return 0;
    return hostname.starts_with("*.") ? hostname.size() : 1000 + hostname.size();
}

std::string wantedText(const ValueCondition& condition)
{
    return condition.name + (condition.regex ? " ~ " : ": ") + condition.value;
}

} // namespace

/// One pass over every match of the table: what differs first, then the order among those that held.
class Explainer
{
public:
    Explainer(const RouteTable::Impl& table, const RequestFacts& facts)
        : table_(table), facts_(facts), host_(facts.host), listener_(table.listenerOf(host_.view()))
    {
    }

    Explanation run(std::optional<Match> winner, Miss miss, std::size_t limit)
    {
        Explanation result;
        result.winner = winner;
        result.miss = miss;
        result.total = table_.matches.size();
        if (listener_)
            result.listenerKey = table_.listeners[*listener_].key;
        std::vector<Verdict> verdicts;
        verdicts.reserve(table_.matches.size());
        for (const auto& match : table_.matches)
            verdicts.push_back(judge(match));
        const auto shown = std::min(limit, verdicts.size());
        std::partial_sort(verdicts.begin(), verdicts.begin() + std::ptrdiff_t(shown), verdicts.end(),
                          [this](const Verdict& a, const Verdict& b) { return closer(a, b); });
        for (std::size_t i = 0; i < shown; ++i)
            result.considered.push_back(describe(verdicts[i], verdicts.front()));
        return result;
    }

private:
    struct Verdict {
        const CompiledMatch* match = nullptr;
        Differs differs = Differs::nothing; ///< nothing = it holds
        std::size_t host = 0;               ///< rank of its best hostname that takes the request's
        const ValueCondition* condition = nullptr;
    };

    Verdict judge(const CompiledMatch& match) const
    {
        Verdict verdict{&match};
        if (!listener_ || match.listenerAt != *listener_) {
            verdict.differs = Differs::listener;
            return verdict;
        }
        bool hostHolds = false;
        for (const auto& hostname : table_.rule(match).hostnames) {
            if (!hostMatches(hostname, host_.view()))
                continue;
            hostHolds = true;
            verdict.host = std::max(verdict.host, hostRank(hostname));
        }
        const auto& spec = table_.spec(match);
        if (!hostHolds)
            verdict.differs = Differs::hostname;
        else if (!pathHolds(match))
            verdict.differs = Differs::path;
        else if (!spec.method.empty() && spec.method != facts_.method)
            verdict.differs = Differs::method;
        else if ((verdict.condition = firstMiss(
                      match.headers, [this](const auto& c) { return headerMatches(c, facts_.headers); })))
            verdict.differs = Differs::header;
        else if ((verdict.condition = firstMiss(
                      match.query, [this](const auto& c) { return queryMatches(c, facts_.query); })))
            verdict.differs = Differs::query;
        return verdict;
    }

    bool pathHolds(const CompiledMatch& match) const
    {
        const auto& spec = table_.spec(match);
        switch (spec.pathKind) {
        case PathKind::exact:
            return spec.path == facts_.path;
        case PathKind::prefix:
            return prefixMatches(normalisedPrefix(spec.path), facts_.path);
        case PathKind::regex:
            return regexMatches(*match.path, facts_.path);
        }
        return false;
    }

    template <class Holds>
    static const ValueCondition* firstMiss(const std::vector<ValueCondition>& conditions, Holds holds)
    {
        const auto it = std::find_if_not(conditions.begin(), conditions.end(), holds);
        return it == conditions.end() ? nullptr : &*it;
    }

    static int distance(Differs differs)
    {
        switch (differs) {
        case Differs::nothing:
            return 0;
        case Differs::lessSpecific:
            return 1;
        case Differs::query:
            return 2;
        case Differs::header:
            return 3;
        case Differs::method:
            return 4;
        case Differs::path:
            return 5;
        case Differs::hostname:
            return 6;
        case Differs::listener:
            return 7;
        }
        return 8;
    }

    auto pathRank(const CompiledMatch& match) const
    {
        const auto& spec = table_.spec(match);
        return std::make_tuple(spec.pathKind, spec.pathKind == PathKind::prefix
                                                  ? -std::int64_t(normalisedPrefix(spec.path).size())
                                                  : std::int64_t(0));
    }

    bool closer(const Verdict& a, const Verdict& b) const
    {
        if (a.differs != b.differs)
            return distance(a.differs) < distance(b.differs);
        if (a.host != b.host)
            return a.host > b.host;
        if (const auto left = pathRank(*a.match), right = pathRank(*b.match); left != right)
            return left < right;
        return table_.before(*a.match, *b.match);
    }

    std::string tieBreak(const Verdict& loser, const Verdict& winner) const
    {
        if (loser.host != winner.host)
            return "more specific hostname";
        if (const auto mine = pathRank(*loser.match), best = pathRank(*winner.match); mine != best)
            return std::get<0>(mine) != std::get<0>(best) ? "path type" : "longer path";
        if (table_.spec(*loser.match).method.empty() != table_.spec(*winner.match).method.empty())
            return "method";
        if (loser.match->headers.size() != winner.match->headers.size())
            return "more headers";
        if (loser.match->query.size() != winner.match->query.size())
            return "more query parameters";
        const auto& mine = table_.rule(*loser.match);
        const auto& best = table_.rule(*winner.match);
        if (mine.createdAt_s != best.createdAt_s)
            return "older route";
        return mine.routeKey != best.routeKey ? "name" : "rule order";
    }

    Considered describe(const Verdict& verdict, const Verdict& best) const
    {
        const auto& match = *verdict.match;
        const auto& rule = table_.rule(match);
        const auto& spec = table_.spec(match);
        Considered row{rule.rule, match.matchAt, rule.routeKey, verdict.differs, {}, {}, {}};
        const auto path = std::string(kindName(spec.pathKind)) + " " + spec.path;
        switch (verdict.differs) {
        case Differs::nothing:
        case Differs::lessSpecific:
            row.expected = path;
            row.got = facts_.path;
            if (&verdict != &best) {
                row.differs = Differs::lessSpecific;
                row.tieBreak = tieBreak(verdict, best);
            }
            break;
        case Differs::listener:
            row.expected = "listener " + table_.listeners[match.listenerAt].key;
            row.got =
                listener_ ? "listener " + table_.listeners[*listener_].key : "no listener for " + hostText();
            break;
        case Differs::hostname:
            for (const auto& hostname : rule.hostnames)
                row.expected += (row.expected.empty() ? "host " : ", ") + hostname;
            row.got = "host " + hostText();
            break;
        case Differs::path:
            row.expected = path;
            row.got = facts_.path;
            break;
        case Differs::method:
            row.expected = "method " + spec.method;
            row.got = "method " + std::string(facts_.method);
            break;
        case Differs::header:
            row.expected = "header " + wantedText(*verdict.condition);
            row.got = headerText(verdict.condition->name, facts_.headers);
            break;
        case Differs::query:
            row.expected = "query parameter " + wantedText(*verdict.condition);
            row.got = queryText(verdict.condition->name, facts_.query);
            break;
        }
        return row;
    }

    std::string hostText() const { return host_.view().empty() ? "(none)" : std::string(host_.view()); }

    const RouteTable::Impl& table_;
    const RequestFacts& facts_;
    HostText host_;
    std::optional<std::uint32_t> listener_;
};

Explanation RouteTable::explain(const RequestFacts& facts, std::size_t limit) const
{
    Miss miss = Miss::none;
    const auto winner = find(facts, &miss);
    return Explainer(*impl_, facts).run(winner, miss, limit);
}

} // namespace gatehouse::policy
