#include "problem_report.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::app {

namespace {

const char* word(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

api::ProblemInfo infoOf(const Problem& problem, int line, int column)
{
    return {problem.pointer, problem.code, problem.message, problem.hint, word(problem.severity),
            problem.args,    line,         column};
}

std::string problemLine(const std::string& place, const api::ProblemInfo& problem)
{
    std::string out = place + ": " + problem.severity + ": " + problem.message + " [" + problem.code + "]\n";
    if (!problem.hint.empty())
        out += "    " + problem.hint + '\n';
    return out;
}

} // namespace

std::string problemLines(const std::string& file, const std::vector<api::ProblemInfo>& problems)
{
    std::string out;
    for (const auto& problem : problems) {
        std::string place = file;
        if (problem.line > 0)
            place += ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
        out += problemLine(place, problem);
    }
    return out;
}

json::Array problemsAsJson(const std::string& file, const std::vector<api::ProblemInfo>& problems)
{
    json::Array out;
    for (const auto& problem : problems) {
        json::Array args;
        for (const auto& arg : problem.args)
            args.emplace_back(arg);
        out.push_back(json::Object{{"file", file},
                                   {"line", problem.line},
                                   {"column", problem.column},
                                   {"severity", problem.severity},
                                   {"code", problem.code},
                                   {"pointer", problem.pointer},
                                   {"message", problem.message},
                                   {"hint", problem.hint},
                                   {"args", std::move(args)}});
    }
    return out;
}

std::vector<api::ProblemInfo> placed(std::string_view text, const Problems& problems)
{
    const auto positions = json::locateAll(text, problems);
    std::vector<api::ProblemInfo> out;
    for (std::size_t i = 0; i < problems.size(); ++i)
        out.push_back(infoOf(problems[i], int(positions[i].line), int(positions[i].column)));
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return out;
}

std::string importProblemLines(const Problems& problems)
{
    std::string out;
    for (const Problem& problem : problems) {
        const bool hasPlace = problem.code.starts_with("gateway-api.") && problem.args.size() >= 3;
        out += problemLine(hasPlace ? problem.args[0] + ":" + problem.args[1] + ":" + problem.args[2]
                           : problem.pointer.empty() ? "gatehouse-engine"
                                                     : problem.pointer,
                           infoOf(problem, 0, 0));
    }
    return out;
}

} // namespace gatehouse::app
