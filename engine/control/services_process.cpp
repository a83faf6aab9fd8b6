#include "engine/control/services_process.h"

#include "engine/base/time.h"

namespace gatehouse::control {

namespace {

qint64 now_ms()
{
    return monotonicNow().count() / 1'000'000;
}

traffic::ServicesReport errorReport(std::int64_t id, const char* code, const QString& message)
{
    traffic::ServicesReport report;
    report.id = id;
    report.report = traffic::ServicesReportKind::error;
    report.error = traffic::ServicesError{code, message.toStdString(), {}};
    return report;
}

} // namespace

ServicesProcess::ServicesProcess(QString program, QObject* parent)
    : QObject(parent), program_(std::move(program))
{
    connect(&process_, &QProcess::readyReadStandardOutput, this, &ServicesProcess::readOutput);
    connect(&process_, &QProcess::readyReadStandardError, this, &ServicesProcess::readErrors);
    connect(&process_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        end(status == QProcess::CrashExit ? QStringLiteral("it was killed or crashed")
                                          : QStringLiteral("it ended with exit code %1").arg(code));
    });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(process_.errorString());
    });
    restart_.setSingleShot(true);
    connect(&restart_, &QTimer::timeout, this, &ServicesProcess::start);
}

ServicesProcess::~ServicesProcess()
{
    stopping_ = true;
    disconnect(&process_, nullptr, this, nullptr);
    if (process_.state() == QProcess::NotRunning)
        return;
    process_.closeWriteChannel();
    if (!process_.waitForFinished(1000)) {
        process_.kill();
        process_.waitForFinished(1000);
    }
}

void ServicesProcess::send(traffic::ServicesCommand command, Answer answerTo, int limit_ms)
{
    command.id = ++lastId_;
    if (waiting_.size() >= maxWaiting) {
        answerTo(errorReport(command.id, "busy",
                             QStringLiteral("Too many commands wait for the services process.")));
        return;
    }
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, id = command.id] {
        std::erase_if(unsent_, [id](const auto& waits) { return waits.id == id; });
        answer(errorReport(id, "timedOut", QStringLiteral("The services process didn't answer in time.")));
    });
    timer->start(limit_ms);
    waiting_[command.id] = {std::move(answerTo), timer};
    if (ready_) {
        write(command);
        return;
    }
    unsent_.push_back(std::move(command));
    if (!used_) {
        used_ = true;
        start();
    }
}

void ServicesProcess::start()
{
    process_.setProgram(program_);
    process_.setArguments({QStringLiteral("services")});
    process_.start(QIODevice::ReadWrite);
}

void ServicesProcess::write(const traffic::ServicesCommand& command)
{
    const std::string line = traffic::writeCommandLine(command) + '\n';
    process_.write(line.data(), qint64(line.size()));
}

void ServicesProcess::readErrors()
{
    const QList<QByteArray> lines = process_.readAllStandardError().split('\n');
    for (const QByteArray& line : lines) {
        if (!line.trimmed().isEmpty())
            Q_EMIT logged(QString::fromUtf8(line.left(500)));
    }
}

void ServicesProcess::readOutput()
{
    process_.setReadChannel(QProcess::StandardOutput);
    while (process_.canReadLine())
        handleLine(process_.readLine().trimmed());
    if (process_.bytesAvailable() > qint64(traffic::maxServicesLine_bytes))
        process_.kill();
}

void ServicesProcess::handleLine(const QByteArray& line)
{
    Problems problems;
    const auto report = traffic::readReportLine({line.constData(), std::size_t(line.size())}, problems);
    if (!report) {
        Q_EMIT logged(QStringLiteral("unreadable report: %1").arg(QString::fromUtf8(line.left(200))));
        return;
    }
    if (report->report == traffic::ServicesReportKind::ready) {
        if (report->protocol != traffic::servicesProtocolVersion) {
            Q_EMIT logged(QStringLiteral("it speaks protocol %1, this engine %2")
                              .arg(report->protocol)
                              .arg(traffic::servicesProtocolVersion));
            process_.kill();
            return;
        }
        ready_ = true;
        readyAt_ms_ = now_ms();
        Q_EMIT ready();
        for (const auto& command : std::exchange(unsent_, {}))
            write(command);
    } else if (report->id == 0) {
        if (report->load)
            Q_EMIT load(*report->load);
    } else {
        answer(*report);
    }
}

void ServicesProcess::answer(const traffic::ServicesReport& report)
{
    const auto found = waiting_.find(report.id);
    if (found == waiting_.end())
        return;
    const Waiting waiting = std::move(found->second);
    waiting_.erase(found);
    waiting.timer->deleteLater();
    waiting.answer(report);
}

void ServicesProcess::refuseAll(const char* code, const QString& why)
{
    for (auto& [id, waiting] : std::exchange(waiting_, {})) {
        waiting.timer->deleteLater();
        waiting.answer(errorReport(id, code, why));
    }
}

void ServicesProcess::end(const QString& why)
{
    if (stopping_)
        return;
    if (ready_ && now_ms() - readyAt_ms_ >= healthyAfter_ms)
        backOff_ms_ = firstBackOff_ms;
    ready_ = false;
    unsent_.clear();
    restart_.start(backOff_ms_);
    backOff_ms_ = std::min(backOff_ms_ * 2, longestBackOff_ms);
    Q_EMIT lost(why);
    refuseAll("gone", QStringLiteral("The services process went away: %1.").arg(why));
}

api::LoadState loadState(const traffic::LoadReport& report)
{
    api::LoadState state;
    state.state = report.state;
    state.error = report.error;
    state.elapsed_s = report.elapsed_s;
    state.duration_s = report.duration_s;
    state.rate_per_s = report.rate_per_s;
    state.sent = report.sent;
    state.answered = report.answered;
    state.inFlight = report.inFlight;
    state.late = report.late;
    state.failed = report.failed;
    state.skipped = report.skipped;
    state.latency_ms = report.latency_ms;
    state.runLatency_ms = report.runLatency_ms;
    return state;
}

} // namespace gatehouse::control
