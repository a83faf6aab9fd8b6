#pragma once

#include "engine/base/problem.h"

#include <QLocalServer>
#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::control {

class Engine;
class Session;
struct Tick;

/// The engine's end of the contract: a local socket that only this user can reach, and one session for each
/// connection. Main thread.
class ContractServer : public QObject
{
    Q_OBJECT
public:
    /// `token`: what a console says in hello. Sessions end before the engine does.
    ContractServer(Engine& engine, std::string token, QObject* parent = nullptr);
    ~ContractServer() override;

    /// The path's folder is made with mode 0700 if it isn't there; one that others may enter is refused. A
    /// socket that nobody listens on any more is replaced.
    std::optional<Problem> listen(const QString& path);

    static constexpr std::size_t maxSessions = 16;

private:
    void accept();
    void tick(const Tick& tick);
    void followRows();

    Engine& engine_;
    const std::string token_;
    QLocalServer server_;
    std::vector<Session*> sessions_; ///< children
};

} // namespace gatehouse::control
