#pragma once

#include "engine/api/rpc.h"

#include <QPointer>

#include <functional>
#include <string>

namespace gatehouse::control {

class Engine;
class Session;

/// Runs a call by its method's name and answers it through the session, now or later.
void runCall(Engine& engine, Session& session, const api::CallMessage& call);

/// Answers one call; may be copied and kept, outlives the session harmlessly.
class Answer
{
public:
    Answer(Session& session, std::int64_t id);

    template <class Result>
    void operator()(const Result& result) const
    {
        send(api::encode(result));
    }
    void refuse(api::ErrorCode code, std::string message) const;

    /// The call may be given up; `stop` ends its work, if there is something to end.
    void canBeGivenUp(std::function<void()> stop = [] {}) const;

    void progress(double share, std::string text) const; ///< share: 0 … 1

    Session* session() const;

private:
    void send(std::string result) const;

    QPointer<Session> session_;
    std::int64_t id_;
};

} // namespace gatehouse::control
