#include "engine/workspace/lint_context.h"
#include "engine/workspace/names.h"

#include "engine/base/address.h"
#include "engine/base/json_text.h"
#include "engine/base/text.h"

#include <re2/re2.h>

namespace gatehouse::workspace {

namespace {

// As the data plane compiles them.
constexpr std::int64_t regexMemory_bytes = 1 << 20;
constexpr int largestRegexProgram = 64 * 1024 / 8; // instructions, eight bytes each

} // namespace

void checkObjectName(const std::string& name, const At& at, LintContext& context)
{
    if (name.empty() || isObjectName(name)) // an empty one is the reader's to report
        return;
    const std::string instead = objectNameFrom(name);
    context.error(at, "name.bad", "{} is not a name: lower-case letters, digits, '-' and '.' are.", {name},
                  instead.empty() ? "" : "For example " + json::shown(instead) + ".");
}

void checkHostname(const std::string& hostname, bool wildcard, const At& at, LintContext& context)
{
    if (hostname.empty() || isHostname(hostname, wildcard))
        return;
    if (isIpLiteral(hostname))
        return context.error(at, "hostname.is-address", "{} is an IP address; a DNS name is expected.",
                             {hostname});
    const std::string low = lowered(hostname);
    const bool misplaced = hostname.find('*') != hostname.npos;
    std::string hint = "For example api.example.org.";
    if (isHostname(low, wildcard))
        hint = "Write it in lower case: " + json::shown(low) + ".";
    else if (misplaced)
        hint = wildcard ? "\"*\" may only be the whole first label, as in *.example.org."
                        : "A wildcard has no meaning here.";
    else if (hostname.find(':') != hostname.npos)
        hint = "A port doesn't belong here.";
    context.error(at, "hostname.bad", "{} is not a DNS name.", {hostname}, std::move(hint));
}

void checkFieldName(const std::string& name, const At& at, LintContext& context)
{
    if (!name.empty() && !isToken(name))
        context.error(at, "token.bad", "{} is not a name that HTTP allows here.", {name},
                      "Letters, digits and !#$%&'*+-.^_`|~ are allowed.");
}

void checkFieldValue(const std::string& value, const At& at, LintContext& context)
{
    if (!isFieldValue(value))
        context.error(at, "header.bad-value", "{} can't be a header's value.", {value},
                      "Control characters, and spaces at either end, are not allowed.");
}

void checkMethod(const std::string& method, const At& at, LintContext& context)
{
    static constexpr std::string_view known[] = {"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                 "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    if (method.empty())
        return;
    if (!isToken(method))
        return context.error(at, "method.bad", "{} is not a method.", {method}, "For example GET.");
    for (const std::string_view word : known) {
        if (method != word && equalsIgnoreCase(method, word))
            context.warning(at, "method.case", "{} is not {}: methods are compared with case.",
                            {method, word}, "Did you mean " + std::string(word) + "?");
    }
}

void checkRegex(const std::string& pattern, const At& at, LintContext& context)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(regexMemory_bytes);
    const re2::RE2 regex(pattern, options);
    if (!regex.ok())
        context.error(at, "regex.bad", "{} is not a regular expression: {}.", {pattern, regex.error()},
                      "The syntax is RE2's: no look-around and no back-references.");
    else if (regex.ProgramSize() > largestRegexProgram)
        context.error(at, "regex.too-large", "{} is too large a regular expression.", {pattern},
                      "Counted repetitions such as {1000} make it large.");
}

} // namespace gatehouse::workspace
