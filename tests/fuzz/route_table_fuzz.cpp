#include "engine/policy/route_table.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

/// Lines "KIND PATH HOST" make routes, the last line a request: the table must compile and explain() must
/// agree with find().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace gatehouse::policy;
    if (size > 4096)
        return 0;
    std::vector<std::vector<std::string>> lines(1, {""});
    for (const char c : std::string(reinterpret_cast<const char*>(data), size)) {
        if (c == '\n')
            lines.push_back({""});
        else if (c == ' ')
            lines.back().emplace_back();
        else
            lines.back().back() += c;
    }
    const auto word = [](const std::vector<std::string>& line, std::size_t i) {
        return i < line.size() ? line[i] : std::string();
    };
    ListenerSpec listener{0, "l", word(lines.back(), 2), {}};
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        RuleSpec rule;
        rule.rule = rule.ruleOrder = std::uint32_t(i);
        const auto kind = word(lines[i], 0);
        MatchSpec match;
        match.pathKind = kind == "e" ? PathKind::exact : kind == "r" ? PathKind::regex : PathKind::prefix;
        match.path = word(lines[i], 1);
        if (const auto query = word(lines[i], 3); !query.empty())
            match.query.push_back({ValueKind::exact, query, word(lines[i], 4)});
        rule.hostnames = {word(lines[i], 2)};
        rule.matches.push_back(match);
        listener.rules.push_back(rule);
    }
    gatehouse::Problems problems;
    const auto table = RouteTable::compile({listener}, problems);
    const auto path = word(lines.back(), 0);
    const auto host = word(lines.back(), 1);
    const auto query = word(lines.back(), 3);
    const RequestFacts facts{host, path, query, "GET", {}};
    const auto found = table->find(facts);
    const auto told = table->explain(facts);
    if (found.has_value() != told.winner.has_value())
        std::abort();
    if (found && told.considered.front().rule != found->rule)
        std::abort();
    return 0;
}
