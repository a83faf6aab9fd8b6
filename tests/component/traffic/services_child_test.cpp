#include "tests/support/test_main.h"

#include "engine/base/draw.h"
#include "engine/traffic/services_protocol.h"

#include <QElapsedTimer>
#include <QProcess>

#include <functional>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

constexpr int limit_ms = 20'000;

/// `gatehouse-engine services` over real pipes, as the control plane runs it.
class Child
{
public:
    Child()
    {
        process_.start(QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse-engine"), {QStringLiteral("services")});
        process_.waitForStarted();
    }
    ~Child()
    {
        process_.closeWriteChannel();
        if (!process_.waitForFinished(5'000))
            process_.kill();
        process_.waitForFinished(1'000);
    }

    QProcess& process() { return process_; }
    void send(const ServicesCommand& command) { sendLine(writeCommandLine(command)); }
    void sendLine(const std::string& line) { process_.write((line + '\n').c_str()); }

    /// The next report that `wanted` accepts; others are passed over.
    std::optional<ServicesReport> next(const std::function<bool(const ServicesReport&)>& wanted)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < limit_ms) {
            while (!process_.canReadLine()) {
                if (timer.elapsed() > limit_ms || !process_.waitForReadyRead(limit_ms))
                    return std::nullopt;
            }
            Problems problems;
            auto report = readReportLine(process_.readLine().trimmed().toStdString(), problems);
            if (!report)
                return std::nullopt;
            if (wanted(*report))
                return report;
        }
        return std::nullopt;
    }
    std::optional<ServicesReport> answer(std::int64_t id)
    {
        return next([id](const ServicesReport& report) { return report.id == id; });
    }

private:
    QProcess process_;
};

ServicesCommand servicesCommand(std::int64_t id)
{
    ServicesCommand command{.id = id};
    command.services = DemoSet{{{.key = "catalog-v1", .app = "catalog", .version = "v1", .latency_ms = 1}}};
    return command;
}

ServicesCommand loadCommand(std::int64_t id, std::uint16_t port, double duration_s)
{
    ServicesCommand command{.id = id, .command = ServicesCommandKind::loadStart};
    command.load = LoadSpec{.rate_per_s = 200, .duration_s = duration_s};
    command.load->mix = {{.route = "catalog", .port = port, .target = "/books/{1..400}"}};
    return command;
}

} // namespace

class ServicesChildTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void it_greets_serves_and_ends_with_its_stdin()
    {
        Child child;
        const auto ready = child.answer(0);
        QVERIFY(ready && ready->report == ServicesReportKind::ready);
        QCOMPARE(ready->protocol, servicesProtocolVersion);
        child.send(servicesCommand(1));
        const auto bound = child.answer(1);
        QVERIFY(bound && bound->services);
        QVERIFY(bound->services->services[0].port != 0);
        child.send(servicesCommand(2));
        QCOMPARE(child.answer(2)->services, bound->services);
        child.process().closeWriteChannel();
        QVERIFY(child.process().waitForFinished(5'000));
        QCOMPARE(child.process().exitCode(), 0);
    }

    void a_load_runs_reports_and_ends()
    {
        Child child;
        child.send(servicesCommand(1));
        const std::uint16_t port = child.answer(1)->services->services[0].port;
        child.send(loadCommand(2, port, 1));
        const auto started = child.answer(2);
        QVERIFY(started && started->load);
        QCOMPARE(started->load->state, std::string("running"));
        const auto done = child.next(
            [](const ServicesReport& report) { return report.load && report.load->state == "done"; });
        QVERIFY(done);
        QCOMPARE(done->id, std::int64_t(0));
        QVERIFY(done->load->sent > 120 && done->load->sent < 280);
        QCOMPARE(done->load->answered, done->load->sent);
        QCOMPARE(done->load->statuses[1], done->load->sent);
    }

    void one_load_at_a_time_and_a_stop_within_a_second()
    {
        Child child;
        child.send(servicesCommand(1));
        const std::uint16_t port = child.answer(1)->services->services[0].port;
        child.send(loadCommand(2, port, 60));
        QVERIFY(child.answer(2)->load);
        child.send(loadCommand(3, port, 60));
        QCOMPARE(child.answer(3)->error->code, std::string("busy"));
        QElapsedTimer timer;
        timer.start();
        child.send({.id = 4, .command = ServicesCommandKind::loadStop});
        QVERIFY(child.answer(4)->load);
        QVERIFY(child.next(
            [](const ServicesReport& report) { return report.load && report.load->state == "done"; }));
        QVERIFY(timer.elapsed() < 1'000);
        child.send(loadCommand(5, port, 0.2));
        QCOMPARE(child.answer(5)->report, ServicesReportKind::load);
    }

    void faulty_commands_are_answered_with_their_place()
    {
        Child child;
        ServicesCommand abroad = loadCommand(1, 80, 1);
        abroad.load->mix[0].address = "192.0.2.1";
        child.send(abroad);
        const auto refused = child.answer(1);
        QVERIFY(refused && refused->error);
        QCOMPARE(refused->error->code, std::string("invalid"));
        QCOMPARE(refused->error->pointer, std::string("/load/mix/0/address"));
        child.sendLine(R"({"id":2,"command":"services","extra":1})");
        QCOMPARE(child.answer(2)->error->code, std::string("invalid"));
        child.sendLine("no json at all");
        QVERIFY(child.next([](const ServicesReport& report) { return report.id == 0 && report.error; }));
        child.sendLine(R"({"id":3,"command":"layout"})");
        QCOMPARE(child.answer(3)->error->pointer, std::string("/layout"));
        child.send(servicesCommand(4));
        QVERIFY(child.answer(4)->services);
    }

    void a_layout_comes_from_a_process_of_its_own()
    {
        Child child;
        ServicesCommand command{.id = 1, .command = ServicesCommandKind::layout};
        command.layout =
            LayoutGraph{.nodes = {{.key = "a", .rank = 0}, {.key = "b", .rank = 1}}, .edges = {{"a", "b"}}};
        child.send(command);
        const auto placed = child.answer(1);
        QVERIFY(placed && placed->layout);
        QCOMPARE(placed->layout->places,
                 (std::vector<LayoutSpot>{{.key = "a"}, {.key = "b", .x = 306, .y = 0}}));
        command.id = 2;
        command.layout->edges.push_back({"a", "nowhere"});
        child.send(command);
        QCOMPARE(child.answer(2)->error->code, std::string("invalid"));
    }

    void a_large_layout_arrives_whole()
    {
        Child child;
        ServicesCommand command{.id = 1, .command = ServicesCommandKind::layout};
        command.layout.emplace();
        for (int i = 0; i < 3'000; ++i) // more than a pipe holds, both ways
            command.layout->nodes.push_back(
                {.key = "service/a-rather-long-name-" + std::to_string(i), .rank = i % 3});
        child.send(command);
        const auto placed = child.answer(1);
        QVERIFY(placed && placed->layout);
        QCOMPARE(placed->layout->places.size(), std::size_t(3'000));
    }

    void a_hostile_graph_is_ended_in_time()
    {
        Child child;
        ServicesCommand command{.id = 1, .command = ServicesCommandKind::layout};
        command.layout.emplace();
        for (std::size_t i = 0; i < maxLayoutNodes; ++i)
            command.layout->nodes.push_back({.key = std::to_string(i)});
        Draw draw(1); // no structure at all: dot needs over ten seconds here
        for (std::size_t i = 0; i < maxLayoutEdges; ++i)
            command.layout->edges.push_back(
                {std::to_string(draw.below(maxLayoutNodes)), std::to_string(draw.below(maxLayoutNodes))});
        QElapsedTimer timer;
        timer.start();
        child.send(command);
        child.send(servicesCommand(2));
        QVERIFY(child.answer(2)->services); // meanwhile it serves
        const auto ended = child.answer(1);
        QVERIFY(ended && ended->error);
        QCOMPARE(ended->error->code, std::string("timedOut"));
        QVERIFY(timer.elapsed() >= layoutLimit_ms && timer.elapsed() < layoutLimit_ms + 3'000);
    }

    void a_line_without_end_ends_it()
    {
        Child child;
        const QByteArray block(1 << 20, 'x');
        for (std::size_t sent = 0; sent <= maxServicesLine_bytes; sent += std::size_t(block.size()))
            child.process().write(block);
        QVERIFY(child.process().waitForFinished(limit_ms));
        QCOMPARE(child.process().exitCode(), 2);
    }
};

GATEHOUSE_TEST(ServicesChildTest)
#include "services_child_test.moc"
