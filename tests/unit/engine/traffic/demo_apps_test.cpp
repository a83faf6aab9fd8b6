#include "engine/base/json.h"
#include "engine/traffic/demo_app.h"

#include "tests/support/test_main.h"

#include <boost/json/value.hpp>

#include <set>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

http::Response ask(DemoApp& app, std::string method, std::string target, std::string body = {},
                   http::Fields fields = {})
{
    http::Request request{.method = std::move(method), .target = target, .fields = std::move(fields)};
    const std::size_t mark = std::min(target.find('?'), target.size());
    request.path = target.substr(0, mark);
    request.query = target.substr(std::min(mark + 1, target.size()));
    if (!body.empty())
        request.fields.emplace_back("content-type", "application/json");
    request.body = std::move(body);
    return app.answer(request);
}

json::Object bodyOf(const http::Response& response)
{
    Problems problems;
    const auto value = json::parse(response.body, problems);
    return value && value->is_object() ? value->get_object() : json::Object{};
}

std::int64_t number(const json::Value& value)
{
    return value.to_number<std::int64_t>();
}

std::string_view field(const http::Response& response, std::string_view name)
{
    return http::fieldValue(response.fields, name);
}

} // namespace

class DemoAppsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unknown_apps_are_not_made()
    {
        QVERIFY(!makeDemoApp("catalogue", ""));
        for (const std::string_view name : demoAppNames())
            QVERIFY(makeDemoApp(name, "v1"));
    }

    void pages_of_the_catalog_cover_every_book_once()
    {
        const auto app = makeDemoApp("catalog", "v1");
        std::set<std::int64_t> ids;
        std::int64_t total = 0;
        for (int page = 1; page <= 30; ++page) {
            const json::Object body = bodyOf(ask(*app, "GET", "/books?size=50&page=" + std::to_string(page)));
            total = number(body.at("total"));
            for (const json::Value& book : body.at("books").as_array())
                QVERIFY(ids.insert(number(book.at("id"))).second);
        }
        QCOMPARE(std::int64_t(ids.size()), total);
    }

    void the_second_version_differs_visibly()
    {
        const auto v1 = makeDemoApp("catalog", "v1");
        const auto v2 = makeDemoApp("catalog", "v2");
        const json::Object one = bodyOf(ask(*v1, "GET", "/books/5"));
        const json::Object two = bodyOf(ask(*v2, "GET", "/books/5"));
        QCOMPARE(one.at("title"), two.at("title"));
        QVERIFY(one.at("price").is_number());
        QVERIFY(!one.contains("availability"));
        QCOMPARE(two.at("price").at("currency").as_string().c_str(), "EUR");
        QCOMPARE(two.at("price").at("amount"), one.at("price"));
        QVERIFY(two.contains("availability"));
    }

    void search_finds_without_accents()
    {
        const auto app = makeDemoApp("catalog", "v1");
        const json::Object body = bodyOf(ask(*app, "GET", "/search?q=bronte"));
        QVERIFY(number(body.at("total")) >= 5);
        QCOMPARE(number(body.at("total")),
                 number(bodyOf(ask(*app, "GET", "/search?q=Bront%C3%AB")).at("total")));
        QCOMPARE(number(bodyOf(ask(*app, "GET", "/search")).at("total")),
                 number(bodyOf(ask(*app, "GET", "/books")).at("total"))); // no words: all
        QCOMPARE(number(bodyOf(ask(*app, "GET", "/search?q=zzz")).at("total")), std::int64_t(0));
    }

    void the_root_says_what_there_is()
    {
        const auto app = makeDemoApp("catalog", "v2");
        const json::Object body = bodyOf(ask(*app, "GET", "/"));
        QCOMPARE(body.at("version").as_string().c_str(), "v2");
        for (const json::Value& target : body.at("try").as_array())
            QCOMPARE(ask(*app, "GET", '/' + std::string(target.as_string())).status, 200);
    }

    void the_catalog_knows_what_the_client_knows()
    {
        const auto app = makeDemoApp("catalog", "v1");
        const http::Response first = ask(*app, "GET", "/books/7");
        const std::string tag(field(first, "etag"));
        QVERIFY(tag.size() > 2 && tag.front() == '"');
        const http::Response again = ask(*app, "GET", "/books/7", {}, {{"If-None-Match", tag}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.empty());
        QCOMPARE(std::string(field(again, "etag")), tag);
        QCOMPARE(ask(*app, "GET", "/books/8", {}, {{"If-None-Match", tag}}).status, 200);
        QCOMPARE(ask(*app, "HEAD", "/books/7").status, 200);
    }

    void what_is_wrong_is_a_problem_document_data()
    {
        QTest::addColumn<QString>("app");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("no such book") << "catalog"
                                      << "GET"
                                      << "/books/9999" << 404;
        QTest::newRow("book id is no number") << "catalog"
                                              << "GET"
                                              << "/books/-1" << 404;
        QTest::newRow("no such path") << "catalog"
                                      << "GET"
                                      << "/shelves" << 404;
        QTest::newRow("below search") << "catalog"
                                      << "GET"
                                      << "/search/x" << 404;
        QTest::newRow("root can't be posted to") << "catalog"
                                                 << "POST"
                                                 << "/" << 405;
        QTest::newRow("too deep") << "catalog"
                                  << "GET"
                                  << "/books/1/2" << 404;
        QTest::newRow("books can't be deleted") << "catalog"
                                                << "DELETE"
                                                << "/books/1" << 405;
        QTest::newRow("page 0") << "catalog"
                                << "GET"
                                << "/books?page=0" << 400;
        QTest::newRow("page with letters") << "catalog"
                                           << "GET"
                                           << "/books?page=two" << 400;
        QTest::newRow("page too big to be a number") << "catalog"
                                                     << "GET"
                                                     << "/books?page=99999999999" << 400;
        QTest::newRow("size over the limit") << "catalog"
                                             << "GET"
                                             << "/books?size=101" << 400;
        QTest::newRow("sort by what isn't there") << "catalog"
                                                  << "GET"
                                                  << "/books?sort=weight" << 400;
        QTest::newRow("no such order") << "orders"
                                       << "GET"
                                       << "/orders/1" << 404;
        QTest::newRow("orders can't be patched") << "orders"
                                                 << "PATCH"
                                                 << "/orders" << 405;
        QTest::newRow("no such status") << "orders"
                                        << "GET"
                                        << "/orders?status=lost" << 400;
        QTest::newRow("an order without anything") << "orders"
                                                   << "POST"
                                                   << "/orders" << 415;
        QTest::newRow("no such user") << "users"
                                      << "GET"
                                      << "/users/0" << 404;
        QTest::newRow("users are read only") << "users"
                                             << "POST"
                                             << "/users" << 405;
        QTest::newRow("reviews of no book") << "reviews"
                                            << "GET"
                                            << "/reviews?book=0" << 400;
        QTest::newRow("no such review") << "reviews"
                                        << "GET"
                                        << "/reviews/abc" << 404;
    }
    void what_is_wrong_is_a_problem_document()
    {
        QFETCH(QString, app);
        QFETCH(QString, method);
        QFETCH(QString, target);
        QFETCH(int, status);
        const auto made = makeDemoApp(app.toStdString(), "v1");
        const http::Response response = ask(*made, method.toStdString(), target.toStdString());
        QCOMPARE(response.status, status);
        QCOMPARE(std::string(field(response, "content-type")), std::string("application/problem+json"));
        QCOMPARE(number(bodyOf(response).at("status")), std::int64_t(status));
        QVERIFY(!bodyOf(response).at("detail").as_string().empty());
        QCOMPARE(field(response, "allow").empty(), status != 405);
    }

    void an_order_is_created_read_and_cancelled()
    {
        const auto app = makeDemoApp("orders", "v1");
        const http::Response created =
            ask(*app, "POST", "/orders", R"({"user":3,"lines":[{"book":1,"quantity":2},{"book":2}]})");
        QCOMPARE(created.status, 201);
        const std::string place(field(created, "location"));
        QCOMPARE(place, std::string("/orders/6001"));
        const json::Object read = bodyOf(ask(*app, "GET", place));
        QCOMPARE(read, bodyOf(created));
        QCOMPARE(number(read.at("lines").as_array()[1].at("quantity")), std::int64_t(1));
        QCOMPARE(ask(*app, "DELETE", place).status, 200);
        QCOMPARE(bodyOf(ask(*app, "GET", place)).at("status").as_string().c_str(), "cancelled");
        const json::Object newest = bodyOf(ask(*app, "GET", "/orders?size=1"));
        QCOMPARE(number(newest.at("orders").as_array()[0].at("id")), std::int64_t(6001));
    }

    void buy_now_needs_no_body()
    {
        const auto app = makeDemoApp("orders", "v1");
        QCOMPARE(ask(*app, "POST", "/orders?book=7&quantity=2").status, 201);
        QCOMPARE(ask(*app, "POST", "/orders?book=7&quantity=many").status, 400);
        QCOMPARE(ask(*app, "POST", "/orders?quantity=1").status, 400);
    }

    void orders_are_checked_strictly_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("pointer");
        const auto row = [](const char* name, const char* body, const char* pointer) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(pointer);
        };
        row("no lines", R"({"user":1})", "/lines");
        row("empty lines", R"({"lines":[]})", "/lines");
        row("line is no object", R"({"lines":[7]})", "/lines/0");
        row("book missing", R"({"lines":[{"quantity":1}]})", "/lines/0/book");
        row("book is text", R"({"lines":[{"book":"7"}]})", "/lines/0/book");
        row("book is a fraction", R"({"lines":[{"book":7.5}]})", "/lines/0/book");
        row("no such book", R"({"lines":[{"book":1},{"book":100000}]})", "/lines/1/book");
        row("quantity 0", R"({"lines":[{"book":1,"quantity":0}]})", "/lines/0/quantity");
        row("unknown member of a line", R"({"lines":[{"book":1,"gift":true}]})", "/lines/0/gift");
        row("unknown member", R"({"lines":[{"book":1}],"coupon":"A"})", "/coupon");
        row("no such user", R"({"user":100000,"lines":[{"book":1}]})", "/user");
    }
    void orders_are_checked_strictly()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, pointer);
        const auto app = makeDemoApp("orders", "v1");
        const http::Response response = ask(*app, "POST", "/orders", body.toStdString());
        QCOMPARE(response.status, 400);
        const json::Object problem = bodyOf(response);
        QCOMPARE(problem.at("errors").as_array().size(), std::size_t(1));
        QCOMPARE(problem.at("errors").as_array()[0].at("pointer").as_string().c_str(), pointer.constData());
    }

    void broken_json_and_other_media_types_are_refused()
    {
        const auto app = makeDemoApp("orders", "v1");
        QCOMPARE(ask(*app, "POST", "/orders", R"({"lines":[)").status, 400);
        QCOMPARE(ask(*app, "POST", "/orders", R"({"user":1,"user":2,"lines":[{"book":1}]})").status, 400);
        QCOMPARE(ask(*app, "POST", "/orders", "[1]").status, 400);
        QCOMPARE(ask(*app, "POST", "/orders", {}, {{"content-type", "text/plain"}}).status, 415);
    }

    void an_idempotency_key_creates_one_order()
    {
        const auto app = makeDemoApp("orders", "v1");
        const http::Fields key{{"Idempotency-Key", "k1"}};
        const http::Response first = ask(*app, "POST", "/orders?book=1", {}, key);
        const http::Response again = ask(*app, "POST", "/orders?book=1", {}, key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(std::string(field(again, "idempotency-replayed")), std::string("true"));
        QCOMPARE(ask(*app, "POST", "/orders?book=2", {}, key).status, 422);
        QCOMPARE(ask(*app, "POST", "/orders?book=0", {}, {{"Idempotency-Key", "k2"}}).status, 400);
        QCOMPARE(ask(*app, "POST", "/orders?book=2", {}, {{"Idempotency-Key", "k2"}}).status, 201);
    }

    void new_orders_are_bounded()
    {
        const auto app = makeDemoApp("orders", "v1");
        for (int i = 0; i < 5'100; ++i)
            QCOMPARE(ask(*app, "POST", "/orders?book=1").status, 201);
        QCOMPARE(ask(*app, "GET", "/orders/6001").status, 404);
        QCOMPARE(ask(*app, "GET", "/orders/6101").status, 200);
        QCOMPARE(ask(*app, "GET", "/orders/11100").status, 200);
        QCOMPARE(ask(*app, "GET", "/orders/11101").status, 404);
        QCOMPARE(number(bodyOf(ask(*app, "GET", "/orders")).at("total")), std::int64_t(5'600));
    }

    void users_show_their_own_address_only_to_themselves()
    {
        const auto app = makeDemoApp("users", "v1");
        const json::Object me = bodyOf(ask(*app, "GET", "/users/me"));
        QVERIFY(me.contains("email"));
        const json::Object other = bodyOf(ask(*app, "GET", "/users/" + std::to_string(number(me.at("id")))));
        QCOMPARE(other.at("name"), me.at("name"));
        QVERIFY(!other.contains("email"));
    }

    void reviews_belong_to_a_book_and_can_be_added()
    {
        const auto app = makeDemoApp("reviews", "v1");
        const std::int64_t before = number(bodyOf(ask(*app, "GET", "/reviews?book=3")).at("total"));
        const http::Response created =
            ask(*app, "POST", "/reviews", R"({"book":3,"stars":4,"title":"Good","text":"It is."})");
        QCOMPARE(created.status, 201);
        QCOMPARE(ask(*app, "GET", std::string(field(created, "location"))).status, 200);
        const json::Object after = bodyOf(ask(*app, "GET", "/reviews?size=100&book=3"));
        QCOMPARE(number(after.at("total")), before + 1);
        for (const json::Value& review : after.at("reviews").as_array())
            QCOMPARE(number(review.at("book")), std::int64_t(3));
        QCOMPARE(ask(*app, "POST", "/reviews", R"({"book":3,"stars":6,"title":"","text":"x"})").status, 400);
    }

    void the_echo_shows_what_arrived_whatever_bytes_it_holds()
    {
        const auto app = makeDemoApp("echo", "v1");
        const http::Response response = ask(*app, "PUT", "/any/path?x=1", "\xff\xfe raw",
                                            {{"X-Test", "caf\xe9"}, {"X-Test", "\xc3\xa9"}});
        QCOMPARE(response.status, 200);
        const json::Object body = bodyOf(response);
        QCOMPARE(body.at("method").as_string().c_str(), "PUT");
        QCOMPARE(body.at("query").as_string().c_str(), "x=1");
        QCOMPARE(body.at("headers").as_array()[0].at("value").as_string().c_str(), "caf\xc3\xa9");
        QCOMPARE(body.at("headers").as_array()[1].at("value").as_string().c_str(), "\xc3\xa9");
        QCOMPARE(number(body.at("bodySize")), std::int64_t(6));
    }
};

GATEHOUSE_TEST(DemoAppsTest)
#include "demo_apps_test.moc"
