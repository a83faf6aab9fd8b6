#pragma once

#include "engine/workspace/keys.h"
#include "ui/routes/canvas_model.h"
#include "ui/routes/words.h"

#include <QList>
#include <QRectF>

/// What the edits of the Routes page are put together from. Private to the room.
namespace gatehouse::ui {

constexpr double nodeGap = 36; ///< keeps a new node's numbers readable

std::optional<workspace::NodeKey> nodeOf(const QString& key);
bool isKind(const workspace::Workspace& workspace, const QString& key, workspace::NodeKind kind);

/// "route catalog", "listener public": how undo texts name a thing.
QString phrase(const workspace::Workspace& workspace, const QString& key);

void setPlace(workspace::Workspace& workspace, const QString& key, QPointF at);
/// Places worked out by default are written down before something is added, so that nothing jumps.
void fixPlaces(workspace::Workspace& workspace);
QList<QRectF> takenRects(const workspace::Workspace& workspace);

/// By node key; null where there is none.
workspace::HttpRoute* routeOf(workspace::Workspace& workspace, const QString& key);
const workspace::HttpRoute* routeOf(const workspace::Workspace& workspace, const QString& key);

/// A reference to a service, weighted like the rule's others are on average.
workspace::BackendRef backendTo(const workspace::Workspace& workspace, const QString& service,
                                const workspace::HttpRoute& route, const workspace::RouteRule& rule);

void join(workspace::Workspace& workspace, const QString& from, const QString& to);
void separate(workspace::Workspace& workspace, const EdgeEnds& ends);

} // namespace gatehouse::ui
