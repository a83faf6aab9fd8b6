#include "ui/routes/rule_edits.h"

#include "ui/routes/edit_parts.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace gatehouse::ui {

using workspace::FilterType;
using workspace::HttpRoute;
using workspace::RouteRule;
using workspace::Workspace;

namespace {

/// Calls `act` with the list that the part stands in and its place there.
template <class Route, class Act>
auto withList(Route& route, const PartPlace& place, Act act)
{
    switch (place.part) {
    case Part::match:
        return act(route.rules[place.rule].matches, place.index);
    case Part::filter:
        return act(route.rules[place.rule].filters, place.index);
    case Part::backend:
        return act(route.rules[place.rule].backendRefs, place.index);
    case Part::rule:
        break;
    }
    return act(route.rules, place.rule);
}

bool has(const HttpRoute& route, const PartPlace& place)
{
    if (place.rule < 0 || place.rule >= int(route.rules.size()))
        return false;
    return withList(route, place, [](const auto& list, int at) { return at >= 0 && at < int(list.size()); });
}

/// "/new", "/new-2" …: a path that no match of the route names yet.
std::string freshPath(const HttpRoute& route)
{
    for (int n = 1;; ++n) {
        const std::string path = n == 1 ? "/new" : "/new-" + std::to_string(n);
        const bool taken = std::any_of(route.rules.begin(), route.rules.end(), [&](const RouteRule& rule) {
            return std::any_of(rule.matches.begin(), rule.matches.end(),
                               [&](const auto& match) { return match.path.value == path; });
        });
        if (!taken)
            return path;
    }
}

} // namespace

RoutesEdit editRoute(const QString& key, const QString& name, std::function<void(HttpRoute&)> change)
{
    return {name, [=](Workspace& ws) {
                if (HttpRoute* route = routeOf(ws, key))
                    change(*route);
            }};
}

RoutesEdit editService(const QString& key, const QString& name,
                       std::function<void(workspace::Service&)> change)
{
    return {name, [=](Workspace& ws) {
                const auto node = nodeOf(key);
                const int index = node ? workspace::findService(ws, node->object) : -1;
                if (index >= 0)
                    change(ws.services[index]);
            }};
}

RoutesEdit editListener(const QString& key, const QString& name,
                        std::function<void(workspace::Listener&)> change)
{
    return {name, [=](Workspace& ws) {
                const auto node = nodeOf(key);
                if (const auto place = node ? workspace::findListener(ws, node->object) : std::nullopt)
                    change(ws.gateways[place->gateway].listeners[place->listener]);
            }};
}

QString setText(const QString& what, const QString& owner, const QString& value)
{
    return value.isEmpty() ? tr("Clear %1 of %2").arg(what, owner)
                           : tr("Set %1 of %2 to %3").arg(what, owner, value);
}

int partCount(const HttpRoute& route, const PartPlace& place)
{
    return withList(route, place, [](const auto& list, int) { return int(list.size()); });
}

QString partPhrase(const HttpRoute& route, const PartPlace& place)
{
    const RouteRule& rule = route.rules[place.rule];
    switch (place.part) {
    case Part::match:
        return tr("match %1").arg(place.index + 1);
    case Part::filter:
        return tr("filter %1").arg(filterTypeText(rule.filters[place.index].type));
    case Part::backend:
        return tr("backend %1").arg(QString::fromStdString(rule.backendRefs[place.index].name));
    case Part::rule:
        break;
    }
    return tr("rule %1").arg(rule.name.empty() ? QString::number(place.rule + 1)
                                               : QString::fromStdString(rule.name));
}

RoutesEdit removePart(const Workspace& workspace, const QString& key, const PartPlace& place)
{
    const HttpRoute* route = routeOf(workspace, key);
    if (route == nullptr || !has(*route, place))
        return {};
    return editRoute(key, tr("Remove %1 from %2").arg(partPhrase(*route, place), nodeTitle(workspace, key)),
                     [=](HttpRoute& owner) {
                         withList(owner, place, [](auto& list, int at) { list.erase(list.begin() + at); });
                     });
}

RoutesEdit duplicatePart(const Workspace& workspace, const QString& key, const PartPlace& place)
{
    const HttpRoute* route = routeOf(workspace, key);
    if (route == nullptr || !has(*route, place))
        return {};
    return editRoute(key, tr("Duplicate %1 of %2").arg(partPhrase(*route, place), nodeTitle(workspace, key)),
                     [=](HttpRoute& owner) {
                         withList(owner, place, [](auto& list, int at) {
                             auto copy = list[at];
                             if constexpr (std::is_same_v<std::decay_t<decltype(copy)>, RouteRule>)
                                 copy.name.clear(); // rules' names are unique
                             list.insert(list.begin() + at + 1, std::move(copy));
                         });
                     });
}

