#include "ui/routes/canvas_model.h"

#include "engine/workspace/keys.h"
#include "ui/routes/words.h"
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

constexpr double shownErrorShare = 0.005; // an edge shows its error part from 0.5 %
constexpr double warnErrorShare = 0.01;
constexpr double failErrorShare = 0.5;

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
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::DiagramMaker)
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

} // namespace gatehouse::ui
