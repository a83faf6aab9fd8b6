#include "tests/support/test_main.h"

#include "ui/traffic/load_presenter.h"

#include <cmath>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

workspace::HttpRoute route(const std::string& name, const std::string& path)
{
    workspace::HttpRoute made;
    made.name = name;
    made.parentRefs = {{.name = "edge", .sectionName = "public"}};
    workspace::RouteMatch match;
    match.path.value = path;
    made.rules = {{.matches = {match}}};
    return made;
}

workspace::Workspace shop()
{
    workspace::Workspace w;
    w.gateways = {{.name = "edge", .listeners = {{.name = "public"}}}};
    w.routes = {route("catalog", "/catalog"), route("orders", "/orders"), route("users", "/users")};
    return w;
}

workspace::LoadPlan plan()
{
    workspace::LoadPlan made;
    made.name = "evening";
    made.mix = {{.route = "catalog", .target = "/catalog/books/{1..9}", .weight = 30},
                {.route = "catalog", .target = "/catalog/books", .weight = 30},
                {.route = "orders", .weight = 40}};
    return made;
}

double percentOf(const workspace::Workspace& w, const workspace::LoadPlan& plan, const std::string& route)
{
    for (const MixRow& row : mixRows(w, plan)) {
        if (row.route == route)
            return row.percent;
    }
    return -1;
}

const std::vector<api::ListenerState> serving{
    {"edge/public", "127.0.0.1", 4000, "http://127.0.0.1:4000", true}};

} // namespace

class LoadPresenterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_new_plan_gets_a_free_name();
    void a_copy_stands_after_its_plan();
    void a_plan_name_is_checked();
    void every_route_has_a_row();
    void an_empty_mix_means_every_route();
    void a_share_changes_its_own_weights_alone();
    void a_route_leaves_and_comes_back_as_it_was();
    void a_new_route_joins_with_the_mean_weight();
    void targets_are_the_shares_own_or_the_routes_example();
    void what_cannot_be_sent_is_named();
};

void LoadPresenterTest::every_route_has_a_row()
{
    auto p = plan();
    p.mix.push_back({.route = "gone", .weight = 0});
    const auto rows = mixRows(shop(), p);
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows[0].percent, 60.0);
    QCOMPARE(rows[0].kinds, 2);
    QVERIFY(!rows[2].on);
    QVERIFY(rows[3].missing);
}

void LoadPresenterTest::an_empty_mix_means_every_route()
{
    const auto rows = mixRows(shop(), {});
    QCOMPARE(rows.size(), std::size_t(3));
    for (const MixRow& row : rows)
        QVERIFY(row.on && std::fabs(row.percent - 100.0 / 3) < 1e-9);
}

void LoadPresenterTest::a_share_changes_its_own_weights_alone()
{
    auto p = plan();
    setPercent(shop(), p, "catalog", 80);
    QVERIFY(std::fabs(percentOf(shop(), p, "catalog") - 80) < 0.01);
    QCOMPARE(p.mix[0].weight, 80.0);
    QCOMPARE(p.mix[1].weight, 80.0);
    QCOMPARE(p.mix[2].weight, 40.0);
    setPercent(shop(), p, "catalog", 100); // others stay in the mix
    QVERIFY(percentOf(shop(), p, "orders") > 0);
    setPercent(shop(), p, "orders", 0);
    QCOMPARE(percentOf(shop(), p, "catalog"), 100.0);
}

void LoadPresenterTest::a_route_leaves_and_comes_back_as_it_was()
{
    auto p = plan();
    p.mix[0].weight = 10;
    const auto before = p;
    const auto back = weightsOf(p, "catalog");
    setInMix(shop(), p, "catalog", false);
    QCOMPARE(percentOf(shop(), p, "orders"), 100.0);
    setInMix(shop(), p, "catalog", true, back);
    QVERIFY(p == before);
}

void LoadPresenterTest::a_new_route_joins_with_the_mean_weight()
{
    auto p = plan();
    setInMix(shop(), p, "users", true);
    QCOMPARE(p.mix.back().route, std::string("users"));
    QCOMPARE(p.mix.back().weight, 50.0);
}

void LoadPresenterTest::targets_are_the_shares_own_or_the_routes_example()
{
    const auto targets = loadTargets(shop(), plan(), serving);
    QVERIFY(targets.problems.empty());
    QCOMPARE(targets.mix.size(), std::size_t(3));
    QCOMPARE(targets.mix[0].target, std::string("/catalog/books/{1..9}"));
    QCOMPARE(targets.mix[0].weight, 30.0);
    QCOMPARE(targets.mix[2].listener, std::string("edge/public"));
    QVERIFY(targets.mix[2].target.starts_with("/orders"));
    const auto params = loadParams(plan(), targets.mix);
    QCOMPARE(params.arrivals, std::string("poisson"));
}

void LoadPresenterTest::what_cannot_be_sent_is_named()
{
    auto p = plan();
    p.mix[2].route = "gone";
    const auto targets = loadTargets(shop(), p, serving);
    QCOMPARE(targets.mix.size(), std::size_t(2));
    QVERIFY(targets.problems == (std::vector<TargetProblem>{{"gone", TargetProblem::Why::routeMissing}}));
    QCOMPARE(loadTargets(shop(), plan(), {}).problems.front().why, TargetProblem::Why::listenerDown);
    QVERIFY(loadTargets(shop(), plan(), {}).mix.empty());
}

void LoadPresenterTest::a_new_plan_gets_a_free_name()
{
    auto w = shop();
    QCOMPARE(addPlan(w, "Load"), std::string("Load"));
    QCOMPARE(addPlan(w, "Load"), std::string("Load 2"));
    QCOMPARE(addPlan(w, "Load"), std::string("Load 3"));
    removePlan(w, "Load 2");
    QCOMPARE(w.loads.size(), std::size_t(2));
    QCOMPARE(addPlan(w, "Load"), std::string("Load 2"));
    QVERIFY(freePlanName(w, std::string(300, 'x')).size() <= 100);
}

void LoadPresenterTest::a_copy_stands_after_its_plan()
{
    auto w = shop();
    w.loads = {plan(), plan()};
    w.loads[1].name = "night";
    QCOMPARE(duplicatePlan(w, w.loads[0]), std::string("evening 2"));
    QCOMPARE(w.loads[1].name, std::string("evening 2"));
    QCOMPARE(w.loads[1].mix, w.loads[0].mix);
    QCOMPARE(duplicatePlan(w, w.loads[1]), std::string("evening 3"));
}

void LoadPresenterTest::a_plan_name_is_checked()
{
    auto w = shop();
    w.loads = {plan()};
    QCOMPARE(checkPlanName(w, "evening", "evening"), PlanName::good);
    QCOMPARE(checkPlanName(w, "other", "evening"), PlanName::taken);
    QCOMPARE(checkPlanName(w, "evening", ""), PlanName::empty);
    QCOMPARE(checkPlanName(w, "evening", std::string(101, 'x')), PlanName::tooLong);
}

GATEHOUSE_TEST(LoadPresenterTest)
#include "load_presenter_test.moc"
