#include "ui/shell/trace_text.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <cmath>

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Trace)
};

struct Entry {
    const char* code;
    int args; ///< that the sentence may name, %1 …
    const char* text;
};

constexpr Entry sentences[] = {
    {"listener.took", 2, QT_TRANSLATE_NOOP("Trace", "Listener %1 took host %2")},
    {"listener.none", 1, QT_TRANSLATE_NOOP("Trace", "No listener on this address takes host %1")},
    {"listener.differs", 3, QT_TRANSLATE_NOOP("Trace", "%1: on %2, came through %3")},
    {"hostname.differs", 3, QT_TRANSLATE_NOOP("Trace", "%1: takes %2, came %3")},
    {"path.differs", 2, QT_TRANSLATE_NOOP("Trace", "%1: path is not %2")},
    {"method.differs", 3, QT_TRANSLATE_NOOP("Trace", "%1: takes %2, came %3")},
    {"header.differs", 3, QT_TRANSLATE_NOOP("Trace", "%1: asks for %2, came %3")},
    {"query.differs", 3, QT_TRANSLATE_NOOP("Trace", "%1: asks for %2, came %3")},
    {"route.lessSpecific", 3, QT_TRANSLATE_NOOP("Trace", "%1 (%2) matches too, but yields: %3")},
    {"route.none", 2, QT_TRANSLATE_NOOP("Trace", "No route matches %1 %2")},
    {"filter.edited", 3, QT_TRANSLATE_NOOP("Trace", "%1: %3")},
    {"filter.ahead", 2, QT_TRANSLATE_NOOP("Trace", "%1 will act")},
    {"filter.replaced", 3, QT_TRANSLATE_NOOP("Trace", "%1: %2 became %3")},
    {"backend.none", 1, QT_TRANSLATE_NOOP("Trace", "Route %1 has no backend that could be chosen")},
    {"backend.invalid", 2,
     QT_TRANSLATE_NOOP("Trace", "The turn came to a share (weight %1 of %2) that names no service: answered with 500")},
    {"backend.only", 1, QT_TRANSLATE_NOOP("Trace", "Backend %1: the only one of this rule")},
    {"backend.share", 3, QT_TRANSLATE_NOOP("Trace", "Backend %1 takes %2 of %3 requests")},
    {"backend.noEndpoint", 3,
     QT_TRANSLATE_NOOP("Trace", "Backend %1 takes %2 of %3 requests, but has no endpoint: answered with 503")},
    {"backend.turn", 3, QT_TRANSLATE_NOOP("Trace", "Backend %1 was in turn: weight %2 of %3")},
    {"attempt.answered", 4, QT_TRANSLATE_NOOP("Trace", "Attempt %1: %2 answered %3 after %4 ms")},
    {"attempt.connectFailed", 4, QT_TRANSLATE_NOOP("Trace", "Attempt %1: no connection to %2, given up after %4 ms")},
    {"attempt.connectTimeout", 4, QT_TRANSLATE_NOOP("Trace", "Attempt %1: %2 took no connection within %4 ms")},
    {"attempt.timeout", 4, QT_TRANSLATE_NOOP("Trace", "Attempt %1: %2 did not answer within %4 ms")},
    {"attempt.closed", 4,
     QT_TRANSLATE_NOOP("Trace", "Attempt %1: %2 closed the connection after %4 ms, before its answer was whole")},
    {"attempt.badResponse", 4,
     QT_TRANSLATE_NOOP("Trace", "Attempt %1: %2 answered something that isn't HTTP/1.1 after %4 ms")},
    {"attempt.clientGone", 4, QT_TRANSLATE_NOOP("Trace", "Attempt %1: %2 was given up after %4 ms, the client went away")},
    {"record.listener", 1, QT_TRANSLATE_NOOP("Trace", "Listener %1")},
    {"record.route", 1, QT_TRANSLATE_NOOP("Trace", "Route %1")},
    {"record.noRoute", 0, QT_TRANSLATE_NOOP("Trace", "No route")},
    {"record.backend", 1, QT_TRANSLATE_NOOP("Trace", "Backend %1")},
    {"answer.passed", 2, QT_TRANSLATE_NOOP("Trace", "Answered %1 after %2")},
    {"parser.refused", 2, QT_TRANSLATE_NOOP("Trace", "The gateway would answer %1 itself: the request is not well-formed (%2)")},
    {"answer.own", 3, QT_TRANSLATE_NOOP("Trace", "The gateway itself answered %1 after %2: %3")},
};

