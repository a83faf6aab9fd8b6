#include "tests/support/test_main.h"

#include "console_rig.h"

#include "ui/canvas/canvas_view.h"

#include <QTableView>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ConsoleRig;
using tests::limit_ms;

namespace {

const QString pathField = u"routes.inspector.rules.0.matches.0.path.value"_s;

/// The node of that key, as the canvas shows it.
ui::CanvasNode shown(ConsoleRig& rig, const QString& key)
{
    for (const ui::CanvasNode& node : rig.find<ui::CanvasView>(u"routes.canvas"_s)->diagram().nodes)
        if (node.key == key)
            return node;
    return {};
}

void choose(ConsoleRig& rig, const QString& node)
{
    rig.find<ui::CanvasView>(u"routes.canvas"_s)->setCurrentKey(node);
}

} // namespace

/// Each edit is live at once, or is refused and changes nothing that serves.
class ServingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_accepted_edit_serves()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
        choose(rig, u"route/reviews"_s);
        const quint64 before = rig.document().revision();
        rig.type(pathField, u"/opinions"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.status("edge/public", "/reviews?book=3"), 404, limit_ms);
        QVERIFY(rig.serves());
        QVERIFY(rig.document().revision() > before);
        qInfo("an accepted edit served after %.1f ms", rig.document().lastTook_ms());
        QVERIFY(rig.text(u"status.revision"_s).contains(QString::number(rig.document().revision())));

        rig.window().findChild<QAction*>(u"edit.undo"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rig.status("edge/public", "/reviews?book=3"), 200, limit_ms);
    }

    void a_refused_edit_leaves_the_old_revision_serving_and_stands_on_node_and_field()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        choose(rig, u"route/reviews"_s);
        const quint64 before = rig.document().revision();
        rig.type(pathField, u"opinions"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.document().serving(), ui::Document::Serving::refused, limit_ms);
        QCOMPARE(rig.document().revision(), before);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);

        QVERIFY(rig.text(u"status.revision"_s).contains(u"refused"_s));
        QVERIFY(rig.text(u"status.revision"_s).contains(QString::number(before)));
        QVERIFY(rig.text(u"status.problems"_s).startsWith(u"1 problem"_s));
        QVERIFY(shown(rig, u"route/reviews"_s).mark == ui::State::error);
        QVERIFY(!shown(rig, u"route/reviews"_s).markText.isEmpty());
        // The field says what the node says, and what is expected instead.
        const QString atField = rig.find<QWidget>(pathField)->accessibleDescription();
        QVERIFY(atField.startsWith(shown(rig, u"route/reviews"_s).markText));
        QVERIFY(atField.endsWith(u"Write \"/opinions\"."_s));

        rig.click(u"status.problems"_s);
        auto* problems = rig.find<QTableView>(u"problems.table"_s);
        QVERIFY(problems->isVisible());
        QCOMPARE(problems->model()->rowCount(), 1);

        rig.type(pathField, u"/opinions"_s);
        QVERIFY(rig.serves());
        QVERIFY(rig.document().revision() > before);
        QCOMPARE(rig.text(u"status.problems"_s), u"No problems"_s);
        QVERIFY(shown(rig, u"route/reviews"_s).mark != ui::State::error);
        QVERIFY(rig.find<QWidget>(pathField)->accessibleDescription().isEmpty());
    }

    void an_undo_from_another_page_is_served()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        const QString text = rig.document().text();
        choose(rig, u"route/reviews"_s);
        rig.type(pathField, u"/opinions"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.status("edge/public", "/reviews?book=3"), 404, limit_ms);
        rig.click(u"rail.traffic"_s);
        rig.type(u"traffic.load.rate"_s, u"33"_s);
        QVERIFY(rig.document().text().contains(u"\"rate_per_s\": 33"_s));
        const auto undo = [&] { QTest::keyClick(&rig.window(), Qt::Key_Z, Qt::ControlModifier); };
        undo();
        QVERIFY(!rig.document().text().contains(u"\"rate_per_s\": 33"_s));
        QVERIFY(rig.document().text().contains(u"/opinions"_s));
        QVERIFY(rig.window().findChild<QAction*>(u"edit.undo"_s)->text().contains(u"/opinions"_s));
        undo();
        QCOMPARE(rig.document().text(), text);
        QCOMPARE(rig.window().currentPage()->id(), u"traffic"_s);
        QVERIFY(rig.serves());
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
    }
};

GATEHOUSE_TEST(ServingTest)
#include "serving_test.moc"
