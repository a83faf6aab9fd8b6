#include "tests/support/test_main.h"

#include "traffic_engine.h"
#include "tests/support/pseudo_locale.h"
#include "ui/charts/live_chart.h"
#include "ui/traffic/traffic_page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/page_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QUndoStack>

#include <cmath>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

/// A console's worth of objects around one traffic page, on the Bookshop workspace.
struct Bench {
    tests::TrafficEngine fake;
    EngineClient engine;
    LiveStore live;
    Document document{engine};
    Selection selection;
    std::unique_ptr<QWidget> bar;
    std::unique_ptr<TrafficPage> page;
    double at_ms = 1'772'359'200'000;
    std::map<std::string, api::Leg> legs;
    api::LoadState load;
    std::uint64_t nextId = 1;

    Bench()
    {
        QObject::connect(&engine, &EngineClient::telemetry, &live,
                         qOverload<const api::TelemetryFrame&>(&LiveStore::take));
        QObject::connect(&engine, &EngineClient::requests, &live,
                         qOverload<const api::RequestBatch&>(&LiveStore::take));
        engine.startOver(fake.device(), QStringLiteral("token"));
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        document.newFrom(opened ? QString::fromUtf8(file.readAll()) : QString(), QStringLiteral("Bookshop"));
        page = std::make_unique<TrafficPage>(Context{document, engine, live, selection});
        bar.reset(page->bar());
        page->resize(1208, 690);
        page->show();
    }

    bool waitUntilServing()
    {
        return QTest::qWaitFor([this] { return !document.applied().listeners.empty(); }, 5000);
    }

    template <class T = QWidget>
    T* find(const char* name)
    {
        return page->findChild<T*>(QString::fromLatin1(name));
    }

    void count(const std::string& route, const std::string& backend, double rate_per_s, double failing)
    {
        api::Leg& leg = legs[route + ">" + backend];
        leg.listener = "edge/public";
        leg.route = route;
        leg.backend = backend;
        const auto n =
            std::int64_t(std::max(0.0, rate_per_s / 10 * (1 + 0.25 * std::sin(at_ms * 0.0023 + rate_per_s))));
        const auto bad = std::int64_t(double(n) * failing);
        leg.requests += n;
        if (backend.empty()) {
            leg.s4xx += n;
            leg.refused += n;
        } else {
            leg.s2xx += n - bad;
            leg.s5xx += bad;
            leg.reused += n - n / 30;
        }
        leg.inFlight = n / 4;
        leg.latency_ms = {6.8, 17.8, 39, 85.3};
    }

    /// One tenth of a second of the engine's telemetry.
    void frame(std::int64_t sequence, double strength)
    {
        at_ms += 100;
        count("catalog", "catalog-v1", 390 * strength, 0.001);
        count("catalog", "catalog-v2", 170 * strength, 0.03);
        count("search", "catalog-v1", 201 * strength, 0.002);
        count("orders", "orders", 177 * strength, 0.004);
        count("reviews", "reviews", 160 * strength, 0);
        count("users", "users", 129 * strength, 0);
        count("users", "", 14 * strength, 0);
        api::TelemetryFrame made{.sequence = sequence, .at_ms = at_ms, .revision = 41};
        const double stall = sequence % 900 > 600 && sequence % 900 < 612 ? 12 : 1;
        made.latency_ms = {6.8 * stall, 17.8 * stall, 39.0 * stall, 85.3 * stall};
        load.state = "running";
        load.duration_s = 900;
        load.elapsed_s = double(sequence) / 10;
        load.sent += std::int64_t(120 * strength);
        load.answered = load.sent - 15;
        load.inFlight = 15;
        load.late = sequence / 9;
        const double wave = 1 + 0.12 * std::sin(double(sequence) * 0.07);
        load.latency_ms = {6.8 * wave, 17.8 * stall * wave, 39.0 * stall * wave, 85.3 * stall * wave};
        made.load = load;
        for (const auto& [key, leg] : legs)
            made.legs.push_back(leg);
        for (const api::Leg& leg : made.legs)
            made.requests += leg.requests;
        live.take(made);
    }

