#include "ui/routes/routes_edits.h"

#include "ui/routes/canvas_model.h"

#include "tests/support/test_main.h"

using namespace gatehouse::ui;
using namespace gatehouse;
using namespace Qt::Literals::StringLiterals;

namespace {

workspace::Workspace shop()
{
    workspace::Workspace ws;
    ws.name = "Shop";
    ws.gateways.push_back({.name = "edge", .listeners = {{.name = "public"}, {.name = "internal"}}});
    for (const char* version : {"v1", "v2"}) {
        workspace::Service service;
        service.name = std::string("catalog-") + version;
        service.app = "catalog";
        service.version = version;
        service.demo = workspace::DemoService{.app = "catalog"};
        ws.services.push_back(service);
    }
    workspace::HttpRoute route;
    route.name = "catalog";
    route.parentRefs.push_back({.name = "edge", .sectionName = "public"});
    workspace::RouteRule rule;
    rule.matches.push_back({.path = {.value = "/catalog"}});
    rule.backendRefs.push_back({.name = "catalog-v1", .weight = 75});
    rule.backendRefs.push_back({.name = "catalog-v2", .weight = 25});
    route.rules.push_back(rule);
    ws.routes.push_back(route);
    return ws;
}

const QString route = u"route/catalog"_s;
const QString v1 = u"service/catalog-v1"_s;
const QString v2 = u"service/catalog-v2"_s;
const QString listener = u"listener/edge/public"_s;

workspace::Workspace after(const workspace::Workspace& ws, const RoutesEdit& edit)
{
    workspace::Workspace changed = ws;
    edit.change(changed);
    return changed;
}

} // namespace

class RoutesEditsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void edits_are_named_for_a_person()
    {
        const auto ws = shop();
        QCOMPARE(renameNode(ws, route, u"books"_s).name, u"Rename route catalog to books"_s);
        QCOMPARE(removeThings(ws, {route}).name, u"Delete route catalog"_s);
        QCOMPARE(removeThings(ws, {edgeKey(route, v2)}).name, u"Disconnect catalog from catalog v2"_s);
        QCOMPARE(duplicateNodes(ws, {route}).name, u"Duplicate route catalog"_s);
        QVERIFY(setShare(ws, route, 0, 1, 40).name.startsWith(u"Set weight of catalog-v2 to 40"_s));
    }

    void a_share_keeps_the_sum_at_one_hundred_and_sweeps_merge()
    {
        const auto ws = shop();
        const auto edit = setShare(ws, route, 0, 1, 40);
        const auto changed = after(ws, edit);
        QCOMPARE(changed.routes[0].rules[0].backendRefs[0].weight, 60u);
        QCOMPARE(changed.routes[0].rules[0].backendRefs[1].weight, 40u);
        QVERIFY(!edit.mergeKey.isEmpty());
        QCOMPARE(setShare(changed, route, 0, 1, 41).mergeKey, edit.mergeKey);
    }

    void connecting_joins_once_and_only_forward()
    {
        const auto ws = shop();
        const QString internal = u"listener/edge/internal"_s;
        QVERIFY(canConnect(ws, internal, route));
        QVERIFY(!canConnect(ws, listener, route));
        QVERIFY(!canConnect(ws, v1, route));
        const auto changed = after(ws, connectNodes(ws, internal, route));
        QCOMPARE(int(changed.routes[0].parentRefs.size()), 2);
        QVERIFY(!canConnect(changed, internal, route));
    }

    void disconnecting_one_listener_keeps_the_gateways_others()
    {
        auto ws = shop();
        ws.routes[0].parentRefs[0].sectionName.clear();
        const auto changed = after(ws, removeThings(ws, {edgeKey(listener, route)}));
        QCOMPARE(int(changed.routes[0].parentRefs.size()), 1);
        QCOMPARE(changed.routes[0].parentRefs[0].sectionName, std::string("internal"));
    }

    void a_new_version_takes_no_traffic_until_told()
    {
        const auto ws = shop();
        const auto changed = after(ws, addItem(ws, palette::version, {608, 400}, v2));
        QCOMPARE(int(changed.services.size()), 3);
        QCOMPARE(int(changed.routes[0].rules[0].backendRefs.size()), 3);
        QCOMPARE(changed.routes[0].rules[0].backendRefs[2].weight, 0u);
        QVERIFY(!canAdd(ws, palette::version, route));
    }

    void copied_text_pastes_beside_the_original()
    {
        const auto ws = shop();
        const Paste paste = pasteText(ws, copyText(ws, {route}));
        QVERIFY2(bool(paste.edit), qPrintable(paste.error));
        const auto changed = after(ws, paste.edit);
        QCOMPARE(int(changed.routes.size()), 2);
        QVERIFY(changed.routes[0].name != changed.routes[1].name);
        QCOMPARE(changed.gateways, ws.gateways);
        QVERIFY(!pasteText(ws, u"no workspace"_s).error.isEmpty());
    }

    void the_canvas_shows_nodes_edges_weights_and_live_numbers()
    {
        const auto ws = shop();
        const api::ApplyResult applied;
        const ProblemIndex problems;
        RoutesFacts facts{ws, applied, problems, {}, {}};
        facts.live = [](const Scope&) {
            Now now;
            now.rate_per_s = 132;
            now.errorShare = 0.05;
            now.p99_ms = 12;
            return now;
        };
        const Diagram diagram = makeDiagram(facts);
        QCOMPARE(diagram.nodes.size(), 5);
        QCOMPARE(diagram.edges.size(), 3);
        const auto edge = std::find_if(diagram.edges.begin(), diagram.edges.end(),
                                       [](const CanvasEdge& e) { return e.key == edgeKey(route, v2); });
        QVERIFY(edge != diagram.edges.end());
        QVERIFY2(edge->label.startsWith(u"25"_s) && edge->label.contains(u"132/s"_s),
                 qPrintable(edge->label));
        QCOMPARE(edge->errorShare, 0.05);
        QCOMPARE(makeTree(facts).value(1).children.size(), 1);
    }
};

GATEHOUSE_TEST(RoutesEditsTest)
#include "routes_edits_test.moc"
