#include "rig.h"

#include "tests/support/test_main.h"

using namespace gatehouse;

namespace {

const std::string get = "GET /a HTTP/1.1\r\nHost: shop.test\r\n\r\n";

std::string request(const std::string& target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: shop.test\r\n\r\n";
}

std::string untilTrailersEnd(Peer& peer)
{
    std::string all = peer.until("\r\n\r\n");
    all += peer.until("0\r\n");
    all += peer.until("\r\n\r\n");
    return all;
}

} // namespace

#define FOR_WORKERS()                                                                                        \
    QTest::addColumn<int>("workers");                                                                        \
    QTest::newRow("1 worker") << 1;                                                                          \
    QTest::newRow("3 workers") << 3

/// What a client and a backend see of each other through the data plane.
class ForwardingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_kept_connection_is_reused_on_both_sides_data() { FOR_WORKERS(); }
    void a_kept_connection_is_reused_on_both_sides()
    {
        QFETCH(int, workers);
        Backend backend(Backend::echoTargets);
        Gateway gateway(workers);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        for (int i = 0; i < 20; ++i) {
            client.send(request("/" + std::to_string(i)));
            QCOMPARE(bodyOf(client.answer()), "/" + std::to_string(i));
        }
        QCOMPARE(backend.connections(), 1);
    }

    void pipelined_requests_are_answered_in_order_data() { FOR_WORKERS(); }
    void pipelined_requests_are_answered_in_order()
    {
        QFETCH(int, workers);
        Backend first(Backend::echoTargets);
        Backend second(Backend::echoTargets);
        Gateway gateway(workers);
        gateway.apply(Gateway::configTo({first.port(), second.port()}));
        Peer client = gateway.client();
        std::string all;
        for (int i = 0; i < 50; ++i)
            all += request("/" + std::to_string(i));
        client.send(all);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(bodyOf(client.answer()), "/" + std::to_string(i));
    }

    void weights_are_kept_exactly()
    {
        Backend heavy(Backend::answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nheavy"));
        Backend light(Backend::answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nlight"));
        Gateway gateway(3);
        auto config = Gateway::configTo({heavy.port(), light.port()});
        config->rules[0].backends[0].weight = 3;
        gateway.apply(config);
        Peer client = gateway.client();
        int ofHeavy = 0;
        for (int i = 0; i < 400; ++i) {
            client.send(get);
            ofHeavy += bodyOf(client.answer()) == "heavy";
        }
        QCOMPARE(ofHeavy, 300);
    }

    void trailers_go_both_ways()
    {
        std::string got;
        Backend backend([&](Peer& peer) {
            got = untilTrailersEnd(peer);
            peer.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Back: 2\r\n\r\n");
        });
        std::string answer;
        {
            Gateway gateway(1);
            gateway.apply(Gateway::configTo({backend.port()}));
            Peer client = gateway.client();
            client.send("POST / HTTP/1.1\r\nHost: shop.test\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n");
            answer = untilTrailersEnd(client);
        }
        QVERIFY2(got.ends_with("3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n"), got.c_str());
        QVERIFY2(answer.ends_with("2\r\nok\r\n0\r\nX-Back: 2\r\n\r\n"), answer.c_str());
    }

    void a_client_that_waits_is_told_to_continue()
    {
        Backend backend([](Peer& peer) {
            if (peer.until("\r\n\r\n").find("100-continue") == std::string::npos)
                return;
            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + peer.take(5));
            peer.toEnd();
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        QCOMPARE(statusOf(client.until("\r\n\r\n")), 100);
        client.send("hello");
        QCOMPARE(bodyOf(client.answer()), std::string("hello"));
    }

    void answers_without_a_body_keep_the_connection()
    {
        Backend backend([](Peer& peer) {
            for (std::string head; !(head = peer.until("\r\n\r\n")).empty();) {
                if (head.starts_with("HEAD"))
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                else if (head.starts_with("GET /204"))
                    peer.send("HTTP/1.1 204 No Content\r\n\r\n");
                else
                    peer.send("HTTP/1.1 304 Not Modified\r\nContent-Length: 1000\r\nETag: \"x\"\r\n\r\n");
            }
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + request("/204") + request("/304"));
        const auto head = client.answer(true);
        QVERIFY2(head.find("Content-Length: 1000\r\n") != std::string::npos, head.c_str());
        const auto noContent = client.answer(true);
        QCOMPARE(statusOf(noContent), 204);
        QVERIFY(noContent.find("Content-Length") == std::string::npos);
        QCOMPARE(statusOf(client.answer(true)), 304);
        QCOMPARE(backend.connections(), 1);
    }

    void an_answer_until_close_becomes_chunked()
    {
        Backend backend([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\n\r\nall of it");
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        for (int i = 0; i < 2; ++i) { // the client's connection outlives the backend's
            client.send(get);
            const auto answer = client.until("0\r\n\r\n");
            QVERIFY2(answer.find("\r\n\r\n9\r\nall of it\r\n0\r\n\r\n") != std::string::npos, answer.c_str());
        }
        client.send("GET / HTTP/1.0\r\n\r\n");
        QCOMPARE(bodyOf(client.toEnd()), std::string("all of it"));
    }

    void an_upgrade_becomes_a_tunnel()
    {
        Backend backend([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send(
                "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\nwelcome");
            peer.send("<" + peer.take(5) + ">");
            peer.send(peer.toEnd());
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\n");
        QCOMPARE(statusOf(client.until("\r\n\r\n")), 101);
        QCOMPARE(client.take(7), std::string("welcome"));
        client.send("hello");
        QCOMPARE(client.take(7), std::string("<hello>"));
        client.send("bye");
        client.endSending();
        QCOMPARE(client.toEnd(), std::string("bye"));
    }

    void interim_responses_come_before_a_bad_one()
    {
        Backend backend(Backend::answering("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nnonsense\r\n\r\n"));
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send(get);
        QCOMPARE(statusOf(client.until("\r\n\r\n")), 103);
        QCOMPARE(statusOf(client.answer()), 502);
    }
};
GATEHOUSE_TEST(ForwardingTest)
#include "forwarding_test.moc"
