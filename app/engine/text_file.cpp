#include "text_file.h"

#include <QFile>
#include <QSaveFile>

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

std::string problemLine(const std::string& place, const Problem& problem)
{
    std::string out =
        place + ": " + word(problem.severity) + ": " + problem.message + " [" + problem.code + "]\n";
    if (!problem.hint.empty())
        out += "    " + problem.hint + "\n";
    return out;
}

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

std::optional<QString> writeTextFile(const QString& path, std::string_view text)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.flush();
    if (!written)
        file.cancelWriting(); // commit() would replace a good file by a cut one on a full disk
    if (written && file.commit())
        return {};
    return file.errorString();
}

std::string problemLines(const std::string& file, std::string_view text, const Problems& problems)
{
    std::string out;
    for (const auto& [at, problem] : inOrder(text, problems))
        out += problemLine(file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column), *problem);
    return out;
}

std::string importProblemLines(const Problems& problems)
{
    std::string out;
    for (const Problem& problem : problems) {
        const bool placed = problem.code.starts_with("gateway-api.") && problem.args.size() >= 3;
        out += problemLine(placed ? problem.args[0] + ":" + problem.args[1] + ":" + problem.args[2]
                           : problem.pointer.empty() ? "gatehouse-engine"
                                                     : problem.pointer,
                           problem);
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
