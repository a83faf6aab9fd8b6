#include "run.h"

#include "descriptor_limit.h"
#include "gateway_api_run.h"
#include "run_options.h"
#include "problem_report.h"
#include "run_report.h"
#include "text_file.h"

#include "app/signals/signal_watch.h"
#include "engine/control/admin.h"
#include "engine/control/engine.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>

using namespace gatehouse;

namespace {

constexpr const char* help =
    R"(Usage: gatehouse-engine run FILE [--admin ADDR:PORT] [--access-log FILE] [--workers N] [--json]
       gatehouse-engine run --gateway-api …   (serves Gateway API manifests; --gateway-api --help says more)

Serves a workspace without a window: prints the URLs that answer and a curl line for each route. SIGHUP reads
the file again; a file that is refused changes nothing. SIGTERM and SIGINT let requests under way finish.

  --admin ADDR:PORT  serve /metrics, /healthz and /readyz there; loopback only, port 0 = any free one
  --access-log FILE  one JSON object a request; "-" = standard output; off unless asked for
  --workers N        threads; default: cores - 1, at least 1
  --json             print {"event":"serving","revision","listeners","routes","admin","problems"} a revision,
                     {"event":"refused","revision","problems"} for a file that is refused

Example:
  gatehouse-engine run shop.gatehouse.json --admin 127.0.0.1:9090

Exit code: 0 ended by a signal, 1 an address or the access log could not be taken, 2 wrong usage or a bad file.
)";

constexpr auto drainLimit = std::chrono::seconds(10);
constexpr int demoWait_ms = 10'000;
constexpr std::size_t linesShown = 20; // a person tries one or two of them

/// A workspace file that is served until a signal ends it. Main thread.
class Headless : public QObject
{
public:
    explicit Headless(app::RunOptions options) : options_(std::move(options))
    {
        control::EngineOptions engine;
        engine.workers = options_.workers;
        engine.servicesProgram = QCoreApplication::applicationFilePath();
        if (!options_.accessLog.isEmpty())
            engine.accessLog = telemetry::AccessLogOptions{.path = options_.accessLog.toStdString()};
        engine_ = std::make_unique<control::Engine>(std::move(engine));
        admin_ = std::make_unique<control::Admin>(engine_->observer());
        name_ = options_.file == QLatin1String("-") ? "stdin" : options_.file.toStdString();
        demoLimit_.setSingleShot(true);
        connect(&demoLimit_, &QTimer::timeout, this, [this] { report(); });
        connect(&engine_->applier(), &control::Applier::statusChanged, this, [this] { reportWhenUp(); });
        connect(engine_.get(), &control::Engine::logged, this, [](const api::LogLine& line) {
            std::fprintf(stderr, "%s: %s\n", line.level.c_str(), line.text.c_str());
        });
    }

    ~Headless() override { admin_.reset(); }

    /// Nothing, or the exit code.
    std::optional<int> begin(std::string text)
    {
        if (const auto problem = engine_->begin())
            return fail({*problem});
        if (options_.admin) {
            const auto outcome = admin_->listen(*options_.admin);
            if (!outcome.bound)
                return fail(outcome.problems);
            adminUrl_ = "http://" + outcome.bound->text();
        }
        apply(std::move(text));
        return {};
    }

    void signal(int number)
    {
        if (number == SIGHUP)
            readAgain();
        else
            end();
    }

private:
    int fail(const Problems& problems)
    {
        for (const auto& problem : problems)
            std::fprintf(stderr, "gatehouse-engine run: %s %s\n", problem.message.c_str(),
                         problem.hint.c_str());
        return 1;
    }

    void readAgain()
    {
        if (ending_)
            return;
        if (auto text = app::readTextFile("run", options_.file))
            apply(std::move(*text));
        else
            sayWhatServes();
    }

    void apply(std::string text)
    {
        api::ApplyParams params;
        params.revision = ++lastRevision_;
        params.document = std::move(text);
        engine_->applier().apply(std::move(params), [this](const control::ApplyOutcome& outcome) {
            if (outcome.busy || outcome.stale)
                return;
            if (outcome.result.accepted)
                accepted(outcome.result);
            else
                refused(outcome.result);
        });
    }

