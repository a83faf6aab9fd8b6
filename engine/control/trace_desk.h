#pragma once

#include "engine/api/contract.h"
#include "engine/gateway/config.h"
#include "engine/telemetry/trace.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

class QTimer;

namespace gatehouse::control {

/// Keeps the last traces and hands Try it the one that it waits for. Main thread.
class TraceDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr std::size_t maxKept = 500;

    using Config = std::shared_ptr<const gateway::Config>;
    void add(std::unique_ptr<telemetry::DecisionTrace> trace, Config config);

    /// Told only when asked for: explaining takes time.
    std::optional<api::DecisionTrace> find(const std::string& traceIdHex) const;

    std::uint64_t newTag() { return ++lastTag_; }
    /// `done` runs once, with the trace of that tag or, after `limit_ms`, without.
    void await(std::uint64_t tag, int limit_ms, std::function<void(std::optional<api::DecisionTrace>)> done);

private:
    struct Kept {
        std::string id;
        std::unique_ptr<telemetry::DecisionTrace> trace;
        Config config;
    };
    struct Waiter {
        std::function<void(std::optional<api::DecisionTrace>)> done;
        QTimer* timer = nullptr;
    };
    void finish(std::uint64_t tag, std::optional<api::DecisionTrace> trace);

    std::deque<Kept> kept_; ///< newest first
    std::map<std::uint64_t, Waiter> waiters_;
    std::uint64_t lastTag_ = 0;
};

} // namespace gatehouse::control
