#pragma once

#include "engine/api/contract.h"
#include "engine/workspace/model.h"
#include "ui/routes/curl_command.h"

#include <QList>
#include <QSet>
#include <QString>

/// What Try it composes and shows, computed without a widget.
namespace gatehouse::ui {

struct Composed {
    QString listener; ///< key of a listener that serves
    QString method = QStringLiteral("GET");
    QString target = QStringLiteral("/");
    QList<HeaderLine> headers;
    QString body;
    bool operator==(const Composed&) const = default;
};

/// A request that the node's route takes; for a listener or a service, one that goes its way. The listener is
/// empty where none serves it.
Composed composedFor(const workspace::Workspace& workspace, const QString& nodeKey);

/// A pasted cURL command: the listener whose address it names, else `fallback`.
Composed composedFromCurl(const CurlRequest& request, const api::ApplyResult& applied, const QString& fallback);
/// The command that sends it to the listener's real address; empty where the listener doesn't serve.
QString curlFor(const Composed& composed, const api::ApplyResult& applied);

api::TryParams paramsFor(const Composed& composed);

/// What keeps it from being sent, for a person; empty = nothing.
QString composeProblem(const Composed& composed, const api::ApplyResult& applied);

struct Phase {
    QString name;
    double ms = 0;
};
QList<Phase> phasesOf(const api::TryTimings& timings); ///< in order; those that took no time too

/// The answer's body as text; JSON is indented when `pretty`.
struct BodyText {
    QString text;
    bool json = false;
};
BodyText bodyText(const api::TryResult& result, bool pretty);

/// Node and edge keys of the canvas that the request went through, or that one step is about.
QSet<QString> wayOf(const api::DecisionTrace& trace);
QSet<QString> partOf(const api::DecisionTrace& trace, const api::TraceStep& step);

} // namespace gatehouse::ui
