#include "ui/canvas/diagram.h"
#include "ui/canvas/edge_router.h"
#include "ui/canvas/geometry.h"

#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QLineF>

#include <cmath>

using namespace gatehouse::ui;

namespace {

QRectF node(double x, double y)
{
    return {x, y, nodeWidth, nodeHeight};
}

bool isOrthogonal(const QPolygonF& line)
{
    for (int i = 1; i < line.size(); ++i) {
        if (std::abs(line[i].x() - line[i - 1].x()) > 0.01 && std::abs(line[i].y() - line[i - 1].y()) > 0.01)
            return false;
    }
    return true;
}

bool touches(const QPolygonF& line, const QRectF& rect)
{
    for (int i = 1; i < line.size(); ++i) {
        if (QRectF(line[i - 1], line[i]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1).intersects(rect))
            return true;
    }
    return false;
}

} // namespace

class GeometryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void zoom_keeps_its_bounds_and_steps()
    {
        QCOMPARE(clampZoom(9), 4.0);
        QCOMPARE(clampZoom(0.01), 0.1);
        QCOMPARE(nextZoom(1.0, +1), 1.25);
        QCOMPARE(nextZoom(1.0, -1), 0.75);
        QCOMPARE(nextZoom(4.0, +1), 4.0);
        QCOMPARE(nextZoom(0.1, -1), 0.1);
    }

    void detail_drops_below_60_and_35_percent()
    {
        QCOMPARE(detailAt(0.60), Detail::full);
        QCOMPARE(detailAt(0.59), Detail::title);
        QCOMPARE(detailAt(0.35), Detail::title);
        QCOMPARE(detailAt(0.34), Detail::icon);
    }

    void fit_never_magnifies()
    {
        QCOMPARE(fitZoom({0, 0, 100, 100}, {800, 600}, 16), 1.0);
        QCOMPARE(fitZoom({0, 0, 2000, 100}, {1032, 600}, 16), 0.5);
        QCOMPARE(fitZoom({0, 0, 1e6, 100}, {1032, 600}, 16), 0.1);
    }

    void snapping_rounds_to_the_grid()
    {
        QCOMPARE(snap(QPointF(7.9, 8.1), gridStep), QPointF(0, 16));
        QCOMPARE(snap(QPointF(-9, 24), gridStep), QPointF(-16, 32));
    }

    void an_edges_width_grows_with_the_logarithm_of_its_rate()
    {
        QCOMPARE(edgeWidth(0), 1.5);
        QCOMPARE(edgeWidth(1), 1.5);
        QCOMPARE(edgeWidth(100), 3.75);
        QCOMPARE(edgeWidth(1e4), 6.0);
        QCOMPARE(edgeWidth(1e9), 6.0);
    }

    void nodes_of_equal_height_are_joined_by_a_straight_line()
    {
        const auto lines = routeEdges({{node(0, 0)}, {node(300, 0)}}, {{0, 1}});
        QCOMPARE(lines.value(0), QPolygonF({QPointF(176, 28), QPointF(300, 28)}));
    }

    void edges_turn_in_the_gap_and_a_trunk_shares_its_lane()
    {
        const auto lines =
            routeEdges({{node(0, 100), true}, {node(300, 0)}, {node(300, 200)}}, {{0, 1}, {0, 2}});
        for (const auto& line : lines) {
            QVERIFY(isOrthogonal(line));
            QCOMPARE(line.size(), 4);
            QVERIFY(line[1].x() > 176 && line[1].x() < 300);
        }
        QCOMPARE(lines[0][1], lines[1][1]);
    }

    void edges_of_different_sources_do_not_share_a_lane_where_they_overlap()
    {
        const auto lines =
            routeEdges({{node(0, 0)}, {node(0, 100)}, {node(300, 200)}, {node(300, 300)}}, {{0, 2}, {1, 3}});
        QVERIFY(std::abs(lines[0][1].x() - lines[1][1].x()) >= 4);
        QVERIFY2(lines[1][1].x() < lines[0][1].x(), "of two that go down, the lower one turns first");
    }

    void two_edges_into_one_node_arrive_at_two_points()
    {
        const auto lines = routeEdges({{node(0, 0)}, {node(0, 96)}, {node(300, 0)}}, {{0, 2}, {1, 2}});
        QCOMPARE(lines[0].last().y(), 28.0);
        QVERIFY(lines[1].last().y() > 40 && lines[1].last().y() < nodeHeight);
    }

    void an_edge_goes_round_a_node_in_its_way()
    {
        const QRectF between = node(300, 0);
        const auto lines = routeEdges({{node(0, 0)}, {node(600, 0)}, {between}}, {{0, 1}});
        QVERIFY(isOrthogonal(lines[0]));
        QVERIFY(!touches(lines[0], between));
    }

    void a_backward_edge_goes_round_its_own_nodes()
    {
        const auto lines = routeEdges({{node(300, 0)}, {node(0, 0)}}, {{0, 1}});
        QVERIFY(isOrthogonal(lines[0]));
        QCOMPARE(lines[0].first(), QPointF(476, 28));
        QCOMPARE(lines[0].last(), QPointF(0, 28));
        QVERIFY(lines[0].size() >= 6);
    }

    void a_thousand_edges_route_in_a_moment()
    {
        QList<RouterNode> nodes;
        for (int i = 0; i < 500; ++i)
            nodes.append({node((i % 5) * 320, (i / 5) * 88)});
        QList<RouterEdge> edges;
        for (int i = 0; i < 1000; ++i) {
            const int from = (i * 7) % 500;
            edges.append({from,
                          from % 5 == 4                    ? from - 1
                          : from + 1 + 5 * (i % 3 - 1) < 0 ? from + 1
                                                           : from + 1,
                          false});
        }
        QElapsedTimer timer;
        timer.start();
        const auto lines = routeEdges(nodes, edges);
        QCOMPARE(lines.size(), 1000);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void distance_and_tail_of_a_line()
    {
        const QPolygonF line({QPointF(0, 0), QPointF(100, 0), QPointF(100, 100)});
        QCOMPARE(distanceTo(line, {50, 7}), 7.0);
        QCOMPARE(distanceTo(line, {104, 103}), 5.0);
        QCOMPARE(lineLength(line), 200.0);
        QCOMPARE(lineLength(lineTail(line, 150)), 150.0);
        QCOMPARE(pointAlong(line, 150), QPointF(100, 50));
    }

    void a_label_sits_on_the_longest_level_part()
    {
        const QPolygonF line({QPointF(0, 0), QPointF(20, 0), QPointF(20, 50), QPointF(200, 50)});
        const QPointF centre = labelCentre(line, 60);
        QCOMPARE(centre.y(), 50.0);
        QVERIFY(centre.x() > 60 && centre.x() < 140);
    }

    void a_free_place_keeps_its_distance()
    {
        const QList<QRectF> taken{node(0, 0), node(0, 96)};
        const QPointF at = freePlace({5, 3}, {nodeWidth, nodeHeight}, taken, 24);
        for (const QRectF& rect : taken)
            QVERIFY(!rect.intersects(QRectF(at, QSizeF(nodeWidth, nodeHeight))));
        QCOMPARE(snap(at, gridStep), at);
    }
};

GATEHOUSE_TEST(GeometryTest)
#include "geometry_test.moc"
