#include "contract_client.h"
#include "tests/support/local_http.h"

#include "engine/control/contract_server.h"
#include "engine/control/engine.h"

#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace gatehouse;
using gatehouse::tests::ContractClient;

namespace {

constexpr const char* token = "a token that only the console knows";
constexpr int limit_ms = 10'000;

/// One listener whose every request is answered by a redirect, so that nothing else has to run.
std::string document(int port = 0, const char* route = "home")
{
    return R"({"gatehouse": 1, "name": "Test",
 "gateways": [{"name": "edge", "listeners": [{"name": "public", "port": )" +
           std::to_string(port) + R"(}]}],
 "routes": [{"name": ")" +
           route + R"(", "parentRefs": [{"name": "edge"}], "rules": [{"filters": [
   {"type": "RequestRedirect", "requestRedirect": {"hostname": "example.org"}}]}]}]})";
}

struct Rig {
    QTemporaryDir folder;
    control::Engine engine{{.workers = 1, .servicesProgram = QStringLiteral("/nowhere")}};
    control::ContractServer server{engine, token};

    QString path() const { return folder.filePath(QStringLiteral("s")); }
    Rig()
    {
        if (engine.begin() || server.listen(path()))
            qFatal("the server can't be made");
    }
};

/// Sends that many requests over one connection, all at once, and waits for all answers.
int answersTo(int requests, std::uint16_t port, const QByteArray& target = "/a",
              const QByteArray& status = "302")
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    const QByteArray one = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.write(one.repeated(requests));
    QByteArray got;
    const auto count = [&] {
        got += socket.readAll();
        return int(got.count("HTTP/1.1 " + status));
    };
    if (!QTest::qWaitFor([&] { return count() >= requests; }, limit_ms))
        qWarning("%d of %d answers came", count(), requests);
    return count();
}

int code(api::ErrorCode code)
{
    return int(code);
}

} // namespace

class ContractServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_a_wrong_token_and_closes()
    {
        Rig rig;
        for (const char* wrong :
             {"", "a token", "a token that only the console knowz", "a token that only the console knowss"}) {
            ContractClient client(rig.path());
            QCOMPARE(client.hello(wrong).error, code(api::ErrorCode::badToken));
            QTRY_VERIFY(client.isClosed());
        }
    }

    void closes_on_a_call_before_hello()
    {
        Rig rig;
        ContractClient client(rig.path());
        QCOMPARE(client.callRaw(api::Status::name, "{}").error, code(api::ErrorCode::invalidRequest));
        QTRY_VERIFY(client.isClosed());
    }

    void names_both_versions_when_they_differ()
    {
        Rig rig;
        ContractClient client(rig.path());
        const auto outcome =
            client.callRaw(api::Hello::name, R"({"contractVersion": 77, "token": "x", "since77": true})");
        QCOMPARE(outcome.error, code(api::ErrorCode::versionMismatch));
        QVERIFY(outcome.text.find("77") != std::string::npos);
        QVERIFY(outcome.text.find("version " + std::to_string(api::contractVersion)) != std::string::npos);
        QTRY_VERIFY(client.isClosed());
    }

    void closes_on_an_endless_line_before_hello()
    {
        Rig rig;
        ContractClient client(rig.path());
        client.sendLine(QByteArray(100'000, ' '));
        QCOMPARE(client.answerTo(0).error, code(api::ErrorCode::invalidRequest));
        QTRY_VERIFY(client.isClosed());
    }

    void refuses_a_folder_that_others_may_enter()
    {
        QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                 QFile::ReadGroup | QFile::ExeGroup);
        control::Engine engine({.workers = 1, .servicesProgram = QStringLiteral("/nowhere")});
        control::ContractServer server(engine, token);
        const auto problem = server.listen(folder.filePath(QStringLiteral("s")));
        QVERIFY(problem);
        QCOMPARE(problem->code, "socket.folder");
    }

    void answers_a_bad_line_and_goes_on()
    {
        Rig rig;
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        client.sendLine("{nonsense");
        QCOMPARE(client.answerTo(0).error, code(api::ErrorCode::parseError));
        client.sendLine(R"({"jsonrpc": "1.0", "id": 3, "method": "workspace.status"})");
        QCOMPARE(client.answerTo(0).error, code(api::ErrorCode::invalidRequest));
        QCOMPARE(client.callRaw("no.such", "{}").error, code(api::ErrorCode::methodNotFound));
        QCOMPARE(client.callRaw(api::Records::name, R"({"limitt": 3})").error,
                 code(api::ErrorCode::invalidParams));
        QVERIFY(client.call<api::Status>({}));
    }

    void refuses_a_stale_revision()
    {
        Rig rig;
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        const auto applied = client.call<api::Apply>({.revision = 5, .document = document()});
        QVERIFY(applied && applied->accepted);
        int error = 0;
        QVERIFY(!client.call<api::Apply>({.revision = 5, .document = document()}, &error));
        QCOMPARE(error, code(api::ErrorCode::staleRevision));
    }

    void keeps_serving_the_last_revision_when_a_document_is_refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<int>("line");
        const QByteArray good = QByteArray::fromStdString(document());
        QTest::newRow("newer version") << QByteArray(good).replace("\"gatehouse\": 1", "\"gatehouse\": 9")
                                       << QByteArray("workspace.newer-version") << 1;
        QTest::newRow("unknown member")
            << QByteArray(good).replace("\"routes\"", "\"ruotes\"") << QByteArray("json.unknown-member") << 3;
        QTest::newRow("no JSON") << QByteArray("{\n\"gatehouse\": 1,\n?") << QByteArray("json.syntax") << 3;
    }

    void keeps_serving_the_last_revision_when_a_document_is_refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, problem);
        QFETCH(int, line);
        Rig rig;
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        const auto first = client.call<api::Apply>({.revision = 1, .document = document()});
        QVERIFY(first && first->accepted);
        const auto refused = client.call<api::Apply>({.revision = 2, .document = text.toStdString()});
        QVERIFY(refused && !refused->accepted);
        QCOMPARE(refused->revision, std::uint64_t(1));
        QVERIFY(!refused->problems.empty());
        QCOMPARE(QByteArray::fromStdString(refused->problems[0].code), problem);
        QCOMPARE(refused->problems[0].line, line);
        QCOMPARE(answersTo(3, first->listeners.at(0).port), 3);
    }

    void says_which_port_is_taken_and_changes_nothing()
    {
        Rig rig;
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        const auto first = client.call<api::Apply>({.revision = 1, .document = document()});
        QVERIFY(first && first->accepted);
        const auto refused =
            client.call<api::Apply>({.revision = 2, .document = document(stranger.serverPort())});
        QVERIFY(refused && !refused->accepted);
        QCOMPARE(refused->problems.at(0).code, "listener.port-taken");
        QCOMPARE(refused->problems.at(0).pointer, "/gateways/0/listeners/0/port");
        QCOMPARE(client.call<api::Status>({})->revision, std::uint64_t(1));
        QCOMPARE(answersTo(1, first->listeners.at(0).port), 1);
    }

    void counts_exactly_what_was_sent_over_revisions()
    {
        Rig rig;
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        const auto first = client.call<api::Apply>({.revision = 1, .document = document()});
        QVERIFY(first && first->accepted);
        const std::uint16_t port = first->listeners.at(0).port;
        QCOMPARE(answersTo(137, port), 137);
        const auto second = client.call<api::Apply>({.revision = 2, .document = document(0, "other")});
        QVERIFY(second && second->accepted);
        QCOMPARE(second->listeners.at(0).port, port);
        QCOMPARE(answersTo(63, port), 63);
        QTRY_COMPARE_WITH_TIMEOUT(client.requests(), 200, limit_ms);
        QCOMPARE(client.legs["home"].requests, 137);
        QCOMPARE(client.legs["other"].requests, 63);
        QCOMPARE(client.legs["other"].s3xx, 63);
        QTRY_COMPARE_WITH_TIMEOUT(client.rows, 200, limit_ms);
        const auto records = client.call<api::Records>({.route = "other", .limit = 10});
        QVERIFY(records);
        QCOMPARE(records->matched, 63);
        QCOMPARE(records->rows.size(), std::size_t(10));
        QCOMPARE(records->rows[0].revision, std::uint64_t(2));
    }

    void a_long_try_tells_how_far_it_is_and_ends_within_a_second_of_cancel()
    {
        Rig rig;
        tests::Backend backend;
        backend.holds = true;
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        const auto applied = client.call<api::Apply>(
            {.revision = 1, .document = tests::shopWorkspace(backend.serverPort()).toStdString()});
        QVERIFY(applied && applied->accepted);
        const auto id = client.send(
            api::Try::name,
            api::encode(api::TryParams{.listener = "edge/public", .target = "/shop", .timeout_ms = 20'000}));
        QTRY_VERIFY_WITH_TIMEOUT(client.progress.size() >= 3, limit_ms);
        double share = 0;
        for (const auto& note : client.progress) {
            QCOMPARE(note.call, id);
            QVERIFY(note.share > share && note.share < 1);
            share = note.share;
        }
        QVERIFY(backend.seen.contains("GET /shop"));
        QElapsedTimer asked;
        asked.start();
        QVERIFY(client.call<api::Cancel>({id}));
        QCOMPARE(client.answerTo(id).error, code(api::ErrorCode::cancelled));
        QVERIFY2(asked.elapsed() < 1000, qPrintable(QString::number(asked.elapsed())));
        const auto notes = client.progress.size();
        QCOMPARE(answersTo(1, applied->listeners.at(0).port, "/nothing", "404"), 1); // life goes on
        QCOMPARE(client.progress.size(), notes);
    }

    void a_request_without_a_route_is_counted_for_its_listener()
    {
        Rig rig;
        tests::Backend backend;
        ContractClient client(rig.path());
        QCOMPARE(client.hello(token).error, 0);
        const auto applied = client.call<api::Apply>(
            {.revision = 1, .document = tests::shopWorkspace(backend.serverPort()).toStdString()});
        QVERIFY(applied && applied->accepted);
        QCOMPARE(answersTo(1, applied->listeners.at(0).port, "/nothing", "404"), 1);
        QTRY_COMPARE_WITH_TIMEOUT(client.rows, 1, limit_ms);
        const auto records = client.call<api::Records>({.text = "nothing"});
        QVERIFY(records && records->rows.size() == 1);
        QCOMPARE(records->rows[0].listener, std::string("edge/public"));
        QCOMPARE(records->rows[0].route, std::string());
        QCOMPARE(records->rows[0].refusedBy, std::string("no route"));
    }

    void sends_a_slow_reader_fewer_and_newer_frames()
    {
        constexpr int rounds = 12;
        constexpr int perRound = 400;
        Rig rig;
        ContractClient slow(rig.path());
        ContractClient quick(rig.path());
        QCOMPARE(slow.hello(token).error, 0);
        QCOMPARE(quick.hello(token).error, 0);
        const auto applied = quick.call<api::Apply>({.revision = 1, .document = document()});
        QVERIFY(applied && applied->accepted);
        slow.stopReading();
        for (int round = 1; round <= rounds; ++round) {
            QCOMPARE(answersTo(perRound, applied->listeners.at(0).port), perRound);
            QTRY_COMPARE_WITH_TIMEOUT(quick.requests(), round * perRound, limit_ms);
            QTRY_COMPARE_WITH_TIMEOUT(quick.rows + quick.rowsSkipped, round * perRound, limit_ms);
        }
        slow.readAgain();
        QTRY_COMPARE_WITH_TIMEOUT(slow.requests(), rounds * perRound, limit_ms);
        QTRY_COMPARE_WITH_TIMEOUT(slow.rows + slow.rowsSkipped, rounds * perRound, limit_ms);
        QVERIFY2(slow.rowsSkipped > quick.rowsSkipped, "it was sent every row, so somebody kept them");
        QVERIFY(slow.frames.size() < quick.frames.size());
        QCOMPARE(slow.legs["home"].requests, rounds * perRound);
    }
};

GATEHOUSE_TEST(ContractServerTest)
#include "contract_server_test.moc"
