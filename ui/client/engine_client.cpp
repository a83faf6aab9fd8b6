#include "ui/client/engine_client.h"

#include "ui/client/line_channel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

namespace gatehouse::ui {

namespace {

constexpr int connectEvery_ms = 10;
constexpr int longestBackOff_ms = 5000;
constexpr int healthyAfter_ms = 10'000;
constexpr int endsWithin_ms = 2000;

QString freshToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(bytes.data()), 8);
    return QString::fromLatin1(bytes.toHex());
}

/// Only we may enter it: the socket's folder has mode 0700.
std::unique_ptr<QTemporaryDir> socketFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString parent = !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    return std::make_unique<QTemporaryDir>(parent + QStringLiteral("/gatehouse-XXXXXX"));
}

template <class T, class Signal>
void pass(const std::string& params, Signal emitIt)
{
    Problems problems;
    if (const auto value = api::decode<T>(params, problems))
        emitIt(*value);
}

} // namespace

struct EngineClient::Private {
    EngineClient* q = nullptr;
    Options options;
    State state = State::stopped;
    QString failure;
    QString failureCode;
    QString token;
    std::unique_ptr<QTemporaryDir> folder;
    QProcess* process = nullptr;
    QLocalSocket* socket = nullptr;
    QIODevice* device = nullptr; ///< given by startOver
    LineChannel* channel = nullptr;
    api::HelloResult hello;
    QTimer connectTimer;
    QTimer helloTimer;
    QTimer restartTimer;
    QElapsedTimer healthy;
    int startsInRow = 0;
    int backOff_ms = 0;
    int restarts = 0;
    QString lastWords; ///< the child's last line on stderr

    void enter(State next, const QString& code = {}, const QString& reason = {})
    {
        failureCode = code;
        failure = reason;
        state = next;
        Q_EMIT q->stateChanged();
    }

    QString program() const
    {
        if (!options.program.isEmpty())
            return options.program;
        return QCoreApplication::applicationDirPath() + QStringLiteral("/gatehouse-engine");
    }

    void launch();
    void tryToConnect();
    void greet(QIODevice* over);
    void greeted(const std::string& result, const CallError& error);
    void lost(const QString& reason);
    void dropConnection();
    void endChild();
    void readErrors();
    void notified(const std::string& method, const std::string& params);
};

void EngineClient::Private::launch()
{
    if (!QFileInfo(program()).isExecutable()) {
        enter(State::failed, QStringLiteral("engine.missing"), program());
        return;
    }
    ++startsInRow;
    token = freshToken();
    folder = socketFolder();
    if (!folder->isValid()) {
        enter(State::failed, QStringLiteral("engine.no-folder"), folder->errorString());
        return;
    }
    process = new QProcess(q);
    process->setProgram(program());
    process->setArguments(QStringList{QStringLiteral("serve"), QStringLiteral("--socket"),
                                      folder->filePath(QStringLiteral("s"))} +
                          options.arguments);
    process->setStandardOutputFile(QProcess::nullDevice());
    connect(process, &QProcess::readyReadStandardError, q, [this] { readErrors(); });
    connect(process, &QProcess::finished, q, [this](int code, QProcess::ExitStatus status) {
        readErrors();
        lost(status == QProcess::CrashExit
                 ? QStringLiteral("the engine's process was killed")
                 : QStringLiteral("the engine ended with code %1%2")
                       .arg(code)
                       .arg(lastWords.isEmpty() ? QString() : QStringLiteral(": ") + lastWords));
    });
    connect(process, &QProcess::errorOccurred, q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            lost(process ? process->errorString() : QString());
    });
    process->start();
    process->write(token.toLatin1() + '\n');
    helloTimer.start(options.helloTimeout_ms);
    connectTimer.start(connectEvery_ms);
}

void EngineClient::Private::readErrors()
{
    if (!process)
        return;
    const QList<QByteArray> lines = process->readAllStandardError().split('\n');
    for (const QByteArray& line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        lastWords = QString::fromUtf8(line).trimmed();
        api::LogLine said;
        said.at_ms = double(QDateTime::currentMSecsSinceEpoch());
        said.level = "info";
        said.source = "engine";
        said.text = lastWords.toStdString();
        Q_EMIT q->logLine(said);
    }
}

