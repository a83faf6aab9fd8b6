#include "tests/support/engine_process.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

EngineProcess::~EngineProcess()
{
    if (!running())
        return;
    process_.terminate();
    if (!process_.waitForFinished(5000)) {
        process_.kill();
        process_.waitForFinished(5000);
    }
}

QString EngineProcess::program()
{
    return QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse-engine");
}

bool EngineProcess::start(const QStringList& arguments, int limit_ms)
{
    process_.setProcessChannelMode(QProcess::MergedChannels);
    process_.start(program(), arguments);
    const QDeadlineTimer deadline(limit_ms);
    while (!deadline.hasExpired()) {
        if (output().contains(QLatin1Char('\n')))
            return running();
        if (process_.state() == QProcess::NotRunning && !process_.waitForStarted(0))
            return false;
        process_.waitForReadyRead(int(std::min<qint64>(deadline.remainingTime(), 200)));
    }
    return false;
}

QString EngineProcess::output()
{
    collected_ += process_.readAll();
    return QString::fromUtf8(collected_);
}

quint16 EngineProcess::firstPort()
{
    static const QRegularExpression address(QStringLiteral("(?:127\\.0\\.0\\.1|\\[::1\\]):(\\d+)"));
    const auto match = address.match(output());
    return match.hasMatch() ? match.captured(1).toUShort() : 0;
}
