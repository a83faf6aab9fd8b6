#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

/// Runs the built gatehouse-engine with arguments and `--json`-style output on stdout; ends it by its process id.
class EngineProcess
{
public:
    ~EngineProcess();

    /// True once the engine printed its first line (it prints one when it listens). `output()` says why not.
    bool start(const QStringList& arguments, int limit_ms = 10000);

    bool running() const { return process_.state() == QProcess::Running; }
    qint64 pid() const { return process_.processId(); }
    QString output();            ///< all of stdout and stderr so far
    quint16 firstPort();         ///< the first "HOST:PORT" in the output
    QProcess& process() { return process_; }

    static QString program();    ///< path of the engine that was built with this test

private:
    QProcess process_;
    QByteArray collected_;
};
