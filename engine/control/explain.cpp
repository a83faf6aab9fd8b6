#include "engine/control/explain.h"

#include "engine/base/text.h"
#include "engine/control/trace_text.h"
#include "engine/http/head.h"
#include "engine/http/target.h"

#include <algorithm>

namespace gatehouse::control {

namespace {

std::string headText(const api::ExplainParams& request, const std::string& host)
{
    std::string text = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    const bool hasHost =
        std::any_of(request.headers.begin(), request.headers.end(),
                    [](const api::Header& field) { return equalsIgnoreCase(field.name, "host"); });
    if (!hasHost)
        text += "Host: " + host + "\r\n";
    for (const auto& [name, value] : request.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

api::DecisionTrace refused(std::uint64_t revision, http::Error error)
{
    api::DecisionTrace trace;
    trace.revision = revision;
    trace.status = http::statusFor(error);
    const std::string status = std::to_string(trace.status);
    const std::string clause(http::errorClause(error));
    trace.steps.push_back({"answer",
                           status,
                           "refused",
                           "parser.refused",
                           {status, clause},
                           "The gateway would answer " + status +
                               " itself: " + std::string(http::errorText(error)) + " (" + clause + ')',
                           0});
    return trace;
}

} // namespace

std::optional<std::size_t> listenerOf(const gateway::Config& config, const std::string& key)
{
    const auto found = std::find_if(config.listeners.begin(), config.listeners.end(),
                                    [&](const gateway::ListenerConfig& each) { return each.key == key; });
    if (found == config.listeners.end())
        return std::nullopt;
    return std::size_t(found - config.listeners.begin());
}

api::DecisionTrace explainRequest(const gateway::Config& config, std::size_t listener,
                                  const api::ExplainParams& request, const std::string& host)
{
    const std::string text = headText(request, host);
    http::RequestHead head;
    const auto parsed = http::parseRequestHead(text, http::Limits{}, head);
    if (parsed.state == http::Parsed::State::failed)
        return refused(config.revision, parsed.error);
    if (parsed.state != http::Parsed::State::complete ||
        parsed.size != text.size()) // an empty line in a field
        return refused(config.revision, http::Error::fieldValueInvalid);

    telemetry::DecisionTrace facts;
    facts.revision = config.revision;
    facts.socket = std::int32_t(config.listeners[listener].socket);
    facts.method = head.method;
    facts.target = head.rawTarget;
    facts.host = head.host;
    http::appendNormalPath(head.rawPath, facts.path);
    http::appendQuery(head.query, facts.query);
    for (const auto& field : head.section.fields)
        facts.fields.emplace_back(field.name, field.value);
    policy::Miss miss = policy::Miss::none;
    const auto match = config.sockets[std::size_t(facts.socket)].table->find(
        {facts.host, facts.path, facts.query, facts.method, head.section.fields}, &miss);
    if (match) {
        facts.listener = std::int32_t(match->listener);
        facts.rule = std::int32_t(match->rule);
    } else {
        facts.refusal =
            miss == policy::Miss::noListener ? telemetry::Refusal::noListener : telemetry::Refusal::noRoute;
    }
    return describeForecast(facts, config);
}

} // namespace gatehouse::control
