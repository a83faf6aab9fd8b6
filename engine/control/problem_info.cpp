#include "engine/control/problem_info.h"

#include "engine/base/json.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::control {

namespace {

const char* severityName(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::info:
        break;
    }
    return "info";
}

} // namespace

std::vector<api::ProblemInfo> problemInfos(const Problems& problems, std::string_view text)
{
    std::vector<api::ProblemInfo> infos;
    if (problems.empty())
        return infos;
    const auto places = json::locateAll(text, problems);
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const Problem& problem = problems[i];
        infos.push_back({problem.pointer, problem.code, problem.message, problem.hint,
                         severityName(problem.severity), problem.args, places[i].line, places[i].column});
    }
    std::stable_sort(infos.begin(), infos.end(), [](const api::ProblemInfo& a, const api::ProblemInfo& b) {
        const auto rank = [](const api::ProblemInfo& info) {
            return std::tuple(info.severity == "error"     ? 0
                              : info.severity == "warning" ? 1
                                                           : 2,
                              info.line, info.column);
        };
        return rank(a) < rank(b);
    });
    if (infos.size() > maxProblemInfos) {
        const std::string more = std::to_string(infos.size() - maxProblemInfos + 1);
        infos.resize(maxProblemInfos - 1);
        infos.push_back(
            {.code = "problems.more", .message = more + " more problems are not listed.", .args = {more}});
    }
    return infos;
}

} // namespace gatehouse::control
