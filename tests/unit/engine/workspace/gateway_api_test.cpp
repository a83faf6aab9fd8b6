#include "engine/workspace/gateway_api.h"
#include "tests/support/test_main.h"

using namespace gatehouse;
using namespace gatehouse::workspace;

namespace {

ImportResult read(std::string text)
{
    const YamlFile file{"shop.yaml", std::move(text)};
    return importGatewayApi({&file, 1}, {"mine"});
}

const char* const shop = R"(
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge, namespace: infra}
spec:
  gatewayClassName: "{GATEWAY_CLASS_NAME}"
  listeners:
  - name: http
    port: 80
    protocol: HTTP
    hostname: "*.example.org"
    allowedRoutes:
      namespaces: {from: Selector, selector: {matchLabels: {team: shop}, matchExpressions: [{key: a, operator: NotIn, values: [b]}]}}
      kinds: [{kind: HTTPRoute}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: books, namespace: infra}
spec:
  parentRefs: [{name: edge, sectionName: http, port: 80}]
  hostnames: [books.example.org]
  rules:
  - name: all
    matches:
    - path: {type: Exact, value: /books}
      method: GET
      headers: [{name: version, value: "2"}]
      queryParams: [{type: RegularExpression, name: q, value: "[0-9]+"}]
    filters:
    - type: RequestHeaderModifier
      requestHeaderModifier: {set: [{name: a, value: b}], add: [{name: c, value: d}], remove: [e]}
    - type: URLRewrite
      urlRewrite: {hostname: inner, path: {type: ReplaceFullPath, replaceFullPath: /x}}
    backendRefs:
    - {name: catalog, port: 8080, weight: 3}
    timeouts: {request: 10s}
---
apiVersion: v1
kind: Service
metadata: {name: catalog, namespace: infra}
spec: {ports: [{port: 8080, name: web}, {port: 53, protocol: UDP}]}
)";

} // namespace

class GatewayApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_what_it_serves()
    {
        const auto result = read(shop);
        QVERIFY2(result.workspace.has_value(),
                 result.problems.empty() ? "" : result.problems[0].message.c_str());
        const auto& listener = result.workspace->gateways.at(0).listeners.at(0);
        QCOMPARE(int(*listener.declaredPort), 80);
        QCOMPARE(int(listener.port), 0);
        QCOMPARE(listener.allowedRoutes.namespaces.selector->matchExpressions.at(0).operator_,
                 SelectorOperator::NotIn);
        const auto& rule = result.workspace->routes.at(0).rules.at(0);
        QCOMPARE(rule.matches.at(0).path, (PathMatch{PathMatchType::Exact, "/books"}));
        QCOMPARE(rule.matches.at(0).headers.at(0).value, std::string("2"));
        QCOMPARE(rule.filters.at(0).requestHeaderModifier->remove, std::vector<std::string>{"e"});
        QCOMPARE(rule.filters.at(1).urlRewrite->path->replaceFullPath, std::string("/x"));
        QCOMPARE(rule.backendRefs.at(0).weight, 3u);
        QCOMPARE(rule.timeouts->request, std::string("10s"));
        QCOMPARE(result.workspace->services.at(0).ports.size(), std::size_t(1));
    }

    void writes_what_it_reads()
    {
        const auto first = read(shop);
        const auto second = read(exportGatewayApi(*first.workspace, "mine"));
        QVERIFY(second.workspace.has_value());
        QVERIFY(*second.workspace == *first.workspace);
    }

    void a_listener_on_any_free_port_declares_one_of_its_own()
    {
        Workspace workspace;
        workspace.gateways.push_back({.name = "edge",
                                      .listeners = {{.name = "a"},
                                                    {.name = "b", .port = 8080},
                                                    {.name = "c"},
                                                    {.name = "d", .port = 0, .declaredPort = 8081}}});
        const auto again = read(exportGatewayApi(workspace, "mine"));
        QVERIFY(again.workspace.has_value());
        std::vector<int> ports;
        for (const auto& listener : again.workspace->gateways.at(0).listeners)
            ports.push_back(*listener.declaredPort);
        QCOMPARE(ports, (std::vector<int>{80, 8080, 8082, 8081}));
    }

    void leaves_gateways_of_other_classes_out()
    {
        const auto result = read("kind: Gateway\nmetadata: {name: g}\nspec: {gatewayClassName: other}\n");
        QVERIFY(result.workspace->gateways.empty());
    }

    void a_route_without_rules_gets_the_default_rule()
    {
        QCOMPARE(
            read("kind: HTTPRoute\nmetadata: {name: r}\nspec: {}\n").workspace->routes.at(0).rules.size(),
            std::size_t(1));
    }

    void a_match_may_leave_its_path_out()
    {
        const auto result = read("kind: HTTPRoute\nmetadata: {name: r}\nspec:\n  rules:\n  - matches:\n    - method: GET\n");
        QCOMPARE(result.workspace->routes.at(0).rules.at(0).matches.at(0).path, (PathMatch{PathMatchType::PathPrefix, "/"}));
    }

    void says_where_a_problem_is()
    {
        const auto result = read("kind: Gateway\nmetadata: {name: g}\nspec:\n  gatewayClassName: mine\n  "
                                 "listeners:\n  - name: a\n    port: 99999\n");
        QVERIFY(!result.workspace);
        QCOMPARE(result.problems.at(0).code, std::string("gateway-api.bad-number"));
        QCOMPARE(result.problems.at(0).args, (std::vector<std::string>{"shop.yaml", "7", "11"}));
        QCOMPARE(read("a: [1\n").problems.at(0).code, std::string("gateway-api.bad-yaml"));
        for (const char* bad : {"a: b\nc: d\xff", "a: b\nc: d\x04"}) {
            const auto refused = read(bad);
            QCOMPARE(refused.problems.at(0).code, std::string("gateway-api.bad-yaml"));
            QCOMPARE(refused.problems.at(0).args, (std::vector<std::string>{"shop.yaml", "2", "5"}));
        }
        for (const char* endless : {",", "\"a\" ,", ",ine\n---\na: b"}) // yaml-cpp alone never ends on these
            QCOMPARE(read(endless).problems.at(0).code, std::string("gateway-api.bad-yaml"));
    }

    void keeps_a_filter_that_is_not_served()
    {
        const auto result = read("kind: HTTPRoute\nmetadata: {name: r}\nspec:\n  rules:\n  - filters:\n    - "
                                 "type: ExtensionRef\n      extensionRef: {kind: K, name: n}\n");
        QCOMPARE(result.problems.at(0).code, std::string("gateway-api.filter-not-served"));
        QCOMPARE(result.workspace->routes.at(0).rules.at(0).filters.at(0).unserved.size(), std::size_t(2));
    }

    void a_bomb_of_aliases_is_refused()
    {
        std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const auto before = "*a" + std::to_string(i - 1);
            text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
            for (int n = 0; n < 8; ++n)
                text += ", " + before;
            text += "]\n";
        }
        const auto result = read(text + "kind: HTTPRoute\nmetadata: {name: r}\nspec:\n  rules:\n  - "
                                        "filters:\n    - type: CORS\n      cors: {a: *a11}\n");
        QVERIFY(!result.workspace);
        QCOMPARE(result.problems.front().code, std::string("gateway-api.too-large"));
    }
};

GATEHOUSE_TEST(GatewayApiTest)
#include "gateway_api_test.moc"
