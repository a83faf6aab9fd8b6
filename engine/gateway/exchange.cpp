#include "engine/gateway/exchange.h"

#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/worker.h"
#include "engine/http/date.h"
#include "engine/http/problem_document.h"
#include "engine/http/target.h"

#include <cerrno>
#include <cstring>

namespace gatehouse::gateway {

namespace {

using telemetry::Refusal;

telemetry::Method recordMethod(http::Method method)
{
    constexpr telemetry::Method table[] = {telemetry::Method::other,   telemetry::Method::get,
                                           telemetry::Method::head,    telemetry::Method::post,
                                           telemetry::Method::put,     telemetry::Method::del,
                                           telemetry::Method::options, telemetry::Method::trace,
                                           telemetry::Method::connect, telemetry::Method::patch};
    return table[std::size_t(method)];
}

std::uint64_t micros(Monotonic span)
{
    return span.count() > 0 ? std::uint64_t(span.count()) / 1000 : 0;
}

} // namespace

Exchange::Exchange(Worker& worker) : worker_(worker) {}

Exchange::~Exchange() = default;

void Exchange::begin(DownstreamConnection& downstream, const http::RequestHead& head, std::size_t headSize,
                     Monotonic firstByte)
{
    downstream_ = &downstream;
    upstream_ = nullptr;
    snapshot_ = worker_.current();
    ++snapshot_->users;
    backend_ = nullptr;
    rule_ = nullptr;
    responseEdits_ = nullptr;
    phase_ = Phase::own;
    method_ = head.methodId;
    minor_ = head.minor;
    keepAlive_ = head.keepAlive && !worker_.isDraining();
    torn_ = entered_ = bodyTouched_ = requestCut_ = responseBegun_ = headDone_ = headSent_ = retried_ = false;
    clientEnded_ = backendEnded_ = upstreamKeepAlive_ = false;
    wantsUpgrade_ = head.wantsUpgrade;
    expectContinue_ = head.expectContinue;
    connects_ = 0;
    bodyForm_ = BodyForm::none;
    searched_ = 0;
    ownStatus_ = 0;
    bytesOut_ = 0;
    start_ = firstByte;
    requestBody_.start(head.framing, worker_.limits().body_bytes);
    responseBody_.start({});
    record_ = telemetry::Record{};
    record_.method = recordMethod(method_);
    record_.revision = telemetry::Record::saturated(snapshot_->config().revision);
    record_.setTarget(head.rawTarget);

    const auto* parent = head.section.first(http::Known::traceparent);
    traceContext_ = TraceContext::from(parent ? parent->value : std::string_view{}, worker_.draw());
    record_.traceId = traceContext_.traceId;

    std::string_view path = head.rawPath;
    std::string_view query = head.query;
    if (!head.pathIsPlain && head.form != http::TargetForm::asterisk) {
        worker_.pathScratch.clear();
        http::appendNormalPath(head.rawPath, worker_.pathScratch);
        path = worker_.pathScratch;
    }
    if (!head.queryIsPlain) {
        worker_.queryScratch.clear();
        http::appendQuery(head.query, worker_.queryScratch);
        query = worker_.queryScratch;
    }
    beginTrace(head, path, query);
    if (!answersItself(head))
        route(head, path, query);
    if (phase_ == Phase::connecting)
        forward(head, headSize, path, query);
}

/// Writes an answer of our own, to be sent by run(). Errors get a problem document.
void Exchange::choose(OwnAnswer answer, Refusal refusal, std::string_view code, std::string_view detail)
{
    record_.refusal = refusal;
    ownStatus_ = answer.status;
    std::string problem;
    if (answer.status >= 400) {
        problem = http::problemDocument(answer.status, code, detail);
        answer.type = http::problemType;
        answer.body = problem;
    }
    if (trace_)
        trace_->refusalDetail = detail;
    ownType_ = answer.type;
    ownBody_ = answer.body;
    ownLocation_ = answer.location;
}

void Exchange::run()
{
    if (phase_ == Phase::own)
        sendOwn();
    else
        attempt(false);
}

/// An answer of our own ends the exchange. A request's body that is not here yet will not be waited for.
void Exchange::sendOwn()
{
    auto& stream = downstream_->stream;
    if (!requestBody_.isDone() && !bodyTouched_ && !stream.in.empty()) {
        const auto step = requestBody_.decode(stream.in.data(), stream.in.size());
        stream.in.consume(step.consumed);
    }
    if (!requestBody_.isDone())
        keepAlive_ = false;
    ownAnswer_.clear();
    const OwnAnswer answer{
        .status = ownStatus_, .type = ownType_, .body = ownBody_, .location = ownLocation_};
    writeOwnAnswer(answer, method_ == http::Method::head, !keepAlive_, minor_ == 0,
                   http::dateText(worker_.loop().now()), ownAnswer_);
    bytesOut_ += method_ == http::Method::head ? 0 : ownBody_.size();
    headSent_ = true;
    const bool sent = stream.send(ownAnswer_.view());
    ownAnswer_.clear();
    if (!sent) {
        torn_ = true;
        keepAlive_ = false;
    }
    finish(ownStatus_);
}

/// A kept connection if there is one, else a fresh one, to the endpoint whose turn it is.
void Exchange::attempt(bool fresh)
{
    for (;;) {
        auto& endpoint = backend_->endpoints[backend_->turn];
        backend_->turn = backend_->turn + 1 < backend_->endpoints.size() ? backend_->turn + 1 : 0;
        auto& pool = worker_.pool(endpoint);
        ++record_.attempts;
        mark_ = worker_.loop().refreshNow();
        upstream_ = fresh ? nullptr : pool.takeKept();
        record_.reused = upstream_ != nullptr;
        traceAttempt(endpoint, record_.reused);
        if (upstream_) {
            upstream_->exchange = this;
            return sendRequest();
        }
        int error = 0;
        upstream_ = pool.connect(error);
        if (upstream_) {
            upstream_->exchange = this;
            if (error == 0)
                return sendRequest();
            phase_ = Phase::connecting;
            worker_.loop().arm(*upstream_, mark_ + worker_.options().timeouts.connect);
            return;
        }
        endAttempt(telemetry::TraceAttempt::End::connectFailed, 0, std::strerror(error));
        if (++connects_ >=
            std::min<std::size_t>(backend_->endpoints.size(), std::size_t(worker_.options().limits.attempts)))
            return fail(502, Refusal::connectFailed, "connect-failed", "The backend could not be reached.");
    }
}

void Exchange::onConnected(int error)
{
    if (error == 0) {
        record_.connect_us = telemetry::Record::saturated(micros(worker_.loop().refreshNow() - mark_));
        if (trace_ && !trace_->attempts.empty())
            trace_->attempts.back().connected_us = sinceStart_us();
        sendRequest();
        return;
    }
    attemptFailed(error, Refusal::connectFailed);
}

/// Nothing of the request was sent yet, so that any request may go to the next endpoint.
void Exchange::attemptFailed(int error, Refusal refusal)
{
    endAttempt(error == ETIMEDOUT ? telemetry::TraceAttempt::End::connectTimeout
                                  : telemetry::TraceAttempt::End::connectFailed,
               0, std::strerror(error));
    dropUpstream(false);
    if (++connects_ <
        std::min<std::size_t>(backend_->endpoints.size(), std::size_t(worker_.options().limits.attempts)))
        return attempt(false);
    if (refusal == Refusal::connectTimeout)
        return fail(504, refusal, "connect-timeout", "The backend did not accept a connection in time.");
    fail(502, refusal, "connect-failed", "The backend could not be reached.");
}

void Exchange::onUpstreamTimeout()
{
    if (phase_ == Phase::connecting)
        return attemptFailed(ETIMEDOUT, Refusal::connectTimeout);
    endAttempt(telemetry::TraceAttempt::End::timeout, 0, {});
    fail(504, Refusal::backendTimeout, "backend-timeout", "The backend did not answer in time.");
}

void Exchange::onTimeout()
{
    if (phase_ == Phase::done || phase_ == Phase::tunnel)
        return;
    auto& downstream = *downstream_;
    endAttempt(telemetry::TraceAttempt::End::timeout, 0, {});
    fail(504, Refusal::requestTimeout, "request-timeout", "The request took longer than the route allows.");
    downstream.settle();
}

void Exchange::onDownstreamGone()
{
    endAttempt(telemetry::TraceAttempt::End::clientGone, 0, {});
    dropUpstream(false);
    record_.refusal = Refusal::clientGone;
    keepAlive_ = false;
    torn_ = true;
    finish(headSent_ ? record_.status : 0);
}

void Exchange::onDownstreamTimeout()
{
    if (phase_ == Phase::tunnel || !downstream_->stream.canSend())
        return onDownstreamGone();
    if (requestBody_.isDone() || headDone_) // an answer that came early does not wait for the body
        return;
    endAttempt(telemetry::TraceAttempt::End::clientGone, 0, {});
    fail(408, Refusal::clientTimeout, "body-timeout", "The request's body came too slowly.");
}

/// The backend's connection can't be used again. The client gets an error if it has nothing of an answer yet,
/// else it must see that the answer was cut.
void Exchange::fail(int status, Refusal refusal, std::string_view code, std::string_view detail)
{
    dropUpstream(false);
    if (!headSent_) {
        choose({.status = status}, refusal, code, detail);
        return sendOwn();
    }
    record_.refusal = refusal;
    keepAlive_ = false;
    torn_ = true;
    finish(record_.status);
}

void Exchange::enter(std::int32_t listener, std::int32_t rule, std::int32_t share)
{
    listener_ = listener;
    leg_ = snapshot_->shared().leg(listener, rule, share);
    record_.leg = std::uint32_t(leg_);
    entered_ = true;
    if (worker_.options().recording)
        worker_.stats().enter(leg_);
}

void Exchange::dropUpstream(bool keep)
{
    if (!upstream_)
        return;
    auto& pool = upstream_->pool();
    if (keep)
        pool.keep(*upstream_);
    else
        pool.close(*upstream_);
    upstream_ = nullptr;
}

void Exchange::finish(int status)
{
    if (phase_ == Phase::done)
        return;
    phase_ = Phase::done;
    worker_.loop().disarm(*this);
    record_.status = std::uint16_t(status);
    if (!entered_)
        enter(-1, -1, -1);
    if (worker_.options().recording) {
        const auto total = micros(worker_.loop().refreshNow() - start_);
        record_.start_us = worker_.wall_us(start_);
        record_.total_us = telemetry::Record::saturated(total);
        record_.bytesIn = telemetry::Record::saturated(requestBody_.total());
        record_.bytesOut = telemetry::Record::saturated(bytesOut_);
        worker_.stats().finish(leg_, {.status = status,
                                      .refused = telemetry::isRefused(record_.refusal),
                                      .reused = record_.reused != 0,
                                      .total_us = total,
                                      .bytesIn = requestBody_.total(),
                                      .bytesOut = bytesOut_});
        worker_.ring().write(record_);
        endTrace();
    }
    trace_.reset();
    request_.clear();
    ownBody_.clear();
    ownLocation_.clear();
    worker_.release(*snapshot_);
    snapshot_ = nullptr;
}

} // namespace gatehouse::gateway