RoutesEdit movePart(const Workspace& workspace, const QString& key, const PartPlace& place, int by)
{
    const HttpRoute* route = routeOf(workspace, key);
    if (route == nullptr || !has(*route, place))
        return {};
    const int at = place.part == Part::rule ? place.rule : place.index;
    if (at + by < 0 || at + by >= partCount(*route, place))
        return {};
    const QString name = by < 0 ? tr("Move %1 of %2 up") : tr("Move %1 of %2 down");
    return editRoute(key, name.arg(partPhrase(*route, place), nodeTitle(workspace, key)),
                     [=](HttpRoute& owner) {
                         withList(owner, place, [by](auto& list, int from) {
                             if (from + by >= 0 && from + by < int(list.size()))
                                 std::swap(list[from], list[from + by]);
                         });
                     });
}

RoutesEdit addRule(const Workspace& workspace, const QString& key)
{
    const HttpRoute* route = routeOf(workspace, key);
    if (route == nullptr)
        return {};
    RouteRule rule;
    rule.matches.push_back({.path = {.value = freshPath(*route)}});
    if (!route->rules.empty())
        rule.backendRefs = route->rules.back().backendRefs;
    return editRoute(key, tr("Add rule to %1").arg(nodeTitle(workspace, key)),
                     [=](HttpRoute& owner) { owner.rules.push_back(rule); });
}

RoutesEdit addMatch(const Workspace& workspace, const QString& key, int rule)
{
    return editRoute(key, tr("Add match to %1").arg(nodeTitle(workspace, key)), [=](HttpRoute& owner) {
        auto& matches = owner.rules[rule].matches;
        matches.push_back(matches.empty() ? workspace::RouteMatch{} : matches.back());
    });
}

RoutesEdit addFilter(const Workspace& workspace, const QString& key, int rule, FilterType type)
{
    workspace::Filter filter;
    filter.type = type;
    switch (type) {
    case FilterType::RequestHeaderModifier:
        filter.requestHeaderModifier.emplace();
        break;
    case FilterType::ResponseHeaderModifier:
        filter.responseHeaderModifier.emplace();
        break;
    case FilterType::RequestRedirect:
        filter.requestRedirect.emplace();
        break;
    case FilterType::URLRewrite:
        filter.urlRewrite.emplace();
        break;
    default:
        return {};
    }
    return editRoute(key, tr("Add filter %1 to %2").arg(filterTypeText(type), nodeTitle(workspace, key)),
                     [=](HttpRoute& owner) { owner.rules[rule].filters.push_back(filter); });
}

RoutesEdit addBackend(const Workspace& workspace, const QString& key, int rule, const QString& service)
{
    return {tr("Add backend %1 to %2").arg(nodeTitle(workspace, service), nodeTitle(workspace, key)),
            [=](Workspace& ws) {
                HttpRoute* route = routeOf(ws, key);
                if (route == nullptr || rule >= int(route->rules.size()))
                    return;
                auto& owner = route->rules[rule];
                owner.backendRefs.push_back(backendTo(ws, service, *route, owner));
            }};
}

bool isAttached(const Workspace& workspace, const QString& key, const QString& listener)
{
    const HttpRoute* route = routeOf(workspace, key);
    const auto node = nodeOf(listener);
    const auto place = node ? workspace::findListener(workspace, node->object) : std::nullopt;
    if (route == nullptr || !place)
        return false;
    const auto& gateway = workspace.gateways[place->gateway];
    return std::any_of(route->parentRefs.begin(), route->parentRefs.end(), [&](const auto& parent) {
        return workspace::refersTo(parent, *route, gateway, gateway.listeners[place->listener]);
    });
}

RoutesEdit attachRoute(const Workspace& workspace, const QString& key, const QString& listener, bool attached)
{
    if (isAttached(workspace, key, listener) == attached)
        return {};
    RoutesEdit edit =
        attached ? connectNodes(workspace, listener, key) : removeThings(workspace, {edgeKey(listener, key)});
    edit.select.clear();
    return edit;
}

QString filterTypeText(FilterType type)
{
    return QString::fromLatin1(boost::describe::enum_to_string(type, "?"));
}

} // namespace gatehouse::ui
