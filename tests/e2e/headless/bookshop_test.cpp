#include "tests/support/test_main.h"

#include "engine/http/io_thread.h"
#include "engine/traffic/load_run.h"

#include "tests/support/engine_process.h"
#include "tests/support/http_ask.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ask;

namespace {

constexpr int limit_ms = 20'000;

/// `gatehouse-engine run` on a copy of the bookshop that the test may change.
class Shop
{
public:
    Shop()
    {
        QFile::copy(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"),
                    file());
        QFile(file()).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        started_ = engine_.start({u"run"_s, file(), u"--json"_s});
        const auto bothUp = [this] { return portOf(u"public"_s) != 0 && portOf(u"internal"_s) != 0; };
        started_ = started_ && QTest::qWaitFor(bothUp, limit_ms) &&
                   QTest::qWaitFor([this] { return status("/catalog/books/1") == 200; }, limit_ms);
    }

    bool started() const { return started_; }
    QString file() const { return folder_.filePath(u"shop.gatehouse.json"_s); }
    EngineProcess& engine() { return engine_; }
    std::uint16_t publicPort() { return portOf(u"public"_s); }
    std::uint16_t internalPort() { return portOf(u"internal"_s); }
    int status(const char* target) { return ask(publicPort(), {.target = target}).status; }
    void raise(int signal) { ::kill(pid_t(engine_.pid()), signal); }

    void replace(const QString& from, const QString& to)
    {
        QFile file(this->file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        file.close();
        QVERIFY(text.contains(from));
        text.replace(from, to);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text.toUtf8());
    }

    traffic::LoadSpec load(double rate_per_s, double duration_s)
    {
        traffic::LoadSpec spec{.rate_per_s = rate_per_s, .duration_s = duration_s};
        spec.mix = {
            {.route = "catalog", .port = publicPort(), .target = "/catalog/books/{1..400}", .weight = 3},
            {.route = "reviews", .port = publicPort(), .target = "/reviews?book={1..400}"},
            {.route = "users", .port = internalPort(), .target = "/users/{1..200}"}};
        return spec;
    }

private:
    std::uint16_t portOf(const QString& listener)
    {
        const QRegularExpression line(u"\"listener\":\"edge/"_s + listener +
                                      u"\",\"url\":\"http://127\\.0\\.0\\.1:(\\d+)\""_s);
        return std::uint16_t(line.match(engine_.output()).captured(1).toUInt());
    }

    QTemporaryDir folder_;
    EngineProcess engine_;
    bool started_ = false;
};

} // namespace

/// The engine alone on the bookshop, as `app/run` starts it without a display.
class BookshopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_route_answers()
    {
        Shop shop;
        QVERIFY2(shop.started(), qPrintable(shop.engine().output()));
        const std::uint16_t open = shop.publicPort();
        const std::uint16_t inside = shop.internalPort();

        const http::ClientResult home = ask(open, {.target = "/"});
        QCOMPARE(home.status, 302);
        QVERIFY(http::fieldValue(home.fields, "location").ends_with("/catalog/books"));
        QCOMPARE(ask(open, {.target = "/catalog/books?page=2"}).status, 200);
        QVERIFY(ask(open, {.target = "/catalog/search?q=austen"}).body.find("Jane Austen") !=
                std::string::npos);
        QCOMPARE(ask(open, {.target = "/orders/5001"}).status, 200);
        QCOMPARE(ask(open, {.method = "POST", .target = "/orders?book=7&quantity=1"}).status, 201);
        const http::ClientResult reviews = ask(open, {.target = "/reviews?book=1"});
        QCOMPARE(reviews.status, 200);
        QCOMPARE(std::string(http::fieldValue(reviews.fields, "cache-control")), std::string("max-age=10"));
        QCOMPARE(ask(inside, {.target = "/users/me"}).status, 200);
        const http::ClientResult echo = ask(inside, {.target = "/echo/x", .fields = {{"cookie", "a=b"}}});
        QCOMPARE(echo.status, 200);
        QVERIFY(echo.body.find("\"x-via\"") != std::string::npos);
        QVERIFY(echo.body.find("a=b") == std::string::npos);

        QCOMPARE(ask(open, {.target = "/users/me"}).status, 404); // internal only
        QCOMPARE(ask(open, {.target = "/nowhere"}).status, 404);
    }

    void a_preview_header_leads_to_the_second_version_and_the_split_to_both()
    {
        Shop shop;
        QVERIFY2(shop.started(), qPrintable(shop.engine().output()));
        int second = 0;
        for (int i = 0; i < 40; ++i) {
            const http::ClientResult preview =
                ask(shop.publicPort(), {.target = "/catalog/books/1", .fields = {{"x-preview", "v2"}}});
            QCOMPARE(std::string(http::fieldValue(preview.fields, "x-version")), std::string("v2"));
            const http::ClientResult split = ask(shop.publicPort(), {.target = "/catalog/books/1"});
            second += http::fieldValue(split.fields, "x-version") == "v2";
        }
        QVERIFY2(second >= 8 && second <= 12,
                 qPrintable(QString::number(second))); // 25 % of 40, within one a worker
    }

    void a_reload_under_load_drops_nothing_and_serves_the_new_split()
    {
        Shop shop;
        QVERIFY2(shop.started(), qPrintable(shop.engine().output()));
        http::IoThread thread("load");
        traffic::LoadRun run(thread, shop.load(300, 3), {});
        QTRY_VERIFY_WITH_TIMEOUT(run.report().answered > 100, limit_ms);
        shop.replace(u"\"weight\": 75"_s, u"\"weight\": 0"_s);
        shop.raise(SIGHUP);
        const auto secondOnly = [&] {
            for (int i = 0; i < 8; ++i) {
                if (http::fieldValue(ask(shop.publicPort(), {.target = "/catalog/books/1"}).fields,
                                     "x-version") != "v2")
                    return false;
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(secondOnly(), limit_ms);
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), limit_ms);
        const traffic::LoadReport report = run.report();
        QCOMPARE(report.failed, std::int64_t(0));
        QCOMPARE(report.answered, report.sent);
        QCOMPARE(report.statuses[3], std::int64_t(0));
    }

    void a_refused_reload_leaves_the_old_one_serving()
    {
        Shop shop;
        QVERIFY2(shop.started(), qPrintable(shop.engine().output()));
        shop.replace(u"\"name\": \"Bookshop\""_s, u"\"nam\": \"Bookshop\""_s);
        shop.raise(SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(shop.engine().output().contains(u"\"event\":\"refused\""_s), limit_ms);
        QVERIFY(shop.engine().running());
        QCOMPARE(shop.status("/catalog/books/1"), 200);
    }

    void a_terminated_engine_answers_what_is_under_way()
    {
        Shop shop;
        QVERIFY2(shop.started(), qPrintable(shop.engine().output()));
        http::IoThread thread("load");
        traffic::LoadRun run(thread, shop.load(300, 30), {});
        QTRY_VERIFY_WITH_TIMEOUT(run.report().answered > 100, limit_ms);
        shop.raise(SIGTERM);
        QVERIFY(shop.engine().process().waitForFinished(limit_ms));
        QCOMPARE(shop.engine().process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(shop.engine().process().exitCode(), 0);
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.isOver(), limit_ms);
        const traffic::LoadReport report = run.report();
        QCOMPARE(report.failed, report.failures.refused); // new connections only
    }
};

GATEHOUSE_TEST(BookshopTest)
#include "bookshop_test.moc"
