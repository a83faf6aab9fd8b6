#include "ui/routes/routes_edits.h"

#include "engine/workspace/document.h"
#include "engine/workspace/keys.h"
#include "ui/canvas/geometry.h"
#include "ui/routes/canvas_model.h"
#include "ui/routes/words.h"

#include <algorithm>
#include <set>

namespace gatehouse::ui {
namespace {

using workspace::NodeKey;
using workspace::NodeKind;
using workspace::Workspace;

void takeGateway(Workspace& part, const Workspace& whole, const std::string& key,
                 const std::set<std::string>& listeners)
{
    const int index = workspace::findGateway(whole, key);
    if (index < 0 || workspace::findGateway(part, key) >= 0)
        return;
    auto gateway = whole.gateways[index];
    if (!listeners.empty()) {
        std::erase_if(gateway.listeners, [&](const auto& l) {
            return !listeners.contains(workspace::listenerKey(whole.gateways[index], l));
        });
    }
    part.gateways.push_back(gateway);
}

/// A name that neither the workspace nor the pasted part has yet.
std::string freshName(const Workspace& workspace, const Workspace& part, const NodeKey& key,
                      const std::string& gateway, const std::string& wanted)
{
    Workspace both = workspace;
    both.routes.insert(both.routes.end(), part.routes.begin(), part.routes.end());
    both.services.insert(both.services.end(), part.services.begin(), part.services.end());
    if (key.kind == NodeKind::route)
        return workspace::uniqueRouteName(both, wanted);
    if (key.kind == NodeKind::service)
        return workspace::uniqueServiceName(both, wanted);
    return workspace::uniqueListenerName(both, gateway, wanted);
}

/// Gives the copied nodes of `part` names that are free in `workspace`, and places beside the originals.
void makeFresh(Workspace& part, const Workspace& workspace)
{
    const auto copied = part.canvas.nodes;
    for (const auto& [text, place] : copied) {
        const auto key = workspace::parseNodeKey(text);
        if (!key || !workspace::exists(part, *key) || !workspace::exists(workspace, *key))
            continue;
        const auto slash = key->object.rfind('/');
        const std::string owner = slash == std::string::npos ? std::string() : key->object.substr(0, slash);
        const std::string name = slash == std::string::npos ? key->object : key->object.substr(slash + 1);
        workspace::rename(part, *key, freshName(workspace, part, *key, owner, name));
    }
    QList<QRectF> taken;
    for (const QPointF& at : nodePlaces(workspace))
        taken.append(QRectF(at, QSizeF(nodeWidth, nodeHeight)));
    for (auto& [text, place] : part.canvas.nodes) {
        const QPointF at =
            freePlace({place.x + 2 * gridStep, place.y + 2 * gridStep}, {nodeWidth, nodeHeight}, taken, 24);
        place.x = at.x();
        place.y = at.y();
        taken.append(QRectF(at, QSizeF(nodeWidth, nodeHeight)));
    }
}

void addPart(Workspace& workspace, const Workspace& part)
{
    for (const auto& gateway : part.gateways) {
        const int index = workspace::findGateway(workspace, workspace::gatewayKey(gateway));
        if (index < 0) {
            workspace.gateways.push_back(gateway);
            continue;
        }
        for (const auto& listener : gateway.listeners) {
            if (!workspace::findListener(workspace, workspace::listenerKey(gateway, listener)))
                workspace.gateways[index].listeners.push_back(listener);
        }
    }
    for (const auto& route : part.routes) {
        if (workspace::findRoute(workspace, workspace::routeKey(route)) < 0)
            workspace.routes.push_back(route);
    }
    for (const auto& service : part.services) {
        if (workspace::findService(workspace, workspace::serviceKey(service)) < 0)
            workspace.services.push_back(service);
    }
    for (const auto& [key, place] : part.canvas.nodes)
        workspace.canvas.nodes.insert_or_assign(key, place);
}

} // namespace

QString copyText(const Workspace& workspace, const QStringList& keys)
{
    Workspace part;
    part.name = workspace.name;
    std::set<std::string> listeners, gateways;
    const auto places = nodePlaces(workspace);
    for (const QString& key : keys) {
        const auto node = workspace::parseNodeKey(key.toStdString());
        if (!node || !workspace::exists(workspace, *node))
            continue;
        // Only what stands on the fragment's canvas is a copy; the rest is there to make sense of it.
        part.canvas.nodes[key.toStdString()] = {.x = places.value(key).x(), .y = places.value(key).y()};
        if (node->kind == NodeKind::listener) {
            listeners.insert(node->object);
            gateways.insert(node->object.substr(0, node->object.rfind('/')));
        } else if (node->kind == NodeKind::route) {
            part.routes.push_back(workspace.routes[workspace::findRoute(workspace, node->object)]);
        } else {
            part.services.push_back(workspace.services[workspace::findService(workspace, node->object)]);
        }
    }
    for (const auto& route : part.routes) {
        for (const auto& parent : route.parentRefs)
            takeGateway(part, workspace, workspace::gatewayKeyOf(parent, route), {});
    }
    for (const std::string& gateway : gateways)
        takeGateway(part, workspace, gateway, listeners);
    return part.canvas.nodes.empty() ? QString() : QString::fromStdString(workspace::write(part));
}

Paste pasteText(const Workspace& workspace, const QString& text)
{
    if (text.trimmed().isEmpty())
        return {{}, tr("The clipboard holds no text.")};
    auto read = workspace::read(text.toStdString());
    if (!read.ok()) {
        const auto first = std::find_if(read.problems.begin(), read.problems.end(),
                                        [](const Problem& p) { return p.severity == Severity::error; });
        const QString why = first == read.problems.end() ? QString() : QString::fromStdString(first->message);
        return {{}, tr("The clipboard isn't a part of a workspace: %1").arg(why)};
    }
    Workspace part = std::move(*read.workspace);
    if (part.canvas.nodes.empty()) {
        for (const QString& key : nodeKeys(part)) {
            const QPointF at = nodePlaces(part).value(key);
            part.canvas.nodes[key.toStdString()] = {.x = at.x(), .y = at.y()};
        }
    }
    if (part.canvas.nodes.empty())
        return {{}, tr("The clipboard's workspace has no listener, route or service.")};
    makeFresh(part, workspace);
    QStringList pasted;
    for (const auto& [key, place] : part.canvas.nodes)
        pasted.append(QString::fromStdString(key));
    const QString name = pasted.size() == 1 ? tr("Paste %1").arg(nodeTitle(part, pasted.first()))
                                            : tr("Paste %n item(s)", nullptr, int(pasted.size()));
    return {{name, [part](Workspace& ws) { addPart(ws, part); }, {}, pasted}, {}};
}

} // namespace gatehouse::ui
