#include "arguments.h"
#include "language.h"
#include "pages.h"
#include "picture_taker.h"

#include "ui/shell/file_actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace gatehouse;

namespace {

void connectLive(ui::EngineClient& engine, ui::LiveStore& live)
{
    QObject::connect(&engine, &ui::EngineClient::telemetry, &live,
                     [&live](const api::TelemetryFrame& frame) { live.take(frame); });
    QObject::connect(&engine, &ui::EngineClient::requests, &live,
                     [&live](const api::RequestBatch& batch) { live.take(batch); });
    QObject::connect(&engine, &ui::EngineClient::died, &live, &ui::LiveStore::engineRestarted);
}

/// The file that was named, else the last one, else the demo as an unsaved copy.
void openFirst(const console::Arguments& arguments, ui::Document& document, ui::MainWindow& window)
{
    document.newFrom(ui::demoText(), QStringLiteral("Bookshop"));
    const QString last = QSettings().value(QStringLiteral("lastFile")).toString();
    if (!arguments.file.isEmpty())
        window.openFile(arguments.file);
    else if (QFileInfo::exists(last))
        window.openFile(last);
}

int runWindow(const console::Arguments& arguments, ui::Context context)
{
    ui::MainWindow window(context);
    console::addPages(window, context);
    window.restoreState_();
    openFirst(arguments, context.document, window);
    window.show();
    context.engine.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const console::Arguments arguments = console::readArguments(argc, argv);
    if (arguments.help) {
        std::fputs(console::usage(), stdout);
        return 0;
    }
    if (!arguments.error.isEmpty()) {
        std::fprintf(stderr, "gatehouse: %s\n\n%s", qPrintable(arguments.error), console::usage());
        return 2;
    }
    const QTemporaryDir scratch;
    const bool pictures = !arguments.pictures.isEmpty();
    if (pictures) {
        console::goOffscreen(arguments, scratch.path());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, scratch.path());
    }
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    const ui::Settings settings = ui::Settings::load();
    console::useLanguage(settings.language);
    ui::theme().setReducedMotion(settings.reducedMotion || pictures);
    ui::theme().install(pictures ? ui::Scheme::light : ui::Theme::schemeFor(settings.theme));
    QApplication::setWindowIcon(ui::icon(QStringLiteral("door-open"), ui::Role::accentText));

    ui::EngineClient engine;
    ui::LiveStore live;
    ui::Document document(engine);
    ui::Selection selection;
    connectLive(engine, live);
    const ui::Context context{document, engine, live, selection};
    if (pictures)
        return console::PictureTaker(context, arguments.pictures).run();
    return runWindow(arguments, context);
}