void EngineClient::Private::tryToConnect()
{
    const QString path = folder->filePath(QStringLiteral("s"));
    if (socket && socket->state() != QLocalSocket::UnconnectedState)
        return;
    if (!QFileInfo::exists(path))
        return;
    delete socket;
    socket = new QLocalSocket(q);
    connect(socket, &QLocalSocket::connected, q, [this] {
        connectTimer.stop();
        greet(socket);
    });
    socket->connectToServer(path);
}

void EngineClient::Private::greet(QIODevice* over)
{
    channel = new LineChannel(over, q);
    connect(channel, &LineChannel::notified, q,
            [this](const std::string& method, const std::string& params) { notified(method, params); });
    connect(
        channel, &LineChannel::broken, q, [this](const QString& why) { lost(why); }, Qt::QueuedConnection);
    if (over == socket)
        connect(socket, &QLocalSocket::disconnected, q,
                [this] { lost(QStringLiteral("the engine closed the connection")); });
    api::HelloParams params;
    params.contractVersion = api::contractVersion;
    params.token = token.toStdString();
    params.client = "gatehouse " + QCoreApplication::applicationVersion().toStdString();
    channel->send(api::Hello::name, api::encode(params), q,
                  [this](const std::string& result, const CallError& error) { greeted(result, error); });
}

void EngineClient::Private::greeted(const std::string& result, const CallError& error)
{
    if (error.code == int(api::ErrorCode::disconnected))
        return;
    helloTimer.stop();
    Problems problems;
    const auto answer = error.code == 0 ? api::decode<api::HelloResult>(result, problems) : std::nullopt;
    const bool versionsDiffer = error.code == int(api::ErrorCode::versionMismatch) ||
                                (answer && answer->contractVersion != api::contractVersion);
    if (versionsDiffer) {
        const QString theirs = answer ? QString::number(answer->contractVersion) : error.message;
        dropConnection();
        endChild();
        enter(State::mismatch, QStringLiteral("contract.version-mismatch"),
              QStringLiteral("the console speaks contract version %1, the engine: %2")
                  .arg(api::contractVersion)
                  .arg(theirs));
        return;
    }
    if (!answer) {
        const QString why = error.code ? error.message : QStringLiteral("its greeting can't be read");
        lost(why);
        return;
    }
    hello = *answer;
    healthy.start();
    startsInRow = 0;
    enter(State::running);
    Q_EMIT q->started(hello);
}

void EngineClient::Private::notified(const std::string& method, const std::string& params)
{
    if (state != State::running)
        return;
    if (method == api::Telemetry::name)
        pass<api::TelemetryFrame>(params, [this](const auto& frame) { Q_EMIT q->telemetry(frame); });
    else if (method == api::Requests::name)
        pass<api::RequestBatch>(params, [this](const auto& batch) { Q_EMIT q->requests(batch); });
    else if (method == api::StatusChanged::name)
        pass<api::ApplyResult>(params, [this](const auto& status) { Q_EMIT q->statusPushed(status); });
    else if (method == api::Log::name)
        pass<api::LogLine>(params, [this](const auto& line) { Q_EMIT q->logLine(line); });
    else if (method == api::Progress::name)
        pass<api::ProgressNote>(params, [this](const auto& note) { Q_EMIT q->progress(note); });
}

void EngineClient::Private::dropConnection()
{
    connectTimer.stop();
    helloTimer.stop();
    if (channel) {
        channel->disconnect(q);
        channel->abandon(QStringLiteral("the engine went away"));
        channel->deleteLater();
        channel = nullptr;
    }
    if (socket) {
        socket->disconnect(q);
        socket->abort();
        socket->deleteLater();
        socket = nullptr;
    }
    if (device) {
        device->disconnect(q);
        device->deleteLater();
        device = nullptr;
    }
}

/// Its stdin closes, which ends it; if it doesn't listen, it is killed. Nobody waits here.
void EngineClient::Private::endChild()
{
    if (!process)
        return;
    QProcess* old = std::exchange(process, nullptr);
    old->disconnect(q);
    if (old->state() == QProcess::NotRunning) {
        old->deleteLater();
        return;
    }
    connect(old, &QProcess::finished, old, &QObject::deleteLater);
    QTimer::singleShot(endsWithin_ms, old, &QProcess::kill);
    old->closeWriteChannel();
}

