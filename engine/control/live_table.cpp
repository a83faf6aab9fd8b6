#include "engine/control/live_table.h"

namespace gatehouse::control {

namespace {

std::vector<double> latencies(const telemetry::Quantiles& quantiles)
{
    if (!quantiles.any)
        return {};
    return {quantiles.ms.begin(), quantiles.ms.end()};
}

api::Leg legOf(const telemetry::LegName& name, const telemetry::LegTotals& totals)
{
    api::Leg leg;
    leg.listener = name.listener;
    leg.route = name.route;
    leg.backend = name.backend;
    leg.requests = std::int64_t(totals.requests);
    leg.s2xx = std::int64_t(totals.byClass[2]);
    leg.s3xx = std::int64_t(totals.byClass[3]);
    leg.s4xx = std::int64_t(totals.byClass[4]);
    leg.s5xx = std::int64_t(totals.byClass[5]);
    leg.refused = std::int64_t(totals.refused);
    leg.reused = std::int64_t(totals.reused);
    leg.inFlight = std::int64_t(totals.inFlight);
    leg.latency_ms = latencies(totals.lastSecond);
    return leg;
}

} // namespace

void LiveTable::take(const Tick& tick, std::uint64_t revision)
{
    ++version_;
    for (const auto& totals : tick.changed) {
        const auto i = std::size_t(totals.leg);
        if (i >= rows_.size()) {
            const std::size_t before = rows_.size();
            auto names = hub_.legNames(before);
            rows_.resize(std::max(i + 1, before + names.size()));
            for (std::size_t n = 0; n < names.size(); ++n)
                rows_[before + n].name = std::move(names[n]);
        }
        rows_[i].totals = totals;
        rows_[i].version = version_;
    }
    head_.at_ms = tick.at_ms;
    head_.revision = revision;
    head_.requests = std::int64_t(tick.totals.requests);
    head_.errors = std::int64_t(tick.totals.errors);
    head_.inFlight = std::int64_t(tick.totals.inFlight);
    head_.downstreamConnections = std::int64_t(tick.totals.downstreamConnections);
    head_.upstreamConnections = std::int64_t(tick.totals.upstreamConnections);
    head_.latency_ms = latencies(tick.totals.lastSecond);
    head_.engineCpu = tick.cpuShare;
    head_.engineRss_bytes = std::int64_t(tick.rss_bytes);
    head_.sequence = std::int64_t(version_);
}

api::TelemetryFrame LiveTable::frameFor(Reader& reader) const
{
    api::TelemetryFrame frame = head_;
    const std::size_t limit = reader.greeted_ ? maxLegsPerFrame : rows_.size();
    reader.greeted_ = true;
    reader.seen_.resize(rows_.size());
    std::size_t looked = 0;
    for (; looked < rows_.size() && frame.legs.size() < limit; ++looked) {
        const std::size_t i = (reader.next_ + looked) % rows_.size();
        const Row& row = rows_[i];
        if (row.version == reader.seen_[i])
            continue;
        reader.seen_[i] = row.version;
        frame.legs.push_back(legOf(row.name, row.totals));
    }
    if (!rows_.empty())
        reader.next_ = (reader.next_ + looked) % rows_.size();
    return frame;
}

std::string hexOf(const telemetry::TraceId& id)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : id) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

api::RequestRow requestRow(const telemetry::NumberedRecord& numbered, const telemetry::LegName& name)
{
    const telemetry::Record& record = numbered.record;
    api::RequestRow row;
    row.id = numbered.id;
    row.at_ms = double(record.start_us) / 1000.0;
    row.method = telemetry::methodName(record.method);
    row.target = record.targetText();
    row.listener = name.listener;
    row.route = name.route;
    row.backend = name.backend;
    row.status = record.status;
    row.total_ms = record.total_us / 1000.0;
    row.upstream_ms = record.upstream_us / 1000.0;
    row.bytesIn = record.bytesIn;
    row.bytesOut = record.bytesOut;
    row.attempts = record.attempts;
    row.reused = record.reused;
    row.refusedBy = telemetry::refusalName(record.refusal);
    row.traceId = hexOf(record.traceId);
    row.revision = record.revision;
    return row;
}

} // namespace gatehouse::control
