#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/exchange.h"
#include "engine/gateway/path_edit.h"
#include "engine/gateway/upstream_request.h"
#include "engine/gateway/worker.h"

#include <array>

/// The half of an exchange that decides: what answers, and with which head a backend is asked.
namespace gatehouse::gateway {

using telemetry::Refusal;

/// Requests that end here by RFC 9110: CONNECT, OPTIONS for the server, the last hop of OPTIONS and TRACE.
bool Exchange::answersItself(const http::RequestHead& head)
{
    if (head.methodId == http::Method::connect) {
        keepAlive_ = false;
        choose({.status = 501}, Refusal::notSupported, "connect-unsupported",
               "This is a gateway, not a tunnel.");
        return true;
    }
    if (head.form == http::TargetForm::asterisk ||
        (head.maxForwards == 0u && head.methodId == http::Method::options)) {
        choose({.status = 200}, Refusal::none, {}, {});
        return true;
    }
    if (head.maxForwards != 0u)
        return false;
    std::string echo(head.method); // TRACE (RFC 9110 §9.3.8), without what could be a secret
    echo += ' ';
    echo += head.rawTarget;
    echo += " HTTP/1.1\r\n";
    for (std::size_t i = 0; i < head.section.fields.size(); ++i) {
        const auto& field = head.section.fields[i];
        if (head.section.known[i] == http::Known::host || head.section.known[i] == http::Known::via ||
            head.section.known[i] == http::Known::maxForwards) {
            echo += std::string(field.name) + ": " + std::string(field.value) + "\r\n";
        }
    }
    echo += "\r\n";
    choose({.status = 200, .type = "message/http", .body = echo}, Refusal::none, {}, {});
    return true;
}

void Exchange::route(const http::RequestHead& head, std::string_view path, std::string_view query)
{
    const auto socket = worker_.socketIndex(downstream_->listenerId());
    policy::Miss miss = policy::Miss::noListener;
    std::uint32_t taker = 0; ///< listener that takes the host, unless there is none
    std::optional<policy::Match> match;
    if (socket >= 0) {
        const policy::RequestFacts facts{head.host, path, query, head.method, head.section.fields};
        match = snapshot_->config().sockets[std::size_t(socket)].table->find(facts, &miss, &taker);
    } else {
        keepAlive_ = false; // its address is no longer served
    }
    if (trace_)
        trace_->socket = socket;
    if (trace_)
        trace_->matched_us = sinceStart_us();
    if (!match) {
        const bool host = miss == policy::Miss::noListener;
        enter(host ? -1 : std::int32_t(taker), -1, -1);
        if (trace_ && !host)
            trace_->listener = std::int32_t(taker);
        return choose({.status = 404}, host ? Refusal::noListener : Refusal::noRoute,
                      host ? "no-listener" : "no-route",
                      host ? "No listener serves this host." : "No route matches this request.");
    }
    const auto& rule = snapshot_->shared().rule(match->rule);
    rule_ = rule.config;
    const auto listener = std::int32_t(match->listener);
    const auto ruleIndex = std::int32_t(match->rule);
    if (trace_) {
        trace_->listener = listener;
        trace_->rule = ruleIndex;
        traceFilters(rule_->filters, false);
    }
    if (rule_->filters.redirect.active) {
        enter(listener, ruleIndex, -1);
        return redirect(rule_->filters.redirect, head, path, query, match->prefixLength);
    }
    const int share = snapshot_->nextShare(match->rule);
    enter(listener, ruleIndex, share);
    if (trace_) {
        trace_->share = share;
        trace_->chosen_us = sinceStart_us();
        if (share >= 0)
            traceFilters(rule_->backends[std::size_t(share)].filters, true);
    }
    if (share >= 0 && rule.shares[std::size_t(share)].redirect)
        return redirect(*rule.shares[std::size_t(share)].redirect, head, path, query, match->prefixLength);
    if (share < 0 || rule_->backends[std::size_t(share)].backend < 0) {
        return choose({.status = 500}, Refusal::noBackend, "no-backend", "The route has no valid backend.");
    }
    backend_ = &snapshot_->backend(rule_->backends[std::size_t(share)].backend);
    if (backend_->endpoints.empty())
        return choose({.status = 503}, Refusal::noEndpoint, "no-endpoint", "The backend has no endpoint.");
    share_ = &rule.shares[std::size_t(share)];
    prefixLength_ = match->prefixLength;
    phase_ = Phase::connecting;
}

void Exchange::forward(const http::RequestHead& head, std::size_t headSize, std::string_view path,
                       std::string_view query)
{
    responseEdits_ = &share_->responseEdits;
    if (share_->rewritePath) {
        worker_.targetScratch.clear();
        appendEditedPath(*share_->rewritePath, path, prefixLength_, worker_.targetScratch);
        path = worker_.targetScratch;
    }
    std::string localHost;
    std::string_view host = head.authority;
    if (share_->rewriteHostname) {
        host = *share_->rewriteHostname;
    } else if (host.empty()) { // HTTP/1.0 without Host: the address that it came to
        localHost = downstream_->local().text();
        host = localHost;
    }
    std::array<char, 32> fresh;
    std::string_view id;
    if (const auto* given = head.section.first(http::Known::xRequestId); given && isRequestId(given->value)) {
        id = given->value;
    } else {
        const std::uint64_t draws[2] = {worker_.draw().next(), worker_.draw().next()};
        writeHex(reinterpret_cast<const std::uint8_t*>(draws), sizeof draws, fresh.data());
        id = {fresh.data(), fresh.size()};
    }
    if (trace_) {
        trace_->traceparent.resize(TraceContext::textSize);
        traceContext_.write(trace_->traceparent.data());
    }
    if (wantsUpgrade_) {
        upgrade_.clear();
        for (std::size_t i = 0; i < head.section.fields.size(); ++i) {
            if (head.section.known[i] == http::Known::upgrade)
                upgrade_.append(head.section.fields[i].value).append(",");
        }
    }
    writeUpstreamRequest({.head = head,
                          .headSize = headSize,
                          .path = path,
                          .query = query,
                          .host = host,
                          .receivedHost = head.authority,
                          .client = downstream_->peerHost(),
                          .requestId = id,
                          .trace = traceContext_,
                          .edits = share_->requestEdits,
                          .upgrade = wantsUpgrade_},
                         request_);
    if (rule_->requestTimeout_ms > 0)
        worker_.loop().arm(*this, start_ + std::chrono::milliseconds(rule_->requestTimeout_ms));
}

void Exchange::redirect(const Redirect& redirect, const http::RequestHead& head, std::string_view path,
                        std::string_view query, std::uint16_t prefixLength)
{
    std::uint16_t port = downstream_->local().port;
    if (listener_ >= 0) {
        const auto declared = snapshot_->config().listeners[std::size_t(listener_)].declaredPort;
        port = declared != 0 ? declared : port;
    }
    const RedirectFacts facts{.host = head.host,
                              .path = path,
                              .query = query,
                              .hasQuery = head.hasQuery,
                              .prefixLength = prefixLength,
                              .listenerPort = port};
    const auto location = redirectLocation(redirect, facts);
    choose({.status = redirect.status, .location = location}, Refusal::redirect, {}, {});
}

} // namespace gatehouse::gateway
