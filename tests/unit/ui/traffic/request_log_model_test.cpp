#include "tests/support/test_main.h"

#include "ui/traffic/request_log_model.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

api::RequestBatch batch(std::uint64_t first, int count)
{
    api::RequestBatch made;
    for (int i = 0; i < count; ++i) {
        api::RequestRow row;
        row.id = first + std::uint64_t(i);
        row.at_ms = 1'000'000 + double(row.id);
        row.method = "GET";
        row.target = "/books/" + std::to_string(row.id);
        row.status = row.id % 10 == 0 ? 503 : 200;
        row.total_ms = double(row.id % 7);
        made.rows.push_back(row);
    }
    return made;
}

} // namespace

class RequestLogModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_newest_row_stands_first_without_a_reset();
    void filters_what_is_there_and_what_comes();
    void held_rows_stay_and_new_ones_are_counted();
    void sorts_only_while_held();
    void forgets_with_the_store();
    void fixed_rows_come_and_go();
    void copies_as_tsv_and_json();
};

void RequestLogModelTest::the_newest_row_stands_first_without_a_reset()
{
    LiveStore live;
    RequestLogModel model(live);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    live.take(batch(1, 50));
    live.take(batch(51, 50));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.request(0).id, std::uint64_t(100));
    QCOMPARE(model.request(99).id, std::uint64_t(1));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 2);
}

void RequestLogModelTest::filters_what_is_there_and_what_comes()
{
    LiveStore live;
    RequestLogModel model(live);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    live.take(batch(1, 50));
    model.setFilter(LogFilter::parse(QStringLiteral("status:5xx")));
    QCOMPARE(model.rowCount(), 5);
    live.take(batch(51, 50));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.all(), 100);
    QCOMPARE(model.request(0).id, std::uint64_t(100));
}

void RequestLogModelTest::held_rows_stay_and_new_ones_are_counted()
{
    LiveStore live;
    RequestLogModel model(live);
    live.take(batch(1, 10));
    model.hold();
    live.take(batch(11, 5));
    live.take(batch(16, 5));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.waiting(), 10);
    model.release();
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.waiting(), 0);
}

void RequestLogModelTest::sorts_only_while_held()
{
    LiveStore live;
    RequestLogModel model(live);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    live.take(batch(1, 20));
    model.sort(RequestLogModel::durationColumn, Qt::DescendingOrder);
    QCOMPARE(model.request(0).id, std::uint64_t(20));
    model.hold();
    const QPersistentModelIndex kept = model.index(0, 0);
    model.sort(RequestLogModel::durationColumn, Qt::DescendingOrder);
    QCOMPARE(model.request(0).total_ms, 6.0);
    QCOMPARE(model.request(19).total_ms, 0.0);
    QCOMPARE(model.request(kept.row()).id, std::uint64_t(20));
    model.release();
    QCOMPARE(model.request(0).id, std::uint64_t(20));
}

void RequestLogModelTest::forgets_with_the_store()
{
    LiveStore live;
    RequestLogModel model(live);
    for (int i = 0; i < 201; ++i)
        live.take(batch(std::uint64_t(1 + i * 500), 500));
    QCOMPARE(model.rowCount(), int(LiveStore::maxRows));
    QCOMPARE(model.request(model.rowCount() - 1).id, std::uint64_t(501));
    live.clear();
    QCOMPARE(model.rowCount(), 0);
}

void RequestLogModelTest::fixed_rows_come_and_go()
{
    LiveStore live;
    RequestLogModel model(live);
    live.take(batch(1, 10));
    model.showFixed(batch(500, 3).rows);
    QCOMPARE(model.rowCount(), 3);
    live.take(batch(11, 10));
    QCOMPARE(model.rowCount(), 3);
    model.showLive();
    QCOMPARE(model.rowCount(), 20);
}

void RequestLogModelTest::copies_as_tsv_and_json()
{
    LiveStore live;
    RequestLogModel model(live);
    live.take(batch(1, 3));
    const QStringList lines = model.tsv({0, 1}).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(QStringLiteral("Time\tMethod\tTarget")));
    QVERIFY(lines[1].contains(QStringLiteral("GET\t/books/3")));
    const QJsonArray array = QJsonDocument::fromJson(model.json({2}).toUtf8()).array();
    QCOMPARE(array.size(), 1);
    QCOMPARE(array[0].toObject().value(QStringLiteral("target")).toString(), QStringLiteral("/books/1"));
}

GATEHOUSE_TEST(RequestLogModelTest)
#include "request_log_model_test.moc"
