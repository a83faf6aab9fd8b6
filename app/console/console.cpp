#include "app/console/console.h"

#include "ui/routes/routes_page.h"
#include "ui/shell/file_actions.h"
#include "ui/shell/main_window.h"
#include "ui/traffic/traffic_page.h"

#include <QFileInfo>
#include <QSettings>

namespace gatehouse::console {

Console::Console(ui::EngineClient::Options engine) : engine_(std::move(engine))
{
    QObject::connect(&engine_, &ui::EngineClient::telemetry, &live_,
                     [this](const api::TelemetryFrame& frame) { live_.take(frame); });
    QObject::connect(&engine_, &ui::EngineClient::requests, &live_,
                     [this](const api::RequestBatch& batch) { live_.take(batch); });
    QObject::connect(&engine_, &ui::EngineClient::died, &live_, &ui::LiveStore::engineRestarted);
}

std::unique_ptr<ui::MainWindow> Console::makeWindow()
{
    auto window = std::make_unique<ui::MainWindow>(context());
    window->addPage(new ui::RoutesPage(context()));
    window->addPage(new ui::TrafficPage(context()));
    return window;
}

void Console::openFirst(ui::MainWindow& window, const QString& file)
{
    document_.newFrom(ui::demoText(), QStringLiteral("Bookshop"));
    const QString last = QSettings().value(QStringLiteral("lastFile")).toString();
    if (!file.isEmpty())
        window.openFile(file);
    else if (QFileInfo::exists(last))
        window.openFile(last);
}

} // namespace gatehouse::console
