#include "schema.h"

#include "subcommand_options.h"

#include "engine/workspace/document.h"

#include <cstdio>

using namespace gatehouse;

namespace {

constexpr const char* help = R"(Usage: gatehouse-engine schema [--json]

Prints the JSON Schema (2020-12) of workspace files, for editors and other tools.

  --json   one line instead of an indented text

Example:
  gatehouse-engine schema > gatehouse.schema.json

Exit code: 0, 2 wrong usage.
)";

} // namespace

int runSchema(const QStringList& args)
{
    bool oneLine = false;
    app::SubcommandOptions options("schema", help);
    options.flag("--json", oneLine);
    if (const auto code = options.read(args))
        return *code;
    const json::Value schema = workspace::schema();
    const std::string text = oneLine ? json::writeLine(schema) + "\n" : json::writePretty(schema);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}
