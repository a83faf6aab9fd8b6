#include "ui/client/live_store.h"

#include "ui/client/leg_series.h"
#include "ui/client/quantile_mix.h"

#include <cmath>
#include <deque>
#include <limits>
#include <map>

namespace gatehouse::ui {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t bridged = 5; ///< slots between two frames that are still one stretch, not a gap
constexpr std::size_t maxEvents = 1000;

std::int64_t slotOf(double at_ms)
{
    return std::int64_t(at_ms) / LiveStore::slot_ms;
}

/// Sums of some legs over some slots.
struct Sum {
    std::int64_t known = 0; ///< slots that aren't gaps
    double requests = 0, s2xx = 0, s3xx = 0, s4xx = 0, s5xx = 0, refused = 0, reused = 0;
    double inFlight = 0;              ///< largest
    std::vector<QuantilePart> latest; ///< of the last slot that has latencies
};

double share(double part, double whole)
{
    return whole > 0 ? part / whole : none;
}

double quantileOf(Metric metric)
{
    switch (metric) {
    case Metric::p50_ms:
        return 0.5;
    case Metric::p90_ms:
        return 0.9;
    case Metric::p99_ms:
        return 0.99;
    default:
        return 0.999;
    }
}

bool isQuantile(Metric metric)
{
    return metric >= Metric::p50_ms;
}

double metricOf(const Sum& sum, Metric metric)
{
    if (sum.known == 0)
        return none;
    const double seconds = double(sum.known) * LiveStore::slot_ms / 1000.0;
    switch (metric) {
    case Metric::rate:
        return sum.requests / seconds;
    case Metric::rate2xx:
        return sum.s2xx / seconds;
    case Metric::rate3xx:
        return sum.s3xx / seconds;
    case Metric::rate4xx:
        return sum.s4xx / seconds;
    case Metric::rate5xx:
        return sum.s5xx / seconds;
    case Metric::refusedRate:
        return sum.refused / seconds;
    case Metric::errorShare:
        return share(sum.s5xx, sum.requests);
    case Metric::reuseShare:
        return share(sum.reused, sum.requests - sum.refused);
    case Metric::inFlight:
        return sum.inFlight;
    default:
        return mixedQuantile(sum.latest, quantileOf(metric));
    }
}

} // namespace

struct LiveStore::Private {
    std::vector<LegSeries> legs;
    std::map<std::string, std::vector<int>> byListener, byRoute, byBackend;
    std::vector<std::string> listenerOrder, routeOrder, backendOrder;
    std::map<std::array<std::string, 3>, int> byKey;
    std::vector<bool> known = std::vector<bool>(LiveStore::slotCount, false);
    std::vector<std::int64_t> knownOwner = std::vector<std::int64_t>(LiveStore::slotCount, -1);
    std::vector<std::array<float, 4>> total = std::vector<std::array<float, 4>>(LiveStore::slotCount);
    api::TelemetryFrame frame;
    api::LoadState load;
    std::vector<LiveEvent> events;
    bool any = false;
    bool fresh = true; ///< the next frame's counters begin at zero or are taken as a base
    bool base = true;  ///< nothing was seen before: the next frame is only a base
    std::int64_t firstSlot = 0;
    std::int64_t lastSlot = 0;
    std::deque<api::RequestRow> rows;
    std::int64_t firstRow = 0;
    std::int64_t skipped = 0;

    int legFor(const api::Leg& leg);
    void forgetTimes(std::int64_t slot)
    {
        std::fill(known.begin(), known.end(), false);
        firstSlot = lastSlot = slot - 1;
    }
    const std::vector<int>* candidates(const Scope& scope) const;
    bool matches(const Scope& scope, const api::Leg& leg) const;
    std::vector<int> pick(const Scope& scope) const;
    bool isKnown(std::int64_t slot) const;
    void markKnown(std::int64_t slot, const std::vector<double>& latency_ms);
    Sum sum(const std::vector<int>& picked, std::int64_t from, std::int64_t to, bool quantiles,
            bool all) const;
};

