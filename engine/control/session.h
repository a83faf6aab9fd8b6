#pragma once

#include "engine/api/rpc.h"
#include "engine/control/live_table.h"

#include <QByteArray>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace gatehouse::control {

class Engine;

/// One console's connection: lines, hello, the calls under way, and what is pushed. Nothing here grows with a
/// peer that doesn't read: calls are taken only while answers get away, and of what is pushed a slow reader
/// gets fewer and newer. Main thread.
class Session : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket, which is connected to a peer of our own user. `token` is what hello must bring.
    Session(QLocalSocket* socket, Engine& engine, std::string token, QObject* parent);
    ~Session() override;

    bool isGreeted() const { return greeted_; }

    void pushTick(const api::RequestBatch& rows); ///< engine.live() has newer numbers
    void pushLoad() { loadDue_ = true; }          ///< with the next frame
    void pushStatus();
    void pushLog(const std::string& params);

    /// Where an answer to a call goes: exactly once, later or at once, dropped if the session or the call has
    /// gone. `cancel` is what stops the work when the console gives the call up; a call without one can't be
    /// given up.
    void onCancel(std::int64_t id, std::function<void()> cancel);
    void answer(std::int64_t id, std::string result);
    void refuse(std::int64_t id, api::ErrorCode code, std::string message);
    void cancel(std::int64_t id);
    void progress(std::int64_t id, double share, std::string text); ///< of a call under way; else nothing is said

    static constexpr qint64 maxBacklog_bytes = 256 << 10; ///< unread by the peer: beyond it nothing is pushed
    static constexpr qint64 maxUnread_bytes = 8 << 20;    ///< beyond it no call is taken
    static constexpr qsizetype maxHelloLine_bytes = 16384;
    static constexpr std::size_t maxCalls = 256;
    static constexpr int helloWithin_ms = 5000;

Q_SIGNALS:
    void greeted();
    void ended(); ///< delete it later

private:
    void read();
    void take(const std::string& line);
    void hello(const api::CallMessage& call);
    void call(const api::CallMessage& call);
    void closeAfter(std::int64_t id, api::ErrorCode code, std::string message);
    void write(const api::Message& message);
    void notify(const char* method, std::string params);
    bool isBacklogged() const { return socket_->bytesToWrite() > maxBacklog_bytes; }

    Engine& engine_;
    const std::string token_;
    QLocalSocket* socket_;
    QTimer helloTimer_;
    QByteArray buffer_;
    qsizetype searched_ = 0;
    bool greeted_ = false;
    bool closing_ = false;
    bool loadDue_ = false;
    bool statusDue_ = false;
    std::int64_t rowsHeldBack_ = 0;
    LiveTable::Reader reader_;
    std::map<std::int64_t, std::function<void()>> calls_; ///< id → how it is given up; empty = it can't be
};

/// As long for a wrong text as for the right one.
bool equalsSecret(std::string_view given, std::string_view secret);

} // namespace gatehouse::control
