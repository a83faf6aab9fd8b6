#include "reference_matcher.h"

#include "engine/base/text.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::tests {
namespace {

using namespace policy;

std::string withoutDot(std::string_view host)
{
    auto text = lowered(host);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

/// -1 = doesn't match; else bigger is more specific.
int hostScore(const std::string& hostname, const std::string& host)
{
    const auto name = lowered(hostname);
    if (name.empty())
        return 0;
    if (name[0] == '*') {
        const auto suffix = name.substr(1);
        return host.size() > suffix.size() && host.substr(host.size() - suffix.size()) == suffix
                   ? int(name.size())
                   : -1;
    }
    return name == host ? 100000 : -1;
}

std::string withoutSlash(std::string text)
{
    if (!text.empty() && text.back() == '/')
        text.pop_back();
    return text;
}

bool pathHolds(const MatchSpec& match, const std::string& path)
{
    if (match.pathKind == PathKind::exact)
        return path == match.path;
    const auto prefix = withoutSlash(match.path) + "/";
    return (path + "/").substr(0, prefix.size()) == prefix;
}

bool headersHold(const MatchSpec& match, std::span<const FieldView> headers)
{
    std::vector<std::string> seen;
    for (const auto& wanted : match.headers) {
        if (std::count(seen.begin(), seen.end(), lowered(wanted.name)))
            continue;
        seen.push_back(lowered(wanted.name));
        std::string joined;
        bool present = false;
        for (const auto& field : headers) {
            if (lowered(field.name) != lowered(wanted.name))
                continue;
            joined += (present ? "," : "") + std::string(field.value);
            present = true;
        }
        if (!present || joined != wanted.value)
            return false;
    }
    return true;
}

bool queryHolds(const MatchSpec& match, std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    std::string name, value;
    bool inValue = false;
    for (const char c : std::string(query) + "&") {
        if (c == '&') {
            pairs.emplace_back(name, value);
            name.clear(), value.clear();
            inValue = false;
        } else if (c == '=' && !inValue) {
            inValue = true;
        } else {
            (inValue ? value : name) += c;
        }
    }
    return std::all_of(match.query.begin(), match.query.end(), [&](const ValueMatchSpec& wanted) {
        const auto first = std::find_if(match.query.begin(), match.query.end(),
                                        [&](const auto& other) { return other.name == wanted.name; });
        const auto sent =
            std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == wanted.name; });
        return sent != pairs.end() && sent->second == first->value;
    });
}

template <class Specs, class Fold>
int distinct(const Specs& specs, Fold fold)
{
    std::vector<std::string> names;
    for (const auto& spec : specs)
        names.push_back(fold(spec.name));
    std::sort(names.begin(), names.end());
    return int(std::unique(names.begin(), names.end()) - names.begin());
}

} // namespace

std::optional<Match> referenceFind(const std::vector<ListenerSpec>& listeners, const RequestFacts& facts,
                                   Miss& miss)
{
    const auto host = withoutDot(facts.host);
    const ListenerSpec* chosen = nullptr;
    for (const auto& listener : listeners) {
        if (hostScore(listener.hostname, host) > (chosen ? hostScore(chosen->hostname, host) : -1))
            chosen = &listener;
    }
    miss = chosen ? Miss::noRoute : Miss::noListener;
    if (!chosen)
        return std::nullopt;
    using Rank =
        std::tuple<int, bool, int, bool, int, int, std::int64_t, std::string, std::uint32_t, std::size_t>;
    std::optional<std::pair<Rank, Match>> best;
    for (const auto& rule : chosen->rules) {
        const auto hostnames = rule.hostnames.empty() ? std::vector<std::string>{""} : rule.hostnames;
        const auto matches = rule.matches.empty() ? std::vector<MatchSpec>{{}} : rule.matches;
        for (const auto& hostname : hostnames) {
            for (std::size_t m = 0; m < matches.size(); ++m) {
                const auto& match = matches[m];
                const int score = hostScore(hostname, host);
                if (score < 0 || !pathHolds(match, std::string(facts.path)) ||
                    (!match.method.empty() && match.method != facts.method) ||
                    !headersHold(match, facts.headers) || !queryHolds(match, facts.query))
                    continue;
                const bool prefix = match.pathKind == PathKind::prefix;
                const int length = prefix ? int(withoutSlash(match.path).size()) : 0;
                const Rank rank{-score,
                                prefix,
                                -length,
                                match.method.empty(),
                                -distinct(match.headers, [](const auto& n) { return lowered(n); }),
                                -distinct(match.query, [](const auto& n) { return n; }),
                                rule.createdAt_s,
                                rule.routeKey,
                                rule.ruleOrder,
                                m};
                if (!best || rank < best->first)
                    best = {rank, Match{chosen->listener, rule.rule, std::uint16_t(length)}};
            }
        }
    }
    if (!best)
        return std::nullopt;
    miss = Miss::none;
    return best->second;
}

} // namespace gatehouse::tests
