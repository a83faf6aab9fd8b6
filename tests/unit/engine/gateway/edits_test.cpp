#ifndef Q_MOC_RUN // moc of Qt 6.4 can't read what <span> includes
#include "engine/gateway/header_edits.h"
#include "engine/gateway/path_edit.h"
#include "engine/gateway/trace_context.h"
#include "engine/gateway/upstream_request.h"
#endif

#include "tests/support/test_main.h"

using namespace gatehouse;
using namespace gatehouse::gateway;

namespace {

std::string edited(PathEdit::Kind kind, const char* value, const char* path, std::uint16_t prefixLength = 0)
{
    std::string out;
    appendEditedPath({kind, value}, path, prefixLength, out);
    return out;
}

std::string location(const Redirect& redirect, std::uint16_t listenerPort)
{
    return redirectLocation(redirect, {.host = "shop.test",
                                       .path = "/a/b",
                                       .query = "q=1",
                                       .hasQuery = true,
                                       .prefixLength = 2,
                                       .listenerPort = listenerPort});
}

std::string upstream(const std::string& bytes, const HeaderEdit& edit = {})
{
    http::RequestHead head;
    const auto parsed = http::parseRequestHead(bytes, {}, head);
    Draw draw(1);
    const auto trace = TraceContext::from({}, draw);
    const HeaderEdits edits(edit);
    http::Buffer out;
    writeUpstreamRequest({.head = head,
                          .headSize = parsed.size,
                          .path = head.rawPath,
                          .query = head.query,
                          .host = head.authority,
                          .receivedHost = head.authority,
                          .client = "192.0.2.1",
                          .requestId = "id-1",
                          .trace = trace,
                          .edits = edits},
                         out);
    return std::string(out.view());
}

bool has(const std::string& text, const char* line)
{
    return text.find(line) != std::string::npos;
}

} // namespace

/// What filters and forwarding do to a message.
class EditsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paths_are_replaced_whole_or_by_prefix()
    {
        QCOMPARE(edited(PathEdit::Kind::full, "/x", "/a/b"), std::string("/x"));
        QCOMPARE(edited(PathEdit::Kind::prefix, "/x", "/a/b", 2), std::string("/x/b"));
        QCOMPARE(edited(PathEdit::Kind::prefix, "/x/", "/a/b", 2), std::string("/x/b"));
        QCOMPARE(edited(PathEdit::Kind::prefix, "/", "/a/b", 2), std::string("/b"));
        QCOMPARE(edited(PathEdit::Kind::prefix, "/", "/a", 2), std::string("/"));
        QCOMPARE(edited(PathEdit::Kind::prefix, "", "/a", 2), std::string("/"));
    }

    void a_location_takes_its_port_from_where_the_specification_says()
    {
        QCOMPARE(location({.active = true}, 8080), std::string("http://shop.test:8080/a/b?q=1"));
        QCOMPARE(location({.active = true}, 80), std::string("http://shop.test/a/b?q=1"));
        QCOMPARE(location({.active = true, .scheme = "https"}, 8080),
                 std::string("https://shop.test/a/b?q=1"));
        QCOMPARE(location({.active = true, .scheme = "https", .port = 8443}, 80),
                 std::string("https://shop.test:8443/a/b?q=1"));
        QCOMPARE(
            location({.active = true, .hostname = "new.test", .path = {PathEdit::Kind::prefix, "/z"}}, 80),
            std::string("http://new.test/z/b?q=1"));
    }

    void a_backend_gets_the_client_s_fields_less_those_of_this_hop()
    {
        const auto out = upstream("GET /a?b HTTP/1.1\r\nHost: shop.test\r\nConnection: x-hop\r\nX-Hop: 1\r\n"
                                  "Keep-Alive: 5\r\nTE: trailers\r\nX-Kept: yes\r\n"
                                  "X-Forwarded-For: 198.51.100.9\r\nX-Request-Id: old\r\n\r\n");
        QVERIFY2(out.starts_with("GET /a?b HTTP/1.1\r\nHost: shop.test\r\n") ||
                     has(out, "\r\nHost: shop.test\r\n"),
                 out.c_str());
        QVERIFY2(has(out, "\r\nX-Kept: yes\r\n") && has(out, "\r\nX-Request-Id: id-1\r\n"), out.c_str());
        QVERIFY2(has(out, "192.0.2.1") && has(out, "\r\nX-Forwarded-Proto: http\r\n"), out.c_str());
        QVERIFY2(has(out, "\r\nVia: 1.1 gatehouse\r\n") && has(out, "\r\ntraceparent: 00-"), out.c_str());
        QVERIFY2(!has(out, "X-Hop") && !has(out, "Keep-Alive") && !has(out, "old\r\n"), out.c_str());
    }

    void fields_are_set_added_and_removed()
    {
        const auto out = upstream("GET / HTTP/1.1\r\nHost: a\r\nX-Set: 1\r\nX-Add: 1\r\nX-Gone: 1\r\n\r\n",
                                  {.set = {{"x-set", "2"}}, .add = {{"X-Add", "2"}}, .remove = {"x-gone"}});
        QVERIFY2(!has(out, "X-Gone"), out.c_str());
        QVERIFY2(has(out, "-set: 2\r\n") || has(out, "-Set: 2\r\n"), out.c_str());
        QVERIFY2(!has(out, "X-Set: 1\r\n"), out.c_str());
        QVERIFY2(has(out, "X-Add: 1,2\r\n") || has(out, "X-Add: 1, 2\r\n"), out.c_str());
    }

    void framing_is_no_filter_s_business()
    {
        const HeaderEdits edits(
            {.set = {{"Content-Length", "0"}, {"X-A", "1"}}, .remove = {"Transfer-Encoding"}});
        QCOMPARE(edits.entries().size(), std::size_t(1));
        QVERIFY(edits.find("x-a") && !edits.find("content-length"));
    }

    void a_reference_s_edits_come_after_the_rule_s()
    {
        const HeaderEdits edits({.set = {{"X-A", "rule"}}}, {.set = {{"x-a", "reference"}}});
        QCOMPARE(edits.entries().size(), std::size_t(1));
        QCOMPARE(edits.find("X-A")->value, std::string("reference"));
    }

    void a_trace_goes_on_with_a_parent_of_our_own_or_begins()
    {
        Draw draw(1);
        const std::string_view given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
        std::array<char, TraceContext::textSize> text;
        const auto carried = TraceContext::from(given, draw);
        carried.write(text.data());
        const std::string_view out(text.data(), text.size());
        QVERIFY(carried.carried && out.substr(0, 36) == given.substr(0, 36));
        QVERIFY(out.substr(36, 16) != given.substr(36, 16) && out.ends_with("-00"));
        for (const char* bad : {"", "00-zz", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                                "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
            QVERIFY2(!TraceContext::from(bad, draw).carried, bad);
    }
};
GATEHOUSE_TEST(EditsTest)
#include "edits_test.moc"
