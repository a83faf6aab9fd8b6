#include "engine/control/demo_services.h"

#include "engine/workspace/document.h"

#include <QTimer>

#include <algorithm>
#include <memory>

namespace gatehouse::control {

DemoServices::DemoServices(ServicesProcess& process, QObject* parent) : QObject(parent), process_(process)
{
    connect(&process_, &ServicesProcess::ready, this, [this] {
        if (!wanted_.empty())
            send({});
    });
}

void DemoServices::want(std::vector<traffic::DemoSpec> set, std::function<void()> done, int limit_ms)
{
    if (set == wanted_) {
        QTimer::singleShot(0, this, std::move(done));
        return;
    }
    wanted_ = std::move(set);
    auto once = std::make_shared<std::function<void()>>(std::move(done));
    const auto finish = [once] {
        if (const auto call = std::exchange(*once, {}))
            call();
    };
    QTimer::singleShot(limit_ms, this, finish);
    send(finish);
}

/// Ports are asked for again, so that a child that comes back is found where it was.
void DemoServices::send(std::function<void()> done)
{
    traffic::ServicesCommand command;
    command.command = traffic::ServicesCommandKind::services;
    command.services = traffic::DemoSet{wanted_};
    for (auto& spec : command.services->services) {
        if (const auto known = endpoints_.find(spec.key); known != endpoints_.end() && !known->second.empty())
            spec.preferredPort = known->second.front().port;
    }
    process_.send(std::move(command), [this, done = std::move(done)](const traffic::ServicesReport& report) {
        const bool changed = report.services && take(*report.services);
        if (done)
            done();
        if (changed)
            Q_EMIT endpointsChanged();
    });
}

bool DemoServices::take(const traffic::DemoBoundSet& bound)
{
    DemoEndpoints now;
    for (const auto& service : bound.services) {
        if (service.port != 0)
            now[service.key] = {Address{service.address, service.port}};
        else
            Q_EMIT failed(QString::fromStdString(service.key), QString::fromStdString(service.error));
    }
    if (now == endpoints_)
        return false;
    endpoints_ = std::move(now);
    return true;
}

std::vector<traffic::DemoSpec> demoSpecs(const workspace::Workspace& workspace)
{
    std::vector<traffic::DemoSpec> specs;
    for (const auto& service : workspace.services) {
        if (!service.demo || !service.endpoints.empty() || specs.size() == traffic::maxDemoServices)
            continue;
        traffic::DemoSpec spec;
        spec.key = workspace::keyOf(service.namespace_, service.name);
        spec.app = service.demo->app;
        spec.version = service.version;
        spec.latency_ms = service.demo->latency_ms;
        spec.errorShare = service.demo->errorShare;
        specs.push_back(std::move(spec));
    }
    return specs;
}

std::vector<traffic::DemoSpec> unionOf(const std::vector<traffic::DemoSpec>& base,
                                       std::vector<traffic::DemoSpec> more)
{
    for (const auto& spec : base) {
        const auto sameKey = [&](const traffic::DemoSpec& other) { return other.key == spec.key; };
        if (std::none_of(more.begin(), more.end(), sameKey) && more.size() < traffic::maxDemoServices)
            more.push_back(spec);
    }
    return more;
}

} // namespace gatehouse::control
