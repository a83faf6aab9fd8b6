#include "tests/support/test_main.h"

#include "engine/http/client.h"
#include "engine/http/io_thread.h"
#include "engine/http/server.h"
#include "engine/traffic/demo_fleet.h"

#include <atomic>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

http::ClientResult fetch(std::uint16_t port, const std::string& target)
{
    http::IoThread thread("client");
    http::Client client(thread, {.address = {"127.0.0.1", port}});
    http::ClientResult answer;
    std::atomic<bool> arrived = false;
    client.send({.target = target}, [&](http::ClientResult&& result) {
        answer = std::move(result);
        arrived = true;
        arrived.notify_one();
    });
    arrived.wait(false);
    return answer;
}

DemoSpec demo(const char* key, const char* app, const char* version = "v1")
{
    return {.key = key, .app = app, .version = version, .latency_ms = 0};
}

} // namespace

class DemoFleetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void services_answer_and_say_who_they_are()
    {
        http::IoThread thread("demo");
        DemoFleet fleet(thread);
        const auto bound =
            fleet.update({{demo("catalog-v2", "catalog", "v2"), demo("users", "users")}}).services;
        QCOMPARE(bound.size(), std::size_t(2));
        const http::ClientResult book = fetch(bound[0].port, "/books/1");
        QCOMPARE(book.status, 200);
        QCOMPARE(std::string(http::fieldValue(book.fields, "x-service")), std::string("catalog-v2"));
        QVERIFY(book.body.find("\"availability\"") != std::string::npos);
        QCOMPARE(fetch(bound[1].port, "/users/me").status, 200);
        QCOMPARE(fetch(bound[1].port, "/healthz").status, 200);
    }

    void ports_stay_over_updates_whatever_else_changes()
    {
        http::IoThread thread("demo");
        DemoFleet fleet(thread);
        const std::uint16_t port = fleet.update({{demo("a", "catalog")}}).services[0].port;
        QVERIFY(port != 0);
        QVERIFY(fetch(port, "/books/1").body.find("availability") == std::string::npos);
        const auto bound = fleet.update({{demo("b", "echo"), demo("a", "catalog", "v2")}}).services;
        QCOMPARE(bound[1].port, port);
        QVERIFY(bound[0].port != port);
        QVERIFY(fetch(port, "/books/1").body.find("availability") != std::string::npos);
        DemoSpec broken = demo("a", "catalog");
        broken.errorShare = 1;
        QCOMPARE(fleet.update({{broken}}).services[0].port, port);
        QCOMPARE(fetch(port, "/books/1").status, 500);
        QCOMPARE(fetch(bound[0].port, "/").error, http::ClientError::connectFailed);
    }

    void a_preferred_port_is_taken_if_free_and_left_if_not()
    {
        http::IoThread thread("demo");
        DemoFleet fleet(thread);
        std::uint16_t free = 0;
        {
            DemoFleet other(thread);
            free = other.update({{demo("a", "echo")}}).services[0].port;
        }
        DemoSpec spec = demo("a", "echo");
        spec.preferredPort = free;
        QCOMPARE(fleet.update({{spec}}).services[0].port, free);
        DemoFleet second(thread);
        const DemoBound elsewhere = second.update({{spec}}).services[0];
        QVERIFY(elsewhere.port != 0 && elsewhere.port != free);
        QVERIFY(elsewhere.error.empty());
    }

    void what_cannot_run_says_why()
    {
        http::IoThread thread("demo");
        DemoFleet fleet(thread);
        const auto bound =
            fleet.update({{demo("a", "catalogs"), demo("b", "echo"), demo("b", "echo")}}).services;
        QCOMPARE(bound[0].port, std::uint16_t(0));
        QVERIFY(bound[0].error.find("did you mean 'catalog'") != std::string::npos);
        QVERIFY(bound[1].error.empty());
        QVERIFY(!bound[2].error.empty());
    }

    void answers_come_after_their_delay()
    {
        http::IoThread thread("demo");
        DemoFleet fleet(thread);
        DemoSpec slow = demo("slow", "echo");
        slow.latency_ms = 40;
        const std::uint16_t port = fleet.update({{slow}}).services[0].port;
        const http::ClientResult result = fetch(port, "/");
        QCOMPARE(result.status, 200);
        QVERIFY(result.timings.wait >= std::chrono::milliseconds(12)); // the draw at 3.4 σ below the median
    }
};

GATEHOUSE_TEST(DemoFleetTest)
#include "demo_fleet_test.moc"
