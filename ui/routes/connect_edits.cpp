#include "ui/routes/routes_edits.h"

#include "engine/workspace/keys.h"
#include "ui/canvas/geometry.h"
#include "ui/routes/edit_parts.h"
#include "ui/routes/rule_edits.h"

#include <algorithm>

namespace gatehouse::ui {

using workspace::NodeKind;
using workspace::Workspace;

namespace {

bool isJoined(const Workspace& workspace, const QString& from, const QString& to)
{
    return isKind(workspace, to, NodeKind::service) ? !backendPlaces(workspace, from, to).isEmpty()
                                                    : isAttached(workspace, to, from);
}

} // namespace

bool canConnect(const Workspace& workspace, const QString& from, const QString& to)
{
    const bool entry = isKind(workspace, from, NodeKind::listener) && isKind(workspace, to, NodeKind::route);
    const bool backend = isKind(workspace, from, NodeKind::route) && isKind(workspace, to, NodeKind::service);
    return (entry || backend) && !isJoined(workspace, from, to);
}

QStringList connectTargets(const Workspace& workspace, const QString& from)
{
    QStringList targets;
    for (const QString& key : nodeKeys(workspace)) {
        if (canConnect(workspace, from, key))
            targets.append(key);
    }
    return targets;
}

RoutesEdit connectNodes(const Workspace& workspace, const QString& from, const QString& to)
{
    if (!canConnect(workspace, from, to))
        return {};
    return {tr("Connect %1 to %2").arg(nodeTitle(workspace, from), nodeTitle(workspace, to)),
            [=](Workspace& ws) { join(ws, from, to); },
            {},
            {edgeKey(from, to)}};
}

QStringList edgeTargets(const Workspace& workspace, const QString& edge)
{
    const auto ends = edgeEnds(edge);
    QStringList targets;
    for (const QString& key : ends ? nodeKeys(workspace) : QStringList()) {
        if (isKind(workspace, ends->to, NodeKind::service) ? canConnect(workspace, ends->from, key)
                                                           : canConnect(workspace, key, ends->to))
            targets.append(key);
    }
    return targets;
}

RoutesEdit moveEdge(const Workspace& workspace, const QString& edge, const QString& end)
{
    const auto ends = edgeEnds(edge);
    if (!ends || !edgeTargets(workspace, edge).contains(end))
        return {};
    const bool backend = isKind(workspace, ends->to, NodeKind::service);
    const QString route = backend ? ends->from : ends->to;
    const QString old = backend ? ends->to : ends->from;
    return {tr("Move %1 from %2 to %3")
                .arg(nodeTitle(workspace, route), nodeTitle(workspace, old), nodeTitle(workspace, end)),
            [=](Workspace& ws) {
                if (!backend) {
                    separate(ws, *ends);
                    join(ws, end, route);
                    return;
                }
                workspace::HttpRoute* owner = routeOf(ws, route);
                for (const BackendPlace& place : backendPlaces(ws, route, old)) {
                    auto& ref = owner->rules[place.rule].backendRefs[place.backend];
                    auto next = backendTo(ws, end, *owner, owner->rules[place.rule]);
                    next.weight = ref.weight;
                    next.filters = ref.filters;
                    ref = next;
                }
            },
            {},
            {backend ? edgeKey(route, end) : edgeKey(end, route)}};
}

} // namespace gatehouse::ui
