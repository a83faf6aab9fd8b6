#pragma once

#include "engine/api/contract.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::ui {

/// Which requests: a filter over legs. An absent member takes all; an empty string is itself a value
/// ("answered by the gateway", "no route").
struct Scope {
    std::optional<std::string> listener;
    std::optional<std::string> route;
    std::optional<std::string> backend;

    static Scope all() { return {}; }
    static Scope ofListener(std::string key) { return {.listener = std::move(key)}; }
    static Scope ofRoute(std::string key) { return {.route = std::move(key)}; }
    static Scope ofBackend(std::string key) { return {.backend = std::move(key)}; }
    static Scope entering(std::string listener, std::string route)
    {
        return {std::move(listener), std::move(route), {}};
    }
    static Scope leaving(std::string route, std::string backend)
    {
        return {{}, std::move(route), std::move(backend)};
    }
    auto operator<=>(const Scope&) const = default;
};

enum class Metric {
    rate, ///< requests/s
    rate2xx,
    rate3xx,
    rate4xx,
    rate5xx,
    refusedRate, ///< answered by the gateway instead of a backend, 1/s
    errorShare,  ///< 5xx of requests, 0 … 1; NaN without requests
    reuseShare,  ///< upstream connections kept, 0 … 1; NaN without requests
    inFlight,
    p50_ms,
    p90_ms,
    p99_ms,
    p999_ms ///< of the last second; NaN without requests in it
};

struct Sample {
    double at_ms = 0; ///< wall clock, the end of the bin
    double value = 0; ///< NaN = gap
};

/// What a node or a read-out shows. NaN where nothing is known.
struct Now {
    double rate_per_s = 0;
    double errorShare = 0;
    double refused_per_s = 0;
    double reuseShare = 0;
    double inFlight = 0;
    double p50_ms = 0, p90_ms = 0, p99_ms = 0, p999_ms = 0;
};

/// A moment worth a mark on a chart.
struct LiveEvent {
    double at_ms = 0;
    QString code; ///< "revision", "load.started", "load.stopped", "engine.restarted"
    QString arg;  ///< the revision's number …
};

/// Telemetry as time series: the last 10 minutes at 10 Hz for each leg, made from cumulative counters, and
/// the last 100,000 rows of the request log. Frames that never came stay gaps; a restarted engine (counters
/// fall, sequence starts again) is a gap, not a dip. GUI thread. ~300 kB a leg.
class LiveStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int slot_ms = 100;
    static constexpr int slotCount = 6000;
    static constexpr std::int64_t maxRows = 100'000;

    explicit LiveStore(QObject* parent = nullptr);
    ~LiveStore() override;

    void take(const api::TelemetryFrame& frame);
    void take(const api::RequestBatch& batch);
    void engineRestarted(); ///< counters begin again; an event is kept
    void clear();

    bool hasData() const;
    double latest_ms() const; ///< wall clock of the last frame; 0 = none yet
    double oldest_ms() const;

    /// Bins of `bin_ms` (a multiple of slot_ms) that end at from+bin, … ≤ to; never more than 6000. Rates are
    /// means over the bin, shares are ratios of sums, in-flight and quantiles the largest in it. Over several
    /// legs a quantile is read from the sum of the legs' distributions, each drawn through its four known
    /// points.
    std::vector<Sample> series(const Scope& scope, Metric metric, double from_ms, double to_ms,
                               int bin_ms) const;
    Now now(const Scope& scope, double window_ms = 1000) const;
    double value(const Scope& scope, Metric metric, double window_ms = 1000) const;

    std::vector<std::string> listeners() const; ///< keys seen, in order of appearance
    std::vector<std::string> routes() const;
    std::vector<std::string> backends() const;

    const api::TelemetryFrame& frame() const; ///< the last one's own numbers (legs left out)
    const api::LoadState& load() const;       ///< last known
    const std::vector<LiveEvent>& events() const;

    // Rows of the request log by a number that never repeats: [firstRow, endRow).
    std::int64_t firstRow() const;
    std::int64_t endRow() const;
    const api::RequestRow& row(std::int64_t number) const;
    std::int64_t skippedRows() const; ///< came faster than the log follows

Q_SIGNALS:
    void advanced(); ///< after each frame, 10 Hz at most
    void loadChanged();
    void rowsChanged(); ///< once a batch
    void eventAdded();

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace gatehouse::ui
