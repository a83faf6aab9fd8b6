#include "ui/traffic/chart_feeds.h"

#include "engine/workspace/keys.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrafficCharts)
};

constexpr std::size_t mostSeries = 6;

double addUp(double sum, double value)
{
    return std::isnan(sum) ? value : std::isnan(value) ? sum : sum + value;
}

/// Total over all that is kept, to find the busiest.
double volume(const LiveStore& live, const Scope& scope)
{
    double sum = 0;
    for (const Sample& sample : live.series(scope, Metric::rate, live.oldest_ms(), live.latest_ms(), 5000))
        sum += std::isnan(sample.value) ? 0 : sample.value;
    return sum;
}

void addSeries(ChartFeed& feed, const std::string& key, const QString& name, FeedColumn column)
{
    SeriesSpec series;
    series.key = QString::fromStdString(key);
    series.name = name;
    series.style = int(feed.spec.series.size());
    feed.spec.series.push_back(series);
    feed.columns.push_back(std::move(column));
}

Scope scopeOf(RequestsBy by, const std::string& key)
{
    return by == RequestsBy::route ? Scope::ofRoute(key) : Scope::ofBackend(key);
}

/// Versions of one app beside each other, the app with two of them first: stable is then series 1, canary
/// series 2.
std::vector<std::string> versionsInOrder(const workspace::Workspace& workspace)
{
    std::map<std::string, int> versions;
    for (const auto& service : workspace.services)
        ++versions[service.app.empty() ? service.name : service.app];
    std::vector<std::string> several;
    std::vector<std::string> single;
    for (const auto& service : workspace.services) {
        auto& list = versions[service.app.empty() ? service.name : service.app] > 1 ? several : single;
        list.push_back(workspace::serviceKey(service));
    }
    several.insert(several.end(), single.begin(), single.end());
    return several;
}

/// The workspace's order, then what only the store knows; all of the workspace while there is no traffic.
std::vector<std::string> keysToShow(RequestsBy by, const LiveStore& live,
                                    const workspace::Workspace& workspace)
{
    std::vector<std::string> ordered;
    if (by == RequestsBy::route) {
        for (const auto& route : workspace.routes)
            ordered.push_back(workspace::routeKey(route));
    } else {
        ordered = versionsInOrder(workspace);
    }
    const auto seen = by == RequestsBy::route ? live.routes() : live.backends();
    if (seen.empty())
        return ordered;
    std::vector<std::string> keys;
    for (const std::string& key : ordered) {
        if (std::find(seen.begin(), seen.end(), key) != seen.end())
            keys.push_back(key);
    }
    for (const std::string& key : seen) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

void addKeys(ChartFeed& feed, RequestsBy by, const LiveStore& live, const std::vector<std::string>& keys)
{
    std::vector<std::string> shown = keys;
    if (keys.size() > mostSeries) {
        std::map<std::string, double> volumes;
        for (const std::string& key : keys)
            volumes[key] = volume(live, scopeOf(by, key));
        std::stable_sort(shown.begin(), shown.end(),
                         [&](const auto& a, const auto& b) { return volumes[a] > volumes[b]; });
        shown.resize(mostSeries - 1);
    }
    FeedColumn others;
    for (const std::string& key : keys) { // shown in the order of keys
        const FeedTerm term{scopeOf(by, key), Metric::rate, 1};
        if (std::find(shown.begin(), shown.end(), key) == shown.end())
            others.terms.push_back(term);
        else
            addSeries(feed, key, QString::fromStdString(key), {{term}});
    }
    if (!others.terms.empty())
        addSeries(feed, "others", Words::tr("others"), std::move(others));
}

ChartFeed statusColumns()
{
    ChartFeed feed;
    const auto gateway = Scope::ofBackend({});
    const auto add = [&feed](const char* key, Role role, bool hatch, std::vector<FeedTerm> terms) {
        const QString name = QString::fromLatin1(key);
        addSeries(feed, key, name == QLatin1String("refused") ? Words::tr("refused") : name,
                  {std::move(terms)});
        feed.spec.series.back().role = role;
        feed.spec.series.back().hatch = hatch;
    };
    add("2xx", Role::ok, false, {{Scope::all(), Metric::rate2xx, 1}});
    feed.spec.series.back().role.reset(); // allowed = series 1
    add("3xx", Role::off, false, {{Scope::all(), Metric::rate3xx, 1}});
    add("4xx", Role::warning, false, {{Scope::all(), Metric::rate4xx, 1}, {gateway, Metric::rate4xx, -1}});
    add("refused", Role::off, true, {{gateway, Metric::rate4xx, 1}, {gateway, Metric::rate5xx, 1}});
    feed.spec.series.back().role.reset(); // refused = series 2, hatched
    feed.spec.series.back().style = 1;
    add("5xx", Role::error, false, {{Scope::all(), Metric::rate5xx, 1}, {gateway, Metric::rate5xx, -1}});
    return feed;
}

} // namespace

