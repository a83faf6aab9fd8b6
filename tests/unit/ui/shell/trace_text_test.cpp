#include "tests/support/test_main.h"

#include "ui/shell/trace_text.h"
#include "ui/shell/trace_tree.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QRegularExpression>
#include <QScrollBar>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

api::TraceStep step(const char* kind, const char* verdict, const char* code, std::vector<std::string> args)
{
    return {.kind = kind, .verdict = verdict, .code = code, .args = std::move(args), .text = "ENGLISH"};
}

} // namespace

class TraceTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }
    void sentences_are_made_of_code_and_args_data();
    void sentences_are_made_of_code_and_args();
    void every_code_of_the_engine_makes_a_sentence();
    void every_refusal_of_the_engine_has_words();
    void long_sentences_wrap_and_passed_over_routes_stand_below();
};

void TraceTextTest::sentences_are_made_of_code_and_args_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* kind, const char* code, const QStringList& args, const char* sentence) {
        QTest::newRow(code) << QString::fromLatin1(kind) << QString::fromLatin1(code) << args
                            << QString::fromUtf8(sentence);
    };
    row("route", "route.matched", {QStringLiteral("catalog"), QStringLiteral("browse"), QStringLiteral("PathPrefix /c")},
        "Route catalog, rule browse: PathPrefix /c");
    row("passedOver", "header.differs",
        {QStringLiteral("catalog"), QStringLiteral("header x-preview: v2"), QString()},
        "catalog: asks for header x-preview: v2, came none");
    row("passedOver", "route.lessSpecific",
        {QStringLiteral("home"), QStringLiteral("PathPrefix /"), QStringLiteral("longer path")},
        "home (PathPrefix /) matches too, but yields: longer path");
    row("filter", "filter.edited",
        {QStringLiteral("RequestHeaderModifier"), QString(), QStringLiteral("set x-a: 1, remove x-b")},
        "RequestHeaderModifier: set x-a: 1, remove x-b");
    row("attempt", "attempt.connectFailed",
        {QStringLiteral("1"), QStringLiteral("127.0.0.1:9"), QStringLiteral("0"), QStringLiteral("0.3"),
         QStringLiteral("new"), QStringLiteral("Connection refused")},
        "Attempt 1: no connection to 127.0.0.1:9, given up after 0.3 ms, on a new connection (Connection refused)");
    row("answer", "answer.own",
        {QStringLiteral("400"), QStringLiteral("0.1 ms"), QStringLiteral("parser"), QStringLiteral("RFC 9112 §6.1")},
        "The gateway itself answered 400 after 0.1 ms: parser (RFC 9112 §6.1)");
}

void TraceTextTest::sentences_are_made_of_code_and_args()
{
    QFETCH(QString, kind);
    QFETCH(QString, code);
    QFETCH(QStringList, args);
    QFETCH(QString, sentence);
    std::vector<std::string> values;
    for (const QString& arg : args)
        values.push_back(arg.toStdString());
    QCOMPARE(traceText(step(kind.toLatin1(), "ok", code.toLatin1(), values)), sentence);
}

void TraceTextTest::every_code_of_the_engine_makes_a_sentence()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/engine/control/trace_text.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression code(QStringLiteral("\"([a-z]+\\.[a-zA-Z]+)\""));
    int seen = 0;
    for (auto found = code.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext(); ++seen) {
        const QByteArray each = found.next().captured(1).toLatin1();
        bool said = false;
        for (std::size_t count = 1; count <= 6; ++count) {
            const auto one = step("", "ok", each, std::vector<std::string>(count, "1"));
            said = said || traceText(one) != QLatin1String("ENGLISH");
        }
        QVERIFY2(said, each);
    }
    QVERIFY(seen > 20);
}

void TraceTextTest::every_refusal_of_the_engine_has_words()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/engine/telemetry/record.h"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString list = QString::fromUtf8(file.readAll()).section(QLatin1String("refusalNames = {"), 1, 1).section(u'}', 0, 0);
    QFile words(QStringLiteral(GATEHOUSE_SOURCE_DIR "/ui/shell/trace_text.cpp"));
    QVERIFY(words.open(QIODevice::ReadOnly));
    const QString known = QString::fromUtf8(words.readAll());
    static const QRegularExpression name(QStringLiteral("\"([a-z][^\"]*)\""));
    int seen = 0;
    for (auto found = name.globalMatch(list); found.hasNext(); ++seen) {
        const QString each = found.next().captured(0);
        QVERIFY2(known.contains(QStringLiteral("QT_TRANSLATE_NOOP(\"Trace\", %1)").arg(each)), qPrintable(each));
    }
    QVERIFY(seen > 15);
}

void TraceTextTest::long_sentences_wrap_and_passed_over_routes_stand_below()
{
    TraceTree tree;
    tree.resize(260, 400);
    api::DecisionTrace trace;
    trace.steps = {step("listener", "ok", "listener.took", {"edge/public", "a-rather-long.host.of.a.shop.example.org"}),
                   step("route", "ok", "route.matched", {"catalog", "browse", "PathPrefix /catalog"}),
                   step("passedOver", "passedOver", "path.differs", {"orders", "PathPrefix /orders", "/catalog"})};
    tree.showTrace(trace);
    tree.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tree));
    QCOMPARE(tree.stepCount(), 3);
    QCOMPARE(tree.topLevelItemCount(), 2);
    QCOMPARE(tree.topLevelItem(1)->childCount(), 1);
    const int line = tree.fontMetrics().height();
    QVERIFY(tree.visualItemRect(tree.topLevelItem(0)).height() > 2 * line);
    tree.resize(900, 400);
    QTRY_VERIFY(tree.visualItemRect(tree.topLevelItem(0)).height() < 2 * line);
    QSignalSpy chosen(&tree, &TraceTree::stepChosen);
    QTest::keyClick(&tree, Qt::Key_End);
    QCOMPARE(chosen.last().at(0).toInt(), 2);
}

GATEHOUSE_TEST(TraceTextTest)
#include "trace_text_test.moc"
