#pragma once

#include "engine/api/contract.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::control {

class Engine;

/// One real request through a listener that is bound, and what came of it: answer, phases, the gateway's own
/// trace. Ends by itself when it goes out of scope or by cancel(). Main thread.
class TryRequest
{
public:
    using Done = std::function<void(api::TryResult)>;
    using Progress = std::function<void(double share)>; ///< of the time-out that has passed, 0 … 1

    /// What keeps such a request from being sent, in English; nothing where it can be. An unknown listener
    /// isn't among it: see run().
    static std::optional<std::string> wrongWith(const api::TryParams& params);

    /// Null where the listener isn't bound. Else `done` runs once, later, on the main thread, unless the
    /// request is canceled, and `progress` every progressEvery_ms before; `engine` outlives it. `params` are
    /// without fault (wrongWith()).
    static std::shared_ptr<TryRequest> run(
        Engine& engine, api::TryParams params, Done done, Progress progress = [](double) {});

    ~TryRequest();
    void cancel(); ///< closes the connection; `done` doesn't run any more

    static constexpr std::size_t bodyLimit_bytes = 8u << 20;
    static constexpr std::uint32_t maxTimeout_ms = 600'000;
    static constexpr int progressEvery_ms = 200;
    static constexpr int traceWait_ms = 1000; ///< after the answer

private:
    struct Impl;
    explicit TryRequest(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> impl_;
};

} // namespace gatehouse::control
