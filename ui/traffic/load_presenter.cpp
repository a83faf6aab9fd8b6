#include "ui/traffic/load_presenter.h"

#include "engine/workspace/keys.h"
#include "engine/workspace/request_example.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

namespace gatehouse::ui {

namespace {

constexpr double firstWeight = 10;
constexpr double mostPercent = 99;
constexpr int mostNameCharacters = 100; // as the workspace's rule says

/// The mix as it is meant: an empty one spelled out.
std::vector<workspace::LoadShare> spelled(const workspace::Workspace& workspace,
                                          const workspace::LoadPlan& plan)
{
    if (!plan.mix.empty())
        return plan.mix;
    std::vector<workspace::LoadShare> mix;
    for (const auto& route : workspace.routes) {
        const auto example = workspace::requestExample(workspace, route);
        if (example && example->method == "GET")
            mix.push_back({.route = workspace::routeKey(route), .weight = firstWeight});
    }
    return mix;
}

double sumOf(const std::vector<workspace::LoadShare>& mix, const std::string& route, bool others)
{
    double sum = 0;
    for (const auto& share : mix)
        sum += (share.route == route) != others ? share.weight : 0;
    return sum;
}

double rounded(double weight)
{
    return std::round(weight * 100) / 100;
}

void addRow(std::vector<MixRow>& rows, const std::vector<workspace::LoadShare>& mix, const std::string& route,
            bool missing)
{
    MixRow row{.route = route, .missing = missing};
    for (const auto& share : mix) {
        if (share.route == route) {
            row.weight += share.weight;
            ++row.kinds;
        }
    }
    row.on = row.weight > 0;
    rows.push_back(row);
}

/// A new share of a weight, for a route that isn't in the mix.
void ensureShare(workspace::LoadPlan& plan, const std::string& route)
{
    if (weightsOf(plan, route).empty())
        plan.mix.push_back({.route = route, .weight = 0});
}

} // namespace

std::vector<MixRow> mixRows(const workspace::Workspace& workspace, const workspace::LoadPlan& plan)
{
    const auto mix = spelled(workspace, plan);
    std::vector<MixRow> rows;
    std::set<std::string> known;
    for (const auto& route : workspace.routes) {
        addRow(rows, mix, workspace::routeKey(route), false);
        known.insert(rows.back().route);
    }
    for (const auto& share : mix) {
        if (known.insert(share.route).second)
            addRow(rows, mix, share.route, true);
    }
    double sum = 0;
    for (const MixRow& row : rows)
        sum += row.weight;
    for (MixRow& row : rows)
        row.percent = sum > 0 ? 100 * row.weight / sum : 0;
    return rows;
}

std::vector<double> weightsOf(const workspace::LoadPlan& plan, const std::string& route)
{
    std::vector<double> weights;
    for (const auto& share : plan.mix) {
        if (share.route == route)
            weights.push_back(share.weight);
    }
    return weights;
}

void setPercent(const workspace::Workspace& workspace, workspace::LoadPlan& plan, const std::string& route,
                double percent)
{
    plan.mix = spelled(workspace, plan);
    ensureShare(plan, route);
    const double others = sumOf(plan.mix, route, true);
    const double now = sumOf(plan.mix, route, false);
    percent = std::clamp(percent, 0.0, mostPercent);
    if (others <= 0 && percent > 0 && now > 0)
        return;
    const double wanted = others > 0 ? others * percent / (100 - percent) : percent > 0 ? firstWeight : 0;
    const auto kinds = double(weightsOf(plan, route).size());
    for (auto& share : plan.mix) {
        if (share.route == route)
            share.weight = rounded(now > 0 ? share.weight * wanted / now : wanted / kinds);
    }
}

void setInMix(const workspace::Workspace& workspace, workspace::LoadPlan& plan, const std::string& route,
              bool in, const std::vector<double>& back)
{
    plan.mix = spelled(workspace, plan);
    ensureShare(plan, route);
    std::set<std::string> others;
    for (const auto& share : plan.mix) {
        if (share.route != route && share.weight > 0)
            others.insert(share.route);
    }
    const double mean =
        others.empty() ? firstWeight : rounded(sumOf(plan.mix, route, true) / double(others.size()));
    const std::size_t kinds = weightsOf(plan, route).size();
    std::size_t kind = 0;
    for (auto& share : plan.mix) {
        if (share.route != route)
            continue;
        share.weight = !in ? 0 : back.size() == kinds ? back[kind] : rounded(mean / double(kinds));
        ++kind;
    }
}

LoadTargets loadTargets(const workspace::Workspace& workspace, const workspace::LoadPlan& plan,
                        const std::vector<api::ListenerState>& serving)
{
    LoadTargets out;
    for (const auto& share : spelled(workspace, plan)) {
        if (share.weight <= 0)
            continue;
        const int index = workspace::findRoute(workspace, share.route);
        if (index < 0) {
            out.problems.push_back({share.route, TargetProblem::Why::routeMissing});
            continue;
        }
        const auto example = workspace::requestExample(workspace, workspace.routes[std::size_t(index)]);
        if (!example) {
            out.problems.push_back({share.route, TargetProblem::Why::noExample});
            continue;
        }
        const auto bound = [&](const api::ListenerState& state) { return state.key == example->listener; };
        if (std::none_of(serving.begin(), serving.end(), bound)) {
            out.problems.push_back({share.route, TargetProblem::Why::listenerDown});
            continue;
        }
        api::LoadTarget target{.route = share.route,
                               .listener = example->listener,
                               .method = share.target.empty() ? example->method : share.method,
                               .host = example->host,
                               .target = share.target.empty() ? example->target : share.target,
                               .weight = share.weight};
        for (const auto& header : example->headers)
            target.headers.push_back({header.name, header.value});
        out.mix.push_back(std::move(target));
    }
    return out;
}

api::LoadParams loadParams(const workspace::LoadPlan& plan, std::vector<api::LoadTarget> mix)
{
    return {.rate_per_s = plan.rate_per_s,
            .ramp_s = plan.ramp_s,
            .duration_s = plan.duration_s,
            .arrivals = plan.arrivals == workspace::ArrivalProcess::poisson ? "poisson" : "constant",
            .maxInFlight = plan.maxInFlight,
            .seed = plan.seed,
            .mix = std::move(mix)};
}

workspace::LoadPlan planNamed(const workspace::Workspace& workspace, const std::string& name)
{
    for (const auto& plan : workspace.loads) {
        if (plan.name == name)
            return plan;
    }
    if (!workspace.loads.empty())
        return workspace.loads.front();
    workspace::LoadPlan plan;
    plan.name = "load";
    return plan;
}

workspace::LoadPlan& planToEdit(workspace::Workspace& workspace, const workspace::LoadPlan& shown)
{
    for (auto& plan : workspace.loads) {
        if (plan.name == shown.name)
            return plan;
    }
    workspace.loads.push_back(shown);
    return workspace.loads.back();
}

std::string freePlanName(const workspace::Workspace& workspace, const std::string& wanted)
{
    const auto taken = [&](const std::string& name) {
        return std::any_of(workspace.loads.begin(), workspace.loads.end(),
                           [&](const auto& plan) { return plan.name == name; });
    };
    QString base = QString::fromStdString(wanted).left(mostNameCharacters - 4);
    static const QRegularExpression number(QStringLiteral(" \\d+$")); // a copy of "Load 2" is "Load 3"
    base.remove(number);
    std::string name = base.toStdString();
    for (int i = 2; taken(name); ++i)
        name = QStringLiteral("%1 %2").arg(base).arg(i).toStdString();
    return name;
}

PlanName checkPlanName(const workspace::Workspace& workspace, const std::string& now,
                       const std::string& wanted)
{
    if (wanted.empty())
        return PlanName::empty;
    if (QString::fromStdString(wanted).toUcs4().size() > mostNameCharacters)
        return PlanName::tooLong;
    for (const auto& plan : workspace.loads) {
        if (plan.name == wanted && wanted != now)
            return PlanName::taken;
    }
    return PlanName::good;
}

std::string duplicatePlan(workspace::Workspace& workspace, workspace::LoadPlan plan)
{
    auto after = workspace.loads.begin();
    while (after != workspace.loads.end() && after->name != plan.name)
        ++after;
    plan.name = freePlanName(workspace, plan.name);
    const std::string name = plan.name;
    workspace.loads.insert(after == workspace.loads.end() ? after : after + 1, std::move(plan));
    return name;
}

std::string addPlan(workspace::Workspace& workspace, const std::string& wanted)
{
    workspace::LoadPlan plan;
    plan.name = freePlanName(workspace, wanted);
    workspace.loads.push_back(plan);
    return plan.name;
}

void removePlan(workspace::Workspace& workspace, const std::string& name)
{
    std::erase_if(workspace.loads, [&](const auto& plan) { return plan.name == name; });
}

double runShare(const api::LoadState& load)
{
    return load.duration_s > 0 ? std::clamp(load.elapsed_s / load.duration_s, 0.0, 1.0) : 0;
}

bool isActive(const api::LoadState& load)
{
    return load.state == "running" || load.state == "stopping";
}

} // namespace gatehouse::ui
