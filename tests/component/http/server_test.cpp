#include "tests/support/test_main.h"

#include "served.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;

namespace {

const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string block(64u << 10, 'x');

std::string request(const std::string& target, const std::string& fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

bool says(const std::string& answer, const char* text)
{
    return answer.find(text) != std::string::npos;
}

bool isProblem(const std::string& answer, int status, const std::string& code)
{
    return statusOf(answer) == status && says(answer, "Content-Type: application/problem+json\r\n") &&
           says(answer, "Connection: close\r\n") && says(answer, ("\"code\":\"" + code + '"').c_str());
}

} // namespace

/// The engine's own server, seen by a client that counts bytes.
class ServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_kept_connection_is_used_again()
    {
        Served served(Served::echo);
        Peer client = served.client();
        for (int i = 0; i < 20; ++i) {
            client.send(request("/" + std::to_string(i)));
            QCOMPARE(bodyOf(client.answer()), "GET /" + std::to_string(i) + ' ');
        }
        QCOMPARE(served.server.connections(), std::size_t(1));
    }

    void pipelined_requests_are_answered_in_order_even_if_their_handlers_are_not()
    {
        IoThread* thread = nullptr;
        Served served([&](Request& request, const Responder& responder) {
            const int turn = std::stoi(request.target.substr(1));
            thread->after(std::chrono::microseconds((turn * 7919) % 500),
                          [responder, turn] { responder.respond({.body = std::to_string(turn)}); });
        });
        thread = &served.thread;
        Peer client = served.client();
        std::string all;
        for (int i = 0; i < 100; ++i)
            all += request("/" + std::to_string(i));
        client.send(all);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(bodyOf(client.answer()), std::to_string(i));
    }

    void a_request_may_come_in_any_two_pieces()
    {
        Served served(Served::echo);
        const std::string whole = "POST /a?b=c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "3;x=\"y\"\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\n\r\n";
        Peer client = served.client();
        for (std::size_t cut = 1; cut < whole.size(); ++cut) {
            client.send(whole.substr(0, cut));
            client.send(whole.substr(cut));
            QCOMPARE(bodyOf(client.answer()), std::string("POST /a?b=c abcde"));
        }
    }

    void a_client_that_waits_is_told_to_continue()
    {
        Served served(Served::echo);
        Peer client = served.client();
        const std::string head =
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        client.send(head);
        QCOMPARE(client.until("\r\n\r\n"), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("hello");
        QCOMPARE(bodyOf(client.answer()), std::string("POST / hello"));
        client.send(head + "hello"); // it did not wait, so nothing is to be said
        QCOMPARE(statusOf(client.answer()), 200);
        client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nContent-Length: 5\r\n\r\n");
        QVERIFY(isProblem(client.answer(), 417, "expect-unknown"));
    }

    void answers_without_a_body_have_none()
    {
        Served served([](Request& request, const Responder& responder) {
            responder.respond({.status = request.path == "/204"   ? 204
                                         : request.path == "/304" ? 304
                                                                  : 200,
                               .body = "body"});
        });
        Peer client = served.client();
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + request("/204") + request("/304") + get);
        const auto head = client.answer(true);
        QVERIFY2(says(head, "Content-Length: 4\r\n"), head.c_str());
        for (const int status : {204, 304}) {
            const auto answer = client.answer(true);
            QCOMPARE(statusOf(answer), status);
            QVERIFY2(!says(answer, "Content-Length"), answer.c_str());
        }
        QCOMPARE(bodyOf(client.answer()), std::string("body"));
    }

    void a_connection_ends_when_the_client_says_so()
    {
        Served served(Served::echo);
        Peer client = served.client();
        client.send(request("/", "Connection: close\r\n") + get);
        const auto answer = client.toEnd();
        QVERIFY(says(answer, "Connection: close\r\n"));
        QCOMPARE(bodyOf(answer), std::string("GET / ")); // the second request is never answered
        Peer old = served.client();
        old.send("GET / HTTP/1.0\r\n\r\n");
        QCOMPARE(bodyOf(old.toEnd()), std::string("GET / "));
    }

