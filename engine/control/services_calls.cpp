#include "engine/control/services_calls.h"

#include "engine/control/engine.h"
#include "engine/control/services_process.h"

namespace gatehouse::control {

namespace {

void refuse(const Answer& answer, const traffic::ServicesError& error)
{
    api::ErrorCode code = api::ErrorCode::internalError;
    if (error.code == "invalid")
        code = api::ErrorCode::invalidParams;
    else if (error.code == "busy")
        code = api::ErrorCode::busy;
    else if (error.code == "timedOut")
        code = api::ErrorCode::timedOut;
    answer.refuse(code, error.pointer.empty() ? error.message : error.pointer + ": " + error.message);
}

/// False when there was none of it: then the report is an error, and answered.
template <class Part>
bool has(const std::optional<Part>& part, const traffic::ServicesReport& report, const Answer& answer)
{
    if (part && !report.error)
        return true;
    refuse(answer, report.error.value_or(traffic::ServicesError{
                       "failed", "The services process answered something else.", {}}));
    return false;
}

std::optional<traffic::LoadSpec> specOf(Engine& engine, const api::LoadParams& params, const Answer& answer)
{
    traffic::LoadSpec spec;
    spec.rate_per_s = params.rate_per_s;
    spec.ramp_s = params.ramp_s;
    spec.duration_s = params.duration_s;
    spec.arrivals = params.arrivals;
    spec.maxInFlight = params.maxInFlight;
    spec.seed = params.seed;
    for (const auto& from : params.mix) {
        const auto address = engine.applier().addressOf(from.listener);
        if (!address) {
            answer.refuse(api::ErrorCode::invalidParams, "Listener \"" + from.listener + "\" isn't bound.");
            return std::nullopt;
        }
        traffic::LoadSpecTarget to;
        to.route = from.route;
        to.address = address->host;
        to.port = address->port;
        to.method = from.method;
        to.host = from.host;
        to.target = from.target;
        to.weight = from.weight;
        for (const auto& header : from.headers)
            to.headers.push_back({header.name, header.value});
        spec.mix.push_back(std::move(to));
    }
    return spec;
}

void answerLoad(const traffic::ServicesReport& report, const Answer& answer)
{
    if (has(report.load, report, answer))
        answer(loadState(*report.load));
}

} // namespace

void startLoad(Engine& engine, const api::LoadParams& params, const Answer& answer)
{
    auto spec = specOf(engine, params, answer);
    if (!spec)
        return;
    traffic::ServicesCommand command;
    command.command = traffic::ServicesCommandKind::loadStart;
    command.load = std::move(*spec);
    engine.services().send(std::move(command), [answer](const auto& report) { answerLoad(report, answer); });
}

void stopLoad(Engine& engine, const api::Nothing&, const Answer& answer)
{
    if (!engine.load()) {
        answer(api::LoadState{});
        return;
    }
    traffic::ServicesCommand command;
    command.command = traffic::ServicesCommandKind::loadStop;
    engine.services().send(std::move(command), [answer](const auto& report) { answerLoad(report, answer); });
}

void layOut(Engine& engine, const api::LayoutParams& params, const Answer& answer)
{
    answer.canBeGivenUp();
    traffic::ServicesCommand command;
    command.command = traffic::ServicesCommandKind::layout;
    auto& graph = command.layout.emplace();
    graph.columnGap = params.columnGap;
    graph.rowGap = params.rowGap;
    for (const auto& node : params.nodes)
        graph.nodes.push_back({node.key, node.width, node.height, node.rank});
    for (const auto& edge : params.edges)
        graph.edges.push_back({edge.from, edge.to});
    engine.services().send(std::move(command), [answer](const traffic::ServicesReport& report) {
        if (!has(report.layout, report, answer))
            return;
        api::LayoutResult result;
        for (const auto& spot : report.layout->places)
            result.places.push_back({spot.key, spot.x, spot.y});
        answer(result);
    });
}

} // namespace gatehouse::control
