#include "engine/workspace/document.h"
#include "engine/workspace/rules.h"

#include "engine/base/describe_schema.h"

namespace gatehouse::workspace {

namespace {

template <class... T>
const json::Rule* findRule(std::string_view structName, std::string_view member)
{
    const json::Rule* found = nullptr;
    const auto look = [&](std::string_view name, std::span<const json::Rule> table) {
        if (name != structName)
            return;
        for (const json::Rule& rule : table) {
            if (rule.member == member)
                found = &rule;
        }
    };
    (look(json::detail::typeName<T>(), json::Rules<T>::table), ...);
    return found;
}

} // namespace

json::Value schema()
{
    return json::schemaOf<Workspace>("urn:gatehouse:workspace:" + std::to_string(formatVersion),
                                     "Gatehouse workspace");
}

const json::Rule* ruleOf(std::string_view structName, std::string_view member)
{
    return findRule<RouteGroupKind, SelectorExpression, LabelSelector, RouteNamespaces, AllowedRoutes,
                    Listener, Gateway, ParentRef, PathMatch, ValueMatch, RouteMatch, NameValue,
                    HeaderModifier, PathModifier, RequestRedirect, UrlRewrite, Filter, BackendRef,
                    RouteTimeouts, RouteRule, HttpRoute, ServicePort, Endpoint, DemoService, Service,
                    Namespace, GrantFrom, GrantTo, ReferenceGrant, NodePlace, CanvasState, LoadShare,
                    LoadPlan, Workspace>(structName, member);
}

} // namespace gatehouse::workspace
