#include "tests/support/local_http.h"

#include "engine/base/text.h"
#include "engine/control/engine.h"
#include "engine/control/try_request.h"
#include "tests/support/engine_process.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::control;

class TryRequestTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::Backend> backend_;
    std::unique_ptr<Engine> engine_;

    api::TryParams get(std::string target) const
    {
        api::TryParams params;
        params.listener = "edge/public";
        params.target = std::move(target);
        return params;
    }

    std::optional<api::TryResult> run(api::TryParams params)
    {
        std::optional<api::TryResult> result;
        const auto request = TryRequest::run(*engine_, std::move(params),
                                             [&](api::TryResult done) { result = std::move(done); });
        if (request)
            (void)QTest::qWaitFor([&] { return result.has_value(); }, 10'000);
        return result;
    }

    static bool hasStep(const api::DecisionTrace& trace, const std::string& kind, const std::string& subject)
    {
        return std::any_of(trace.steps.begin(), trace.steps.end(), [&](const api::TraceStep& step) {
            return step.kind == kind && step.subject == subject && !step.text.empty();
        });
    }

private Q_SLOTS:
    void init()
    {
        backend_ = std::make_unique<tests::Backend>();
        EngineOptions options;
        options.servicesProgram = EngineProcess::program();
        engine_ = std::make_unique<Engine>(std::move(options));
        QVERIFY(!engine_->begin());
        api::ApplyParams params;
        params.revision = 1;
        params.document = tests::shopWorkspace(backend_->serverPort()).toStdString();
        bool accepted = false;
        engine_->applier().apply(params,
                                 [&](const ApplyOutcome& outcome) { accepted = outcome.result.accepted; });
        QTRY_VERIFY(accepted);
    }

    void cleanup()
    {
        engine_.reset();
        backend_.reset();
    }

    void brings_the_answer_with_its_phases()
    {
        const auto result = run(get("/shop?q=1"));
        QVERIFY(result);
        QCOMPARE(result->error, std::string());
        QCOMPARE(result->status, 200);
        QCOMPARE(result->body, base64Encode("hello"));
        QCOMPARE(result->bodySize, 5);
        QVERIFY(result->timings.connect_ms > 0);
        QVERIFY(result->timings.wait_ms > 0);
        QVERIFY(result->timings.total_ms >= result->timings.wait_ms);
        QVERIFY(backend_->seen.contains("GET /shop?q=1"));
        QVERIFY2(!backend_->seen.toLower().contains("gatehouse-trace"), backend_->seen);
    }

    void its_trace_names_the_route_and_those_passed_over()
    {
        const auto result = run(get("/shop"));
        QVERIFY(result && result->trace);
        const auto& trace = *result->trace;
        QCOMPARE(trace.listener, std::string("edge/public"));
        QCOMPARE(trace.route, std::string("shop"));
        QCOMPARE(trace.backend, std::string("shop-v1"));
        QCOMPARE(trace.status, 200);
        QVERIFY(hasStep(trace, "route", "shop"));
        QVERIFY(hasStep(trace, "passedOver", "posts"));
        QVERIFY(hasStep(trace, "backend", "shop-v1"));
        QVERIFY(hasStep(trace, "filter", "ResponseHeaderModifier"));
    }

    void a_request_without_a_route_still_has_a_trace()
    {
        const auto result = run(get("/nothing"));
        QVERIFY(result && result->trace);
        QCOMPARE(result->status, 404);
        QCOMPARE(result->trace->route, std::string());
        QCOMPARE(result->trace->listener, std::string("edge/public"));
        QVERIFY(hasStep(*result->trace, "listener", "edge/public"));
        QVERIFY(hasStep(*result->trace, "passedOver", "shop"));
    }

    void time_out_is_said_in_words()
    {
        backend_->holds = true;
        auto params = get("/shop");
        params.timeout_ms = 150;
        const auto result = run(params);
        QVERIFY(result);
        QCOMPARE(result->error, std::string("timed out after 150 ms"));
        QCOMPARE(result->status, 0);
    }

    void a_large_body_is_cut_and_counted()
    {
        backend_->body = QByteArray(9 << 20, 'x');
        const auto result = run(get("/shop"));
        QVERIFY(result);
        QCOMPARE(result->error, std::string());
        QCOMPARE(result->bodySize, 9 << 20);
        std::string body;
        QVERIFY(base64Decode(result->body, body));
        QCOMPARE(body.size(), TryRequest::bodyLimit_bytes);
    }

    void a_canceled_request_says_nothing()
    {
        backend_->holds = true;
        bool said = false;
        auto request = TryRequest::run(*engine_, get("/shop"), [&](const api::TryResult&) { said = true; });
        QTRY_VERIFY(backend_->seen.contains("GET /shop"));
        request->cancel();
        backend_->release();
        QVERIFY(run(get("/nothing"))); // a whole other request fits in between
        QVERIFY(!said);
    }

    void an_unknown_listener_is_refused()
    {
        auto params = get("/shop");
        params.listener = "edge/none";
        QVERIFY(!TryRequest::run(*engine_, params, [](const api::TryResult&) {}));
    }

    void what_would_smuggle_is_refused()
    {
        auto params = get("/shop");
        QVERIFY(!TryRequest::wrongWith(params));
        params.headers = {{"x-a", "1\r\nx-b: 2"}};
        QVERIFY(TryRequest::wrongWith(params));
        params = get("/shop HTTP/1.1");
        QVERIFY(TryRequest::wrongWith(params));
        params = get("/shop");
        params.body = "not base64!";
        QVERIFY(TryRequest::wrongWith(params));
    }
};

GATEHOUSE_TEST(TryRequestTest)
#include "try_request_test.moc"