    void history(int seconds)
    {
        for (int i = 0; i < seconds * 10; ++i)
            frame(i + 1, std::min(1.0, (i + 20) / 300.0));
    }

    api::RequestRow row(const std::string& method, const std::string& target, const std::string& route,
                        const std::string& backend, int status, double total_ms,
                        const std::string& refused = {})
    {
        api::RequestRow made;
        made.id = nextId++;
        made.at_ms = at_ms + double(nextId);
        made.method = method;
        made.target = target;
        made.listener = "edge/public";
        made.route = route;
        made.backend = backend;
        made.status = status;
        made.total_ms = total_ms;
        made.upstream_ms = backend.empty() ? 0 : total_ms * 0.96;
        made.attempts = backend.empty() ? 0 : 1;
        made.reused = !backend.empty();
        made.refusedBy = refused;
        made.traceId = status >= 400 ? "0af7651916cd43dd8448eb211c80319c" : "";
        made.revision = 41;
        return made;
    }

    void logSome(int times)
    {
        api::RequestBatch batch;
        for (int i = 0; i < times; ++i) {
            batch.rows.push_back(
                row("GET", "/catalog/books/" + std::to_string(i), "catalog", "catalog-v1", 200, 6.1));
            batch.rows.push_back(
                row("GET", "/catalog/search?q=the&page=2", "search", "catalog-v1", 200, 11.8));
            batch.rows.push_back(row("POST", "/orders?book=7&quantity=1", "orders", "orders", 201, 24.3));
            batch.rows.push_back(row("GET", "/catalog/books?page=9", "catalog", "catalog-v2", 503, 38.4));
            batch.rows.push_back(row("GET", "/nothing/here", "", "", 404, 0.1, "no route"));
        }
        live.take(batch);
    }
};

} // namespace

class TrafficPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }
    void a_person_types_a_rate_and_starts_the_load();
    void a_person_takes_a_route_out_of_the_mix_and_undoes_it();
    void a_person_makes_renames_copies_and_deletes_load_plans();
    void at_1280_by_800_nothing_is_cut();
    void a_person_filters_the_log();
    void columns_that_a_person_hides_and_moves_are_remembered();
    void scrolling_away_holds_the_log_until_newest();
    void a_person_hides_a_series_and_moves_the_cursor_by_keys();
    void a_moment_of_a_chart_shows_its_requests();
    void a_request_tells_its_decision_or_that_its_trace_is_gone();
    void empty_charts_offer_to_start_the_load();
    void read_outs_are_the_numbers_shown();
    void paints_in_every_scheme();
    void no_plain_english_stands_on_the_page();
};

void TrafficPageTest::a_person_types_a_rate_and_starts_the_load()
{
    Bench b;
    QVERIFY(b.waitUntilServing());
    auto* rate = b.find<NumberField>("traffic.load.rate");
    QTRY_VERIFY(b.find<QPushButton>("traffic.start")->isEnabled());
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("75"));
    QTest::keyClick(rate, Qt::Key_Tab);
    QCOMPARE(b.document.workspace().loads.at(0).rate_per_s, 75.0);
    QTest::mouseClick(b.find<QPushButton>("traffic.start"), Qt::LeftButton);
    QTRY_COMPARE(b.fake.loads.size(), std::size_t(1));
    QCOMPARE(b.fake.loads[0].rate_per_s, 75.0);
    QCOMPARE(b.fake.loads[0].mix.size(), b.document.workspace().loads.at(0).mix.size());
    QCOMPARE(b.fake.loads[0].mix[0].listener, std::string("edge/public"));
    QCOMPARE(b.fake.loads[0].mix[0].target, std::string("/catalog/books/{1..428}"));

    b.history(2);
    QTRY_COMPARE(b.find<QPushButton>("traffic.start")->text(), QStringLiteral("Stop load"));
    QCOMPARE(b.find<TextLabel>("traffic.run.inFlight")->text(), QStringLiteral("15"));
    QTRY_VERIFY(b.find<QPushButton>("traffic.start")->isEnabled());
    QTest::mouseClick(b.find<QPushButton>("traffic.start"), Qt::LeftButton);
    QTRY_COMPARE(b.fake.stops, 1);
}

