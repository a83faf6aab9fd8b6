#include "engine/telemetry/collector.h"

#include <algorithm>

namespace gatehouse::telemetry {

struct Collector::LegState {
    LegTotals totals;
    std::array<std::uint64_t, durationBounds_s.size() + 1> durations{};
    std::array<std::uint32_t, HistogramScale::buckets> seen{}; ///< summed over workers, wrapping as they do
    std::array<std::vector<Delta>, windowTicks> window;
    std::size_t windowed = 0;
    bool active = false;
};

namespace {

constexpr std::array<double, 4> wanted = {0.5, 0.9, 0.99, 0.999};

Quantiles quantilesOf(const Histogram& histogram)
{
    Quantiles q;
    q.any = histogram.total() != 0;
    if (q.any) {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            q.ms[i] = float(histogram.quantile_us(wanted[i]) / 1000.0);
    }
    return q;
}

std::size_t durationSlot(std::uint32_t bucket)
{
    const double value_s = HistogramScale::middle_us(bucket) / 1e6;
    return std::size_t(std::lower_bound(durationBounds_s.begin(), durationBounds_s.end(), value_s) -
                       durationBounds_s.begin());
}

} // namespace

Collector::Collector(Hub& hub)
    : hub_(hub), previouslyTouched_(WorkerStats::touchedWords), all_(std::make_unique<Histogram>())
{
}

Collector::~Collector() = default;

Collector::LegState& Collector::stateOf(LegId leg)
{
    const auto i = std::size_t(leg);
    while (legs_.size() <= i) {
        legs_.push_back(nullptr);
    }
    if (!legs_[i]) {
        legs_[i] = std::make_unique<LegState>();
        legs_[i]->totals.leg = leg;
    }
    return *legs_[i];
}

void Collector::collectTouched()
{
    for (std::size_t word = 0; word < WorkerStats::touchedWords; ++word) {
        std::uint64_t now = 0;
        for (int w = 0; w < hub_.workers(); ++w)
            now |= hub_.worker(w).takeTouched(word);
        std::uint64_t bits = now | previouslyTouched_[word];
        previouslyTouched_[word] = now;
        for (; bits != 0; bits &= bits - 1) {
            const auto leg = LegId(word * 64 + std::size_t(std::countr_zero(bits)));
            LegState& state = stateOf(leg);
            if (!state.active) {
                state.active = true;
                active_.push_back(leg);
            }
        }
    }
}

bool Collector::readLeg(LegState& state, LegId leg)
{
    LegTotals sum;
    sum.leg = leg;
    std::uint64_t inFlight = 0;
    for (int w = 0; w < hub_.workers(); ++w) {
        const LegStats& stats = hub_.worker(w).leg(leg);
        sum.requests += stats.requests.value();
        for (std::size_t i = 0; i < sum.byClass.size(); ++i)
            sum.byClass[i] += stats.byClass[i].value();
        sum.refused += stats.refused.value();
        sum.reused += stats.reused.value();
        inFlight += stats.inFlight.value();
        sum.bytesIn += stats.bytesIn.value();
        sum.bytesOut += stats.bytesOut.value();
        sum.latencySum_us += stats.latencySum_us.value();
    }
    sum.inFlight = inFlight;
    sum.lastSecond = state.totals.lastSecond;
    if (sum == state.totals)
        return false;
    requests_ += sum.requests - state.totals.requests;
    errors_ += sum.byClass[5] - state.totals.byClass[5];
    inFlight_ += sum.inFlight - state.totals.inFlight;
    state.totals = sum;
    return true;
}

void Collector::stepWindow(LegState& state)
{
    auto& slot = state.window[step_ % windowTicks];
    for (const Delta& gone : slot)
        all_->subtractBucket(gone.bucket, gone.count);
    state.windowed -= slot.size();
    slot.clear();
}

void Collector::addToWindow(LegState& state, LegId leg)
{
    auto& slot = state.window[step_ % windowTicks];
    const std::size_t before = slot.size();
    std::uint32_t first = HistogramScale::buckets;
    std::uint32_t end = 0;
    for (int w = 0; w < hub_.workers(); ++w) {
        const SharedHistogram& latency = hub_.worker(w).latency(leg);
        first = std::min(first, latency.first());
        end = std::max(end, latency.end());
    }
    for (std::uint32_t bucket = first; bucket < end; ++bucket) {
        std::uint32_t sum = 0;
        for (int w = 0; w < hub_.workers(); ++w)
            sum += hub_.worker(w).latency(leg).count(bucket);
        const std::uint32_t grown = sum - state.seen[bucket];
        if (grown == 0)
            continue;
        state.seen[bucket] = sum;
        slot.push_back({bucket, grown});
        all_->addBucket(bucket, grown);
        state.durations[durationSlot(bucket)] += grown;
    }
    state.windowed += slot.size() - before;
}

const std::vector<LegId>& Collector::tick(bool step)
{
    step_ += step ? 1 : 0;
    changed_.clear();
    collectTouched();
    std::erase_if(active_, [this, step](LegId leg) {
        LegState& state = *legs_[std::size_t(leg)];
        bool changed = readLeg(state, leg);
        if (step)
            stepWindow(state);
        addToWindow(state, leg);
        Histogram lastSecond;
        for (const auto& slot : state.window) {
            for (const Delta& delta : slot)
                lastSecond.addBucket(delta.bucket, delta.count);
        }
        if (const Quantiles q = quantilesOf(lastSecond); q != state.totals.lastSecond) {
            state.totals.lastSecond = q;
            changed = true;
        }
        if (changed)
            changed_.push_back(leg);
        const auto i = std::size_t(leg);
        const bool touched = (previouslyTouched_[i / 64] >> (i % 64)) & 1;
        state.active = touched || state.windowed != 0;
        return !state.active;
    });
    return changed_;
}

const LegTotals& Collector::leg(LegId leg) const
{
    static const LegTotals none;
    const auto i = std::size_t(leg);
    return i < legs_.size() && legs_[i] ? legs_[i]->totals : none;
}

const std::array<std::uint64_t, durationBounds_s.size() + 1>& Collector::durations(LegId leg) const
{
    static const std::array<std::uint64_t, durationBounds_s.size() + 1> none{};
    const auto i = std::size_t(leg);
    return i < legs_.size() && legs_[i] ? legs_[i]->durations : none;
}

Totals Collector::totals() const
{
    Totals totals;
    totals.requests = requests_;
    totals.errors = errors_;
    totals.inFlight = inFlight_;
    for (int w = 0; w < hub_.workers(); ++w) {
        totals.downstreamConnections += hub_.worker(w).downstreamConnections.value();
        totals.upstreamConnections += hub_.worker(w).upstreamConnections.value();
    }
    totals.lastSecond = quantilesOf(*all_);
    return totals;
}

} // namespace gatehouse::telemetry
