#include "app/console/arguments.h"
#include "app/console/console.h"
#include "app/console/language.h"
#include "app/console/picture_taker.h"
#include "app/signals/signal_watch.h"

#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <utility>

using namespace gatehouse;

namespace {

/// A first signal closes the window, which asks about unsaved changes; a second one doesn't wait for an
/// answer. Either way the engine ends and its socket's folder goes.
void endOnSignal(const SignalWatch& signals_)
{
    QObject::connect(&signals_, &SignalWatch::raised, qApp, [again = false]() mutable {
        if (std::exchange(again, true))
            QApplication::exit(0);
        else
            QApplication::quit();
    });
}

int runWindow(const console::Arguments& arguments, console::Console& console)
{
    const auto window = console.makeWindow();
    window->restoreState_();
    console.openFirst(*window, arguments.file);
    window->show();
    console.engine().start();
    const SignalWatch signals_({SIGTERM, SIGINT});
    endOnSignal(signals_);
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
    if (!pictures)
        SignalWatch::block({SIGTERM, SIGINT});
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    const ui::Settings settings = ui::Settings::load();
    console::useLanguage(settings.language);
    ui::theme().setReducedMotion(settings.reducedMotion || pictures);
    ui::theme().install(pictures ? ui::Scheme::light : ui::Theme::schemeFor(settings.theme));
    QApplication::setWindowIcon(ui::icon(QStringLiteral("door-open"), ui::Role::accentText));

    console::Console console;
    if (pictures)
        return console::PictureTaker(console, arguments.pictures, arguments.contrast).run();
    return runWindow(arguments, console);
}
