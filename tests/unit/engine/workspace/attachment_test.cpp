#include "engine/workspace/attachment.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace gatehouse::workspace;

namespace {

Listener listener(std::string name, std::uint16_t port, std::string hostname = {})
{
    Listener result;
    result.name = std::move(name);
    result.declaredPort = port;
    result.hostname = std::move(hostname);
    return result;
}

Gateway gateway(std::string name, std::vector<Listener> listeners, std::string namespace_ = "infra")
{
    return {std::move(name), std::move(namespace_), std::move(listeners)};
}

Service service(std::string namespace_, std::string name, std::vector<ServicePort> ports = {{"", 8080, ""}})
{
    Service result;
    result.namespace_ = std::move(namespace_);
    result.name = std::move(name);
    result.ports = std::move(ports);
    return result;
}

BackendRef backend(std::string name, std::string namespace_ = {}, std::uint16_t port = 8080)
{
    BackendRef ref;
    ref.name = std::move(name);
    ref.namespace_ = std::move(namespace_);
    ref.port = port;
    return ref;
}

HttpRoute route(std::string name, std::vector<ParentRef> parents, std::vector<std::string> hostnames = {},
                std::string namespace_ = "infra")
{
    HttpRoute result;
    result.name = std::move(name);
    result.namespace_ = std::move(namespace_);
    result.parentRefs = std::move(parents);
    result.hostnames = std::move(hostnames);
    RouteRule rule;
    rule.backendRefs.push_back(backend("web"));
    result.rules.push_back(rule);
    return result;
}

Workspace workspace(std::vector<Gateway> gateways, std::vector<HttpRoute> routes)
{
    Workspace result;
    result.gateways = std::move(gateways);
    result.routes = std::move(routes);
    result.services = {service("infra", "web"), service("apps", "web")};
    return result;
}

const Condition* condition(const std::vector<Condition>& list, const char* type)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const auto& c) { return c.type == type; });
    return it == list.end() ? nullptr : &*it;
}

/// "Accepted", or "!NoMatchingParent" when the condition is false, or "" when it is absent.
QString told(const std::vector<Condition>& list, const char* type)
{
    const auto* c = condition(list, type);
    return c ? QStringLiteral("%1%2").arg(c->status ? QString() : QStringLiteral("!"),
                                          QString::fromStdString(c->reason))
             : QString();
}

QString accepted(const Workspace& workspace, std::size_t parent = 0)
{
    return told(attach(workspace).parents.at(parent).conditions, "Accepted");
}

QString resolved(const Workspace& workspace)
{
    return told(attach(workspace).parents.at(0).conditions, "ResolvedRefs");
}

} // namespace

class AttachmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_parent_needs_gateway_section_and_port()
    {
        const auto edge = gateway("edge", {listener("http", 80), listener("other", 8080)});
        const auto with = [&](ParentRef parent) {
            return workspace({edge}, {route("r", {std::move(parent)})});
        };
        QCOMPARE(accepted(with({"edge", "", "", {}})), QStringLiteral("Accepted"));
        QCOMPARE(accepted(with({"edge", "infra", "other", 8080})), QStringLiteral("Accepted"));
        QCOMPARE(accepted(with({"edge", "", "http1", {}})), QStringLiteral("!NoMatchingParent"));
        QCOMPARE(accepted(with({"edge", "", "", 81})), QStringLiteral("!NoMatchingParent"));
        QCOMPARE(accepted(with({"edge", "", "http", 8080})), QStringLiteral("!NoMatchingParent"));
        QCOMPARE(accepted(with({"none", "", "", {}})), QStringLiteral("!NoMatchingParent"));
        QCOMPARE(attach(with({"none", "", "", {}})).parents[0].gateway, -1);
        QCOMPARE(attach(with({"edge", "", "other", {}})).bindings.size(), std::size_t(1));
        QCOMPARE(attach(with({"edge", "", "", {}})).bindings.size(), std::size_t(2));
    }

    void two_references_to_one_listener_attach_once()
    {
        const auto result = attach(workspace({gateway("edge", {listener("http", 80)})},
                                             {route("r", {{"edge", "", "", {}}, {"edge", "", "http", {}}})}));
        QCOMPARE(result.bindings.size(), std::size_t(1));
        QCOMPARE(result.listeners[0].attachedRoutes, 1);
        QCOMPARE(result.parents.size(), std::size_t(2));
    }

    void namespaces_are_let_in_by_same_all_or_selector()
    {
        auto http = listener("http", 80);
        auto space =
            workspace({gateway("edge", {http})}, {route("r", {{"edge", "infra", "", {}}}, {}, "apps")});
        auto& namespaces = space.gateways[0].listeners[0].allowedRoutes.namespaces;
        QCOMPARE(accepted(space), QStringLiteral("!NotAllowedByListeners"));
        namespaces.from = FromNamespaces::All;
        QCOMPARE(accepted(space), QStringLiteral("Accepted"));
        namespaces.from = FromNamespaces::Selector;
        QCOMPARE(accepted(space), QStringLiteral("!NotAllowedByListeners"));
        namespaces.selector = LabelSelector{{{"team", "shop"}}, {}};
        QCOMPARE(accepted(space), QStringLiteral("!NotAllowedByListeners"));
        space.namespaces = {{"apps", {{"team", "shop"}}}};
        QCOMPARE(accepted(space), QStringLiteral("Accepted"));
        namespaces.selector = LabelSelector{{{"kubernetes.io/metadata.name", "apps"}}, {}};
        QCOMPARE(accepted(space), QStringLiteral("Accepted"));
        namespaces.from = FromNamespaces::None;
        QCOMPARE(accepted(space), QStringLiteral("!NotAllowedByListeners"));
    }

    void selectors_know_all_four_operators()
    {
        const auto holds = [](SelectorOperator op, std::vector<std::string> values) {
            return selects({{}, {{"team", op, std::move(values)}}}, {{"team", "shop"}});
        };
        QVERIFY(holds(SelectorOperator::In, {"a", "shop"}));
        QVERIFY(!holds(SelectorOperator::In, {"a"}));
        QVERIFY(holds(SelectorOperator::NotIn, {"a"}));
        QVERIFY(!holds(SelectorOperator::NotIn, {"shop"}));
        QVERIFY(holds(SelectorOperator::Exists, {}));
        QVERIFY(!holds(SelectorOperator::DoesNotExist, {}));
        QVERIFY(selects({{}, {{"absent", SelectorOperator::NotIn, {"x"}}}}, {}));
        QVERIFY(selects({}, {}));
    }

    void hostnames_must_intersect()
    {
        QVERIFY(hostnamesIntersect("", "a.org"));
        QVERIFY(hostnamesIntersect("a.b.org", "*.b.org"));
        QVERIFY(hostnamesIntersect("*.b.org", "a.a.b.org"));
        QVERIFY(hostnamesIntersect("*.b.org", "*.a.b.org"));
        QVERIFY(!hostnamesIntersect("b.org", "*.b.org"));
        QVERIFY(!hostnamesIntersect("*.a.b.org", "a.b.org"));
        QVERIFY(!hostnamesIntersect("*.a.org", "*.b.org"));
        QVERIFY(!hostnamesIntersect("a.org", "b.org"));

        auto space =
            workspace({gateway("edge", {listener("http", 80, "*.wildcard.io")})},
                      {route("r", {{"edge", "", "", {}}}, {"x.WILDCARD.io", "other.io", "*.wildcard.io"})});
        QCOMPARE(attach(space).bindings.at(0).hostnames,
                 (std::vector<std::string>{"x.WILDCARD.io", "*.wildcard.io"}));
        space.routes[0].hostnames = {"other.io", "wildcard.io"};
        QCOMPARE(accepted(space), QStringLiteral("!NoMatchingListenerHostname"));
        QCOMPARE(attach(space).bindings.size(), std::size_t(0));
        QCOMPARE(attach(space).listeners[0].attachedRoutes, 0);
    }

    void backends_must_be_known_services_with_the_port()
    {
        auto space =
            workspace({gateway("edge", {listener("http", 80)})}, {route("r", {{"edge", "", "", {}}})});
        auto& ref = space.routes[0].rules[0].backendRefs[0];
        QCOMPARE(resolved(space), QStringLiteral("ResolvedRefs"));
        QCOMPARE(attach(space).backends.at(0).service, 0);
        ref.port = 9;
        QCOMPARE(resolved(space), QStringLiteral("!BackendNotFound"));
        ref = backend("absent");
        QCOMPARE(resolved(space), QStringLiteral("!BackendNotFound"));
        QCOMPARE(attach(space).backends.at(0).service, -1);
        QCOMPARE(accepted(space), QStringLiteral("Accepted"));
        ref = backend("web");
        ref.group = "unknown.example.com";
        ref.kind = "Other";
        QCOMPARE(resolved(space), QStringLiteral("!InvalidKind"));
        ref = backend("web");
        space.services[0].ports = {{"a", 8080, "kubernetes.io/h2c"}, {"b", 8081, "kubernetes.io/ws"}};
        QCOMPARE(resolved(space), QStringLiteral("!UnsupportedProtocol"));
        ref.port = 8081;
        QCOMPARE(resolved(space), QStringLiteral("ResolvedRefs"));
        ref.port.reset();
        QCOMPARE(resolved(space), QStringLiteral("!BackendNotFound"));
    }

    void a_service_of_another_namespace_needs_a_grant()
    {
        auto space =
            workspace({gateway("edge", {listener("http", 80)})}, {route("r", {{"edge", "", "", {}}})});
        space.routes[0].rules[0].backendRefs[0] = backend("web", "apps");
        QCOMPARE(resolved(space), QStringLiteral("!RefNotPermitted"));
        const ReferenceGrant good{
            "g", "apps", {{"gateway.networking.k8s.io", "HTTPRoute", "infra"}}, {{"", "Service", ""}}};
        const auto with = [&](auto change) {
            auto changed = good;
            change(changed);
            space.referenceGrants = {changed};
            return resolved(space);
        };
        QCOMPARE(with([](auto&) {}), QStringLiteral("ResolvedRefs"));
        QCOMPARE(with([](auto& g) { g.to[0].name = "web"; }), QStringLiteral("ResolvedRefs"));
        QCOMPARE(with([](auto& g) { g.to[0].name = "other"; }), QStringLiteral("!RefNotPermitted"));
        QCOMPARE(with([](auto& g) { g.to[0].kind = "Secret"; }), QStringLiteral("!RefNotPermitted"));
        QCOMPARE(with([](auto& g) { g.namespace_ = "infra"; }), QStringLiteral("!RefNotPermitted"));
        QCOMPARE(with([](auto& g) { g.from[0].namespace_ = "apps"; }), QStringLiteral("!RefNotPermitted"));
        QCOMPARE(with([](auto& g) { g.from[0].kind = "GRPCRoute"; }), QStringLiteral("!RefNotPermitted"));
        QCOMPARE(with([](auto& g) { g.from[0].group = ""; }), QStringLiteral("!RefNotPermitted"));
    }

    void one_bad_backend_leaves_the_route_accepted()
    {
        auto space =
            workspace({gateway("edge", {listener("http", 80)})}, {route("r", {{"edge", "", "", {}}})});
        space.routes[0].rules.push_back(space.routes[0].rules[0]);
        space.routes[0].rules[1].backendRefs[0] = backend("web", "apps");
        const auto result = attach(space);
        QCOMPARE(told(result.parents[0].conditions, "Accepted"), QStringLiteral("Accepted"));
        QCOMPARE(told(result.parents[0].conditions, "ResolvedRefs"), QStringLiteral("!RefNotPermitted"));
        QCOMPARE(result.backends[0].service, 0);
        QCOMPARE(result.backends[1].service, -1);
    }

    void kinds_that_a_listener_cannot_carry_are_reported()
    {
        auto space =
            workspace({gateway("edge", {listener("http", 80)})}, {route("r", {{"edge", "", "", {}}})});
        auto& kinds = space.gateways[0].listeners[0].allowedRoutes.kinds;
        kinds = {{"gateway.networking.k8s.io", "InvalidRoute"}, {"gateway.networking.k8s.io", "HTTPRoute"}};
        auto result = attach(space);
        QCOMPARE(told(result.listeners[0].conditions, "ResolvedRefs"), QStringLiteral("!InvalidRouteKinds"));
        QCOMPARE(result.listeners[0].supportedKinds,
                 (std::vector<RouteGroupKind>{{"gateway.networking.k8s.io", "HTTPRoute"}}));
        QCOMPARE(told(result.parents[0].conditions, "Accepted"), QStringLiteral("Accepted"));
        kinds = {{"gateway.networking.k8s.io", "TLSRoute"}};
        result = attach(space);
        QVERIFY(result.listeners[0].supportedKinds.empty());
        QCOMPARE(told(result.listeners[0].conditions, "Programmed"), QStringLiteral("!Invalid"));
        QCOMPARE(told(result.parents[0].conditions, "Accepted"), QStringLiteral("!NotAllowedByListeners"));
        kinds = {{"other.example.com", "HTTPRoute"}};
        QCOMPARE(accepted(space), QStringLiteral("!NotAllowedByListeners"));
        kinds.clear();
        space.gateways[0].listeners[0].protocol = ListenerProtocol::TLS;
        QCOMPARE(accepted(space), QStringLiteral("!NotAllowedByListeners"));
    }

    void listeners_that_are_not_distinct_conflict_all_of_them()
    {
        auto secure = listener("c", 80);
        secure.protocol = ListenerProtocol::HTTPS;
        auto datagrams = listener("d", 80);
        datagrams.protocol = ListenerProtocol::UDP;
        const auto conflicts = [](std::vector<Listener> listeners) {
            QStringList list;
            for (const auto& status :
                 attach(workspace({gateway("edge", std::move(listeners))}, {})).listeners)
                list << told(status.conditions, "Conflicted") +
                            (status.serves ? QStringLiteral("+") : QString());
            return list.join(QLatin1Char(' '));
        };
        QCOMPARE(conflicts({listener("a", 80), listener("b", 80, "x.org"), listener("c", 81)}),
                 QStringLiteral("!NoConflicts+ !NoConflicts+ !NoConflicts+"));
        QCOMPARE(conflicts({listener("a", 80, "x.org"), listener("b", 80, "X.org"), listener("c", 80)}),
                 QStringLiteral("HostnameConflict HostnameConflict !NoConflicts+"));
        QCOMPARE(conflicts({listener("a", 80, "x.org"), secure}),
                 QStringLiteral("ProtocolConflict ProtocolConflict"));
        QCOMPARE(conflicts({listener("a", 80), datagrams}), QStringLiteral("!NoConflicts+ !NoConflicts"));
    }

    void a_gateway_is_accepted_while_one_listener_is_valid()
    {
        auto secure = listener("secure", 443);
        secure.protocol = ListenerProtocol::HTTPS;
        const auto both = attach(workspace({gateway("edge", {listener("http", 80), secure})}, {}));
        QCOMPARE(told(both.gateways[0].conditions, "Accepted"), QStringLiteral("ListenersNotValid"));
        QCOMPARE(told(both.gateways[0].conditions, "Programmed"), QStringLiteral("Programmed"));
        QCOMPARE(told(both.listeners[1].conditions, "Accepted"), QStringLiteral("!UnsupportedProtocol"));
        const auto none =
            attach(workspace({gateway("edge", {secure})}, {route("r", {{"edge", "", "", {}}})}));
        QCOMPARE(told(none.gateways[0].conditions, "Accepted"), QStringLiteral("!ListenersNotValid"));
        QCOMPARE(told(none.gateways[0].conditions, "Programmed"), QStringLiteral("!Invalid"));
        // The listener's own state doesn't hinder attachment (v1 §ListenerStatus.attachedRoutes), only
        // serving.
        QCOMPARE(none.listeners[0].attachedRoutes, 1);
        QCOMPARE(none.bindings.size(), std::size_t(0));
    }

    void a_filter_that_cannot_be_applied_is_never_skipped()
    {
        auto space =
            workspace({gateway("edge", {listener("http", 80)})}, {route("r", {{"edge", "", "", {}}})});
        Filter mirror;
        mirror.type = FilterType::RequestMirror;
        space.routes[0].rules[0].filters.push_back(mirror);
        auto result = attach(space);
        QCOMPARE(told(result.parents[0].conditions, "Accepted"), QStringLiteral("!UnsupportedValue"));
        QCOMPARE(result.listeners[0].attachedRoutes, 0);
        QCOMPARE(result.bindings.size(), std::size_t(1)); // its rule answers 500
        QCOMPARE(result.faults.size(), std::size_t(1));
        space.routes[0].rules.emplace_back();
        result = attach(space);
        QCOMPARE(told(result.parents[0].conditions, "Accepted"), QStringLiteral("Accepted"));
        QCOMPARE(told(result.parents[0].conditions, "PartiallyInvalid"), QStringLiteral("UnsupportedValue"));
        QVERIFY(
            condition(result.parents[0].conditions, "PartiallyInvalid")->message.starts_with("Dropped Rule"));
        space.routes[0].rules[0].filters.clear();
        space.routes[0].rules[0].backendRefs[0].filters.push_back(mirror);
        QCOMPARE(attach(space).faults.at(0).rule, 0);
    }
};

GATEHOUSE_TEST(AttachmentTest)
#include "attachment_test.moc"
