#include "rig.h"

#include <unistd.h>

#include <cstdio>
#include <future>

using namespace gatehouse;

Gateway::Gateway(int workers, gateway::Timeouts timeouts)
    : hub_(workers, {.recordsPerWorker = 1024}),
      plane_({.workers = workers, .hub = hub_, .timeouts = timeouts})
{
}

std::shared_ptr<gateway::Config> Gateway::configTo(const std::vector<std::uint16_t>& ports,
                                                   const std::string& prefix)
{
    auto config = std::make_shared<gateway::Config>();
    policy::ListenerSpec listener{.listener = 0, .key = "edge/web", .hostname = {}, .rules = {}};
    policy::RuleSpec rule{.rule = 0, .ruleOrder = 0, .routeKey = "all"};
    rule.matches.push_back({.pathKind = policy::PathKind::prefix, .path = prefix});
    listener.rules.push_back(rule);
    Problems problems;
    config->sockets.push_back(
        {{"127.0.0.1", 0}, "edge/web", policy::RouteTable::compile({listener}, problems)});
    config->listeners.push_back({"edge/web", 0, 0});
    config->routes.push_back("all");
    gateway::RuleConfig compiled;
    compiled.name = "all[0]";
    for (const auto port : ports) {
        compiled.backends.push_back({.backend = std::int32_t(config->backends.size()), .weight = 1});
        config->backends.push_back({"b" + std::to_string(config->backends.size()), {{"127.0.0.1", port}}});
    }
    config->rules.push_back(std::move(compiled));
    return config;
}

gateway::DataPlane::Outcome Gateway::apply(std::shared_ptr<gateway::Config> config)
{
    config->revision = ++revision_;
    auto served = std::make_shared<std::promise<void>>();
    auto outcome = plane_.apply(std::move(config), {}, [served] { served->set_value(); });
    if (hasErrors(outcome.problems))
        return outcome;
    served->get_future().wait();
    for (const auto& bound : outcome.bound) {
        if (bound.socketKey == "edge/web")
            port_ = bound.address.port;
    }
    return outcome;
}

std::vector<telemetry::Record> Gateway::records()
{
    std::vector<telemetry::Record> out;
    const auto& ring = hub_.ring(0);
    telemetry::Record record;
    for (auto number = ring.first(); ring.read(number, record); ++number)
        out.push_back(record);
    return out;
}

std::size_t residentMemory_bytes()
{
    std::size_t size = 0;
    std::size_t resident = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%zu %zu", &size, &resident) != 2)
            resident = 0;
        std::fclose(file);
    }
    return resident * std::size_t(sysconf(_SC_PAGESIZE));
}