/// Words that the engine puts before a name ("method GET").
constexpr std::pair<const char*, const char*> fragments[] = {
    {"no listener for ", QT_TRANSLATE_NOOP("Trace", "no listener for %1")},
    {"listener ", QT_TRANSLATE_NOOP("Trace", "listener %1")},
    {"host ", QT_TRANSLATE_NOOP("Trace", "host %1")},
    {"method ", QT_TRANSLATE_NOOP("Trace", "method %1")},
    {"header ", QT_TRANSLATE_NOOP("Trace", "header %1")},
    {"query parameter ", QT_TRANSLATE_NOOP("Trace", "query parameter %1")},
};

/// Why a route that matches too comes second.
constexpr const char* tieBreaks[] = {
    QT_TRANSLATE_NOOP("Trace", "more specific hostname"), QT_TRANSLATE_NOOP("Trace", "path type"),
    QT_TRANSLATE_NOOP("Trace", "longer path"),            QT_TRANSLATE_NOOP("Trace", "method"),
    QT_TRANSLATE_NOOP("Trace", "more headers"),           QT_TRANSLATE_NOOP("Trace", "more query parameters"),
    QT_TRANSLATE_NOOP("Trace", "older route"),            QT_TRANSLATE_NOOP("Trace", "name"),
    QT_TRANSLATE_NOOP("Trace", "rule order"),
};

constexpr const char* refusals[] = {
    QT_TRANSLATE_NOOP("Trace", "redirect"),         QT_TRANSLATE_NOOP("Trace", "parser"),
    QT_TRANSLATE_NOOP("Trace", "head too large"),   QT_TRANSLATE_NOOP("Trace", "body too large"),
    QT_TRANSLATE_NOOP("Trace", "client time-out"),  QT_TRANSLATE_NOOP("Trace", "client gone"),
    QT_TRANSLATE_NOOP("Trace", "not supported"),    QT_TRANSLATE_NOOP("Trace", "no listener"),
    QT_TRANSLATE_NOOP("Trace", "no route"),         QT_TRANSLATE_NOOP("Trace", "no backend"),
    QT_TRANSLATE_NOOP("Trace", "no endpoint"),      QT_TRANSLATE_NOOP("Trace", "overload"),
    QT_TRANSLATE_NOOP("Trace", "connect failed"),   QT_TRANSLATE_NOOP("Trace", "connect time-out"),
    QT_TRANSLATE_NOOP("Trace", "backend time-out"), QT_TRANSLATE_NOOP("Trace", "request time-out"),
    QT_TRANSLATE_NOOP("Trace", "backend closed"),   QT_TRANSLATE_NOOP("Trace", "bad response"),
    QT_TRANSLATE_NOOP("Trace", "draining"),
};

QString said(const char* source)
{
    return QCoreApplication::translate("Trace", source);
}

QString fragment(const QString& text)
{
    for (const auto& [prefix, words] : fragments) {
        const QLatin1String start(prefix);
        if (text.startsWith(start))
            return said(words).arg(text.mid(start.size()));
    }
    return text.isEmpty() ? Words::tr("none") : text;
}

QString tieBreak(const QString& name)
{
    for (const char* each : tieBreaks) {
        if (name == QLatin1String(each))
            return said(each);
    }
    return name;
}

