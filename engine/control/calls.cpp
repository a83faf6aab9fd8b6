#include "engine/control/calls.h"

#include "engine/control/engine.h"
#include "engine/control/explain.h"
#include "engine/control/services_calls.h"
#include "engine/control/session.h"
#include "engine/control/try_request.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace gatehouse::control {

Answer::Answer(Session& session, std::int64_t id) : session_(&session), id_(id) {}

Session* Answer::session() const
{
    return session_;
}

void Answer::send(std::string result) const
{
    if (session_)
        session_->answer(id_, std::move(result));
}

void Answer::refuse(api::ErrorCode code, std::string message) const
{
    if (session_)
        session_->refuse(id_, code, std::move(message));
}

void Answer::progress(double share, std::string text) const
{
    if (session_)
        session_->progress(id_, share, std::move(text));
}

void Answer::canBeGivenUp(std::function<void()> stop) const
{
    if (session_)
        session_->onCancel(id_, std::move(stop));
}

namespace {

void apply(Engine& engine, api::ApplyParams params, const Answer& answer)
{
    engine.applier().apply(std::move(params), [answer](const ApplyOutcome& outcome) {
        if (outcome.busy)
            answer.refuse(api::ErrorCode::busy, "Too many documents wait to be applied.");
        else if (outcome.stale)
            answer.refuse(api::ErrorCode::staleRevision,
                          "The revision must be greater than the last applied, which is " +
                              std::to_string(outcome.result.revision) + ".");
        else
            answer(outcome.result);
    });
}

void status(Engine& engine, const api::Nothing&, const Answer& answer)
{
    answer(engine.applier().status());
}

void records(Engine& engine, const api::RecordsParams& params, const Answer& answer)
{
    answer.canBeGivenUp();
    engine.records(params, [answer](const api::RecordsResult& result) { answer(result); });
}

void trace(Engine& engine, const api::TraceParams& params, const Answer& answer)
{
    if (const auto found = engine.traces().find(params.traceId))
        answer(*found);
    else
        answer.refuse(api::ErrorCode::gone, "No trace is kept under this id.");
}

void tryRequest(Engine& engine, api::TryParams params, const Answer& answer)
{
    if (const auto wrong = TryRequest::wrongWith(params)) {
        answer.refuse(api::ErrorCode::invalidParams, *wrong);
        return;
    }
    const std::string listener = params.listener;
    auto running = std::make_shared<std::shared_ptr<TryRequest>>();
    *running = TryRequest::run(
        engine, std::move(params),
        [answer, running](const api::TryResult& result) {
            answer(result);
            running->reset();
        },
        [answer](double share) { answer.progress(share, "The answer is awaited."); });
    if (*running)
        answer.canBeGivenUp([running] { running->reset(); });
    else
        answer.refuse(api::ErrorCode::unknownListener, "No listener \"" + listener + "\" is bound.");
}

void answerExplained(const gateway::Config& config, const api::ExplainParams& params, const std::string& host,
                     const Answer& answer)
{
    if (const auto listener = listenerOf(config, params.listener))
        answer(api::ExplainResult{explainRequest(config, *listener, params, host), {}});
    else
        answer.refuse(api::ErrorCode::unknownListener, "There is no listener \"" + params.listener + "\".");
}

void explain(Engine& engine, api::ExplainParams params, const Answer& answer)
{
    const auto address = engine.applier().addressOf(params.listener);
    const std::string host = address ? address->text() : "localhost";
    if (params.document.empty()) {
        if (const auto config = engine.applier().configOf(engine.applier().status().revision))
            answerExplained(*config, params, host, answer);
        else
            answer.refuse(api::ErrorCode::unknownListener, "Nothing serves yet.");
        return;
    }
    auto document = std::exchange(params.document, {});
    engine.applier().compileDraft(
        std::move(document), [answer, params = std::move(params), host](const auto& config, auto problems) {
            if (config)
                answerExplained(*config, params, host, answer);
            else
                answer(api::ExplainResult{{}, std::move(problems)});
        });
}

void cancel(Engine&, const api::CancelParams& params, const Answer& answer)
{
    if (auto* session = answer.session())
        session->cancel(params.id);
    answer(api::Nothing{});
}

template <class Method, auto run>
void decodeAndRun(Engine& engine, const std::string& params, const Answer& answer)
{
    Problems problems;
    auto value = api::decode<typename Method::Params>(params, problems);
    if (value) {
        run(engine, std::move(*value), answer);
        return;
    }
    const Problem problem = problems.empty() ? Problem{} : problems.front();
    answer.refuse(api::ErrorCode::invalidParams, problem.pointer + ": " + problem.message);
}

struct Method {
    const char* name;
    void (*run)(Engine& engine, const std::string& params, const Answer& answer);
};

template <class Described, auto run>
constexpr Method method()
{
    return {Described::name, decodeAndRun<Described, run>};
}

constexpr Method methods[] = {
    method<api::Apply, apply>(),     method<api::Status, status>(),       method<api::Records, records>(),
    method<api::TraceGet, trace>(),  method<api::LoadStart, startLoad>(), method<api::LoadStop, stopLoad>(),
    method<api::Layout, layOut>(),   method<api::Try, tryRequest>(),      method<api::Cancel, cancel>(),
    method<api::Explain, explain>(),
};

} // namespace

void runCall(Engine& engine, Session& session, const api::CallMessage& call)
{
    const auto* found = std::find_if(std::begin(methods), std::end(methods),
                                     [&](const Method& method) { return call.method == method.name; });
    if (found != std::end(methods))
        found->run(engine, call.params, {session, call.id});
    else
        session.refuse(call.id, api::ErrorCode::methodNotFound,
                       "There is no method \"" + call.method + "\".");
}

} // namespace gatehouse::control
