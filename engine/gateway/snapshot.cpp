#include "engine/gateway/snapshot.h"

#include "engine/base/draw.h"
#include "engine/telemetry/hub.h"

namespace gatehouse::gateway {

namespace {

Snapshot::Share compileShare(const FilterSet& rule, const FilterSet& reference)
{
    Snapshot::Share out;
    out.requestEdits = HeaderEdits(rule.requestHeaders, reference.requestHeaders);
    out.responseEdits = HeaderEdits(rule.responseHeaders, reference.responseHeaders);
    const auto& path =
        reference.rewritePath.kind != PathEdit::Kind::none ? reference.rewritePath : rule.rewritePath;
    if (path.kind != PathEdit::Kind::none)
        out.rewritePath = &path;
    const auto& host = reference.rewriteHostname.empty() ? rule.rewriteHostname : reference.rewriteHostname;
    if (!host.empty())
        out.rewriteHostname = &host;
    if (reference.redirect.active)
        out.redirect = &reference.redirect;
    return out;
}

} // namespace

Snapshot::Snapshot(std::shared_ptr<const Config> config, telemetry::Hub& hub) : config_(std::move(config))
{
    rules_.reserve(config_->rules.size());
    std::uint32_t legs = 1; // the first of a row counts what no route took
    for (const auto& rule : config_->rules) {
        Rule compiled;
        compiled.config = &rule;
        compiled.firstLeg = legs;
        for (const auto& share : rule.backends)
            compiled.shares.push_back(compileShare(rule.filters, share.filters));
        legs += std::uint32_t(rule.backends.size()) + 1;
        rules_.push_back(std::move(compiled));
    }
    legsPerListener_ = legs;
    internLegs(hub);
}

/// Only the ways that the tables can choose: most combinations of listeners and rules never carry a request.
void Snapshot::internLegs(telemetry::Hub& hub)
{
    legs_.assign(1 + legsPerListener_ * config_->listeners.size(), telemetry::LegId::other);
    legs_[0] = hub.leg({}, {}, {});
    for (std::size_t i = 0; i < config_->listeners.size(); ++i)
        legs_[legAt(std::int32_t(i), -1, -1)] = hub.leg(config_->listeners[i].key, {}, {});
    for (const auto& socket : config_->sockets) {
        for (const auto& [listener, rule] : socket.table->ways()) {
            const auto& listenerKey = config_->listeners[listener].key;
            const auto& ruleConfig = config_->rules[rule];
            const auto& routeKey = config_->routes[ruleConfig.route];
            auto* leg = &legs_[legAt(std::int32_t(listener), std::int32_t(rule), -1)];
            *leg = hub.leg(listenerKey, routeKey, {});
            for (const auto& share : ruleConfig.backends) {
                const auto backendKey =
                    share.backend < 0 ? std::string_view{}
                                      : std::string_view(config_->backends[std::size_t(share.backend)].key);
                *++leg = hub.leg(listenerKey, routeKey, backendKey);
            }
        }
    }
}

WorkerSnapshot::WorkerSnapshot(std::shared_ptr<const Snapshot> shared, std::uint64_t seed)
    : shared_(std::move(shared))
{
    Draw draw(seed);
    const auto& config = shared_->config();
    splitOf_.reserve(config.rules.size());
    for (const auto& rule : config.rules) {
        if (rule.backends.size() == 1) {
            splitOf_.push_back(rule.backends[0].weight > 0 ? -2 : -1);
            continue;
        }
        std::vector<std::uint32_t> weights;
        for (const auto& share : rule.backends)
            weights.push_back(share.weight);
        splitOf_.push_back(weights.empty() ? -1 : std::int32_t(splits_.size()));
        if (!weights.empty())
            splits_.emplace_back(weights, draw.next());
    }
    for (const auto& backend : config.backends) {
        Backend mine;
        for (const auto& endpoint : backend.endpoints)
            mine.endpoints.push_back({http::SocketAddress::from(endpoint), nullptr});
        mine.turn = mine.endpoints.empty() ? 0 : std::uint32_t(draw.below(mine.endpoints.size()));
        backends_.push_back(std::move(mine));
    }
}

int WorkerSnapshot::nextShare(std::uint32_t rule)
{
    const auto split = splitOf_[rule];
    if (split >= 0)
        return splits_[std::size_t(split)].next();
    return split == -2 ? 0 : -1;
}

} // namespace gatehouse::gateway
