#include "tests/support/test_main.h"

#include "routes_bench.h"
#include "tests/support/pseudo_locale.h"

#include "engine/base/text.h"
#include "ui/routes/try_panel.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/key_value_table.h"
#include "ui/widgets/state_badge.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace gatehouse;
using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

/// Try it alone in a window, at an engine that serves two listeners and remembers what was tried.
struct TryBench {
    tests::FakeEngine* fake = new tests::FakeEngine;
    EngineClient engine;
    LiveStore live;
    Document document{engine};
    Selection selection;
    std::unique_ptr<TryPanel> panel;
    std::vector<api::TryParams> tried;
    api::TryResult result;

    TryBench()
    {
        fake->answer<api::Apply>([](const api::ApplyParams& params) {
            return api::ApplyResult{
                .accepted = true,
                .revision = params.revision,
                .listeners = {{"edge/public", "127.0.0.1", 40001, "http://127.0.0.1:40001", true},
                              {"edge/internal", "127.0.0.1", 40002, "http://127.0.0.1:40002", true}}};
        });
        fake->answer<api::Try>([this](const api::TryParams& params) {
            tried.push_back(params);
            return result;
        });
        result = {
            .status = 200,
            .reason = "OK",
            .headers = {{"content-type", "application/json"}, {"server", "test"}},
            .body = base64Encode(R"({"total":1,"books":[]})"),
            .bodySize = 22,
            .timings = {
                .connect_ms = 0.2, .send_ms = 0.1, .wait_ms = 15.1, .receive_ms = 3.1, .total_ms = 18.5}};
        api::DecisionTrace trace{
            .revision = 3, .listener = "edge/public", .route = "catalog", .backend = "catalog-v1"};
        trace.steps = {
            {"listener", "edge/public", "ok", "listener.took", {"edge/public", "127.0.0.1"}, "", 0.01},
            {"route",
             "catalog",
             "ok",
             "route.matched",
             {"catalog", "browse", "PathPrefix /catalog"},
             "",
             0.02},
            {"passedOver",
             "orders",
             "passedOver",
             "path.differs",
             {"orders", "PathPrefix /orders", "/catalog"},
             "",
             0.02},
            {"backend", "catalog-v1", "ok", "backend.turn", {"catalog-v1", "75", "100"}, "", 0.03}};
        result.trace = trace;
        engine.startOver(fake->device(), QStringLiteral("token"));
        document.newFrom(tests::RoutesBench::bookshop(), QStringLiteral("Bookshop"));
        panel = std::make_unique<TryPanel>(Context{document, engine, live, selection});
        panel->resize(960, 240);
        panel->setVisible(true);
    }
    ~TryBench()
    {
        panel.reset();
        delete fake;
    }

    template <class T>
    T* find(const char* name)
    {
        return panel->findChild<T*>(QStringLiteral("routes.try.") + QLatin1String(name));
    }
    QString status() { return find<StateBadge>("status")->word(); }
    bool ready() { return find<QPushButton>("send")->isEnabled(); }
    void type(const QString& target)
    {
        auto* field = find<QLineEdit>("target");
        field->selectAll();
        QTest::keyClicks(field, target);
    }
};

} // namespace

class TryPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }
    void a_request_is_composed_and_sent_by_keys_alone();
    void an_answer_shows_status_phases_headers_and_body();
    void pretty_and_raw_are_the_same_answer();
    void a_step_of_the_trace_lights_its_part();
    void typing_a_request_shows_where_it_would_go_and_sends_nothing();
    void a_draft_that_is_refused_is_explained_as_it_stands();
    void a_curl_command_is_pasted_and_copied();
    void a_bad_curl_command_says_why_and_changes_nothing();
    void a_bad_target_says_what_is_expected();
    void a_secret_header_is_masked_until_asked();
    void no_answer_says_why();
    void no_plain_english_stands_in_the_panel();
};

void TryPanelTest::a_request_is_composed_and_sent_by_keys_alone()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    b.find<QComboBox>("method")->setFocus();
    b.find<QComboBox>("method")->lineEdit()->selectAll();
    QTest::keyClicks(b.find<QComboBox>("method"), u"POST"_s);
    b.type(u"/orders?book=7"_s);
    QTest::keyClick(b.find<QComboBox>("listener"), Qt::Key_Down);
    auto* headers = b.find<KeyValueTable>("headers");
    headers->setFocus();
    headers->setCurrentIndex(headers->model()->index(headers->model()->rowCount() - 1, 0));
    QTest::keyClick(headers, Qt::Key_F2);
    auto* editor = headers->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"x-request-id"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!headers->rows().isEmpty() && headers->rows().last().first == u"x-request-id"_s);
    headers->model()->setData(headers->model()->index(headers->rows().size() - 1, 1), u"try-1"_s);
    b.find<QPlainTextEdit>("body")->setFocus();
    b.find<QPlainTextEdit>("body")->setPlainText(u"{\"quantity\": 1}"_s);
    QTest::keyClick(b.find<QLineEdit>("target"), Qt::Key_Return);
    QTRY_COMPARE(b.tried.size(), std::size_t(1));
    QCOMPARE(b.tried[0].method, std::string("POST"));
    QCOMPARE(b.tried[0].target, std::string("/orders?book=7"));
    QCOMPARE(b.tried[0].listener, std::string("edge/internal"));
    QCOMPARE(b.tried[0].body, base64Encode("{\"quantity\": 1}"));
    const auto named = [](const api::Header& h) { return h.name == "x-request-id" && h.value == "try-1"; };
    QVERIFY(std::any_of(b.tried[0].headers.begin(), b.tried[0].headers.end(), named));
}

