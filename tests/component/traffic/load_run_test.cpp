#include "tests/support/test_main.h"

#include "engine/http/io_thread.h"
#include "engine/http/server.h"
#include "engine/traffic/load_run.h"

#include <atomic>
#include <mutex>

using namespace gatehouse;
using namespace gatehouse::traffic;
using namespace std::chrono_literals;

namespace {

/// A server on a free port, and a spec that sends to it.
class Bench
{
public:
    explicit Bench(http::Server::Handler handler) : server_(serverThread_, std::move(handler))
    {
        address_ = server_.listen({"127.0.0.1", 0}).bound.value_or(Address{});
    }
    ~Bench() { server_.stop(); }

    LoadSpec spec(double rate_per_s, double duration_s) const
    {
        LoadSpec spec{.rate_per_s = rate_per_s, .duration_s = duration_s, .arrivals = "constant"};
        spec.mix = {{.route = "r", .port = address_.port, .target = "/x/{1..1000}"}};
        return spec;
    }
    http::IoThread& serverThread() { return serverThread_; }
    http::IoThread& loadThread() { return loadThread_; }
    const Address& address() const { return address_; }

private:
    http::IoThread serverThread_{"server"};
    http::IoThread loadThread_{"load"};
    http::Server server_;
    Address address_;
};

void answerAtOnce(http::Request&, const http::Responder& responder)
{
    responder.respond({.status = 200, .body = "ok"});
}

void neverAnswer(http::Request&, const http::Responder&) {}

void checkSums(const LoadReport& report)
{
    QCOMPARE(report.sent, report.answered + report.failed + report.canceled + report.inFlight);
    const LoadFailures& kinds = report.failures;
    QCOMPARE(report.failed, kinds.refused + kinds.reset + kinds.timedOut + kinds.malformed);
    std::int64_t byStatus = 0;
    for (const std::int64_t count : report.statuses)
        byStatus += count;
    QCOMPARE(report.answered, byStatus);
}

} // namespace

class LoadRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_arrival_is_sent_and_counted()
    {
        Bench bench(answerAtOnce);
        std::mutex mutex;
        std::vector<LoadReport> reports;
        LoadRun run(bench.loadThread(), bench.spec(300, 1.5), [&](const LoadReport& report) {
            const std::lock_guard lock(mutex);
            reports.push_back(report);
        });
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 20'000);
        const LoadReport last = run.report();
        QCOMPARE(last.state, std::string("done"));
        QCOMPARE(last.sent + last.skipped, std::int64_t(450));
        QCOMPARE(last.answered, last.sent);
        QCOMPARE(last.statuses[1], last.answered);
        QCOMPARE(last.runLatency_ms.size(), std::size_t(4));
        checkSums(last);
        const std::lock_guard lock(mutex);
        QVERIFY(reports.size() >= 10 && reports.size() <= 40); // 10 Hz
        for (const LoadReport& report : reports)
            checkSums(report);
        QCOMPARE(reports.back().state, std::string("done"));
    }

    void a_stalled_server_shows_in_the_latency()
    {
        std::atomic<std::int64_t> first{0};
        http::IoThread* thread = nullptr;
        Bench bench([&](http::Request&, const http::Responder& responder) {
            const Monotonic now = monotonicNow();
            if (first == 0)
                first = now.count();
            const Monotonic stall = Monotonic(first.load()) + 400ms;
            if (now < stall || now >= stall + 800ms)
                return responder.respond({.status = 200});
            thread->at(stall + 800ms, [responder] { responder.respond({.status = 200}); });
        });
        thread = &bench.serverThread();
        LoadRun run(bench.loadThread(), bench.spec(200, 2), {});
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 20'000);
        const LoadReport last = run.report();
        // 40 % of the arrivals meet the stall and wait for its end: 0 to 800 ms, evenly. A closed loop would
        // have seen one slow request a connection.
        QCOMPARE(last.answered, std::int64_t(400));
        QVERIFY2(last.runLatency_ms[0] < 200, qPrintable(QString::number(last.runLatency_ms[0])));
        QVERIFY2(last.runLatency_ms[1] > 500, qPrintable(QString::number(last.runLatency_ms[1])));
        QVERIFY2(last.runLatency_ms[2] > 700, qPrintable(QString::number(last.runLatency_ms[2])));
    }

    void a_generator_that_fell_behind_hides_nothing()
    {
        Bench bench(answerAtOnce);
        LoadRun run(bench.loadThread(), bench.spec(200, 1.5), {});
        QTRY_VERIFY_WITH_TIMEOUT(run.report().answered > 20, 10'000);
        bench.loadThread().post([] { // the thread does something else for 400 ms: 80 arrivals wait
            const Monotonic until = monotonicNow() + 400ms;
            while (monotonicNow() < until) {
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 20'000);
        const LoadReport last = run.report();
        QCOMPARE(last.answered, std::int64_t(300));
        QVERIFY2(last.late >= 70, qPrintable(QString::number(last.late)));
        QVERIFY2(last.runLatency_ms[2] > 300, qPrintable(QString::number(last.runLatency_ms[2])));
    }

    void beyond_the_limit_requests_are_skipped_and_a_stop_cancels_the_rest()
    {
        Bench bench(neverAnswer);
        LoadSpec spec = bench.spec(200, 60);
        spec.maxInFlight = 10;
        LoadRun run(bench.loadThread(), spec, {});
        QTRY_VERIFY_WITH_TIMEOUT(run.report().skipped >= 20, 20'000);
        QCOMPARE(run.report().inFlight, std::int64_t(10));
        const Monotonic asked = monotonicNow();
        run.stop();
        QCOMPARE(run.report().state, std::string("stopping"));
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 5'000);
        QVERIFY(monotonicNow() - asked < 1s);
        const LoadReport last = run.report();
        QCOMPARE(last.state, std::string("done"));
        QCOMPARE(last.sent, std::int64_t(10));
        QCOMPARE(last.canceled, std::int64_t(10));
        QVERIFY(last.runLatency_ms.empty());
        checkSums(last);
    }

    void a_stop_waits_shortly_for_answers_under_way()
    {
        http::IoThread* thread = nullptr;
        Bench bench([&](http::Request&, const http::Responder& responder) {
            thread->after(100ms, [responder] { responder.respond({.status = 503}); });
        });
        thread = &bench.serverThread();
        LoadRun run(bench.loadThread(), bench.spec(100, 60), {});
        QTRY_VERIFY_WITH_TIMEOUT(run.report().answered > 0, 10'000);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 5'000);
        const LoadReport last = run.report();
        QCOMPARE(last.canceled, std::int64_t(0));
        QCOMPARE(last.answered, last.sent);
        QCOMPARE(last.statuses[4], last.answered);
    }

    void nobody_there_is_a_failure_of_its_kind()
    {
        LoadSpec spec;
        {
            Bench gone(answerAtOnce);
            spec = gone.spec(100, 0.3);
        }
        http::IoThread thread("load");
        LoadRun run(thread, spec, {});
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 20'000);
        const LoadReport last = run.report();
        QCOMPARE(last.state, std::string("failed"));
        QVERIFY(!last.error.empty());
        QCOMPARE(last.failures.refused, std::int64_t(30));
        checkSums(last);
    }

    void connections_that_break_are_counted()
    {
        Bench bench([](http::Request&, const http::Responder& responder) { responder.abort(); });
        LoadRun run(bench.loadThread(), bench.spec(100, 0.3), {});
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 20'000);
        QCOMPARE(run.report().failures.reset, std::int64_t(30));
    }

    void the_same_seed_sends_the_same_targets()
    {
        std::mutex mutex;
        std::vector<std::string> targets;
        Bench bench([&](http::Request& request, const http::Responder& responder) {
            {
                const std::lock_guard lock(mutex);
                targets.push_back(request.target);
            }
            responder.respond({.status = 200});
        });
        const auto targetsOf = [&](std::uint64_t seed) {
            LoadSpec spec = bench.spec(400, 0.25);
            spec.seed = seed;
            LoadRun run(bench.loadThread(), spec, {});
            [&] { QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), 20'000); }();
            const std::lock_guard lock(mutex);
            std::sort(targets.begin(), targets.end()); // connections may overtake each other
            return std::exchange(targets, {});
        };
        const auto first = targetsOf(5);
        QCOMPARE(first.size(), std::size_t(100));
        QCOMPARE(targetsOf(5), first);
        QVERIFY(targetsOf(6) != first);
    }

    void a_run_can_be_dropped_in_full_flight()
    {
        Bench bench(neverAnswer);
        auto run = std::make_unique<LoadRun>(bench.loadThread(), bench.spec(500, 60), LoadRun::Report{});
        QTRY_VERIFY_WITH_TIMEOUT(run->report().inFlight > 20, 10'000);
        run.reset();
        LoadRun next(bench.loadThread(), bench.spec(50, 60), {});
        QTRY_VERIFY_WITH_TIMEOUT(next.report().inFlight > 0, 10'000);
    }
};

GATEHOUSE_TEST(LoadRunTest)
#include "load_run_test.moc"
