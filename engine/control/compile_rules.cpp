#include "engine/control/compile_rules.h"

#include "engine/workspace/duration.h"

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <chrono>

namespace gatehouse::control {

namespace {

constexpr std::chrono::milliseconds longest = std::chrono::hours(24);

void addHeaderEdit(gateway::HeaderEdit& edit, const std::optional<workspace::HeaderModifier>& modifier)
{
    if (!modifier)
        return;
    for (const auto& field : modifier->set)
        edit.set.emplace_back(field.name, field.value);
    for (const auto& field : modifier->add)
        edit.add.emplace_back(field.name, field.value);
    edit.remove.insert(edit.remove.end(), modifier->remove.begin(), modifier->remove.end());
}

gateway::PathEdit compilePath(const std::optional<workspace::PathModifier>& path)
{
    if (!path)
        return {};
    if (path->type == workspace::PathModifierType::ReplaceFullPath)
        return {gateway::PathEdit::Kind::full, path->replaceFullPath};
    return {gateway::PathEdit::Kind::prefix, path->replacePrefixMatch};
}

policy::ValueMatchSpec compileValue(const workspace::ValueMatch& match)
{
    const bool regex = match.type == workspace::ValueMatchType::RegularExpression;
    return {regex ? policy::ValueKind::regex : policy::ValueKind::exact, match.name, match.value};
}

policy::PathKind pathKind(workspace::PathMatchType type)
{
    switch (type) {
    case workspace::PathMatchType::Exact:
        return policy::PathKind::exact;
    case workspace::PathMatchType::PathPrefix:
        return policy::PathKind::prefix;
    case workspace::PathMatchType::RegularExpression:
        break;
    }
    return policy::PathKind::regex;
}

} // namespace

gateway::FilterSet compileFilters(const std::vector<workspace::Filter>& filters)
{
    gateway::FilterSet set;
    for (const auto& filter : filters) {
        addHeaderEdit(set.requestHeaders, filter.requestHeaderModifier);
        addHeaderEdit(set.responseHeaders, filter.responseHeaderModifier);
        if (filter.requestRedirect) {
            const auto& redirect = *filter.requestRedirect;
            set.redirect = {true,
                            redirect.scheme,
                            redirect.hostname,
                            compilePath(redirect.path),
                            redirect.port.value_or(0),
                            redirect.statusCode};
        }
        if (filter.urlRewrite) {
            set.rewriteHostname = filter.urlRewrite->hostname;
            set.rewritePath = compilePath(filter.urlRewrite->path);
        }
    }
    return set;
}

std::vector<policy::MatchSpec> compileMatches(const workspace::RouteRule& rule)
{
    std::vector<policy::MatchSpec> specs;
    for (const auto& match : rule.matches) {
        policy::MatchSpec spec{pathKind(match.path.type), match.path.value, match.method, {}, {}};
        for (const auto& header : match.headers)
            spec.headers.push_back(compileValue(header));
        for (const auto& parameter : match.queryParams)
            spec.query.push_back(compileValue(parameter));
        specs.push_back(std::move(spec));
    }
    return specs;
}

void compileTimeouts(const workspace::RouteRule& rule, gateway::RuleConfig& config)
{
    if (!rule.timeouts)
        return;
    using std::chrono::milliseconds;
    const auto request = workspace::parseDuration(rule.timeouts->request).value_or(milliseconds(0));
    config.requestTimeout_ms = std::uint32_t(std::min(request, longest).count());
    if (const auto backend = workspace::parseDuration(rule.timeouts->backendRequest))
        config.backendTimeout_ms =
            std::uint32_t((backend->count() == 0 ? longest : std::min(*backend, longest)).count());
}

std::int64_t secondsOf(std::string_view rfc3339)
{
    if (rfc3339.empty())
        return 0;
    const auto text = QString::fromUtf8(rfc3339.data(), qsizetype(rfc3339.size()));
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    return instant.isValid() ? instant.toSecsSinceEpoch() : 0;
}

} // namespace gatehouse::control