    void accepted(const api::ApplyResult& result)
    {
        problems_ = result.problems;
        reported_ = false;
        if (!ending_)
            admin_->setReady(true);
        if (!options_.json) {
            std::fputs(app::problemLines(name_, result.problems).c_str(), stderr);
            for (const auto& listener : result.listeners)
                std::printf("%-24s %s\n", listener.key.c_str(), listener.url.c_str());
            if (!adminUrl_.empty())
                std::printf("%-24s %s/metrics\n", "admin", adminUrl_.c_str());
            std::fflush(stdout);
        }
        demoLimit_.start(demoWait_ms);
        reportWhenUp();
    }

    void reportWhenUp()
    {
        if (!reported_ &&
            app::demoServicesAreUp(*engine_->applier().workspace(), engine_->applier().status()))
            report();
    }

    void report()
    {
        demoLimit_.stop();
        if (std::exchange(reported_, true))
            return;
        auto serving = engine_->applier().status();
        serving.problems = problems_;
        const auto workspace = engine_->applier().workspace();
        if (options_.json) {
            print(app::servingReport(name_, serving, app::curlLines(*workspace, serving), adminUrl_));
            return;
        }
        const auto lines = app::curlLines(*workspace, serving, linesShown);
        std::printf("\nRevision %llu serves. To try it:\n",
                    static_cast<unsigned long long>(serving.revision));
        for (const auto& line : lines)
            std::printf("  %s\n", line.text.c_str());
        if (workspace->routes.size() > linesShown)
            std::printf("  … of %zu routes\n", workspace->routes.size());
        std::fflush(stdout);
    }

    void refused(const api::ApplyResult& result)
    {
        if (options_.json)
            print(app::refusedReport(name_, result));
        else
            std::fputs(app::problemLines(name_, result.problems).c_str(), stderr);
        if (result.revision != 0) {
            sayWhatServes();
            return;
        }
        const bool taken = std::any_of(result.problems.begin(), result.problems.end(), [](const auto& each) {
            return each.code == "listener.port-taken" || each.code == "listener.bind-failed";
        });
        QCoreApplication::exit(taken ? 1 : 2);
    }

    void sayWhatServes()
    {
        if (options_.json)
            return;
        std::fprintf(stderr, "The file is refused; revision %llu goes on serving.\n",
                     static_cast<unsigned long long>(engine_->applier().status().revision));
    }

    void end()
    {
        if (std::exchange(ending_, true)) { // asked twice: now
            QCoreApplication::exit(0);
            return;
        }
        admin_->setReady(false);
        engine_->drain(drainLimit, [] { QCoreApplication::exit(0); });
    }

    static void print(const json::Value& value)
    {
        std::printf("%s\n", json::writeLine(value).c_str());
        std::fflush(stdout);
    }

    const app::RunOptions options_;
    std::string name_; ///< of the file, in problems
    std::string adminUrl_;
    std::uint64_t lastRevision_ = 0;
    std::vector<api::ProblemInfo> problems_;
    bool reported_ = true; ///< the curl lines of what serves were printed
    bool ending_ = false;
    QTimer demoLimit_;
    std::unique_ptr<control::Engine> engine_;
    std::unique_ptr<control::Admin> admin_; ///< asks the engine's observer
};

} // namespace

int runWorkspace(const QStringList& args)
{
    if (args.contains(QLatin1String("--gateway-api")))
        return runGatewayApi(args);
    app::RunOptions options;
    if (const auto code = app::readRunOptions(args, help, options))
        return *code;
    auto text = app::readTextFile("run", options.file);
    if (!text)
        return 2;
    raiseDescriptorLimit();
    SignalWatch signals_({SIGTERM, SIGINT, SIGHUP});
    Headless headless(std::move(options));
    QObject::connect(&signals_, &SignalWatch::raised, &headless,
                     [&headless](int number) { headless.signal(number); });
    if (const auto code = headless.begin(std::move(*text)))
        return *code;
    return QCoreApplication::exec();
}
