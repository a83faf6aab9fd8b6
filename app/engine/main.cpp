#include "export.h"
#include "import.h"
#include "lint.h"
#include "proxy.h"
#include "run.h"
#include "schema.h"
#include "serve.h"
#include "services.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

struct Subcommand {
    const char* name;
    const char* summary;
    int (*run)(const QStringList& args); ///< `args` follow the name
};

constexpr Subcommand subcommands[] = {
    {"serve", "be a console's engine", runServe},
    {"run", "serve a workspace without a window", runWorkspace},
    {"proxy", "a gateway in one line", runProxy},
    {"lint", "check a workspace", runLint},
    {"schema", "print the workspace's JSON Schema", runSchema},
    {"import", "turn Gateway API YAML into a workspace", runImport},
    {"export", "turn a workspace into Gateway API YAML", runExport},
    {"services", "run the demo services of a workspace", runServices},
};

void printHelp(std::FILE* out)
{
    std::fputs("Usage: gatehouse-engine SUBCOMMAND [ARGUMENTS]\n\n", out);
    for (const Subcommand& subcommand : subcommands)
        std::fprintf(out, "  %-12s %s\n", subcommand.name, subcommand.summary);
    std::fputs("\n  --version    print the version\n"
               "\ngatehouse-engine SUBCOMMAND --help says more.\n"
               "\nExample:\n  gatehouse-engine services --demo bookshop\n",
               out);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QStringList args = app.arguments().mid(1);
    const QString name = args.isEmpty() ? QString() : args.takeFirst();
    for (const Subcommand& subcommand : subcommands) {
        if (name == QLatin1String(subcommand.name))
            return subcommand.run(args);
    }
    if (name == QLatin1String("--version")) {
        std::puts("gatehouse-engine " GATEHOUSE_VERSION);
        return 0;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
        printHelp(stdout);
        return 0;
    }
    if (!name.isEmpty())
        std::fprintf(stderr, "gatehouse-engine: no subcommand \"%s\"\n\n", qUtf8Printable(name));
    printHelp(stderr);
    return 2;
}
