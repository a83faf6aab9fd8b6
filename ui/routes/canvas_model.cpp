#include "ui/routes/canvas_model.h"

#include "engine/workspace/keys.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace gatehouse::ui {
namespace {

using workspace::Gateway;
using workspace::HttpRoute;
using workspace::Listener;
using workspace::NodeKey;
using workspace::NodeKind;
using workspace::Service;
using workspace::Workspace;

constexpr double routeColumn = 288;
constexpr double serviceColumn = 608;
constexpr double rowPitch = 96;
constexpr double shownErrorShare = 0.005; // an edge shows its error part from 0.5 %
constexpr double warnErrorShare = 0.01;
constexpr double failErrorShare = 0.5;

QString tr(const char* text, const char* disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("RoutesCanvas", text, disambiguation, n);
}

QString nodeText(NodeKind kind, const std::string& object)
{
    return QString::fromStdString(NodeKey{kind, object}.text());
}

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

QStringList numberTexts(const Now& now)
{
    if (std::isnan(now.rate_per_s))
        return {};
    QStringList texts{rateText(now.rate_per_s)};
    if (now.rate_per_s > 0 && !std::isnan(now.errorShare))
        texts.append(shareText(now.errorShare));
    if (!std::isnan(now.p99_ms))
        texts.append(durationText_ms(now.p99_ms));
    return texts;
}

/// Marks a node by its problems, else by what the engine says, else by its live errors.
void mark(CanvasNode& node, const RoutesFacts& facts, std::optional<State> served, const QString& servedText,
          const Now* now)
{
    node.mark = served;
    node.markText = servedText;
    if (now != nullptr && now->rate_per_s > 0 && now->errorShare >= warnErrorShare) {
        node.mark = now->errorShare >= failErrorShare ? State::error : State::warning;
        node.markText = tr("%1 errors").arg(shareText(now->errorShare));
    }
    if (const auto problem = facts.problems.ofNode(node.key); problem && problem->state != State::info) {
        node.mark = problem->state;
        node.markText = problem->text;
    }
}

class DiagramMaker
{
public:
    explicit DiagramMaker(const RoutesFacts& facts) : facts_(facts), places_(nodePlaces(facts.workspace)) {}

    Diagram make()
    {
        for (const Gateway& gateway : facts_.workspace.gateways) {
            for (const Listener& listener : gateway.listeners)
                addListener(gateway, listener);
        }
        for (const HttpRoute& route : facts_.workspace.routes)
            addRoute(route);
        for (const Service& service : facts_.workspace.services)
            addService(service);
        for (const HttpRoute& route : facts_.workspace.routes) {
            addEntries(route);
            addBackends(route);
        }
        addColumns();
        return std::move(diagram_);
    }

private:
    bool served() const { return facts_.applied.revision > 0; }
    std::optional<Now> now(const Scope& scope) const
    {
        return facts_.live ? std::optional(facts_.live(scope)) : std::nullopt;
    }

    CanvasNode& addNode(const QString& key, const QString& kind, const QString& title,
                        const QString& subtitle)
    {
        CanvasNode node;
        node.key = key;
        node.kind = kind;
        node.icon = kindIcon(facts_.workspace, key);
        node.title = title;
        node.subtitle = subtitle;
        node.topLeft = places_.value(key);
        const auto place = facts_.workspace.canvas.nodes.find(key.toStdString());
        node.pinned = place != facts_.workspace.canvas.nodes.end() && place->second.pinned;
        node.lit = facts_.lit.contains(key);
        diagram_.nodes.append(node);
        return diagram_.nodes.last();
    }

