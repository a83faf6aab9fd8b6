#include "run_options.h"

#include <algorithm>
#include <thread>

namespace gatehouse::app {

namespace {

constexpr int maxWorkers = 256;

void readValue(RunOptions& options, const QString& name, const QString& value)
{
    bool fine = true;
    if (name == QLatin1String("--admin")) {
        options.admin = Address::parse(value.toStdString());
        fine = options.admin && options.admin->isLoopback();
    } else if (name == QLatin1String("--access-log")) {
        options.accessLog = value.toStdString();
        fine = !value.isEmpty();
    } else {
        options.workers = value.toInt(&fine);
        fine = fine && options.workers >= 1 && options.workers <= maxWorkers;
    }
    if (fine)
        return;
    options.wrong = name.toStdString() + " can't be '" + value.toStdString() + "'";
    if (name == QLatin1String("--admin"))
        options.wrong += "; it takes a loopback address and a port, 127.0.0.1:0 for any free one";
    else if (name == QLatin1String("--workers"))
        options.wrong += "; it takes 1 to " + std::to_string(maxWorkers);
}

} // namespace

RunOptions readRunOptions(const QStringList& args)
{
    RunOptions options;
    options.workers = std::max(1, int(std::thread::hardware_concurrency()) - 1);
    const QStringList valued{QStringLiteral("--admin"), QStringLiteral("--access-log"),
                             QStringLiteral("--workers")};
    for (qsizetype i = 0; i < args.size() && options.wrong.empty(); ++i) {
        const QString& arg = args[i];
        if (arg == QLatin1String("--help") || arg == QLatin1String("-h"))
            options.help = true;
        else if (arg == QLatin1String("--json"))
            options.json = true;
        else if (valued.contains(arg) && i + 1 < args.size())
            readValue(options, arg, args[++i]);
        else if (valued.contains(arg))
            options.wrong = arg.toStdString() + " needs a value";
        else if (arg.startsWith(QLatin1Char('-')))
            options.wrong = "unknown '" + arg.toStdString() + "'";
        else if (options.file.isEmpty())
            options.file = arg;
        else
            options.wrong = "one workspace file at a time";
    }
    if (options.wrong.empty() && !options.help && options.file.isEmpty())
        options.wrong = "name a workspace file";
    return options;
}

} // namespace gatehouse::app