int LiveStore::Private::legFor(const api::Leg& leg)
{
    const auto [found, isNew] = byKey.try_emplace({leg.listener, leg.route, leg.backend}, int(legs.size()));
    if (!isNew)
        return found->second;
    api::Leg zero;
    zero.listener = leg.listener;
    zero.route = leg.route;
    zero.backend = leg.backend;
    legs.emplace_back(zero);
    const auto note = [number = found->second](auto& index, auto& order, const std::string& key) {
        auto& list = index[key];
        if (list.empty() && !key.empty())
            order.push_back(key);
        list.push_back(number);
    };
    note(byListener, listenerOrder, leg.listener);
    note(byRoute, routeOrder, leg.route);
    note(byBackend, backendOrder, leg.backend);
    return found->second;
}

bool LiveStore::Private::matches(const Scope& scope, const api::Leg& leg) const
{
    return (!scope.listener || *scope.listener == leg.listener) &&
           (!scope.route || *scope.route == leg.route) && (!scope.backend || *scope.backend == leg.backend);
}

const std::vector<int>* LiveStore::Private::candidates(const Scope& scope) const
{
    static const std::vector<int> nobody;
    const std::vector<int>* best = nullptr;
    const auto consider = [&](const auto& index, const std::optional<std::string>& key) {
        if (!key)
            return;
        const auto found = index.find(*key);
        const std::vector<int>* list = found == index.end() ? &nobody : &found->second;
        if (!best || list->size() < best->size())
            best = list;
    };
    consider(byRoute, scope.route);
    consider(byBackend, scope.backend);
    consider(byListener, scope.listener);
    return best;
}

std::vector<int> LiveStore::Private::pick(const Scope& scope) const
{
    std::vector<int> picked;
    if (const auto* some = candidates(scope)) {
        for (const int i : *some)
            if (matches(scope, legs[std::size_t(i)].last()))
                picked.push_back(i);
        return picked;
    }
    for (int i = 0; i < int(legs.size()); ++i)
        picked.push_back(i);
    return picked;
}

bool LiveStore::Private::isKnown(std::int64_t slot) const
{
    if (slot < 0)
        return false;
    const auto place = std::size_t(slot % LiveStore::slotCount);
    return knownOwner[place] == slot && known[place];
}

void LiveStore::Private::markKnown(std::int64_t slot, const std::vector<double>& latency_ms)
{
    const auto place = std::size_t(slot % LiveStore::slotCount);
    knownOwner[place] = slot;
    known[place] = true;
    for (std::size_t i = 0; i < 4; ++i)
        total[place][i] = i < latency_ms.size() ? float(latency_ms[i]) : 0.0f;
}

/// Slots (from, to]. For the whole store the frame's own quantiles are taken; they are exact.
Sum LiveStore::Private::sum(const std::vector<int>& picked, std::int64_t from, std::int64_t to,
                            bool quantiles, bool all) const
{
    Sum made;
    for (std::int64_t slot = from + 1; slot <= to; ++slot) {
        if (!isKnown(slot))
            continue;
        ++made.known;
        double inFlight = 0;
        std::vector<QuantilePart> parts;
        for (const int i : picked) {
            const LegSlot& one = legs[std::size_t(i)].at(slot);
            made.requests += one.requests;
            made.s2xx += one.s2xx;
            made.s3xx += one.s3xx;
            made.s4xx += one.s4xx;
            made.s5xx += one.s5xx;
            made.refused += one.refused;
            made.reused += one.reused;
            inFlight += one.inFlight;
            if (quantiles && !all && one.latency_ms[3] > 0) {
                double weight = 0; // the last second's requests made these quantiles
                for (std::int64_t s = slot - 9; s <= slot; ++s)
                    weight += legs[std::size_t(i)].at(s).requests;
                parts.push_back({std::max(weight, 1.0), one.latency_ms});
            }
        }
        made.inFlight = std::max(made.inFlight, inFlight);
        if (quantiles && all && total[std::size_t(slot % LiveStore::slotCount)][3] > 0)
            parts.push_back({1, total[std::size_t(slot % LiveStore::slotCount)]});
        if (!parts.empty())
            made.latest = std::move(parts);
    }
    return made;
}

