#include "engine/workspace/document.h"
#include "engine/workspace/duration.h"
#include "engine/workspace/lint_context.h"

#include "engine/base/text.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace gatehouse::workspace {

namespace {

constexpr std::size_t maxMatchesOfRoute = 128;

bool isPathCharacter(char c)
{
    const char low = toLower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("-/._~!$&'()*+,;=:@%").find(c) != std::string_view::npos;
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (toLower(c) >= 'a' && toLower(c) <= 'f');
}

/// The first thing in an Exact or PathPrefix value that the Gateway API refuses, or empty.
std::string_view refusedPart(std::string_view path)
{
    for (const std::string_view part : {"//", "/./", "/../", "%2f", "%2F", "#", "?"}) {
        if (path.find(part) != path.npos)
            return part;
    }
    for (const std::string_view end : {"/.", "/.."}) {
        if (path.ends_with(end))
            return end;
    }
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!isPathCharacter(path[i]))
            return path.substr(i, 1);
        if (path[i] == '%' && (i + 2 >= path.size() || !isHex(path[i + 1]) || !isHex(path[i + 2])))
            return path.substr(i, 3);
    }
    return {};
}

std::string refusedHint(std::string_view part)
{
    if (part == "?")
        return "Query parameters have conditions of their own.";
    if (part == "#")
        return "A fragment never reaches a server.";
    if (part == "%2f" || part == "%2F")
        return "An encoded slash is not a path separator; use a RegularExpression where it is really wanted.";
    if (part.find('.') != part.npos)
        return "Requests' dot segments are resolved before matching, so it could never match.";
    return "Characters beyond ASCII letters, digits and -._~!$&'()*+,;=:@ are written as %XX.";
}

void lintPath(const PathMatch& path, const At& at, LintContext& context)
{
    const At value = at / "value";
    if (path.type == PathMatchType::RegularExpression)
        return checkRegex(path.value, value, context);
    if (path.value.empty())
        return;
    if (path.value.front() != '/')
        return context.error(
            value, "path.not-absolute", "A path begins with \"/\", this one is {}.", {path.value},
            path.value.find("://") == std::string::npos ? "Write \"/" + path.value.substr(0, 64) + "\"."
                                                        : "Scheme and host don't belong here.");
    const std::string_view part = refusedPart(path.value);
    if (!part.empty())
        context.error(value, "path.bad", "The path {} contains {}, which is not allowed.", {path.value, part},
                      refusedHint(part));
}

void lintValueMatches(const std::vector<ValueMatch>& matches, bool headers, const At& at,
                      LintContext& context)
{
    std::set<std::string> exact, folded;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const ValueMatch& match = matches[i];
        checkFieldName(match.name, at / i / "name", context);
        if (match.type == ValueMatchType::RegularExpression)
            checkRegex(match.value, at / i / "value", context);
        else if (headers)
            checkFieldValue(match.value, at / i / "value", context);
        const bool again = !exact.insert(match.name).second;
        const bool alike = headers && !folded.insert(lowered(match.name)).second;
        if (again && !match.name.empty())
            context.error(at / i / "name", "match.repeated", "{} has a condition already in this match.",
                          {match.name},
                          "Within one match each name stands once; \"either, or\" is two matches.");
        else if (alike)
            context.warning(at / i / "name", "match.ignored",
                            "{} is ignored: header names are compared without case.", {match.name},
                            "Only the first condition on a header counts.");
    }
}

void lintMatches(const std::vector<RouteMatch>& matches, const At& at, LintContext& context)
{
    for (std::size_t i = 0; i < matches.size(); ++i) {
        lintPath(matches[i].path, at / i / "path", context);
        checkMethod(matches[i].method, at / i / "method", context);
        lintValueMatches(matches[i].headers, true, at / i / "headers", context);
        lintValueMatches(matches[i].queryParams, false, at / i / "queryParams", context);
    }
}

void lintTimeouts(const RouteTimeouts& timeouts, const At& at, LintContext& context)
{
    const auto read = [&](const std::string& text, const char* member) {
        const auto duration = parseDuration(text);
        if (!text.empty() && !duration)
            context.error(at / member, "duration.bad", "{} is not a duration.", {text},
                          "For example \"10s\", \"500ms\" or \"1m30s\"; \"0s\" is no limit.");
        return duration;
    };
    const auto request = read(timeouts.request, "request");
    const auto backend = read(timeouts.backendRequest, "backendRequest");
    if (request && backend && request->count() != 0 && *backend > *request)
        context.error(at / "backendRequest", "timeouts.order",
                      "One attempt may take {}, longer than the whole request with {}.",
                      {timeouts.backendRequest, timeouts.request});
}

