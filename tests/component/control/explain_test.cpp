#include "tests/support/test_main.h"

#include "tests/support/local_http.h"

#include "engine/control/engine.h"
#include "engine/control/explain.h"
#include "engine/control/try_request.h"
#include "tests/support/engine_process.h"

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::control;

namespace {

QByteArray workspaceText(quint16 backend)
{
    return R"({"gatehouse":1,"name":"Test",
"gateways":[{"name":"edge","listeners":[{"name":"public"}]}],
"routes":[
{"name":"shop","parentRefs":[{"name":"edge"}],"rules":[{
  "matches":[{"path":{"value":"/shop"}}],
  "backendRefs":[{"name":"one","weight":3},{"name":"two","weight":1},{"name":"dark","weight":1}]}]},
{"name":"preview","parentRefs":[{"name":"edge"}],"rules":[{
  "matches":[{"path":{"value":"/shop"},"headers":[{"name":"x-preview","value":"yes"}]}],
  "filters":[{"type":"URLRewrite","urlRewrite":{"path":{"type":"ReplacePrefixMatch","replacePrefixMatch":"/"}}}],
  "backendRefs":[{"name":"two"}]}]},
{"name":"posts","parentRefs":[{"name":"edge"}],"rules":[{
  "matches":[{"path":{"value":"/shop"},"method":"POST"}],"backendRefs":[{"name":"one"}]}]}],
"services":[{"name":"one","endpoints":[{"port":)" +
           QByteArray::number(backend) + R"(}]},{"name":"two","endpoints":[{"port":)" +
           QByteArray::number(backend) + R"(}]},{"name":"dark"}]})";
}

std::vector<std::string> subjects(const api::DecisionTrace& trace, const std::string& kind)
{
    std::vector<std::string> out;
    for (const auto& step : trace.steps) {
        if (step.kind == kind)
            out.push_back(step.subject);
    }
    return out;
}

} // namespace

/// Where a request would go, held against where it does go.
class ExplainTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::Backend> backend_;
    std::unique_ptr<Engine> engine_;

    api::DecisionTrace explained(const api::ExplainParams& params) const
    {
        const auto config = engine_->applier().configOf(engine_->applier().status().revision);
        return explainRequest(*config, listenerOf(*config, params.listener).value(), params,
                              engine_->applier().addressOf(params.listener)->text());
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
        params.document = workspaceText(backend_->serverPort()).toStdString();
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

    void says_what_a_sent_request_then_meets_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("route");
        QTest::newRow("prefix") << "GET"
                                << "/shop/1?q=2"
                                << ""
                                << "shop";
        QTest::newRow("header wins over none") << "GET"
                                               << "/shop"
                                               << "x-preview"
                                               << "preview";
        QTest::newRow("method wins over header") << "POST"
                                                 << "/shop"
                                                 << "x-preview"
                                                 << "posts";
        QTest::newRow("normalised path") << "GET"
                                         << "/a/../%73hop"
                                         << ""
                                         << "shop";
        QTest::newRow("none") << "GET"
                              << "/shopping"
                              << ""
                              << "";
    }

    void says_what_a_sent_request_then_meets()
    {
        QFETCH(QString, method);
        QFETCH(QString, target);
        QFETCH(QString, header);
        QFETCH(QString, route);
        api::ExplainParams question{"edge/public", method.toStdString(), target.toStdString(), {}, {}};
        if (!header.isEmpty())
            question.headers.push_back({header.toStdString(), "yes"});
        const auto forecast = explained(question);
        QCOMPARE(QString::fromStdString(forecast.route), route);

        std::optional<api::TryResult> sent;
        const auto request = TryRequest::run(
            *engine_, {question.listener, question.method, question.target, question.headers, "", 5000},
            [&](api::TryResult result) { sent = std::move(result); });
        QTRY_VERIFY(sent);
        QVERIFY(sent->trace);
        QCOMPARE(sent->trace->route, forecast.route);
        QCOMPARE(sent->trace->rule, forecast.rule);
        QCOMPARE(subjects(*sent->trace, "passedOver"), subjects(forecast, "passedOver"));
    }

    void names_every_backend_with_its_share_and_the_one_without_an_endpoint()
    {
        const auto forecast = explained({"edge/public", "GET", "/shop", {}, {}});
        QCOMPARE(subjects(forecast, "backend"), (std::vector<std::string>{"one", "two", "dark"}));
        QCOMPARE(forecast.steps.back().code, std::string("backend.noEndpoint"));
        QCOMPARE(forecast.steps.back().args, (std::vector<std::string>{"dark", "1", "5"}));
        QVERIFY(backend_->seen.isEmpty()); // nothing was sent
    }

    void names_the_filters_ahead()
    {
        const auto forecast = explained({"edge/public", "GET", "/shop", {{"X-Preview", "yes"}}, {}});
        QCOMPARE(subjects(forecast, "filter"), std::vector<std::string>{"URLRewrite"});
    }

    void a_request_that_the_parser_refuses_is_said_to_be_refused()
    {
        for (const api::ExplainParams& bad :
             {api::ExplainParams{"edge/public", "GET", "/a b", {}, {}},
              api::ExplainParams{"edge/public", "GE T", "/", {}, {}},
              api::ExplainParams{"edge/public", "GET", "/", {{"x", "a\r\n\r\nGET /shop HTTP/1.1"}}, {}}}) {
            const auto forecast = explained(bad);
            QCOMPARE(forecast.status, 400);
            QCOMPARE(forecast.steps.size(), std::size_t(1));
            QCOMPARE(forecast.steps.front().code, std::string("parser.refused"));
        }
    }

    void a_draft_is_explained_without_serving_it()
    {
        QByteArray draft = workspaceText(backend_->serverPort());
        draft.replace("\"/shop\"}}],\n  \"backendRefs\":[{\"name\":\"one\",\"weight\":3}",
                      "\"/new\"}}],\n  \"backendRefs\":[{\"name\":\"one\",\"weight\":3}");
        std::shared_ptr<const gateway::Config> config;
        engine_->applier().compileDraft(draft.toStdString(),
                                        [&](auto compiled, const auto&) { config = compiled; });
        QTRY_VERIFY(config);
        const api::ExplainParams question{"edge/public", "GET", "/new", {}, {}};
        QCOMPARE(explainRequest(*config, 0, question, "localhost").route, std::string("shop"));
        QCOMPARE(explained(question).route, std::string());
        QCOMPARE(engine_->applier().status().revision, std::uint64_t(1));
    }

    void a_draft_with_errors_brings_its_problems()
    {
        std::vector<api::ProblemInfo> problems;
        bool done = false;
        engine_->applier().compileDraft(R"({"gatehouse":1,"name":"x","routs":[]})",
                                        [&](auto config, auto found) {
                                            done = config == nullptr;
                                            problems = found;
                                        });
        QTRY_VERIFY(done);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().pointer, std::string("/routs"));
    }
};

GATEHOUSE_TEST(ExplainTest)
#include "explain_test.moc"
