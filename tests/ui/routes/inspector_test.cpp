#include "tests/support/test_main.h"

#include "routes_bench.h"

#include "engine/workspace/keys.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/state_badge.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>

using namespace gatehouse;
using namespace gatehouse::ui;
using namespace Qt::Literals::StringLiterals;
using tests::RoutesBench;

namespace {

void click(QWidget* widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

/// Chooses in a combo box as the keyboard does.
void pick(QComboBox* box, const QString& words)
{
    box->setFocus();
    box->setCurrentIndex(box->findText(words));
    Q_EMIT box->activated(box->currentIndex());
}

void chooseIn(RoutesBench& bench, const QString& menu, const QString& words)
{
    auto* open = bench.window->findChild<QMenu*>(menu);
    QVERIFY(open && open->isVisible());
    for (QAction* action : open->actions()) {
        if (action->text() == words) {
            action->trigger();
            open->close();
            bench.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
            return;
        }
    }
    QFAIL(qPrintable(u"no “%1” in %2"_s.arg(words, menu)));
}

} // namespace

class InspectorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }

    void a_person_types_a_path_and_it_serves()
    {
        RoutesBench b;
        QVERIFY(b.waitUntilServing());
        b.choose(u"route/orders"_s);
        const auto before = b.document.revision();
        b.type(b.field(u"rules/0/matches/0/path/value"_s), u"/purchases"_s);
        QTRY_COMPARE(b.route("orders").rules[0].matches[0].path.value, std::string("/purchases"));
        QCOMPARE(b.undoText(), u"Set path of orders to /purchases"_s);
        QTRY_VERIFY(b.document.revision() > before);
        pick(b.field<QComboBox>(u"rules/0/matches/0/path/type"_s), u"Exact"_s);
        QCOMPARE(b.route("orders").rules[0].matches[0].path.type, workspace::PathMatchType::Exact);
        b.document.undoStack()->undo();
        b.document.undoStack()->undo();
        QCOMPARE(b.field(u"rules/0/matches/0/path/value"_s)->text(), u"/orders"_s);
    }

    void a_refused_path_shows_at_its_field_and_stays()
    {
        RoutesBench b;
        QVERIFY(b.waitUntilServing());
        const auto serving = b.document.revision();
        b.choose(u"route/orders"_s);
        auto* path = b.field(u"rules/0/matches/0/path/value"_s);
        b.type(path, u"orders"_s);
        QTRY_COMPARE(b.problemAt(path),
                     u"A path begins with “/”, this one is “orders”. Write \"/orders\"."_s);
        QCOMPARE(path->text(), u"orders"_s);
        QTRY_COMPARE(b.document.serving(), Document::Serving::refused);
        QCOMPARE(b.document.revision(), serving);
        QTRY_COMPARE(b.find<StateBadge>(u"routes.inspector.state"_s)->state(), State::error);
        QTest::keyClick(path, Qt::Key_Home);
        QTest::keyClicks(path, u"/"_s);
        QTRY_COMPARE(b.problemAt(path), QString());
        QTRY_COMPARE(b.document.serving(), Document::Serving::serving);
    }

    void a_method_is_offered_or_typed()
    {
        RoutesBench b;
        b.choose(u"route/orders"_s);
        auto* method = b.field(u"rules/0/matches/0/method"_s);
        b.type(method, u"PATCH"_s);
        QTRY_COMPARE(b.route("orders").rules[0].matches[0].method, std::string("PATCH"));
        pick(qobject_cast<QComboBox*>(method->parentWidget()), u"DELETE"_s);
        QCOMPARE(b.route("orders").rules[0].matches[0].method, std::string("DELETE"));
        QCOMPARE(b.undoText(), u"Set method of orders to DELETE"_s);
        b.type(method, u"get"_s);
        QTRY_VERIFY(b.problemAt(method).contains(u"GET"_s));
    }

    void a_header_joins_the_route_when_it_is_complete()
    {
        RoutesBench b;
        QVERIFY(b.waitUntilServing());
        b.choose(u"route/orders"_s);
        click(b.field<QWidget>(u"rules/0/matches/0/headers/add"_s));
        auto* name = b.field(u"rules/0/matches/0/headers/0/name"_s);
        QVERIFY(name && name->hasFocus());
        QTest::keyClicks(name, u"x-tenant"_s);
        QTest::keyClick(name, Qt::Key_Tab);
        auto* value = b.field(u"rules/0/matches/0/headers/0/value"_s);
        QVERIFY(value->hasFocus());
        QVERIFY(b.route("orders").rules[0].matches[0].headers.empty());
        QCOMPARE(b.document.serving(), Document::Serving::serving);
        QTest::keyClicks(value, u"north"_s);
        QTRY_COMPARE(b.route("orders").rules[0].matches[0].headers.size(), std::size_t(1));
        QCOMPARE(b.undoText(), u"Add header x-tenant to orders"_s);
        // The cursor stays where the person types.
        value = b.field(u"rules/0/matches/0/headers/0/value"_s);
        QVERIFY(value->hasFocus());
        QTest::keyClicks(value, u".*"_s);
        click(b.field<QWidget>(u"rules/0/matches/0/headers/0/type"_s));
        QTRY_COMPARE(
            b.route("orders").rules[0].matches[0].headers[0],
            (workspace::ValueMatch{workspace::ValueMatchType::RegularExpression, "x-tenant", "north.*"}));
        click(b.field<QWidget>(u"rules/0/matches/0/headers/0/remove"_s));
        QVERIFY(b.route("orders").rules[0].matches[0].headers.empty());
        QCOMPARE(b.undoText(), u"Remove header x-tenant from orders"_s);
    }

    void a_bad_regular_expression_is_said_at_the_query_parameter()
    {
        RoutesBench b;
        b.choose(u"route/orders"_s);
        click(b.field<QWidget>(u"rules/0/matches/0/queryParams/add"_s));
        QTest::keyClicks(b.field(u"rules/0/matches/0/queryParams/0/name"_s), u"page"_s);
        b.type(b.field(u"rules/0/matches/0/queryParams/0/value"_s), u"(1"_s);
        QTRY_COMPARE(b.route("orders").rules[0].matches[0].queryParams.size(), std::size_t(1));
        click(b.field<QWidget>(u"rules/0/matches/0/queryParams/0/type"_s));
        QTRY_VERIFY(b.problemAt(b.field(u"rules/0/matches/0/queryParams/0/value"_s)).contains(u"(1"_s));
    }

    void a_weight_by_slider_is_one_undo_step()
    {
        RoutesBench b;
        b.choose(u"route/catalog"_s);
        pick(b.find<QComboBox>(u"routes.inspector.rule"_s), u"Rule 2  browse"_s);
        auto* slider = b.find<QSlider>(u"routes.inspector.share.1.0"_s);
        QVERIFY(slider);
        b.find<QScrollArea>({})->ensureWidgetVisible(slider);
        QCOMPARE(slider->value(), 75);
        const int steps = b.document.undoStack()->count();
        const int y = slider->height() / 2;
        const auto xOf = [slider](int percent) { return 7 + (slider->width() - 14) * percent / 100; };
        QTest::mousePress(slider, Qt::LeftButton, {}, {xOf(75), y});
        for (const int percent : {60, 50, 40}) {
            const QPoint at(xOf(percent), y);
            QMouseEvent move(QEvent::MouseMove, at, slider->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             {});
            QCoreApplication::sendEvent(slider, &move);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {xOf(40), y});
        const auto& backends = b.route("catalog").rules[1].backendRefs;
        QVERIFY(std::abs(int(backends[0].weight) - 40) <= 2);
        QCOMPARE(backends[0].weight + backends[1].weight, 100u);
        QCOMPARE(b.document.undoStack()->count(), steps + 1);
        QVERIFY(b.undoText().startsWith(u"Set weight of catalog-v1 to "_s));
        QCOMPARE(b.field<NumberField>(u"rules/1/backendRefs/1/weight"_s)->value(),
                 double(backends[1].weight));
        QTest::mouseClick(slider, Qt::LeftButton, {}, {xOf(20), y});
        QCOMPARE(b.document.undoStack()->count(), steps + 2);
        b.document.undoStack()->undo();
        b.document.undoStack()->undo();
        QCOMPARE(b.route("catalog").rules[1].backendRefs[0].weight, 75u);
        QCOMPARE(slider->value(), 75);
    }

    void a_backend_is_added_weighed_and_removed_with_its_live_rate_beside_it()
    {
        RoutesBench b;
        b.choose(u"route/orders"_s);
        click(b.find(u"routes.inspector.add.backend"_s));
        chooseIn(b, u"routes.inspector.add.backendMenu"_s, u"echo v1"_s);
        QCOMPARE(b.route("orders").rules[0].backendRefs.size(), std::size_t(2));
        QCOMPARE(b.undoText(), u"Add backend echo v1 to orders"_s);
        auto* weight = b.field<NumberField>(u"rules/0/backendRefs/1/weight"_s);
        weight->setFocus();
        weight->selectAll();
        QTest::keyClicks(weight, u"300"_s);
        QTest::keyClick(weight, Qt::Key_Return);
        QCOMPARE(b.route("orders").rules[0].backendRefs[1].weight, 300u);
        QCOMPARE(b.find<QSlider>(u"routes.inspector.share.0.1"_s)->value(), 75);
        for (int i = 0; i < 12; ++i)
            b.frame("orders", "echo", 4);
        QTRY_COMPARE(b.find<TextLabel>(u"routes.inspector.rate.0.1"_s)->text(), u"40/s"_s);
        click(b.find(u"routes.inspector.backend.1.more"_s));
        chooseIn(b, u"routes.inspector.backend.1.moreMenu"_s, u"Remove"_s);
        QCOMPARE(b.route("orders").rules[0].backendRefs.size(), std::size_t(1));
        QCOMPARE(b.undoText(), u"Remove backend echo from orders"_s);
    }

    void filters_of_four_kinds_are_filled_in()
    {
        RoutesBench b;
        b.choose(u"route/users"_s);
        const auto filters = [&]() -> const auto&
        {
            return b.route("users").rules[0].filters;
        };
        const auto add = [&](const QString& kind) {
            click(b.find(u"routes.inspector.add.filter"_s));
            chooseIn(b, u"routes.inspector.add.filterMenu"_s, kind);
        };
        add(u"RequestHeaderModifier"_s);
        QCOMPARE(b.undoText(), u"Add filter RequestHeaderModifier to users"_s);
        click(b.field<QWidget>(u"rules/0/filters/0/requestHeaderModifier/set/add"_s));
        QTest::keyClicks(b.field(u"rules/0/filters/0/requestHeaderModifier/set/0/name"_s), u"x-env"_s);
        QTRY_COMPARE(filters()[0].requestHeaderModifier->set.size(), std::size_t(1));
        b.type(b.field(u"rules/0/filters/0/requestHeaderModifier/set/0/value"_s), u"demo"_s);
        QTRY_COMPARE(filters()[0].requestHeaderModifier->set[0].value, std::string("demo"));

        QCOMPARE(filters()[0].requestHeaderModifier->set[0].name, std::string("x-env"));
        click(b.field<QWidget>(u"rules/0/filters/0/requestHeaderModifier/remove/add"_s));
        QTest::keyClicks(b.field(u"rules/0/filters/0/requestHeaderModifier/remove/0"_s), u"bad name"_s);
        QTRY_COMPARE(filters()[0].requestHeaderModifier->remove, std::vector<std::string>{"bad name"});
        QTRY_VERIFY(!b.problemAt(b.field(u"rules/0/filters/0/requestHeaderModifier/remove/0"_s)).isEmpty());

        // Folded it says what it does, and what is wrong in it.
        click(b.find(u"routes.inspector.filter.0.fold"_s));
        QVERIFY(!b.field(u"rules/0/filters/0/requestHeaderModifier/remove/0"_s));
        QCOMPARE(b.find<ElidedLabel>(u"routes.inspector.filter.0.summary"_s)->text(),
                 u"x-env: demo, -bad name"_s);
        b.page->goTo(u"route/users#rules/0/filters/0/requestHeaderModifier/remove/0"_s);
        QVERIFY(b.field(u"rules/0/filters/0/requestHeaderModifier/remove/0"_s)->hasFocus());

        add(u"ResponseHeaderModifier"_s);
        click(b.field<QWidget>(u"rules/0/filters/1/responseHeaderModifier/add/add"_s));
        QTest::keyClicks(b.field(u"rules/0/filters/1/responseHeaderModifier/add/0/name"_s), u"vary"_s);
        QTRY_COMPARE(filters()[1].responseHeaderModifier->add.size(), std::size_t(1));

        add(u"URLRewrite"_s);
        pick(b.field<QComboBox>(u"rules/0/filters/2/urlRewrite/path/type"_s), u"ReplacePrefixMatch"_s);
        b.type(b.field(u"rules/0/filters/2/urlRewrite/path/replacePrefixMatch"_s), u"/people"_s);
        QTRY_COMPARE(filters()[2].urlRewrite->path->replacePrefixMatch, std::string("/people"));
        b.type(b.field(u"rules/0/filters/2/urlRewrite/hostname"_s), u"users.internal"_s);
        QTRY_COMPARE(filters()[2].urlRewrite->hostname, std::string("users.internal"));

        add(u"RequestRedirect"_s);
        pick(b.field<QComboBox>(u"rules/0/filters/3/requestRedirect/scheme"_s), u"https"_s);
        pick(b.field<QComboBox>(u"rules/0/filters/3/requestRedirect/statusCode"_s), u"308"_s);
        QCOMPARE(filters()[3].requestRedirect->scheme, std::string("https"));
        QCOMPARE(filters()[3].requestRedirect->statusCode, 308);
        // A redirect beside a rewrite is refused: the section says so.
        QTRY_VERIFY(!b.find(u"routes.inspector.head.filters"_s)->accessibleDescription().isEmpty());
        click(b.find(u"routes.inspector.filter.3.more"_s));
        chooseIn(b, u"routes.inspector.filter.3.moreMenu"_s, u"Remove"_s);
        click(b.find(u"routes.inspector.filter.2.more"_s));
        chooseIn(b, u"routes.inspector.filter.2.moreMenu"_s, u"Move up"_s);
        QCOMPARE(filters()[1].type, workspace::FilterType::URLRewrite);
        QCOMPARE(b.undoText(), u"Move filter URLRewrite of users up"_s);
    }

    void time_outs_are_durations()
    {
        RoutesBench b;
        b.choose(u"route/users"_s);
        auto* request = b.field(u"rules/0/timeouts/request"_s);
        b.type(request, u"soon"_s);
        QTRY_VERIFY(!b.problemAt(request).isEmpty());
        b.type(request, u"1m30s"_s);
        QTRY_COMPARE(b.route("users").rules[0].timeouts->request, std::string("1m30s"));
        QTRY_COMPARE(b.problemAt(request), QString());
        b.type(request, {});
        QTRY_VERIFY(!b.route("users").rules[0].timeouts);
    }

    void rules_and_matches_are_added_duplicated_and_shown_one_at_a_time()
    {
        RoutesBench b;
        b.choose(u"route/orders"_s);
        click(b.find(u"routes.inspector.add.match"_s));
        QCOMPARE(b.route("orders").rules[0].matches.size(), std::size_t(2));
        b.type(b.field(u"rules/0/matches/1/path/value"_s), u"/baskets"_s);
        QTRY_COMPARE(b.route("orders").rules[0].matches[1].path.value, std::string("/baskets"));
        click(b.find(u"routes.inspector.add.rule"_s));
        QCOMPARE(b.route("orders").rules.size(), std::size_t(2));
        QVERIFY(b.field(u"rules/1/matches/0/path/value"_s));
        QCOMPARE(b.undoText(), u"Add rule to orders"_s);
        b.type(b.field(u"rules/1/matches/0/path/value"_s), u"no slash"_s);
        QTRY_VERIFY(!b.problemAt(b.field(u"rules/1/matches/0/path/value"_s)).isEmpty());
        // The Problems pane leads to a field in a rule that isn't shown.
        pick(b.find<QComboBox>(u"routes.inspector.rule"_s), u"Rule 1  /orders"_s);
        QVERIFY(!b.field(u"rules/1/matches/0/path/value"_s));
        b.page->goTo(u"route/orders#rules/1/matches/0/path/value"_s);
        QVERIFY(b.field(u"rules/1/matches/0/path/value"_s)->hasFocus());
        click(b.find(u"routes.inspector.rule.1.more"_s));
        chooseIn(b, u"routes.inspector.rule.1.moreMenu"_s, u"Duplicate"_s);
        QCOMPARE(b.route("orders").rules.size(), std::size_t(3));
    }

    void a_route_is_renamed_attached_and_given_hosts()
    {
        RoutesBench b;
        b.choose(u"route/orders"_s);
        auto* name = b.field(u"name"_s);
        b.type(name, u"catalog"_s); // taken
        QTRY_VERIFY(!b.problemAt(name).isEmpty());
        QCOMPARE(name->text(), u"catalog"_s);
        b.frame("orders", "orders", 1); // news from the engine takes nothing away
        QCOMPARE(b.field(u"name"_s)->text(), u"catalog"_s);
        b.type(b.field(u"name"_s), u"sales"_s);
        QTRY_VERIFY(workspace::findRoute(b.document.workspace(), "sales") >= 0);
        QCOMPARE(b.undoText(), u"Rename route orders to sales"_s);
        QVERIFY(b.field(u"name"_s)->hasFocus());
        QCOMPARE(b.selection.key(), u"route/sales"_s);

        auto* internal = b.find<QCheckBox>(u"routes.inspector.listener.internal"_s);
        QTest::mouseClick(internal, Qt::LeftButton, {}, {8, internal->height() / 2});
        QCOMPARE(b.route("sales").parentRefs.size(), std::size_t(2));
        QCOMPARE(b.undoText(), u"Connect internal to sales"_s);
        QCOMPARE(b.selection.key(), u"route/sales"_s);
        click(b.field<QWidget>(u"hostnames/add"_s));
        QTest::keyClicks(b.field(u"hostnames/0"_s), u"shop.example.org"_s);
        QTRY_COMPARE(b.route("sales").hostnames, std::vector<std::string>{"shop.example.org"});
    }

    void a_listener_beyond_loopback_says_so_in_red()
    {
        RoutesBench b;
        b.choose(u"listener/edge/public"_s);
        auto* address = b.field(u"address"_s);
        QVERIFY(!b.find(u"routes.inspector.open"_s));
        b.type(address, u"0.0.0.0"_s);
        QTRY_VERIFY(b.find(u"routes.inspector.open"_s));
        QCOMPARE(b.find<StateBadge>(u"routes.inspector.open"_s)->state(), State::error);
        QVERIFY(b.problemAt(address).contains(u"0.0.0.0"_s));
        b.type(address, u"localhost"_s);
        QTRY_VERIFY(b.problemAt(address).contains(u"localhost"_s));
        b.type(address, u"127.0.0.1"_s);
        QTRY_VERIFY(!b.find(u"routes.inspector.open"_s));
        auto* port = b.field<NumberField>(u"port"_s);
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, u"8080"_s);
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(b.document.workspace().gateways[0].listeners[0].port, 8080);
        QCOMPARE(b.undoText(), u"Set port of public to 8080"_s);
        b.type(b.field(u"hostname"_s), u"*.example.org"_s);
        QTRY_COMPARE(b.document.workspace().gateways[0].listeners[0].hostname, std::string("*.example.org"));
    }

    void a_service_gets_faults_or_servers_of_its_own()
    {
        RoutesBench b;
        b.choose(u"service/orders"_s);
        const auto service = [&]() -> const auto&
        {
            return b.document.workspace().services[workspace::findService(b.document.workspace(), "orders")];
        };
        auto* errors = b.field<NumberField>(u"demo/errorShare"_s);
        errors->setFocus();
        errors->selectAll();
        QTest::keyClicks(errors, u"12.5"_s);
        QTest::keyClick(errors, Qt::Key_Return);
        QCOMPARE(service().demo->errorShare, 0.125);
        pick(b.field<QComboBox>(u"demo/app"_s), u"its own servers"_s);
        QVERIFY(!service().demo);
        click(b.field<QWidget>(u"endpoints/add"_s));
        QTest::keyClicks(b.field(u"endpoints/0/address"_s), u"127.0.0.1"_s);
        b.type(b.field(u"endpoints/0/port"_s), u"many"_s);
        QTRY_VERIFY(!b.problemAt(b.field(u"endpoints/0/port"_s)).isEmpty());
        QVERIFY(service().endpoints.empty());
        b.type(b.field(u"endpoints/0/port"_s), u"9200"_s);
        QTRY_COMPARE(service().endpoints.size(), std::size_t(1));
        QCOMPARE(service().endpoints[0].port, 9200);
        b.type(b.field(u"version"_s), u"v3"_s);
        QTRY_COMPARE(service().version, std::string("v3"));
    }

    void a_service_with_several_ports_is_asked_at_the_chosen_one()
    {
        RoutesBench b;
        b.document.edit(u"Second port"_s, [](workspace::Workspace& ws) {
            auto& service = ws.services[workspace::findService(ws, "orders")];
            service.ports.push_back({.name = "admin", .port = 81});
            ws.routes[workspace::findRoute(ws, "orders")].rules[0].backendRefs[0].port = 80;
        });
        b.choose(u"route/orders"_s);
        pick(b.field<QComboBox>(u"rules/0/backendRefs/0/port"_s), u"81 admin"_s);
        QCOMPARE(b.route("orders").rules[0].backendRefs[0].port, std::optional<std::uint16_t>(81));
        QCOMPARE(b.undoText(), u"Set backend port of orders to 81"_s);
    }

    void an_edge_leads_elsewhere_and_carries_its_weight()
    {
        RoutesBench b;
        b.choose(u"edge/route/orders>service/orders"_s);
        QCOMPARE(b.selection.key(), u"edge/route/orders>service/orders"_s);
        pick(b.field<QComboBox>(u"backendRefs"_s), u"echo v1"_s);
        QCOMPARE(b.route("orders").rules[0].backendRefs[0].name, std::string("echo"));
        QCOMPARE(b.route("orders").rules[0].backendRefs[0].weight, 100u);
        QCOMPARE(b.undoText(), u"Move orders from orders v1 to echo v1"_s);
        QCOMPARE(b.selection.key(), u"edge/route/orders>service/echo"_s);
        QVERIFY(b.field<NumberField>(u"rules/0/backendRefs/0/weight"_s));
        b.choose(u"edge/listener/edge/public>route/reviews"_s);
        pick(b.field<QComboBox>(u"parentRefs"_s), u"internal"_s);
        QCOMPARE(b.route("reviews").parentRefs[0].sectionName, std::string("internal"));
    }

    void every_field_has_a_name_is_reached_by_tab_and_fits()
    {
        RoutesBench b;
        for (const QString& key : {u"route/catalog"_s, u"listener/edge/public"_s, u"service/orders"_s,
                                   u"edge/route/catalog>service/catalog-v2"_s}) {
            b.choose(key);
            auto* body = b.find(u"routes.inspector.body"_s);
            QVERIFY2(body, qPrintable(key));
            QVERIFY2(body->minimumSizeHint().width() <= metrics::inspectorWidth, qPrintable(key));
            int fields = 0;
            for (QWidget* widget : body->findChildren<QWidget*>()) {
                const bool control = qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                     qobject_cast<QAbstractButton*>(widget) ||
                                     qobject_cast<QSlider*>(widget) ||
                                     qobject_cast<QAbstractSpinBox*>(widget);
                if (!control || !widget->isVisible() || widget->objectName() == u"qt_spinbox_lineedit"_s)
                    continue;
                ++fields;
                const QString what = key + u' ' + widget->objectName();
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<QCheckBox*>(widget),
                         qPrintable(what));
                QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(what));
                const bool holdsMember =
                    qobject_cast<QLineEdit*>(widget) || qobject_cast<NumberField*>(widget);
                QVERIFY2(!holdsMember || !widget->whatsThis().isEmpty(), qPrintable(what));
                const QRect place(widget->mapTo(body, QPoint()), widget->size());
                QVERIFY2(body->rect().contains(place), qPrintable(what));
            }
            QVERIFY2(fields >= 3, qPrintable(key));
            if (const QString folder = qEnvironmentVariable("GATEHOUSE_PICTURES"); !folder.isEmpty())
                b.window->grab().save(folder + u"/inspector-"_s + key.section(u'/', 0, 0) + u".png"_s);
        }
    }
};

GATEHOUSE_TEST(InspectorTest)
#include "inspector_test.moc"
