#include "engine/workspace/filter_kinds.h"
#include "engine/workspace/lint_context.h"

#include "engine/base/text.h"

#include <algorithm>
#include <set>

namespace gatehouse::workspace {

namespace {

void lintHeaders(const HeaderModifier& modifier, const At& at, LintContext& context)
{
    std::set<std::string> changed;
    const auto lintValues = [&](const std::vector<NameValue>& headers, const At& place) {
        std::set<std::string> names;
        for (std::size_t i = 0; i < headers.size(); ++i) {
            checkFieldName(headers[i].name, place / i / "name", context);
            checkFieldValue(headers[i].value, place / i / "value", context);
            if (!headers[i].name.empty() && !names.insert(lowered(headers[i].name)).second)
                context.error(place / i / "name", "filter.repeated-header", "{} is given twice.",
                              {headers[i].name}, "Each header stands once in a list.");
        }
    };
    lintValues(modifier.set, at / "set");
    lintValues(modifier.add, at / "add");
    for (std::size_t i = 0; i < modifier.remove.size(); ++i) {
        if (modifier.remove[i].empty())
            context.error(at / "remove" / i, "token.bad", "{} is not a name that HTTP allows here.", {""});
        checkFieldName(modifier.remove[i], at / "remove" / i, context);
    }
    if (modifier.set.empty() && modifier.add.empty() && modifier.remove.empty())
        context.warning(at, "filter.empty", "This filter changes nothing.");
}

void checkNewPath(const std::string& path, const At& at, LintContext& context)
{
    const bool clean = std::all_of(path.begin(), path.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f;
    });
    if (!path.empty() && path.front() != '/')
        context.error(at, "path.not-absolute", "A path begins with \"/\", this one is {}.", {path},
                      "Write \"/" + path.substr(0, 64) + "\".");
    else if (!clean || path.find_first_of("?#\\") != path.npos)
        context.error(at, "path.bad", "The path {} contains {}, which is not allowed.", {path, "a character"},
                      "Spaces, controls, ?, # and \\ are written as %XX.");
}

void lintModifier(const PathModifier& path, const At& at, bool onePrefix, LintContext& context)
{
    const bool full = path.type == PathModifierType::ReplaceFullPath;
    const char* own = full ? "replaceFullPath" : "replacePrefixMatch";
    const char* other = full ? "replacePrefixMatch" : "replaceFullPath";
    const std::string& foreign = full ? path.replacePrefixMatch : path.replaceFullPath;
    if (!foreign.empty())
        context.error(at / other, "filter.foreign-member", "{} has no meaning with the type {}.",
                      {other, full ? "ReplaceFullPath" : "ReplacePrefixMatch"},
                      "Remove it, or change the type.");
    if (full && path.replaceFullPath.empty())
        context.error(at / own, "filter.no-path", "The new path is missing.", {}, "For example \"/new\".");
    checkNewPath(full ? path.replaceFullPath : path.replacePrefixMatch, at / own, context);
    if (!full && !onePrefix)
        context.error(at / "type", "filter.needs-one-prefix",
                      "ReplacePrefixMatch needs a rule with exactly one match, by PathPrefix.", {},
                      "Split the rule, or use ReplaceFullPath.");
}

void lintRedirect(const RequestRedirect& redirect, const At& at, bool onePrefix, LintContext& context)
{
    static constexpr int statuses[] = {301, 302, 303, 307, 308};
    if (std::find(std::begin(statuses), std::end(statuses), redirect.statusCode) == std::end(statuses))
        context.error(at / "statusCode", "redirect.bad-status", "{} is not a redirect's status.",
                      {std::to_string(redirect.statusCode)}, "301, 302, 303, 307 and 308 are.");
    if (!redirect.scheme.empty() && redirect.scheme != "http" && redirect.scheme != "https")
        context.error(at / "scheme", "redirect.bad-scheme", "{} is neither http nor https.",
                      {redirect.scheme});
    checkHostname(redirect.hostname, false, at / "hostname", context);
    if (redirect.path)
        lintModifier(*redirect.path, at / "path", onePrefix, context);
}

void lintRewrite(const UrlRewrite& rewrite, const At& at, bool onePrefix, LintContext& context)
{
    checkHostname(rewrite.hostname, false, at / "hostname", context);
    if (rewrite.path)
        lintModifier(*rewrite.path, at / "path", onePrefix, context);
    else if (rewrite.hostname.empty())
        context.warning(at, "filter.empty", "This filter changes nothing.");
}

struct Part {
    FilterType type;
    const char* member;
    const char* typeName;
    bool given;
};

/// Exactly the member that `type` names is given.
void lintParts(const Filter& filter, const At& at, LintContext& context)
{
    const Part parts[] = {
        {FilterType::RequestHeaderModifier, "requestHeaderModifier", "RequestHeaderModifier",
         filter.requestHeaderModifier.has_value()},
        {FilterType::ResponseHeaderModifier, "responseHeaderModifier", "ResponseHeaderModifier",
         filter.responseHeaderModifier.has_value()},
        {FilterType::RequestRedirect, "requestRedirect", "RequestRedirect",
         filter.requestRedirect.has_value()},
        {FilterType::URLRewrite, "urlRewrite", "URLRewrite", filter.urlRewrite.has_value()},
    };
    const auto found = std::find_if(std::begin(parts), std::end(parts),
                                    [&](const Part& part) { return part.type == filter.type; });
    if (found == std::end(parts)) { // isn't served: `unserved` holds whatever it came with
        context.warning(at / "type", "filter.not-served",
                        "Filters of the type {} are not served yet: the rule is answered with 500.",
                        {filterName(filter.type)});
        return;
    }
    const Part& own = *found;
    for (const Part& part : parts) {
        if (part.given && part.type != filter.type)
            context.error(at / part.member, "filter.foreign-member", "{} has no meaning with the type {}.",
                          {part.member, own.typeName}, "Remove it, or change the type.");
    }
    if (!own.given)
        context.error(at / own.member, "filter.no-member", "A filter of the type {} needs the member {}.",
                      {own.typeName, own.member});
}

} // namespace

void lintFilters(const std::vector<Filter>& filters, const At& at, bool onePrefix, LintContext& context)
{
    std::set<FilterType> types;
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const Filter& filter = filters[i];
        const bool once = isServed(filter.type) || filter.type == FilterType::CORS;
        if (!types.insert(filter.type).second && once)
            context.error(at / i / "type", "filter.repeated", "A filter of this type stands here already.",
                          {}, "Put both into one filter.");
        lintParts(filter, at / i, context);
        if (filter.requestHeaderModifier)
            lintHeaders(*filter.requestHeaderModifier, at / i / "requestHeaderModifier", context);
        if (filter.responseHeaderModifier)
            lintHeaders(*filter.responseHeaderModifier, at / i / "responseHeaderModifier", context);
        if (filter.requestRedirect)
            lintRedirect(*filter.requestRedirect, at / i / "requestRedirect", onePrefix, context);
        if (filter.urlRewrite)
            lintRewrite(*filter.urlRewrite, at / i / "urlRewrite", onePrefix, context);
    }
    if (types.contains(FilterType::RequestRedirect) && types.contains(FilterType::URLRewrite))
        context.error(at, "filter.redirect-and-rewrite",
                      "A request is either redirected or rewritten, not both.", {},
                      "Remove one of the two filters.");
}

} // namespace gatehouse::workspace
