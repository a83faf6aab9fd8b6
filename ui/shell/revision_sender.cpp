#include "ui/shell/revision_sender.h"

#include <algorithm>

namespace gatehouse::ui {

RevisionSender::RevisionSender(EngineClient& engine, QObject* parent) : QObject(parent), engine_(engine)
{
    connect(&engine_, &EngineClient::started, this, &RevisionSender::onStarted);
    connect(&engine_, &EngineClient::died, this, [this] {
        ++generation_;
        inFlight_ = false;
    });
}

void RevisionSender::send(const std::string& text, const QString& path)
{
    newest_ = {text, path.toStdString()};
    waiting_ = true;
    asked_.start();
    next();
}

void RevisionSender::forget()
{
    ++generation_;
    newest_ = {};
    accepted_ = {};
    ports_.clear();
    inFlight_ = waiting_ = false;
}

void RevisionSender::onStarted()
{
    ++generation_;
    inFlight_ = false;
    revision_ = std::max(revision_, quint64(engine_.hello().revision));
    if (!accepted_.text.empty())
        submit(accepted_, true);
    if (!newest_.text.empty() && newest_ != accepted_)
        waiting_ = true;
    next();
}

void RevisionSender::next()
{
    if (inFlight_ || !waiting_ || engine_.state() != EngineClient::State::running)
        return;
    waiting_ = false;
    submit(newest_, false);
}

void RevisionSender::submit(const Sent& what, bool restoring)
{
    inFlight_ = true;
    const int generation = generation_;
    api::ApplyParams params;
    params.revision = ++revision_;
    params.document = what.text;
    params.path = what.path;
    params.ports = ports_;
    engine_.call<api::Apply>(
        params, this, [this, what, restoring, generation](const Reply<api::ApplyResult>& reply) {
            if (generation != generation_)
                return;
            inFlight_ = false;
            if (reply.ok())
                taken(what, *reply.result, restoring);
            else if (reply.error.code == int(api::ErrorCode::staleRevision))
                waiting_ = true; // another of our own was counted meanwhile; the next number is higher
            else if (reply.error.code != int(api::ErrorCode::disconnected))
                Q_EMIT unanswered(reply.error.message);
            next();
        });
}

void RevisionSender::taken(const Sent& what, const api::ApplyResult& result, bool restoring)
{
    revision_ = std::max(revision_, quint64(result.revision));
    if (result.accepted) {
        accepted_ = what;
        ports_.clear();
        for (const api::ListenerState& listener : result.listeners)
            ports_.push_back({listener.key, listener.port});
    }
    if (asked_.isValid())
        took_ms_ = double(asked_.nsecsElapsed()) / 1e6;
    asked_.invalidate();
    if (restoring && newest_ != what)
        Q_EMIT restored(result);
    else if (!waiting_)
        Q_EMIT answered(result);
    else if (result.accepted)
        Q_EMIT restored(result);
}

} // namespace gatehouse::ui
