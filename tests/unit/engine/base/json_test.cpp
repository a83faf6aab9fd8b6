#include "tests/support/test_main.h"

#include "engine/base/json.h"
#include "engine/base/json_text.h"

#include <cmath>

using namespace gatehouse;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_what_is_not_strict_json_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char* name, QByteArray text, const char* code, const char* pointer,
                            int line, int column) {
            QTest::newRow(name) << text << QByteArray(code) << QByteArray(pointer) << line << column;
        };
        row("nothing", "", "json.empty", "", 1, 1);
        row("only space", " \n ", "json.empty", "", 1, 1);
        row("byte order mark", "\xef\xbb\xbf{}", "json.byte-order-mark", "", 1, 1);
        row("duplicate member", "{\n  \"a\": 1,\n  \"a\": 2\n}", "json.duplicate-member", "/a", 3, 8);
        row("duplicate by escape", "{\"a\":1,\"\\u0061\":2}", "json.duplicate-member", "/a", 1, 17);
        row("number too large", "{\"a\": [1, 1e400]}", "json.number-range", "/a/1", 1, 11);
        row("number too negative", "[-1e400]", "json.number-range", "/0", 1, 2);
        row("exponent over all bounds", "[1e99999999999]", "json.number-range", "/0", 1, 13);
        row("trailing text", "{}\n x", "json.trailing-text", "", 2, 2);
        row("second value", "{}{}", "json.trailing-text", "", 1, 3);
        row("cut off", "{\"a\": [1", "json.cut-off", "/a/1", 1, 9);
        row("cut off in a string", "[\"ab", "json.cut-off", "/0", 1, 5);
        row("comment", "{\n // no\n}", "json.syntax", "", 2, 2);
        row("trailing comma", "[1,]", "json.syntax", "/1", 1, 4);
        row("single quotes", "['a']", "json.syntax", "/0", 1, 2);
        row("NaN", "[NaN]", "json.syntax", "/0", 1, 2);
        row("leading zero", "[01]", "json.syntax", "/1", 1, 3);
        row("plus", "[+1]", "json.syntax", "/0", 1, 2);
        row("no key quotes", "{a:1}", "json.syntax", "", 1, 2);
        row("lone high surrogate", "[\"\\ud800\"]", "json.bad-text", "/0", 1, 9);
        row("lone low surrogate", "[\"\\udc00\"]", "json.bad-text", "/0", 1, 9);
        row("NUL", QByteArray("[\"a\0b\"]", 7), "json.bad-text", "/0", 1, 4);
        row("line break in a string", "[\"a\nb\"]", "json.bad-text", "/0", 1, 4);
        row("not UTF-8", "[\"\xff\"]", "json.bad-text", "/0", 1, 3);
        row("overlong UTF-8", "[\"\xc0\xaf\"]", "json.bad-text", "/0", 1, 3);
        row("column counts code points", "[\"\xc3\xa4\xe2\x82\xac\" 1]", "json.syntax", "/1", 1, 7);
    }
    void refuses_what_is_not_strict_json()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, pointer);
        QFETCH(int, line);
        QFETCH(int, column);
        Problems problems;
        QVERIFY(!json::parse({text.constData(), std::size_t(text.size())}, problems));
        QCOMPARE(problems.size(), std::size_t(1));
        const Problem& problem = problems.front();
        QCOMPARE(QByteArray::fromStdString(problem.code), code);
        QCOMPARE(QByteArray::fromStdString(problem.pointer), pointer);
        QVERIFY(problem.args.size() >= 2);
        QCOMPARE(QByteArray::fromStdString(problem.args[problem.args.size() - 2]).toInt(), line);
        QCOMPARE(QByteArray::fromStdString(problem.args.back()).toInt(), column);
        QVERIFY(!problem.message.empty());
    }

    void reports_every_duplicate_and_the_break_after_it()
    {
        Problems problems;
        QVERIFY(!json::parse("{\"a\":1,\"a\":2,\"b\":{\"c\":1,\"c\":1},!", problems));
        QCOMPARE(problems.size(), std::size_t(3));
        QCOMPARE(problems[1].pointer, std::string("/b/c"));
        QCOMPARE(problems[2].code, std::string("json.syntax"));
    }

    void stops_at_the_depth_and_size_given()
    {
        Problems problems;
        QVERIFY(json::parse(std::string(64, '[') + std::string(64, ']'), problems));
        QVERIFY(!json::parse(std::string(65, '[') + std::string(65, ']'), problems));
        QCOMPARE(problems.back().code, std::string("json.too-deep"));
        QVERIFY(!json::parse(std::string(1000000, '['), problems));
        QVERIFY(!json::parse("[1,2,3]", problems, {.bytes = 6}));
        QCOMPARE(problems.back().code, std::string("json.too-large"));
    }

    void reads_numbers_exactly()
    {
        Problems problems;
        const auto value = json::parse("[0.1,1.7976931348623157e308,5e-324,1e-400,9007199254740993,"
                                       "18446744073709551615,-0.0,123456789.123456789]",
                                       problems);
        QVERIFY(value);
        const auto& list = value->get_array();
        QCOMPARE(list[0].get_double(), 0.1);
        QCOMPARE(list[1].get_double(), 1.7976931348623157e308);
        QVERIFY(list[2].get_double() == 5e-324);
        QVERIFY(list[3].get_double() == 0);
        QCOMPARE(list[4].get_int64(), 9007199254740993);
        QCOMPARE(list[5].get_uint64(), 18446744073709551615u);
        QVERIFY(list[7].get_double() == 123456789.123456789);
    }

    void writes_numbers_plain()
    {
        QCOMPARE(json::numberText(25.0), std::string("25"));
        QCOMPARE(json::numberText(0.5), std::string("0.5"));
        QCOMPARE(json::numberText(-0.0), std::string("0"));
        QCOMPARE(json::numberText(1e15), std::string("1000000000000000"));
        QCOMPARE(json::numberText(1e20), std::string("100000000000000000000"));
        QCOMPARE(json::numberText(0.00001), std::string("0.00001"));
        QCOMPARE(json::numberText(0.1 + 0.2), std::string("0.30000000000000004"));
        QCOMPARE(json::numberText(1e300), std::string("1e+300"));
        QCOMPARE(json::numberText(std::nan("")), std::string("null"));
    }

    void writes_text_that_reads_back()
    {
        const char* source =
            "{\"b\":[1,2.5,\"x\\n\\u0001\\\"\\\\\"],\"a\":{},\"c\":[],\"d\":[{\"e\":null}],\"f\":\"ä€😀\"}";
        Problems problems;
        const auto value = json::parse(source, problems);
        QVERIFY(value);
        QCOMPARE(json::writeLine(*value), std::string(source));
        const std::string pretty = json::writePretty(*value);
        QCOMPARE(pretty,
                 std::string("{\n  \"b\": [1, 2.5, \"x\\n\\u0001\\\"\\\\\"],\n  \"a\": {},\n  \"c\": [],\n"
                             "  \"d\": [\n    {\n      \"e\": null\n    }\n  ],\n  \"f\": \"ä€😀\"\n}\n"));
        QVERIFY(*json::parse(pretty, problems) == *value);
    }

    void replaces_bytes_that_are_not_utf8()
    {
        QCOMPARE(json::writeLine(json::Value(std::string_view("a\xff\xc3"))),
                 std::string("\"a\xef\xbf\xbd\xef\xbf\xbd\""));
    }

    void breaks_a_long_list_of_plain_values()
    {
        json::Array list;
        for (int i = 0; i < 40; ++i)
            list.emplace_back("word");
        const std::string text = json::writePretty(list);
        QVERIFY(text.starts_with("[\n  \"word\",\n"));
    }

    void locates_values_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("whole") << QByteArray("") << 2 << 1;
        QTest::newRow("member") << QByteArray("/a") << 3 << 8;
        QTest::newRow("item") << QByteArray("/a/1") << 3 << 12;
        QTest::newRow("nested") << QByteArray("/b/c~1d") << 4 << 16;
        QTest::newRow("missing member lies in its parent") << QByteArray("/b/x/y") << 4 << 8;
        QTest::newRow("escaped key") << QByteArray("/ä") << 6 << 13;
        QTest::newRow("last of duplicates") << QByteArray("/z") << 7 << 16;
    }
    void locates_values()
    {
        static const char* text = "\n{\n  \"a\": [1, {}],\n  \"b\": {\"c/d\": [\n]},\n  \"\\u00e4\": "
                                  "\"[\",\n  \"z\": 1, \"z\": 2\n}";
        QFETCH(QByteArray, pointer);
        QFETCH(int, line);
        QFETCH(int, column);
        const json::Position at = json::locate(text, pointer.toStdString());
        QCOMPARE(at.line, line);
        QCOMPARE(at.column, column);
    }

    void locates_in_broken_texts_without_harm()
    {
        for (const char* text : {"", "{", "{\"a\"", "{\"a\":", "[[[[", "{\"\\", "{\"\\u12", "}", "[1 2]",
                                 "{\"a\" 1}", "{1:2}", ":", "\"\\ud83d\\"})
            json::locate(text, "/a/0/b");
        const json::Position deep = json::locate(std::string(2000000, '['), "/0/0/0");
        QCOMPARE(deep.column, 4);
    }
};

GATEHOUSE_TEST(JsonTest)
#include "json_test.moc"
