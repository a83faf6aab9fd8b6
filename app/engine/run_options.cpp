#include "run_options.h"

#include "subcommand_options.h"

namespace gatehouse::app {

std::optional<int> readRunOptions(const QStringList& args, const char* help, RunOptions& out)
{
    SubcommandOptions options("run", help);
    options.file(out.file).flag("--json", out.json).workers(out.workers);
    options.text("--access-log", "a file, or - for standard output", out.accessLog);
    options.value("--admin", "a loopback address and a port, 127.0.0.1:0 for any free one",
                  [&](const QString& text) {
                      out.admin = Address::parse(text.toStdString());
                      return out.admin && out.admin->isLoopback();
                  });
    if (const auto code = options.read(args))
        return code;
    if (out.file.isEmpty())
        return options.wrong("name a workspace file");
    return {};
}

} // namespace gatehouse::app
