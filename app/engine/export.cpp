#include "export.h"

#include "problem_report.h"
#include "subcommand_options.h"
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

} // namespace

int runExport(const QStringList& args)
{
    QString file;
    QString gatewayClass = QStringLiteral("gatehouse");
    bool asJson = false;
    app::SubcommandOptions options("export", help);
    options.file(file).flag("--json", asJson).text("--gateway-class", "a name", gatewayClass);
    if (const auto code = options.read(args))
        return *code;
    if (file.isEmpty())
        return options.wrong("name a workspace file");
    const auto text = app::readTextFile("export", file);
    if (!text)
        return 2;
    const workspace::ReadResult read = workspace::read(*text);
    if (!read.ok()) {
        const std::string name = file.toStdString();
        const std::string words =
            asJson ? json::writeLine(json::Object{
                         {"problems", app::problemsAsJson(name, app::placed(*text, read.problems))}}) +
                         "\n"
                   : app::problemLines(name, app::placed(*text, read.problems));
        std::fputs(words.c_str(), stderr);
        return 1;
    }
    const std::string yaml = workspace::exportGatewayApi(*read.workspace, gatewayClass.toStdString());
    std::fwrite(yaml.data(), 1, yaml.size(), stdout);
    return 0;
}
