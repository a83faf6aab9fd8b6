#include "engine/workspace/document.h"
#include "engine/workspace/lint_context.h"
#include "engine/workspace/migration.h"
#include "engine/workspace/rules.h"

#include "engine/base/describe_read.h"

#include <unordered_set>

namespace gatehouse::workspace {

namespace {

void append(Problems& problems, Problems more)
{
    problems.insert(problems.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

/// Lints run on what could be read too, so that all problems show at once; what failed to be read keeps its
/// defaults and would only be reported a second time at the same place.
void appendElsewhere(Problems& problems, Problems lints)
{
    std::unordered_set<std::string> known;
    for (const Problem& problem : problems)
        known.insert(problem.pointer);
    std::erase_if(
        lints, [&](const Problem& p) { return p.severity != Severity::error || known.contains(p.pointer); });
    append(problems, std::move(lints));
}

} // namespace

ReadResult read(std::string_view text)
{
    ReadResult out;
    auto document = json::parse(text, out.problems);
    if (!document || !migrate(*document, out.migrated, out.problems))
        return out;
    Workspace workspace;
    if (json::read(*document, workspace, out.problems))
        append(out.problems, lint(workspace));
    else
        appendElsewhere(out.problems, lintValues(workspace));
    if (!hasErrors(out.problems))
        out.workspace = std::move(workspace);
    return out;
}

} // namespace gatehouse::workspace
