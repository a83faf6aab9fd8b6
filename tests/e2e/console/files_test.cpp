#include "tests/support/test_main.h"

#include "console_rig.h"

#include "tests/support/http_ask.h"

#include "ui/shell/problems_pane.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTimer>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ConsoleRig;
using tests::limit_ms;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Triggers an action that asks for a file, and answers with a name as it is typed.
void triggerAndName(ConsoleRig& rig, const QString& action, const QString& path)
{
    bool answered = false;
    QTimer watch; // runs in the dialog's own loop
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        auto* name = dialog ? dialog->findChild<QLineEdit*>(u"fileNameEdit"_s) : nullptr;
        if (!name)
            return;
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        answered = true;
    });
    watch.start(20);
    rig.window().findChild<QAction*>(action)->trigger();
    QVERIFY(answered);
    rig.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
}

/// The entries of "Open recent", as they are when it is opened.
QList<QAction*> recentEntries(ConsoleRig& rig)
{
    for (QMenu* menu : rig.window().menuBar()->findChildren<QMenu*>())
        if (menu->title() == u"Open &recent"_s) {
            Q_EMIT menu->aboutToShow();
            return menu->actions();
        }
    return {};
}

void rename(ConsoleRig& rig, const std::string& name)
{
    rig.document().edit(u"Rename workspace"_s, [&](workspace::Workspace& w) { w.name = name; });
}

QString log(ConsoleRig& rig)
{
    return rig.find<QPlainTextEdit>(u"log.lines"_s)->toPlainText();
}

} // namespace