void TryPanelTest::an_answer_shows_status_phases_headers_and_body()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    QTest::mouseClick(b.find<QPushButton>("send"), Qt::LeftButton);
    QTRY_COMPARE(b.status(), u"200 OK"_s);
    QCOMPARE(b.find<TextLabel>("summary")->text(), u"18.5 ms  22 B"_s);
    QCOMPARE(b.find<QWidget>("phases")->accessibleName(),
             u"connect 0.20 ms, send 0.10 ms, wait 15.1 ms, receive 3.10 ms"_s);
    QCOMPARE(b.find<KeyValueTable>("answerHeaders")->rows().size(), 2);
    QCOMPARE(b.panel->readOuts().value(u"steps"_s).toInt(), 4);
}

void TryPanelTest::pretty_and_raw_are_the_same_answer()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    b.panel->send();
    QTRY_COMPARE(b.status(), u"200 OK"_s);
    auto* body = b.find<CodeView>("answerBody");
    QCOMPARE(body->text(), u"{\n  \"total\": 1,\n  \"books\": []\n}"_s);
    for (QAbstractButton* each : b.panel->findChildren<QAbstractButton*>()) {
        if (each->text() == u"Raw"_s)
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QCOMPARE(body->text(), u"{\"total\":1,\"books\":[]}"_s);
}

void TryPanelTest::a_step_of_the_trace_lights_its_part()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    QSignalSpy lit(b.panel.get(), &TryPanel::litChanged);
    b.panel->send();
    QTRY_COMPARE(lit.count(), 1);
    QVERIFY(lit[0][0].value<QSet<QString>>().contains(u"service/catalog-v1"_s)); // the whole way
    auto* steps = b.find<QTreeWidget>("trace");
    QCOMPARE(steps->topLevelItem(1)->text(0), u"Route catalog, rule browse: PathPrefix /catalog"_s);
    steps->setFocus();
    steps->setCurrentItem(steps->topLevelItem(0));
    QTest::keyClick(steps, Qt::Key_Down);
    QCOMPARE(lit.last()[0].value<QSet<QString>>(), QSet<QString>{u"route/catalog"_s});
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {},
                      steps->visualItemRect(steps->topLevelItem(1)->child(0)).center());
    QCOMPARE(lit.last()[0].value<QSet<QString>>(), QSet<QString>{u"route/orders"_s});
}

void TryPanelTest::a_curl_command_is_pasted_and_copied()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    QGuiApplication::clipboard()->setText(
        u"curl -X PUT 'http://127.0.0.1:40002/orders/7' -H 'content-type: application/json' -d '{\"n\":2}'"_s);
    b.panel->pasteAction()->trigger();
    QCOMPARE(b.find<QComboBox>("method")->currentText(), u"PUT"_s);
    QCOMPARE(b.find<QLineEdit>("target")->text(), u"/orders/7"_s);
    QCOMPARE(b.find<QComboBox>("listener")->currentData().toString(), u"edge/internal"_s);
    QCOMPARE(b.find<QPlainTextEdit>("body")->toPlainText(), u"{\"n\":2}"_s);
    b.panel->copyAction()->trigger();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"curl"_s) && copied.contains(u"127.0.0.1:40002/orders/7"_s),
             qPrintable(copied));
}

void TryPanelTest::a_bad_curl_command_says_why_and_changes_nothing()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    b.type(u"/kept"_s);
    QGuiApplication::clipboard()->setText(u"wget http://127.0.0.1/"_s);
    b.panel->pasteAction()->trigger();
    QVERIFY(b.find<FieldError>("problem")->text().contains(u"curl"_s));
    QCOMPARE(b.find<QLineEdit>("target")->text(), u"/kept"_s);
}

void TryPanelTest::a_bad_target_says_what_is_expected()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    b.type(u"catalog"_s);
    QVERIFY(!b.ready());
    QVERIFY(b.find<FieldError>("problem")->text().contains(u"/catalog/books"_s));
    b.type(u"/a b"_s);
    QVERIFY(b.find<FieldError>("problem")->text().contains(u"%20"_s));
    b.type(u"/a"_s);
    QVERIFY(b.ready() && b.find<FieldError>("problem")->text().isEmpty());
}

