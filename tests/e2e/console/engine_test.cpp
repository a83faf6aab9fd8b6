#include "tests/support/test_main.h"

#include "console_rig.h"

#include "ui/canvas/canvas_view.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>

#include <csignal>
#include <optional>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ConsoleRig;
using tests::limit_ms;
using State = ui::EngineClient::State;

namespace {

QString commandLineOf(qint64 pid)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    return file.open(QFile::ReadOnly) ? QString::fromLocal8Bit(file.readAll().replace('\0', ' ')) : QString();
}

std::uint16_t freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// The bookshop with its public listener on that port.
QString shopOnPort(const ConsoleRig& rig, std::uint16_t port)
{
    QFile demo(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"));
    QFile made(rig.folder() + u"/fixed.gatehouse.json"_s);
    if (!demo.open(QFile::ReadOnly) || !made.open(QFile::WriteOnly))
        qFatal("the bookshop can't be copied");
    QString text = QString::fromUtf8(demo.readAll());
    const auto at = text.indexOf(u"\"name\": \"public\""_s);
    made.write(text.insert(at, u"\"port\": %1, "_s.arg(port)).toUtf8());
    return made.fileName();
}

void pressTryAgain(ConsoleRig& rig)
{
    const auto buttons = rig.find<QWidget>(u"banner.engine"_s)->findChildren<QPushButton*>();
    for (auto* button : buttons)
        if (button->isVisible() && button->text() == u"Try again"_s)
            return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL("the banner offers no way to try again");
}

} // namespace

