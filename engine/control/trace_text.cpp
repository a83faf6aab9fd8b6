#include "engine/control/trace_text.h"

#include "engine/base/json_text.h"
#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::control {

namespace {

using telemetry::Refusal;
using telemetry::TraceAttempt;
using telemetry::TraceFilter;

double ms(std::uint32_t us)
{
    return us / 1000.0;
}

std::string msText(double value_ms)
{
    return json::numberText(std::round(value_ms * 100) / 100) + " ms";
}

bool isCredential(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> names = {"authorization", "proxy-authorization",
                                                              "cookie", "x-api-key"};
    return std::any_of(names.begin(), names.end(),
                       [name](std::string_view secret) { return equalsIgnoreCase(name, secret); });
}

/// "header authorization: Bearer x" → "header authorization: •••"
std::string redacted(const std::string& text)
{
    constexpr std::string_view prefix = "header ";
    const auto colon = text.find_first_of(":~", prefix.size());
    if (!text.starts_with(prefix) || colon == std::string::npos)
        return text;
    const auto name = text.substr(prefix.size(), colon - prefix.size());
    const auto end = name.find_last_not_of(' ');
    return isCredential(name.substr(0, end + 1)) ? text.substr(0, colon + 1) + " •••" : text;
}

class Teller
{
public:
    Teller(const telemetry::DecisionTrace& facts, const gateway::Config* config)
        : facts_(facts), config_(config)
    {
    }

    api::DecisionTrace forecast()
    {
        out_.revision = facts_.revision;
        tellListener();
        tellRoutes();
        tellFiltersAhead();
        tellShares();
        return std::move(out_);
    }

    api::DecisionTrace run()
    {
        out_.revision = facts_.revision;
        out_.traceparent = facts_.traceparent;
        out_.status = facts_.status;
        out_.total_ms = ms(facts_.total_us);
        tellListener();
        tellRoutes();
        tellFilters(false);
        tellBackend();
        tellFilters(true);
        for (std::size_t i = 0; i < facts_.attempts.size(); ++i)
            tellAttempt(i);
        tellAnswer();
        return std::move(out_);
    }

private:
    void step(const char* kind, std::string subject, const char* verdict, const char* code,
              std::vector<std::string> args, std::string text, std::uint32_t at_us)
    {
        out_.steps.push_back(
            {kind, std::move(subject), verdict, code, std::move(args), std::move(text), ms(at_us)});
    }
    const gateway::RuleConfig* rule() const
    {
        return config_ && facts_.rule >= 0 && std::size_t(facts_.rule) < config_->rules.size()
                   ? &config_->rules[std::size_t(facts_.rule)]
                   : nullptr;
    }
    std::string routeOf(std::uint32_t rule) const
    {
        return config_ && rule < config_->rules.size() ? config_->routes[config_->rules[rule].route]
                                                       : std::string();
    }

    void tellListener();
    void tellRoutes();
    void tellConsidered(const policy::Considered& row);
    void tellFilters(bool ofBackend);
    void tellFiltersAhead();
    void tellBackend();
    void tellShares();
    void tellAttempt(std::size_t index);
    void tellAnswer();