void EngineClient::Private::lost(const QString& reason)
{
    if (state == State::stopped || state == State::failed || state == State::mismatch)
        return;
    const bool wasRunning = state == State::running;
    const bool overDevice = device != nullptr;
    if (wasRunning && healthy.isValid() && healthy.elapsed() > healthyAfter_ms)
        backOff_ms = 0;
    dropConnection();
    if (process && process->state() != QProcess::NotRunning)
        process->kill();
    endChild();
    if (wasRunning)
        Q_EMIT q->died();
    if (overDevice || startsInRow >= options.givesUpAfter) {
        enter(State::failed,
              overDevice ? QStringLiteral("engine.died") : QStringLiteral("engine.dies-at-start"), reason);
        return;
    }
    ++restarts;
    enter(State::restarting, QStringLiteral("engine.died"), reason);
    restartTimer.start(backOff_ms);
    backOff_ms = backOff_ms == 0 ? options.firstBackOff_ms : std::min(backOff_ms * 2, longestBackOff_ms);
}

EngineClient::EngineClient(Options options, QObject* parent)
    : QObject(parent), d_(std::make_unique<Private>())
{
    d_->q = this;
    d_->options = std::move(options);
    d_->restartTimer.setSingleShot(true);
    d_->helloTimer.setSingleShot(true);
    connect(&d_->restartTimer, &QTimer::timeout, this, [this] { d_->launch(); });
    connect(&d_->connectTimer, &QTimer::timeout, this, [this] { d_->tryToConnect(); });
    connect(&d_->helloTimer, &QTimer::timeout, this, [this] {
        d_->lost(QStringLiteral("the engine didn't greet within %1 ms").arg(d_->options.helloTimeout_ms));
    });
}

EngineClient::EngineClient(QObject* parent) : EngineClient(Options(), parent) {}

EngineClient::~EngineClient()
{
    QProcess* child = d_->process;
    d_->state = State::stopped;
    d_->dropConnection();
    d_->process = nullptr;
    if (!child)
        return;
    child->disconnect(this);
    child->closeWriteChannel();
    if (!child->waitForFinished(endsWithin_ms)) {
        child->kill();
        child->waitForFinished(endsWithin_ms);
    }
}

void EngineClient::start()
{
    if (d_->state == State::running || d_->state == State::starting)
        return;
    d_->restartTimer.stop();
    d_->startsInRow = 0;
    d_->backOff_ms = 0;
    d_->enter(State::starting);
    d_->launch();
}

void EngineClient::stop()
{
    d_->restartTimer.stop();
    d_->state = State::stopped;
    d_->dropConnection();
    d_->endChild();
    d_->enter(State::stopped);
}

void EngineClient::startOver(QIODevice* device, const QString& token)
{
    stop();
    d_->token = token;
    d_->device = device;
    device->setParent(this);
    d_->enter(State::starting);
    d_->helloTimer.start(d_->options.helloTimeout_ms);
    connect(device, &QIODevice::readChannelFinished, this,
            [this] { d_->lost(QStringLiteral("the connection ended")); });
    connect(device, &QIODevice::aboutToClose, this,
            [this] { d_->lost(QStringLiteral("the connection ended")); });
    d_->greet(device);
}

EngineClient::State EngineClient::state() const
{
    return d_->state;
}

QString EngineClient::failure() const
{
    return d_->failure;
}

QString EngineClient::failureCode() const
{
    return d_->failureCode;
}

qint64 EngineClient::enginePid() const
{
    return d_->state == State::running ? d_->hello.pid : 0;
}

int EngineClient::restarts() const
{
    return d_->restarts;
}

const api::HelloResult& EngineClient::hello() const
{
    return d_->hello;
}

EngineClient::CallId EngineClient::send(const char* method, std::string params, QObject* context, Done done)
{
    QObject* asker = context ? context : this;
    if (d_->state == State::running && d_->channel)
        return d_->channel->send(method, std::move(params), asker, std::move(done));
    QMetaObject::invokeMethod(
        asker,
        [done = std::move(done)] {
            done({}, {int(api::ErrorCode::disconnected), QStringLiteral("the engine isn't running")});
        },
        Qt::QueuedConnection);
    return 0;
}

void EngineClient::cancel(CallId id)
{
    if (id > 0 && d_->state == State::running)
        call<api::Cancel>({id}, this, [](const Reply<api::Nothing>&) {});
}

CallError EngineClient::unreadable(const Problems& problems)
{
    const QString why = problems.empty() ? QString() : QString::fromStdString(problems.front().message);
    return {int(api::ErrorCode::internalError), QStringLiteral("the engine's answer can't be read: ") + why};
}

} // namespace gatehouse::ui