ChartFeed requestsFeed(RequestsBy by, const LiveStore& live, const workspace::Workspace& workspace)
{
    ChartFeed feed = by == RequestsBy::status ? statusColumns() : ChartFeed{};
    feed.spec.id = QStringLiteral("requests");
    feed.spec.unit = Words::tr("requests/s");
    feed.spec.title = by == RequestsBy::route     ? Words::tr("Requests by route")
                      : by == RequestsBy::version ? Words::tr("Requests by version")
                                                  : Words::tr("Requests by status");
    if (by == RequestsBy::status) {
        for (std::size_t k = 0; k < feed.spec.series.size(); ++k) {
            feed.spec.series[k].style = int(k);
            feed.spec.series[k].hatch = false;
        }
        return feed;
    }
    addKeys(feed, by, live, keysToShow(by, live, workspace));
    return feed;
}

ChartFeed latencyFeed(LatencyFrom from)
{
    ChartFeed feed;
    feed.spec.id = QStringLiteral("latency");
    feed.spec.title = from == LatencyFrom::intendedSend ? Words::tr("Latency from intended send time")
                                                        : Words::tr("Latency at the gateway");
    feed.spec.unit = Words::tr("ms");
    feed.spec.kind = ScaleKind::log;
    constexpr Metric metrics[] = {Metric::p50_ms, Metric::p90_ms, Metric::p99_ms, Metric::p999_ms};
    const char* const names[] = {"p50", "p90", "p99", "p99.9"};
    for (int quantile = 0; quantile < 4; ++quantile) {
        FeedColumn column;
        if (from == LatencyFrom::intendedSend)
            column.loadQuantile = quantile;
        else
            column.terms = {{Scope::all(), metrics[quantile], 1}};
        addSeries(feed, names[quantile], QString::fromLatin1(names[quantile]), std::move(column));
    }
    return feed;
}

ChartFeed statusFeed()
{
    ChartFeed feed = statusColumns();
    feed.spec.id = QStringLiteral("status");
    feed.spec.title = Words::tr("Status mix");
    feed.spec.unit = Words::tr("% of answers");
    feed.spec.stacked = true;
    return feed;
}

ChartFeed inFlightFeed()
{
    ChartFeed feed;
    feed.spec.id = QStringLiteral("inflight");
    feed.spec.title = Words::tr("In flight and connection reuse");
    feed.spec.unit = Words::tr("requests");
    feed.spec.rightUnit = Words::tr("%");
    addSeries(feed, "inFlight", Words::tr("in flight"), {{{Scope::all(), Metric::inFlight, 1}}});
    addSeries(feed, "reuse", Words::tr("upstream reuse %"), {{{Scope::all(), Metric::reuseShare, 100}}});
    feed.spec.series.back().rightAxis = true;
    return feed;
}

void LoadLatencies::take(double at_ms, const api::LoadState& load)
{
    table_.append(at_ms, load.latency_ms); // fewer than four, or none, are gaps
}

double LoadLatencies::largest(int quantile, double from_ms, double to_ms) const
{
    double most = noValue;
    for (std::size_t row = table_.rowFrom(from_ms); row < table_.rows() && table_.time_ms(row) <= to_ms;
         ++row) {
        const double value = table_.value(quantile, row);
        if (table_.time_ms(row) > from_ms && value > 0)
            most = std::isnan(most) ? value : std::max(most, value);
    }
    return most;
}

void appendBins(const ChartFeed& feed, const LiveStore& live, const LoadLatencies& load, double after_ms,
                double to_ms, int bin_ms, SeriesTable& table)
{
    const auto bins = std::size_t(std::max(0.0, std::round((to_ms - after_ms) / bin_ms)));
    std::vector<std::vector<double>> rows(bins, std::vector<double>(feed.columns.size(), noValue));
    for (std::size_t k = 0; k < feed.columns.size(); ++k) {
        const FeedColumn& column = feed.columns[k];
        for (std::size_t i = 0; column.loadQuantile >= 0 && i < bins; ++i)
            rows[i][k] = load.largest(column.loadQuantile, after_ms + double(i) * bin_ms,
                                      after_ms + double(i + 1) * bin_ms);
        for (const FeedTerm& term : column.terms) {
            const auto samples = live.series(term.scope, term.metric, after_ms, to_ms, bin_ms);
            for (const Sample& sample : samples) {
                const auto i = std::size_t(std::llround((sample.at_ms - after_ms) / bin_ms)) - 1;
                if (i < bins)
                    rows[i][k] = addUp(rows[i][k], sample.value * term.factor);
            }
        }
    }
    for (std::size_t i = 0; i < bins; ++i)
        table.append(after_ms + double(i + 1) * bin_ms, rows[i]);
}

std::vector<EventMark> eventMarks(const LiveStore& live)
{
    std::vector<EventMark> marks;
    for (const LiveEvent& event : live.events()) {
        QString text = event.code;
        if (event.code == QLatin1String("revision"))
            text = Words::tr("revision %1").arg(event.arg);
        else if (event.code == QLatin1String("load.started"))
            text = Words::tr("load starts");
        else if (event.code == QLatin1String("load.stopped"))
            text = Words::tr("load ends");
        else if (event.code == QLatin1String("engine.restarted"))
            text = Words::tr("engine restarted");
        marks.push_back({event.at_ms, text});
    }
    return marks;
}

} // namespace gatehouse::ui
