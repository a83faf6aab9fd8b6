#include "tests/support/test_main.h"

#include "tests/support/http_ask.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int limit_ms = 30'000;

std::uint16_t freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// `gatehouse FILE` on a bookshop whose public listener has a port that is known.
class Program
{
public:
    Program()
    {
        QFile demo(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"));
        QFile made(folder_.filePath(u"shop.gatehouse.json"_s));
        if (!demo.open(QFile::ReadOnly) || !made.open(QFile::WriteOnly))
            qFatal("the bookshop can't be copied");
        QString text = QString::fromUtf8(demo.readAll());
        made.write(
            text.insert(text.indexOf(u"\"name\": \"public\""_s), u"\"port\": %1, "_s.arg(port_)).toUtf8());
        made.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* place : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            environment.insert(QLatin1String(place), folder_.path());
        process_.setProcessEnvironment(environment);
        process_.start(QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse"), {made.fileName()});
    }
    ~Program()
    {
        if (process_.state() == QProcess::NotRunning)
            return;
        process_.terminate();
        if (!process_.waitForFinished(limit_ms))
            process_.kill();
        process_.waitForFinished(limit_ms);
    }

    QProcess& process() { return process_; }
    int status() { return tests::ask(port_, {.target = "/reviews?book=3"}).status; }
    QStringList sockets() const
    {
        return QDir(folder_.path()).entryList({u"gatehouse-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    }

    /// Process ids of the program's children.
    QList<qint64> children() const
    {
        QFile file(u"/proc/%1/task/%1/children"_s.arg(process_.processId()));
        QList<qint64> pids;
        if (file.open(QFile::ReadOnly))
            for (const QByteArray& word : file.readAll().simplified().split(' '))
                if (!word.isEmpty())
                    pids.append(word.toLongLong());
        return pids;
    }

private:
    QTemporaryDir folder_;
    const std::uint16_t port_ = freePort();
    QProcess process_;
};

bool lives(qint64 pid)
{
    return ::kill(pid_t(pid), 0) == 0;
}

} // namespace

/// The program itself, as a person starts it on a file.
class ProgramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opens_its_file_and_the_engine_dies_with_a_killed_console()
    {
        Program program;
        QTRY_COMPARE_WITH_TIMEOUT(program.status(), 200, limit_ms);
        const auto children = program.children();
        QCOMPARE(children.size(), 1);
        program.process().kill();
        QVERIFY(program.process().waitForFinished(limit_ms));
        QTRY_COMPARE_WITH_TIMEOUT(program.status(), 0, limit_ms);
        QTRY_VERIFY_WITH_TIMEOUT(!lives(children.first()), limit_ms);
    }

    void starts_a_killed_engine_again_on_the_same_port()
    {
        Program program;
        QTRY_COMPARE_WITH_TIMEOUT(program.status(), 200, limit_ms);
        const auto before = program.children();
        QCOMPARE(before.size(), 1);
        QCOMPARE(::kill(pid_t(before.first()), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(program.children().size() == 1 && program.children() != before, limit_ms);
        QTRY_COMPARE_WITH_TIMEOUT(program.status(), 200, limit_ms);
    }

    void ends_in_order_when_it_is_asked_to()
    {
        Program program;
        QTRY_COMPARE_WITH_TIMEOUT(program.status(), 200, limit_ms);
        QCOMPARE(program.sockets().size(), 1);
        const auto children = program.children();
        program.process().terminate();
        QVERIFY(program.process().waitForFinished(limit_ms));
        QCOMPARE(program.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process().exitCode(), 0);
        QVERIFY(!lives(children.first()));
        QVERIFY2(program.sockets().isEmpty(), "its socket's folder is left behind");
    }

    void says_what_it_does_not_understand()
    {
        QProcess console;
        console.start(QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse"), {u"--nonsense"_s});
        QVERIFY(console.waitForFinished(limit_ms));
        QCOMPARE(console.exitCode(), 2);
        QVERIFY(console.readAllStandardError().contains("--nonsense"));
    }
};

GATEHOUSE_TEST(ProgramTest)
#include "program_test.moc"