LiveStore::LiveStore(QObject* parent) : QObject(parent), d_(std::make_unique<Private>()) {}
LiveStore::~LiveStore() = default;

void LiveStore::take(const api::TelemetryFrame& frame)
{
    if (d_->any && !d_->fresh &&
        (frame.requests < d_->frame.requests || frame.sequence <= d_->frame.sequence))
        engineRestarted();
    const std::int64_t slot = slotOf(frame.at_ms);
    const bool first = !d_->any;
    if (first)
        d_->firstSlot = slot - 1;
    if (!first && slot < d_->lastSlot - bridged)
        d_->forgetTimes(slot); // the wall clock was set back
    const std::int64_t from = first || d_->fresh ? slot - 1 : std::min(d_->lastSlot, slot - 1);
    // The very first frame of an engine that ran before us only tells where counting stands.
    const bool known = !d_->base && slot - from <= bridged;

    std::vector<bool> seen(d_->legs.size(), false);
    for (const api::Leg& leg : frame.legs) {
        const int number = d_->legFor(leg);
        seen.resize(d_->legs.size(), false);
        seen[std::size_t(number)] = true;
        d_->legs[std::size_t(number)].take(leg, from, slot, known);
    }
    for (std::size_t i = 0; i < d_->legs.size(); ++i)
        if (!seen[i])
            d_->legs[i].hold(from, slot);
    if (known)
        for (std::int64_t s = from + 1; s <= slot; ++s)
            d_->markKnown(s, frame.latency_ms);

    if (!d_->base && !first && frame.revision != d_->frame.revision && frame.revision != 0) {
        d_->events.push_back({frame.at_ms, QStringLiteral("revision"), QString::number(frame.revision)});
        Q_EMIT eventAdded();
    }
    if (frame.load) {
        const bool ran = d_->load.state == "running";
        const bool runs = frame.load->state == "running";
        d_->load = *frame.load;
        if (ran != runs) {
            d_->events.push_back(
                {frame.at_ms, runs ? QStringLiteral("load.started") : QStringLiteral("load.stopped"), {}});
            Q_EMIT eventAdded();
        }
        Q_EMIT loadChanged();
    }
    if (d_->events.size() > maxEvents)
        d_->events.erase(d_->events.begin(),
                         d_->events.begin() + std::ptrdiff_t(d_->events.size() - maxEvents));
    d_->frame = frame;
    d_->frame.legs.clear();
    d_->lastSlot = std::max(d_->lastSlot, slot);
    d_->any = true;
    d_->base = false;
    d_->fresh = false;
    Q_EMIT advanced();
}

void LiveStore::take(const api::RequestBatch& batch)
{
    for (const api::RequestRow& row : batch.rows)
        d_->rows.push_back(row);
    while (std::int64_t(d_->rows.size()) > maxRows) {
        d_->rows.pop_front();
        ++d_->firstRow;
    }
    d_->skipped += batch.skipped;
    Q_EMIT rowsChanged();
}

void LiveStore::engineRestarted()
{
    for (LegSeries& leg : d_->legs)
        leg.beginAgain();
    if (d_->any) {
        d_->events.push_back({d_->frame.at_ms, QStringLiteral("engine.restarted"), {}});
        Q_EMIT eventAdded();
    }
    d_->fresh = true;
    const bool loadRan = d_->load.state == "running";
    d_->load = {};
    if (loadRan)
        Q_EMIT loadChanged();
}

