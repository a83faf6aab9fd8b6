#include "tests/support/test_main.h"

#include "engine/base/describe_impl.h"

namespace sample {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Inner {
    std::string name;
    int size = 3;
    bool operator==(const Inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, size))

struct Outer {
    bool flag = false;
    std::uint16_t port = 80;
    std::int64_t big = 0;
    double ratio = 0.5;
    std::string text = "x";
    Colour colour = Colour::green;
    Inner inner;
    std::optional<Inner> maybe;
    std::vector<Inner> list;
    std::map<std::string, int> map;
    std::vector<std::string> names;
    gatehouse::json::Object foreign;
    std::string namespace_;
    bool operator==(const Outer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outer, (),
                      (flag, port, big, ratio, text, colour, inner, maybe, list, map, names, foreign,
                       namespace_))

} // namespace sample

template <>
struct gatehouse::json::Rules<sample::Inner> {
    static constexpr std::string_view text = "What is inside.";
    static constexpr Rule table[] = {
        {.member = "name",
         .text = "Its name.",
         .required = true,
         .minLength = 1,
         .maxLength = 5,
         .pattern = "^[a-z]*$"},
    };
};

template <>
struct gatehouse::json::Rules<sample::Outer> {
    static constexpr Rule table[] = {
        {.member = "ratio", .text = "A share.", .unit = "ms", .minimum = 0, .maximum = 1},
        {.member = "inner", .text = "The inner one."},
        {.member = "list", .text = "Some.", .maxLength = 2},
        {.member = "port", .text = "A port.", .always = true, .minimum = 1},
        {.member = "namespace", .text = "Where."},
    };
};

using namespace gatehouse;

namespace {

sample::Outer full()
{
    sample::Outer out;
    out.flag = true;
    out.port = 65535;
    out.big = -9007199254740991;
    out.ratio = 0.25;
    out.text = "ä";
    out.colour = sample::Colour::red;
    out.inner.name = "in";
    out.maybe.emplace().name = "may";
    out.list = {{"a", 1}, {"b", 3}};
    out.map = {{"k", 1}, {"l", 0}};
    out.names = {"one", ""};
    out.foreign = {{"any", json::Array{1, "x"}}};
    out.namespace_ = "ns";
    return out;
}

Problems problemsOf(const char* text)
{
    Problems problems;
    const auto value = json::parse(text, problems);
    sample::Outer out;
    if (value)
        json::read(*value, out, problems);
    return problems;
}

} // namespace

class DescribeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_back_what_it_writes()
    {
        const json::Value value = json::toValue(full());
        sample::Outer again;
        Problems problems;
        QVERIFY(json::read(value, again, problems));
        QVERIFY(again == full());
        QCOMPARE(json::writeLine(json::toValue(again)), json::writeLine(value));
    }

    void leaves_defaults_out_but_for_required_and_always()
    {
        QCOMPARE(json::writeLine(json::toValue(sample::Outer())), std::string("{\"port\":80}"));
        sample::Outer one;
        one.maybe.emplace();
        QCOMPARE(json::writeLine(json::toValue(one)), std::string("{\"port\":80,\"maybe\":{\"name\":\"\"}}"));
    }

    void keeps_initialisers_of_absent_members()
    {
        sample::Outer out;
        Problems problems;
        QVERIFY(json::read(*json::parse("{\"inner\":{\"name\":\"n\"}}", problems), out, problems));
        QCOMPARE(int(out.port), 80);
        QCOMPARE(out.inner.size, 3);
    }

