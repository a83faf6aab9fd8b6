#include "tests/support/test_main.h"

#include "engine/workspace/keys.h"
#include "engine/workspace/request_example.h"

using namespace gatehouse::workspace;

namespace {

Workspace shop()
{
    Workspace w;
    w.gateways = {{.name = "edge", .listeners = {{.name = "public"}, {.name = "admin"}}}};
    HttpRoute route{.name = "catalog", .parentRefs = {{.name = "edge", .sectionName = "public"}}};
    route.rules = {{.backendRefs = {{.name = "catalog-v1"}, {.name = "catalog-v2"}}}};
    w.routes = {route};
    w.services = {{.name = "catalog-v1", .app = "catalog", .version = "v1"},
                  {.name = "catalog-v2", .app = "catalog", .version = "v2"}};
    w.loads = {{.name = "demo", .mix = {{.route = "catalog"}}}};
    w.canvas.nodes = {
        {"listener/edge/public", {1, 2}}, {"route/catalog", {3, 4}}, {"service/catalog-v1", {5, 6}}};
    return w;
}

NodeKey key(const char* text)
{
    return *parseNodeKey(text);
}

} // namespace

class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_objects_by_key()
    {
        const Workspace w = shop();
        for (const char* text : {"listener/edge/public", "route/catalog", "service/catalog-v2"})
            QVERIFY2(exists(w, key(text)), text);
        QCOMPARE(pointerOf(w, key("listener/edge/admin")), std::string("/gateways/0/listeners/1"));
        QCOMPARE(nodeAt(w, "/services/1/endpoints/0")->text(), std::string("service/catalog-v2"));
        QVERIFY(!nodeAt(w, "/services/7"));
        QVERIFY(!nodeAt(w, "/name"));
        QVERIFY(!parseNodeKey("route/") && !parseNodeKey("x/y") && !parseNodeKey(""));
    }

    void renames_with_every_reference()
    {
        Workspace w = shop();
        QVERIFY(rename(w, key("listener/edge/public"), "web"));
        QVERIFY(rename(w, key("route/catalog"), "books"));
        QVERIFY(rename(w, key("service/catalog-v1"), "shelf"));
        QVERIFY(renameGateway(w, "edge", "front"));
        QCOMPARE(w.routes[0].parentRefs[0].sectionName, std::string("web"));
        QCOMPARE(w.routes[0].parentRefs[0].name, std::string("front"));
        QCOMPARE(w.routes[0].rules[0].backendRefs[0].name, std::string("shelf"));
        QCOMPARE(w.loads[0].mix[0].route, std::string("books"));
        QVERIFY(w.canvas.nodes.contains("listener/front/web") && w.canvas.nodes.contains("route/books") &&
                w.canvas.nodes.contains("service/shelf"));
        const Workspace before = w;
        QVERIFY(!rename(w, key("service/shelf"), "catalog-v2"));
        QVERIFY(!rename(w, key("service/none"), "a"));
        QVERIFY(w == before);
    }

    void removes_with_every_reference()
    {
        Workspace w = shop();
        QVERIFY(remove(w, key("service/catalog-v1")));
        QCOMPARE(w.routes[0].rules[0].backendRefs.size(), std::size_t(1));
        QVERIFY(remove(w, key("listener/edge/public")));
        QVERIFY(w.routes[0].parentRefs.empty());
        QVERIFY(remove(w, key("listener/edge/admin")));
        QVERIFY(w.gateways.empty());
        QVERIFY(remove(w, key("route/catalog")));
        QVERIFY(w.loads[0].mix.empty());
        QVERIFY(w.canvas.nodes.empty());
        QVERIFY(!remove(w, key("route/catalog")));
    }

    void counts_names_on()
    {
        Workspace w = shop();
        QCOMPARE(uniqueRouteName(w, "orders"), std::string("orders"));
        QCOMPARE(uniqueRouteName(w, "catalog"), std::string("catalog-2"));
        const auto copy = duplicate(w, key("service/catalog-v1"));
        QCOMPARE(copy->text(), std::string("service/catalog-v3"));
        QCOMPARE(w.services[1].version, std::string("v3"));
        QVERIFY(w.canvas.nodes.contains("service/catalog-v3"));
        QCOMPARE(duplicate(w, key("route/catalog"))->object, std::string("catalog-2"));
        QCOMPARE(duplicate(w, key("listener/edge/public"))->object, std::string("edge/public-2"));
    }

    void makes_requests_that_match()
    {
        Workspace w = shop();
        HttpRoute& route = w.routes[0];
        QCOMPARE(requestExample(w, route)->target, std::string("/"));
        route.hostnames = {"*.example.org"};
        RouteMatch match{.method = "POST"};
        match.path = {PathMatchType::RegularExpression, "/v[0-9]+/(books|orders)/\\d{3}.*"};
        match.headers = {{ValueMatchType::RegularExpression, "x-a", "b+|c"}};
        match.queryParams = {{ValueMatchType::Exact, "q", "a b&c"}};
        route.rules[0].matches = {match};
        const auto example = requestExample(w, route);
        QVERIFY(example);
        QCOMPARE(example->listener, std::string("edge/public"));
        QCOMPARE(example->method, std::string("POST"));
        QCOMPARE(example->host, std::string("www.example.org"));
        QCOMPARE(example->target, std::string("/v0/books/111?q=a%20b%26c"));
        QCOMPARE(example->headers[0].value, std::string("b"));
        route.rules[0].matches.push_back({.path = {PathMatchType::Exact, "/plain"}});
        QCOMPARE(requestExample(w, route)->target, std::string("/plain"));
        w.gateways[0].listeners[0].hostname = "other.net";
        QVERIFY(!requestExample(w, route));
    }

    void gives_up_on_patterns_that_it_cannot_walk()
    {
        for (const char* pattern : {"(a", "\\pL", "a{1000}", "[^\\x00-\\x{10FFFF}]"})
            QVERIFY2(!regexExample(pattern), pattern);
    }
};

GATEHOUSE_TEST(KeysTest)
#include "keys_test.moc"
