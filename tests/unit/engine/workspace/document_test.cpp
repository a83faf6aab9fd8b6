#include "tests/support/test_main.h"

#include "engine/workspace/document.h"
#include "engine/workspace/duration.h"

#include <QElapsedTimer>

using namespace gatehouse;
using namespace gatehouse::workspace;

namespace {

const char* small = R"({
  "gatehouse": 1,
  "name": "Shop",
  "gateways": [
    {
      "name": "edge",
      "listeners": [
        {
          "name": "public"
        }
      ]
    }
  ],
  "routes": [
    {
      "name": "catalog",
      "parentRefs": [
        {
          "name": "edge"
        }
      ],
      "hostnames": ["shop.example.org", "*.shop.example.org"],
      "rules": [
        {
          "matches": [
            {
              "path": {
                "type": "PathPrefix",
                "value": "/books"
              }
            }
          ],
          "backendRefs": [
            {
              "name": "catalog-v1"
            }
          ]
        }
      ]
    }
  ],
  "services": [
    {
      "name": "catalog-v1",
      "endpoints": [
        {
          "port": 9001
        }
      ]
    }
  ]
}
)";

std::string with(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

std::string inRule(const std::string& members)
{
    return with(small, "\"backendRefs\": [", members + ",\n          \"backendRefs\": [");
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_a_small_file_and_writes_it_back_unchanged()
    {
        const ReadResult result = read(small);
        QVERIFY(result.ok());
        QVERIFY2(result.problems.empty(), result.problems.empty() ? "" : result.problems[0].message.c_str());
        QVERIFY(!result.migrated);
        QCOMPARE(write(*result.workspace), std::string(small));
    }

    void refuses_other_documents_with_one_word_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("workspace.not-an-object");
        QTest::newRow("no version") << QByteArray("{\"name\":1}") << QByteArray("workspace.no-version");
        QTest::newRow("text for version")
            << QByteArray("{\"gatehouse\":\"1\"}") << QByteArray("workspace.bad-version");
        QTest::newRow("zero") << QByteArray("{\"gatehouse\":0}") << QByteArray("workspace.bad-version");
        QTest::newRow("newer") << QByteArray("{\"gatehouse\":2,\"unheardOf\":true}")
                               << QByteArray("workspace.newer-version");
        QTest::newRow("cut off") << QByteArray("{\"gatehouse\":1,") << QByteArray("json.cut-off");
    }
    void refuses_other_documents_with_one_word()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const ReadResult result = read(text.toStdString());
        QVERIFY(!result.ok());
        QCOMPARE(result.problems.size(), std::size_t(1));
        QCOMPARE(QByteArray::fromStdString(result.problems[0].code), code);
    }

    void finds_each_mistake_at_its_place_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* code, const std::string& text, const char* pointer) {
            QTest::addRow("%s %s", code, pointer)
                << QString::fromStdString(text) << QString::fromLatin1(code) << QString::fromLatin1(pointer);
        };
        const char* path = "/routes/0/rules/0/matches/0/path/value";
        row("path.not-absolute", with(small, "/books", "books"), path);
        for (const char* bad :
             {"/a//b", "/a/./b", "/a/../b", "/a%2fb", "/a%2Fb", "/a#b", "/a/..", "/a/.", "/a b", "/a%zz"})
            row("path.bad", with(small, "/books", bad), path);
        row("regex.bad", with(with(small, "PathPrefix", "RegularExpression"), "/books", "/(a"), path);
        row("hostname.bad", with(small, "shop.example.org", "Shop.example.org"), "/routes/0/hostnames/0");
        row("hostname.bad", with(small, "*.shop", "a.*.shop"), "/routes/0/hostnames/1");
        row("hostname.is-address", with(small, "shop.example.org", "10.0.0.1"), "/routes/0/hostnames/0");
        row("name.bad", with(small, "\"catalog\"", "\"My Catalog\""), "/routes/0/name");
        row("route.unknown-gateway",
            with(small, "\"name\": \"edge\"\n        }", "\"name\": \"egde\"\n        }"),
            "/routes/0/parentRefs/0/name");
        row("backend.unknown", with(small, "\"catalog-v1\"", "\"catalog-v2\""),
            "/routes/0/rules/0/backendRefs/0/name");
        row("rule.no-weight",
            with(small, "\"name\": \"catalog-v1\"\n            }",
                 "\"name\": \"catalog-v1\", \"weight\": 0}"),
            "/routes/0/rules/0/backendRefs");
        row("json.out-of-range",
            with(small, "\"name\": \"catalog-v1\"\n            }",
                 "\"name\": \"catalog-v1\", \"weight\": 1000001}"),
            "/routes/0/rules/0/backendRefs/0/weight");
        row("json.unknown-member", with(small, "\"matches\"", "\"matchs\""), "/routes/0/rules/0/matchs");
        row("listener.beyond-loopback",
            with(small, "\"name\": \"public\"", "\"name\": \"public\", \"address\": \"0.0.0.0\""),
            "/gateways/0/listeners/0/address");
        row("endpoint.bad-address",
            with(small, "\"port\": 9001", "\"port\": 9001, \"address\": \"localhost\""),
            "/services/0/endpoints/0/address");
        row("filter.no-member", inRule("\"filters\": [{\"type\": \"URLRewrite\"}]"),
            "/routes/0/rules/0/filters/0/urlRewrite");
        row("rule.redirect-with-backends",
            inRule("\"filters\": [{\"type\": \"RequestRedirect\", \"requestRedirect\": {}}]"),
            "/routes/0/rules/0/backendRefs");
        row("redirect.bad-status",
            inRule(
                "\"filters\": [{\"type\": \"RequestRedirect\", \"requestRedirect\": {\"statusCode\": 304}}]"),
            "/routes/0/rules/0/filters/0/requestRedirect/statusCode");
        row("filter.repeated",
            inRule("\"filters\": [{\"type\":\"URLRewrite\",\"urlRewrite\":{\"hostname\":\"a\"}},"
                   "{\"type\":\"URLRewrite\",\"urlRewrite\":{\"hostname\":\"b\"}}]"),
            "/routes/0/rules/0/filters/1/type");
        row("duration.bad", inRule("\"timeouts\": {\"request\": \"10\"}"),
            "/routes/0/rules/0/timeouts/request");
        row("timeouts.order", inRule("\"timeouts\": {\"request\": \"1s\", \"backendRequest\": \"2s\"}"),
            "/routes/0/rules/0/timeouts/backendRequest");
        row("match.repeated",
            with(small, "\"path\": {",
                 "\"headers\": "
                 "[{\"name\":\"x\",\"value\":\"1\"},{\"name\":\"x\",\"value\":\"2\"}],\n\"path\": {"),
            "/routes/0/rules/0/matches/0/headers/1/name");
        row("token.bad",
            with(small, "\"path\": {", "\"headers\": [{\"name\":\"x y\",\"value\":\"1\"}],\n\"path\": {"),
            "/routes/0/rules/0/matches/0/headers/0/name");
        row("method.bad", with(small, "\"path\": {", "\"method\": \"G T\",\n\"path\": {"),
            "/routes/0/rules/0/matches/0/method");
    }
    void finds_each_mistake_at_its_place()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, pointer);
        const ReadResult result = read(text.toStdString());
        for (const Problem& problem : result.problems) {
            if (QString::fromStdString(problem.code) == code &&
                QString::fromStdString(problem.pointer) == pointer)
                return;
        }
        for (const Problem& problem : result.problems)
            qWarning("%s %s %s", problem.code.c_str(), problem.pointer.c_str(), problem.message.c_str());
        QFAIL("not found");
    }

    void reports_reading_problems_and_lints_together()
    {
        const ReadResult result =
            read(with(with(small, "/books", "books"), "\"port\": 9001", "\"port\": \"x\""));
        QCOMPARE(result.problems.size(), std::size_t(2));
    }

    void publishes_a_schema_with_a_text_for_every_member()
    {
        const json::Value document = schema();
        const auto& root = document.as_object();
        for (const auto& definition : root.at("$defs").as_object()) {
            QVERIFY(definition.value().as_object().contains("description"));
            for (const auto& member : definition.value().at("properties").as_object())
                QVERIFY2(member.value().as_object().contains("description"),
                         std::string(member.key()).c_str());
        }
        QVERIFY(ruleOf("RouteMatch", "method"));
        QVERIFY(!ruleOf("RouteMatch", "nothing"));
    }

    void reads_ten_thousand_routes_fast()
    {
        Workspace workspace = *read(small).workspace;
        const HttpRoute route = workspace.routes[0];
        workspace.routes.clear();
        for (int i = 0; i < 10000; ++i) {
            workspace.routes.push_back(route);
            workspace.routes.back().name = "route-" + std::to_string(i);
        }
        const std::string text = write(workspace);
        QElapsedTimer timer;
        timer.start();
        const ReadResult result = read(text);
        qInfo("10,000 routes, %zu bytes: %lld ms", text.size(), timer.elapsed());
        QVERIFY(result.ok());
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(*result.workspace == workspace);
    }

    void reads_durations()
    {
        using std::chrono::milliseconds;
        QCOMPARE(parseDuration("1m30s"), std::optional(milliseconds(90000)));
        QCOMPARE(parseDuration("100ms200ms"), std::optional(milliseconds(300)));
        QCOMPARE(parseDuration("0s"), std::optional(milliseconds(0)));
        for (const char* bad : {"", "10", "s", "1.5s", "-1s", "1d", "123456s", "1s1s1s1s1s", "1 s"})
            QVERIFY2(!parseDuration(bad), bad);
    }
};

GATEHOUSE_TEST(DocumentTest)
#include "document_test.moc"
