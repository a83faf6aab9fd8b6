#include "engine/traffic/load_run.h"

#include "engine/http/client.h"
#include "engine/http/io_thread.h"
#include "engine/traffic/load_meter.h"
#include "engine/traffic/load_mix.h"
#include "engine/traffic/load_schedule.h"

#include <map>

namespace gatehouse::traffic {

namespace {

constexpr Monotonic reportEvery = std::chrono::milliseconds(100);
constexpr Monotonic lateFrom = std::chrono::milliseconds(1);
constexpr int burst = 256; ///< sends in one turn at most, so that answers are read in between when behind

Monotonic fromSeconds(double seconds)
{
    return Monotonic(std::int64_t(seconds * 1e9));
}
double inSeconds(Monotonic time)
{
    return double(time.count()) / 1e9;
}

ScheduleOptions scheduleOf(const LoadSpec& spec)
{
    return {.rate_per_s = spec.rate_per_s,
            .ramp_s = spec.ramp_s,
            .duration_s = spec.duration_s,
            .arrivals = spec.arrivals == "constant" ? Arrivals::constant : Arrivals::poisson,
            .seed = spec.seed};
}

std::vector<http::ClientRequest> requestsOf(const LoadSpec& spec)
{
    std::vector<http::ClientRequest> requests;
    for (const LoadSpecTarget& target : spec.mix) {
        http::ClientRequest request{.method = target.method, .target = target.target, .body = target.body};
        if (!target.host.empty())
            request.fields.emplace_back("host", target.host);
        for (const HeaderLine& header : target.headers)
            request.fields.emplace_back(header.name, header.value);
        requests.push_back(std::move(request));
    }
    return requests;
}

} // namespace

/// Everything but stop() and the last report runs on the io thread.
class LoadRun::Impl : public std::enable_shared_from_this<LoadRun::Impl>
{
public:
    Impl(http::IoThread& thread, LoadSpec spec, Report report)
        : thread_(thread), spec_(std::move(spec)), tell_(std::move(report)), schedule_(scheduleOf(spec_)),
          draw_(spec_.seed ^ 0x9e3779b97f4a7c15), requests_(requestsOf(spec_)), meter_(monotonicNow())
    {
        Problems problems;
        mix_ = LoadMix::make(spec_.mix, problems);
        state_.statuses.assign(5, 0);
        state_.duration_s = spec_.duration_s;
        state_.state = "running";
        if (!mix_) {
            state_.state = "failed";
            state_.error = problems.front().message;
        }
    }

    void begin()
    {
        start_ = monotonicNow();
        meter_ = LoadMeter(start_);
        openClients();
        if (mix_) {
            next_ = schedule_.next();
            send();
        }
        tick();
    }

    void beginStop()
    {
        if (state_.state != "running")
            return;
        state_.state = "stopping";
        next_.reset();
        thread_.after(std::chrono::milliseconds(stopLimit_ms),
                      [self = shared_from_this()] { self->cancelRest(); });
        finishIfIdle();
    }

    /// Before the owner goes: nothing is told any more, nothing is sent, connections close.
    void drop()
    {
        dropped_ = true;
        next_.reset();
        clients_.clear();
    }

    LoadReport snapshot()
    {
        const Monotonic now = over() ? end_ : monotonicNow();
        LoadReport report = state_;
        report.elapsed_s = inSeconds(now - start_);
        report.rate_per_s = report.state == "running" ? schedule_.rateAt_per_s(report.elapsed_s) : 0;
        report.latency_ms = meter_.lastSecond_ms(now);
        report.runLatency_ms = meter_.run_ms();
        return report;
    }

    bool over() const { return state_.state == "done" || state_.state == "failed"; }

private:
    void openClients()
    {
        for (const LoadSpecTarget& target : spec_.mix) {
            const Address address{target.address, target.port};
            std::unique_ptr<http::Client>& client = clients_[address];
            if (!client) {
                client = std::make_unique<http::Client>(
                    thread_, http::ClientOptions{.address = address,
                                                 .maxConnections = spec_.maxInFlight,
                                                 .maxQueued = spec_.maxInFlight,
                                                 .timeout = std::chrono::milliseconds(requestTimeout_ms),
                                                 .discardBody = true,
                                                 .keepFields = false});
            }
            clientOf_.push_back(client.get());
        }
    }

    /// Sends all that is due, then waits for the next arrival.
    void send()
    {
        int sent = 0;
        while (next_) {
            const Monotonic intended = start_ + fromSeconds(*next_);
            const Monotonic now = monotonicNow();
            if (intended > now || ++sent > burst) {
                thread_.at(intended, [self = shared_from_this()] { self->send(); });
                return;
            }
            next_ = schedule_.next();
            sendOne(intended, now);
        }
        if (!dropped_ && state_.state == "running") {
            state_.state = "stopping"; // all has left; the last answers are awaited
            finishIfIdle();
        }
    }

