#include "tests/support/test_main.h"

#include "routes_bench.h"

#include "engine/workspace/keys.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/state_badge.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeWidget>

using namespace gatehouse;
using namespace gatehouse::ui;
using namespace Qt::Literals::StringLiterals;
using tests::RoutesBench;

namespace {

bool has(RoutesBench& bench, const char* key)
{
    return workspace::exists(bench.document.workspace(), *workspace::parseNodeKey(key));
}

QAction* actionOf(RoutesBench& bench, const QString& id)
{
    return bench.page->findChild<QAction*>(u"routes.action."_s + id);
}

/// Ground of the canvas that nothing stands on.
QPoint groundOf(RoutesBench& bench)
{
    return bench.canvas->mapFromScene(bench.canvas->contentRect().bottomLeft() + QPointF(240, 30));
}

QMenu* shownMenu(RoutesBench& bench)
{
    for (QMenu* menu : bench.page->findChildren<QMenu*>()) {
        if (menu->isVisible())
            return menu;
    }
    return nullptr;
}

} // namespace

class RoutesPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }

    void a_service_and_a_route_come_from_the_palette_by_drag()
    {
        RoutesBench b;
        QVERIFY(b.waitUntilServing());
        b.drop(u"Service"_s, groundOf(b));
        QVERIFY(has(b, "service/service"));
        QCOMPARE(b.undoText(), u"Add service service"_s);
        QCOMPARE(b.selection.key(), u"service/service"_s);
        QVERIFY(b.field(u"name"_s));
        b.drop(u"Route"_s, b.centreOf(u"listener/edge/internal"_s));
        QVERIFY(has(b, "route/route"));
        QCOMPARE(b.route("route").parentRefs[0].sectionName, std::string("internal"));
        b.document.undoStack()->undo();
        QVERIFY(!has(b, "route/route"));
        QCOMPARE(b.document.undoStack()->redoText(), u"Add route route"_s);
        b.document.undoStack()->redo();
        QVERIFY(has(b, "route/route"));
        QTRY_COMPARE(b.document.serving(), Document::Serving::serving);
    }

    void the_palette_and_the_menu_add_by_keyboard()
    {
        RoutesBench b;
        QVERIFY(!actionOf(b, u"add.version"_s)->isEnabled());
        QCOMPARE(actionOf(b, u"add.version"_s)->whatsThis(), u"no service is chosen"_s);
        auto* palette = b.find<QListWidget>(u"routes.palette"_s);
        palette->setFocus();
        palette->setCurrentRow(2);
        QTest::keyClick(palette, Qt::Key_Return);
        QVERIFY(has(b, "service/service"));
        b.canvas->setCurrentKey(u"service/echo"_s);
        actionOf(b, u"add.version"_s)->trigger();
        QCOMPARE(b.undoText(), u"Add version echo v2"_s);
    }

    void an_edge_is_dragged_from_a_route_to_a_service()
    {
        RoutesBench b;
        b.drag(b.canvas->portPoint(u"route/orders"_s), b.centreOf(u"service/echo"_s));
        QCOMPARE(b.route("orders").rules[0].backendRefs.size(), std::size_t(2));
        QCOMPARE(b.undoText(), u"Connect orders to echo v1"_s);
        QCOMPARE(b.selection.key(), u"edge/route/orders>service/echo"_s);
        b.drag(b.canvas->portPoint(u"route/orders"_s), b.centreOf(u"service/echo"_s)); // once is enough
        QCOMPARE(b.route("orders").rules[0].backendRefs.size(), std::size_t(2));
    }

    void the_keyboard_connects_too()
    {
        RoutesBench b;
        b.canvas->setFocus();
        b.canvas->setCurrentKey(u"listener/edge/internal"_s);
        QTest::keyClick(b.canvas, Qt::Key_C);
        QMenu* menu = shownMenu(b);
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"home"_s);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(b.undoText(), u"Connect internal to home"_s);
        QCOMPARE(b.route("home").parentRefs.size(), std::size_t(2));
    }

    void delete_and_duplicate_work_by_keyboard()
    {
        RoutesBench b;
        b.choose(u"route/reviews"_s);
        QVERIFY(b.canvas->hasFocus());
        QTest::keyClick(b.canvas, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(has(b, "route/reviews-2"));
        QCOMPARE(b.undoText(), u"Duplicate route reviews"_s);
        QCOMPARE(b.selection.key(), u"route/reviews-2"_s);
        QTest::keyClick(b.canvas, Qt::Key_Delete);
        QVERIFY(!has(b, "route/reviews-2"));
        QCOMPARE(b.undoText(), u"Delete route reviews-2"_s);
        b.choose(u"edge/route/orders>service/orders"_s);
        QTest::keyClick(b.canvas, Qt::Key_Delete);
        QCOMPARE(b.undoText(), u"Disconnect orders from orders v1"_s);
        QVERIFY(b.route("orders").rules[0].backendRefs.empty());
    }

    void delete_and_duplicate_work_by_mouse()
    {
        RoutesBench b;
        const QPoint at = b.centreOf(u"route/orders"_s);
        QContextMenuEvent ask(QContextMenuEvent::Mouse, at, b.canvas->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(b.canvas->viewport(), &ask);
        QMenu* menu = shownMenu(b);
        QVERIFY(menu);
        const auto press = [menu](QAction* action) {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        };
        press(actionOf(b, u"duplicate"_s));
        QVERIFY(has(b, "route/orders-2"));
        QTest::mouseClick(b.find(u"routes.inspector.duplicate"_s), Qt::LeftButton);
        QVERIFY(has(b, "route/orders-3"));
        QTest::mouseClick(b.find(u"routes.inspector.more"_s), Qt::LeftButton);
        actionOf(b, u"delete"_s)->trigger();
        QVERIFY(!has(b, "route/orders-3"));
    }

    void find_counts_reveals_and_goes_on()
    {
        RoutesBench b;
        b.canvas->setFocus();
        QTest::keyClick(b.canvas, Qt::Key_F, Qt::ControlModifier);
        auto* find = b.find<FilterEdit>(u"routes.find"_s);
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, u"catalog"_s);
        QTRY_VERIFY(find->accessibleDescription().endsWith(u" of 15"_s));
        const QString first = b.canvas->currentKey();
        QVERIFY(first.startsWith(u"route/"_s));
        QTest::keyClick(find, Qt::Key_Return);
        const QString second = b.canvas->currentKey();
        QVERIFY(second != first);
        QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(b.canvas->currentKey(), first);
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(find->text().isEmpty());
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(b.canvas->hasFocus());
    }

    void enter_and_double_click_lead_to_the_first_field()
    {
        RoutesBench b;
        b.choose(u"route/users"_s);
        QTest::keyClick(b.canvas, Qt::Key_Return);
        QVERIFY(b.field(u"name"_s)->hasFocus());
        QTest::mouseDClick(b.canvas->viewport(), Qt::LeftButton, {}, b.centreOf(u"service/users"_s));
        QCOMPARE(b.selection.key(), u"service/users"_s);
        QVERIFY(b.field(u"name"_s)->hasFocus());
        QCOMPARE(b.field(u"name"_s)->text(), u"users"_s);
        auto* tree = b.find<QTreeWidget>(u"routes.tree"_s);
        QCOMPARE(tree->currentItem()->text(0), u"users v1"_s);
    }

    void nodes_are_aligned_and_spread_in_one_step()
    {
        RoutesBench b;
        QVERIFY(!actionOf(b, u"arrange.0"_s)->isEnabled());
        QCOMPARE(actionOf(b, u"arrange.0"_s)->whatsThis(), u"fewer than two nodes are chosen"_s);
        b.choose(u"route/users"_s);
        QTest::mouseClick(b.canvas->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          b.centreOf(u"service/users"_s));
        QVERIFY(b.find<QLabel>(u"routes.inspector.hint"_s)->text().startsWith(u"2 are chosen"_s));
        actionOf(b, u"arrange.0"_s)->trigger();
        const auto& nodes = b.document.workspace().canvas.nodes;
        QCOMPARE(nodes.at("service/users").x, nodes.at("route/users").x);
        QVERIFY(b.undoText().startsWith(u"Align 2 node"_s));
        QTest::mouseClick(b.canvas->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          b.centreOf(u"route/home"_s));
        QVERIFY(actionOf(b, u"arrange.4"_s)->isEnabled());
        b.choose(u"route/orders"_s);
        QCOMPARE(b.field(u"name"_s)->text(), u"orders"_s);
    }

    void a_failed_layout_is_said_in_words()
    {
        RoutesBench b;
        QVERIFY(b.waitUntilServing());
        b.fake->refuse(api::Layout::name, api::ErrorCode::timedOut, "timed out");
        actionOf(b, u"layout"_s)->trigger();
        auto* notice = b.page->findChild<Banner*>(u"routes.notice"_s);
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->text(),
                 u"The nodes were not laid out: Graphviz took too long. They stand where they stood."_s);
        b.fake->answer<api::Layout>([](const api::LayoutParams& params) {
            api::LayoutResult result;
            for (const auto& node : params.nodes)
                result.places.push_back({node.key, 100.0 * node.rank, 64});
            return result;
        });
        Q_EMIT notice->actionTriggered();
        QTRY_COMPARE(b.undoText(), u"Lay out"_s);
        QVERIFY(!notice->isVisible());
    }

    void an_empty_page_says_what_belongs_there()
    {
        RoutesBench b(u"{\"gatehouse\": 1, \"name\": \"Nothing\"}"_s);
        QVERIFY(b.find(u"routes.empty"_s));
        QTest::mouseClick(b.find(u"routes.empty.add"_s), Qt::LeftButton);
        QCOMPARE(b.document.workspace().routes.size(), std::size_t(1));
        QCOMPARE(b.route("route").parentRefs.size(), std::size_t(1));
        QCOMPARE(b.document.undoStack()->count(), 1);
        QVERIFY(!b.find(u"routes.empty"_s));
        QTRY_COMPARE(b.document.serving(), Document::Serving::serving);
        b.document.undoStack()->undo();
        QTest::mouseClick(b.find(u"routes.empty.demo"_s), Qt::LeftButton);
        QVERIFY(b.document.workspace().routes.size() > 3);
    }

    void a_screen_reader_hears_nodes_edges_and_their_problems()
    {
        RoutesBench b;
        QVERIFY(b.waitUntilServing());
        const auto spoken = [&] {
            QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(b.canvas);
            QStringList names;
            for (int i = 0; i < canvas->childCount(); ++i)
                names.append(canvas->child(i)->text(QAccessible::Name));
            return names;
        };
        QVERIFY(spoken().contains(u"Route orders, /orders, Serving"_s));
        QVERIFY(!spoken().filter(u"catalog to catalog v1"_s).isEmpty());
        b.choose(u"route/orders"_s);
        b.type(b.field(u"rules/0/matches/0/path/value"_s), u"orders"_s);
        QTRY_VERIFY(!spoken().filter(u"A path begins with"_s).isEmpty());
    }

    void a_narrow_window_folds_the_inspector_until_it_is_asked_for()
    {
        QStandardPaths::setTestModeEnabled(true);
        RoutesBench b;
        MainWindow window({b.document, b.engine, b.live, b.selection});
        auto* page = new RoutesPage({b.document, b.engine, b.live, b.selection});
        window.addPage(page);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(page->inspector()->isVisible());
        window.resize(1100, 700);
        QTRY_VERIFY(!page->inspector()->isVisible());
        auto* canvas = page->findChild<CanvasView*>(u"routes.canvas"_s);
        canvas->setFocus();
        canvas->setCurrentKey(u"route/users"_s);
        QTest::keyClick(canvas, Qt::Key_Return);
        QVERIFY(page->inspector()->isVisible());
        QVERIFY(page->inspector()->findChild<QLineEdit*>(u"routes.inspector.name"_s)->hasFocus());
        auto* button = window.findChild<QToolButton*>(u"routes.showInspector"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!page->inspector()->isVisible());
        window.resize(1280, 800);
        QTRY_COMPARE(window.width(), 1280);
        QVERIFY(!page->inspector()->isVisible()); // a person's choice stays
    }

    void the_list_filters_and_shows_what_is_wrong()
    {
        RoutesBench b;
        auto* filter = b.find<FilterEdit>(u"routes.filter"_s);
        auto* tree = b.find<QTreeWidget>(u"routes.tree"_s);
        QTest::keyClicks(filter, u"rev"_s);
        QTRY_COMPARE(filter->accessibleDescription(), u"2 of 15"_s);
        QTreeWidgetItem* row = tree->topLevelItem(1)->child(0);
        QCOMPARE(row->text(0), u"reviews"_s);
        tree->setCurrentItem(row);
        QCOMPARE(b.selection.key(), u"route/reviews"_s);
    }
};

GATEHOUSE_TEST(RoutesPageTest)
#include "routes_page_test.moc"
