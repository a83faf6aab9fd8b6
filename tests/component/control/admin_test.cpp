#include "tests/support/local_http.h"

#include "engine/control/admin.h"
#include "engine/control/observer.h"
#include "engine/control/storage.h"
#include "tests/support/test_main.h"

using namespace gatehouse;
using namespace gatehouse::control;
using tests::ask;

class AdminTest : public QObject
{
    Q_OBJECT

    telemetry::Hub hub_{1};
    Storage storage_{hub_, std::nullopt, [](const Problem&) {}};
    Observer observer_{hub_, storage_, this, [](const std::shared_ptr<Tick>&) {}};
    Admin admin_{observer_};
    quint16 port_ = 0;

private Q_SLOTS:
    void initTestCase()
    {
        const auto outcome = admin_.listen({"127.0.0.1", 0});
        QVERIFY(outcome.bound);
        port_ = outcome.bound->port;
    }

    void is_ready_only_while_a_revision_serves()
    {
        admin_.setReady(false);
        QVERIFY(ask(port_, "/readyz").startsWith("HTTP/1.1 503"));
        QVERIFY(ask(port_, "/healthz").startsWith("HTTP/1.1 200"));
        admin_.setReady(true);
        QVERIFY(ask(port_, "/readyz").startsWith("HTTP/1.1 200"));
        admin_.setReady(false);
        QVERIFY(ask(port_, "/readyz").startsWith("HTTP/1.1 503"));
    }

    void metrics_are_prometheus_text()
    {
        const auto answer = ask(port_, "/metrics");
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
        QVERIFY2(answer.contains("text/plain; version=0.0.4"), answer);
        QVERIFY(answer.contains("# TYPE process_cpu_seconds_total counter"));
    }

    void serves_nothing_else()
    {
        QVERIFY(ask(port_, "/").startsWith("HTTP/1.1 404"));
        QVERIFY(ask(port_, "/metrics/x").startsWith("HTTP/1.1 404"));
    }

    void refuses_an_address_beyond_this_machine()
    {
        const auto outcome = admin_.listen({"0.0.0.0", 0});
        QVERIFY(!outcome.bound);
        QCOMPARE(outcome.problems.size(), std::size_t(1));
        QCOMPARE(outcome.problems.front().code, std::string("admin.not-loopback"));
    }
};

GATEHOUSE_TEST(AdminTest)
#include "admin_test.moc"
