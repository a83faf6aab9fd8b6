#include "tests/support/test_main.h"

#include "engine/api/rpc.h"

using namespace gatehouse;

namespace {

template <class T>
void roundTrips(const T& value)
{
    Problems problems;
    const std::string text = api::encode(value);
    const auto again = api::decode<T>(text, problems);
    QVERIFY2(again.has_value(), text.c_str());
    QCOMPARE(api::encode(*again), text);
}

} // namespace

class RpcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_every_kind_of_message()
    {
        QCOMPARE(api::line(api::CallMessage{7, "layout", "{\"a\":1}"}),
                 std::string("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"layout\",\"params\":{\"a\":1}}\n"));
        QCOMPARE(api::line(api::NotificationMessage{"log", {}}),
                 std::string("{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":{}}\n"));
        QCOMPARE(api::line(api::ResultMessage{-3, "{}"}),
                 std::string("{\"jsonrpc\":\"2.0\",\"id\":-3,\"result\":{}}\n"));
        QCOMPARE(api::line(api::ErrorMessage{9, -32601, "no \"x\"\n"}),
                 std::string("{\"jsonrpc\":\"2.0\",\"id\":9,\"error\":{\"code\":-32601,\"message\":\"no "
                             "\\\"x\\\"\\n\"}}\n"));
    }

    void reads_its_own_lines()
    {
        Problems problems;
        const auto call = api::parseLine(api::line(api::CallMessage{7, "layout", "{\"a\":[1,2]}"}), problems);
        QVERIFY(call);
        QCOMPARE(std::get<api::CallMessage>(*call).params, std::string("{\"a\":[1,2]}"));
        const auto note = api::parseLine(api::line(api::NotificationMessage{"log", "{}"}), problems);
        QCOMPARE(std::get<api::NotificationMessage>(*note).method, std::string("log"));
        const auto result = api::parseLine(api::line(api::ResultMessage{1, "{\"x\":null}"}), problems);
        QCOMPARE(std::get<api::ResultMessage>(*result).result, std::string("{\"x\":null}"));
        const auto error = api::parseLine(api::line(api::ErrorMessage{1, 5, "busy"}), problems);
        QCOMPARE(std::get<api::ErrorMessage>(*error).code, 5);
        QVERIFY(problems.empty());
    }

    void refuses_lines_that_are_no_json_rpc_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line :
             {"",
              "[]",
              "null",
              "{}",
              "{\"jsonrpc\":\"1.0\",\"method\":\"a\"}",
              "{\"method\":\"a\"}",
              "{\"jsonrpc\":\"2.0\"}",
              "{\"jsonrpc\":\"2.0\",\"method\":7}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"\"}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[]}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":\"x\"}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":1.5}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":null}",
              "{\"jsonrpc\":\"2.0\",\"id\":1}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"more\":1}",
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}",
              "{\"jsonrpc\":\"2.0\",\"result\":{}}",
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}",
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":7}",
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1e10,\"message\":\"\"}}",
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"result\":{}}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"a\"} {\"jsonrpc\":\"2.0\",\"method\":\"b\"}"})
            QTest::newRow(*line ? line : "nothing") << QByteArray(line);
    }
    void refuses_lines_that_are_no_json_rpc()
    {
        QFETCH(QByteArray, line);
        Problems problems;
        QVERIFY(!api::parseLine(line.toStdString(), problems));
        QVERIFY(!problems.empty());
    }

    void carries_every_struct_there_and_back()
    {
        roundTrips(api::HelloParams{1, "t", "gatehouse 0.1.0"});
        roundTrips(api::HelloResult{1, "0.1.0", 4711, 1700000000000, 12});
        roundTrips(api::ApplyParams{3, "{\n}", "/shop.json", {{"edge/public", 8080}}});
        api::ApplyResult apply{.accepted = true, .revision = 3, .took_ms = 1.25};
        apply.problems = {{"/a", "c", "m", "h", "warning", {"x"}, 3, 4}};
        apply.listeners = {{"edge/public", "127.0.0.1", 8080, "http://127.0.0.1:8080", false}};
        apply.backends = {{"catalog", {"127.0.0.1:1"}}};
        apply.routes = {{"r", false, "NoMatchingParent", false, "BackendNotFound"}};
        apply.history = "/.gatehouse/shop.json.history.sqlite";
        roundTrips(apply);
        roundTrips(api::TryParams{"edge/public", "POST", "/x", {{"a", "b"}}, "Zg==", 5});
        api::TryResult result{.status = 200, .reason = "OK", .bodySize = 3};
        result.trace.emplace().steps = {{"route", "catalog", "ok", "route.matched", {"a"}, "t", 0.5}};
        roundTrips(result);
        roundTrips(api::ExplainParams{"edge/public", "GET", "/x", {{"a", "b"}}, "{}"});
        roundTrips(api::ExplainResult{*result.trace, {{"/a", "c", "m", "h", "error", {}, 1, 2}}});
        roundTrips(api::LoadParams{.mix = {{"r", "l", "GET", "h", "/", {}, 2}}});
        roundTrips(api::LoadState{.state = "running", .latency_ms = {1, 2, 3, 4.5}});
        roundTrips(api::RecordsResult{
            {{1, 1.5, "GET", "/", "l", "r", "b", 200, 2, 1, 3, 4, 1, true, "", "ab", 2}}, 1, 5});
        roundTrips(api::LayoutParams{{{"a", 1, 2, 0}}, {{"a", "b"}}});
        roundTrips(api::TelemetryFrame{
            .sequence = 2, .latency_ms = {0.1}, .legs = {{"l", "r", "b", 4}}, .load = api::LoadState{}});
        roundTrips(api::ProgressNote{1, 0.5, "half"});
        roundTrips(api::LogLine{1, "info", "gateway", "c", "t"});
    }

    void sends_nothing_for_defaults()
    {
        QCOMPARE(api::encode(api::Nothing()), std::string("{}"));
        QCOMPARE(api::encode(api::LoadState()), std::string("{}"));
    }

    void is_strict_about_members()
    {
        Problems problems;
        QVERIFY(!api::decode<api::CancelParams>("{\"id\":1,\"Id\":1}", problems));
        QCOMPARE(problems.back().code, std::string("json.unknown-member"));
        QVERIFY(!api::decode<api::CancelParams>("{}", problems));
        QCOMPARE(problems.back().pointer, std::string("/id"));
        QVERIFY(!api::decode<api::Nothing>("{\"a\":1}", problems));
        QVERIFY(!api::decode<api::TryParams>("{\"listener\":\"a\",\"timeout_ms\":-1}", problems));
        QCOMPARE(problems.back().code, std::string("json.out-of-range"));
    }

    void carries_a_large_document()
    {
        api::ApplyParams params{1, std::string(20u << 20, 'x'), {}, {}};
        Problems problems;
        const auto message =
            api::parseLine(api::line(api::CallMessage{1, "workspace.apply", api::encode(params)}), problems);
        QVERIFY(message);
        const auto again =
            api::decode<api::ApplyParams>(std::get<api::CallMessage>(*message).params, problems);
        QVERIFY(again);
        QCOMPARE(again->document.size(), params.document.size());
    }

    void refuses_a_line_over_the_limit()
    {
        Problems problems;
        QVERIFY(!api::parseLine(std::string(api::maxLine_bytes + 1, ' '), problems));
        QCOMPARE(problems.back().code, std::string("json.too-large"));
    }
};

GATEHOUSE_TEST(RpcTest)
#include "rpc_test.moc"
