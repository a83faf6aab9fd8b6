#include "ui/routes/canvas_model.h"

#include "engine/workspace/keys.h"
#include "ui/routes/words.h"
#include "ui/widgets/numbers.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::NodeKind;
using workspace::Service;
using workspace::Workspace;

namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

} // namespace

QList<TreeEntry> makeTree(const RoutesFacts& facts)
{
    TreeEntry listeners, routes, services;
    listeners.title = tr("Listeners");
    listeners.icon = QStringLiteral("log-in");
    routes.title = tr("Routes");
    routes.icon = QStringLiteral("route");
    services.title = tr("Services");
    services.icon = QStringLiteral("server");
    for (const QString& key : nodeKeys(facts.workspace)) {
        const auto node = workspace::parseNodeKey(key.toStdString());
        TreeEntry entry;
        entry.key = key;
        entry.icon = kindIcon(facts.workspace, key);
        entry.title = nodeTitle(facts.workspace, key);
        Scope scope = Scope::ofRoute(node->object);
        if (node->kind != NodeKind::route)
            scope = node->kind == NodeKind::listener ? Scope::ofListener(node->object)
                                                     : Scope::ofBackend(node->object);
        if (facts.live) {
            const double rate = facts.live(scope).rate_per_s;
            entry.rate = std::isnan(rate) ? QString() : rateText(rate);
        }
        if (const auto problem = facts.problems.ofNode(key); problem && problem->state != State::info) {
            entry.problem = problem->state;
            entry.problemText = problem->text;
        }
        TreeEntry& group = node->kind == NodeKind::listener ? listeners
                           : node->kind == NodeKind::route  ? routes
                                                            : services;
        group.children.append(entry);
    }
    return {listeners, routes, services};
}
QString edgeKey(const QString& from, const QString& to)
{
    return QStringLiteral("edge/") + from + u'>' + to;
}

std::optional<EdgeEnds> edgeEnds(const QString& key)
{
    const int arrow = int(key.indexOf(u'>'));
    if (!key.startsWith(QLatin1String("edge/")) || arrow < 0)
        return std::nullopt;
    return EdgeEnds{key.mid(5, arrow - 5), key.mid(arrow + 1)};
}

bool isEdge(const QString& key)
{
    return edgeEnds(key).has_value();
}

QString matchText(const HttpRoute& route)
{
    int count = 0;
    QString first;
    for (const auto& rule : route.rules) {
        count += std::max(1, int(rule.matches.size()));
        if (!first.isEmpty())
            continue;
        if (rule.matches.empty()) {
            first = QStringLiteral("/");
            continue;
        }
        const auto& match = rule.matches.front();
        if (!match.method.empty())
            first = text(match.method) + u' ';
        if (match.path.type == workspace::PathMatchType::Exact)
            first += QStringLiteral("= ");
        else if (match.path.type == workspace::PathMatchType::RegularExpression)
            first += QStringLiteral("~ ");
        first += text(match.path.value);
    }
    return count > 1 ? first + QStringLiteral(" +%1").arg(count - 1) : first;
}

QString serviceTitle(const Service& service)
{
    if (service.version.empty())
        return text(service.name);
    return text(service.app.empty() ? service.name : service.app) + u' ' + text(service.version);
}

QString nodeTitle(const Workspace& workspace, const QString& key)
{
    const auto node = workspace::parseNodeKey(key.toStdString());
    if (!node)
        return key;
    if (node->kind == NodeKind::service) {
        const int index = workspace::findService(workspace, node->object);
        return index < 0 ? text(node->object) : serviceTitle(workspace.services[index]);
    }
    if (node->kind == NodeKind::listener) {
        const auto place = workspace::findListener(workspace, node->object);
        return place ? text(workspace.gateways[place->gateway].listeners[place->listener].name)
                     : text(node->object);
    }
    return text(node->object);
}

QString kindIcon(const Workspace& workspace, const QString& key)
{
    const auto node = workspace::parseNodeKey(key.toStdString());
    if (!node)
        return QStringLiteral("split");
    if (node->kind == NodeKind::service)
        return QStringLiteral("server");
    if (node->kind == NodeKind::listener) {
        const auto place = workspace::findListener(workspace, node->object);
        const bool secure = place && workspace.gateways[place->gateway].listeners[place->listener].protocol ==
                                         workspace::ListenerProtocol::HTTPS;
        return secure ? QStringLiteral("globe-lock") : QStringLiteral("log-in");
    }
    const int index = workspace::findRoute(workspace, node->object);
    if (index < 0)
        return QStringLiteral("route");
    const auto& rules = workspace.routes[index].rules;
    const bool redirects = !rules.empty() && std::all_of(rules.begin(), rules.end(), [](const auto& rule) {
        return rule.backendRefs.empty() &&
               std::any_of(rule.filters.begin(), rule.filters.end(),
                           [](const auto& f) { return f.type == workspace::FilterType::RequestRedirect; });
    });
    return redirects ? QStringLiteral("corner-up-right") : QStringLiteral("route");
}

} // namespace gatehouse::ui
