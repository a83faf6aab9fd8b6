#include "rig.h"

#include "tests/support/test_main.h"

using namespace gatehouse;

namespace {

std::string ask(Gateway& gateway)
{
    Peer client = gateway.client();
    client.send("GET /a HTTP/1.1\r\nHost: shop.test\r\n\r\n");
    return client.answer();
}

bool isProblem(const std::string& answer, const char* code)
{
    return answer.find("Content-Type: application/problem+json\r\n") != std::string::npos &&
           bodyOf(answer).find(code) != std::string::npos;
}

std::uint16_t closedPort()
{
    return Backend([](Peer&) {}).port();
}

} // namespace

/// What a client gets when no backend can answer.
class FailureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_backend_that_is_down_is_a_bad_gateway()
    {
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({closedPort()}));
        const auto answer = ask(gateway);
        QCOMPARE(statusOf(answer), 502);
        QVERIFY2(isProblem(answer, "connect-failed"), answer.c_str());
    }

    void the_next_endpoint_answers_for_one_that_is_down()
    {
        Backend backend(Backend::echoTargets);
        Gateway gateway(1);
        auto config = Gateway::configTo({backend.port()});
        config->backends[0].endpoints.push_back({"127.0.0.1", closedPort()});
        gateway.apply(config);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(statusOf(ask(gateway)), 200);
    }

    void a_backend_that_is_slow_is_a_timeout()
    {
        Backend backend([](Peer& peer) { peer.toEnd(); });
        Gateway gateway(1);
        auto config = Gateway::configTo({backend.port()});
        config->rules[0].backendTimeout_ms = 50;
        gateway.apply(config);
        auto answer = ask(gateway);
        QCOMPARE(statusOf(answer), 504);
        QVERIFY2(isProblem(answer, "backend-timeout"), answer.c_str());
        config = Gateway::configTo({backend.port()});
        config->rules[0].requestTimeout_ms = 50;
        gateway.apply(config);
        answer = ask(gateway);
        QCOMPARE(statusOf(answer), 504);
        QVERIFY2(isProblem(answer, "request-timeout"), answer.c_str());
    }

    void a_backend_that_closes_early_is_a_bad_gateway()
    {
        Backend backend([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200");
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        const auto answer = ask(gateway);
        QCOMPARE(statusOf(answer), 502);
        QVERIFY2(isProblem(answer, "backend-closed"), answer.c_str());
    }

    void an_answer_cut_short_is_not_taken_for_whole()
    {
        Backend backend([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        const auto answer = ask(gateway);
        QVERIFY(bodyOf(answer).size() < 10);
    }

    void a_path_without_a_route_is_not_found()
    {
        Backend backend(Backend::echoTargets);
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}, "/only"));
        const auto answer = ask(gateway);
        QCOMPARE(statusOf(answer), 404);
        QVERIFY2(isProblem(answer, "no-route"), answer.c_str());
        QCOMPARE(backend.connections(), 0);
    }

    void a_rule_without_a_backend_is_an_error_and_one_without_an_endpoint_unavailable()
    {
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({}));
        QCOMPARE(statusOf(ask(gateway)), 500);
        auto config = Gateway::configTo({1});
        config->backends[0].endpoints.clear();
        gateway.apply(config);
        QCOMPARE(statusOf(ask(gateway)), 503);
    }

    void a_request_that_is_refused_closes_the_connection()
    {
        Backend backend(Backend::echoTargets);
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        const auto answer = client.answer();
        QCOMPARE(statusOf(answer), 400);
        client.endSending();
        QCOMPARE(client.toEnd(), std::string());
        QCOMPARE(backend.connections(), 0);
    }
};
GATEHOUSE_TEST(FailureTest)
#include "failure_test.moc"
