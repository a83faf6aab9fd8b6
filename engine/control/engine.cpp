#include "engine/control/engine.h"

#include "engine/base/time.h"
#include "engine/control/storage.h"
#include "engine/gateway/data_plane.h"

#include <algorithm>

namespace gatehouse::control {

Engine::Engine(EngineOptions options, QObject* parent)
    : QObject(parent), startedAt_ms_(wallNow().count() / 1'000'000), hub_(options.workers),
      plane_(std::make_unique<gateway::DataPlane>(
          gateway::DataPlaneOptions{.workers = options.workers, .hub = hub_})),
      services_(std::make_unique<ServicesProcess>(options.servicesProgram)),
      demo_(std::make_unique<DemoServices>(*services_)), applier_(std::make_unique<Applier>(*plane_, *demo_))
{
    storage_ = std::make_unique<Storage>(hub_, std::move(options.accessLog), [this](const Problem& problem) {
        postTo(this, [this, problem] { log("warning", "storage", problem.code.c_str(), problem.message); });
    });
    connect(applier_.get(), &Applier::historyMoved, this,
            [this](const std::string& file) { storage_->keepHistoryIn(file); });
    observer_ = std::make_unique<Observer>(hub_, *storage_, this,
                                           [this](const std::shared_ptr<Tick>& tick) { take(tick); });
    connectServices();
}

Engine::~Engine()
{
    plane_.reset(); // its last records are read before the observer goes
    observer_.reset();
    storage_.reset();
}

std::optional<Problem> Engine::begin()
{
    return storage_->openAccessLog();
}

void Engine::connectServices()
{
    connect(services_.get(), &ServicesProcess::load, this,
            [this](const traffic::LoadReport& report) { setLoad(loadState(report)); });
    connect(services_.get(), &ServicesProcess::lost, this, [this](const QString& why) {
        log("warning", "services", "services.lost",
            "The services process went away: " + why.toStdString() + '.');
        if (!load_ || (load_->state != "running" && load_->state != "stopping"))
            return;
        api::LoadState state = *load_;
        state.state = "failed";
        state.error = "The services process went away.";
        state.inFlight = 0;
        setLoad(std::move(state));
    });
    connect(services_.get(), &ServicesProcess::logged, this,
            [this](const QString& text) { log("info", "services", "services.said", text.toStdString()); });
    connect(demo_.get(), &DemoServices::failed, this, [this](const QString& key, const QString& why) {
        log("error", "services", "service.not-started",
            "Demo service " + key.toStdString() + " can't run: " + why.toStdString());
    });
}

void Engine::setLoad(api::LoadState load)
{
    load_ = std::move(load);
    Q_EMIT loadChanged(*load_);
}

void Engine::log(const char* level, const char* source, const char* code, std::string text)
{
    Q_EMIT logged({double(wallNow().count()) / 1e6, level, source, code, std::move(text)});
}

void Engine::take(const std::shared_ptr<Tick>& tick)
{
    const std::uint64_t revision = applier_->status().revision;
    observer_->setRevision(revision);
    live_.take(*tick, revision);
    for (auto& trace : tick->traces) {
        auto config = applier_->configOf(trace->revision);
        traces_.add(std::move(trace), std::move(config));
    }
    Q_EMIT ticked(*tick);
}

void Engine::records(const api::RecordsParams& params, std::function<void(api::RecordsResult)> done)
{
    telemetry::RecordFilter filter;
    filter.from_us = std::uint64_t(std::max<std::int64_t>(params.from_ms, 0)) * 1000;
    if (params.to_ms > 0)
        filter.to_us = std::uint64_t(params.to_ms) * 1000 + 999;
    filter.route = params.route;
    filter.backend = params.backend;
    filter.statusFrom = params.statusFrom;
    filter.statusTo = params.statusTo;
    filter.text = params.text;
    filter.limit = std::min<std::uint32_t>(params.limit, 10'000);
    observer_->query(std::move(filter), [this, done = std::move(done)](telemetry::RecordAnswer answer) {
        api::RecordsResult result;
        result.matched = std::int64_t(answer.matched);
        result.oldest_ms = std::int64_t(answer.oldest_us / 1000);
        for (const auto& record : answer.records)
            result.rows.push_back(requestRow(record, hub_.legName(telemetry::LegId(record.record.leg))));
        postTo(this, [done, result = std::move(result)]() mutable { done(std::move(result)); });
    });
}

void Engine::drain(std::chrono::milliseconds limit, std::function<void()> done)
{
    plane_->drain(limit, [this, done = std::move(done)] { postTo(this, done); });
}

} // namespace gatehouse::control
