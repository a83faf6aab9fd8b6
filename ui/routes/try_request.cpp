#include "ui/routes/try_request.h"

#include "engine/base/text.h"
#include "engine/workspace/keys.h"
#include "engine/workspace/request_example.h"
#include "ui/routes/canvas_model.h"
#include "ui/routes/words.h"
#include "ui/widgets/json_tokens.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::ui {
namespace {

QString listenerNode(const std::string& key)
{
    return QStringLiteral("listener/") + QString::fromStdString(key);
}
QString routeNode(const std::string& key)
{
    return QStringLiteral("route/") + QString::fromStdString(key);
}
QString serviceNode(const std::string& key)
{
    return QStringLiteral("service/") + QString::fromStdString(key);
}

const api::ListenerState* findServing(const api::ApplyResult& applied, const QString& key)
{
    const auto wanted = key.toStdString();
    const auto found = std::find_if(applied.listeners.begin(), applied.listeners.end(),
                                    [&](const auto& listener) { return listener.key == wanted; });
    return found == applied.listeners.end() ? nullptr : &*found;
}

bool goesTo(const workspace::HttpRoute& route, const std::string& service)
{
    for (const auto& rule : route.rules) {
        for (const auto& backend : rule.backendRefs) {
            if (workspace::serviceKeyOf(backend, route) == service)
                return true;
        }
    }
    return false;
}

bool hangsOn(const workspace::Workspace& ws, const workspace::HttpRoute& route, const std::string& listener)
{
    for (const auto& parent : route.parentRefs) {
        for (const auto& gateway : ws.gateways) {
            for (const auto& candidate : gateway.listeners) {
                if (workspace::listenerKey(gateway, candidate) == listener &&
                    workspace::refersTo(parent, route, gateway, candidate))
                    return true;
            }
        }
    }
    return false;
}

bool isAbout(const workspace::Workspace& ws, const workspace::HttpRoute& route,
             const workspace::NodeKey& node)
{
    switch (node.kind) {
    case workspace::NodeKind::route:
        return workspace::routeKey(route) == node.object;
    case workspace::NodeKind::service:
        return goesTo(route, node.object);
    case workspace::NodeKind::listener:
        return hangsOn(ws, route, node.object);
    }
    return false;
}

} // namespace

Composed composedFor(const workspace::Workspace& ws, const QString& nodeKey)
{
    const auto node = workspace::parseNodeKey(nodeKey.toStdString());
    for (const auto& route : ws.routes) {
        if (node && !isAbout(ws, route, *node))
            continue;
        const auto example = workspace::requestExample(ws, route);
        if (!example)
            continue;
        Composed out{.listener = QString::fromStdString(example->listener),
                     .method = QString::fromStdString(example->method),
                     .target = QString::fromStdString(example->target)};
        if (!example->host.empty())
            out.headers.append({QStringLiteral("host"), QString::fromStdString(example->host)});
        for (const auto& header : example->headers)
            out.headers.append({QString::fromStdString(header.name), QString::fromStdString(header.value)});
        return out;
    }
    return {};
}

Composed composedFromCurl(const CurlRequest& request, const api::ApplyResult& applied,
                          const QString& fallback)
{
    Composed out{.listener = fallback,
                 .method = request.method,
                 .target = request.target,
                 .headers = request.headers,
                 .body = request.body};
    bool known = false;
    for (const auto& listener : applied.listeners) {
        const QString address = QString::fromStdString(listener.url).section(QStringLiteral("://"), 1);
        if (address == request.authority) {
            out.listener = QString::fromStdString(listener.key);
            known = true;
        }
    }
    // A foreign authority is what the request says of its host; a header of the command's own wins.
    const bool hasHost = std::any_of(out.headers.begin(), out.headers.end(), [](const HeaderLine& line) {
        return line.name.compare(QLatin1String("host"), Qt::CaseInsensitive) == 0;
    });
    if (!known && !hasHost && !request.authority.isEmpty())
        out.headers.prepend({QStringLiteral("host"), request.authority});
    return out;
}