    void sendOne(Monotonic intended, Monotonic now)
    {
        // Both draws are made for a skipped request too: what is sent later doesn't depend on how the server
        // fared.
        const std::size_t which = mix_->pick(draw_);
        std::string target = mix_->targetOf(which).draw(draw_);
        if (state_.inFlight >= std::int64_t(spec_.maxInFlight)) {
            ++state_.skipped;
            return;
        }
        ++state_.sent;
        ++state_.inFlight;
        if (now - intended > lateFrom)
            ++state_.late;
#ifdef GATEHOUSE_MUTANT_LATENCY_FROM_SENDING
        intended = now;
#endif
        http::ClientRequest request = requests_[which];
        request.target = std::move(target);
        clientOf_[which]->send(std::move(request),
                               [self = shared_from_this(), intended](http::ClientResult&& result) {
                                   self->finished(intended, result);
                               });
    }

    void finished(Monotonic intended, const http::ClientResult& result)
    {
        if (dropped_)
            return;
        --state_.inFlight;
        count(intended, result);
        if (state_.state == "stopping" && !canceling_)
            finishIfIdle();
    }

    void count(Monotonic intended, const http::ClientResult& result)
    {
        using Error = http::ClientError;
        if (result.error == Error::none) {
            const Monotonic now = monotonicNow();
            ++state_.answered;
            ++state_.statuses[std::size_t(std::min(std::max(result.status / 100, 1), 5) - 1)];
            meter_.record(now, now - intended);
            return;
        }
        if (result.error == Error::canceled) {
            ++state_.canceled;
            return;
        }
        ++state_.failed;
        LoadFailures& kinds = state_.failures;
        switch (result.error) {
        case Error::connectFailed:
            ++kinds.refused;
            break;
        case Error::connectTimedOut:
        case Error::timedOut:
            ++kinds.timedOut;
            break;
        case Error::badResponse:
        case Error::bodyTooLarge:
            ++kinds.malformed;
            break;
        default:
            ++kinds.reset;
            break;
        }
    }

    void cancelRest()
    {
        if (over() || dropped_)
            return;
        canceling_ = true;
        clients_.clear(); // ends every request as canceled
        canceling_ = false;
        finishIfIdle();
    }

    void finishIfIdle()
    {
        if (over() || state_.inFlight != 0)
            return;
        end_ = monotonicNow();
        state_.state = "done";
        if (state_.answered == 0 && state_.failed > 0) {
            state_.state = "failed";
            state_.error = "No request was answered.";
        }
        tellNow();
        thread_.post(
            [self = shared_from_this()] { self->clients_.clear(); }); // not from within their callbacks
    }

    void tick()
    {
        if (dropped_)
            return;
        if (!over()) {
            tellNow();
            thread_.after(reportEvery, [self = shared_from_this()] { self->tick(); });
        } else if (!mix_) {
            end_ = monotonicNow();
            tellNow();
        }
    }

    void tellNow()
    {
        if (!dropped_ && tell_)
            tell_(snapshot());
    }

    http::IoThread& thread_;
    LoadSpec spec_;
    Report tell_;
    ArrivalSchedule schedule_;
    Draw draw_;
    std::optional<LoadMix> mix_;
    std::vector<http::ClientRequest> requests_;
    std::map<Address, std::unique_ptr<http::Client>> clients_;
    std::vector<http::Client*> clientOf_; ///< by target
    std::optional<double> next_;
    Monotonic start_{};
    Monotonic end_{};
    LoadMeter meter_;
    LoadReport state_;
    bool canceling_ = false;
    bool dropped_ = false;
};

LoadRun::LoadRun(http::IoThread& thread, LoadSpec spec, Report report)
    : impl_(std::make_shared<Impl>(thread, std::move(spec), std::move(report))), thread_(thread)
{
    thread_.run([&] { impl_->begin(); });
}

LoadRun::~LoadRun()
{
    thread_.run([&] { impl_->drop(); });
}

void LoadRun::stop()
{
    thread_.run([&] { impl_->beginStop(); });
}

LoadReport LoadRun::report() const
{
    LoadReport report;
    thread_.run([&] { report = impl_->snapshot(); });
    return report;
}

bool LoadRun::isOver() const
{
    bool over = false;
    thread_.run([&] { over = impl_->over(); });
    return over;
}

} // namespace gatehouse::traffic
