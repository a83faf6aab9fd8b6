#include "contract_client.h"

#include "tests/support/test_main.h"

#include "engine/telemetry/history.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <cstdint>

using namespace gatehouse;
using gatehouse::tests::ContractClient;

namespace {

constexpr int limit_ms = 15'000;

/// `gatehouse-engine serve` as a console starts it.
struct Served {
    QTemporaryDir folder;
    QProcess process;

    QString path() const { return folder.filePath(QStringLiteral("s")); }
    Served()
    {
        process.start(QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse-engine"),
                      {QStringLiteral("serve"), QStringLiteral("--socket"), path()});
        process.write("secret\n");
        if (!QTest::qWaitFor([this] { return QFile::exists(path()); }, limit_ms))
            qWarning("the engine made no socket: %s", process.readAllStandardError().constData());
    }
    ~Served()
    {
        process.closeWriteChannel();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(1000);
    }

    QList<qint64> children() const
    {
        QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(process.processId()));
        QList<qint64> pids;
        if (!file.open(QFile::ReadOnly))
            return pids;
        const QList<QByteArray> words = file.readAll().simplified().split(' ');
        for (const QByteArray& word : words) {
            if (!word.isEmpty())
                pids.append(word.toLongLong());
        }
        return pids;
    }
};