    void says_what_is_wrong_and_where_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char* text, const char* code, const char* pointer, const char* hint = "") {
            QTest::newRow(text) << QByteArray(text) << QByteArray(code) << QByteArray(pointer)
                                << QByteArray(hint);
        };
        row("[]", "json.wrong-type", "");
        row("{\"flag\":1}", "json.wrong-type", "/flag");
        row("{\"flag\":null}", "json.wrong-type", "/flag", "Leave the member out instead.");
        row("{\"port\":\"80\"}", "json.wrong-type", "/port");
        row("{\"port\":0}", "json.out-of-range", "/port");
        row("{\"port\":65536}", "json.out-of-range", "/port");
        row("{\"port\":1.5}", "json.not-whole", "/port");
        row("{\"big\":9007199254740992}", "json.out-of-range", "/big");
        row("{\"big\":18446744073709551615}", "json.out-of-range", "/big");
        row("{\"ratio\":1.01}", "json.out-of-range", "/ratio");
        row("{\"colour\":\"gren\"}", "json.unknown-value", "/colour", "Did you mean \"green\"?");
        row("{\"colour\":\"Red\"}", "json.unknown-value", "/colour", "Did you mean \"red\"?");
        row("{\"colur\":\"red\"}", "json.unknown-member", "/colur", "Did you mean \"colour\"?");
        row("{\"namespace_\":\"x\"}", "json.unknown-member", "/namespace_", "Did you mean \"namespace\"?");
        row("{\"inner\":{}}", "json.missing-member", "/inner/name", "Its name.");
        row("{\"inner\":{\"name\":\"\"}}", "json.too-short", "/inner/name", "Its name.");
        row("{\"inner\":{\"name\":\"sechse\"}}", "json.too-long", "/inner/name");
        row("{\"list\":[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"c\"}]}", "json.too-many", "/list");
        row("{\"list\":[{\"name\":\"a\"},{\"name\":7}]}", "json.wrong-type", "/list/1/name");
        row("{\"map\":{\"a/b~\":true}}", "json.wrong-type", "/map/a~1b~0");
        row("{\"foreign\":[]}", "json.wrong-type", "/foreign");
    }
    void says_what_is_wrong_and_where()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, hint);
        const Problems problems = problemsOf(text.constData());
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(QByteArray::fromStdString(problems[0].code), code);
        QCOMPARE(QByteArray::fromStdString(problems[0].pointer), pointer);
        if (!hint.isEmpty())
            QCOMPARE(QByteArray::fromStdString(problems[0].hint), hint);
    }

    void takes_whole_numbers_however_they_are_spelled()
    {
        QVERIFY(problemsOf("{\"port\":25.0,\"big\":1e3}").empty());
    }

    void counts_characters_not_bytes() { QVERIFY(problemsOf("{\"inner\":{\"name\":\"ääääö\"}}").empty()); }

    void reports_all_problems_at_once()
    {
        const Problems problems =
            problemsOf("{\"flag\":3,\"port\":-1,\"inner\":{\"size\":\"x\",\"nam\":\"a\"},\"q\":1}");
        QCOMPARE(problems.size(), std::size_t(6));
    }

    void bounds_the_number_of_problems()
    {
        json::Object object;
        for (int i = 0; i < 5000; ++i)
            object["unknown" + std::to_string(i)] = i;
        Problems problems;
        sample::Outer out;
        QVERIFY(!json::read(object, out, problems));
        QCOMPARE(problems.size(), ReadContext_limit());
        QCOMPARE(problems.back().code, std::string("json.too-many-problems"));
    }

    void describes_itself_as_a_schema()
    {
        const json::Object schema = json::schemaOf<sample::Outer>("urn:sample", "Sample");
        const auto& properties = schema.at("properties").as_object();
        QCOMPARE(properties.size(), std::size_t(13));
        QVERIFY(properties.contains("namespace"));
        const auto& ratio = properties.at("ratio").as_object();
        QCOMPARE(json::writeLine(ratio),
                 std::string("{\"type\":\"number\",\"minimum\":0,\"maximum\":1,"
                             "\"description\":\"A share. Unit: ms.\",\"x-unit\":\"ms\","
                             "\"default\":0.5}"));
        QCOMPARE(properties.at("port").at("maximum").as_int64(), 65535);
        QVERIFY(properties.at("inner").at("$ref") == "#/$defs/Inner");
        const auto& inner = schema.at("$defs").at("Inner").as_object();
        QVERIFY(inner.at("required").as_array().front() == "name");
        QVERIFY(inner.at("additionalProperties") == false);
        QVERIFY(inner.at("description") == "What is inside.");
        QVERIFY(inner.at("properties").at("name").at("pattern") == "^[a-z]*$");
        QVERIFY(properties.at("colour").at("enum").as_array().size() == 2);
        QVERIFY(properties.at("colour").at("default") == "green");
    }

private:
    static std::size_t ReadContext_limit() { return json::ReadContext::maxProblems; }
};

GATEHOUSE_TEST(DescribeTest)
#include "describe_test.moc"
