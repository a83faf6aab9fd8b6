#include "tests/support/test_main.h"

#include "program.h"

#include "tests/support/local_http.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray manifests(const QByteArray& prefix)
{
    return "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n"
           "metadata: {name: edge, namespace: shop}\nspec:\n"
           "  gatewayClassName: \"{GATEWAY_CLASS_NAME}\"\n"
           "  listeners: [{name: http, protocol: HTTP, port: 80}]\n"
           "---\napiVersion: v1\nkind: Service\nmetadata: {name: catalog, namespace: shop}\n"
           "spec: {ports: [{port: 8080}]}\n"
           "---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n"
           "metadata: {name: catalog, namespace: shop}\nspec:\n"
           "  parentRefs: [{name: edge}]\n"
           "  rules:\n"
           "  - matches: [{path: {type: PathPrefix, value: " +
           prefix +
           "}}]\n"
           "    backendRefs: [{name: catalog, port: 8080}]\n";
}

} // namespace

/// `run --gateway-api` while its files change.
class ManifestsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    Backend backend_;

    QString file() const { return folder_.filePath(u"shop.yaml"_s); }
    QString status() const { return folder_.filePath(u"status.json"_s); }

    QStringList arguments(const QString& address = u"127.0.0.1:0"_s) const
    {
        return {u"run"_s,
                u"--gateway-api"_s,
                file(),
                u"--gateway-class"_s,
                u"mine"_s,
                u"--map"_s,
                u"shop/catalog=127.0.0.1:%1"_s.arg(backend_.serverPort()),
                u"--listen"_s,
                u"shop/edge:80="_s + address,
                u"--status"_s,
                status(),
                u"--workers"_s,
                u"1"_s};
    }

    /// The status of one condition of the route; empty while there is none.
    QString routeCondition(const QString& type) const
    {
        const QJsonDocument document = QJsonDocument::fromJson(readFile(status()));
        QString found;
        const auto look = [&](auto&& self, const QJsonValue& value, bool inRoute) -> void {
            if (value.isArray()) {
                const QJsonArray items = value.toArray();
                for (const QJsonValue& item : items)
                    self(self, item, inRoute);
                return;
            }
            const QJsonObject object = value.toObject();
            const bool route = inRoute || object.value(u"kind"_s).toString() == u"HTTPRoute";
            if (route && object.value(u"type"_s).toString() == type)
                found = object.value(u"status"_s).toString();
            for (const QJsonValue& member : object)
                self(self, member, route);
        };
        look(look, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), false);
        return found;
    }

private Q_SLOTS:
    void init()
    {
        QFile::remove(status());
        QVERIFY(writeFile(file(), manifests("/catalog")));
    }

    void the_files_are_read_again_on_sighup_and_a_bad_one_changes_nothing()
    {
        EngineProcess engine;
        QVERIFY2(engine.start(arguments()), qPrintable(engine.output()));
        const quint16 port = engine.firstPort();
        QVERIFY2(engine.output().contains(u"listening shop/edge:80 on 127.0.0.1:%1"_s.arg(port)),
                 qPrintable(engine.output()));
        QVERIFY(ask(port, "/catalog").startsWith("HTTP/1.1 200"));

        QVERIFY(writeFile(file(), manifests("/books")));
        ::kill(pid_t(engine.pid()), SIGHUP);
        QTRY_VERIFY(engine.output().contains(u"reloaded, revision 2"_s));
        QVERIFY(ask(port, "/books").startsWith("HTTP/1.1 200"));
        QVERIFY(ask(port, "/catalog").startsWith("HTTP/1.1 404"));

        const QByteArray before = readFile(status());
        QVERIFY(writeFile(file(), "kind: [\n"));
        ::kill(pid_t(engine.pid()), SIGHUP);
        QTRY_VERIFY(engine.output().contains(u"goes on serving"_s));
        QVERIFY2(engine.output().contains(file() + u":"_s), qPrintable(engine.output()));
        QVERIFY(ask(port, "/books").startsWith("HTTP/1.1 200"));
        QCOMPARE(readFile(status()), before);

        QVERIFY(QFile::remove(file()));
        ::kill(pid_t(engine.pid()), SIGHUP);
        QTRY_VERIFY(engine.output().contains(u"can't be read"_s));
        QVERIFY(ask(port, "/books").startsWith("HTTP/1.1 200"));
    }

    void the_status_follows_what_changes()
    {
        EngineProcess engine;
        QVERIFY2(engine.start(arguments()), qPrintable(engine.output()));
        QTRY_COMPARE(routeCondition(u"Accepted"_s), u"True"_s);
        QCOMPARE(routeCondition(u"ResolvedRefs"_s), u"True"_s);
        QByteArray text = manifests("/catalog");
        text.replace("backendRefs: [{name: catalog", "backendRefs: [{name: nobody");
        QVERIFY(writeFile(file(), text));
        ::kill(pid_t(engine.pid()), SIGHUP);
        QTRY_COMPARE(routeCondition(u"ResolvedRefs"_s), u"False"_s);
        QCOMPARE(routeCondition(u"Accepted"_s), u"True"_s);
        QVERIFY(ask(engine.firstPort(), "/catalog").startsWith("HTTP/1.1 500"));
    }

    void a_taken_port_ends_with_1_and_bad_manifests_with_2()
    {
        const Ended taken = runProgram(arguments(u"127.0.0.1:%1"_s.arg(backend_.serverPort())));
        QCOMPARE(taken.code, 1);
        QVERIFY2(taken.err.contains(u"127.0.0.1:%1"_s.arg(backend_.serverPort()).toUtf8()), taken.err);
        QVERIFY2(taken.err.contains("listener.port-taken"), taken.err);
        QVERIFY(writeFile(file(), "kind: [\n"));
        const Ended bad = runProgram(arguments());
        QCOMPARE(bad.code, 2);
        QVERIFY2(bad.err.startsWith(file().toUtf8() + ':'), bad.err);
        QVERIFY(QFile::remove(file()));
        QCOMPARE(runProgram(arguments()).code, 2);
    }

    void sigterm_lets_a_request_finish_and_a_second_one_does_not()
    {
        backend_.holds = true;
        for (const bool twice : {false, true}) {
            backend_.seen.clear();
            EngineProcess engine;
            QVERIFY2(engine.start(arguments()), qPrintable(engine.output()));
            const quint16 port = engine.firstPort();
            Asking asking(port, "/catalog");
            QTRY_VERIFY(backend_.seen.contains("GET /catalog"));
            ::kill(pid_t(engine.pid()), SIGTERM);
            const auto refuses = [port] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
                return !socket.waitForConnected(200);
            };
            QTRY_VERIFY(refuses());
            if (twice)
                ::kill(pid_t(engine.pid()), SIGTERM);
            else
                backend_.release();
            QTRY_VERIFY(asking.done);
            QCOMPARE(asking.status(), twice ? 0 : 200);
            QTRY_VERIFY(!engine.running());
            QCOMPARE(engine.process().exitCode(), 0);
        }
        backend_.holds = false;
    }
};
GATEHOUSE_TEST(ManifestsTest)
#include "manifests_test.moc"
