#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/client/engine_client.h"

using namespace gatehouse;
using ui::EngineClient;

class EngineClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void greets_with_version_and_token()
    {
        tests::FakeEngine engine;
        EngineClient client;
        QSignalSpy started(&client, &EngineClient::started);
        client.startOver(engine.device(), QStringLiteral("secret"));
        QTRY_COMPARE(started.count(), 1);
        QVERIFY(client.state() == EngineClient::State::running);
        QCOMPARE(client.enginePid(), 4711);
        Problems problems;
        const auto hello = api::decode<api::HelloParams>(engine.calls.at(0).params, problems);
        QVERIFY(hello);
        QCOMPARE(hello->token, std::string("secret"));
        QCOMPARE(hello->contractVersion, api::contractVersion);
    }

    void another_version_is_a_clear_state()
    {
        tests::FakeEngine engine;
        engine.refuse("hello", api::ErrorCode::versionMismatch, "engine speaks 7");
        EngineClient client;
        client.startOver(engine.device(), {});
        QTRY_VERIFY(client.state() == EngineClient::State::mismatch);
        QCOMPARE(client.failureCode(), QStringLiteral("contract.version-mismatch"));
        QVERIFY(client.failure().contains(QStringLiteral("engine speaks 7")));
    }

    void a_missing_program_is_a_clear_state()
    {
        EngineClient client(EngineClient::Options{.program = QStringLiteral("/nowhere/gatehouse-engine")});
        client.start();
        QVERIFY(client.state() == EngineClient::State::failed);
        QCOMPARE(client.failureCode(), QStringLiteral("engine.missing"));
    }

    void a_program_that_dies_at_once_is_given_up_with_its_reason()
    {
        EngineClient client(EngineClient::Options{
            .program = QStringLiteral("/bin/false"), .firstBackOff_ms = 1, .givesUpAfter = 3});
        client.start();
        QTRY_VERIFY(client.state() == EngineClient::State::failed);
        QCOMPARE(client.failureCode(), QStringLiteral("engine.dies-at-start"));
        QVERIFY(client.restarts() >= 2);
    }

    void a_call_is_answered_with_its_result_and_never_inside_the_call()
    {
        tests::FakeEngine engine;
        engine.answer<api::LoadStop>([](const api::Nothing&) { return api::LoadState{.state = "done"}; });
        EngineClient client;
        client.startOver(engine.device(), {});
        QTRY_VERIFY(client.state() == EngineClient::State::running);
        std::string state;
        client.call<api::LoadStop>({}, this, [&](const ui::Reply<api::LoadState>& reply) {
            QVERIFY(reply.ok());
            state = reply.result->state;
        });
        QVERIFY(state.empty());
        QTRY_COMPARE(state, std::string("done"));
    }

    void a_call_under_way_is_answered_disconnected_when_the_engine_goes()
    {
        tests::FakeEngine engine;
        EngineClient client;
        client.startOver(engine.device(), {});
        QTRY_VERIFY(client.state() == EngineClient::State::running);
        int code = 0;
        int answers = 0;
        client.call<api::Status>({}, this, [&](const ui::Reply<api::ApplyResult>& reply) {
            ++answers;
            code = reply.error.code;
        });
        engine.breakOff();
        QTRY_COMPARE(answers, 1);
        QCOMPARE(code, int(api::ErrorCode::disconnected));
        answers = 0;
        client.call<api::Status>({}, this, [&](const auto& reply) {
            ++answers;
            code = reply.error.code;
        });
        QTRY_COMPARE(answers, 1);
        QCOMPARE(code, int(api::ErrorCode::disconnected));
    }

    void an_asker_that_is_gone_is_not_called()
    {
        tests::FakeEngine engine;
        engine.answer<api::LoadStop>([](const api::Nothing&) { return api::LoadState{}; });
        EngineClient client;
        client.startOver(engine.device(), {});
        QTRY_VERIFY(client.state() == EngineClient::State::running);
        bool called = false;
        auto asker = std::make_unique<QObject>();
        client.call<api::LoadStop>({}, asker.get(), [&](const auto&) { called = true; });
        asker.reset();
        bool second = false;
        client.call<api::LoadStop>({}, this, [&](const auto&) { second = true; });
        QTRY_VERIFY(second);
        QVERIFY(!called);
    }

    void notifications_come_as_values()
    {
        tests::FakeEngine engine;
        EngineClient client;
        client.startOver(engine.device(), {});
        QTRY_VERIFY(client.state() == EngineClient::State::running);
        std::int64_t requests = 0;
        connect(&client, &EngineClient::telemetry, this,
                [&](const api::TelemetryFrame& frame) { requests = frame.requests; });
        api::TelemetryFrame frame;
        frame.sequence = 1;
        frame.requests = 42;
        engine.say(api::NotificationMessage{api::Telemetry::name, api::encode(frame)});
        QTRY_COMPARE(requests, std::int64_t(42));
    }

    void nonsense_ends_the_connection()
    {
        tests::FakeEngine engine;
        EngineClient client;
        client.startOver(engine.device(), {});
        QTRY_VERIFY(client.state() == EngineClient::State::running);
        QSignalSpy died(&client, &EngineClient::died);
        engine.sayRaw("this is not JSON\n");
        QTRY_COMPARE(died.count(), 1);
        QVERIFY(client.state() == EngineClient::State::failed);
    }
};

GATEHOUSE_TEST(EngineClientTest)
#include "engine_client_test.moc"
