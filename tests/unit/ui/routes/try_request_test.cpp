#include "ui/routes/try_request.h"

#include "tests/support/test_main.h"

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

api::ApplyResult serving()
{
    api::ApplyResult applied;
    applied.accepted = true;
    applied.listeners = {{"edge/public", "127.0.0.1", 41000, "http://127.0.0.1:41000", true},
                         {"edge/internal", "127.0.0.1", 41001, "http://127.0.0.1:41001", true}};
    return applied;
}

workspace::Workspace bookshop()
{
    workspace::Workspace ws;
    workspace::Gateway edge;
    edge.name = "edge";
    workspace::Listener open;
    open.name = "public";
    edge.listeners = {open};
    ws.gateways = {edge};
    workspace::HttpRoute route;
    route.name = "catalog";
    workspace::ParentRef parent;
    parent.name = "edge";
    route.parentRefs = {parent};
    workspace::RouteRule rule;
    workspace::RouteMatch match;
    match.path.value = "/catalog";
    rule.matches = {match};
    workspace::BackendRef backend;
    backend.name = "catalog-v1";
    rule.backendRefs = {backend};
    route.rules = {rule};
    ws.routes = {route};
    workspace::Service service;
    service.name = "catalog-v1";
    ws.services = {service};
    return ws;
}

api::DecisionTrace trace()
{
    api::DecisionTrace out;
    out.listener = "edge/public";
    out.route = "catalog";
    out.backend = "catalog-v1";
    return out;
}

} // namespace

class TryRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_route_a_service_and_a_listener_each_offer_a_request_of_theirs()
    {
        const auto ws = bookshop();
        for (const char* key : {"route/catalog", "service/catalog-v1", "listener/edge/public"}) {
            const Composed composed = composedFor(ws, QLatin1String(key));
            QCOMPARE(composed.listener, QStringLiteral("edge/public"));
            QVERIFY(composed.target.startsWith(QLatin1String("/catalog")));
        }
        QVERIFY(composedFor(ws, QStringLiteral("service/other")).listener.isEmpty());
    }

    void a_curl_line_for_a_listener_goes_out_and_comes_back_the_same()
    {
        const Composed composed{.listener = QStringLiteral("edge/internal"), .method = QStringLiteral("POST"),
                                .target = QStringLiteral("/orders?x='1'"),
                                .headers = {{QStringLiteral("content-type"), QStringLiteral("application/json")}},
                                .body = QStringLiteral("{\"book\": 7}")};
        const CurlParse parse = parseCurl(curlFor(composed, serving()));
        QVERIFY2(parse.request.has_value(), qPrintable(parse.error));
        QCOMPARE(composedFromCurl(*parse.request, serving(), QStringLiteral("edge/public")), composed);
    }

    void a_curl_line_for_another_host_keeps_that_host_as_a_header()
    {
        const CurlParse parse = parseCurl(QStringLiteral("curl http://api.bookshop.test/catalog"));
        const Composed composed = composedFromCurl(*parse.request, serving(), QStringLiteral("edge/public"));
        QCOMPARE(composed.listener, QStringLiteral("edge/public"));
        QCOMPARE(composed.headers.first(), (HeaderLine{QStringLiteral("host"), QStringLiteral("api.bookshop.test")}));
    }

    void what_cannot_be_sent_is_said_and_the_rest_is_not()
    {
        Composed composed{.listener = QStringLiteral("edge/public")};
        QCOMPARE(composeProblem(composed, serving()), QString());
        composed.target = QStringLiteral("catalog");
        QVERIFY(!composeProblem(composed, serving()).isEmpty());
        composed.target = QStringLiteral("/a b");
        QVERIFY(!composeProblem(composed, serving()).isEmpty());
        QVERIFY(!composeProblem({.listener = QStringLiteral("edge/public")}, {}).isEmpty());
    }

    void json_is_indented_only_when_asked_and_only_when_it_is_json()
    {
        api::TryResult result;
        result.headers = {{"Content-Type", "application/problem+json"}};
        result.body = "eyJhIjoxfQ==";
        QCOMPARE(bodyText(result, false).text, QStringLiteral("{\"a\":1}"));
        QVERIFY(bodyText(result, true).text.contains(u'\n'));
        QVERIFY(bodyText(result, true).json);
        result.headers = {{"content-type", "text/plain"}};
        QCOMPARE(bodyText(result, true).text, QStringLiteral("{\"a\":1}"));
    }

    void the_way_is_lit_from_listener_to_backend_and_a_step_lights_its_part()
    {
        QCOMPARE(wayOf(trace()).size(), 5);
        api::TraceStep step;
        step.kind = "passedOver";
        step.subject = "search";
        QCOMPARE(partOf(trace(), step), QSet<QString>{QStringLiteral("route/search")});
        step.kind = "attempt";
        QVERIFY(partOf(trace(), step).contains(QStringLiteral("service/catalog-v1")));
        step.kind = "backend";
        step.code = "backend.share";
        step.subject = "catalog-v2"; // of a forecast, which names every backend that shares
        QVERIFY(partOf(trace(), step).contains(QStringLiteral("service/catalog-v2")));
        api::DecisionTrace forecast = trace();
        forecast.steps = {step};
        QCOMPARE(wayOf(forecast).size(), 7);
        api::DecisionTrace missed;
        missed.listener = "edge/public";
        QCOMPARE(wayOf(missed), QSet<QString>{QStringLiteral("listener/edge/public")});
    }
};

GATEHOUSE_TEST(TryRequestTest)
#include "try_request_test.moc"