void TryPanelTest::a_secret_header_is_masked_until_asked()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    QVERIFY(!b.find<QToolButton>("reveal")->isVisible());
    Composed composed;
    composed.listener = u"edge/public"_s;
    composed.headers = {{u"authorization"_s, u"Bearer abc123"_s}};
    b.panel->compose(composed);
    QTRY_VERIFY(b.find<QToolButton>("reveal")->isVisible());
    auto* headers = b.find<KeyValueTable>("headers");
    const QImage masked = headers->viewport()->grab().toImage();
    QTest::mouseClick(b.find<QToolButton>("reveal"), Qt::LeftButton);
    QVERIFY(headers->viewport()->grab().toImage() != masked);
    QTest::mouseClick(b.find<QToolButton>("reveal"), Qt::LeftButton);
    QCOMPARE(headers->viewport()->grab().toImage(), masked);
    QCOMPARE(headers->rows().value(0).second, u"Bearer abc123"_s);
}

void TryPanelTest::typing_a_request_shows_where_it_would_go_and_sends_nothing()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    std::vector<api::ExplainParams> asked;
    b.fake->answer<api::Explain>([&](const api::ExplainParams& params) {
        asked.push_back(params);
        api::DecisionTrace trace{
            .revision = 3, .listener = "edge/public", .route = "catalog", .backend = "catalog-v1"};
        trace.steps = {
            {"route", "catalog", "ok", "route.matched", {"catalog", "browse", "PathPrefix /catalog"}, "", 0},
            {"backend", "catalog-v1", "ok", "backend.share", {"catalog-v1", "75", "100"}, "", 0},
            {"backend", "catalog-v2", "ok", "backend.share", {"catalog-v2", "25", "100"}, "", 0}};
        return api::ExplainResult{trace, {}};
    });
    QSet<QString> lit;
    connect(b.panel.get(), &TryPanel::litChanged, this, [&](const QSet<QString>& keys) { lit = keys; });
    b.type(u"/catalog/books?page=2"_s);
    QTRY_COMPARE(asked.size(), std::size_t(1)); // one question for all the keys
    QCOMPARE(asked.back().target, std::string("/catalog/books?page=2"));
    QCOMPARE(asked.back().document, std::string());
    auto* steps = b.find<QTreeWidget>("trace");
    QTRY_COMPARE(steps->topLevelItemCount(), 3);
    QCOMPARE(steps->topLevelItem(2)->text(0), u"Backend catalog-v2 takes 25 of 100 requests"_s);
    QVERIFY(lit.contains(u"service/catalog-v1"_s) && lit.contains(u"service/catalog-v2"_s));
    QVERIFY(b.tried.empty());
    QCOMPARE(b.status(), u"Not sent"_s);
}

void TryPanelTest::a_draft_that_is_refused_is_explained_as_it_stands()
{
    TryBench b;
    QTRY_VERIFY(b.ready());
    api::ExplainParams asked;
    b.fake->answer<api::Explain>([&](const api::ExplainParams& params) {
        asked = params;
        return api::ExplainResult{{}, {{"/routes/0", "x", "wrong", "", "error", {}, 1, 1}}};
    });
    b.fake->answer<api::Apply>([](const api::ApplyParams&) {
        return api::ApplyResult{.accepted = false,
                                .revision = 1,
                                .problems = {{"/routes/0", "x", "wrong", "", "error", {}, 1, 1}}};
    });
    b.document.edit(u"Rename"_s, [](workspace::Workspace& ws) { ws.routes[0].name = "draft-only"; });
    QTRY_COMPARE(b.document.serving(), Document::Serving::refused);
    b.panel->explainAction()->trigger();
    QTRY_VERIFY(asked.document.find("draft-only") != std::string::npos);
    QTRY_VERIFY(b.find<QTreeWidget>("trace")->topLevelItem(0)->text(0).contains(u"can't be compiled"_s));
}

void TryPanelTest::no_answer_says_why()
{
    TryBench b;
    b.result = {.error = "timed out after 30 s"};
    QTRY_VERIFY(b.ready());
    b.panel->send();
    QTRY_COMPARE(b.status(), u"No answer"_s);
    QCOMPARE(b.find<TextLabel>("summary")->text(), u"timed out after 30 s"_s);
    b.fake->refuse(api::Try::name, api::ErrorCode::unknownListener, "No listener \"edge/x\" is bound.");
    b.panel->send();
    QTRY_COMPARE(b.status(), u"Not sent"_s);
    QCOMPARE(b.find<TextLabel>("summary")->text(), u"The listener isn't bound."_s);
}

void TryPanelTest::no_plain_english_stands_in_the_panel()
{
    const tests::PseudoLocale pseudo;
    TryBench b;
    QTRY_VERIFY(b.ready());
    b.panel->send();
    QTRY_COMPARE(b.status(), u"200 OK"_s);
    const QRegularExpression names(QStringLiteral(
        "catalog-v\\d|catalog|orders|browse|PathPrefix|edge/\\w+|https?://[\\w.:]+|127\\.0\\.0\\.1|"
        "\\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|OK)\\b|content-type|application/json|server|test|\\bms\\b|"
        "Ctrl\\+\\w+|cURL|total|books"));
    const QStringList found = tests::plainEnglish(*b.panel, names);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

GATEHOUSE_TEST(TryPanelTest)
#include "try_panel_test.moc"
