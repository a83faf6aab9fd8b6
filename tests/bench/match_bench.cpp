#include "engine/base/draw.h"
#include "engine/base/time.h"
#include "engine/policy/route_table.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

/// Time of one RouteTable::find() at 10, 1,000 and 100,000 routes, keys drawn at random. Prints a table, or
/// JSON with --json. Exit code 1 when a median is over 1 µs or the largest over twice the smallest.
namespace {

using namespace gatehouse;
using namespace gatehouse::policy;

constexpr int sizes[] = {10, 1000, 100000};
constexpr int rounds = 15;
constexpr int lookups = 200000;
constexpr double limit_ns = 1000;
constexpr double flatWithin = 2;

struct Row {
    const char* kind;
    int routes;
    double median_ns;
    double fastest_ns;
    double slowest_ns;
};

std::string pathOf(Draw& draw)
{
    static const char* const words[] = {"books", "orders",  "users",   "reviews",
                                        "carts", "authors", "shelves", "prices"};
    return std::string("/") + words[draw.below(8)] + "/v" + std::to_string(draw.below(10)) + "/item-" +
           std::to_string(draw.below(100000000));
}

Row measure(const char* name, PathKind kind, int routes)
{
    Draw draw(7);
    ListenerSpec listener{0, "edge/public", "*.example.org", {}};
    for (int i = 0; i < routes; ++i) {
        RuleSpec rule;
        rule.rule = std::uint32_t(i);
        rule.routeKey = "route-" + std::to_string(i);
        rule.hostnames = {"shop.example.org"};
        MatchSpec match;
        match.pathKind = kind;
        match.path = pathOf(draw);
        rule.matches.push_back(match);
        listener.rules.push_back(std::move(rule));
    }
    // The keys lie end to end, as a request's path lies in the buffer that was just read: strings of their
    // own would push the table out of the cache that is measured.
    std::string text;
    std::vector<std::uint32_t> ends;
    for (int i = 0; i < lookups; ++i) {
        text += listener.rules[draw.below(std::uint64_t(routes))].matches[0].path;
        if (kind == PathKind::prefix)
            text += "/page";
        ends.push_back(std::uint32_t(text.size()));
    }
    Problems problems;
    const auto table = RouteTable::compile({listener}, problems);
    std::vector<double> times;
    std::uint64_t found = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = monotonicNow();
        std::uint32_t from = 0;
        for (const auto end : ends) {
            const auto key = std::string_view(text).substr(from, end - from);
            found += table->find({"shop.example.org", key, "", "GET", {}}).has_value();
            from = end;
        }
        times.push_back(double((monotonicNow() - begin).count()) / lookups);
    }
    if (found != std::uint64_t(rounds) * lookups) {
        std::fprintf(stderr, "%s: only %llu lookups found their route\n", name,
                     static_cast<unsigned long long>(found));
        std::exit(2);
    }
    std::sort(times.begin(), times.end());
    return {name, routes, times[times.size() / 2], times.front(), times.back()};
}

double fastestOf(const std::vector<Row>& rows)
{
    return std::min_element(rows.begin(), rows.end(),
                            [](const Row& a, const Row& b) { return a.median_ns < b.median_ns; })
        ->median_ns;
}

} // namespace

int main(int argc, char** argv)
{
    const bool json = argc > 1 && std::strcmp(argv[1], "--json") == 0;
    bool ok = true;
    const char* separator = "";
    if (json)
        std::printf("{\"rows\": [");
    for (const auto& [name, kind] :
         {std::pair{"Exact", PathKind::exact}, std::pair{"PathPrefix", PathKind::prefix}}) {
        std::vector<Row> rows;
        for (const int routes : sizes)
            rows.push_back(measure(name, kind, routes));
        const double fastest = fastestOf(rows);
        for (const auto& row : rows) {
            const bool holds = row.median_ns <= limit_ns && row.median_ns <= flatWithin * fastest;
            ok = ok && holds;
            if (json)
                std::printf(
                    "%s{\"what\": \"a match, %s, %d routes\", \"figure\": \"%.0f ns (%.0f–%.0f)\", "
                    "\"against\": \"fastest size %.0f ns; ratio %.2f\", \"bound\": \"≤ 1 µs and ≤ 2×\", "
                    "\"holds\": %s, \"median_ns\": %.1f}",
                    separator, row.kind, row.routes, row.median_ns, row.fastest_ns, row.slowest_ns, fastest,
                    row.median_ns / fastest, holds ? "true" : "false", row.median_ns);
            else
                std::printf("%-10s %7d routes  median %6.1f ns  (%.1f to %.1f)\n", row.kind, row.routes,
                            row.median_ns, row.fastest_ns, row.slowest_ns);
            separator = ", ";
        }
    }
    std::printf(json ? "]}\n" : "%s\n", ok ? "flat within 2x and under 1 us" : "over the limit");
    return ok ? 0 : 1;
}
