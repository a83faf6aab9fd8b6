#pragma once

#include "ui/routes/routes_edits.h"

/// Edits of one route's rules, as values (routes_edits.h). A route is named by its node key; rules, matches,
/// filters and backends by their place. All are pure.
namespace gatehouse::ui {

/// A change of one route, service or listener with a ready name. Nothing happens where it is gone.
RoutesEdit editRoute(const QString& key, const QString& name,
                     std::function<void(workspace::HttpRoute&)> change);
RoutesEdit editService(const QString& key, const QString& name,
                       std::function<void(workspace::Service&)> change);
RoutesEdit editListener(const QString& key, const QString& name,
                        std::function<void(workspace::Listener&)> change);

/// "Set path of catalog to /books", "Clear method of catalog".
QString setText(const QString& what, const QString& owner, const QString& value);

// ---- parts of a route: a rule, or a match, filter or backend of one
enum class Part { rule, match, filter, backend };
struct PartPlace {
    Part part = Part::rule;
    int rule = 0;
    int index = 0; ///< of the match, filter or backend
};

int partCount(const workspace::HttpRoute& route, const PartPlace& place);
/// "rule preview", "match 2", "filter URLRewrite", "backend catalog-v1".
QString partPhrase(const workspace::HttpRoute& route, const PartPlace& place);

RoutesEdit removePart(const workspace::Workspace& workspace, const QString& key, const PartPlace& place);
RoutesEdit duplicatePart(const workspace::Workspace& workspace, const QString& key, const PartPlace& place);
RoutesEdit movePart(const workspace::Workspace& workspace, const QString& key, const PartPlace& place,
                    int by); ///< -1 up, +1 down; empty at the ends

/// A rule for a path of its own that goes where the last rule goes.
RoutesEdit addRule(const workspace::Workspace& workspace, const QString& key);
/// A copy of the last match, so that nothing else matches until it is edited.
RoutesEdit addMatch(const workspace::Workspace& workspace, const QString& key, int rule);
/// One of the four served types.
RoutesEdit addFilter(const workspace::Workspace& workspace, const QString& key, int rule,
                     workspace::FilterType type);
RoutesEdit addBackend(const workspace::Workspace& workspace, const QString& key, int rule,
                      const QString& service);

/// Attaches the route to a listener, or takes it off; the selection stays.
RoutesEdit attachRoute(const workspace::Workspace& workspace, const QString& key, const QString& listener,
                       bool attached);
bool isAttached(const workspace::Workspace& workspace, const QString& key, const QString& listener);

QString filterTypeText(workspace::FilterType type); ///< "URLRewrite"

} // namespace gatehouse::ui
