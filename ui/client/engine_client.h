#pragma once

#include "engine/api/rpc.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>

class QIODevice;

namespace gatehouse::ui {

struct CallError {
    int code = 0; ///< api::ErrorCode; 0 = none
    QString message;
};

/// What a call came to. `error.code` 0 and a result, or an error and none.
template <class Result>
struct Reply {
    std::optional<Result> result;
    CallError error;
    bool ok() const { return result.has_value(); }
};

/// The console's end of the contract: starts the engine as a child, greets it, carries calls, hands on
/// notifications and starts it again when it dies. GUI thread; nothing blocks. Calls made while it isn't
/// running are answered at once (queued) with ErrorCode::disconnected, as are those under way when it goes
/// away. Each call is answered exactly once unless its context object was destroyed.
class EngineClient : public QObject
{
    Q_OBJECT
public:
    enum class State {
        stopped,
        starting,
        running,
        restarting, ///< it died; the next start is under way or waits for its back-off
        failed,     ///< won't come by itself: missing program, or it dies at once again and again
        mismatch    ///< another contract version: failed, with both versions in failure()
    };
    Q_ENUM(State)

    struct Options {
        QString program;       ///< path of gatehouse-engine; empty = beside this program
        QStringList arguments; ///< after "serve --socket PATH"
        int helloTimeout_ms = 5000;
        int firstBackOff_ms = 50; ///< doubles to 5 s; back to the first after 10 s of health
        int givesUpAfter = 8;     ///< starts in a row that never got to hello
    };

    explicit EngineClient(Options options, QObject* parent = nullptr);
    explicit EngineClient(QObject* parent = nullptr);
    ~EngineClient() override; ///< ends the child (closes its stdin, then kills after 2 s)

    void start(); ///< also the way out of failed
    void stop();
    /// For tests and for a running engine: talk over this device instead of a child. Takes ownership.
    void startOver(QIODevice* device, const QString& token);

    State state() const;
    QString failure() const;     ///< English reason while failed, mismatch or restarting
    QString failureCode() const; ///< "engine.missing", "contract.version-mismatch", "engine.died" …
    qint64 enginePid() const;    ///< 0 unless running
    int restarts() const;        ///< since start()
    const api::HelloResult& hello() const;

    using CallId = qint64;
    /// `done` runs on this thread, later, never inside call(). `context` destroyed = dropped.
    template <class Method>
    CallId call(const typename Method::Params& params, QObject* context,
                std::function<void(const Reply<typename Method::Result>&)> done)
    {
        using Result = typename Method::Result;
        return send(Method::name, api::encode(params), context,
                    [done = std::move(done)](const std::string& result, CallError error) {
                        Reply<Result> reply{.error = std::move(error)};
                        if (reply.error.code == 0) {
                            Problems problems;
                            reply.result = api::decode<Result>(result, problems);
                            if (!reply.result)
                                reply.error = unreadable(problems);
                        }
                        done(reply);
                    });
    }
    void cancel(CallId id);

Q_SIGNALS:
    void stateChanged();
    void started(const gatehouse::api::HelloResult& hello); ///< after each hello, first and again
    void died(); ///< the running engine went away; a restart follows
    void telemetry(const gatehouse::api::TelemetryFrame& frame);
    void requests(const gatehouse::api::RequestBatch& batch);
    void statusPushed(const gatehouse::api::ApplyResult& status);
    void logLine(const gatehouse::api::LogLine& line);
    void progress(const gatehouse::api::ProgressNote& note);

private:
    using Done = std::function<void(const std::string& result, CallError error)>;
    CallId send(const char* method, std::string params, QObject* context, Done done);
    static CallError unreadable(const Problems& problems);
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace gatehouse::ui
