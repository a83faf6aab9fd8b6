#include "tests/support/local_http.h"

#include "tests/support/engine_process.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

#include <csignal>

using namespace gatehouse::tests;

class RunTest : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    QString file_;

    void write(const QByteArray& text)
    {
        QFile file(file_);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }

    static QJsonObject lastReport(EngineProcess& engine)
    {
        const auto lines = engine.output().split(u'\n', Qt::SkipEmptyParts);
        return lines.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(lines.last().toUtf8()).object();
    }

    static quint16 portIn(const QJsonObject& report)
    {
        const auto listener = report.value(u"listeners").toArray().at(0).toObject();
        return quint16(QUrl(listener.value(u"url").toString()).port());
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(folder_.isValid());
        file_ = folder_.filePath(QStringLiteral("test.gatehouse.json"));
    }

    void prints_urls_that_answer()
    {
        Backend backend;
        write(shopWorkspace(backend.serverPort()));
        EngineProcess engine;
        QVERIFY2(
            engine.start({QStringLiteral("run"), file_, QStringLiteral("--workers"), QStringLiteral("1")}),
            qPrintable(engine.output()));
        const auto answer = ask(engine.firstPort(), "/shop");
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer);
        QVERIFY(answer.contains("x-door: edge"));
        QVERIFY(answer.endsWith("hello"));
        QTRY_VERIFY(engine.output().contains(
            QStringLiteral("curl http://127.0.0.1:%1/shop").arg(engine.firstPort())));
    }

    void a_backend_that_is_down_is_a_502()
    {
        quint16 port = 0;
        {
            Backend gone;
            port = gone.serverPort();
        }
        write(shopWorkspace(port));
        EngineProcess engine;
        QVERIFY(engine.start({QStringLiteral("run"), file_}));
        const auto answer = ask(engine.firstPort(), "/shop");
        QVERIFY2(answer.startsWith("HTTP/1.1 502"), answer);
        QVERIFY2(answer.toLower().contains("application/problem+json"), answer);
    }

    void a_backend_that_is_slow_is_a_504()
    {
        Backend backend;
        backend.holds = true;
        write(shopWorkspace(backend.serverPort()).replace("\"2s\"", "\"200ms\""));
        EngineProcess engine;
        QVERIFY(engine.start({QStringLiteral("run"), file_}));
        const auto answer = ask(engine.firstPort(), "/shop");
        QVERIFY2(answer.startsWith("HTTP/1.1 504"), answer);
        QVERIFY2(answer.toLower().contains("application/problem+json"), answer);
    }

    void a_bad_file_ends_with_2_and_its_place()
    {
        write("{\"gatehouse\":1,\n\"name\":5}\n");
        EngineProcess engine;
        engine.start({QStringLiteral("run"), file_});
        QTRY_VERIFY(!engine.running());
        QCOMPARE(engine.process().exitCode(), 2);
        QVERIFY2(engine.output().contains(file_ + QStringLiteral(":2:8: error: ")),
                 qPrintable(engine.output()));
    }

    void an_unknown_option_ends_with_2()
    {
        EngineProcess engine;
        engine.start({QStringLiteral("run"), QStringLiteral("--nonsense")});
        QTRY_VERIFY(!engine.running());
        QCOMPARE(engine.process().exitCode(), 2);
    }

    void sighup_applies_and_a_refused_file_changes_nothing()
    {
        Backend backend;
        write(shopWorkspace(backend.serverPort()));
        EngineProcess engine;
        QVERIFY(engine.start({QStringLiteral("run"), file_, QStringLiteral("--json")}));
        QTRY_COMPARE(lastReport(engine).value(u"revision").toInt(), 1);
        const quint16 port = portIn(lastReport(engine));

        write(shopWorkspace(backend.serverPort(), "/store"));
        ::kill(pid_t(engine.pid()), SIGHUP);
        QTRY_COMPARE(lastReport(engine).value(u"revision").toInt(), 2);
        QCOMPARE(portIn(lastReport(engine)), port);
        QVERIFY(ask(port, "/store").startsWith("HTTP/1.1 200"));
        QVERIFY(ask(port, "/shop").startsWith("HTTP/1.1 404"));

        write("{\"gatehouse\":1,");
        ::kill(pid_t(engine.pid()), SIGHUP);
        QTRY_COMPARE(lastReport(engine).value(u"event").toString(), QStringLiteral("refused"));
        QCOMPARE(lastReport(engine).value(u"revision").toInt(), 2);
        QVERIFY(ask(port, "/store").startsWith("HTTP/1.1 200"));
    }

    void sigterm_lets_a_request_under_way_finish()
    {
        Backend backend;
        backend.holds = true;
        write(shopWorkspace(backend.serverPort()));
        EngineProcess engine;
        QVERIFY(engine.start({QStringLiteral("run"), file_}));
        const quint16 port = engine.firstPort();
        Asking asking(port, "/shop");
        QTRY_VERIFY(backend.seen.contains("GET /shop"));
        ::kill(pid_t(engine.pid()), SIGTERM);
        const auto refuses = [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            return !socket.waitForConnected(200);
        };
        QTRY_VERIFY(refuses());
        backend.release();
        QTRY_VERIFY(asking.done);
        QCOMPARE(asking.status(), 200);
        QTRY_VERIFY(!engine.running());
        QCOMPARE(engine.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(engine.process().exitCode(), 0);
    }

    void the_access_log_has_every_request_when_the_engine_has_ended()
    {
        Backend backend;
        write(shopWorkspace(backend.serverPort()));
        const QString path = folder_.filePath(QStringLiteral("access.log"));
        EngineProcess engine;
        QVERIFY(engine.start({QStringLiteral("run"), file_, QStringLiteral("--access-log"), path}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(ask(engine.firstPort(), "/shop?token=secret").startsWith("HTTP/1.1 200"));
        QVERIFY(ask(engine.firstPort(), "/nowhere").startsWith("HTTP/1.1 404"));
        engine.process().terminate();
        QVERIFY(engine.process().waitForFinished(10'000));
        QFile log(path);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const auto lines = log.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 6);
        const auto last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last.value(u"status").toInt(), 404);
        QCOMPARE(last.value(u"refused_by").toString(), QStringLiteral("no route"));
        const auto first = QJsonDocument::fromJson(lines.first()).object();
        QCOMPARE(first.value(u"route").toString(), QStringLiteral("shop"));
        QCOMPARE(first.value(u"path").toString(), QStringLiteral("/shop"));
    }

    void what_cannot_be_taken_ends_with_1_and_its_name()
    {
        Backend backend;
        write(shopWorkspace(backend.serverPort()));
        const auto taken = QStringLiteral("127.0.0.1:%1").arg(backend.serverPort());
        for (const auto& [option, value] :
             {std::pair{QStringLiteral("--admin"), taken},
              std::pair{QStringLiteral("--access-log"), QStringLiteral("/no/such/folder/access.log")}}) {
            EngineProcess engine;
            engine.start({QStringLiteral("run"), file_, option, value});
            QTRY_VERIFY(!engine.running());
            QCOMPARE(engine.process().exitCode(), 1);
            QVERIFY2(engine.output().contains(value), qPrintable(engine.output()));
        }
    }

    void metrics_equal_the_requests_that_were_sent()
    {
        Backend backend;
        write(shopWorkspace(backend.serverPort()));
        EngineProcess engine;
        QVERIFY(engine.start({QStringLiteral("run"), file_, QStringLiteral("--json"),
                              QStringLiteral("--admin"), QStringLiteral("127.0.0.1:0")}));
        QTRY_COMPARE(lastReport(engine).value(u"revision").toInt(), 1);
        const auto report = lastReport(engine);
        const quint16 admin = quint16(QUrl(report.value(u"admin").toString()).port());
        QVERIFY(ask(admin, "/readyz").startsWith("HTTP/1.1 200"));
        for (int i = 0; i < 7; ++i)
            QVERIFY(ask(portIn(report), "/shop").startsWith("HTTP/1.1 200"));
        double counted = 0;
        for (const auto& line : ask(admin, "/metrics").split('\n')) {
            if (line.startsWith("gatehouse_requests_total{") && line.contains("route=\"shop\""))
                counted += line.mid(line.lastIndexOf(' ') + 1).toDouble();
        }
        QCOMPARE(counted, 7.0);
    }
};

GATEHOUSE_TEST(RunTest)
#include "run_test.moc"
