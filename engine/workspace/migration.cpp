#include "engine/workspace/migration.h"

#include "engine/workspace/model.h"

#include <array>

namespace gatehouse::workspace {

namespace {

constexpr const char* versionPointer = "/gatehouse";

/// One step each: steps[0] turns version 1 into version 2, and so on. Version 1 is the first, so there is
/// none yet.
using Step = void (*)(json::Object&);
constexpr std::array<Step, formatVersion - 1> steps{};

bool refuse(Problems& problems, Problem problem)
{
    problems.push_back(std::move(problem));
    return false;
}

} // namespace

bool migrate(json::Value& document, bool& migrated, Problems& problems)
{
    if (!document.is_object())
        return refuse(problems, {"", "workspace.not-an-object", "A workspace is a JSON object.",
                                 "It begins with { \"gatehouse\": 1, … }."});
    json::Object& object = document.get_object();
    const json::Value* version = object.if_contains("gatehouse");
    if (!version)
        return refuse(problems, {"", "workspace.no-version",
                                 "The member \"gatehouse\", the format's version, is missing.",
                                 "If this is a Gatehouse workspace, add \"gatehouse\": 1 at its beginning."});
    if (!version->is_int64() || version->get_int64() < 1)
        return refuse(problems,
                      {versionPointer, "workspace.bad-version",
                       "The format's version is a whole number from 1 on.", "This Gatehouse writes 1."});
    const std::int64_t number = version->get_int64();
    if (number > formatVersion) {
        const std::string theirs = std::to_string(number), ours = std::to_string(formatVersion);
        return refuse(problems,
                      {versionPointer,
                       "workspace.newer-version",
                       "The file has format version " + theirs + "; this Gatehouse reads up to " + ours + ".",
                       "Open it with a newer Gatehouse.",
                       Severity::error,
                       {theirs, ours}});
    }
    for (std::size_t step = std::size_t(number - 1); step < steps.size(); ++step)
        steps[step](object);
    migrated = number < formatVersion;
    if (migrated)
        object["gatehouse"] = formatVersion;
    return true;
}

} // namespace gatehouse::workspace
