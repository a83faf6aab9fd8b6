#include "engine/base/text.h"
#include "engine/policy/route_table_impl.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace gatehouse::policy {
namespace {

constexpr std::size_t longestPath_bytes = 0xffff;

std::string pointerTo(std::size_t listener, std::size_t rule, std::size_t match)
{
    return "/" + std::to_string(listener) + "/" + std::to_string(rule) + "/" + std::to_string(match);
}

/// Compiles the specs' matches in order; what is refused is left out and reported.
class MatchReader
{
public:
    MatchReader(Problems& problems) : problems_(problems) {}

    std::optional<CompiledMatch> read(const MatchSpec& spec, CompiledMatch at)
    {
        pointer_ = pointerTo(at.listenerAt, at.ruleAt, at.matchAt);
        ok_ = true;
        if (spec.pathKind == PathKind::regex)
            at.path = regex(spec.path);
        else if (!spec.path.empty() && !spec.path.starts_with('/'))
            refuse("route.bad-path", "The path \"" + spec.path + "\" does not begin with a slash.",
                   "Begin it with \"/\", or match by RegularExpression.", {spec.path});
        else if (spec.path.size() > longestPath_bytes || segmentCount(spec.path) > deepestPath)
            refuse("route.path-too-long", "A path match has more than 512 segments or 65,535 bytes.",
                   "Match a shorter prefix.", {});
        at.headers = conditions(spec.headers, equalsIgnoreCase);
        at.query = conditions(spec.query, [](std::string_view a, std::string_view b) { return a == b; });
        return ok_ ? std::optional(std::move(at)) : std::nullopt;
    }

private:
    template <class Same>
    std::vector<ValueCondition> conditions(const std::vector<ValueMatchSpec>& specs, Same same)
    {
        std::vector<ValueCondition> list;
        for (const auto& spec : specs) {
            const auto known = [&](const ValueCondition& other) { return same(other.name, spec.name); };
            if (std::any_of(list.begin(), list.end(), known))
                continue;
            ValueCondition condition{spec.name, spec.value, nullptr};
            if (spec.kind == ValueKind::regex)
                condition.regex = regex(spec.value);
            list.push_back(std::move(condition));
        }
        return list;
    }

    std::shared_ptr<const re2::RE2> regex(const std::string& pattern)
    {
        std::string error;
        auto compiled = compileRegex(pattern, error);
        if (!compiled)
            refuse("route.bad-regex", "The regular expression \"" + pattern + "\" is refused: " + error + ".",
                   "Use RE2's syntax (no look-around, no back-references).", {pattern, error});
        return compiled;
    }

    void refuse(std::string code, std::string message, std::string hint, std::vector<std::string> args)
    {
        ok_ = false;
        problems_.push_back({pointer_, std::move(code), std::move(message), std::move(hint), Severity::error,
                             std::move(args)});
    }

    Problems& problems_;
    std::string pointer_;
    bool ok_ = true;
};

struct Placed {
    std::uint32_t node;
    bool exact;
    std::string_view path;
    std::uint32_t match;
};

class Compiler
{
public:
    Compiler(std::vector<ListenerSpec> listeners, Problems& problems) : problems_(problems)
    {
        table_->listeners = std::move(listeners);
    }

    std::unique_ptr<RouteTable::Impl> run()
    {
        normalise();
        place();
        index();
        return std::move(table_);
    }

private:
    void normalise()
    {
        for (auto& listener : table_->listeners) {
            listener.hostname = lowered(listener.hostname);
            for (auto& rule : listener.rules) {
                for (auto& hostname : rule.hostnames)
                    hostname = lowered(hostname);
                if (rule.hostnames.empty())
                    rule.hostnames.emplace_back();
                if (rule.matches.empty())
                    rule.matches.emplace_back();
            }
        }
    }

    void place()
    {
        MatchReader reader(problems_);
        auto& table = *table_;
        table.routeHosts.resize(table.listeners.size());
        for (std::uint32_t l = 0; l < table.listeners.size(); ++l) {
            table.listenerHosts.add(table.listeners[l].hostname, l);
            const auto& rules = table.listeners[l].rules;
            for (std::uint32_t r = 0; r < rules.size(); ++r) {
                for (std::uint32_t m = 0; m < rules[r].matches.size(); ++m) {
                    CompiledMatch at;
                    at.listenerAt = l;
                    at.ruleAt = r;
                    at.matchAt = m;
                    if (auto match = reader.read(rules[r].matches[m], std::move(at))) {
                        table.matches.push_back(std::move(*match));
                        placeAtHosts(rules[r], rules[r].matches[m]);
                    }
                }
            }
        }
    }

