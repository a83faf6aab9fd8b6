#include "ui/shell/engine_notices.h"

#include "ui/shell/log_pane.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/numbers.h"

#include <QDateTime>
#include <QDir>

#include <utility>

namespace gatehouse::ui {

EngineNotices::EngineNotices(Context context, Banner& banner, LogPane& log, QObject* parent)
    : QObject(parent), context_(context), banner_(banner), log_(log)
{
    connect(&banner_, &Banner::actionTriggered, this, [this] { context_.engine.start(); });
    connect(&context_.engine, &EngineClient::stateChanged, this, &EngineNotices::sayState);
    connect(&context_.engine, &EngineClient::died, this, [this] { outage_.start(); });
    connect(&context_.engine, &EngineClient::started, this, [this] {
        if (!outage_.isValid())
            banner_.hide();
    });
    connect(&context_.document, &Document::appliedChanged, this, [this] {
        sayThatItServesAgain();
        sayWhereHistoryIsKept();
    });
    sayState();
}

void EngineNotices::log(const QString& level, const QString& text)
{
    log_.add(level, text, double(QDateTime::currentMSecsSinceEpoch()));
}

void EngineNotices::sayState()
{
    const EngineClient& engine = context_.engine;
    switch (engine.state()) {
    case EngineClient::State::failed:
        banner_.showNotice(State::error,
                           engine.failureCode() == QLatin1String("engine.missing")
                               ? tr("The engine is missing: there is no program at %1. "
                                    "Install or build it, then try again.")
                                     .arg(engine.failure())
                               : tr("The engine does not start: %1").arg(engine.failure()),
                           tr("Try again"));
        break;
    case EngineClient::State::mismatch:
        banner_.showNotice(
            State::error,
            tr("The engine is of another version: %1. Use the engine that came with this console.")
                .arg(engine.failure()),
            tr("Try again"));
        break;
    case EngineClient::State::restarting:
        banner_.showNotice(State::warning,
                           tr("The engine died; it is being started again. Nothing serves meanwhile."));
        break;
    default:
        break;
    }
    if (engine.failure().isEmpty())
        log(QStringLiteral("info"), engineStateText(engine.state()));
    else
        log(QStringLiteral("warning"),
            engineStateText(engine.state()) + QStringLiteral(": ") + engine.failure());
}

void EngineNotices::sayThatItServesAgain()
{
    const Document& document = context_.document;
    const bool answered =
        document.serving() == Document::Serving::serving || document.serving() == Document::Serving::refused;
    if (!outage_.isValid() || !answered)
        return;
    const QString after = durationText_ms(double(outage_.elapsed()));
    outage_.invalidate();
    const QString lost = tr("Requests that were under way are lost and counters begin again.");
    if (document.serving() == Document::Serving::serving)
        banner_.showNotice(
            State::warning,
            tr("The engine died and was started again. The workspace serves as before after %1. ")
                    .arg(after) +
                lost);
    else if (document.revision() != 0)
        banner_.showNotice(
            State::warning,
            tr("The engine died and was started again. What was accepted last serves after %1; "
               "the last edit is still refused. ")
                    .arg(after) +
                lost);
    else
        banner_.showNotice(State::error, tr("The engine died and was started again, but it refuses the "
                                            "workspace now: nothing serves. See Problems."));
}

void EngineNotices::sayWhereHistoryIsKept()
{
    const Document& document = context_.document;
    if (document.serving() != Document::Serving::serving)
        return;
    const QString file = QString::fromStdString(document.applied().history);
    const QString said = file.isEmpty()
                             ? tr("No history is kept: the workspace has no file yet. Save it to keep one.")
                             : tr("History is kept in %1").arg(QDir::toNativeSeparators(file));
    if (std::exchange(history_, said) != said)
        log(QStringLiteral("info"), said);
}

} // namespace gatehouse::ui
