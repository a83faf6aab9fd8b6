#include "subcommand_options.h"

#include <algorithm>
#include <cstdio>
#include <thread>

namespace gatehouse::app {

namespace {

constexpr int mostWorkers = 256;

bool isOption(const QString& arg)
{
    return arg.startsWith(QLatin1Char('-')) && arg.size() > 1;
}

} // namespace

SubcommandOptions::SubcommandOptions(const char* subcommand, const char* help)
    : subcommand_(subcommand), help_(help)
{
}

SubcommandOptions& SubcommandOptions::flag(const char* name, bool& given)
{
    options_.push_back({QString::fromLatin1(name), {}, {}, &given, false});
    return *this;
}

SubcommandOptions& SubcommandOptions::value(const char* name, const char* takes, Take take)
{
    options_.push_back({QString::fromLatin1(name), QString::fromUtf8(takes), std::move(take)});
    return *this;
}

SubcommandOptions& SubcommandOptions::values(const char* name, const char* takes, Take take)
{
    value(name, takes, std::move(take));
    options_.back().many = true;
    return *this;
}

SubcommandOptions& SubcommandOptions::text(const char* name, const char* takes, QString& into)
{
    return value(name, takes, [&into](const QString& text) {
        into = text;
        return !text.isEmpty();
    });
}

SubcommandOptions& SubcommandOptions::workers(int& count)
{
    count = std::clamp(int(std::thread::hardware_concurrency()) - 1, 1, mostWorkers);
    return value("--workers", "1 to 256", [&count](const QString& text) {
        bool fine = false;
        count = text.toInt(&fine);
        return fine && count >= 1 && count <= mostWorkers;
    });
}

SubcommandOptions& SubcommandOptions::file(QString& into)
{
    word_ = [&into](const QString& word) {
        const bool first = into.isEmpty();
        into = word;
        return first;
    };
    return *this;
}

SubcommandOptions& SubcommandOptions::files(QStringList& into)
{
    word_ = [&into](const QString& word) {
        into.append(word);
        return true;
    };
    return *this;
}

const SubcommandOptions::Option* SubcommandOptions::find(const QString& name) const
{
    const auto found = std::find_if(options_.begin(), options_.end(),
                                    [&](const Option& option) { return option.name == name; });
    return found == options_.end() ? nullptr : &*found;
}

std::optional<int> SubcommandOptions::read(const QStringList& args) const
{
    if (args.contains(QLatin1String("--help")) || args.contains(QLatin1String("-h"))) {
        std::fputs(help_, stdout);
        return 0;
    }
    for (qsizetype i = 0; i < args.size(); ++i) {
        const QString& arg = args[i];
        if (!isOption(arg)) {
            if (word_ && word_(arg))
                continue;
            return wrong((word_ ? "one file at a time: '" : "belongs to no option: '") + arg.toStdString() +
                         "'");
        }
        const Option* option = find(arg);
        if (!option)
            return wrong("there is no option " + arg.toStdString());
        if (option->given) {
            *option->given = true;
            continue;
        }
        if (i + 1 == args.size() || (isOption(args[i + 1]) && find(args[i + 1])))
            return wrong(arg.toStdString() + " needs a value: " + option->takes.toStdString());
        do {
            if (!option->take(args[++i]))
                return wrong(arg.toStdString() + " can't be '" + args[i].toStdString() + "'; it takes " +
                             option->takes.toStdString());
        } while (option->many && i + 1 < args.size() && !isOption(args[i + 1]));
    }
    return {};
}

int SubcommandOptions::wrong(const std::string& words) const
{
    std::fprintf(stderr, "gatehouse-engine %s: %s\nTry: gatehouse-engine %s --help\n", subcommand_,
                 words.c_str(), subcommand_);
    return 2;
}

} // namespace gatehouse::app