/// ReplacePrefixMatch needs to know the prefix: exactly one match, by PathPrefix (none = PathPrefix "/").
bool hasOnePrefix(const RouteRule& rule)
{
    return rule.matches.empty() ||
           (rule.matches.size() == 1 && rule.matches.front().path.type == PathMatchType::PathPrefix);
}

void lintBackends(const RouteRule& rule, const At& at, LintContext& context)
{
    const bool redirects = std::any_of(rule.filters.begin(), rule.filters.end(),
                                       [](const Filter& f) { return f.type == FilterType::RequestRedirect; });
    const At place = at / "backendRefs";
    if (redirects && !rule.backendRefs.empty())
        context.error(place, "rule.redirect-with-backends", "A rule that redirects asks no backend.", {},
                      "Remove the backends or the redirect.");
    if (!redirects && rule.backendRefs.empty())
        context.warning(place, "rule.no-backend", "Without a backend, requests are answered with 500.", {},
                        "Connect the route with a service.");
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < rule.backendRefs.size(); ++i) {
        const BackendRef& backend = rule.backendRefs[i];
        sum += backend.weight;
        checkObjectName(backend.name, place / i / "name", context);
        checkObjectName(backend.namespace_, place / i / "namespace", context);
        lintFilters(backend.filters, place / i / "filters", hasOnePrefix(rule), context);
    }
    if (!rule.backendRefs.empty() && sum == 0)
        context.warning(place, "rule.no-weight", "All weights are 0: requests are answered with 500.", {},
                        "Give at least one backend a weight.");
}

void lintRules(const HttpRoute& route, const At& at, LintContext& context)
{
    std::set<std::string_view> names;
    std::size_t matches = 0;
    for (std::size_t i = 0; i < route.rules.size(); ++i) {
        const RouteRule& rule = route.rules[i];
        matches += std::max<std::size_t>(1, rule.matches.size());
        checkObjectName(rule.name, at / i / "name", context);
        if (!rule.name.empty() && !names.insert(rule.name).second)
            context.error(at / i / "name", "name.duplicate", "Another rule of this route has the name {}.",
                          {rule.name});
        lintMatches(rule.matches, at / i / "matches", context);
        lintFilters(rule.filters, at / i / "filters", hasOnePrefix(rule), context);
        lintBackends(rule, at / i, context);
        if (rule.timeouts)
            lintTimeouts(*rule.timeouts, at / i / "timeouts", context);
    }
    if (matches > maxMatchesOfRoute)
        context.error(at, "route.too-many-matches",
                      "A route has at most 128 matches in all its rules; this has {}.",
                      {std::to_string(matches)}, "Split the route.");
}

bool digitsAt(std::string_view text, std::string_view shape)
{
    return text.size() >= shape.size() &&
           std::equal(shape.begin(), shape.end(), text.begin(), [](char s, char c) {
               return s == '0' ? c >= '0' && c <= '9' : toLower(s) == toLower(c);
           });
}

/// RFC 3339 §5.6, by shape: "2026-02-01T10:00:00Z", with fraction or offset.
bool isTimestamp(std::string_view text)
{
    if (!digitsAt(text, "0000-00-00T00:00:00"))
        return false;
    text.remove_prefix(19);
    if (text.starts_with('.')) {
        const std::size_t end = text.find_first_not_of("0123456789", 1);
        if (end == text.npos || end == 1)
            return false;
        text.remove_prefix(end);
    }
    return text == "Z" || text == "z" ||
           (text.size() == 6 && (digitsAt(text, "+00:00") || digitsAt(text, "-00:00")));
}

} // namespace

void lintRoutes(const Workspace& workspace, LintContext& context)
{
    std::unordered_set<std::string> keys;
    for (std::size_t r = 0; r < workspace.routes.size(); ++r) {
        const HttpRoute& route = workspace.routes[r];
        const At at = At() / "routes" / r;
        checkObjectName(route.name, at / "name", context);
        checkObjectName(route.namespace_, at / "namespace", context);
        if (!route.name.empty() && !keys.insert(keyOf(route.namespace_, route.name)).second)
            context.error(at / "name", "name.duplicate", "Another route has the name {}.", {route.name});
        for (std::size_t i = 0; i < route.hostnames.size(); ++i) {
            checkHostname(route.hostnames[i], true, at / "hostnames" / i, context);
            if (route.hostnames[i].empty())
                context.error(at / "hostnames" / i, "hostname.bad", "{} is not a DNS name.", {""},
                              "Leave the list empty to take every host.");
        }
        if (!route.creationTimestamp.empty() && !isTimestamp(route.creationTimestamp))
            context.error(at / "creationTimestamp", "route.bad-timestamp", "{} is not a time.",
                          {route.creationTimestamp}, "For example 2026-02-01T10:00:00Z (RFC 3339).");
        lintRules(route, at / "rules", context);
    }
}

} // namespace gatehouse::workspace
