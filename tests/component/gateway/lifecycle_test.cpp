#include "rig.h"

#include "tests/support/test_main.h"

using namespace gatehouse;

namespace {

const std::string get = "GET /a HTTP/1.1\r\nHost: shop.test\r\n\r\n";

void addSocket(gateway::Config& config, const Address& address, const std::string& key)
{
    config.sockets.push_back({address, key, config.sockets[0].table});
}

} // namespace

/// Revisions come and go while requests run.
class LifecycleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_reload_under_load_loses_no_request_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("1 worker") << 1;
        QTest::newRow("3 workers") << 3;
    }
    void a_reload_under_load_loses_no_request()
    {
        QFETCH(int, workers);
        Backend first(Backend::echoTargets);
        Backend second(Backend::echoTargets);
        Gateway gateway(workers);
        gateway.apply(Gateway::configTo({first.port()}));
        std::atomic<bool> go{true};
        std::atomic<int> good{0};
        std::atomic<int> bad{0};
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&, i] {
                Peer client = gateway.client();
                for (int n = 0; go || n < 100; ++n) {
                    if (n % 50 == 49 && i % 2)
                        client = gateway.client();
                    client.send(get);
                    ++(bodyOf(client.answer()) == "/a" ? good : bad);
                    if (bad > 0)
                        return;
                }
            });
        }
        for (int revision = 0; revision < 60; ++revision)
            gateway.apply(Gateway::configTo({revision % 2 ? first.port() : second.port()}));
        go = false;
        for (auto& client : clients)
            client.join();
        QCOMPARE(bad.load(), 0);
        QVERIFY(good >= 400);
    }

    void a_port_that_is_taken_is_a_problem_and_the_old_revision_serves()
    {
        Backend backend(Backend::echoTargets);
        Gateway gateway(3);
        gateway.apply(Gateway::configTo({backend.port()}));
        const auto taken = http::listenOn({"127.0.0.1", 0}, false);
        auto config = Gateway::configTo({1});
        addSocket(*config, taken.bound, "edge/other");
        const auto outcome = gateway.apply(config);
        QCOMPARE(outcome.problems.size(), std::size_t(1));
        QCOMPARE(outcome.problems[0].code, std::string("listener.port-taken"));
        QCOMPARE(outcome.problems[0].pointer, std::string("edge/other"));
        Peer client = gateway.client();
        client.send(get);
        QCOMPARE(bodyOf(client.answer()), std::string("/a"));
    }

    void a_removed_listener_gives_its_port_back_and_its_idle_connections_end()
    {
        Backend backend(Backend::echoTargets);
        Gateway gateway(3);
        auto config = Gateway::configTo({backend.port()});
        addSocket(*config, {"127.0.0.1", 0}, "edge/other");
        const auto bound = gateway.apply(config).bound;
        QCOMPARE(bound.size(), std::size_t(2));
        Peer client = Peer::connectTo(bound[1].address.port);
        client.send(get);
        QCOMPARE(bodyOf(client.answer()), std::string("/a"));
        gateway.apply(Gateway::configTo({backend.port()}));
        QCOMPARE(client.toEnd(), std::string());
        QVERIFY(http::listenOn(bound[1].address, false).socket.isOpen());
    }

    void a_drain_finishes_a_request_under_way()
    {
        std::promise<void> asked;
        std::promise<void> mayAnswer;
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            asked.set_value();
            mayAnswer.get_future().wait();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate");
            peer.toEnd();
        });
        Gateway gateway(1); // both clients see the drain at once
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer idle = gateway.client();
        Peer client = gateway.client();
        client.send(get);
        asked.get_future().wait();
        std::promise<void> drained;
        gateway.plane().drain(std::chrono::seconds(10), [&] { drained.set_value(); });
        QCOMPARE(idle.toEnd(), std::string());
        mayAnswer.set_value();
        const auto answer = client.toEnd();
        QCOMPARE(bodyOf(answer), std::string("late"));
        QVERIFY(answer.find("Connection: close\r\n") != std::string::npos);
        drained.get_future().wait();
        Peer late = gateway.client();
        late.send(get);
        QCOMPARE(late.toEnd(), std::string());
    }

    void a_plane_may_go_while_it_drains()
    {
        Backend backend([](Peer& peer) { peer.toEnd(); });
        auto alive = std::make_shared<int>(1);
        {
            Gateway gateway(3);
            gateway.apply(Gateway::configTo({backend.port()}));
            Peer client = gateway.client();
            client.send(get);
            gateway.plane().drain(std::chrono::seconds(10), [alive] {});
        }
        QCOMPARE(alive.use_count(), 1L);
    }
};
GATEHOUSE_TEST(LifecycleTest)
#include "lifecycle_test.moc"