/// The engine is watched over: it dies, is missing, is another's; and several consoles live side by side.
class EngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_killed_engine_is_started_again_and_the_workspace_serves_where_it_did()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        const std::uint16_t port = rig.port("edge/public");
        const qint64 pid = rig.engine().enginePid();
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
        QVERIFY(rig.text(u"banner.engine"_s).isEmpty());

        QSignalSpy died(&rig.engine(), &ui::EngineClient::died);
        std::optional<quint64> revisionWhileAway;
        QObject::connect(&rig.engine(), &ui::EngineClient::stateChanged, &rig.window(), [&] {
            if (rig.engine().state() == State::restarting)
                revisionWhileAway = rig.document().revision();
        });
        QElapsedTimer since;
        since.start();
        QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, limit_ms);
        QVERIFY(
            QTest::qWaitFor([&] { return rig.status("edge/public", "/reviews?book=3") == 200; }, limit_ms));
        qInfo("traffic flowed again %lld ms after kill -9 (goal: 2000)", since.elapsed());

        QVERIFY(rig.serves());
        QVERIFY(revisionWhileAway == 0u); // nothing served then, and nothing said that it did
        QVERIFY(rig.engine().enginePid() != pid);
        QCOMPARE(rig.port("edge/public"), port);
        QVERIFY2(rig.text(u"banner.engine"_s).contains(u"died and was started again. The workspace serves"_s),
                 qPrintable(rig.text(u"banner.engine"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"status.engine"_s), u"Engine running"_s, limit_ms);
    }

    void an_engine_killed_while_an_edit_is_refused_serves_what_was_accepted_last()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        rig.find<ui::CanvasView>(u"routes.canvas"_s)->setCurrentKey(u"route/reviews"_s);
        rig.type(u"routes.inspector.rules.0.matches.0.path.value"_s, u"opinions"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.document().serving(), ui::Document::Serving::refused, limit_ms);
        QCOMPARE(::kill(pid_t(rig.engine().enginePid()), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(rig.engine().restarts(), 1, limit_ms);
        QTRY_COMPARE_WITH_TIMEOUT(rig.status("edge/public", "/reviews?book=3"), 200, limit_ms);
        QTRY_COMPARE_WITH_TIMEOUT(rig.document().serving(), ui::Document::Serving::refused, limit_ms);
        QVERIFY2(rig.text(u"banner.engine"_s).contains(u"still refused"_s),
                 qPrintable(rig.text(u"banner.engine"_s)));
    }

    void two_consoles_have_engines_ports_and_sockets_of_their_own()
    {
        ConsoleRig one;
        ConsoleRig two;
        one.openBookshop();
        two.openBookshop();
        QVERIFY(one.serves());
        QVERIFY(two.serves());
        QVERIFY(one.engine().enginePid() != two.engine().enginePid());
        const auto socketOf = [](ConsoleRig& rig) {
            return commandLineOf(rig.engine().enginePid()).section(u"--socket "_s, 1).section(u' ', 0, 0);
        };
        QVERIFY(!socketOf(one).isEmpty());
        QVERIFY(socketOf(one) != socketOf(two));
        for (const char* listener : {"edge/public", "edge/internal"})
            QVERIFY(one.port(listener) != two.port(listener));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(one.status("edge/public", "/reviews?book=3"), 200);
        QTRY_COMPARE_WITH_TIMEOUT(one.live().frame().requests, std::int64_t(5), limit_ms);
        QCOMPARE(two.live().frame().requests, std::int64_t(0));
        QCOMPARE(::kill(pid_t(two.engine().enginePid()), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(two.engine().restarts() == 1, limit_ms);
        QCOMPARE(one.status("edge/public", "/reviews?book=3"), 200);
        QCOMPARE(one.engine().restarts(), 0);
        QVERIFY(two.serves());
    }

    void the_second_console_on_a_workspace_is_told_that_its_port_is_taken()
    {
        const std::uint16_t port = freePort();
        auto one = std::make_unique<ConsoleRig>();
        const QString file = shopOnPort(*one, port);
        one->open(file);
        QVERIFY(one->serves());
        QCOMPARE(one->port("edge/public"), port);

        ConsoleRig two;
        two.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(two.document().serving(), ui::Document::Serving::refused, limit_ms);
        QCOMPARE(two.engine().state(), State::running);
        QCOMPARE(two.text(u"status.revision"_s), u"Refused; nothing serves"_s);
        const auto problems = two.document().problems();
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front().code, std::string("listener.port-taken"));
        QCOMPARE(problems.front().pointer, std::string("/gateways/0/listeners/0/port"));
        two.find<ui::CanvasView>(u"routes.canvas"_s)->setCurrentKey(u"listener/edge/public"_s);
        const QString said = two.find<QWidget>(u"routes.inspector.port"_s)->accessibleDescription();
        QVERIFY2(said.contains(QString::number(port)), qPrintable(said));

        for (int i = 0; i < 20; ++i)
            QCOMPARE(one->status("edge/public", "/reviews?book=3"), 200);
        QTRY_COMPARE_WITH_TIMEOUT(one->live().frame().requests, std::int64_t(20), limit_ms);
        QCOMPARE(two.live().frame().requests, std::int64_t(0));

        one.reset(); // the port is free again
        two.window().findChild<QAction*>(u"run.restart"_s)->trigger();
        QVERIFY(two.serves());
        QCOMPARE(two.port("edge/public"), port);
    }

    void a_missing_engine_is_named_and_found_when_one_tries_again()
    {
        QTemporaryDir place;
        auto options = ConsoleRig::realEngine();
        const QString real = std::exchange(options.program, place.filePath(u"gatehouse-engine"_s));
        ConsoleRig rig(options);
        rig.openBookshop();
        QTRY_COMPARE_WITH_TIMEOUT(rig.engine().state(), State::failed, limit_ms);
        const QString said = rig.text(u"banner.engine"_s);
        QVERIFY2(said.contains(options.program) && said.contains(u"Install or build it"_s), qPrintable(said));
        QCOMPARE(rig.text(u"status.engine"_s), u"Engine failed"_s);
        QCOMPARE(rig.text(u"status.revision"_s), u"Not serving"_s);

        pressTryAgain(rig);
        QCOMPARE(rig.engine().state(), State::failed);
        QVERIFY(QFile::link(real, options.program));
        pressTryAgain(rig);
        QVERIFY(rig.serves());
        QVERIFY(rig.text(u"banner.engine"_s).isEmpty());
        QCOMPARE(rig.status("edge/public", "/reviews?book=3"), 200);
    }

    void an_engine_that_ends_at_once_is_given_up_with_its_last_words()
    {
        auto options = ConsoleRig::realEngine();
        options.arguments = {u"--nonsense"_s, u"1"_s};
        options.givesUpAfter = 2;
        ConsoleRig rig(options);
        rig.openBookshop();
        QTRY_COMPARE_WITH_TIMEOUT(rig.engine().state(), State::failed, limit_ms);
        const QString said = rig.text(u"banner.engine"_s);
        QVERIFY2(said.contains(u"does not start"_s) && said.contains(u"code 2"_s), qPrintable(said));
    }

    void an_engine_of_another_contract_is_refused_with_both_versions()
    {
        auto options = ConsoleRig::realEngine();
        options.program = QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/e2e/console/other_version_engine.py");
        ConsoleRig rig(options);
        rig.openBookshop();
        QTRY_COMPARE_WITH_TIMEOUT(rig.engine().state(), State::mismatch, limit_ms);
        const QString said = rig.text(u"banner.engine"_s);
        QVERIFY2(said.contains(u"version %1"_s.arg(api::contractVersion)) && said.contains(u"version 99"_s) &&
                     said.contains(u"Use the engine that came with this console"_s),
                 qPrintable(said));
        QCOMPARE(rig.text(u"status.engine"_s), u"Engine of another version"_s);
        pressTryAgain(rig);
        QTRY_COMPARE_WITH_TIMEOUT(rig.engine().state(), State::mismatch, limit_ms);
    }
};

GATEHOUSE_TEST(EngineTest)
#include "engine_test.moc"
