#pragma once

#include "engine/workspace/model.h"
#include "ui/charts/chart_spec.h"
#include "ui/charts/event_marks.h"
#include "ui/charts/series_table.h"
#include "ui/client/live_store.h"

#include <QString>

#include <vector>

/// What the four charts of the traffic page show: their series and where each number comes from. No widgets.
namespace gatehouse::ui {

/// A series' value is Σ sign · factor · metric over the store.
struct FeedTerm {
    Scope scope;
    Metric metric = Metric::rate;
    double factor = 1;
};
struct FeedColumn {
    std::vector<FeedTerm> terms;
    int loadQuantile = -1; ///< ≥ 0: of the load generator's own latencies (p50 p90 p99 p99.9) instead
};
struct ChartFeed {
    ChartSpec spec;
    std::vector<FeedColumn> columns; ///< one a series
};

enum class RequestsBy { route, version, status };
enum class LatencyFrom { intendedSend, gateway };

/// At most six series: where more keys had traffic, the five busiest and "others".
ChartFeed requestsFeed(RequestsBy by, const LiveStore& live, const workspace::Workspace& workspace);
ChartFeed latencyFeed(LatencyFrom from);
/// 2xx, 3xx, 4xx and 5xx of backends, and what the gateway refused itself (4xx and 5xx of legs without a
/// backend).
ChartFeed statusFeed();
ChartFeed inFlightFeed();

/// The load generator's latencies as they were reported: ten a second, ten minutes.
class LoadLatencies
{
public:
    void take(double at_ms, const api::LoadState& load);              ///< gaps where nothing was answered
    double largest(int quantile, double from_ms, double to_ms) const; ///< in (from, to]; NaN = none

private:
    SeriesTable table_{4, 6000};
};

/// Appends the bins that end in (after, to] to a table of the feed's columns. `bin_ms` is a multiple of the
/// store's slot, `after` and `to` of the bin.
void appendBins(const ChartFeed& feed, const LiveStore& live, const LoadLatencies& load, double after_ms,
                double to_ms, int bin_ms, SeriesTable& table);

std::vector<EventMark> eventMarks(const LiveStore& live);

} // namespace gatehouse::ui
