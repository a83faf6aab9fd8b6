#pragma once

#include "engine/gateway/config.h"
#include "engine/gateway/header_edits.h"
#include "engine/http/socket.h"
#include "engine/policy/weighted_split.h"
#include "engine/telemetry/worker_stats.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::telemetry {
class Hub;
}

namespace gatehouse::gateway {

class UpstreamPool;

/// One revision, compiled for the workers: immutable and shared by all. Made on the control thread.
class Snapshot
{
public:
    struct Share {
        HeaderEdits requestEdits; ///< rule's and reference's, folded
        HeaderEdits responseEdits;
        const PathEdit* rewritePath = nullptr; ///< the reference's before the rule's; null = none
        const std::string* rewriteHostname = nullptr;
        const Redirect* redirect = nullptr; ///< of the reference
    };
    struct Rule {
        const RuleConfig* config = nullptr;
        std::vector<Share> shares;
        std::uint32_t firstLeg = 0; ///< in a listener's row of legs: own answers, then one a share
    };

    Snapshot(std::shared_ptr<const Config> config, telemetry::Hub& hub);

    const Config& config() const { return *config_; }
    const Rule& rule(std::uint32_t index) const { return rules_[index]; }

    /// The counters' way, interned with the snapshot so that a request takes no lock for it. All -1 = no
    /// listener; `rule` -1 = no route; `share` -1 = answered by the rule itself.
    telemetry::LegId leg(std::int32_t listener, std::int32_t rule, std::int32_t share) const
    {
        return legs_[legAt(listener, rule, share)];
    }

private:
    std::size_t legAt(std::int32_t listener, std::int32_t rule, std::int32_t share) const
    {
        if (listener < 0)
            return 0;
        const std::size_t row = 1 + legsPerListener_ * std::size_t(listener);
        return rule < 0 ? row : row + rules_[std::size_t(rule)].firstLeg + std::size_t(share + 1);
    }
    void internLegs(telemetry::Hub& hub);

    std::shared_ptr<const Config> config_;
    std::vector<Rule> rules_;
    std::size_t legsPerListener_ = 0;
    std::vector<telemetry::LegId> legs_;
};

/// A worker's own side of a revision: the state that moves (whose turn it is) and its pools. Made on the
/// control thread, then touched by the worker alone.
class WorkerSnapshot
{
public:
    WorkerSnapshot(std::shared_ptr<const Snapshot> shared, std::uint64_t seed);

    struct Endpoint {
        http::SocketAddress address;
        UpstreamPool* pool = nullptr; ///< found at the first use
    };
    struct Backend {
        std::vector<Endpoint> endpoints;
        std::uint32_t turn = 0;
    };

    const Snapshot& shared() const { return *shared_; }
    const Config& config() const { return shared_->config(); }
    Backend& backend(std::int32_t index) { return backends_[std::size_t(index)]; }

    /// The reference whose turn it is, or -1 when all weights are zero.
    int nextShare(std::uint32_t rule);

    int users = 0; ///< exchanges under way

private:
    std::shared_ptr<const Snapshot> shared_;
    std::vector<std::int32_t> splitOf_; ///< by rule: index into splits_; -2 = the only reference, -1 = none
    std::vector<policy::WeightedSplit> splits_;
    std::vector<Backend> backends_;
};

} // namespace gatehouse::gateway
