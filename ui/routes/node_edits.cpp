#include "ui/routes/routes_edits.h"

#include "engine/workspace/keys.h"
#include "ui/canvas/geometry.h"
#include "ui/routes/edit_parts.h"

#include <algorithm>

namespace gatehouse::ui {

using workspace::NodeKey;
using workspace::Workspace;

RoutesEdit removeThings(const Workspace& workspace, const QStringList& keys)
{
    QStringList known;
    for (const QString& key : keys) {
        const auto node = nodeOf(key);
        if (isEdge(key) || (node && workspace::exists(workspace, *node)))
            known.append(key);
    }
    if (known.isEmpty())
        return {};
    QString name = tr("Delete %n item(s)", nullptr, int(known.size()));
    if (known.size() == 1) {
        const auto ends = edgeEnds(known.first());
        name = ends ? tr("Disconnect %1 from %2")
                          .arg(nodeTitle(workspace, ends->from), nodeTitle(workspace, ends->to))
                    : tr("Delete %1").arg(phrase(workspace, known.first()));
    }
    return {name, [=](Workspace& ws) {
                fixPlaces(ws);
                for (const QString& key : known) {
                    if (const auto ends = edgeEnds(key))
                        separate(ws, *ends);
                }
                for (const QString& key : known) {
                    if (const auto node = nodeOf(key))
                        workspace::remove(ws, *node);
                }
            }};
}

RoutesEdit duplicateNodes(const Workspace& workspace, const QStringList& keys)
{
    Workspace trial = workspace;
    fixPlaces(trial);
    std::vector<NodeKey> originals;
    QStringList copies;
    for (const QString& key : keys) {
        const auto node = nodeOf(key);
        const auto copy = node ? workspace::duplicate(trial, *node) : std::nullopt;
        if (!copy)
            continue;
        originals.push_back(*node);
        copies.append(QString::fromStdString(copy->text()));
    }
    if (copies.isEmpty())
        return {};
    const QString name = copies.size() == 1 ? tr("Duplicate %1").arg(phrase(workspace, keys.first()))
                                            : tr("Duplicate %n item(s)", nullptr, int(copies.size()));
    return {name,
            [=](Workspace& ws) {
                fixPlaces(ws);
                for (const NodeKey& original : originals) {
                    const auto copy = workspace::duplicate(ws, original);
                    if (!copy)
                        continue;
                    const QString key = QString::fromStdString(copy->text());
                    QList<QRectF> taken;
                    const auto places = nodePlaces(ws);
                    for (auto it = places.cbegin(); it != places.cend(); ++it) {
                        if (it.key() != key)
                            taken.append(QRectF(it.value(), QSizeF(nodeWidth, nodeHeight)));
                    }
                    setPlace(ws, key, freePlace(places.value(key), {nodeWidth, nodeHeight}, taken, nodeGap));
                }
            },
            {},
            copies};
}

RoutesEdit renameNode(const Workspace& workspace, const QString& key, const QString& name)
{
    const auto node = nodeOf(key);
    Workspace trial = workspace;
    if (!node || !workspace::rename(trial, *node, name.toStdString()))
        return {};
    NodeKey renamed = *node;
    const auto slash = renamed.object.rfind('/');
    renamed.object = (slash == std::string::npos ? std::string() : renamed.object.substr(0, slash + 1)) +
                     name.toStdString();
    return {tr("Rename %1 to %2").arg(phrase(workspace, key), name),
            [=](Workspace& ws) {
                fixPlaces(ws);
                workspace::rename(ws, *node, name.toStdString());
            },
            {},
            {QString::fromStdString(renamed.text())}};
}

} // namespace gatehouse::ui