    void placeAtHosts(const RuleSpec& rule, const MatchSpec& spec)
    {
        auto& table = *table_;
        const auto match = std::uint32_t(table.matches.size() - 1);
        for (const auto& hostname : rule.hostnames) {
            const auto at = table.routeHosts[table.matches[match].listenerAt].add(
                hostname, std::uint32_t(table.nodes.size()));
            if (at == table.nodes.size())
                table.nodes.emplace_back();
            auto& node = table.nodes[at];
            if (spec.pathKind == PathKind::regex) {
                node.regexes.push_back(match);
                continue;
            }
            const bool exact = spec.pathKind == PathKind::exact;
            const auto path = exact ? std::string_view(spec.path) : normalisedPrefix(spec.path);
            placed_.push_back({at, exact, path, match});
            if (exact) {
                node.exactPaths = true;
                continue;
            }
            const auto depth = segmentCount(path);
            node.prefixDepths |= std::uint64_t(1) << std::min<std::size_t>(depth, 63);
            node.deepestPrefix = std::max(node.deepestPrefix, depth);
            table.deepestPrefix = std::max(table.deepestPrefix, depth);
        }
    }

    void index()
    {
        auto& table = *table_;
        const auto better = [&](std::uint32_t a, std::uint32_t b) {
            return table.before(table.matches[a], table.matches[b]);
        };
        for (auto& node : table.nodes)
            std::sort(node.regexes.begin(), node.regexes.end(), better);
        std::sort(placed_.begin(), placed_.end(), [&](const Placed& a, const Placed& b) {
            const auto key = [](const Placed& p) { return std::tie(p.node, p.exact, p.path); };
            return key(a) != key(b) ? key(a) < key(b) : better(a.match, b.match);
        });
        std::vector<std::size_t> pathsOf(table.nodes.size());
        for (const auto& placed : placed_)
            ++pathsOf[placed.node];
        table.busiestNode = std::uint32_t(std::max_element(pathsOf.begin(), pathsOf.end()) - pathsOf.begin());
        for (std::size_t begin = 0; begin < placed_.size();) {
            auto end = begin + 1;
            while (end < placed_.size() && placed_[end].node == placed_[begin].node &&
                   placed_[end].exact == placed_[begin].exact && placed_[end].path == placed_[begin].path)
                ++end;
            addEntry({placed_.data() + begin, end - begin});
            begin = end;
        }
        table.paths.finish();
    }

    void addEntry(std::span<const Placed> group)
    {
        auto& table = *table_;
        const auto& first = table.matches[group.front().match];
        PathIndex::Entry entry;
        entry.node = group.front().node;
        entry.exact = group.front().exact;
        entry.unconditional = isUnconditional(first);
        entry.rule = table.rule(first).rule;
        if (entry.unconditional) {
            entry.firstCandidate = group.front().match;
        } else {
            entry.firstCandidate = std::uint32_t(table.candidates.size());
            for (const auto& placed : group) {
                table.candidates.push_back(placed.match);
                ++entry.candidates;
                if (isUnconditional(table.matches[placed.match]))
                    break; // the rest can never be reached
            }
        }
        table.paths.add(entry, group.front().path);
    }

    bool isUnconditional(const CompiledMatch& match) const
    {
        return match.headers.empty() && match.query.empty() && table_->spec(match).method.empty();
    }

    Problems& problems_;
    std::unique_ptr<RouteTable::Impl> table_ = std::make_unique<RouteTable::Impl>();
    std::vector<Placed> placed_;
};

} // namespace

bool RouteTable::Impl::before(const CompiledMatch& a, const CompiledMatch& b) const
{
    const auto key = [this](const CompiledMatch& m) {
        const auto& r = rule(m);
#ifdef GATEHOUSE_MUTANT_METHOD_BREAKS_NO_TIE
        constexpr bool anyMethod = false;
#else
        const bool anyMethod = spec(m).method.empty();
#endif
        return std::make_tuple(anyMethod, -std::int64_t(m.headers.size()), -std::int64_t(m.query.size()),
                               r.createdAt_s, std::string_view(r.routeKey), r.ruleOrder, m.matchAt, r.rule);
    };
    return key(a) < key(b);
}

std::shared_ptr<const RouteTable> RouteTable::compile(std::vector<ListenerSpec> listeners, Problems& problems)
{
    return std::shared_ptr<const RouteTable>(new RouteTable(Compiler(std::move(listeners), problems).run()));
}

} // namespace gatehouse::policy
