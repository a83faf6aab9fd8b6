#include "engine/telemetry/metrics.h"

#include "engine/base/json_text.h"

namespace gatehouse::telemetry {

namespace {

struct Series {
    std::string labels; ///< listener="…",route="…",backend="…"
    LegTotals totals;
    std::array<std::uint64_t, durationBounds_s.size() + 1> durations{};
};

void addTo(Series& series, const LegTotals& totals,
           const std::array<std::uint64_t, durationBounds_s.size() + 1>& durations)
{
    LegTotals& sum = series.totals;
    sum.requests += totals.requests;
    for (std::size_t i = 0; i < sum.byClass.size(); ++i)
        sum.byClass[i] += totals.byClass[i];
    sum.refused += totals.refused;
    sum.reused += totals.reused;
    sum.inFlight += totals.inFlight;
    sum.bytesIn += totals.bytesIn;
    sum.bytesOut += totals.bytesOut;
    sum.latencySum_us += totals.latencySum_us;
    for (std::size_t i = 0; i < durations.size(); ++i)
        series.durations[i] += durations[i];
}

std::string labelsOf(const LegName& name)
{
    return "listener=\"" + escapedLabel(name.listener) + "\",route=\"" + escapedLabel(name.route) +
           "\",backend=\"" + escapedLabel(name.backend) + '"';
}

std::vector<Series> collectSeries(Hub& hub, const Collector& collector)
{
    std::vector<Series> all;
    Series other{labelsOf({"other", "other", "other"}), {}, {}};
    const auto names = hub.legNames(0);
    for (std::size_t i = 0; i < names.size() && i < collector.legs(); ++i) {
        const auto leg = LegId(i);
        const LegTotals& totals = collector.leg(leg);
        if (totals.requests == 0 && totals.inFlight == 0)
            continue;
        if (leg == LegId::other || all.size() >= maxMetricLegs) {
            addTo(other, totals, collector.durations(leg));
            continue;
        }
        Series series{labelsOf(names[i]), {}, {}};
        addTo(series, totals, collector.durations(leg));
        all.push_back(std::move(series));
    }
    if (other.totals.requests != 0 || other.totals.inFlight != 0)
        all.push_back(std::move(other));
    return all;
}

class Text
{
public:
    void family(std::string_view name, std::string_view type, std::string_view help)
    {
        out.append("# HELP ").append(name).append(1, ' ').append(help).append("\n# TYPE ").append(name);
        out.append(1, ' ').append(type).append(1, '\n');
    }
    void sample(std::string_view name, std::string_view labels, double value)
    {
        out.append(name);
        if (!labels.empty())
            out.append(1, '{').append(labels).append(1, '}');
        out.append(1, ' ').append(json::numberText(value)).append(1, '\n');
    }
    void single(std::string_view name, std::string_view type, std::string_view help, double value)
    {
        family(name, type, help);
        sample(name, {}, value);
    }
    std::string out;
};

void writeRequests(Text& text, const std::vector<Series>& all)
{
    constexpr std::string_view name = "gatehouse_requests_total";
    text.family(name, "counter",
                "Requests finished, by way and status class; none = the client went away first.");
    static constexpr std::array<std::string_view, 6> classes = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};
    for (const Series& series : all) {
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (series.totals.byClass[i] != 0)
                text.sample(name, series.labels + ",code_class=\"" + std::string(classes[i]) + '"',
                            double(series.totals.byClass[i]));
        }
    }
}

void writeCounts(Text& text, const std::vector<Series>& all)
{
    struct Family {
        std::string_view name, type, help;
        std::uint64_t LegTotals::*member;
    };
    static constexpr Family families[] = {
        {"gatehouse_requests_refused_total", "counter",
         "Requests answered by the gateway instead of a backend.", &LegTotals::refused},
        {"gatehouse_requests_reused_connection_total", "counter",
         "Requests sent on a kept upstream connection.", &LegTotals::reused},
        {"gatehouse_requests_in_flight", "gauge", "Requests under way.", &LegTotals::inFlight},
        {"gatehouse_request_body_bytes_total", "counter", "Bytes of request bodies.", &LegTotals::bytesIn},
        {"gatehouse_response_body_bytes_total", "counter", "Bytes of response bodies.", &LegTotals::bytesOut},
    };
    for (const Family& family : families) {
        text.family(family.name, family.type, family.help);
        for (const Series& series : all)
            text.sample(family.name, series.labels, double(series.totals.*family.member));
    }
}

void writeDurations(Text& text, const std::vector<Series>& all)
{
    constexpr std::string_view name = "gatehouse_request_duration_seconds";
    text.family(name, "histogram", "From a request's first byte to its answer's last.");
    for (const Series& series : all) {
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < series.durations.size(); ++i) {
            below += series.durations[i];
            const std::string bound =
                i < durationBounds_s.size() ? json::numberText(durationBounds_s[i]) : std::string("+Inf");
            text.sample(std::string(name) + "_bucket", series.labels + ",le=\"" + bound + '"', double(below));
        }
        text.sample(std::string(name) + "_sum", series.labels, double(series.totals.latencySum_us) / 1e6);
        text.sample(std::string(name) + "_count", series.labels, double(below));
    }
}

} // namespace

std::string escapedLabel(std::string_view value)
{
    std::string escaped;
    for (const char c : value) {
        if (c == '\\' || c == '"')
            escaped += '\\';
        if (c == '\n')
            escaped += "\\n";
        else
            escaped += c;
    }
    return escaped;
}

std::string prometheusText(Hub& hub, const Collector& collector, const ProcessFacts& process)
{
    Text text;
    const auto all = collectSeries(hub, collector);
    writeRequests(text, all);
    writeCounts(text, all);
    writeDurations(text, all);

    const Totals totals = collector.totals();
    std::uint64_t accepted = 0;
    std::uint64_t opened = 0;
    for (int w = 0; w < hub.workers(); ++w) {
        accepted += hub.worker(w).accepted.value();
        opened += hub.worker(w).upstreamOpened.value();
    }
    text.single("gatehouse_downstream_connections", "gauge", "Client connections open.",
                double(totals.downstreamConnections));
    text.single("gatehouse_upstream_connections", "gauge", "Backend connections open.",
                double(totals.upstreamConnections));
    text.single("gatehouse_downstream_connections_accepted_total", "counter", "Client connections taken.",
                double(accepted));
    text.single("gatehouse_upstream_connections_opened_total", "counter", "Backend connections made.",
                double(opened));
    text.single("gatehouse_traces_dropped_total", "counter", "Decision traces lost to a full queue.",
                double(hub.traces().dropped()));
    text.single("gatehouse_workspace_revision", "gauge", "Revision that serves.", double(process.revision));
    text.family("gatehouse_build_info", "gauge", "Version of the engine.");
    text.sample("gatehouse_build_info", "version=\"" + escapedLabel(process.version) + '"', 1);
    text.single("process_cpu_seconds_total", "counter", "User and system CPU time.", process.cpu_s);
    text.single("process_resident_memory_bytes", "gauge", "Resident memory.", double(process.rss_bytes));
    text.single("process_start_time_seconds", "gauge", "Start of the process, Unix time.", process.start_s);
    text.single("process_open_fds", "gauge", "Open file descriptors.", double(process.openFiles));
    return text.out;
}

} // namespace gatehouse::telemetry
