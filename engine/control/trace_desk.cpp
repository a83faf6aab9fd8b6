#include "engine/control/trace_desk.h"

#include "engine/control/live_table.h"
#include "engine/control/trace_text.h"

#include <QTimer>

#include <algorithm>

namespace gatehouse::control {

void TraceDesk::add(std::unique_ptr<telemetry::DecisionTrace> trace, Config config)
{
    if (trace->reason == telemetry::TraceReason::tryIt && waiters_.contains(trace->tag))
        finish(trace->tag, describeTrace(*trace, config.get()));
    std::string id = hexOf(trace->traceId);
    kept_.push_front({std::move(id), std::move(trace), std::move(config)});
    if (kept_.size() > maxKept)
        kept_.pop_back();
}

std::optional<api::DecisionTrace> TraceDesk::find(const std::string& traceIdHex) const
{
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.id == traceIdHex; });
    if (found == kept_.end())
        return std::nullopt;
    return describeTrace(*found->trace, found->config.get());
}

void TraceDesk::await(std::uint64_t tag, int limit_ms,
                      std::function<void(std::optional<api::DecisionTrace>)> done)
{
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, tag] { finish(tag, std::nullopt); });
    timer->start(limit_ms);
    waiters_[tag] = {std::move(done), timer};
}

void TraceDesk::finish(std::uint64_t tag, std::optional<api::DecisionTrace> trace)
{
    const auto found = waiters_.find(tag);
    if (found == waiters_.end())
        return;
    const Waiter waiter = std::move(found->second);
    waiters_.erase(found);
    waiter.timer->deleteLater();
    waiter.done(std::move(trace));
}

} // namespace gatehouse::control
