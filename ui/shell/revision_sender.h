#pragma once

#include "engine/api/contract.h"
#include "ui/client/engine_client.h"

#include <QElapsedTimer>
#include <QObject>

namespace gatehouse::ui {

/// Sends documents as revisions, one at a time: while one is on its way the newest waits and older ones are
/// skipped. After an engine's restart the last accepted document goes first (with the ports it had), then the
/// current one if it differs, so that a refused edit never keeps the engine from serving.
class RevisionSender : public QObject
{
    Q_OBJECT
public:
    RevisionSender(EngineClient& engine, QObject* parent);

    void send(const std::string& text, const QString& path); ///< path: the document's file; empty = none yet
    void forget(); ///< another document was opened: nothing of the old one comes back
    bool busy() const { return inFlight_ || waiting_; }
    double lastTook_ms() const { return took_ms_; }

Q_SIGNALS:
    void answered(const gatehouse::api::ApplyResult& result); ///< of the newest document sent
    void restored(
        const gatehouse::api::ApplyResult& result); ///< the last accepted one serves again after a restart
    void unanswered(const QString& reason);

private:
    struct Sent {
        std::string text;
        std::string path;
        bool operator==(const Sent&) const = default;
    };
    void next();
    void submit(const Sent& what, bool restoring);
    void onStarted();
    void taken(const Sent& what, const api::ApplyResult& result, bool restoring);

    EngineClient& engine_;
    Sent newest_;   ///< what should serve
    Sent accepted_; ///< what was accepted last
    std::vector<api::PortHint> ports_;
    quint64 revision_ = 0;
    bool inFlight_ = false;
    bool waiting_ = false;
    int generation_ = 0;
    QElapsedTimer asked_;
    double took_ms_ = 0;
};

} // namespace gatehouse::ui
