#include "engine/http/head.h"
#include "engine/http/target.h"

#include "tests/support/test_main.h"

using namespace gatehouse::http;

namespace {

Error refusal(const std::string& bytes)
{
    RequestHead head;
    return parseRequestHead(bytes, {}, head).error;
}

QString codeOf(Error error)
{
    return error == Error::none ? QString() : QString::fromUtf8(errorCode(error).data());
}

} // namespace

/// What is a request's head, what is refused, and with which status.
class HeadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_head_is_taken_only_when_it_is_whole()
    {
        const std::string bytes = "POST /a?b=1 HTTP/1.1\r\nHost: shop.test:8080\r\nContent-Length: 3\r\n\r\n";
        RequestHead head;
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(parseRequestHead({bytes.data(), size}, {}, head).state == Parsed::State::needMore);
        const std::string more = bytes + "abc";
        const auto parsed = parseRequestHead(more, {}, head);
        QVERIFY(parsed.state == Parsed::State::complete);
        QCOMPARE(parsed.size, bytes.size());
        QVERIFY(head.methodId == Method::post && head.rawPath == "/a" && head.query == "b=1");
        QVERIFY(head.host == "shop.test" && head.authority == "shop.test:8080");
        QVERIFY(head.framing.kind == Framing::Kind::length && head.framing.length == 3 && head.keepAlive);
    }

    void what_two_readers_could_take_differently_is_refused_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<int>("error");
        const auto row = [](const char* name, const char* lines, Error error) {
            QTest::newRow(name) << QString::fromLatin1(lines) << int(error);
        };
        row("length beside coding", "Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
            Error::lengthAndCoding);
        row("two lengths", "Host: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n",
            Error::contentLengthRepeated);
        row("a signed length", "Host: a\r\nContent-Length: +1\r\n", Error::contentLengthInvalid);
        row("a list of lengths", "Host: a\r\nContent-Length: 1, 1\r\n", Error::contentLengthInvalid);
        row("another coding", "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n", Error::codingUnsupported);
        row("a space before the colon", "Host : a\r\n", Error::spaceBeforeColon);
        row("a folded line", "Host: a\r\nX-A: 1\r\n 2\r\n", Error::fieldFolded);
        row("a bare line feed", "Host: a\nX-A: 1\r\n", Error::bareLf);
        row("no host", "Accept: x\r\n", Error::hostMissing);
        row("two hosts", "Host: a\r\nHost: a\r\n", Error::hostRepeated);
        row("a host with a user", "Host: a@b\r\n", Error::hostInvalid);
        row("an unknown expectation", "Host: a\r\nExpect: tea\r\n", Error::expectUnknown);
    }
    void what_two_readers_could_take_differently_is_refused()
    {
        QFETCH(QString, lines);
        QFETCH(int, error);
        const auto got = refusal("POST / HTTP/1.1\r\n" + lines.toStdString() + "\r\n");
        QCOMPARE(codeOf(got), codeOf(Error(error)));
        QVERIFY(statusFor(got) >= 400 && statusFor(got) < 600);
        QVERIFY(errorClause(got).starts_with("RFC "));
    }

    void paths_get_their_normal_form_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("normal");
        QTest::newRow("dots") << QByteArray("/a/./b/../c") << QByteArray("/a/c");
        QTest::newRow("above the root") << QByteArray("/../../a") << QByteArray("/a");
        QTest::newRow("escaped dots") << QByteArray("/a/%2e%2E/b") << QByteArray("/b");
        QTest::newRow("unreserved escapes") << QByteArray("/%7euser/%41") << QByteArray("/~user/A");
        QTest::newRow("reserved escapes") << QByteArray("/a%2fb") << QByteArray("/a%2Fb");
        QTest::newRow("empty segments") << QByteArray("//a//b") << QByteArray("//a//b");
    }
    void paths_get_their_normal_form()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, normal);
        std::string out;
        appendNormalPath(raw.toStdString(), out);
        QCOMPARE(QByteArray::fromStdString(out), normal);
    }

    void hosts_are_names_or_addresses_with_a_port()
    {
        std::string_view host;
        QVERIFY(parseAuthority("[::1]:80", host) == Error::none && host == "[::1]");
        QVERIFY(parseAuthority("a.test", host) == Error::none && host == "a.test");
        for (const char* bad : {"", ":80", "a b", "a:x", "a:99999", "[::1", "a/b", "a%41"})
            QVERIFY2(parseAuthority(bad, host) != Error::none, bad);
    }

    void a_field_that_frames_or_routes_is_no_trailer()
    {
        FieldSection section;
        QVERIFY(parseTrailers("X-Sum: 1\r\n", section) == Error::none);
        QCOMPARE(section.fields.size(), std::size_t(1));
        for (const char* bad : {"Content-Length: 1\r\n", "Transfer-Encoding: chunked\r\n", "Host: a\r\n",
                                "Authorization: x\r\n", "X Y: 1\r\n"})
            QVERIFY2(parseTrailers(bad, section) == Error::trailerInvalid, bad);
    }

    void a_response_is_framed_by_its_status_and_the_method()
    {
        const auto kind = [](const std::string& bytes, Method method) {
            ResponseHead head;
            if (parseResponseHead(bytes, {}, method, head).state != Parsed::State::complete)
                return -1;
            return head.framing.hasBody() ? int(head.framing.kind) : int(Framing::Kind::none);
        };
        const std::string ok = "HTTP/1.1 200 OK\r\n";
        QCOMPARE(kind(ok + "Content-Length: 3\r\n\r\n", Method::get), int(Framing::Kind::length));
        QCOMPARE(kind(ok + "Content-Length: 3\r\n\r\n", Method::head), int(Framing::Kind::none));
        QCOMPARE(kind(ok + "Transfer-Encoding: chunked\r\n\r\n", Method::get), int(Framing::Kind::chunked));
        QCOMPARE(kind(ok + "\r\n", Method::get), int(Framing::Kind::untilClose));
        QCOMPARE(kind("HTTP/1.1 304 x\r\nContent-Length: 3\r\n\r\n", Method::get), int(Framing::Kind::none));
        QCOMPARE(kind("HTTP/1.1 204 x\r\n\r\n", Method::get), int(Framing::Kind::none));
        QCOMPARE(kind(ok + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n", Method::get), -1);
    }
};
GATEHOUSE_TEST(HeadTest)
#include "head_test.moc"
