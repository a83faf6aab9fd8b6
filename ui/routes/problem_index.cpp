#include "ui/routes/canvas_model.h"

#include "engine/workspace/document.h"
#include "ui/shell/problem_place.h"

#include <algorithm>

namespace gatehouse::ui {
namespace {

State stateOf(const api::ProblemInfo& problem)
{
    if (problem.severity == "error")
        return State::error;
    return problem.severity == "warning" ? State::warning : State::info;
}

api::ProblemInfo infoOf(const Problem& problem)
{
    api::ProblemInfo info;
    info.pointer = problem.pointer;
    info.code = problem.code;
    info.message = problem.message;
    info.hint = problem.hint;
    info.args = problem.args;
    info.severity = problem.severity == Severity::error     ? "error"
                    : problem.severity == Severity::warning ? "warning"
                                                            : "info";
    return info;
}

int rank(State state)
{
    return state == State::error ? 0 : state == State::warning ? 1 : 2;
}

} // namespace

std::vector<api::ProblemInfo> allProblems(const workspace::Workspace& workspace,
                                          const std::vector<api::ProblemInfo>& engine)
{
    std::vector<api::ProblemInfo> all;
    for (const Problem& problem : workspace::lint(workspace))
        all.push_back(infoOf(problem));
    for (const api::ProblemInfo& problem : engine) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const api::ProblemInfo& other) {
            return other.pointer == problem.pointer && other.code == problem.code;
        });
        if (!known)
            all.push_back(problem);
    }
    std::stable_sort(all.begin(), all.end(), [](const api::ProblemInfo& a, const api::ProblemInfo& b) {
        return rank(stateOf(a)) < rank(stateOf(b));
    });
    return all;
}

ProblemIndex::ProblemIndex(const workspace::Workspace& workspace,
                           const std::vector<api::ProblemInfo>& problems)
{
    for (const api::ProblemInfo& problem : problems) {
        const State state = stateOf(problem);
        errors_ += state == State::error ? 1 : 0;
        warnings_ += state == State::warning ? 1 : 0;
        const Place place = placeOf(workspace, problem.pointer);
        if (place.key.isEmpty())
            continue;
        const ShownProblem shown{state, problemText(problem), problemHint(problem)};
        for (const QString& at : {place.key, place.key + u'#' + place.field}) {
            const auto known = byPlace_.constFind(at);
            if (known == byPlace_.constEnd() || rank(state) < rank(known->state))
                byPlace_.insert(at, shown);
        }
        if (!fields_[place.key].contains(place.field))
            fields_[place.key].append(place.field);
    }
}

std::optional<ShownProblem> ProblemIndex::ofNode(const QString& key) const
{
    const auto found = byPlace_.constFind(key);
    return found == byPlace_.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<ShownProblem> ProblemIndex::ofField(const QString& key, const QString& field) const
{
    return ofNode(key + u'#' + field);
}

QStringList ProblemIndex::fieldsOf(const QString& key) const
{
    return fields_.value(key);
}

} // namespace gatehouse::ui
