#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/exchange.h"
#include "engine/gateway/worker.h"

namespace gatehouse::gateway {

namespace {

using telemetry::DecisionTrace;
using telemetry::TraceFilter;

void addEdits(DecisionTrace& trace, const HeaderEdit& edit, TraceFilter::Kind kind, bool ofBackend,
              std::uint32_t at)
{
    if (!edit.empty())
        trace.filters.push_back({kind, ofBackend, {}, HeaderEdits(edit).text(), at});
}

} // namespace

std::uint32_t Exchange::sinceStart_us() const
{
    return telemetry::Record::saturated(std::uint64_t((monotonicNow() - start_).count()) / 1000);
}

/// Try it asks by a field; else now and then a sample.
void Exchange::beginTrace(const http::RequestHead& head, std::string_view path, std::string_view query)
{
    trace_.reset();
    if (!worker_.options().recording)
        return;
    const auto* asked = head.section.first(http::Known::gatehouseTrace);
    const auto tag = asked ? worker_.hub().traceTag(asked->value) : std::nullopt;
    const auto now_us = std::uint64_t(start_.count()) / 1000;
    if (!tag && !worker_.allowance().sample(now_us))
        return;
    trace_ = std::make_unique<DecisionTrace>();
    trace_->reason = tag ? telemetry::TraceReason::tryIt : telemetry::TraceReason::sample;
    trace_->tag = tag.value_or(0);
    trace_->method = head.method;
    trace_->target = head.rawTarget;
    trace_->host = head.host;
    trace_->path = path;
    trace_->query = query;
    for (std::size_t i = 0; i < head.section.fields.size() && i < 64; ++i) {
        if (head.section.known[i] != http::Known::gatehouseTrace)
            trace_->fields.emplace_back(head.section.fields[i].name,
                                        head.section.fields[i].value.substr(0, 1024));
    }
    trace_->headDone_us = sinceStart_us();
}

void Exchange::traceFilters(const FilterSet& filters, bool ofBackend)
{
    const auto at = sinceStart_us();
    addEdits(*trace_, filters.requestHeaders, TraceFilter::Kind::requestHeaderModifier, ofBackend, at);
    addEdits(*trace_, filters.responseHeaders, TraceFilter::Kind::responseHeaderModifier, ofBackend, at);
    if (filters.redirect.active)
        trace_->filters.push_back({TraceFilter::Kind::requestRedirect, ofBackend, trace_->target, {}, at});
    if (!filters.rewriteHostname.empty()) {
        trace_->filters.push_back(
            {TraceFilter::Kind::urlRewrite, ofBackend, trace_->host, filters.rewriteHostname, at});
    }
    if (filters.rewritePath.kind != PathEdit::Kind::none)
        trace_->filters.push_back(
            {TraceFilter::Kind::urlRewrite, ofBackend, trace_->path, filters.rewritePath.value, at});
}

void Exchange::traceAttempt(const WorkerSnapshot::Endpoint& endpoint, bool reused)
{
    if (!trace_)
        return;
    telemetry::TraceAttempt attempt;
    attempt.endpoint = endpoint.address.toAddress().text();
    attempt.reused = reused;
    attempt.begin_us = sinceStart_us();
    trace_->attempts.push_back(std::move(attempt));
}

void Exchange::endAttempt(telemetry::TraceAttempt::End end, int status, std::string_view detail)
{
    if (!trace_ || trace_->attempts.empty() || trace_->attempts.back().end_us != 0)
        return;
    auto& attempt = trace_->attempts.back();
    attempt.end = end;
    attempt.status = status;
    attempt.detail = detail;
    attempt.end_us = sinceStart_us();
}

void Exchange::endTrace()
{
    const bool refused = telemetry::isRefused(record_.refusal);
    if (!trace_) {
        if (!refused || !worker_.allowance().refusal(std::uint64_t(start_.count()) / 1000))
            return;
        trace_ = std::make_unique<DecisionTrace>();
        trace_->target = record_.targetText();
        trace_->method = telemetry::methodName(record_.method);
        trace_->listener = listener_;
    }
    if (refused && trace_->reason == telemetry::TraceReason::sample)
        trace_->reason = telemetry::TraceReason::refusal;
    trace_->revision = snapshot_->config().revision;
    trace_->start_us = record_.start_us;
    trace_->traceId = record_.traceId;
    trace_->client = std::string(downstream_->peerHost()) + ':' + std::to_string(downstream_->peerPort());
    trace_->refusal = record_.refusal;
    trace_->status = record_.status;
    trace_->total_us = record_.total_us;
    worker_.hub().traces().push(std::move(trace_));
}

} // namespace gatehouse::gateway
