#pragma once

#include "engine/api/contract.h"
#include "engine/control/applier.h"
#include "engine/control/live_table.h"
#include "engine/control/observer.h"
#include "engine/control/trace_desk.h"
#include "engine/telemetry/access_log.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::control {

class Storage;

struct EngineOptions {
    int workers = 1;
    QString servicesProgram; ///< path of gatehouse-engine
    std::optional<telemetry::AccessLogOptions> accessLog;
};

/// The control plane: owns the data plane, telemetry's readers and the services process, and ties them
/// together. Main thread only; nothing here blocks.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(EngineOptions options, QObject* parent = nullptr);
    ~Engine() override;

    /// Call once, first: opens the access log. With a problem the engine shouldn't go on.
    std::optional<Problem> begin();

    Applier& applier() { return *applier_; }
    LiveTable& live() { return live_; }
    TraceDesk& traces() { return traces_; }
    Observer& observer() { return *observer_; }
    ServicesProcess& services() { return *services_; }
    telemetry::Hub& hub() { return hub_; }
    const std::optional<api::LoadState>& load() const { return load_; } ///< empty: none was ever run
    std::int64_t startedAt_ms() const { return startedAt_ms_; }

    /// `done` on the main thread; a scan of the rings runs elsewhere.
    void records(const api::RecordsParams& params, std::function<void(api::RecordsResult)> done);

    /// Stops accepting and lets requests finish; `done` on the main thread.
    void drain(std::chrono::milliseconds limit, std::function<void()> done);

Q_SIGNALS:
    void ticked(const gatehouse::control::Tick& tick); ///< ten times a second, after live() took it
    void loadChanged(const gatehouse::api::LoadState& load);
    void logged(const gatehouse::api::LogLine& line);

private:
    void take(const std::shared_ptr<Tick>& tick);
    void log(const char* level, const char* source, const char* code, std::string text);
    void connectServices();
    void setLoad(api::LoadState load);

    const std::int64_t startedAt_ms_;
    telemetry::Hub hub_;
    LiveTable live_{hub_};
    TraceDesk traces_;
    std::optional<api::LoadState> load_;
    std::unique_ptr<gateway::DataPlane> plane_;
    std::unique_ptr<ServicesProcess> services_;
    std::unique_ptr<DemoServices> demo_;
    std::unique_ptr<Applier> applier_;
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Observer> observer_; ///< last: the first to go
};

} // namespace gatehouse::control