std::string bookshop()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"));
    return file.open(QFile::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The status of one request's answer; 0 when none came.
int statusOf(std::uint16_t port, const char* target)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write("GET " + QByteArray(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray got;
    const bool came = QTest::qWaitFor(
        [&] {
            got += socket.readAll();
            return got.contains("\r\n");
        },
        limit_ms);
    return came ? got.mid(9, 3).toInt() : 0;
}

/// As the last frame that had news of it told; null = none did.
const api::LoadState* loadOf(const ContractClient& client)
{
    const auto found = std::find_if(client.frames.rbegin(), client.frames.rend(),
                                    [](const auto& frame) { return frame.load.has_value(); });
    return found == client.frames.rend() ? nullptr : &*found->load;
}

} // namespace

class ServeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ends_when_its_standard_input_ends()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        served.process.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(served.process.state(), QProcess::NotRunning, limit_ms);
        QCOMPARE(served.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(served.process.exitCode(), 0);
    }

    void starts_demo_services_again_where_they_were()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        const auto applied = client.call<api::Apply>({.revision = 1, .document = bookshop()});
        QVERIFY(applied && applied->accepted);
        const std::uint16_t port = applied->listeners.at(0).port;
        QCOMPARE(statusOf(port, "/reviews?book=3"), 200);
        const auto before = served.children();
        QCOMPARE(before.size(), 1);
        QCOMPARE(::kill(pid_t(before[0]), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(served.children().size() == 1 && served.children() != before, limit_ms);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(port, "/reviews?book=3"), 200, limit_ms);
        QCOMPARE(client.call<api::Status>({})->revision, std::uint64_t(1));
    }

    void carries_a_load_and_counts_what_it_sent()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        const auto applied = client.call<api::Apply>({.revision = 1, .document = bookshop()});
        QVERIFY(applied && applied->accepted);
        api::LoadParams load;
        load.rate_per_s = 200;
        load.duration_s = 1;
        load.mix = {{.route = "reviews", .listener = "edge/public", .target = "/reviews?book={1..400}"}};
        QVERIFY(client.call<api::LoadStart>(load));
        int error = 0;
        QVERIFY(!client.call<api::LoadStart>(load, &error));
        QCOMPARE(error, int(api::ErrorCode::busy));
        const auto finished = [&]() -> const api::LoadState* {
            for (const auto& frame : client.frames) {
                if (frame.load && frame.load->state == "done")
                    return &*frame.load;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(finished(), limit_ms);
        QVERIFY(finished()->sent > 100);
        QCOMPARE(finished()->failed, 0);
        QTRY_COMPARE_WITH_TIMEOUT(client.requests(), finished()->sent, limit_ms);
        load.mix[0].listener = "edge/none";
        QVERIFY(!client.call<api::LoadStart>(load, &error));
        QCOMPARE(error, int(api::ErrorCode::invalidParams));
    }

    void keeps_every_second_of_a_load_beside_the_workspaces_file()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        const QTemporaryDir shop;
        const QString file = shop.filePath(QStringLiteral("shop.json"));
        const auto applied =
            client.call<api::Apply>({.revision = 1, .document = bookshop(), .path = file.toStdString()});
        QVERIFY(applied && applied->accepted);
        const QString history = QString::fromStdString(applied->history);
        QCOMPARE(history, shop.filePath(QStringLiteral(".gatehouse/shop.json.history.sqlite")));
        api::LoadParams load;
        load.rate_per_s = 100;
        load.duration_s = 2;
        load.mix = {{.route = "reviews", .listener = "edge/public", .target = "/reviews?book={1..400}"}};
        QVERIFY(client.call<api::LoadStart>(load));
        QTRY_VERIFY_WITH_TIMEOUT(loadOf(client) && loadOf(client)->state == "done", limit_ms);
        const auto kept = [&] {
            std::int64_t requests = 0;
            telemetry::History reader(applied->history);
            for (const auto& second : reader.read(0, INT64_MAX, 10'000))
                requests += second.leg.route == "reviews" ? std::int64_t(second.requests) : 0;
            return requests;
        };
        QVERIFY(loadOf(client)->answered > 100);
        QTRY_COMPARE_WITH_TIMEOUT(kept(), loadOf(client)->answered, limit_ms);
        QCOMPARE(QFileInfo(history).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(QFileInfo(QFileInfo(history).path()).permissions() & (QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());

        const QString moved = shop.filePath(QStringLiteral("moved.json"));
        const auto again =
            client.call<api::Apply>({.revision = 2, .document = bookshop(), .path = moved.toStdString()});
        QVERIFY(again && again->accepted);
        QCOMPARE(statusOf(again->listeners.at(0).port, "/reviews?book=3"), 200);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(QString::fromStdString(again->history)), limit_ms);
    }

    void says_that_it_keeps_no_history_of_a_document_without_a_file()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        for (const char* path : {"", "shop.json"}) {
            const auto applied =
                client.call<api::Apply>({.revision = *path ? 2u : 1u, .document = bookshop(), .path = path});
            QVERIFY(applied && applied->accepted);
            QCOMPARE(applied->history, std::string());
        }
        QVERIFY(!QFile::exists(QStringLiteral(".gatehouse")));
    }

    void a_load_tells_how_far_it_is_and_ends_within_a_second_of_stop()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        QVERIFY(client.call<api::Apply>({.revision = 1, .document = bookshop()}));
        api::LoadParams load;
        load.rate_per_s = 100;
        load.duration_s = 60;
        load.mix = {{.route = "reviews", .listener = "edge/public", .target = "/reviews?book={1..400}"}};
        QVERIFY(client.call<api::LoadStart>(load));
        QTRY_VERIFY_WITH_TIMEOUT(loadOf(client) && loadOf(client)->elapsed_s > 0.5, limit_ms);
        QCOMPARE(loadOf(client)->duration_s, 60.0);
        QElapsedTimer asked;
        asked.start();
        QVERIFY(client.call<api::LoadStop>({}));
        QTRY_VERIFY_WITH_TIMEOUT(loadOf(client)->state == "done", limit_ms);
        QVERIFY2(asked.elapsed() < 1000, qPrintable(QString::number(asked.elapsed())));
        QVERIFY(loadOf(client)->elapsed_s < 30);
    }

    void lays_out_a_graph_in_columns()
    {
        Served served;
        ContractClient client(served.path());
        QCOMPARE(client.hello("secret").error, 0);
        const auto result = client.call<api::Layout>(
            {.nodes = {{.key = "a", .rank = 0}, {.key = "b", .rank = 1}}, .edges = {{"a", "b"}}});
        QVERIFY(result);
        QCOMPARE(result->places.size(), std::size_t(2));
        QVERIFY(result->places[0].x + 176 <= result->places[1].x);
    }
};

GATEHOUSE_TEST(ServeTest)
#include "serve_test.moc"