/// Open, save, save as, recent; and where history goes with it.
class FilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_workspace_is_opened_edited_and_saved()
    {
        ConsoleRig rig;
        rig.openBookshop(); // a copy to open; the engine runs
        QVERIFY(rig.serves());
        const QString file = rig.folder() + u"/other.gatehouse.json"_s;
        QVERIFY(QFile::copy(rig.bookshop(), file));
        triggerAndName(rig, u"file.open"_s, file);
        QCOMPARE(rig.document().path(), file);
        QVERIFY(rig.serves());
        QVERIFY(!rig.window().isWindowModified());
        const QByteArray before = bytesOf(file);

        rename(rig, "Second-hand");
        QVERIFY(rig.window().isWindowModified());
        QVERIFY(rig.window().windowTitle().contains(u"Second-hand"_s));
        QCOMPARE(bytesOf(file), before);
        QTest::keyClick(&rig.window(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!rig.window().isWindowModified());
        QVERIFY(bytesOf(file).contains("\"name\": \"Second-hand\""));
        QVERIFY(bytesOf(rig.bookshop()) == before); // the one that was open before is as it was
    }

    void save_as_makes_another_file_and_moves_the_history()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        const QString first = QString::fromStdString(rig.document().applied().history);
        QCOMPARE(first, rig.folder() + u"/.gatehouse/bookshop.gatehouse.json.history.sqlite"_s);
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(first), limit_ms);

        const QString file = rig.folder() + u"/copy.gatehouse.json"_s;
        triggerAndName(rig, u"file.saveAs"_s, file);
        QCOMPARE(rig.document().path(), file);
        QCOMPARE(bytesOf(file), rig.document().text().toUtf8());
        QVERIFY(rig.serves());
        QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(rig.document().applied().history),
                                  rig.folder() + u"/.gatehouse/copy.gatehouse.json.history.sqlite"_s,
                                  limit_ms);
        QVERIFY2(log(rig).contains(u"copy.gatehouse.json.history.sqlite"_s), qPrintable(log(rig)));
    }

    void a_document_without_a_file_says_that_it_keeps_no_history()
    {
        ConsoleRig rig;
        rig.engine().start();
        rig.window().findChild<QAction*>(u"file.demo"_s)->trigger();
        QVERIFY(rig.serves());
        QCOMPARE(rig.document().path(), QString());
        QVERIFY(rig.document().applied().history.empty());
        QVERIFY2(log(rig).contains(u"No history is kept"_s), qPrintable(log(rig)));
        const QString file = rig.folder() + u"/kept.gatehouse.json"_s;
        triggerAndName(rig, u"file.save"_s, file); // a first save asks for a name
        QTRY_VERIFY_WITH_TIMEOUT(!rig.document().applied().history.empty(), limit_ms);
        QVERIFY(rig.serves());
    }

    void recent_files_are_offered_newest_first_and_open()
    {
        ConsoleRig rig;
        rig.openBookshop();
        const QString file = rig.folder() + u"/later.gatehouse.json"_s;
        triggerAndName(rig, u"file.saveAs"_s, file);
        QVERIFY(rig.serves());
        const QList<QAction*> entries = recentEntries(rig);
        QVERIFY(entries.size() >= 2);
        QCOMPARE(entries[0]->text(), file);
        QCOMPARE(entries[1]->text(), rig.bookshop());
        entries[1]->trigger();
        QCOMPARE(rig.document().path(), rig.bookshop());
        QVERIFY(rig.serves());
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);

        QVERIFY(QFile::remove(file));
        for (QAction* entry : recentEntries(rig))
            if (entry->text().contains(file))
                QVERIFY(!entry->isEnabled() && entry->text() != file); // and it says why
    }

    void a_file_that_cannot_be_read_as_a_workspace_is_told_and_keeps_nothing_from_serving_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("newer version") << QByteArray("{\"gatehouse\": 99}") << u"newer version"_s;
        QTest::newRow("missing") << QByteArray() << u"does not exist"_s;
    }
    void a_file_that_cannot_be_read_as_a_workspace_is_told_and_keeps_nothing_from_serving()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        const quint64 before = rig.document().revision();
        const QString file = rig.folder() + u"/odd.gatehouse.json"_s;
        if (!bytes.isEmpty()) {
            QFile odd(file);
            QVERIFY(odd.open(QFile::WriteOnly) && odd.write(bytes) == bytes.size());
        }
        rig.window().openFile(file);
        QVERIFY2(rig.text(u"banner.file"_s).contains(said), qPrintable(rig.text(u"banner.file"_s)));
        QCOMPARE(rig.document().path(), rig.bookshop());
        QCOMPARE(rig.document().revision(), before);
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
    }

    void a_text_that_is_no_workspace_opens_with_its_problem_and_serves_nothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("bad JSON") << QByteArray("{\"gatehouse\": 1,\n \"name\" \"x\"}") << u"not JSON"_s;
        QTest::newRow("unknown member") << QByteArray("{\"gatehouse\": 1,\n \"nam\": \"x\"}") << u"nam"_s;
    }
    void a_text_that_is_no_workspace_opens_with_its_problem_and_serves_nothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        const std::uint16_t port = rig.port("edge/public");
        QFile odd(rig.folder() + u"/odd.gatehouse.json"_s);
        QVERIFY(odd.open(QFile::WriteOnly) && odd.write(bytes) == bytes.size());
        odd.close();
        rig.window().openFile(odd.fileName());
        rig.window().showBottomTab(u"problems"_s);
        const auto* problems = rig.find<QTableView>(u"problems.table"_s)->model();
        QCOMPARE(problems->rowCount(), 1);
        const QString what = problems->index(0, ui::ProblemsModel::what).data().toString();
        QVERIFY2(what.contains(said, Qt::CaseInsensitive), qPrintable(what));
        QCOMPARE(problems->index(0, ui::ProblemsModel::line).data().toInt(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(tests::ask(port, {.target = "/reviews?book=3"}).status, 0, limit_ms);
        QCOMPARE(rig.text(u"status.revision"_s), u"Nothing serves yet"_s);
        QCOMPARE(bytesOf(odd.fileName()), bytes);

        rig.window().openFile(rig.bookshop());
        QVERIFY(rig.serves());
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
        QCOMPARE(rig.text(u"status.problems"_s), u"No problems"_s);
    }
};

GATEHOUSE_TEST(FilesTest)
#include "files_test.moc"
