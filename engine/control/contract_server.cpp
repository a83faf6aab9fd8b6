#include "engine/control/contract_server.h"

#include "engine/control/engine.h"
#include "engine/control/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace gatehouse::control {

namespace {

Problem socketProblem(const char* code, const QString& path, const QString& why)
{
    Problem problem;
    problem.code = code;
    problem.args = {path.toStdString(), why.toStdString()};
    problem.message = "Can't listen on " + problem.args[0] + ": " + problem.args[1] + '.';
    return problem;
}

bool makePrivateFolder(const QString& folder)
{
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) == 0)
        return true;
    struct stat facts {
    };
    return ::stat(QFile::encodeName(folder).constData(), &facts) == 0 && S_ISDIR(facts.st_mode) &&
           facts.st_uid == ::geteuid() && (facts.st_mode & 077) == 0;
}

bool isOurUser(const QLocalSocket& socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
}

bool somebodyListensOn(const QString& path)
{
    QLocalSocket probe;
    probe.connectToServer(path);
    return probe.waitForConnected(200);
}

} // namespace

ContractServer::ContractServer(Engine& engine, std::string token, QObject* parent)
    : QObject(parent), engine_(engine), token_(std::move(token))
{
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &ContractServer::accept);
    connect(&engine_, &Engine::ticked, this, &ContractServer::tick);
    connect(&engine_, &Engine::loadChanged, this, [this] {
        for (Session* session : sessions_)
            session->pushLoad();
    });
    connect(&engine_, &Engine::logged, this, [this](const api::LogLine& line) {
        const std::string params = api::encode(line);
        for (Session* session : sessions_)
            session->pushLog(params);
    });
    connect(&engine_.applier(), &Applier::statusChanged, this, [this] {
        for (Session* session : sessions_)
            session->pushStatus();
    });
}

ContractServer::~ContractServer()
{
    for (Session* session : std::exchange(sessions_, {})) {
        session->disconnect(this);
        delete session;
    }
    engine_.observer().wantRows(false);
}

std::optional<Problem> ContractServer::listen(const QString& path)
{
    const QFileInfo place(QDir::current().absoluteFilePath(path));
    if (!makePrivateFolder(place.absolutePath()))
        return socketProblem("socket.folder", path,
                             QStringLiteral("its folder must be yours alone (mode 0700)"));
    const QString name = place.absoluteFilePath();
    if (server_.listen(name))
        return std::nullopt;
    if (server_.serverError() == QAbstractSocket::AddressInUseError && !somebodyListensOn(name) &&
        QLocalServer::removeServer(name) && server_.listen(name))
        return std::nullopt;
    return socketProblem("socket.listen", path, server_.errorString());
}

void ContractServer::accept()
{
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
        if (sessions_.size() >= maxSessions || !isOurUser(*socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto* session = new Session(socket, engine_, token_, this);
        sessions_.push_back(session);
        connect(session, &Session::greeted, this, &ContractServer::followRows);
        connect(session, &Session::ended, this, [this, session] {
            std::erase(sessions_, session);
            session->deleteLater();
            followRows();
        });
    }
}

/// Rows are gathered only while somebody reads them.
void ContractServer::followRows()
{
    engine_.observer().wantRows(std::any_of(sessions_.begin(), sessions_.end(),
                                            [](const Session* session) { return session->isGreeted(); }));
}

void ContractServer::tick(const Tick& tick)
{
    if (!tick.inTurn || sessions_.empty())
        return;
    api::RequestBatch batch;
    batch.skipped = std::int64_t(tick.records.skipped);
    for (const auto& record : tick.records.records)
        batch.rows.push_back(requestRow(record, engine_.hub().legName(telemetry::LegId(record.record.leg))));
    for (Session* session : sessions_)
        session->pushTick(batch);
}

} // namespace gatehouse::control
