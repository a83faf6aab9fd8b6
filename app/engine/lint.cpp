#include "lint.h"

#include "problem_report.h"
#include "subcommand_options.h"
#include "text_file.h"

#include "engine/workspace/document.h"

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr const char* help = R"(Usage: gatehouse-engine lint FILE… [--json]

Checks workspace files and prints every problem as FILE:LINE:COLUMN: severity: message [code].
"-" reads standard input.

  --json   print {"problems":[{"file","line","column","severity","code","pointer","message","hint","args"}]}

Example:
  gatehouse-engine lint shop.gatehouse.json

Exit code: 0 no errors (there may be warnings), 1 errors, 2 wrong usage or an unreadable file.
)";

} // namespace

int runLint(const QStringList& args)
{
    bool asJson = false;
    QStringList files;
    app::SubcommandOptions options("lint", help);
    options.files(files).flag("--json", asJson);
    if (const auto code = options.read(args))
        return *code;
    if (files.isEmpty())
        return options.wrong("name a workspace file");

    json::Array all;
    bool errors = false;
    for (const QString& path : std::as_const(files)) {
        const auto text = app::readTextFile("lint", path);
        if (!text)
            return 2;
        const Problems problems = workspace::read(*text).problems;
        const std::string name = path == QLatin1String("-") ? "stdin" : path.toStdString();
        errors = errors || hasErrors(problems);
        if (!asJson)
            std::fputs(app::problemLines(name, app::placed(*text, problems)).c_str(), stdout);
        for (auto& problem : app::problemsAsJson(name, app::placed(*text, problems)))
            all.push_back(std::move(problem));
    }
    if (asJson)
        std::fputs((json::writeLine(json::Object{{"problems", std::move(all)}}) + "\n").c_str(), stdout);
    return errors ? 1 : 0;
}