    void an_old_client_that_wants_to_go_on_is_told_that_it_may()
    {
        Served served(Served::echo);
        Peer client = served.client();
        for (int i = 0; i < 2; ++i) {
            client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            const auto answer = client.answer();
            QVERIFY2(says(answer, "Connection: keep-alive\r\n"), answer.c_str());
        }
        client.send(get);
        QVERIFY(!says(client.answer(), "Connection:"));
    }

    void a_client_that_ends_its_side_still_gets_its_answer()
    {
        std::optional<Responder> waiting;
        std::atomic<bool> asked = false;
        Served served([&](Request&, const Responder& responder) {
            waiting = responder;
            asked = true;
        });
        Peer client = served.client();
        client.send(get);
        client.endSending();
        QTRY_VERIFY(asked);
        served.thread.post([&] { waiting->respond({.body = "late"}); });
        QCOMPARE(bodyOf(client.toEnd()), std::string("late"));
    }

    void what_is_too_large_is_refused_and_the_answer_arrives_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("head") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX-Long: ") << 431
                              << QByteArray("head-too-large");
        QTest::newRow("target") << QByteArray("GET /") << 414 << QByteArray("target-too-long");
        QTest::newRow("length") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
                                << 413 << QByteArray("body-too-large");
        QTest::newRow("chunk") << QByteArray(
                                      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                      "100000\r\n")
                               << 413 << QByteArray("body-too-large");
    }
    void what_is_too_large_is_refused_and_the_answer_arrives()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        Served served(Served::echo, {.bodyLimit_bytes = 100'000});
        Peer client = served.client();
        client.send(head.toStdString());
        for (int i = 0; i < 4; ++i) // four times the head's limit, less than what lingering takes
            QVERIFY(client.send(std::string_view(block).substr(0, 60'000)));
        const auto answer = client.answer();
        QVERIFY2(isProblem(answer, status, code.toStdString()), answer.c_str());
        QCOMPARE(client.toEnd(), std::string());
    }

    void a_refused_client_that_never_stops_is_cut_off()
    {
        Served served(Served::echo, {.bodyLimit_bytes = 1000});
        Peer client = served.client();
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n");
        std::size_t sent = 0;
        while (sent < (256u << 20) && client.send(block))
            sent += block.size();
        QVERIFY2(sent < (64u << 20), qPrintable(QString::number(sent)));
        QTRY_COMPARE(served.server.connections(), std::size_t(0));
    }

    void a_refused_request_after_one_for_a_head_has_a_body()
    {
        Served served(Served::echo);
        Peer client = served.client();
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n");
        client.answer(true);
        const auto refused = client.answer();
        QCOMPARE(statusOf(refused), 400);
        QVERIFY2(says(refused, "\"code\":"), refused.c_str());
    }

    void a_slow_request_is_told_so_and_an_idle_connection_just_ends()
    {
        Served served(Served::echo, {.idleTimeout = 60ms});
        Peer idle = served.client();
        Peer kept = served.client();
        kept.send(get);
        QCOMPARE(statusOf(kept.answer()), 200);
        Peer slowHead = served.client();
        slowHead.send("GET / HT");
        Peer slowBody = served.client();
        slowBody.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
        for (Peer* slow : {&slowHead, &slowBody}) {
            const auto answer = slow->answer();
            QVERIFY2(isProblem(answer, 408, "request-timeout"), answer.c_str());
            QCOMPARE(slow->toEnd(), std::string());
        }
        QCOMPARE(idle.toEnd(), std::string());
        QCOMPARE(kept.toEnd(), std::string());
        QTRY_COMPARE(served.server.connections(), std::size_t(0));
    }

    void a_slow_handler_is_waited_for()
    {
        std::vector<Responder> waiting;
        std::mutex mutex;
        Served served(
            [&](Request&, const Responder& responder) {
                const std::lock_guard lock(mutex);
                waiting.push_back(responder);
            },
            {.idleTimeout = 40ms});
        Peer client = served.client();
        client.send(get);
        Peer idle = served.client();
        QCOMPARE(idle.toEnd(), std::string()); // the time is up
        served.thread.run([&] { waiting.at(0).respond({.body = "at last"}); });
        QCOMPARE(bodyOf(client.answer()), std::string("at last"));
    }

    void a_slow_reader_holds_the_next_request_back()
    {
        constexpr int requests = 300;
        const std::string body(1u << 20, 'y');
        std::atomic<int> handled = 0;
        Served served([&](Request&, const Responder& responder) {
            ++handled;
            responder.respond({.body = body});
        });
        Peer client = served.client();
        std::string all;
        for (int i = 0; i < requests; ++i)
            all += get;
        client.send(all);
        QTRY_VERIFY(handled > 0);
        for (int i = 0; i < 100; ++i)
            served.thread.run([] {}); // rounds in which it could have gone on
        QVERIFY2(handled < 30, qPrintable(QString::number(handled)));
        for (int i = 0; i < requests; ++i)
            QCOMPARE(bodyOf(client.answer()).size(), body.size());
        QCOMPARE(handled, requests);
    }

    void an_aborted_request_ends_in_a_reset()
    {
        Served served([](Request&, const Responder& responder) { responder.abort(); });
        Peer client = served.client();
        client.send(get);
        QCOMPARE(client.toEnd(), std::string());
        QTRY_COMPARE(served.server.connections(), std::size_t(0));
    }

    void answering_twice_or_a_client_that_left_does_nothing()
    {
        std::optional<Responder> waiting;
        std::atomic<int> asked = 0;
        Served served([&](Request&, const Responder& responder) {
            waiting = responder;
            ++asked;
        });
        Peer client = served.client();
        client.send(get);
        QTRY_COMPARE(asked, 1);
        served.thread.run([&] {
            QVERIFY(waiting->isAlive());
            waiting->respond({.body = "one"});
            QVERIFY(!waiting->isAlive());
            waiting->respond({.body = "two"});
        });
        QCOMPARE(bodyOf(client.answer()), std::string("one"));
        Peer leaving = served.client();
        leaving.send(get);
        QTRY_COMPARE(asked, 2);
        served.thread.run([&] { waiting->abort(); });
        served.thread.run([&] {
            QVERIFY(!waiting->isAlive());
            waiting->respond({.body = "to nobody"});
        });
        client.send(get);
        QTRY_COMPARE(asked, 3);
    }

    void a_stopped_server_closes_its_connections_and_runs_no_handler()
    {
        std::atomic<int> handled = 0;
        std::optional<Responder> waiting;
        Served served([&](Request&, const Responder& responder) {
            waiting = responder;
            ++handled;
        });
        Peer idle = served.client();
        Peer asking = served.client();
        asking.send(get);
        QTRY_COMPARE(handled, 1);
        served.server.stop();
        QCOMPARE(idle.toEnd(), std::string());
        QCOMPARE(asking.toEnd(), std::string());
        Peer late = served.client();
        late.send(get);
        QCOMPARE(late.toEnd(), std::string());
        served.thread.run([&] { waiting->respond({.body = "late"}); });
        QCOMPARE(handled, 1);
    }

    void a_port_that_is_taken_is_a_problem_with_its_address()
    {
        Served served(Served::echo);
        IoThread thread;
        Server second(thread, Served::echo);
        const auto outcome = second.listen({"127.0.0.1", served.port()});
        QVERIFY(!outcome.bound);
        QCOMPARE(outcome.problems.size(), std::size_t(1));
        QCOMPARE(outcome.problems[0].code, std::string("listener.port-taken"));
        QVERIFY(says(outcome.problems[0].message, ("127.0.0.1:" + std::to_string(served.port())).c_str()));
    }

    void connections_beyond_the_limit_are_closed()
    {
        Served served(Served::echo, {.maxConnections = 2});
        Peer first = served.client();
        Peer second = served.client();
        QTRY_COMPARE(served.server.connections(), std::size_t(2));
        Peer third = served.client();
        QCOMPARE(third.toEnd(), std::string());
        first.send(get);
        QCOMPARE(statusOf(first.answer()), 200);
        first.close();
        QTRY_COMPARE(served.server.connections(), std::size_t(1));
        Peer fourth = served.client();
        fourth.send(get);
        QCOMPARE(statusOf(fourth.answer()), 200);
    }
};
GATEHOUSE_TEST(ServerTest)
#include "server_test.moc"
