#include "ui/routes/rule_edits.h"

#include "ui/routes/canvas_model.h"

#include "tests/support/test_main.h"

using namespace gatehouse::ui;
using namespace gatehouse;
using namespace Qt::Literals::StringLiterals;

namespace {

workspace::Workspace shop()
{
    workspace::Workspace ws;
    ws.gateways.push_back({.name = "edge", .listeners = {{.name = "public"}, {.name = "internal"}}});
    for (const char* name : {"books", "orders", "echo"})
        ws.services.push_back({.name = name});
    workspace::HttpRoute route{.name = "catalog"};
    route.parentRefs.push_back({.name = "edge", .sectionName = "public"});
    workspace::RouteRule rule{.name = "first"};
    rule.matches.push_back({.path = {.value = "/catalog"}, .method = "GET"});
    rule.filters.push_back({.type = workspace::FilterType::URLRewrite});
    rule.backendRefs.push_back({.name = "books", .weight = 30});
    rule.backendRefs.push_back({.name = "orders", .weight = 10});
    route.rules.push_back(rule);
    ws.routes.push_back(route);
    return ws;
}

const QString catalog = u"route/catalog"_s;

workspace::HttpRoute after(const RoutesEdit& edit)
{
    workspace::Workspace ws = shop();
    edit.change(ws);
    return ws.routes.front();
}

} // namespace

class RuleEditsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_members_edit_says_what_it_sets_or_clears()
    {
        QCOMPARE(setText(u"path"_s, u"catalog"_s, u"/a%1"_s), u"Set path of catalog to /a%1"_s);
        QCOMPARE(setText(u"method"_s, u"catalog"_s, {}), u"Clear method of catalog"_s);
    }

    void parts_move_within_their_ends()
    {
        const auto ws = shop();
        const PartPlace second{Part::backend, 0, 1};
        QVERIFY(!movePart(ws, catalog, second, +1));
        QVERIFY(!movePart(ws, catalog, {Part::backend, 0, 0}, -1));
        QVERIFY(!movePart(ws, catalog, {Part::backend, 3, 0}, -1));
        const RoutesEdit up = movePart(ws, catalog, second, -1);
        QCOMPARE(up.name, u"Move backend orders of catalog up"_s);
        QCOMPARE(after(up).rules[0].backendRefs[0].name, std::string("orders"));
    }

    void a_duplicated_rule_has_no_second_name()
    {
        const RoutesEdit edit = duplicatePart(shop(), catalog, {Part::rule, 0});
        QCOMPARE(edit.name, u"Duplicate rule first of catalog"_s);
        const auto route = after(edit);
        QCOMPARE(route.rules.size(), std::size_t(2));
        QVERIFY(route.rules[1].name.empty());
        QCOMPARE(route.rules[1].matches, route.rules[0].matches);
    }

    void a_new_match_changes_nothing_until_it_is_edited()
    {
        const auto route = after(addMatch(shop(), catalog, 0));
        QCOMPARE(route.rules[0].matches.size(), std::size_t(2));
        QCOMPARE(route.rules[0].matches[0], route.rules[0].matches[1]);
    }

    void a_new_rule_takes_a_path_of_its_own_to_the_same_backends()
    {
        workspace::Workspace ws = shop();
        addRule(ws, catalog).change(ws);
        addRule(ws, catalog).change(ws);
        const auto& rules = ws.routes.front().rules;
        QCOMPARE(rules[1].matches[0].path.value, std::string("/new"));
        QCOMPARE(rules[2].matches[0].path.value, std::string("/new-2"));
        QCOMPARE(rules[2].backendRefs, rules[0].backendRefs);
    }

    void only_served_filters_are_added()
    {
        QVERIFY(!addFilter(shop(), catalog, 0, workspace::FilterType::CORS));
        const auto route = after(addFilter(shop(), catalog, 0, workspace::FilterType::RequestRedirect));
        QVERIFY(route.rules[0].filters[1].requestRedirect);
    }

    void a_new_backend_weighs_what_the_others_do()
    {
        const auto route = after(addBackend(shop(), catalog, 0, u"service/echo"_s));
        QCOMPARE(route.rules[0].backendRefs[2].weight, 20u);
    }

    void attaching_keeps_the_selection_and_happens_once()
    {
        const auto ws = shop();
        QVERIFY(isAttached(ws, catalog, u"listener/edge/public"_s));
        QVERIFY(!attachRoute(ws, catalog, u"listener/edge/public"_s, true));
        const RoutesEdit edit = attachRoute(ws, catalog, u"listener/edge/internal"_s, true);
        QVERIFY(edit.select.isEmpty());
        QCOMPARE(after(edit).parentRefs.size(), std::size_t(2));
    }

    void an_edge_moves_with_its_weight()
    {
        const auto ws = shop();
        const QString edge = edgeKey(catalog, u"service/books"_s);
        QCOMPARE(edgeTargets(ws, edge), QStringList{u"service/echo"_s});
        QVERIFY(!moveEdge(ws, edge, u"service/orders"_s)); // it is there already
        const RoutesEdit edit = moveEdge(ws, edge, u"service/echo"_s);
        QCOMPARE(edit.select, QStringList{edgeKey(catalog, u"service/echo"_s)});
        const auto route = after(edit);
        QCOMPARE(route.rules[0].backendRefs[0].name, std::string("echo"));
        QCOMPARE(route.rules[0].backendRefs[0].weight, 30u);
        const auto moved = after(moveEdge(ws, edgeKey(u"listener/edge/public"_s, catalog),
                                          u"listener/edge/internal"_s));
        QCOMPARE(moved.parentRefs.size(), std::size_t(1));
        QCOMPARE(moved.parentRefs[0].sectionName, std::string("internal"));
    }
};

GATEHOUSE_TEST(RuleEditsTest)
#include "rule_edits_test.moc"
