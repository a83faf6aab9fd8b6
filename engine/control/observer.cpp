#include "engine/control/observer.h"

#include "engine/base/time.h"
#include "engine/control/process_facts.h"
#include "engine/control/storage.h"
#include "engine/telemetry/metrics.h"

#include <QTimer>

#include <algorithm>

namespace gatehouse::control {

namespace {

constexpr int ticksPerSecond = 1000 / Observer::interval_ms;

std::uint64_t wallNow_us()
{
    return std::uint64_t(wallNow().count() / 1000);
}

} // namespace

struct Observer::Work {
    Work(telemetry::Hub& hub, Storage& storage, std::uint64_t start_us)
        : storage(storage), collector(hub), tail(hub, start_us)
    {
    }

    void addSeconds(telemetry::Hub& hub);
    void measureProcess();

    Storage& storage;
    telemetry::Collector collector;
    telemetry::RecordTail tail;
    std::unique_ptr<QTimer> timer;
    std::shared_ptr<Tick> pending = std::make_shared<Tick>();
    std::vector<telemetry::LegId> changed; ///< since the main thread took a tick
    std::vector<bool> isChanged;
    std::vector<telemetry::LegTotals> secondAgo;
    std::vector<telemetry::LegId> usedInSecond;
    int turn = 0;
    double cpuBefore_s = 0;
    Monotonic measured{};
};

void Observer::Work::addSeconds(telemetry::Hub& hub)
{
    std::vector<telemetry::HistorySecond> seconds;
    const auto at_s = std::int64_t(wallNow_us() / 1'000'000);
    std::sort(usedInSecond.begin(), usedInSecond.end());
    usedInSecond.erase(std::unique(usedInSecond.begin(), usedInSecond.end()), usedInSecond.end());
    secondAgo.resize(std::max(secondAgo.size(), collector.legs()));
    for (const auto leg : usedInSecond) {
        const auto& now = collector.leg(leg);
        auto& before = secondAgo[std::size_t(leg)];
        if (now.requests != before.requests || now.inFlight != 0) {
            seconds.push_back(telemetry::secondBetween(before, now));
            seconds.back().at_s = at_s;
            seconds.back().leg = hub.legName(leg);
        }
        before = now;
    }
    usedInSecond.clear();
    storage.storeSeconds(std::move(seconds));
}

void Observer::Work::measureProcess()
{
    const Monotonic now = monotonicNow();
    const double cpu_s = processCpu_s();
    const double elapsed_s = double((now - measured).count()) / 1e9;
    if (measured != Monotonic{} && elapsed_s > 0)
        pending->cpuShare = (cpu_s - cpuBefore_s) / elapsed_s;
    cpuBefore_s = cpu_s;
    measured = now;
}

Observer::Observer(telemetry::Hub& hub, Storage& storage, QObject* context,
                   std::function<void(std::shared_ptr<Tick>)> ticked)
    : hub_(hub), context_(context), ticked_(std::move(ticked)), start_us_(wallNow_us()),
      work_(std::make_unique<Work>(hub, storage, start_us_))
{
    thread_.post([this] {
        work_->timer = std::make_unique<QTimer>();
        work_->timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(work_->timer.get(), &QTimer::timeout, thread_.context(), [this] { tick(true); });
        work_->timer->start(interval_ms);
    });
}

Observer::~Observer()
{
    thread_.post([this] {
        work_->timer.reset();
        tick(true); // the access log's last lines
    });
    thread_.stop();
}

void Observer::tickSoon()
{
    thread_.post([this] { tick(false); });
}

void Observer::collect(bool step)
{
    Work& work = *work_;
    for (const auto leg : work.collector.tick(step)) {
        const auto i = std::size_t(leg);
        work.isChanged.resize(std::max(work.isChanged.size(), i + 1));
        if (!work.isChanged[i]) {
            work.isChanged[i] = true;
            work.changed.push_back(leg);
        }
        work.usedInSecond.push_back(leg);
    }
}

/// The access log gets all; a console the newest.
void Observer::takeRows(Tick& tick)
{
    Work& work = *work_;
    const bool logs = work.storage.hasAccessLog();
    const bool follows = rowsWanted_.load(std::memory_order_relaxed);
    auto batch = work.tail.take(logs ? telemetry::RecordRing::defaultCapacity : follows ? maxRows : 0);
    if (follows) {
        auto& rows = tick.records.records;
        rows.insert(rows.end(), batch.records.end() - std::ptrdiff_t(std::min(batch.records.size(), maxRows)),
                    batch.records.end());
        const std::size_t surplus = rows.size() > maxRows ? rows.size() - maxRows : 0;
        rows.erase(rows.begin(), rows.begin() + std::ptrdiff_t(surplus));
        tick.records.skipped += batch.skipped + surplus;
        tick.records.skipped += batch.records.size() > maxRows ? batch.records.size() - maxRows : 0;
    }
    work.storage.storeRecords(std::move(batch.records));
}

void Observer::takeTraces(Tick& tick)
{
    while (auto trace = hub_.traces().pop()) {
        if (tick.traces.size() == maxTraces)
            tick.traces.erase(tick.traces.begin());
        tick.traces.push_back(std::move(trace));
    }
}

void Observer::tick(bool inTurn)
{
    Work& work = *work_;
    if (inTurn) {
        work.pending->inTurn = true;
        collect(true);
        takeRows(*work.pending);
        if (++work.turn % ticksPerSecond == 0) {
            work.addSeconds(hub_);
            work.measureProcess();
        }
    }
    takeTraces(*work.pending);
    if (inTurn || !work.pending->traces.empty())
        handOver();
}

void Observer::handOver()
{
    if (handedOver_.exchange(true, std::memory_order_acq_rel))
        return;
    Work& work = *work_;
    auto tick = std::move(work.pending);
    tick->at_ms = double(wallNow_us()) / 1000.0;
    tick->totals = work.collector.totals();
    tick->rss_bytes = processRss_bytes();
    tick->changed.reserve(work.changed.size());
    for (const auto leg : work.changed) {
        tick->changed.push_back(work.collector.leg(leg));
        work.isChanged[std::size_t(leg)] = false;
    }
    work.changed.clear();
    work.pending = std::make_shared<Tick>();
    work.pending->cpuShare = tick->cpuShare;
    postTo(context_, [this, tick = std::move(tick)] {
        handedOver_.store(false, std::memory_order_release);
        ticked_(tick);
    });
}

void Observer::query(telemetry::RecordFilter filter, std::function<void(telemetry::RecordAnswer)> done)
{
    thread_.post([this, filter = std::move(filter), done = std::move(done)] {
        done(telemetry::queryRecords(hub_, start_us_, filter));
    });
}

void Observer::metrics(std::function<void(std::string)> done)
{
    thread_.post([this, done = std::move(done)] {
        collect(false); // a scrape counts everything that was answered before it
        done(telemetry::prometheusText(hub_, work_->collector, processFacts(revision_.load(), start_us_)));
    });
}

} // namespace gatehouse::control
