#pragma once

#include "engine/workspace/model.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace gatehouse::workspace {

/// Where a lint stands in the document: a JSON pointer that grows by operator/.
class At
{
public:
    At() = default;
    explicit At(std::string pointer) : pointer_(std::move(pointer)) {}
    At operator/(std::string_view member) const
    {
        return At(pointer_ + "/" + json::escapePointerToken(member));
    }
    At operator/(const char* member) const { return *this / std::string_view(member); }
    At operator/(std::size_t index) const { return At(pointer_ + "/" + std::to_string(index)); }
    const std::string& pointer() const { return pointer_; }

private:
    std::string pointer_;
};

/// Collects what lints find; a message is put together from `{}` places and the args that fill them.
class LintContext
{
public:
    explicit LintContext(Problems& problems) : problems_(problems) {}

    using Args = std::initializer_list<std::string_view>;
    void error(const At& at, const char* code, std::string_view message, Args args = {},
               std::string hint = {});
    void warning(const At& at, const char* code, std::string_view message, Args args = {},
                 std::string hint = {});
    void info(const At& at, const char* code, std::string_view message, Args args = {},
              std::string hint = {});

private:
    void add(Severity severity, const At& at, const char* code, std::string_view message, Args args,
             std::string hint);

    static constexpr std::size_t maxProblems = 1000;
    Problems& problems_;
    std::size_t count_ = 0;
};

// The lints, a file each. Those of the first group look at one object alone; references look at the whole.
void lintGateways(const Workspace& workspace, LintContext& context);
void lintRoutes(const Workspace& workspace, LintContext& context);
void lintFilters(const std::vector<Filter>& filters, const At& at, bool onePrefix, LintContext& context);
void lintServices(const Workspace& workspace, LintContext& context);
void lintLoads(const Workspace& workspace, LintContext& context);
void lintReferences(const Workspace& workspace, LintContext& context);

/// The lints that look at values alone, for a document that could not be read completely.
Problems lintValues(const Workspace& workspace);

// Checks that several of them share.
void checkObjectName(const std::string& name, const At& at, LintContext& context);
void checkHostname(const std::string& hostname, bool wildcard, const At& at, LintContext& context);
void checkFieldName(const std::string& name, const At& at, LintContext& context);
void checkFieldValue(const std::string& value, const At& at, LintContext& context);
void checkMethod(const std::string& method, const At& at, LintContext& context);
void checkRegex(const std::string& pattern, const At& at, LintContext& context);

} // namespace gatehouse::workspace
