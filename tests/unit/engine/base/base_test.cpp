#include "tests/support/test_main.h"

#include "engine/base/address.h"
#include "engine/base/draw.h"
#include "engine/base/text.h"
#include "engine/base/time.h"

using namespace gatehouse;

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_addresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("normal");
        QTest::newRow("v4") << QByteArray("127.0.0.1:80") << QByteArray("127.0.0.1:80");
        QTest::newRow("v6") << QByteArray("[0:0::1]:8080") << QByteArray("[::1]:8080");
        QTest::newRow("localhost") << QByteArray("LocalHost:0") << QByteArray("127.0.0.1:0");
        for (const char* bad : {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+1",
                                "127.0.0.1: 1", "::1:80", "[127.0.0.1]:80", "[::1]", "example.org:80",
                                "256.0.0.1:1", "127.1:80", "[::1%lo]:80", "127.0.0.1:80x"})
            QTest::newRow(bad) << QByteArray(bad) << QByteArray();
    }
    void reads_addresses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, normal);
        const auto address = Address::parse(text.toStdString());
        QCOMPARE(address.has_value(), !normal.isEmpty());
        if (address)
            QCOMPARE(QByteArray::fromStdString(address->text()), normal);
    }

    void knows_loopback()
    {
        for (const char* host : {"127.0.0.1", "127.255.0.3", "::1", "::ffff:127.0.0.1"})
            QVERIFY2((Address{host, 1}.isLoopback()), host);
        for (const char* host : {"0.0.0.0", "128.0.0.1", "::", "::2", "::ffff:10.0.0.1", "localhost", ""})
            QVERIFY2(!(Address{host, 1}.isLoopback()), host);
    }

    void encodes_and_decodes_base64()
    {
        // RFC 4648 §10
        const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                               {"f", "Zg=="},
                                                               {"fo", "Zm8="},
                                                               {"foo", "Zm9v"},
                                                               {"foob", "Zm9vYg=="},
                                                               {"fooba", "Zm9vYmE="},
                                                               {"foobar", "Zm9vYmFy"}};
        for (const auto& [plain, coded] : vectors) {
            QCOMPARE(base64Encode(plain), std::string(coded));
            std::string back = "?";
            QVERIFY(base64Decode(coded, back));
            QCOMPARE(back, std::string(plain));
        }
        QCOMPARE(base64UrlEncode("\xfb\xff"), std::string("-_8"));
        std::string out = "kept";
        for (const char* bad : {"Zg=", "Zg", "Z===", "====", "Zh==", "Zm9=", "Z m9v", "Zm9v\n", "-_8="})
            QVERIFY2(!base64Decode(bad, out), bad);
        for (const char* bad : {"Zg==", "A", "Zh", "+/8", "Zm9v "})
            QVERIFY2(!base64UrlDecode(bad, out), bad);
        QCOMPARE(out, std::string("kept"));
    }

    void finds_the_nearest_word()
    {
        const std::vector<std::string_view> words = {"path", "method", "headers", "queryParams"};
        QCOMPARE(nearest("pth", words), std::string_view("path"));
        QCOMPARE(nearest("mehtod", words), std::string_view("method"));
        QCOMPARE(nearest("HEADERS", words), std::string_view("headers"));
        QCOMPARE(nearest("queryParameters", words), std::string_view("queryParams"));
        QCOMPARE(nearest("banana", words), std::string_view());
        QCOMPARE(nearest("x", words), std::string_view());
        QCOMPARE(nearest(std::string(100000, 'p'), words), std::string_view());
    }

    void draws_the_same_from_the_same_seed()
    {
        Draw a(42), b(42), c(43);
        bool differs = false;
        for (int i = 0; i < 100; ++i) {
            const auto draw = a.next();
            QCOMPARE(draw, b.next());
            differs = differs || draw != c.next();
        }
        QVERIFY(differs);
    }

    void draws_evenly()
    {
        Draw draw(7);
        int counts[10] = {};
        double sum = 0, exponential = 0;
        constexpr int n = 100000;
        for (int i = 0; i < n; ++i) {
            ++counts[draw.below(10)];
            const double u = draw.unit();
            QVERIFY(u >= 0 && u < 1);
            sum += u;
            exponential += draw.exponential(20);
        }
        for (const int count : counts)
            QVERIFY(std::abs(count - n / 10) < 500); // 5 standard deviations
        QVERIFY(std::abs(sum / n - 0.5) < 0.005);
        QVERIFY(std::abs(exponential / n - 20) < 0.4);
        QCOMPARE(draw.below(1), std::uint64_t(0));
    }

    void never_goes_back_in_time()
    {
        const auto first = monotonicNow();
        QVERIFY(monotonicNow() >= first);
        QVERIFY(wallNow() > std::chrono::hours(24 * 365 * 50));
    }
};

GATEHOUSE_TEST(BaseTest)
#include "base_test.moc"