void LiveStore::clear()
{
    *d_ = Private();
    Q_EMIT advanced();
    Q_EMIT rowsChanged();
    Q_EMIT loadChanged();
}

bool LiveStore::hasData() const
{
    return d_->any;
}

double LiveStore::latest_ms() const
{
    return d_->any ? double(d_->lastSlot * slot_ms) : 0;
}

double LiveStore::oldest_ms() const
{
    return d_->any ? double(std::max(d_->firstSlot, d_->lastSlot - slotCount) * slot_ms) : 0;
}

std::vector<Sample> LiveStore::series(const Scope& scope, Metric metric, double from_ms, double to_ms,
                                      int bin_ms) const
{
    std::vector<Sample> made;
    const std::int64_t bin = std::max(1, bin_ms / slot_ms);
    // Bins start at multiples of their own width, so that a moving window doesn't make them flicker.
    std::int64_t at = slotOf(from_ms) / bin * bin;
    const std::int64_t end = std::min(slotOf(to_ms), d_->lastSlot);
    if (!d_->any || (end - at) / bin > slotCount)
        return made;
    const std::vector<int> picked = d_->pick(scope);
    const bool all = scope == Scope::all();
    made.reserve(std::size_t(std::max<std::int64_t>(0, (end - at) / bin)));
    for (; at + bin <= end; at += bin) {
        const Sum sum = d_->sum(picked, at, at + bin, isQuantile(metric), all);
        made.push_back({double((at + bin) * slot_ms), metricOf(sum, metric)});
    }
    return made;
}

Now LiveStore::now(const Scope& scope, double window_ms) const
{
    const std::int64_t span = std::max<std::int64_t>(1, std::int64_t(window_ms) / slot_ms);
    const Sum sum =
        d_->any ? d_->sum(d_->pick(scope), d_->lastSlot - span, d_->lastSlot, true, scope == Scope::all())
                : Sum();
    return {.rate_per_s = metricOf(sum, Metric::rate),
            .errorShare = metricOf(sum, Metric::errorShare),
            .refused_per_s = metricOf(sum, Metric::refusedRate),
            .reuseShare = metricOf(sum, Metric::reuseShare),
            .inFlight = metricOf(sum, Metric::inFlight),
            .p50_ms = metricOf(sum, Metric::p50_ms),
            .p90_ms = metricOf(sum, Metric::p90_ms),
            .p99_ms = metricOf(sum, Metric::p99_ms),
            .p999_ms = metricOf(sum, Metric::p999_ms)};
}

double LiveStore::value(const Scope& scope, Metric metric, double window_ms) const
{
    if (!d_->any)
        return none;
    const std::int64_t span = std::max<std::int64_t>(1, std::int64_t(window_ms) / slot_ms);
    return metricOf(d_->sum(d_->pick(scope), d_->lastSlot - span, d_->lastSlot, isQuantile(metric),
                            scope == Scope::all()),
                    metric);
}

std::vector<std::string> LiveStore::listeners() const
{
    return d_->listenerOrder;
}

std::vector<std::string> LiveStore::routes() const
{
    return d_->routeOrder;
}

std::vector<std::string> LiveStore::backends() const
{
    return d_->backendOrder;
}

const api::TelemetryFrame& LiveStore::frame() const
{
    return d_->frame;
}

const api::LoadState& LiveStore::load() const
{
    return d_->load;
}

const std::vector<LiveEvent>& LiveStore::events() const
{
    return d_->events;
}

std::int64_t LiveStore::firstRow() const
{
    return d_->firstRow;
}

std::int64_t LiveStore::endRow() const
{
    return d_->firstRow + std::int64_t(d_->rows.size());
}

const api::RequestRow& LiveStore::row(std::int64_t number) const
{
    Q_ASSERT(number >= firstRow() && number < endRow());
    return d_->rows[std::size_t(number - d_->firstRow)];
}

std::int64_t LiveStore::skippedRows() const
{
    return d_->skipped;
}

} // namespace gatehouse::ui
