#include "import.h"

#include "text_file.h"

#include "engine/workspace/document.h"
#include "engine/workspace/gateway_api.h"

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr const char* help = R"(Usage: gatehouse-engine import FILE.yaml… [--gateway-class NAME] [--json]

Makes a workspace of Gateway API manifests (Gateway, HTTPRoute, Service, Namespace, ReferenceGrant) and prints
it. What has no place in a workspace is named on stderr. "-" reads standard input.

  --gateway-class NAME   take only gateways of this class; {GATEWAY_CLASS_NAME} in a manifest stands for it
  --json                 one line instead of an indented text

Example:
  gatehouse-engine import gateway.yaml routes.yaml > shop.gatehouse.json

Exit code: 0, 1 the manifests have errors, 2 wrong usage or an unreadable file.
)";

struct Options {
    std::vector<QString> files;
    workspace::ImportOptions import;
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
            options.import.gatewayClass = args[++i].toStdString();
        else if (arg.startsWith(QLatin1Char('-')) && arg.size() > 1)
            options.wrong = arg.toStdString();
        else
            options.files.push_back(arg);
    }
    return options;
}

/// The importer's args begin with file, line and column.
void printProblems(const Problems& problems)
{
    for (const Problem& problem : problems) {
        const bool placed = problem.args.size() >= 3;
        const std::string place =
            placed ? problem.args[0] + ":" + problem.args[1] + ":" + problem.args[2] + ": " : std::string();
        const char* word = problem.severity == Severity::error     ? "error"
                           : problem.severity == Severity::warning ? "warning"
                                                                   : "info";
        std::fprintf(stderr, "%s%s: %s [%s]\n", place.c_str(), word, problem.message.c_str(),
                     problem.code.c_str());
    }
}

} // namespace

int runImport(const QStringList& args)
{
    const Options options = readOptions(args);
    if (options.help) {
        std::fputs(help, stdout);
        return 0;
    }
    if (!options.wrong.empty())
        return app::usageError("import", "unknown or incomplete '" + options.wrong + "'");
    if (options.files.empty())
        return app::usageError("import", "name a YAML file");
    std::vector<workspace::YamlFile> files;
    for (const QString& path : options.files) {
        auto text = app::readTextFile("import", path);
        if (!text)
            return 2;
        files.push_back({path.toStdString(), *std::move(text)});
    }
    const workspace::ImportResult result = workspace::importGatewayApi(files, options.import);
    printProblems(result.problems);
    if (!result.workspace)
        return 1;
    std::string text = workspace::write(*result.workspace);
    if (options.json) {
        Problems none;
        text = json::writeLine(*json::parse(text, none)) + "\n";
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}
