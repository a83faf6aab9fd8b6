#include "engine/workspace/keys.h"
#include "engine/workspace/lint_context.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace gatehouse::workspace {

namespace {

/// "{a..b}" with whole numbers a ≤ b; `inside` is what stands between the braces.
bool isDraw(std::string_view inside)
{
    const std::size_t dots = inside.find("..");
    if (dots == inside.npos)
        return false;
    const auto number = [](std::string_view text, std::uint32_t& out) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
        return error == std::errc() && end == text.data() + text.size();
    };
    std::uint32_t from = 0, to = 0;
    return number(inside.substr(0, dots), from) && number(inside.substr(dots + 2), to) && from <= to;
}

bool drawsAreGood(std::string_view target)
{
    while (true) {
        const std::size_t open = target.find_first_of("{}");
        if (open == target.npos)
            return true;
        const std::size_t close = target.find_first_of("{}", open + 1);
        if (target[open] == '}' || close == target.npos || target[close] == '{' ||
            !isDraw(target.substr(open + 1, close - open - 1)))
            return false;
        target.remove_prefix(close + 1);
    }
}

void lintTarget(const std::string& target, const At& at, LintContext& context)
{
    const bool clean = std::all_of(target.begin(), target.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c > 0 && c != 0x7f;
    });
    if (!target.empty() && (target.front() != '/' || !clean || target.find('#') != target.npos))
        context.error(at, "load.bad-target", "{} is not a path with an optional query.", {target},
                      "It begins with \"/\"; spaces and characters beyond ASCII are written as %XX.");
    else if (!drawsAreGood(target))
        context.error(
            at, "load.bad-draw", "The braces in {} are not a draw such as {1..20}.", {target},
            "From the smaller to the larger whole number; a brace that is meant is written %7B or %7D.");
}

void lintMix(const LoadPlan& load, const At& at, LintContext& context)
{
    double sum = 0;
    for (std::size_t i = 0; i < load.mix.size(); ++i) {
        checkMethod(load.mix[i].method, at / i / "method", context);
        lintTarget(load.mix[i].target, at / i / "target", context);
        sum += load.mix[i].weight;
    }
    if (!load.mix.empty() && sum == 0)
        context.error(at, "load.no-weight", "All weights are 0: nothing would be sent.");
}

void lintCanvas(const CanvasState& canvas, LintContext& context)
{
    for (const auto& [key, place] : canvas.nodes) {
        if (!parseNodeKey(key))
            context.warning(At() / "canvas" / "nodes" / key, "canvas.bad-key", "{} doesn't name a box.",
                            {key}, "Keys are listener/…, route/… and service/….");
    }
}

} // namespace

void lintLoads(const Workspace& workspace, LintContext& context)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < workspace.loads.size(); ++i) {
        const LoadPlan& load = workspace.loads[i];
        const At at = At() / "loads" / i;
        if (!load.name.empty() && !names.insert(load.name).second)
            context.error(at / "name", "name.duplicate", "Another load has the name {}.", {load.name});
        if (load.ramp_s > load.duration_s)
            context.error(at / "ramp_s", "load.ramp-too-long",
                          "The rate would still be growing when the load ends.", {},
                          "Make the ramp shorter or the load longer.");
        lintMix(load, at / "mix", context);
    }
    lintCanvas(workspace.canvas, context);
}

} // namespace gatehouse::workspace