void TrafficPageTest::a_person_takes_a_route_out_of_the_mix_and_undoes_it()
{
    Bench b;
    auto* check = b.find<QCheckBox>("traffic.mix.orders");
    QVERIFY(check && check->isChecked());
    const auto before = b.document.workspace();
    check->click();
    QVERIFY(!b.find<QCheckBox>("traffic.mix.orders")->isChecked());
    QVERIFY(b.document.workspace() != before);
    QCOMPARE(b.document.undoStack()->undoText(), QStringLiteral("Take orders out of the mix"));
    b.find<QCheckBox>("traffic.mix.orders")->click();
    QVERIFY(b.document.workspace() == before);
    b.document.undoStack()->undo();
    QVERIFY(!b.find<QCheckBox>("traffic.mix.orders")->isChecked());
}

void TrafficPageTest::a_person_makes_renames_copies_and_deletes_load_plans()
{
    Bench b;
    b.bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(b.bar.get()));
    auto* box = b.bar->findChild<QComboBox*>(QStringLiteral("traffic.plan"));
    QCOMPARE(box->currentText(), QStringLiteral("Bookshop evening"));
    const auto action = [&](const char* name) {
        const QString id = QStringLiteral("traffic.plan.") + QLatin1String(name);
        const auto all = b.page->actions();
        return *std::find_if(all.begin(), all.end(), [&](QAction* each) { return each->objectName() == id; });
    };
    const auto names = [&] {
        QStringList out;
        for (const auto& plan : b.document.workspace().loads)
            out << QString::fromStdString(plan.name);
        return out;
    };
    const QString evening = QStringLiteral("Bookshop evening");
    const QString copy = QStringLiteral("Bookshop evening 2");

    action("duplicate")->trigger();
    QCOMPARE(names(), (QStringList{evening, copy}));
    QVERIFY(box->isEditable()); // the copy's name is typed at once
    QTest::keyClick(box->lineEdit(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box->lineEdit(), evening);
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY(!box->lineEdit()->accessibleDescription().isEmpty()); // taken: it says so, nothing is changed
    QCOMPARE(names(), (QStringList{evening, copy}));
    QTest::keyClick(box->lineEdit(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box->lineEdit(), QStringLiteral("Night"));
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(names(), (QStringList{evening, QStringLiteral("Night")}));
    QCOMPARE(box->currentText(), QStringLiteral("Night"));

    auto* rate = b.find<NumberField>("traffic.load.rate");
    rate->setValue(7); // edits the chosen plan alone
    QCOMPARE(b.document.workspace().loads[1].rate_per_s, 7.0);
    QVERIFY(b.document.workspace().loads[0].rate_per_s != 7.0);
    box->setCurrentIndex(0);
    Q_EMIT box->activated(0);
    QVERIFY(rate->value() != 7.0);

    QTest::keyClick(box, Qt::Key_F2);
    QTRY_VERIFY(box->isEditable());
    QTest::keyClick(box->lineEdit(), Qt::Key_Escape);
    QTRY_VERIFY(!box->isEditable());
    QCOMPARE(box->currentText(), evening);

    action("delete")->trigger();
    QCOMPARE(names(), QStringList{QStringLiteral("Night")});
    QCOMPARE(b.document.undoStack()->undoText(), QStringLiteral("Delete load plan"));
    b.document.undoStack()->undo();
    QCOMPARE(names(), (QStringList{evening, QStringLiteral("Night")}));
    action("new")->trigger();
    QCOMPARE(names().size(), 3);
    QCOMPARE(b.document.workspace().loads[2].mix.size(), std::size_t(0));
}

void TrafficPageTest::at_1280_by_800_nothing_is_cut()
{
    Bench b;
    b.page->resize(1208, 690);
    QVERIFY(b.waitUntilServing());
    QVERIFY(QTest::qWaitForWindowExposed(b.page.get()));
    b.history(130);
    b.logSome(30);
    QCoreApplication::processEvents();
    const auto areas = b.page->findChildren<QScrollArea*>(); // the load panel and the charts
    QCOMPARE(areas.size(), 2);
    for (const QScrollArea* area : areas)
        QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    auto* requests = b.find<LiveChart>("chart.requests");
    auto* status = b.find<LiveChart>("chart.status");
    auto* latency = b.find<LiveChart>("chart.latency");
    QCOMPARE(requests->y(), latency->y()); // two by two
    QVERIFY(status->y() > requests->y());
    const PlotPicture picture = requests->plot().picture(requests->plot().size(), {});
    QVERIFY(picture.xTicks.size() > 2);
    const QFontMetricsF letters(theme().font(TextStyle::codeSmall));
    for (const Tick& tick : picture.xTicks)
        QVERIFY(picture.x.pixel(tick.value) + letters.horizontalAdvance(tick.label) / 2 <= picture.size.width());
    const QHeaderView* head = b.find<QTableView>("traffic.log.table")->horizontalHeader();
    for (int column = 0; column < head->count(); ++column)
        QVERIFY(head->sectionSize(column) >= head->sectionSizeHint(column));
}

void TrafficPageTest::a_person_filters_the_log()
{
    Bench b;
    b.logSome(20);
    auto* table = b.find<QTableView>("traffic.log.table");
    QCOMPARE(table->model()->rowCount(), 100);
    auto* filter = b.find<FilterEdit>("traffic.log.filter");
    QTest::keyClicks(filter, QStringLiteral("status:5xx books"));
    QTRY_COMPARE(table->model()->rowCount(), 20);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(table->model()->rowCount(), 100);
    QTest::keyClicks(filter, QStringLiteral("colour:red"));
    QTRY_VERIFY(b.find<TextLabel>("traffic.log.note")->text().contains(QStringLiteral("colour:red")));
}

void TrafficPageTest::columns_that_a_person_hides_and_moves_are_remembered()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("gatehouse-test"));
    {
        Bench b;
        auto* head = b.find<QTableView>("traffic.log.table")->horizontalHeader();
        head->moveSection(head->visualIndex(5), 0); // status first
        b.find<QTableView>("traffic.log.table")->setColumnHidden(1, true);
    }
    Bench b;
    auto* table = b.find<QTableView>("traffic.log.table");
    QCOMPARE(table->horizontalHeader()->visualIndex(5), 0);
    QVERIFY(table->isColumnHidden(1));
    QCoreApplication::setOrganizationName({});
}

