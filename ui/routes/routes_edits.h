#pragma once

#include "engine/workspace/model.h"

#include <QMap>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// The Routes page's edits as values: a readable name for the undo list and a change of the workspace. Pure;
/// the page hands them to Document::edit(). Keys are node keys and edge keys (canvas_model.h).
namespace gatehouse::ui {

struct RoutesEdit {
    QString name; ///< "Rename route catalog to books"
    std::function<void(workspace::Workspace&)> change;
    QString mergeKey;   ///< steps in a row with the same one become one
    QStringList select; ///< keys to choose afterwards; empty = leave the selection
    explicit operator bool() const { return bool(change); }
};

// ---- palette
// ------------------------------------------------------------------------------------------------------
namespace palette {
inline const QString listener = QStringLiteral("listener");
inline const QString route = QStringLiteral("route");
inline const QString service = QStringLiteral("service");
inline const QString version = QStringLiteral("version");
inline const QString redirect = QStringLiteral("redirect");
} // namespace palette

/// May `item` be dropped on `node` (empty = on the ground)? A version needs a service.
bool canAdd(const workspace::Workspace& workspace, const QString& item, const QString& node);

/// Adds an item of the palette at `place`; dropped on a node it is joined to it.
RoutesEdit addItem(const workspace::Workspace& workspace, const QString& item, QPointF place,
                   const QString& onNode);

/// A route on the first listener; on an empty canvas with a listener of its own.
RoutesEdit addFirstRoute(const workspace::Workspace& workspace);

/// A free place in the column of the kind, near `height`.
QPointF placeFor(const workspace::Workspace& workspace, const QString& item, double height);

// ---- edges
// ----------------------------------------------------------------------------------------------------------
bool canConnect(const workspace::Workspace& workspace, const QString& from, const QString& to);
QStringList connectTargets(const workspace::Workspace& workspace, const QString& from);
RoutesEdit connectNodes(const workspace::Workspace& workspace, const QString& from, const QString& to);
/// Leads an edge to another service, with the same weights, or attaches its route to another listener.
RoutesEdit moveEdge(const workspace::Workspace& workspace, const QString& edge, const QString& end);
/// The ends that moveEdge() takes.
QStringList edgeTargets(const workspace::Workspace& workspace, const QString& edge);

// ---- nodes
// ----------------------------------------------------------------------------------------------------------
RoutesEdit removeThings(const workspace::Workspace& workspace, const QStringList& keys);
RoutesEdit duplicateNodes(const workspace::Workspace& workspace, const QStringList& keys);
RoutesEdit renameNode(const workspace::Workspace& workspace, const QString& key, const QString& name);
RoutesEdit moveNodes(const workspace::Workspace& workspace, const QMap<QString, QPointF>& places,
                     bool byKeys);
RoutesEdit pinNodes(const workspace::Workspace& workspace, const QStringList& keys, bool pinned);
RoutesEdit placeByLayout(const workspace::Workspace& workspace, const QMap<QString, QPointF>& places);

enum class Arrange { left, right, top, bottom, rows, columns }; ///< rows, columns: equal distances
RoutesEdit arrangeNodes(const workspace::Workspace& workspace, const QStringList& keys, Arrange how);

// ---- weights
// --------------------------------------------------------------------------------------------------------
/// Gives a backend `percent` of its rule's traffic; the others keep their proportion and the weights add up
/// to 100.
RoutesEdit setShare(const workspace::Workspace& workspace, const QString& route, int rule, int backend,
                    int percent);
RoutesEdit setWeight(const workspace::Workspace& workspace, const QString& route, int rule, int backend,
                     std::uint32_t weight);

// ---- clipboard
// ------------------------------------------------------------------------------------------------------
/// A workspace document with these nodes alone, to be read by a person and by pasteText().
QString copyText(const workspace::Workspace& workspace, const QStringList& keys);

struct Paste {
    RoutesEdit edit; ///< empty when the text is no use
    QString error;
};
Paste pasteText(const workspace::Workspace& workspace, const QString& text);

} // namespace gatehouse::ui
