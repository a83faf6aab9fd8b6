#include "services.h"

#include "descriptor_limit.h"
#include "layout_process.h"
#include "problem_report.h"
#include "services_child.h"
#include "subcommand_options.h"
#include "text_file.h"

#include "app/signals/signal_watch.h"
#include "engine/base/address.h"
#include "engine/base/json.h"
#include "engine/http/io_thread.h"
#include "engine/traffic/demo_files.h"
#include "engine/traffic/demo_fleet.h"
#include "engine/workspace/document.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

constexpr const char* help =
    R"(Usage: gatehouse-engine services FILE [--json]
       gatehouse-engine services --demo bookshop [--json]
       gatehouse-engine services            (as the engine's child: JSON lines on stdin and stdout)
       gatehouse-engine services --layout   (one graph as JSON on stdin, its places on stdout)

Runs the demo services of a workspace as real HTTP servers on free loopback ports and prints
their URLs, until it gets SIGTERM or SIGINT.

  --demo NAME   a workspace that comes with Gatehouse: bookshop
  --json        print {"services":[{"key","app","version","url"}]} on one line

Example:
  gatehouse-engine services --demo bookshop
  curl http://127.0.0.1:PORT/books?q=austen

Exit code: 0 ended by a signal, 1 a service could not start, 2 wrong usage or an unreadable file.
)";

struct Options {
    QString file;
    QString demo;
    bool json = false;
    bool layout = false;
};

std::optional<std::string> readDocument(const Options& options)
{
    if (!options.demo.isEmpty()) {
        const auto text = demoFile(options.demo.toStdString() + ".gatehouse.json");
        return text ? std::optional<std::string>(*text) : std::nullopt;
    }
    QFile file(options.file);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll().toStdString();
}

DemoSet demoServicesOf(const workspace::Workspace& document)
{
    DemoSet set;
    for (const workspace::Service& service : document.services) {
        if (service.demo)
            set.services.push_back({.key = workspace::keyOf(service.namespace_, service.name),
                                    .app = service.demo->app,
                                    .version = service.version,
                                    .latency_ms = service.demo->latency_ms,
                                    .errorShare = service.demo->errorShare});
    }
    return set;
}

const char* exampleTarget(const std::string& app)
{
    return app == "catalog"   ? "/books"
           : app == "orders"  ? "/orders"
           : app == "users"   ? "/users/me"
           : app == "reviews" ? "/reviews?book=1"
                              : "/";
}

void printServices(const DemoSet& set, const DemoBoundSet& bound, bool asJson)
{
    json::Array list;
    for (std::size_t i = 0; i < bound.services.size(); ++i) {
        const DemoBound& service = bound.services[i];
        const DemoSpec& spec = set.services[i];
        const std::string url = "http://" + Address{service.address, service.port}.text();
        if (service.port == 0)
            std::fprintf(stderr, "%s: %s\n", service.key.c_str(), service.error.c_str());
        else if (asJson)
            list.push_back(json::Object{
                {"key", service.key}, {"app", spec.app}, {"version", spec.version}, {"url", url}});
        else
            std::printf("%-20s %s%s\n", service.key.c_str(), url.c_str(), exampleTarget(spec.app));
    }
    if (asJson)
        std::printf("%s\n", json::writeLine(json::Object{{"services", std::move(list)}}).c_str());
    std::fflush(stdout);
}

int runByHand(const Options& options, const app::SubcommandOptions& command)
{
    const std::optional<std::string> text = readDocument(options);
    const std::string name = (options.demo.isEmpty() ? options.file : options.demo).toStdString();
    if (!text)
        return command.wrong(options.demo.isEmpty() ? "can't read '" + name + "'"
                                                    : "no demo is called '" + name + "'; there is bookshop");
    const workspace::ReadResult read = workspace::read(*text);
    if (!read.ok()) {
        std::fputs(app::problemLines(name, app::placed(*text, read.problems)).c_str(), stderr);
        return 2;
    }
    const DemoSet set = demoServicesOf(*read.workspace);
    if (set.services.empty())
        return command.wrong("'" + name + "' has no demo services");

    SignalWatch signals_({SIGTERM, SIGINT});
    QObject::connect(&signals_, &SignalWatch::raised, [] { QCoreApplication::quit(); });
    http::IoThread thread("demo services");
    DemoFleet fleet(thread);
    const DemoBoundSet bound = fleet.update(set);
    printServices(set, bound, options.json);
    for (const DemoBound& service : bound.services) {
        if (service.port == 0)
            return 1;
    }
    return QCoreApplication::exec();
}

} // namespace

int runServices(const QStringList& args)
{
    Options options;
    app::SubcommandOptions command("services", help);
    command.file(options.file)
        .text("--demo", "the name of a workspace that comes with Gatehouse", options.demo)
        .flag("--json", options.json)
        .flag("--layout", options.layout);
    if (const auto code = command.read(args))
        return *code;
    if (options.layout)
        return runLayout();

    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit(); // a load with thousands in flight needs as many
    if (!options.file.isEmpty() || !options.demo.isEmpty())
        return runByHand(options, command);
    if (::isatty(STDIN_FILENO))
        return command.wrong("name a workspace file, or --demo bookshop");
    return ServicesChild().run();
}
