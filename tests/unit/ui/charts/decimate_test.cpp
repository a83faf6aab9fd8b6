#include "tests/support/test_main.h"

#include "ui/charts/decimate.h"

#include <cmath>

using namespace gatehouse::ui;

namespace {

SeriesTable oneColumn(const std::vector<double>& values, double step_ms = 100)
{
    SeriesTable table(1, values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        table.append(double(i) * step_ms, {values[i]});
    return table;
}

} // namespace

class DecimateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_ring_forgets_its_oldest_rows();
    void a_ring_takes_rows_in_time_order_only();
    void finds_rows_by_time();
    void few_points_and_every_peak();
    void buckets_stay_while_the_window_moves();
    void a_gap_cuts_the_line();
    void a_missing_row_is_a_gap_too();
    void a_single_value_between_gaps_is_kept();
    void dashes_run_on_through_corners();
    void shares_add_up_to_a_hundred();
    void an_empty_sum_is_a_gap();
};

void DecimateTest::a_ring_forgets_its_oldest_rows()
{
    SeriesTable table(2, 3);
    for (int i = 0; i < 5; ++i)
        QVERIFY(table.append(i, {double(i), double(10 * i)}));
    QCOMPARE(table.rows(), std::size_t(3));
    QCOMPARE(table.time_ms(0), 2.0);
    QCOMPARE(table.value(1, 2), 40.0);
}

void DecimateTest::a_ring_takes_rows_in_time_order_only()
{
    SeriesTable table(2, 3);
    QVERIFY(table.append(5, {1}));
    QVERIFY(std::isnan(table.value(1, 0)));
    QVERIFY(!table.append(5, {2, 2}));
    QVERIFY(!table.append(4, {2, 2}));
    QVERIFY(!table.append(std::nan(""), {2, 2}));
    QCOMPARE(table.rows(), std::size_t(1));
}

void DecimateTest::finds_rows_by_time()
{
    const SeriesTable table = oneColumn({0, 1, 2, 3, 4});
    QCOMPARE(table.rowFrom(100), std::size_t(1));
    QCOMPARE(table.rowFrom(101), std::size_t(2));
    QCOMPARE(table.rowFrom(9000), table.rows());
    QCOMPARE(table.nearestRow(140, 50), std::size_t(1));
    QCOMPARE(table.nearestRow(160, 50), std::size_t(2));
    QCOMPARE(table.nearestRow(600, 100), table.rows());
}

