#include "tests/support/test_main.h"

#include "served.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;

namespace {

/// A Client whose answers are waited for.
class Asking
{
public:
    explicit Asking(std::uint16_t port, ClientOptions options = {})
        : client(thread, at(port, std::move(options)))
    {
    }

    std::future<ClientResult> start(ClientRequest request)
    {
        auto promise = std::make_shared<std::promise<ClientResult>>();
        client.send(std::move(request),
                    [promise](ClientResult&& result) { promise->set_value(std::move(result)); });
        return promise->get_future();
    }
    ClientResult ask(ClientRequest request = {}) { return start(std::move(request)).get(); }

    IoThread thread{"client"};
    Client client;

private:
    static ClientOptions at(std::uint16_t port, ClientOptions options)
    {
        options.address = {"127.0.0.1", port};
        return options;
    }
};

/// A backend that answers the first request of each connection with `bytes` and closes.
Backend::Serve once(std::string bytes)
{
    return [bytes = std::move(bytes)](Peer& peer) {
        if (!peer.until("\r\n\r\n").empty())
            peer.send(bytes);
    };
}

} // namespace

/// The engine's own client before backends that send what they are told to.
class ClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_kept_connection_is_used_again_unless_a_fresh_one_is_asked_for()
    {
        Backend backend(Backend::echoTargets);
        Asking asking(backend.port());
        for (int i = 0; i < 5; ++i) {
            const auto result = asking.ask({.target = "/" + std::to_string(i)});
            QCOMPARE(result.body, "/" + std::to_string(i));
            QCOMPARE(result.reused, i > 0);
        }
        QCOMPARE(backend.connections(), 1);
        QVERIFY(!asking.ask({.noReuse = true}).reused);
        QCOMPARE(backend.connections(), 2);
    }

    void an_answer_may_come_in_any_two_pieces()
    {
        const std::string whole = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                  "HTTP/1.1 200 OK\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "3;x\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\n\r\n";
        std::size_t cut = 0;
        Backend backend([&](Peer& peer) {
            while (!peer.until("\r\n\r\n").empty()) {
                peer.send(whole.substr(0, ++cut));
                peer.send(whole.substr(cut));
            }
        });
        Asking asking(backend.port());
        while (cut + 1 < whole.size()) {
            const auto result = asking.ask();
            QCOMPARE(clientErrorText(result.error), "");
            QCOMPARE(result.status, 200);
            QCOMPARE(result.body, std::string("abcde"));
            QCOMPARE(std::string(fieldValue(result.fields, "x-a")), std::string("b"));
            QVERIFY(fieldValue(result.fields, "link").empty());
            QCOMPARE(std::string(fieldValue(result.trailers, "x-sum")), std::string("1"));
        }
        QCOMPARE(backend.connections(), 1);
    }

    void the_end_of_an_answer_is_known_by_its_head_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("connections");
        QTest::newRow("length") << QByteArray("GET")
                                << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                                << QByteArray("ok") << 1;
        QTest::newRow("HEAD") << QByteArray("HEAD")
                              << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n") << QByteArray()
                              << 1;
        QTest::newRow("204") << QByteArray("GET") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n")
                             << QByteArray() << 1;
        QTest::newRow("304") << QByteArray("GET")
                             << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n")
                             << QByteArray() << 1;
        QTest::newRow("close") << QByteArray("GET")
                               << QByteArray(
                                      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
                               << QByteArray("ok") << 2;
        QTest::newRow("HTTP/1.0") << QByteArray("GET")
                                  << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok")
                                  << QByteArray("ok") << 2;
    }
    void the_end_of_an_answer_is_known_by_its_head()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, body);
        QFETCH(int, connections);
        Backend backend(Backend::answering(answer.toStdString()));
        Asking asking(backend.port());
        for (int i = 0; i < 2; ++i) {
            const auto result = asking.ask({.method = method.toStdString()});
            QCOMPARE(clientErrorText(result.error), "");
            QCOMPARE(result.body, body.toStdString());
        }
        QCOMPARE(backend.connections(), connections);
    }

    void an_answer_until_close_is_whole_and_a_short_one_is_not()
    {
        Backend open(once("HTTP/1.1 200 OK\r\n\r\nall of it"));
        QCOMPARE(Asking(open.port()).ask().body, std::string("all of it"));
        Backend cut(once("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        const auto result = Asking(cut.port()).ask();
        QCOMPARE(result.error, ClientError::closedEarly);
        QCOMPARE(result.status, 200);
        Backend chunk(once("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"));
        QCOMPARE(Asking(chunk.port()).ask().error, ClientError::closedEarly);
    }

    void what_is_not_http_is_refused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nonsense") << QByteArray("nonsense\r\n\r\n");
        QTest::newRow("length and coding") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("bare LF") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
        QTest::newRow("chunk size") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n");
        QTest::newRow("unasked upgrade")
            << QByteArray("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n");
        QTest::newRow("endless head") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(70'000, 'x');
    }
    void what_is_not_http_is_refused()
    {
        QFETCH(QByteArray, answer);
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send(answer.toStdString());
            peer.toEnd();
        });
        Asking asking(backend.port());
        QCOMPARE(asking.ask().error, ClientError::badResponse);
    }

    void a_body_beyond_the_limit_is_refused_cut_or_counted()
    {
        constexpr std::size_t size = 32u << 20;
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n");
            const std::string block(1u << 20, 'x');
            for (std::size_t sent = 0; sent < size && peer.send(block); sent += block.size()) {
            }
            peer.toEnd();
        });
        const auto refused = Asking(backend.port(), {.bodyLimit_bytes = 1000}).ask();
        QCOMPARE(refused.error, ClientError::bodyTooLarge);
        const auto cut = Asking(backend.port(), {.bodyLimit_bytes = 1000, .cutBody = true}).ask();
        QCOMPARE(cut.error, ClientError::none);
        QCOMPARE(cut.body.size(), std::size_t(1000));
        QCOMPARE(cut.bodyBytes, std::uint64_t(size));
        const auto counted = Asking(backend.port(), {.bodyLimit_bytes = 1000, .discardBody = true}).ask();
        QCOMPARE(counted.error, ClientError::none);
        QCOMPARE(counted.body.size(), std::size_t(0));
        QCOMPARE(counted.bodyBytes, std::uint64_t(size));
    }

    void a_large_request_waits_for_a_backend_that_reads_late()
    {
        const std::string body(32u << 20, 'x');
        std::promise<void> mayRead;
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            mayRead.get_future().wait();
            const auto got = peer.take(body.size()).size();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + std::to_string(got));
        });
        Asking asking(backend.port());
        auto result = asking.start({.method = "PUT", .body = body});
        QTRY_COMPARE(backend.connections(), 1);
        mayRead.set_value();
        QCOMPARE(result.get().body, std::to_string(body.size()));
    }

    void an_answer_that_comes_before_the_request_is_sent_counts()
    {
        Backend backend([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
            peer.toEnd();
        });
        Asking asking(backend.port());
        const auto result = asking.ask({.method = "POST", .body = std::string(32u << 20, 'x')});
        QCOMPARE(clientErrorText(result.error), "");
        QCOMPARE(result.status, 413);
        QCOMPARE(result.body, std::string("big"));
        QVERIFY(!asking.ask().reused); // the rest of the request was never sent
    }

    void a_backend_that_never_answers_is_given_up()
    {
        Backend silent([](Peer& peer) { peer.toEnd(); });
        QCOMPARE(Asking(silent.port(), {.timeout = 50ms}).ask().error, ClientError::timedOut);
        Backend half([](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            peer.toEnd();
        });
        QCOMPARE(Asking(half.port(), {.timeout = 50ms}).ask().error, ClientError::timedOut);
    }

    void a_kept_connection_that_was_closed_is_replaced_for_what_may_be_repeated()
    {
        // The backend closes after its answer without saying so, when the next request is already sent.
        const auto serve = [](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            peer.until("\r\n\r\n");
        };
        Backend backend(serve);
        Asking asking(backend.port());
        QCOMPARE(asking.ask().body, std::string("ok"));
        const auto repeated = asking.ask();
        QCOMPARE(repeated.body, std::string("ok"));
        QVERIFY(!repeated.reused);
        QCOMPARE(backend.connections(), 2);
        QCOMPARE(asking.ask({.method = "POST"}).error, ClientError::closedEarly);
        QCOMPARE(backend.connections(), 2);
    }

    void an_idle_connection_is_closed_in_time()
    {
        std::atomic<int> ended = 0;
        Backend backend([&](Peer& peer) {
            Backend::echoTargets(peer);
            ++ended;
        });
        Asking asking(backend.port(), {.idleTimeout = 50ms});
        QCOMPARE(asking.ask().status, 200);
        QTRY_COMPARE(ended, 1);
        QVERIFY(!asking.ask().reused);
    }

    void nobody_there_is_said_at_once()
    {
        std::uint16_t closed = 0;
        {
            closed = Backend(Backend::echoTargets).port();
        }
        QCOMPARE(Asking(closed).ask().error, ClientError::connectFailed);
    }

    void what_waits_is_bounded_and_goes_on_in_order()
    {
        std::vector<Responder> held;
        std::atomic<int> asked = 0;
        Served served([&](Request&, const Responder& responder) {
            held.push_back(responder);
            ++asked;
        });
        Asking asking(served.port(), {.maxConnections = 2, .maxQueued = 2});
        std::vector<std::future<ClientResult>> results;
        for (int i = 0; i < 5; ++i)
            results.push_back(asking.start({}));
        QCOMPARE(results[4].get().error, ClientError::queueFull);
        QTRY_COMPARE(asked, 2);
        for (int i = 0; i < 4; ++i) {
            QTRY_VERIFY(asked > i);
            served.thread.run([&] { held.at(std::size_t(i)).respond({.body = "ok"}); });
        }
        for (int i = 0; i < 4; ++i)
            QCOMPARE(results[std::size_t(i)].get().body, std::string("ok"));
    }

    void a_long_queue_outlives_a_backend_that_goes_away()
    {
        constexpr int requests = 60'000;
        auto served = std::make_unique<Served>([](Request&, const Responder&) {});
        Asking asking(served->port(), {.maxConnections = 1, .maxQueued = requests});
        std::atomic<int> failed = 0;
        std::atomic<int> other = 0;
        for (int i = 0; i < requests; ++i) {
            asking.client.send({}, [&](ClientResult&& result) {
                const bool gone =
                    result.error == ClientError::connectFailed || result.error == ClientError::closedEarly;
                ++(gone ? failed : other);
            });
        }
        QTRY_COMPARE(served->server.connections(), std::size_t(1));
        served.reset();
        QTRY_COMPARE_WITH_TIMEOUT(failed + other, requests, 30'000);
        QCOMPARE(other, 0);
    }

    void a_client_that_goes_ends_what_is_under_way()
    {
        Backend silent([](Peer& peer) { peer.toEnd(); });
        std::vector<ClientError> ended;
        {
            IoThread thread;
            Client client(thread, {.address = {"127.0.0.1", silent.port()}, .maxConnections = 1});
            for (int i = 0; i < 3; ++i)
                client.send({}, [&](ClientResult&& result) { ended.push_back(result.error); });
        }
        QCOMPARE(ended, std::vector<ClientError>(3, ClientError::canceled));
    }
};
GATEHOUSE_TEST(ClientTest)
#include "client_test.moc"
