#pragma once

#include "engine/api/contract.h"
#include "engine/traffic/services_protocol.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>

namespace gatehouse::control {

/// The child process `gatehouse-engine services`: demo services, load generator, layout. Started on first
/// use, started again with back-off when it dies; it ends when we do, since its stdin closes. Main thread.
class ServicesProcess : public QObject
{
    Q_OBJECT
public:
    explicit ServicesProcess(QString program, QObject* parent = nullptr);
    ~ServicesProcess() override;

    bool isReady() const { return ready_; }
    bool isUsed() const { return used_; }

    using Answer = std::function<void(const traffic::ServicesReport&)>;
    /// Sends a command (its id is set here); waits for the child where it is just starting. Answered exactly
    /// once, with an error report (code "timedOut", "gone", "busy") if need be.
    void send(traffic::ServicesCommand command, Answer answer, int limit_ms = 10000);

Q_SIGNALS:
    void ready();                  ///< after each start
    void lost(const QString& why); ///< died; a restart follows
    void load(const gatehouse::traffic::LoadReport& report);
    void logged(const QString& text); ///< a line of its stderr

private:
    static constexpr int firstBackOff_ms = 50;
    static constexpr int longestBackOff_ms = 5000;
    static constexpr int healthyAfter_ms = 10'000;
    static constexpr std::size_t maxWaiting = 64;

    struct Waiting {
        Answer answer;
        QTimer* timer = nullptr;
    };

    void start();
    void readOutput();
    void readErrors();
    void handleLine(const QByteArray& line);
    void end(const QString& why);
    void answer(const traffic::ServicesReport& report);
    void refuseAll(const char* code, const QString& why);
    void write(const traffic::ServicesCommand& command);

    const QString program_;
    QProcess process_;
    QTimer restart_;
    bool used_ = false;
    bool ready_ = false;
    bool stopping_ = false;
    qint64 readyAt_ms_ = 0;
    int backOff_ms_ = firstBackOff_ms;
    std::int64_t lastId_ = 0;
    std::map<std::int64_t, Waiting> waiting_;
    std::deque<traffic::ServicesCommand> unsent_; ///< until it is ready
};

/// The contract's words for the generator's.
api::LoadState loadState(const traffic::LoadReport& report);

} // namespace gatehouse::control
