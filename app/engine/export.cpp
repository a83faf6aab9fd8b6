#include "export.h"

#include "text_file.h"

#include "engine/workspace/document.h"
#include "engine/workspace/gateway_api.h"

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr const char* help = R"(Usage: gatehouse-engine export FILE [--gateway-class NAME] [--json]

Prints a workspace as Gateway API manifests. Endpoints, demo services, loads and the canvas have no place there.
"-" reads standard input.

  --gateway-class NAME   the manifests' gatewayClassName; gatehouse if it isn't given
  --json                 problems of the workspace as JSON on stderr

Example:
  gatehouse-engine export shop.gatehouse.json --gateway-class nginx > shop.yaml

Exit code: 0, 1 the workspace has errors, 2 wrong usage or an unreadable file.
)";

struct Options {
    QString file;
    std::string gatewayClass = "gatehouse";
    bool json = false;
    bool help = false;
    std::string wrong;
};

Options readOptions(const QStringList& args)
{
    Options options;
    for (qsizetype i = 0; i < args.size(); ++i) {
        const QString& arg = args[i];
        if (arg == QLatin1String("--help") || arg == QLatin1String("-h"))
            options.help = true;
        else if (arg == QLatin1String("--json"))
            options.json = true;
        else if (arg == QLatin1String("--gateway-class") && i + 1 < args.size())
            options.gatewayClass = args[++i].toStdString();
        else if ((arg.startsWith(QLatin1Char('-')) && arg.size() > 1) || !options.file.isEmpty())
            options.wrong = arg.toStdString();
        else
            options.file = arg;
    }
    return options;
}

} // namespace

int runExport(const QStringList& args)
{
    const Options options = readOptions(args);
    if (options.help) {
        std::fputs(help, stdout);
        return 0;
    }
    if (!options.wrong.empty())
        return app::usageError("export", "unknown, incomplete or too much: '" + options.wrong + "'");
    if (options.file.isEmpty())
        return app::usageError("export", "name a workspace file");
    const auto text = app::readTextFile("export", options.file);
    if (!text)
        return 2;
    const workspace::ReadResult read = workspace::read(*text);
    if (!read.ok()) {
        const std::string name = options.file.toStdString();
        const std::string words =
            options.json ? json::writeLine(
                               json::Object{{"problems", app::problemsAsJson(name, *text, read.problems)}}) +
                               "\n"
                         : app::problemLines(name, *text, read.problems);
        std::fputs(words.c_str(), stderr);
        return 1;
    }
    const std::string yaml = workspace::exportGatewayApi(*read.workspace, options.gatewayClass);
    std::fwrite(yaml.data(), 1, yaml.size(), stdout);
    return 0;
}
