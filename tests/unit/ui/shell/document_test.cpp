#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/shell/document.h"
#include "ui/shell/document_file.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

const QString small = QStringLiteral(R"({"gatehouse": 1, "name": "Small"})");

api::ApplyResult accepted(const api::ApplyParams& params)
{
    api::ApplyResult result;
    result.accepted = true;
    result.revision = params.revision;
    return result;
}

void rename(Document& document, const char* name, const QString& key = {})
{
    document.edit(
        QStringLiteral("Rename workspace"), [&](workspace::Workspace& w) { w.name = name; }, key);
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("gatehouse-tests"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    }

    void an_edit_is_undone_and_redone_by_name()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, QStringLiteral("Small"));
        QVERIFY(!document.isModified());
        rename(document, "Other");
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Rename workspace"));
        QVERIFY(document.isModified());
        document.undoStack()->undo();
        QCOMPARE(document.workspace().name, std::string("Small"));
        QVERIFY(!document.isModified());
        document.undoStack()->redo();
        QCOMPARE(document.workspace().name, std::string("Other"));
    }

    void an_edit_that_changes_nothing_leaves_no_step()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        rename(document, "Small");
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void typing_merges_until_the_run_ends()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        rename(document, "a", QStringLiteral("name"));
        rename(document, "ab", QStringLiteral("name"));
        QCOMPARE(document.undoStack()->count(), 1);
        document.endMerge();
        rename(document, "abc", QStringLiteral("name"));
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.workspace().name, std::string("ab"));
        document.undoStack()->undo();
        QCOMPARE(document.workspace().name, std::string("Small"));
    }

    void saving_makes_it_clean_and_recent()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        rename(document, "Saved");
        const QString path = folder_.filePath(QStringLiteral("saved.gatehouse.json"));
        QVERIFY(document.saveAs(path).reason.isEmpty());
        QVERIFY(!document.isModified());
        QCOMPARE(Document::recentFiles().first(), path);
        Document again(client);
        QVERIFY(again.open(path).reason.isEmpty());
        QCOMPARE(again.workspace().name, std::string("Saved"));
    }

    void a_failed_save_keeps_document_and_file()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        const QString path = folder_.filePath(QStringLiteral("kept.gatehouse.json"));
        QVERIFY(document.saveAs(path).reason.isEmpty());
        rename(document, "Unsaved");
        document.setWriter(
            [](const QString&, const QByteArray&) { return QStringLiteral("no space left on device"); });
        QCOMPARE(document.save().reason, QStringLiteral("no space left on device"));
        QVERIFY(document.isModified());
        QCOMPARE(document.workspace().name, std::string("Unsaved"));
        QByteArray bytes;
        QVERIFY(readWhole(path, bytes).isEmpty());
        QVERIFY(bytes.contains("Small"));
    }

    void a_folder_that_is_gone_is_a_plain_reason()
    {
        QVERIFY(!writeAtomically(folder_.filePath(QStringLiteral("gone/x.json")), "text").isEmpty());
    }

    void a_newer_version_is_refused_and_the_document_stays()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        const QString path = folder_.filePath(QStringLiteral("newer.gatehouse.json"));
        QVERIFY(writeAtomically(path, R"({"gatehouse": 99, "name": "Newer"})").isEmpty());
        QVERIFY(document.open(path).reason.contains(QStringLiteral("newer version")));
        QCOMPARE(document.workspace().name, std::string("Small"));
    }

    void text_that_cannot_be_read_is_kept_and_undoable()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        document.setText(QStringLiteral("{\"gatehouse\": 1, \"nmae\": 3}"), QStringLiteral("Edit text"));
        QCOMPARE(document.workspace().name, std::string("Small"));
        QVERIFY(!document.problems().empty());
        QVERIFY(document.text().contains(QStringLiteral("nmae")));
        document.undoStack()->undo();
        QVERIFY(document.text().contains(QStringLiteral("Small")));
    }

    void revert_to_saved_can_be_undone()
    {
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        QVERIFY(document.saveAs(folder_.filePath(QStringLiteral("revert.json"))).reason.isEmpty());
        rename(document, "Changed");
        QVERIFY(document.revertToSaved().reason.isEmpty());
        QCOMPARE(document.workspace().name, std::string("Small"));
        document.undoStack()->undo();
        QCOMPARE(document.workspace().name, std::string("Changed"));
    }

    void each_edit_is_a_revision_and_a_refused_one_leaves_the_old_serving()
    {
        tests::FakeEngine engine;
        engine.answer<api::Apply>(accepted);
        EngineClient client;
        Document document(client);
        client.startOver(engine.device(), {});
        document.newFrom(small, {});
        QTRY_VERIFY(document.serving() == Document::Serving::serving);
        const quint64 first = document.revision();
        rename(document, "Next");
        QTRY_VERIFY(document.revision() > first);
        QTRY_VERIFY(document.serving() == Document::Serving::serving);
        const quint64 second = document.revision();
        engine.answer<api::Apply>([=](const api::ApplyParams&) {
            api::ApplyResult result;
            result.revision = second;
            result.problems = {{.pointer = "/name", .code = "name.bad", .message = "bad"}};
            return result;
        });
        rename(document, "Bad!");
        QTRY_VERIFY(document.serving() == Document::Serving::refused);
        QCOMPARE(document.revision(), second);
        QCOMPARE(document.problems().size(), std::size_t(1));
        QCOMPARE(document.workspace().name, std::string("Bad!"));
    }

    void edits_while_one_is_under_way_become_one_revision()
    {
        tests::FakeEngine engine;
        engine.answer<api::Apply>(accepted);
        EngineClient client;
        Document document(client);
        document.newFrom(small, {});
        client.startOver(engine.device(), {});
        QTRY_VERIFY(document.serving() == Document::Serving::serving);
        const int before = engine.count("workspace.apply");
        for (const char* name : {"a", "b", "c", "d", "e"})
            rename(document, name);
        QTRY_VERIFY(document.serving() == Document::Serving::serving);
        QVERIFY(engine.count("workspace.apply") - before <= 2);
        QVERIFY(engine.calls.back().params.find("\\\"e\\\"") != std::string::npos);
    }

private:
    QTemporaryDir folder_;
};

GATEHOUSE_TEST(DocumentTest)
#include "document_test.moc"