/// %1 … %9 at once, so that a value with a "%1" of its own stays as it is.
QString filled(const QString& text, const QStringList& args)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place >= 1 && place <= args.size()) {
            out += args[place - 1];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// "header set x: y, remove z" in the engine's words: only the verbs are words.
QString edits(const QString& text)
{
    constexpr std::pair<const char*, const char*> verbs[] = {
        {"set ", QT_TRANSLATE_NOOP("Trace", "set %1")},
        {"add ", QT_TRANSLATE_NOOP("Trace", "add %1")},
        {"remove ", QT_TRANSLATE_NOOP("Trace", "remove %1")},
    };
    QStringList out;
    for (const QString& part : text.split(QStringLiteral(", "))) {
        QString each = part;
        for (const auto& [verb, words] : verbs) {
            if (part.startsWith(QLatin1String(verb)))
                each = said(words).arg(part.mid(qsizetype(std::char_traits<char>::length(verb))));
        }
        out << each;
    }
    return out.join(Words::tr(", ", "between the items of a list"));
}

QStringList argsOf(const api::TraceStep& step)
{
    QStringList args;
    for (const std::string& arg : step.args)
        args << QString::fromStdString(arg);
    if (step.kind == "passedOver" && args.size() == 3) {
        args[1] = fragment(args[1]);
        args[2] = step.code == "route.lessSpecific" ? tieBreak(args[2]) : fragment(args[2]);
    } else if (step.code == "filter.edited" && args.size() == 3) {
        args[2] = edits(args[2]);
    } else if (step.code == "answer.own" && args.size() >= 3) {
        args[2] = refusalText(step.args[2]);
        if (args.size() == 4 && args[3].startsWith(QLatin1String("RFC"))) // else it says the same in English
            args[2] = Words::tr("%1 (%2)").arg(args[2], args[3]);
    }
    return args;
}

/// "Route catalog: PathPrefix /catalog", with its rule where it has a name.
QString matchedText(const QStringList& args)
{
    const QString who = args[1].isEmpty() || args[1] == args[0]
                            ? Words::tr("Route %1").arg(args[0])
                            : Words::tr("Route %1, rule %2").arg(args[0], args[1]);
    return args[2].isEmpty() ? who : Words::tr("%1: %2", "a route, and what it asks for").arg(who, args[2]);
}

} // namespace

QString traceText(const api::TraceStep& step)
{
    const QStringList args = argsOf(step);
    if (step.code == "listener.took" && args.size() == 2 && args[1].isEmpty()) // a trace made when it was refused
        return Words::tr("Listener %1").arg(args[0]);
    if (step.code == "record.attempts" && args.size() == 2)
        return Words::tr("%n attempt(s)", "at a backend", args[0].toInt()) +
               (args[1] == QLatin1String("kept") ? Words::tr(", on a kept connection")
                                                 : Words::tr(", on a new connection"));
    if (step.code == "route.matched" && args.size() == 3)
        return matchedText(args);
    if (step.code == "route.more" && args.size() == 1)
        return Words::tr("%n more were further off", "matches of routes", args[0].toInt());
    for (const Entry& entry : sentences) {
        if (step.code != entry.code || args.size() < entry.args)
            continue;
        QString text = filled(said(entry.text), args);
        if (step.code.starts_with("attempt.") && args.size() == 6) {
            text += args[4] == QLatin1String("kept") ? Words::tr(", on a kept connection")
                                                     : Words::tr(", on a new connection");
            if (!args[5].isEmpty())
                text = Words::tr("%1 (%2)").arg(text, args[5]);
        }
        return text;
    }
    return QString::fromStdString(step.text);
}

api::DecisionTrace recordedSteps(const api::RequestRow& row)
{
    api::DecisionTrace trace;
    const auto add = [&](const char* kind, const char* verdict, const char* code, std::vector<std::string> args) {
        trace.steps.push_back(
            {.kind = kind, .verdict = verdict, .code = code, .args = std::move(args), .at_ms = std::nan("")});
    };
    if (!row.listener.empty())
        add("listener", "ok", "record.listener", {row.listener});
    if (!row.route.empty())
        add("route", "ok", "record.route", {row.route});
    else
        add("route", "refused", "record.noRoute", {});
    if (!row.backend.empty())
        add("backend", "ok", "record.backend", {row.backend});
    if (row.attempts > 0)
        add("attempt", "ok", "record.attempts", {std::to_string(row.attempts), row.reused ? "kept" : "new"});
    const std::string status = std::to_string(row.status);
    const std::string after = durationText_ms(row.total_ms).toStdString();
    if (row.refusedBy.empty())
        add("answer", row.status >= 500 ? "failed" : "ok", "answer.passed", {status, after});
    else
        add("answer", "refused", "answer.own", {status, after, row.refusedBy});
    return trace;
}

QString refusalText(const std::string& name)
{
    for (const char* each : refusals) {
        if (name == each)
            return said(each);
    }
    return QString::fromStdString(name);
}

} // namespace gatehouse::ui
