#include "ui/routes/routes_edits.h"

#include "ui/routes/edit_parts.h"
#include "ui/widgets/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::Workspace;

RoutesEdit setShare(const Workspace& workspace, const QString& route, int rule, int backend, int percent)
{
    Workspace trial = workspace;
    HttpRoute* owner = routeOf(trial, route);
    if (owner == nullptr || rule >= int(owner->rules.size()) ||
        backend >= int(owner->rules[rule].backendRefs.size()))
        return {};
    const auto& refs = owner->rules[rule].backendRefs;
    std::vector<std::uint32_t> weights(refs.size());
    double others = 0;
    for (std::size_t i = 0; i < refs.size(); ++i)
        others += int(i) == backend ? 0 : refs[i].weight;
    const int rest = 100 - percent;
    int given = 0;
    int last = -1;
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (int(i) == backend)
            continue;
        const double part = others > 0 ? refs[i].weight / others : 1.0 / double(refs.size() - 1);
        weights[i] = std::uint32_t(std::min(rest - given, int(std::lround(rest * part))));
        given += int(weights[i]);
        last = int(i);
    }
    if (last >= 0)
        weights[last] += std::uint32_t(rest - given);
    weights[backend] = std::uint32_t(percent);
    return {tr("Set weight of %1 to %2")
                .arg(QString::fromStdString(refs[backend].name), shareText(percent / 100.0)),
            [=](Workspace& ws) {
                if (HttpRoute* target = routeOf(ws, route)) {
                    auto& to = target->rules[rule].backendRefs;
                    for (std::size_t i = 0; i < to.size() && i < weights.size(); ++i)
                        to[i].weight = weights[i];
                }
            },
            QStringLiteral("weight:%1:%2:%3").arg(route).arg(rule).arg(backend)};
}

RoutesEdit setWeight(const Workspace& workspace, const QString& route, int rule, int backend,
                     std::uint32_t weight)
{
    Workspace trial = workspace;
    HttpRoute* owner = routeOf(trial, route);
    if (owner == nullptr || rule >= int(owner->rules.size()) ||
        backend >= int(owner->rules[rule].backendRefs.size()))
        return {};
    auto& refs = owner->rules[rule].backendRefs;
    refs[backend].weight = weight;
    const double sum =
        std::accumulate(refs.begin(), refs.end(), 0.0, [](double s, const auto& b) { return s + b.weight; });
    const QString share = sum > 0 ? shareText(weight / sum) : shareText(0);
    return {tr("Set weight of %1 to %2").arg(QString::fromStdString(refs[backend].name), share),
            [=](Workspace& ws) {
                if (HttpRoute* target = routeOf(ws, route))
                    target->rules[rule].backendRefs[backend].weight = weight;
            },
            QStringLiteral("weight:%1:%2:%3").arg(route).arg(rule).arg(backend)};
}

} // namespace gatehouse::ui
