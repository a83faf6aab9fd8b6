#include "engine/workspace/document.h"
#include "engine/workspace/lint_context.h"

#include "engine/base/json_text.h"

namespace gatehouse::workspace {

namespace {

/// `{}` places filled with the args; texts are quoted and cut, so that a message stays one line.
std::string filled(std::string_view message, LintContext::Args args)
{
    std::string out;
    auto arg = args.begin();
    while (true) {
        const std::size_t place = message.find("{}");
        if (place == message.npos || arg == args.end())
            return out.append(message);
        out.append(message.substr(0, place)).append(json::shown(*arg++));
        message.remove_prefix(place + 2);
    }
}

void lintAlone(const Workspace& workspace, LintContext& context)
{
    lintGateways(workspace, context);
    lintRoutes(workspace, context);
    lintServices(workspace, context);
    lintLoads(workspace, context);
}

} // namespace

void LintContext::add(Severity severity, const At& at, const char* code, std::string_view message, Args args,
                      std::string hint)
{
    if (++count_ < maxProblems) {
        std::vector<std::string> kept;
        for (const std::string_view arg : args)
            kept.emplace_back(arg.substr(0, 1024));
        problems_.push_back(
            {at.pointer(), code, filled(message, args), std::move(hint), severity, std::move(kept)});
    } else if (count_ == maxProblems) {
        problems_.push_back(tooManyProblems(maxProblems));
    }
}

void LintContext::error(const At& at, const char* code, std::string_view message, Args args, std::string hint)
{
    add(Severity::error, at, code, message, args, std::move(hint));
}

void LintContext::warning(const At& at, const char* code, std::string_view message, Args args,
                          std::string hint)
{
    add(Severity::warning, at, code, message, args, std::move(hint));
}

void LintContext::info(const At& at, const char* code, std::string_view message, Args args, std::string hint)
{
    add(Severity::info, at, code, message, args, std::move(hint));
}

Problems lintValues(const Workspace& workspace)
{
    Problems out;
    LintContext context(out);
    lintAlone(workspace, context);
    return out;
}

Problems lint(const Workspace& workspace)
{
    Problems out;
    LintContext context(out);
    lintAlone(workspace, context);
    lintReferences(workspace, context);
    return out;
}

} // namespace gatehouse::workspace
