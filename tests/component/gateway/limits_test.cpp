#include "rig.h"

#include "tests/support/test_main.h"

using namespace gatehouse;
using namespace std::chrono_literals;

namespace {

const std::string get = "GET /a HTTP/1.1\r\nHost: shop.test\r\n\r\n";

bool isProblem(const std::string& answer, int status, const std::string& code)
{
    return statusOf(answer) == status && answer.find("Connection: close\r\n") != std::string::npos &&
           answer.find("Content-Type: application/problem+json\r\n") != std::string::npos &&
           bodyOf(answer).find("\"code\":\"" + code + '"') != std::string::npos;
}

} // namespace

/// Clients that send too much, too slowly or nothing.
class LimitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_too_large_is_refused_and_the_answer_arrives_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        for (const int workers : {1, 3}) {
            const auto row = [workers](const char* name, const char* head, int status, const char* code) {
                QTest::newRow((std::string(name) + ' ' + std::to_string(workers)).c_str())
                    << workers << QByteArray(head) << status << QByteArray(code);
            };
            row("head", "GET / HTTP/1.1\r\nHost: a\r\nX-Long: ", 431, "head-too-large");
            row("target", "GET /", 414, "target-too-long");
            row("length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\n", 413,
                "body-too-large");
            row("method", "GETGETGETGETGETGETGETGETGETGETGETGETGET", 501, "method-too-long");
        }
    }
    void what_is_too_large_is_refused_and_the_answer_arrives()
    {
        QFETCH(int, workers);
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        Backend backend(Backend::echoTargets);
        Gateway gateway(workers);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send(head.toStdString());
        const std::string more(60'000, 'x');
        for (int i = 0; i < 4; ++i) // four times the head's limit, less than what lingering takes
            QVERIFY(client.send(more));
        const auto answer = client.answer();
        QVERIFY2(isProblem(answer, status, code.toStdString()), answer.c_str());
        QCOMPARE(client.toEnd(), std::string());
        QCOMPARE(backend.connections(), 0);
    }

    void a_refused_client_that_never_stops_is_cut_off()
    {
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({1}));
        Peer client = gateway.client();
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\n");
        const std::string block(64u << 10, 'x');
        std::size_t sent = 0;
        while (sent < (256u << 20) && client.send(block))
            sent += block.size();
        QVERIFY2(sent < (64u << 20), std::to_string(sent).c_str());
    }

    void a_slow_head_or_body_is_told_so_and_an_idle_connection_just_ends_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("1 worker") << 1;
        QTest::newRow("3 workers") << 3;
    }
    void a_slow_head_or_body_is_told_so_and_an_idle_connection_just_ends()
    {
        QFETCH(int, workers);
        Backend backend([](Peer& peer) { peer.toEnd(); });
        Gateway gateway(workers, {.idle = 60ms, .head = 60ms, .body = 60ms});
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer slowHead = gateway.client();
        slowHead.send("GET /secret HT");
        Peer slowBody = gateway.client();
        slowBody.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
        Peer idle = gateway.client();
        const auto head = slowHead.answer();
        QVERIFY2(isProblem(head, 408, "head-timeout"), head.c_str());
        const auto body = slowBody.answer();
        QVERIFY2(isProblem(body, 408, "body-timeout"), body.c_str());
        QCOMPARE(slowHead.toEnd(), std::string());
        QCOMPARE(slowBody.toEnd(), std::string());
        QCOMPARE(idle.toEnd(), std::string());
    }

    void a_request_without_a_whole_head_is_not_recorded_as_another()
    {
        Backend backend(Backend::echoTargets);
        Gateway gateway(1, {.head = 60ms});
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer slow = gateway.client();
        slow.send("GET /mi");
        Peer other = gateway.client();
        other.send("GET /others HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(statusOf(other.answer()), 200);
        QCOMPARE(statusOf(slow.answer()), 408);
        QTRY_COMPARE(gateway.records().size(), std::size_t(2));
        for (const auto& record : gateway.records())
            QCOMPARE(std::string(record.targetText()), std::string(record.status == 200 ? "/others" : ""));
    }

    void a_client_that_takes_nothing_is_dropped()
    {
        std::promise<void> ended;
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            const std::string block(64u << 10, 'x');
            while (peer.send(block)) {
            }
            ended.set_value();
        });
        Gateway gateway(1, {.send = 60ms});
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        client.send(get);
        QVERIFY(ended.get_future().wait_for(8s) == std::future_status::ready);
    }

    void an_answer_that_comes_before_the_body_is_whole_counts()
    {
        Backend backend([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
        }); // and closes, so that the gateway's next write fails
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        const std::string block(64u << 10, 'x');
        for (int i = 0; i < 20; ++i) {
            Peer client = gateway.client();
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
            for (int n = 0; n < 3; ++n)
                client.send(block);
            const auto answer = client.answer();
            QVERIFY2(statusOf(answer) == 413, answer.c_str());
            QCOMPARE(bodyOf(answer), std::string("big"));
        }
    }

    void an_early_answer_does_not_wait_for_the_body()
    {
        std::promise<void> mayEnd;
        auto released = mayEnd.get_future().share();
        Backend backend([released](Peer& peer) {
            if (peer.until("\r\n\r\n").find("/early") == std::string::npos) {
                peer.toEnd();
                return;
            }
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nea");
            released.wait();
            peer.send("rl");
        });
        Gateway gateway(1, {.body = 60ms});
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer early = gateway.client();
        early.send("POST /early HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
        early.until("\r\n\r\n");
        QCOMPARE(early.take(2), std::string("ea"));
        Peer later = gateway.client(); // when its time is up, that of the first is too
        later.send("POST /late HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
        QCOMPARE(statusOf(later.answer()), 408);
        mayEnd.set_value();
        QCOMPARE(early.take(2), std::string("rl"));
    }

    void a_request_that_has_arrived_is_served_though_the_plane_drains()
    {
        Backend backend(Backend::echoTargets);
        for (int i = 0; i < 20; ++i) {
            Gateway gateway(3);
            gateway.apply(Gateway::configTo({backend.port()}));
            std::vector<Peer> clients;
            for (int n = 0; n < 8; ++n) {
                clients.push_back(gateway.client());
                clients.back().send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
            }
            std::promise<void> drained;
            gateway.plane().drain(10s, [&] { drained.set_value(); });
            for (auto& client : clients)
                QCOMPARE(bodyOf(client.toEnd()), std::string("/a"));
            clients.clear();
            drained.get_future().wait();
        }
    }
};
GATEHOUSE_TEST(LimitsTest)
#include "limits_test.moc"