    void addListener(const Gateway& gateway, const Listener& listener)
    {
        const std::string object = workspace::listenerKey(gateway, listener);
        const auto& states = facts_.applied.listeners;
        const auto bound =
            std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.key == object; });
        QString address = text(listener.address) + u':' +
                          (listener.port == 0 ? tr("any port") : QString::number(listener.port));
        if (bound != states.end())
            address = text(bound->address) + u':' + QString::number(bound->port);
        const QString protocol = listener.protocol == workspace::ListenerProtocol::HTTPS
                                     ? QStringLiteral("https")
                                     : QStringLiteral("http");
        CanvasNode& node = addNode(nodeText(NodeKind::listener, object), tr("Listener"), text(listener.name),
                                   protocol + u' ' + address);
        node.shape = NodeShape::gateway;
        node.oneTrunk = true;
        const auto live = now(Scope::ofListener(object));
        if (live)
            node.numbers = numberTexts(*live);
        const bool up = bound != states.end();
        mark(node, facts_, up ? State::ok : State::off, up ? tr("Serving") : tr("Not serving yet"), nullptr);
    }

    void addRoute(const HttpRoute& route)
    {
        const std::string object = workspace::routeKey(route);
        CanvasNode& node =
            addNode(nodeText(NodeKind::route, object), tr("Route"), text(route.name), matchText(route));
        const auto live = now(Scope::ofRoute(object));
        if (live)
            node.numbers = numberTexts(*live);
        const auto& states = facts_.applied.routes;
        const auto state =
            std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.route == object; });
        std::optional<State> shown = State::off;
        QString words = tr("Not serving yet");
        if (state != states.end()) {
            const bool fine = state->accepted && state->resolved;
            shown = fine ? State::ok : State::warning;
            words = fine ? tr("Serving") : text(state->accepted ? state->resolvedReason : state->reason);
        }
        mark(node, facts_, shown, words, live ? &*live : nullptr);
    }

    void addService(const Service& service)
    {
        const std::string object = workspace::serviceKey(service);
        CanvasNode& node = addNode(nodeText(NodeKind::service, object), tr("Service"), serviceTitle(service),
                                   endpointText(service, object));
        node.givesEdges = false;
        const auto live = now(Scope::ofBackend(object));
        if (live)
            node.numbers = numberTexts(*live);
        const auto& states = facts_.applied.backends;
        const auto state =
            std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.service == object; });
        const bool up = state != states.end() && !state->endpoints.empty();
        mark(node, facts_, up ? State::ok : State::off, up ? tr("Serving") : tr("No endpoint yet"),
             live ? &*live : nullptr);
    }

    QString endpointText(const Service& service, const std::string& object) const
    {
        QStringList endpoints;
        const auto& states = facts_.applied.backends;
        const auto state =
            std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.service == object; });
        if (state != states.end()) {
            for (const std::string& endpoint : state->endpoints)
                endpoints.append(text(endpoint));
        } else {
            for (const auto& endpoint : service.endpoints)
                endpoints.append(text(endpoint.address) + u':' + QString::number(endpoint.port));
        }
        if (endpoints.isEmpty())
            return service.demo ? tr("demo %1").arg(text(service.demo->app)) : tr("no endpoint");
        return endpoints.size() == 1 ? endpoints.first()
                                     : endpoints.first() + QStringLiteral(" +%1").arg(endpoints.size() - 1);
    }

    CanvasEdge& addEdge(const QString& from, const QString& to)
    {
        CanvasEdge edge;
        edge.key = edgeKey(from, to);
        edge.from = from;
        edge.to = to;
        edge.lit = facts_.lit.contains(edge.key);
        diagram_.edges.append(edge);
        return diagram_.edges.last();
    }

    void setLive(CanvasEdge& edge, const Now& now)
    {
        edge.rate_per_s = std::isnan(now.rate_per_s) ? 0 : now.rate_per_s;
        if (edge.rate_per_s > 0 && now.errorShare >= shownErrorShare) {
            edge.errorShare = now.errorShare;
            edge.errorText = shareText(now.errorShare);
        }
        edge.markText = numberTexts(now).join(QStringLiteral(" · "));
    }

    void addEntries(const HttpRoute& route)
    {
        const std::string routeObject = workspace::routeKey(route);
        for (const Gateway& gateway : facts_.workspace.gateways) {
            for (const Listener& listener : gateway.listeners) {
                const bool joined =
                    std::any_of(route.parentRefs.begin(), route.parentRefs.end(), [&](const auto& p) {
                        return workspace::refersTo(p, route, gateway, listener);
                    });
                if (!joined)
                    continue;
                const std::string object = workspace::listenerKey(gateway, listener);
                CanvasEdge& edge =
                    addEdge(nodeText(NodeKind::listener, object), nodeText(NodeKind::route, routeObject));
                if (const auto live = now(Scope::entering(object, routeObject)))
                    setLive(edge, *live);
                // Errors are drawn once, on the edge to the service that they come from.
                edge.errorShare = 0;
                edge.errorText.clear();
            }
        }
    }

    void addBackends(const HttpRoute& route)
    {
        const std::string routeObject = workspace::routeKey(route);
        QSet<QString> done;
        for (const auto& rule : route.rules) {
            for (const auto& backend : rule.backendRefs) {
                const std::string object = workspace::serviceKeyOf(backend, route);
                if (object.empty() || workspace::findService(facts_.workspace, object) < 0)
                    continue;
                const QString from = nodeText(NodeKind::route, routeObject);
                const QString to = nodeText(NodeKind::service, object);
                if (done.contains(to))
                    continue;
                done.insert(to);
                addBackendEdge(from, to, routeObject, object);
            }
        }
    }

    void addBackendEdge(const QString& from, const QString& to, const std::string& route,
                        const std::string& service)
    {
        CanvasEdge& edge = addEdge(from, to);
        edge.labelled = true;
        const QList<BackendPlace> refs = backendPlaces(facts_.workspace, from, to);
        QStringList parts;
        if (refs.size() == 1 && !refs.first().alone)
            parts.append(shareText(refs.first().share));
        edge.dashed =
            std::all_of(refs.begin(), refs.end(), [](const BackendPlace& p) { return p.share <= 0; });
        if (const auto live = now(Scope::leaving(route, service))) {
            setLive(edge, *live);
            if (!std::isnan(live->rate_per_s))
                parts.append(rateText(live->rate_per_s));
        }
        edge.label = parts.join(QStringLiteral(" · "));
    }

    void addColumns()
    {
        addColumn(tr("Listeners"), QStringLiteral("listener/"));
        addColumn(tr("Routes"), QStringLiteral("route/"));
        addColumn(tr("Services"), QStringLiteral("service/"));
    }

    /// A heading only where most nodes of a kind stand in one column.
    void addColumn(const QString& title, const QString& prefix)
    {
        std::map<double, int> counts;
        int all = 0;
        for (const CanvasNode& node : std::as_const(diagram_.nodes)) {
            if (!node.key.startsWith(prefix))
                continue;
            ++counts[node.topLeft.x()];
            ++all;
        }
        for (const auto& [x, count] : counts) {
            if (2 * count > all)
                diagram_.columns.append({title, x + nodeWidth / 2});
        }
    }

    const RoutesFacts& facts_;
    QHash<QString, QPointF> places_;
    Diagram diagram_;
};

} // namespace

