#include "gateway_api_run.h"

#include "descriptor_limit.h"
#include "gateway_api_options.h"
#include "gateway_api_plan.h"
#include "problem_report.h"
#include "text_file.h"

#include "app/signals/signal_watch.h"
#include "engine/base/json.h"
#include "engine/base/time.h"
#include "engine/gateway/data_plane.h"
#include "engine/telemetry/hub.h"
#include "engine/workspace/gateway_api_status.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <utility>

using namespace gatehouse;

namespace {

void printProblems(Problems problems)
{
    // Infos name the kinds that have no place in a gateway.
    std::erase_if(problems, [](const Problem& problem) { return problem.severity == Severity::info; });
    std::fputs(app::importProblemLines(problems).c_str(), stderr);
}

class Run
{
public:
    explicit Run(const app::GatewayApiOptions& options)
        : options_(options), hub_(options.workers), plane_({.workers = options.workers, .hub = hub_})
    {
    }

    /// 0, or the exit code of a start that failed: nothing changed, and stderr says why.
    int load()
    {
        auto plan = app::planGatewayApi(options_, revision_ + 1);
        printProblems(plan.problems);
        if (!plan.compiled.config)
            return 2;
        const auto revision = revision_ + 1;
        const auto outcome = plane_.apply(plan.compiled.config, preferredPorts(plan), [this, revision] {
            if (revision > 1)
                QMetaObject::invokeMethod(
                    qApp, [this, revision] { sayReloaded(revision); }, Qt::QueuedConnection);
        });
        printProblems(outcome.problems);
        if (hasErrors(outcome.problems))
            return 1;
        revision_ = revision;
        writeStatus(plan, outcome);
        announce(plan, outcome);
        return 0;
    }

    void reload()
    {
        if (ending_)
            return;
        if (load() != 0) {
            std::fputs("gatehouse-engine run: not reloaded, what served before goes on serving\n", stderr);
            if (options_.json)
                print({{"event", "reload-failed"}, {"revision", revision_}}, {});
        }
    }

    void end()
    {
        if (std::exchange(ending_, true)) // asked twice: now
            return QCoreApplication::quit();
        plane_.drain(std::chrono::seconds(10),
                     [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    }

private:
    /// A gateway's port that was any free one stays the same over reloads.
    std::map<std::string, std::uint16_t> preferredPorts(const app::GatewayApiPlan& plan) const
    {
        std::map<std::string, std::uint16_t> ports;
        for (const auto& socket : plan.sockets) {
            if (const auto before = bound_.find(socket.listen); before != bound_.end())
                ports[socket.socketKey] = before->second.port;
        }
        return ports;
    }

    static std::map<std::string, Address> byKey(const gateway::DataPlane::Outcome& outcome)
    {
        std::map<std::string, Address> out;
        for (const auto& bound : outcome.bound)
            out[bound.socketKey] = bound.address;
        return out;
    }

    void announce(const app::GatewayApiPlan& plan, const gateway::DataPlane::Outcome& outcome)
    {
        const auto addresses = byKey(outcome);
        std::map<app::ListenKey, Address> bound;
        for (const auto& socket : plan.sockets)
            bound[socket.listen] = addresses.at(socket.socketKey);
        for (const auto& [listen, address] : bound) {
            const auto before = bound_.find(listen);
            if (before != bound_.end() && before->second == address)
                continue;
            const auto port = std::to_string(listen.second);
            print({{"event", "listening"},
                   {"gateway", listen.first},
                   {"port", listen.second},
                   {"address", address.text()}},
                  "listening " + listen.first + ":" + port + " on " + address.text());
        }
        if (bound.empty())
            std::fputs("gatehouse-engine run: no listener is bound\n", stderr);
        bound_ = std::move(bound);
    }

    void sayReloaded(std::uint64_t revision)
    {
        print({{"event", "reloaded"}, {"revision", revision}},
              "reloaded, revision " + std::to_string(revision));
    }

    void print(const json::Object& object, const std::string& words) const
    {
        const std::string line = options_.json ? json::writeLine(object) : words;
        std::fprintf(stdout, "%s\n", line.c_str());
        std::fflush(stdout);
    }

    void writeStatus(const app::GatewayApiPlan& plan, const gateway::DataPlane::Outcome& outcome)
    {
        workspace::StatusFacts facts;
        facts.now = wallNow();
        facts.previous = status_.is_null() ? nullptr : &status_;
        const auto addresses = byKey(outcome);
        for (const auto& [listener, socketKey] : plan.boundListeners)
            facts.bound[listener] = addresses.at(socketKey);
        facts.unbound = plan.unboundListeners;
        auto status = workspace::statusOf(plan.workspace, plan.attachment, facts);
        if (status == status_)
            return;
        status_ = std::move(status);
        if (options_.statusFile.isEmpty())
            return;
        if (const auto error = app::writeTextFile(options_.statusFile, json::writePretty(status_)))
            std::fprintf(stderr, "gatehouse-engine run: can't write '%s': %s\n",
                         qUtf8Printable(options_.statusFile), qUtf8Printable(*error));
    }

    const app::GatewayApiOptions& options_;
    telemetry::Hub hub_;
    gateway::DataPlane plane_;
    std::uint64_t revision_ = 0;
    std::map<app::ListenKey, Address> bound_;
    json::Value status_;
    bool ending_ = false;
};

} // namespace

int runGatewayApi(const QStringList& arguments)
{
    app::GatewayApiOptions options;
    if (const auto code = app::readGatewayApiOptions(arguments, options))
        return *code;
    raiseDescriptorLimit();
    SignalWatch signals_({SIGTERM, SIGINT, SIGHUP});
    Run run(options);
    if (const int code = run.load())
        return code;
    QObject::connect(&signals_, &SignalWatch::raised, &signals_, [&](int number) {
        if (number == SIGHUP)
            run.reload();
        else
            run.end();
    });
    QCoreApplication::exec();
    return 0;
}
