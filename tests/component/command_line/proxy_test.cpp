#include "tests/support/test_main.h"

#include "program.h"

#include "tests/support/local_http.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

/// `proxy`: a gateway in one line.
class ProxyTest : public QObject
{
    Q_OBJECT

    Backend backend_;

    QStringList arguments(const QStringList& more = {}) const
    {
        return QStringList{u"proxy"_s, u"--from"_s, u"127.0.0.1:0"_s, u"--to"_s,
                           u"127.0.0.1:%1"_s.arg(backend_.serverPort())} +
               more;
    }

    static QByteArray field(const QByteArray& head, const QByteArray& name)
    {
        const auto lines = head.split('\n');
        for (const QByteArray& line : lines) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }

private Q_SLOTS:
    void init() { backend_.seen.clear(); }

    void prints_its_address_as_text_or_json()
    {
        EngineProcess engine;
        QVERIFY(engine.start(arguments({u"--json"_s, u"--workers"_s, u"3"_s})));
        const QJsonObject line = QJsonDocument::fromJson(engine.output().toUtf8()).object();
        QCOMPARE(line.value(u"workers"_s).toInt(), 3);
        QCOMPARE(line.value(u"address"_s).toString(), u"127.0.0.1:%1"_s.arg(engine.firstPort()));
        QVERIFY(ask(engine.firstPort(), "/").startsWith("HTTP/1.1 200"));
    }

    void a_backend_learns_who_asked_and_the_trace_goes_on()
    {
        EngineProcess engine;
        QVERIFY(engine.start(arguments()));
        QVERIFY(!ask(engine.firstPort(), "/made").isEmpty());
        const QByteArray made = field(backend_.seen, "traceparent");
        static const QRegularExpression shape(u"^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"_s);
        QVERIFY2(shape.match(QString::fromLatin1(made)).hasMatch(), made);
        QCOMPARE(field(backend_.seen, "x-forwarded-for"), QByteArray("127.0.0.1"));
        QCOMPARE(field(backend_.seen, "x-forwarded-proto"), QByteArray("http"));
        QCOMPARE(field(backend_.seen, "x-forwarded-host"), QByteArray("localhost"));
        QCOMPARE(field(backend_.seen, "forwarded"),
                 QByteArray("for=127.0.0.1;host=\"localhost\";proto=http"));
        QVERIFY(!field(backend_.seen, "x-request-id").isEmpty());

        backend_.seen.clear();
        const QByteArray trace = "0af7651916cd43dd8448eb211c80319c";
        QVERIFY(!ask(engine.firstPort(), "/carried",
                     "traceparent: 00-" + trace +
                         "-b7ad6b7169203331-01\r\ntracestate: a=b\r\n"
                         "X-Forwarded-For: 192.0.2.1\r\nForwarded: for=192.0.2.1\r\nX-Request-Id: mine\r\n")
                     .isEmpty());
        const QByteArray carried = field(backend_.seen, "traceparent");
        QVERIFY2(carried.startsWith("00-" + trace + '-') && carried.endsWith("-01"), carried);
        QVERIFY2(!carried.contains("b7ad6b7169203331"), carried); // the gateway is the parent now
        QCOMPARE(field(backend_.seen, "tracestate"), QByteArray("a=b"));
        QCOMPARE(field(backend_.seen, "x-forwarded-for"), QByteArray("192.0.2.1, 127.0.0.1"));
        QVERIFY(field(backend_.seen, "forwarded").startsWith("for=192.0.2.1, for=127.0.0.1;"));
        QCOMPARE(field(backend_.seen, "x-request-id"), QByteArray("mine"));
    }

    void an_access_log_has_one_object_a_request()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"access.log"_s);
        EngineProcess engine;
        QVERIFY(engine.start(arguments({u"--access-log"_s, path})));
        for (int i = 0; i < 3; ++i)
            QVERIFY(!ask(engine.firstPort(), "/books?token=secret").isEmpty());
        engine.process().terminate();
        QVERIFY(engine.process().waitForFinished(10'000));
        const QByteArray text = readFile(path);
        QCOMPARE(text.count('\n'), 3);
        QVERIFY(!text.contains("secret"));
        const QJsonObject line = QJsonDocument::fromJson(text.left(text.indexOf('\n'))).object();
        QCOMPARE(line.value(u"path"_s).toString(), u"/books"_s);
        QCOMPARE(line.value(u"status"_s).toInt(), 200);
        QCOMPARE(line.value(u"trace_id"_s).toString().toLatin1(),
                 field(backend_.seen, "traceparent").mid(3, 32));
        const QFile::Permissions mine =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(path) & ~mine, QFile::Permissions());
    }

    void a_port_that_is_taken_ends_with_1_and_its_address()
    {
        const QString taken = u"127.0.0.1:%1"_s.arg(backend_.serverPort());
        const Ended ended = runProgram({u"proxy"_s, u"--from"_s, taken, u"--to"_s, u"127.0.0.1:1"_s});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(taken.toUtf8()), ended.err);
    }

    void a_workspace_whose_port_is_taken_ends_with_1_and_its_place()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"shop.json"_s);
        QByteArray text = shopWorkspace(1);
        text.replace("{\"name\":\"public\"}",
                     "{\"name\":\"public\",\n\"port\":" + QByteArray::number(backend_.serverPort()) + "}");
        QVERIFY(writeFile(path, text));
        const Ended ended = runProgram({u"run"_s, path});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(path.toUtf8() + ":"), ended.err);
        QVERIFY2(ended.err.contains("listener.port-taken"), ended.err);
        QVERIFY2(ended.err.contains(QByteArray::number(backend_.serverPort())), ended.err);
    }
};
GATEHOUSE_TEST(ProxyTest)
#include "proxy_test.moc"