Diagram makeDiagram(const RoutesFacts& facts)
{
    return DiagramMaker(facts).make();
}

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

QList<BackendPlace> backendPlaces(const Workspace& workspace, const QString& route, const QString& service)
{
    QList<BackendPlace> places;
    const auto from = workspace::parseNodeKey(route.toStdString());
    const auto to = workspace::parseNodeKey(service.toStdString());
    const int index = from ? workspace::findRoute(workspace, from->object) : -1;
    if (index < 0 || !to)
        return places;
    const HttpRoute& owner = workspace.routes[index];
    for (int r = 0; r < int(owner.rules.size()); ++r) {
        const auto& backends = owner.rules[r].backendRefs;
        double sum = 0;
        for (const auto& backend : backends)
            sum += backend.weight;
        for (int b = 0; b < int(backends.size()); ++b) {
            if (workspace::serviceKeyOf(backends[b], owner) == to->object)
                places.append({r, b, sum > 0 ? backends[b].weight / sum : 0, backends.size() == 1});
        }
    }
    return places;
}

QStringList nodeKeys(const Workspace& workspace)
{
    QStringList keys;
    for (const Gateway& gateway : workspace.gateways) {
        for (const Listener& listener : gateway.listeners)
            keys.append(nodeText(NodeKind::listener, workspace::listenerKey(gateway, listener)));
    }
    for (const HttpRoute& route : workspace.routes)
        keys.append(nodeText(NodeKind::route, workspace::routeKey(route)));
    for (const Service& service : workspace.services)
        keys.append(nodeText(NodeKind::service, workspace::serviceKey(service)));
    return keys;
}

QHash<QString, QPointF> nodePlaces(const Workspace& workspace)
{
    QHash<QString, QPointF> worked;
    double row = 0;
    for (const HttpRoute& route : workspace.routes) {
        const QString routeNode = nodeText(NodeKind::route, workspace::routeKey(route));
        worked.insert(routeNode, {routeColumn, row});
        double next = row;
        for (const auto& rule : route.rules) {
            for (const auto& backend : rule.backendRefs) {
                const QString service = nodeText(NodeKind::service, workspace::serviceKeyOf(backend, route));
                if (worked.contains(service))
                    continue;
                worked.insert(service, {serviceColumn, next});
                next += rowPitch;
            }
        }
        row = std::max(row + rowPitch, next);
    }
    for (const Service& service : workspace.services) {
        const QString key = nodeText(NodeKind::service, workspace::serviceKey(service));
        if (worked.contains(key))
            continue;
        worked.insert(key, {serviceColumn, row});
        row += rowPitch;
    }
    double free = 0;
    for (const Gateway& gateway : workspace.gateways) {
        for (const Listener& listener : gateway.listeners) {
            double sum = 0;
            int count = 0;
            for (const HttpRoute& route : workspace.routes) {
                const bool joined =
                    std::any_of(route.parentRefs.begin(), route.parentRefs.end(), [&](const auto& p) {
                        return workspace::refersTo(p, route, gateway, listener);
                    });
                if (!joined)
                    continue;
                sum += worked.value(nodeText(NodeKind::route, workspace::routeKey(route))).y();
                ++count;
            }
            const double wanted = count == 0 ? free : std::round(sum / count / gridStep) * gridStep;
            const double y = std::max(free, wanted);
            worked.insert(nodeText(NodeKind::listener, workspace::listenerKey(gateway, listener)), {0, y});
            free = y + rowPitch;
        }
    }
    QHash<QString, QPointF> places;
    for (const QString& key : nodeKeys(workspace)) {
        const auto given = workspace.canvas.nodes.find(key.toStdString());
        places.insert(key, given == workspace.canvas.nodes.end() ? worked.value(key)
                                                                 : QPointF(given->second.x, given->second.y));
    }
    return places;
}

} // namespace gatehouse::ui
