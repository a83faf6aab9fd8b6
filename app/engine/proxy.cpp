#include "proxy.h"

#include "descriptor_limit.h"
#include "subcommand_options.h"

#include "app/signals/signal_watch.h"
#include "engine/base/address.h"
#include "engine/base/time.h"
#include "engine/gateway/data_plane.h"
#include "engine/telemetry/access_log.h"
#include "engine/telemetry/hub.h"
#include "engine/telemetry/records.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <optional>
#include <utility>

using namespace gatehouse;

namespace {

constexpr const char* help =
    R"(Usage: gatehouse-engine proxy --from ADDR:PORT --to ADDR:PORT [--to ADDR:PORT …]
                              [--workers N] [--access-log FILE] [--no-telemetry] [--json]

A gateway in one line: every request that comes to --from goes to the --to addresses in turn. Prints the
address that it serves; with port 0 in --from the system chooses the port. SIGTERM and SIGINT let requests
under way finish (10 s at most); a second one ends at once.

  --workers N        threads; default: cores - 1, at least 1
  --access-log FILE  one JSON object a request; "-" = standard output; off unless asked for
  --no-telemetry     no counters and no records, to measure what they cost; not with --access-log
  --json             print the address as one line of JSON

Example:
  gatehouse-engine proxy --from 127.0.0.1:8080 --to 127.0.0.1:9001 --to 127.0.0.1:9002

Exit code: 0 ended by a signal, 1 the address could not be taken, 2 wrong usage.
)";

struct Options {
    std::optional<Address> from;
    std::vector<Address> to;
    int workers = 1;
    QString accessLog;
    bool recording = true;
    bool json = false;
};

/// The exit code if the program ends here.
std::optional<int> readOptions(const QStringList& args, Options& out)
{
    bool noTelemetry = false;
    app::SubcommandOptions options("proxy", help);
    options.flag("--json", out.json).flag("--no-telemetry", noTelemetry).workers(out.workers);
    options.text("--access-log", "a file, or - for standard output", out.accessLog);
    options.value("--from", "an address and a port, 127.0.0.1:0 for any free one", [&](const QString& text) {
        out.from = Address::parse(text.toStdString());
        return out.from.has_value();
    });
    options.value("--to", "an address and a port", [&](const QString& text) {
        const auto to = Address::parse(text.toStdString());
        if (to && to->port != 0)
            out.to.push_back(*to);
        return to && to->port != 0;
    });
    if (const auto code = options.read(args))
        return code;
    if (!out.from || out.to.empty())
        return options.wrong("--from and at least one --to are needed");
    if (noTelemetry && !out.accessLog.isEmpty())
        return options.wrong("--access-log needs the records that --no-telemetry leaves out");
    out.recording = !noTelemetry;
    return {};
}

std::shared_ptr<const gateway::Config> configOf(const Options& options)
{
    auto config = std::make_shared<gateway::Config>();
    config->revision = 1;
    Problems problems;
    policy::ListenerSpec listener{.listener = 0, .key = "proxy", .hostname = {}, .rules = {}};
    listener.rules.push_back({.rule = 0, .ruleOrder = 0, .routeKey = "proxy"});
    auto table = policy::RouteTable::compile({listener}, problems);
    config->sockets.push_back({*options.from, options.from->text(), std::move(table)});
    config->listeners.push_back({"proxy", 0, 0});
    config->routes.push_back("proxy");
    config->backends.push_back({"upstream", options.to});
    gateway::RuleConfig rule;
    rule.name = "proxy[0]";
    rule.backends.push_back({.backend = 0, .weight = 1});
    config->rules.push_back(std::move(rule));
    return config;
}

void printBound(const Options& options, const Address& bound)
{
    const auto url = "http://" + bound.text();
    if (options.json) {
        const QJsonObject line{{QStringLiteral("address"), QString::fromStdString(bound.text())},
                               {QStringLiteral("url"), QString::fromStdString(url)},
                               {QStringLiteral("workers"), options.workers}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    } else {
        std::printf("%s\n", url.c_str());
    }
    std::fflush(stdout);
}

} // namespace

int runProxy(const QStringList& args)
{
    Options options;
    if (const auto code = readOptions(args, options))
        return *code;
    raiseDescriptorLimit();
    SignalWatch signals_({SIGTERM, SIGINT});
    telemetry::Hub hub(options.workers);
    gateway::DataPlane plane({.workers = options.workers, .hub = hub, .recording = options.recording});
    const auto outcome = plane.apply(configOf(options));
    if (hasErrors(outcome.problems)) {
        for (const auto& problem : outcome.problems)
            std::fprintf(stderr, "gatehouse-engine proxy: %s %s\n", problem.message.c_str(),
                         problem.hint.c_str());
        return 1;
    }
    std::unique_ptr<telemetry::AccessLog> log;
    std::unique_ptr<telemetry::RecordTail> tail;
    QTimer drainLog;
    if (!options.accessLog.isEmpty()) {
        log = std::make_unique<telemetry::AccessLog>(
            hub, telemetry::AccessLogOptions{options.accessLog.toStdString()});
        if (const auto problem = log->open()) {
            std::fprintf(stderr, "gatehouse-engine proxy: %s\n", problem->message.c_str());
            return 1;
        }
        tail = std::make_unique<telemetry::RecordTail>(hub, std::uint64_t(wallNow().count()) / 1000);
    }
    printBound(options, outcome.bound.front().address);
    const auto writeLog = [&] {
        if (log)
            log->write(tail->take(65'536).records);
    };
    QObject::connect(&drainLog, &QTimer::timeout, &drainLog, writeLog);
    if (log)
        drainLog.start(100);
    bool draining = false;
    QObject::connect(&signals_, &SignalWatch::raised, &signals_, [&] {
        if (std::exchange(draining, true))
            return QCoreApplication::quit();
        plane.drain(std::chrono::seconds(10),
                    [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    });
    QCoreApplication::exec();
    writeLog();
    return 0;
}
