#include "import.h"

#include "subcommand_options.h"
#include "problem_report.h"
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

} // namespace

int runImport(const QStringList& args)
{
    QStringList names;
    QString gatewayClass;
    bool asJson = false;
    app::SubcommandOptions options("import", help);
    options.files(names).flag("--json", asJson).text("--gateway-class", "a name", gatewayClass);
    if (const auto code = options.read(args))
        return *code;
    if (names.isEmpty())
        return options.wrong("name a YAML file");
    std::vector<workspace::YamlFile> files;
    for (const QString& path : std::as_const(names)) {
        auto text = app::readTextFile("import", path);
        if (!text)
            return 2;
        files.push_back({path.toStdString(), *std::move(text)});
    }
    const workspace::ImportResult result =
        workspace::importGatewayApi(files, {.gatewayClass = gatewayClass.toStdString()});
    std::fputs(app::importProblemLines(result.problems).c_str(), stderr);
    if (!result.workspace)
        return 1;
    std::string text = workspace::write(*result.workspace);
    if (asJson) {
        Problems none;
        text = json::writeLine(*json::parse(text, none)) + "\n";
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}
