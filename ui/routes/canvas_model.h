#pragma once

#include "engine/api/contract.h"
#include "engine/workspace/model.h"
#include "ui/canvas/diagram.h"
#include "ui/client/live_store.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

/// What the Routes page shows, computed without a widget: workspace, the engine's answer and live numbers in,
/// node, edge and tree values out.
namespace gatehouse::ui {

/// The worst problem of a node or field, in the interface's words.
struct ShownProblem {
    State state = State::error;
    QString text;
    QString hint;
    bool operator==(const ShownProblem&) const = default;
};

/// Problems by node key, and by node key + "#" + field.
class ProblemIndex
{
public:
    ProblemIndex() = default;
    /// Problems of the draft (this document, checked here) and of the engine's last answer; the same one said
    /// twice counts once.
    ProblemIndex(const workspace::Workspace& workspace, const std::vector<api::ProblemInfo>& problems);

    std::optional<ShownProblem> ofNode(const QString& key) const;
    std::optional<ShownProblem> ofField(const QString& key,
                                        const QString& field) const; ///< exactly this field
    /// Fields with a problem, the worst first; an empty one is the node as a whole.
    QStringList fieldsOf(const QString& key) const;
    int errors() const { return errors_; }
    int warnings() const { return warnings_; }

private:
    QHash<QString, ShownProblem> byPlace_;
    QHash<QString, QStringList> fields_;
    int errors_ = 0;
    int warnings_ = 0;
};

/// Lints `workspace` and joins what the engine said, errors first, without doubles.
std::vector<api::ProblemInfo> allProblems(const workspace::Workspace& workspace,
                                          const std::vector<api::ProblemInfo>& engine);

struct RoutesFacts {
    const workspace::Workspace& workspace;
    const api::ApplyResult& applied; ///< last accepted; revision 0 = none yet
    const ProblemIndex& problems;
    std::function<Now(const Scope&)> live; ///< unset = no numbers
    QSet<QString> lit;                     ///< node and edge keys on the tried request's way
};

Diagram makeDiagram(const RoutesFacts& facts);

struct TreeEntry {
    QString key; ///< node key; empty for a group
    QString icon;
    QString title;
    QString rate; ///< "528/s"; empty = no numbers
    std::optional<State> problem;
    QString problemText;
    QList<TreeEntry> children;
    bool operator==(const TreeEntry&) const = default;
};
QList<TreeEntry> makeTree(const RoutesFacts& facts);

// ---- keys and texts
// -----------------------------------------------------------------------------------------------

QString edgeKey(const QString& from, const QString& to);
struct EdgeEnds {
    QString from;
    QString to;
};
std::optional<EdgeEnds> edgeEnds(const QString& key); ///< nothing where it isn't an edge's key
bool isEdge(const QString& key);

/// "/catalog", "= /exact", "~ regular expression", "+ 2" for further matches.
QString matchText(const workspace::HttpRoute& route);
QString serviceTitle(const workspace::Service& service);
/// What a node is called in undo texts, menus and the trace: its own name.
QString nodeTitle(const workspace::Workspace& workspace, const QString& key);
QString kindIcon(const workspace::Workspace& workspace, const QString& key);

/// One backendRef that makes a route → service edge.
struct BackendPlace {
    int rule = 0;
    int backend = 0;
    double share = 0;  ///< weight / sum of its rule, 0 … 1
    bool alone = true; ///< the rule has no other backend
};
QList<BackendPlace> backendPlaces(const workspace::Workspace& workspace, const QString& route,
                                  const QString& service);

/// Where a node lies: its place in the workspace, else one worked out so that routes stand beside their
/// services.
QHash<QString, QPointF> nodePlaces(const workspace::Workspace& workspace);

/// Node keys in document order: listeners, routes, services.
QStringList nodeKeys(const workspace::Workspace& workspace);

} // namespace gatehouse::ui
