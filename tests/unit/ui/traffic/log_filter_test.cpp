#include "tests/support/test_main.h"

#include "ui/traffic/log_filter.h"

using namespace gatehouse;
using namespace gatehouse::ui;

class LogFilterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takes_what_every_term_takes_data();
    void takes_what_every_term_takes();
    void names_terms_that_it_cannot_read();
    void asks_the_records_for_what_they_can_filter();
};

void LogFilterTest::takes_what_every_term_takes_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing asked") << QString() << true;
    QTest::newRow("part of the target") << QStringLiteral("BOOKS") << true;
    QTest::newRow("two parts") << QStringLiteral("books page=9") << true;
    QTest::newRow("one part fails") << QStringLiteral("books page=8") << false;
    QTest::newRow("quoted") << QStringLiteral("\"books?page\"") << true;
    QTest::newRow("not") << QStringLiteral("-books") << false;
    QTest::newRow("route") << QStringLiteral("route:catalog") << true;
    QTest::newRow("other route") << QStringLiteral("route:orders") << false;
    QTest::newRow("no backend") << QStringLiteral("to:-") << true;
    QTest::newRow("any backend") << QStringLiteral("to:*") << false;
    QTest::newRow("method") << QStringLiteral("method:get") << true;
    QTest::newRow("method is whole") << QStringLiteral("method:ge") << false;
    QTest::newRow("status") << QStringLiteral("status:429") << true;
    QTest::newRow("status class") << QStringLiteral("status:4xx") << true;
    QTest::newRow("status range") << QStringLiteral("status:400-428") << false;
    QTest::newRow("status over") << QStringLiteral("status:>429") << false;
    QTest::newRow("status at least") << QStringLiteral("status:>=429") << true;
    QTest::newRow("not a status") << QStringLiteral("-status:5xx") << true;
    QTest::newRow("slow") << QStringLiteral("ms:>20") << false;
    QTest::newRow("fast") << QStringLiteral("ms:<0.5") << true;
    QTest::newRow("refused") << QStringLiteral("refused:\"rate limit\"") << true;
    QTest::newRow("a path with a colon") << QStringLiteral("/a:b") << false;
}

void LogFilterTest::takes_what_every_term_takes()
{
    QFETCH(QString, filter);
    api::RequestRow row;
    row.method = "GET";
    row.target = "/catalog/books?page=9";
    row.route = "catalog";
    row.status = 429;
    row.total_ms = 0.1;
    row.refusedBy = "rate limit";
    const LogFilter parsed = LogFilter::parse(filter);
    QVERIFY(parsed.unread().isEmpty());
    QTEST(parsed.matches(row), "taken");
}

void LogFilterTest::names_terms_that_it_cannot_read()
{
    const LogFilter filter = LogFilter::parse(QStringLiteral("books status:abc colour:red ms:4xx"));
    QCOMPARE(filter.unread(), QStringList({QStringLiteral("status:abc"), QStringLiteral("colour:red"),
                                           QStringLiteral("ms:4xx")}));
    api::RequestRow row;
    row.target = "/books";
    QVERIFY(filter.matches(row)); // what can be read still holds
}

void LogFilterTest::asks_the_records_for_what_they_can_filter()
{
    const api::RecordsParams params =
        LogFilter::parse(QStringLiteral("books status:5xx -orders")).recordsParams();
    QCOMPARE(params.text, std::string("books"));
    QCOMPARE(params.statusFrom, 500);
    QCOMPARE(params.statusTo, 599);
}

GATEHOUSE_TEST(LogFilterTest)
#include "log_filter_test.moc"