    const telemetry::DecisionTrace& facts_;
    const gateway::Config* config_;
    api::DecisionTrace out_;
};

void Teller::tellListener()
{
    if (facts_.refusal == Refusal::noListener) {
        step("listener", {}, "refused", "listener.none", {facts_.host},
             "No listener on this address takes the host " + json::shown(facts_.host) + '.',
             facts_.headDone_us);
        return;
    }
    if (!config_ || facts_.listener < 0 || std::size_t(facts_.listener) >= config_->listeners.size())
        return;
    out_.listener = config_->listeners[std::size_t(facts_.listener)].key;
    step("listener", out_.listener, "ok", "listener.took", {out_.listener, facts_.host},
         "Listener " + out_.listener + " took the request for host " + json::shown(facts_.host) +
             ": of the listeners on this address, its hostname fits most closely.",
         facts_.headDone_us);
}

void Teller::tellRoutes()
{
    const bool asked = config_ && facts_.socket >= 0 && std::size_t(facts_.socket) < config_->sockets.size();
    if (!asked || facts_.path.empty() || !config_->sockets[std::size_t(facts_.socket)].table)
        return;
    std::vector<FieldView> fields;
    for (const auto& [name, value] : facts_.fields)
        fields.push_back({name, value});
    const auto explanation = config_->sockets[std::size_t(facts_.socket)].table->explain(
        {facts_.host, facts_.path, facts_.query, facts_.method, fields}, maxPassedOver + 1);
    if (const auto* won = rule()) {
        out_.route = config_->routes[won->route];
        out_.rule = won->name;
        const std::string asks =
            explanation.considered.empty() ? std::string() : explanation.considered[0].expected;
        step("route", out_.route, "ok", "route.matched", {out_.route, won->name, asks},
             "Route " + out_.route + " matched by its rule " + won->name +
                 (asks.empty() ? "." : ": " + asks + '.'),
             facts_.matched_us);
    } else if (facts_.refusal == Refusal::noRoute) {
        step("route", {}, "refused", "route.none", {facts_.method, facts_.path},
             "No route matches " + facts_.method + ' ' + facts_.path + '.', facts_.matched_us);
    }
    for (const auto& row : explanation.considered) {
        if (row.differs != policy::Differs::nothing)
            tellConsidered(row);
    }
    if (explanation.total > explanation.considered.size()) {
        const std::string more = std::to_string(explanation.total - explanation.considered.size());
        step("passedOver", {}, "passedOver", "route.more", {more},
             more + " more matches were further off and are not listed.", facts_.matched_us);
    }
}

void Teller::tellConsidered(const policy::Considered& row)
{
    static constexpr std::array<const char*, 8> codes = {"",
                                                         "listener.differs",
                                                         "hostname.differs",
                                                         "path.differs",
                                                         "method.differs",
                                                         "header.differs",
                                                         "query.differs",
                                                         "route.lessSpecific"};
    const std::string route = routeOf(row.rule);
    const std::string expected = redacted(row.expected);
    const std::string got = redacted(row.got);
    std::string text = "Route " + route + " was passed over: it asks for " + expected + "; came " + got + '.';
    std::vector<std::string> args = {route, expected, got};
    if (row.differs == policy::Differs::lessSpecific) {
        text = "Route " + route + " (" + expected +
               ") would match too, but yields by precedence: " + row.tieBreak + '.';
        args = {route, expected, row.tieBreak};
    }
    step("passedOver", route, "passedOver", codes[std::size_t(row.differs)], std::move(args), std::move(text),
         facts_.matched_us);
}

void Teller::tellFilters(bool ofBackend)
{
    static constexpr std::array<const char*, 4> names = {"RequestHeaderModifier", "ResponseHeaderModifier",
                                                         "RequestRedirect", "URLRewrite"};
    for (const TraceFilter& filter : facts_.filters) {
        if (filter.ofBackend != ofBackend)
            continue;
        const char* name = names[std::size_t(filter.kind)];
        const bool edits = filter.before.empty();
        step("filter", name, "ok", edits ? "filter.edited" : "filter.replaced",
             {name, filter.before, filter.after},
             edits ? std::string(name) + ": " + filter.after + '.'
                   : std::string(name) + " turned " + filter.before + " into " + filter.after + '.',
             filter.at_us);
    }
}

void Teller::tellFiltersAhead()
{
    const auto* won = rule();
    if (!won)
        return;
    const auto tell = [this](const char* name, const std::string& what) {
        step("filter", name, "ok", "filter.ahead", {name, what},
             std::string(name) + " will act" + (what.empty() ? "." : ": " + what + '.'), 0);
    };
    const gateway::FilterSet& filters = won->filters;
    if (!filters.requestHeaders.empty())
        tell("RequestHeaderModifier", {});
    if (filters.redirect.active)
        tell("RequestRedirect", std::to_string(filters.redirect.status));
    if (!filters.rewriteHostname.empty() || filters.rewritePath.kind != gateway::PathEdit::Kind::none)
        tell("URLRewrite", filters.rewriteHostname + filters.rewritePath.value);
    if (!filters.responseHeaders.empty())
        tell("ResponseHeaderModifier", {});
}

/// Which one of several gets the request is decided by their turns, when it comes.
void Teller::tellShares()
{
    const auto* won = rule();
    if (!won || won->filters.redirect.active)
        return;
    std::uint64_t sum = 0;
    for (const auto& share : won->backends)
        sum += share.weight;
    if (sum == 0) {
        step("backend", {}, "refused", "backend.none", {out_.route},
             "Route " + out_.route + " has no backend that could be chosen.", 0);
        return;
    }
    for (const auto& share : won->backends) {
        const std::string weight = std::to_string(share.weight);
        const std::string all = std::to_string(sum);
        if (share.weight == 0)
            continue;
        if (share.backend < 0) {
            step("backend", {}, "refused", "backend.invalid", {weight, all},
                 "A share of the requests names no service: it is answered with 500.", 0);
            continue;
        }
        const auto& backend = config_->backends[std::size_t(share.backend)];
        const bool reachable = !backend.endpoints.empty();
        if (out_.backend.empty())
            out_.backend = backend.key;
        step("backend", backend.key, reachable ? "ok" : "failed",
             reachable ? "backend.share" : "backend.noEndpoint", {backend.key, weight, all},
             "Backend " + backend.key + " takes " + weight + " of " + all + " requests" +
                 (reachable ? "." : ", but has no endpoint: they are answered with 503."),
             0);
    }
}

void Teller::tellBackend()
{
    const auto* won = rule();
    if (!won || facts_.refusal == Refusal::redirect)
        return;
    if (facts_.share < 0 || std::size_t(facts_.share) >= won->backends.size()) {
        if (facts_.refusal == Refusal::noBackend)
            step("backend", {}, "refused", "backend.none", {out_.route},
                 "Route " + out_.route + " has no backend that could be chosen.", facts_.matched_us);
        return;
    }
    const auto& share = won->backends[std::size_t(facts_.share)];
    std::uint64_t sum = 0;
    for (const auto& other : won->backends)
        sum += other.weight;
    if (share.backend < 0) {
        step("backend", {}, "refused", "backend.invalid", {std::to_string(share.weight), std::to_string(sum)},
             "The turn came to a reference that names no service: its share of the requests is answered with "
             "500.",
             facts_.chosen_us);
        return;
    }
    out_.backend = config_->backends[std::size_t(share.backend)].key;
    const std::string weight = std::to_string(share.weight);
    const std::string all = std::to_string(sum);
    const bool only = won->backends.size() == 1;
    step("backend", out_.backend, facts_.refusal == Refusal::noEndpoint ? "failed" : "ok",
         only ? "backend.only" : "backend.turn", {out_.backend, weight, all},
         only ? "Backend " + out_.backend + " is the only one of this rule."
              : "Backend " + out_.backend + " was in turn: its weight is " + weight + " of " + all + '.',
         facts_.chosen_us);
}

void Teller::tellAttempt(std::size_t index)
{
    static constexpr std::array<const char*, 7> codes = {
        "attempt.answered", "attempt.connectFailed", "attempt.connectTimeout", "attempt.timeout",
        "attempt.closed",   "attempt.badResponse",   "attempt.clientGone"};
    static constexpr std::array<const char*, 7> ends = {"answered",
                                                        "couldn't be connected to",
                                                        "didn't take the connection in time",
                                                        "didn't answer in time",
                                                        "closed the connection before its answer was whole",
                                                        "answered something that isn't HTTP/1.1",
                                                        "was given up: the client went away"};
    const TraceAttempt& attempt = facts_.attempts[index];
    const auto kind = std::size_t(attempt.end);
    const bool answered = attempt.end == TraceAttempt::End::answered;
    const std::uint32_t until_us =
        answered && attempt.firstByte_us != 0 ? attempt.firstByte_us : attempt.end_us;
    const double took_ms = ms(until_us - std::min(until_us, attempt.begin_us));
    const std::string number = std::to_string(index + 1);
    std::string text = "Attempt " + number + ": " + attempt.endpoint + ' ' + ends[kind];
    if (answered)
        text += ' ' + std::to_string(attempt.status);
    text += " after " + msText(took_ms) + (attempt.reused ? " on a kept connection" : " on a new connection");
    if (!attempt.detail.empty())
        text += " (" + attempt.detail + ')';
    out_.endpoint = attempt.endpoint;
    step("attempt", attempt.endpoint, answered ? "ok" : "failed", codes[kind],
         {number, attempt.endpoint, std::to_string(attempt.status), json::numberText(took_ms),
          attempt.reused ? "kept" : "new", attempt.detail},
         text + '.', attempt.begin_us);
}

void Teller::tellAnswer()
{
    const std::string status = std::to_string(facts_.status);
    const std::string after = msText(ms(facts_.total_us));
    const std::string refusal(telemetry::refusalName(facts_.refusal));
    if (facts_.refusal == Refusal::none) {
        step("answer", status, "ok", "answer.passed", {status, after},
             "Answered " + status + " after " + after + '.', facts_.answered_us);
        return;
    }
    std::string text = "The gateway itself answered " + status + " after " + after + ": " + refusal;
    if (!facts_.refusalDetail.empty())
        text += " (" + facts_.refusalDetail + ')';
    step("answer", status, facts_.refusal == Refusal::redirect ? "ok" : "refused", "answer.own",
         {status, after, refusal, facts_.refusalDetail}, text + '.', facts_.answered_us);
}

} // namespace

api::DecisionTrace describeForecast(const telemetry::DecisionTrace& facts, const gateway::Config& config)
{
    return Teller(facts, &config).forecast();
}

api::DecisionTrace describeTrace(const telemetry::DecisionTrace& facts, const gateway::Config* config)
{
    return Teller(facts, config).run();
}

} // namespace gatehouse::control
