#include "text_file.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace gatehouse::app {

namespace {

const char* word(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

struct Placed {
    json::Position at;
    const Problem* problem;
};

std::vector<Placed> inOrder(std::string_view text, const Problems& problems)
{
    const auto positions = json::locateAll(text, problems);
    std::vector<Placed> out;
    for (std::size_t i = 0; i < problems.size(); ++i)
        out.push_back({positions[i], &problems[i]});
    std::stable_sort(out.begin(), out.end(), [](const Placed& a, const Placed& b) { return a.at < b.at; });
    return out;
}

} // namespace

int usageError(const char* subcommand, const std::string& words)
{
    std::fprintf(stderr, "gatehouse-engine %s: %s\nTry: gatehouse-engine %s --help\n", subcommand,
                 words.c_str(), subcommand);
    return 2;
}

std::optional<std::string> readTextFile(const char* subcommand, const QString& path)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        std::fprintf(stderr, "gatehouse-engine %s: can't read '%s': %s\n", subcommand, qUtf8Printable(path),
                     qUtf8Printable(file.errorString()));
        return {};
    }
    const QByteArray bytes = file.readAll();
    return std::string(bytes.constData(), std::size_t(bytes.size()));
}

std::string problemLines(const std::string& file, std::string_view text, const Problems& problems)
{
    std::string out;
    for (const Placed& placed : inOrder(text, problems)) {
        const Problem& problem = *placed.problem;
        out += file + ":" + std::to_string(placed.at.line) + ":" + std::to_string(placed.at.column) + ": " +
               word(problem.severity) + ": " + problem.message + " [" + problem.code + "]\n";
        if (!problem.hint.empty())
            out += "    " + problem.hint + "\n";
    }
    return out;
}

json::Array problemsAsJson(const std::string& file, std::string_view text, const Problems& problems)
{
    json::Array out;
    for (const Placed& placed : inOrder(text, problems)) {
        const Problem& problem = *placed.problem;
        json::Array args;
        for (const std::string& arg : problem.args)
            args.emplace_back(arg);
        out.push_back(json::Object{{"file", file},
                                   {"line", placed.at.line},
                                   {"column", placed.at.column},
                                   {"severity", word(problem.severity)},
                                   {"code", problem.code},
                                   {"pointer", problem.pointer},
                                   {"message", problem.message},
                                   {"hint", problem.hint},
                                   {"args", std::move(args)}});
    }
    return out;
}

} // namespace gatehouse::app
