#include "ui/routes/curl_command.h"

#include "tests/support/test_main.h"

#include <QProcess>

using namespace gatehouse::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What `sh` makes of a command: the arguments that a program named curl would get.
QStringList argumentsInShell(const QString& command)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\0' \"$@\"; }\n") + command});
    if (!shell.waitForFinished(10000) || shell.exitCode() != 0)
        return {QStringLiteral("sh failed: ") + QString::fromUtf8(shell.readAllStandardError())};
    QStringList arguments = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    arguments.removeLast();
    return arguments;
}

} // namespace

class CurlCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_split_as_a_shell_splits_them_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"curl http://a/b"_s << QStringList{u"curl"_s, u"http://a/b"_s};
        QTest::newRow("single quotes") << u"a 'b c' d"_s << QStringList{u"a"_s, u"b c"_s, u"d"_s};
        QTest::newRow("quote in quotes") << u"'it'\\''s'"_s << QStringList{u"it's"_s};
        QTest::newRow("double quotes") << u"\"a \\\"b\\\" \\$c \\n\""_s << QStringList{u"a \"b\" $c \\n"_s};
        QTest::newRow("continuation") << u"a \\\n  b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("continuation from Windows") << u"a \\\r\n  b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("ansi") << u"$'a\\nb\\'c\\u0041'"_s << QStringList{u"a\nb'cA"_s};
        QTest::newRow("joined parts") << u"a'b'\"c\"d"_s << QStringList{u"abcd"_s};
        QTest::newRow("empty word") << u"a '' b"_s << QStringList{u"a"_s, u""_s, u"b"_s};
        QTest::newRow("pipe ends it") << u"curl x | jq ."_s << QStringList{u"curl"_s, u"x"_s};
    }
    void words_split_as_a_shell_splits_them()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, words);
        QCOMPARE(splitShellWords(command).words, words);
    }

    void an_open_quote_is_told()
    {
        QVERIFY(splitShellWords(QStringLiteral("curl 'http://a")).error.contains(u'\''));
        QVERIFY(!parseCurl(QStringLiteral("curl \"http://a")).request);
    }

    void the_common_command_becomes_a_request()
    {
        const auto parsed = parseCurl(QString(u"curl -sS -X PUT 'http://api.bookshop.test:8080/orders/7?x=1#top' -H 'Accept: application/json' "_s u"-H \"X-Note: it's\" --data-raw '{\"n\": 1}' -H 'content-type: application/json'"_s));
        QVERIFY2(parsed.request, qPrintable(parsed.error));
        QCOMPARE(parsed.request->method, QStringLiteral("PUT"));
        QCOMPARE(parsed.request->authority, QStringLiteral("api.bookshop.test:8080"));
        QCOMPARE(parsed.request->target, QStringLiteral("/orders/7?x=1"));
        QCOMPARE(parsed.request->body, QStringLiteral("{\"n\": 1}"));
        const QList<HeaderLine> headers{{u"Accept"_s, u"application/json"_s},
                                        {u"X-Note"_s, u"it's"_s},
                                        {u"content-type"_s, u"application/json"_s}};
        QCOMPARE(parsed.request->headers, headers);
        QVERIFY(parsed.ignored.isEmpty());
    }

    void the_method_follows_from_the_options_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("method");
        QTest::newRow("none") << u""_s << u"GET"_s;
        QTest::newRow("-I") << u"-I"_s << u"HEAD"_s;
        QTest::newRow("-d") << u"-d a=1"_s << u"POST"_s;
        QTest::newRow("-G -d") << u"-G -d a=1"_s << u"GET"_s;
        QTest::newRow("-XDELETE") << u"-XDELETE"_s << u"DELETE"_s;
        QTest::newRow("-X after -d") << u"-d a -X PATCH"_s << u"PATCH"_s;
        QTest::newRow("--json") << u"--json '{}'"_s << u"POST"_s;
    }
    void the_method_follows_from_the_options()
    {
        QFETCH(QString, options);
        QFETCH(QString, method);
        const auto parsed = parseCurl(QStringLiteral("curl http://a/x ") + options);
        QVERIFY2(parsed.request, qPrintable(parsed.error));
        QCOMPARE(parsed.request->method, method);
    }

    void data_parts_join_and_carry_the_type_that_curl_sends()
    {
        const auto form = parseCurl(QStringLiteral("curl a/x -d q=1 --data-urlencode 'r=a b'"));
        QCOMPARE(form.request->body, QStringLiteral("q=1&r=a%20b"));
        QCOMPARE(form.request->headers,
                 (QList<HeaderLine>{{u"Content-Type"_s, u"application/x-www-form-urlencoded"_s}}));
        const auto json = parseCurl(QStringLiteral("curl a/x --json '{}'"));
        QCOMPARE(json.request->headers, (QList<HeaderLine>{{u"Content-Type"_s, u"application/json"_s},
                                                           {u"Accept"_s, u"application/json"_s}}));
        const auto get = parseCurl(QStringLiteral("curl -G a/x?z=0 -d q=1"));
        QCOMPARE(get.request->target, QStringLiteral("/x?z=0&q=1"));
        QVERIFY(get.request->body.isEmpty());
    }

    void user_and_password_become_basic_authorization()
    {
        const HeaderLine expected{u"Authorization"_s, u"Basic YWxhZGRpbjpvcGVuOnNlc2FtZQ=="_s};
        QCOMPARE(parseCurl(QStringLiteral("curl -u aladdin:open:sesame a")).request->headers.value(0),
                 expected);
        QCOMPARE(parseCurl(QStringLiteral("curl http://aladdin:open%3Asesame@a/")).request->headers.value(0),
                 expected);
    }

    void what_cannot_be_sent_is_said()
    {
        QVERIFY(parseCurl(QStringLiteral("wget http://a")).error.contains(QStringLiteral("curl")));
        QVERIFY(parseCurl(QStringLiteral("curl -H 'a: b'")).error.contains(QStringLiteral("URL")));
        QVERIFY(parseCurl(QStringLiteral("curl ftp://a/")).error.contains(QStringLiteral("ftp")));
        QVERIFY(parseCurl(QStringLiteral("curl a -d @body.json")).error.contains(QStringLiteral("file")));
        QVERIFY(parseCurl(QStringLiteral("curl a -X")).error.contains(QStringLiteral("-X")));
        QCOMPARE(parseCurl(QStringLiteral("curl -kL a")).ignored, (QStringList{u"-k"_s, u"-L"_s}));
    }

    void a_copied_command_runs_in_sh_and_comes_back_the_same_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("body");
        QTest::newRow("get") << u"GET"_s << u"/catalog/books?q=lem"_s << u""_s;
        QTest::newRow("head") << u"HEAD"_s << u"/"_s << u""_s;
        QTest::newRow("quotes") << u"POST"_s << u"/it's?a=$HOME&b=`id`"_s
                                << u"{\"it's\": \"$(id) `id` \\\\ !\"}"_s;
        QTest::newRow("lines") << u"PATCH"_s << u"/a/../b"_s << u"one\ntwo\n\tthree \xc3\xa9"_s;
        QTest::newRow("at sign") << u"POST"_s << u"/{1..3}[2]"_s << u"@notafile"_s;
    }
    void a_copied_command_runs_in_sh_and_comes_back_the_same()
    {
        QFETCH(QString, method);
        QFETCH(QString, target);
        QFETCH(QString, body);
        CurlRequest request;
        request.method = method;
        request.authority = QStringLiteral("127.0.0.1:41233");
        request.target = target;
        request.body = body;
        request.headers = {{u"Host"_s, u"api.bookshop.test"_s},
                           {u"X-It"_s, u"it's \"quoted\" $PATH"_s},
                           {u"X-Empty"_s, u""_s}};
        if (!body.isEmpty())
            request.headers.append({u"Content-Type"_s, u"text/plain"_s});
        const QString command = toCurl(request);

        const QStringList inShell = argumentsInShell(command);
        QCOMPARE(QStringList{QStringLiteral("curl")} + inShell, splitShellWords(command).words);
        QVERIFY(inShell.contains(QStringLiteral("http://127.0.0.1:41233") + target));
        const auto parsed = parseCurl(command);
        QVERIFY2(parsed.request, qPrintable(parsed.error));
        QCOMPARE(*parsed.request, request);
    }

    void a_body_without_a_type_is_sent_without_one()
    {
        CurlRequest request;
        request.authority = QStringLiteral("a");
        request.method = QStringLiteral("POST");
        request.body = QStringLiteral("x");
        const auto parsed = parseCurl(toCurl(request));
        QVERIFY(parsed.request->headers.isEmpty());
    }
};

GATEHOUSE_TEST(CurlCommandTest)
#include "curl_command_test.moc"