void TrafficPageTest::scrolling_away_holds_the_log_until_newest()
{
    Bench b;
    b.logSome(60);
    QVERIFY(QTest::qWaitForWindowExposed(b.page.get()));
    auto* table = b.find<QTableView>("traffic.log.table");
    auto* newest = b.find<QPushButton>("traffic.log.newest");
    QVERIFY(!newest->isVisible());
    table->verticalScrollBar()->setValue(40);
    QVERIFY(newest->isVisible());
    b.logSome(2);
    QCOMPARE(table->model()->rowCount(), 300);
    QCOMPARE(newest->text(), QStringLiteral("Newest (10)"));
    QTest::mouseClick(newest, Qt::LeftButton);
    QCOMPARE(table->model()->rowCount(), 310);
    QVERIFY(!newest->isVisible());
}

void TrafficPageTest::a_person_hides_a_series_and_moves_the_cursor_by_keys()
{
    Bench b;
    b.history(60);
    auto* requests = b.find<LiveChart>("chart.requests");
    auto* latency = b.find<LiveChart>("chart.latency");
    auto* entry = b.find<QAbstractButton>("chart.requests.legend.catalog");
    QVERIFY(entry);
    QTest::mouseClick(entry, Qt::LeftButton);
    QVERIFY(!requests->plot().isShown(0) || !requests->plot().isShown(1));
    QTest::keyClick(&requests->plot(), Qt::Key_Left);
    QTest::keyClick(&requests->plot(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(requests->plot().readingAt_ms(), latency->plot().readingAt_ms());
    QCOMPARE(requests->plot().readingAt_ms(), requests->plot().timeline().end_ms() - 10'000);
}

void TrafficPageTest::a_moment_of_a_chart_shows_its_requests()
{
    Bench b;
    QVERIFY(b.waitUntilServing());
    b.history(30);
    b.logSome(10);
    b.fake.records = {b.row("GET", "/users/me", "users", "users", 200, 4.4)};
    auto* requests = b.find<LiveChart>("chart.requests");
    QTest::keyClick(&requests->plot(), Qt::Key_Left);
    QTest::keyClick(&requests->plot(), Qt::Key_Return);
    QTRY_COMPARE(b.fake.recordsAsked.size(), std::size_t(1));
    QCOMPARE(b.fake.recordsAsked[0].to_ms - b.fake.recordsAsked[0].from_ms, std::int64_t(1000));
    auto* table = b.find<QTableView>("traffic.log.table");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::mouseClick(b.find<QPushButton>("traffic.log.newest"), Qt::LeftButton);
    QCOMPARE(table->model()->rowCount(), 50);
}

void TrafficPageTest::a_request_tells_its_decision_or_that_its_trace_is_gone()
{
    Bench b;
    QVERIFY(b.waitUntilServing());
    b.logSome(1);
    api::DecisionTrace trace;
    trace.steps = {{"listener", "edge/public", "ok", "", {}, "Listener edge/public", 0.01},
                   {"route", "", "refused", "", {}, "No route matched", 0.05}};
    b.fake.traces["0af7651916cd43dd8448eb211c80319c"] = trace;
    auto* table = b.find<QTableView>("traffic.log.table");
    auto* steps = b.find<QTreeWidget>("traffic.detail.steps");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_COMPARE(steps->topLevelItemCount(), 2);
    QVERIFY(steps->isVisible());
    auto* note = b.find("traffic.detail.note");
    QVERIFY(!note->isVisible());
    table->setCurrentIndex(table->model()->index(4, 0)); // a 200: no trace, but what its record tells
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(steps->topLevelItemCount(), 5);
    QCOMPARE(steps->topLevelItem(1)->text(0), QStringLiteral("Route catalog"));
    QCOMPARE(steps->topLevelItem(3)->text(0), QStringLiteral("1 attempt(s), on a kept connection"));
}

void TrafficPageTest::empty_charts_offer_to_start_the_load()
{
    Bench b;
    QVERIFY(b.waitUntilServing());
    auto* requests = b.find<LiveChart>("chart.requests");
    QVERIFY(requests->showsEmptyState());
    QTRY_VERIFY(b.find<QPushButton>("traffic.start")->isEnabled());
    QTest::mouseClick(b.find<QPushButton>("chart.requests.emptyAction"), Qt::LeftButton);
    QTRY_COMPARE(b.fake.loads.size(), std::size_t(1));
    b.history(5);
    QVERIFY(!requests->showsEmptyState());
}

void TrafficPageTest::read_outs_are_the_numbers_shown()
{
    Bench b;
    b.history(60);
    b.logSome(3);
    const QJsonObject out = b.page->readOuts();
    const QJsonObject charts = out.value(QStringLiteral("charts")).toObject();
    const QJsonObject requests = charts.value(QStringLiteral("requests")).toObject();
    const double at = requests.value(QStringLiteral("at_ms")).toDouble();
    const auto samples = b.live.series(Scope::ofRoute("orders"), Metric::rate, at - 1000, at, 1000);
    QCOMPARE(requests.value(QStringLiteral("orders")).toDouble(), samples.at(0).value);
    double shares = 0;
    const QJsonObject status = charts.value(QStringLiteral("status")).toObject();
    for (const char* key : {"2xx", "3xx", "4xx", "refused", "5xx"})
        shares += status.value(QLatin1String(key)).toDouble();
    QVERIFY(std::fabs(shares - 100) < 1e-6);
    QVERIFY(status.value(QStringLiteral("refused")).toDouble() > 0);
    QCOMPARE(out.value(QStringLiteral("log")).toObject().value(QStringLiteral("shown")).toInt(), 15);
}

void TrafficPageTest::paints_in_every_scheme()
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_PICTURES");
    const std::pair<Scheme, QString> schemes[] = {{Scheme::light, QStringLiteral("light")},
                                                  {Scheme::dark, QStringLiteral("dark")},
                                                  {Scheme::highContrastLight, QStringLiteral("contrast")}};
    for (const auto& [scheme, name] : schemes) {
        theme().apply(scheme);
        Bench b;
        QVERIFY(b.waitUntilServing());
        if (!folder.isEmpty()) {
            QTRY_VERIFY(b.find<QPushButton>("traffic.start")->isEnabled());
            b.page->grab().save(QStringLiteral("%1/empty-%2.png").arg(folder, name));
        }
        b.history(150);
        b.logSome(30);
        auto* table = b.find<QTableView>("traffic.log.table");
        table->setCurrentIndex(table->model()->index(0, 0));
        auto* requests = b.find<LiveChart>("chart.requests");
        b.page->setFocus();
        requests->plot().timeline().setCursor(requests->plot().timeline().end_ms() - 30'000);
        QTRY_VERIFY(b.find<QPushButton>("traffic.start")->text().startsWith(QStringLiteral("Stop")));
        QCoreApplication::processEvents(); // layouts settle
        const QImage image = b.page->grab().toImage();
        QVERIFY(image.pixelColor(300, 100) == theme().color(Role::base) ||
                image.pixelColor(image.width() - 20, 60) == theme().color(Role::base));
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/live-%2.png").arg(folder, name));
    }
    theme().apply(Scheme::light);
}

void TrafficPageTest::no_plain_english_stands_on_the_page()
{
    const tests::PseudoLocale pseudo;
    Bench b;
    QVERIFY(b.waitUntilServing());
    b.history(60);
    b.logSome(5);
    api::DecisionTrace trace;
    trace.steps = {{"listener", "edge/public", "ok", "listener.took", {"edge/public", "api.example"}, "English", 0.01},
                   {"route", "", "refused", "route.none", {"GET", "/nothing/here"}, "English", 0.05}};
    b.fake.traces["0af7651916cd43dd8448eb211c80319c"] = trace;
    auto* table = b.find<QTableView>("traffic.log.table");
    table->setCurrentIndex(table->model()->index(0, 0));
    auto* steps = b.find<QTreeWidget>("traffic.detail.steps");
    QTRY_COMPARE(steps->topLevelItemCount(), 2);
    // Names of the demo, what goes over the wire, and the keys of the filter.
    const QRegularExpression names(QStringLiteral(
        "Bookshop evening|catalog-v\\d|home|echo|search|catalog|orders|reviews|users|edge/\\w+|\\b(GET|POST)\\b|"
        "/[\\w/?=&]+|[0-9a-f]{32}|\\dxx|p\\d[\\d.]*|\\bms\\b|Ctrl\\+\\w"));
    const QLabel forgotten(QStringLiteral("catalog stands still"));
    QCOMPARE(tests::plainEnglish(forgotten, names).size(), 1); // it is found if there is any
    const QStringList page = tests::plainEnglish(*b.page, names);
    QVERIFY2(page.isEmpty(), qPrintable(page.join(u'\n')));
    const QStringList bar = tests::plainEnglish(*b.bar, names);
    QVERIFY2(bar.isEmpty(), qPrintable(bar.join(u'\n')));
}

GATEHOUSE_TEST(TrafficPageTest)
#include "traffic_page_test.moc"
