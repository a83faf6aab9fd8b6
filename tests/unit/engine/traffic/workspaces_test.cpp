#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_files.h"
#include "engine/workspace/document.h"

#include "tests/support/test_main.h"

#include <QDir>

#include <algorithm>

using namespace gatehouse;

namespace {

QDir folder()
{
    return QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces"));
}

std::string textOf(const QString& name)
{
    QFile file(folder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

/// The workspaces that come with Gatehouse.
class WorkspacesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void each_is_read_without_problems_and_written_back_as_it_stands_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = folder().entryList({QStringLiteral("*.gatehouse.json")});
        QVERIFY(names.size() >= 2);
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void each_is_read_without_problems_and_written_back_as_it_stands()
    {
        QFETCH(QString, name);
        const std::string text = textOf(name);
        const workspace::ReadResult result = workspace::read(text);
        for (const Problem& problem : result.problems)
            qWarning("%s: %s", problem.pointer.c_str(), problem.message.c_str());
        QVERIFY(result.ok());
        QVERIFY(result.problems.empty());
        QCOMPARE(workspace::write(*result.workspace), text);
    }

    void the_programs_carry_them()
    {
        for (const QString& name : folder().entryList({QStringLiteral("*.gatehouse.json")}))
            QCOMPARE(std::string(traffic::demoFile(name.toStdString()).value_or("")), textOf(name));
    }

    void the_bookshop_runs_only_apps_that_exist_and_places_every_node()
    {
        const auto read = workspace::read(textOf(QStringLiteral("bookshop.gatehouse.json")));
        QVERIFY(read.ok());
        const workspace::Workspace& shop = *read.workspace;
        const auto apps = traffic::demoAppNames();
        std::size_t nodes = shop.routes.size() + shop.services.size();
        for (const workspace::Service& service : shop.services) {
            QVERIFY(service.demo && std::find(apps.begin(), apps.end(), service.demo->app) != apps.end());
            QVERIFY(shop.canvas.nodes.contains("service/" + service.name));
        }
        for (const workspace::HttpRoute& route : shop.routes)
            QVERIFY(shop.canvas.nodes.contains("route/" + route.name));
        for (const workspace::Gateway& gateway : shop.gateways) {
            nodes += gateway.listeners.size();
            for (const workspace::Listener& listener : gateway.listeners)
                QVERIFY(shop.canvas.nodes.contains("listener/" + gateway.name + '/' + listener.name));
        }
        QCOMPARE(shop.canvas.nodes.size(), nodes);
        for (const workspace::LoadPlan& load : shop.loads) {
            for (const workspace::LoadShare& share : load.mix) {
                QVERIFY(std::any_of(shop.routes.begin(), shop.routes.end(),
                                    [&](const auto& route) { return route.name == share.route; }));
            }
        }
    }
};

GATEHOUSE_TEST(WorkspacesTest)
#include "workspaces_test.moc"
