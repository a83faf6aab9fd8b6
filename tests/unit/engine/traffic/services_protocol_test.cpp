#include "engine/traffic/services_protocol.h"

#include "tests/support/test_main.h"

using namespace gatehouse;
using namespace gatehouse::traffic;

class ServicesProtocolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commands_survive_the_wire()
    {
        ServicesCommand services{.id = 1};
        services.services = DemoSet{{{.key = "a",
                                      .app = "catalog",
                                      .version = "v2",
                                      .latency_ms = 12.5,
                                      .errorShare = 0.25,
                                      .preferredPort = 4711}}};
        ServicesCommand load{.id = 2, .command = ServicesCommandKind::loadStart};
        load.load = LoadSpec{.rate_per_s = 0.5, .seed = 9007199254740991u};
        load.load->mix = {{.route = "r",
                           .address = "::1",
                           .port = 8080,
                           .method = "POST",
                           .host = "h",
                           .target = "/{1..2}",
                           .headers = {{"a", "b"}},
                           .body = "x\n",
                           .weight = 0.5}};
        ServicesCommand stop{.id = 3, .command = ServicesCommandKind::loadStop};
        ServicesCommand layout{.id = 4, .command = ServicesCommandKind::layout};
        layout.layout = LayoutGraph{.nodes = {{.key = "n", .width = 10, .height = 20, .rank = 3}},
                                    .edges = {{"n", "n"}},
                                    .columnGap = 1,
                                    .rowGap = 2};
        for (const ServicesCommand& command : {services, load, stop, layout}) {
            const std::string line = writeCommandLine(command);
            QVERIFY(line.find('\n') == std::string::npos);
            Problems problems;
            const auto read = readCommandLine(line, problems);
            QVERIFY2(read && *read == command, line.c_str());
        }
    }

    void reports_survive_the_wire()
    {
        ServicesReport ready{.report = ServicesReportKind::ready, .protocol = servicesProtocolVersion};
        ServicesReport load{.id = 0, .report = ServicesReportKind::load};
        load.load = LoadReport{.state = "running",
                               .elapsed_s = 1.5,
                               .sent = 10,
                               .latency_ms = {1, 2, 3, 4.25},
                               .statuses = {0, 9, 0, 1, 0},
                               .failures = {.timedOut = 1}};
        ServicesReport error{.id = 7, .report = ServicesReportKind::error};
        error.error = ServicesError{"busy", "words", "/load"};
        for (const ServicesReport& report : {ready, load, error}) {
            Problems problems;
            const auto read = readReportLine(writeReportLine(report), problems);
            QVERIFY(read && *read == report);
        }
    }

    void faulty_lines_are_refused_with_their_place_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("pointer");
        const auto row = [](const char* name, const char* line, const char* pointer) {
            QTest::newRow(name) << QByteArray(line) << QByteArray(pointer);
        };
        row("id missing", R"({"command":"loadStop"})", "/id");
        row("id 0", R"({"id":0,"command":"loadStop"})", "/id");
        row("unknown command", R"({"id":1,"command":"dance"})", "/command");
        row("rate 0", R"({"id":1,"command":"loadStart","load":{"rate_per_s":0,"mix":[{"port":1}]}})",
            "/load/rate_per_s");
        row("endless run", R"({"id":1,"command":"loadStart","load":{"duration_s":1e9,"mix":[{"port":1}]}})",
            "/load/duration_s");
        row("port 0", R"({"id":1,"command":"loadStart","load":{"mix":[{"port":0}]}})", "/load/mix/0/port");
        row("negative weight", R"({"id":1,"command":"loadStart","load":{"mix":[{"port":1,"weight":-1}]}})",
            "/load/mix/0/weight");
        row("error share",
            R"({"id":1,"command":"services","services":{"services":[{"key":"a","app":"b","errorShare":2}]}})",
            "/services/services/0/errorShare");
        row("rank", R"({"id":1,"command":"layout","layout":{"nodes":[{"key":"a","rank":1000}]}})",
            "/layout/nodes/0/rank");
    }
    void faulty_lines_are_refused_with_their_place()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, pointer);
        Problems problems;
        QVERIFY(!readCommandLine(line.toStdString(), problems));
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().pointer.c_str(), pointer.constData());
    }

    void more_nodes_than_the_limit_are_refused()
    {
        LayoutGraph graph;
        for (std::size_t i = 0; i <= maxLayoutNodes; ++i)
            graph.nodes.push_back({.key = std::to_string(i)});
        Problems problems;
        QVERIFY(!readLayoutGraph(writeLayoutGraph(graph), problems));
        graph.nodes.pop_back();
        QVERIFY(readLayoutGraph(writeLayoutGraph(graph), problems));
    }
};

GATEHOUSE_TEST(ServicesProtocolTest)
#include "services_protocol_test.moc"