void DecimateTest::few_points_and_every_peak()
{
    std::vector<double> values(6000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(double(i) * 0.05);
    values[1234] = 99;
    values[4321] = -99;
    const SeriesTable table = oneColumn(values);
    const Scale x{ScaleKind::linear, 0, 600'000, 0, 500};
    const Scale y{ScaleKind::linear, -100, 100, 200, 0};
    const auto pieces = tracePieces({&table, 0}, 0, table.rows(), x, y, 300, 150);
    QCOMPARE(pieces.size(), std::size_t(1));
    QVERIFY2(pieces[0].size() <= 602, qPrintable(QString::number(pieces[0].size())));
    double top = 1e9;
    double bottom = -1e9;
    for (int i = 0; i < pieces[0].size(); ++i) {
        top = std::min(top, pieces[0][i].y());
        bottom = std::max(bottom, pieces[0][i].y());
        if (i > 0)
            QVERIFY(pieces[0][i].x() > pieces[0][i - 1].x());
    }
    QCOMPARE(top, y.pixel(99));
    QCOMPARE(bottom, y.pixel(-99));
}

void DecimateTest::buckets_stay_while_the_window_moves()
{
    std::vector<double> values(3000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = double((i * 7919) % 101);
    const SeriesTable table = oneColumn(values);
    const auto valuesAt = [&](double start_ms) {
        const Scale x{ScaleKind::linear, start_ms, start_ms + 200'000, 0, 200'000};
        const Scale y{ScaleKind::linear, 0, 100, 0, 100};
        std::map<double, double> points;
        const auto pieces = tracePieces({&table, 0}, 0, table.rows(), x, y, 100, 150);
        for (const QPointF& point : pieces.at(0))
            points[std::round(point.x() + start_ms)] = point.y();
        return points;
    };
    QCOMPARE(valuesAt(0), valuesAt(700));
}

void DecimateTest::a_gap_cuts_the_line()
{
    const SeriesTable table = oneColumn({1, 2, noValue, 3, 4});
    const Scale x{ScaleKind::linear, 0, 400, 0, 400};
    const Scale y{ScaleKind::linear, 0, 10, 0, 10};
    const auto pieces = tracePieces({&table, 0}, 0, 5, x, y, 1000, 150);
    QCOMPARE(pieces.size(), std::size_t(2));
    QCOMPARE(pieces[0].last(), QPointF(100, 2));
    QCOMPARE(pieces[1].first(), QPointF(300, 3));
}

void DecimateTest::a_missing_row_is_a_gap_too()
{
    SeriesTable table(1, 10);
    for (const double at : {0.0, 100.0, 200.0, 900.0, 1000.0})
        table.append(at, {5});
    const Scale x{ScaleKind::linear, 0, 1000, 0, 1000};
    const Scale y{ScaleKind::linear, 0, 10, 0, 10};
    QCOMPARE(tracePieces({&table, 0}, 0, 5, x, y, 1000, 150).size(), std::size_t(2));
    QCOMPARE(tracePieces({&table, 0}, 0, 5, x, y, 1000, 800).size(), std::size_t(1));
}

void DecimateTest::a_single_value_between_gaps_is_kept()
{
    const SeriesTable table = oneColumn({noValue, 7, noValue});
    const Scale x{ScaleKind::linear, 0, 400, 0, 400};
    const Scale y{ScaleKind::linear, 0, 10, 0, 10};
    const auto pieces = tracePieces({&table, 0}, 0, 3, x, y, 1000, 150);
    QCOMPARE(pieces.size(), std::size_t(1));
    QCOMPARE(pieces[0], QPolygonF({QPointF(100, 7)}));
}

void DecimateTest::dashes_run_on_through_corners()
{
    const QPolygonF line({{0, 0}, {10, 0}, {10, 10}});
    QVector<QLineF> solid;
    appendSegments(solid, line, {});
    QCOMPARE(solid, QVector<QLineF>({QLineF(0, 0, 10, 0), QLineF(10, 0, 10, 10)}));
    QVector<QLineF> dashed;
    appendSegments(dashed, line, {6, 2});
    QCOMPARE(dashed.size(), 4); // 0–6, then 8–14 in two parts around the corner, then 16–20
    QCOMPARE(dashed[0], QLineF(0, 0, 6, 0));
    QCOMPARE(dashed[1], QLineF(8, 0, 10, 0));
    QCOMPARE(dashed[2], QLineF(10, 0, 10, 4));
    QCOMPARE(dashed[3], QLineF(10, 6, 10, 10));
}

void DecimateTest::shares_add_up_to_a_hundred()
{
    SeriesTable table(3, 4);
    table.append(0, {90, 6, 4});
    table.append(1, {1, noValue, 1});
    const auto edges = stackedShares(table, 0, 2);
    QCOMPARE(edges[0][0], 90.0);
    QCOMPARE(edges[1][0], 96.0);
    QCOMPARE(edges[2][0], 100.0);
    QCOMPARE(edges[0][1], 50.0);
    QCOMPARE(edges[1][1], 50.0);
    QCOMPARE(edges[2][1], 100.0);
}

void DecimateTest::an_empty_sum_is_a_gap()
{
    SeriesTable table(2, 4);
    table.append(0, {0, 0});
    table.append(1, {noValue, noValue});
    const auto edges = stackedShares(table, 0, 2);
    QVERIFY(std::isnan(edges[0][0]) && std::isnan(edges[1][0]));
    QVERIFY(std::isnan(edges[0][1]) && std::isnan(edges[1][1]));
}

GATEHOUSE_TEST(DecimateTest)
#include "decimate_test.moc"