QString curlFor(const Composed& composed, const api::ApplyResult& applied)
{
    const auto* listener = findServing(applied, composed.listener);
    if (listener == nullptr)
        return {};
    CurlRequest request;
    request.method = composed.method;
    request.authority = QString::fromStdString(listener->url).section(QStringLiteral("://"), 1);
    request.target = composed.target;
    request.headers = composed.headers;
    request.body = composed.body;
    return toCurl(request);
}

api::TryParams paramsFor(const Composed& composed)
{
    api::TryParams params;
    params.listener = composed.listener.toStdString();
    params.method = composed.method.toStdString();
    params.target = composed.target.toStdString();
    for (const HeaderLine& line : composed.headers)
        params.headers.push_back({line.name.toStdString(), line.value.toStdString()});
    params.body = base64Encode(composed.body.toStdString());
    return params;
}

QString composeProblem(const Composed& composed, const api::ApplyResult& applied)
{
    if (applied.listeners.empty())
        return tr("No listener serves yet.");
    if (findServing(applied, composed.listener) == nullptr)
        return tr("Choose a listener that serves.");
    if (composed.method.isEmpty())
        return tr("A method is missing, such as GET.");
    if (!composed.target.startsWith(u'/') && composed.target != QLatin1String("*"))
        return tr("The target begins with /, such as /catalog/books.");
    if (composed.target.contains(u' '))
        return tr("A target has no spaces: write %20.");
    return {};
}

QList<Phase> phasesOf(const api::TryTimings& timings)
{
    return {{tr("connect"), timings.connect_ms},
            {tr("send"), timings.send_ms},
            {tr("wait"), timings.wait_ms},
            {tr("receive"), timings.receive_ms}};
}

BodyText bodyText(const api::TryResult& result, bool pretty)
{
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(result.body));
    BodyText out{QString::fromUtf8(bytes), false};
    for (const auto& header : result.headers) {
        if (equalsIgnoreCase(header.name, "content-type"))
            out.json = header.value.find("json") != std::string::npos;
    }
    if (pretty && out.json && !QJsonDocument::fromJson(bytes).isNull()) // else it stays as it came
        out.text = indentedJson(out.text);
    return out;
}

QSet<QString> wayOf(const api::DecisionTrace& trace)
{
    QSet<QString> way;
    if (trace.listener.empty())
        return way;
    way << listenerNode(trace.listener);
    if (trace.route.empty())
        return way;
    way << routeNode(trace.route) << edgeKey(listenerNode(trace.listener), routeNode(trace.route));
    const auto toBackend = [&](const std::string& backend) {
        way << serviceNode(backend) << edgeKey(routeNode(trace.route), serviceNode(backend));
    };
    if (!trace.backend.empty())
        toBackend(trace.backend);
    for (const auto& step : trace.steps) {
        if (step.code == "backend.share" || step.code == "backend.noEndpoint") // a forecast names all that share
            toBackend(step.subject);
    }
    return way;
}

QSet<QString> partOf(const api::DecisionTrace& trace, const api::TraceStep& step)
{
    if (step.kind == "listener")
        return {listenerNode(trace.listener)};
    if (step.kind == "passedOver")
        return step.subject.empty() ? QSet<QString>{} : QSet<QString>{routeNode(step.subject)};
    if (step.kind == "route" || step.kind == "filter")
        return trace.route.empty() ? QSet<QString>{} : QSet<QString>{routeNode(trace.route)};
    if (step.kind == "backend" && !step.subject.empty())
        return {serviceNode(step.subject), edgeKey(routeNode(trace.route), serviceNode(step.subject))};
    if (step.kind == "attempt" && !trace.backend.empty())
        return {serviceNode(trace.backend), edgeKey(routeNode(trace.route), serviceNode(trace.backend))};
    return wayOf(trace);
}

} // namespace gatehouse::ui
