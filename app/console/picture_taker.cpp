#include "app/console/picture_taker.h"

#include "app/console/engine_numbers.h"
#include "app/console/language.h"

#include "ui/shell/file_actions.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPixmap>
#include <QScreen>

#include <cmath>
#include <cstdio>

namespace gatehouse::console {

using namespace gatehouse::ui;

namespace {

constexpr int engineLimit_ms = 20'000;
constexpr int dataLimit_ms = 60'000;
constexpr int settle_ms = 700;
constexpr std::uint32_t mostRecords = 10'000; ///< five seconds of the demo's load have far fewer

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

PictureTaker::PictureTaker(Console& console, QString folder, bool contrast)
    : console_(console), folder_(std::move(folder)), contrast_(contrast)
{
}

bool PictureTaker::waitFor(const char* what, int limit_ms, const std::function<bool()>& until)
{
    QElapsedTimer clock;
    clock.start();
    while (!until()) {
        if (clock.elapsed() > limit_ms) {
            std::fprintf(stderr, "gatehouse: waited %d ms for %s\n", limit_ms, what);
            return false;
        }
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return true;
}

bool PictureTaker::bringUp()
{
    const bool settled = waitFor("the engine to serve the workspace", engineLimit_ms, [this] {
        const auto state = console_.engine().state();
        return console_.document().serving() == Document::Serving::serving ||
               state == EngineClient::State::failed || state == EngineClient::State::mismatch ||
               console_.document().serving() == Document::Serving::refused;
    });
    if (settled && console_.document().serving() == Document::Serving::serving)
        return true;
    std::fprintf(stderr, "gatehouse: the engine did not come up: %s %s\n",
                 qPrintable(console_.engine().failureCode()), qPrintable(console_.engine().failure()));
    for (const auto& problem : console_.document().problems())
        std::fprintf(stderr, "gatehouse: %s: %s\n", problem.pointer.c_str(), problem.message.c_str());
    return false;
}

bool PictureTaker::takeLanguage(const QString& language)
{
    useLanguage(language);
    console_.context().selection.select({}); // each window's pages choose for themselves
    const auto made = console_.makeWindow();
    MainWindow& window = *made;
    window.resize(QGuiApplication::primaryScreen()->size());
    window.show();
    for (Page* page : window.pages()) {
        window.showPage(page->id());
        page->prepareForPicture();
        if (!waitFor(qPrintable(page->id()), dataLimit_ms, [page] { return page->readyForPicture(); }))
            return false;
    }
    for (const bool dark : {false, true}) {
        const Scheme scheme = contrast_ ? (dark ? Scheme::highContrastDark : Scheme::highContrastLight)
                                        : (dark ? Scheme::dark : Scheme::light);
        theme().apply(scheme);
        for (Page* page : window.pages()) {
            window.showPage(page->id());
            window.setBottomVisible(!page->bottomTabs().isEmpty());
            QElapsedTimer settled;
            settled.start();
            waitFor("a quiet moment", settle_ms * 2, [&] { return settled.elapsed() > settle_ms; });
            const QString stem =
                QStringLiteral("%1/%2-%3-%4")
                    .arg(folder_, page->id(),
                         dark ? QStringLiteral("dark") : QStringLiteral("light"),
                         language);
            if (!take(window, *page, stem))
                return false;
        }
    }
    return true;
}

bool PictureTaker::take(MainWindow& window, Page& page, const QString& stem)
{
    QJsonObject numbers = page.readOuts();
    numbers.insert(QStringLiteral("status"), window.statusReadOuts());
    const QPixmap picture = window.grab();
    numbers.insert(QStringLiteral("engine"), engineNumbers());
    if (!picture.save(stem + QStringLiteral(".png")) ||
        !write(stem + QStringLiteral(".json"), QJsonDocument(numbers).toJson())) {
        std::fprintf(stderr, "gatehouse: cannot write %s.png\n", qPrintable(stem));
        return false;
    }
    std::printf("%s.png\n", qPrintable(stem));
    return true;
}

std::optional<api::RecordsResult> PictureTaker::records(double from_ms, double to_ms)
{
    std::optional<Reply<api::RecordsResult>> came;
    api::RecordsParams params;
    params.from_ms = std::int64_t(from_ms);
    params.to_ms = std::int64_t(to_ms);
    params.limit = mostRecords;
    console_.engine().call<api::Records>(params, &console_.live(),
                                         [&came](const auto& reply) { came = reply; });
    waitFor("the engine's records", engineLimit_ms, [&came] { return came.has_value(); });
    return came ? came->result : std::nullopt;
}

/// The seconds that the read-outs are of: the last one, and the whole ones that charts have drawn.
QJsonObject PictureTaker::engineNumbers()
{
    const double now_ms = console_.live().frame().at_ms;
    const auto all = records(0, now_ms);
    const auto last = records(now_ms - 5000, now_ms);
    if (!all || !last)
        return {};
    QJsonArray seconds{secondOf(last->rows, now_ms)};
    const double whole_ms = std::floor(now_ms / 1000) * 1000;
    for (int back = 0; back < 3; ++back)
        seconds.append(secondOf(last->rows, whole_ms - 1000 * back));
    return {{QStringLiteral("pid"), console_.engine().enginePid()},
            {QStringLiteral("revision"), double(console_.document().revision())},
            {QStringLiteral("requests"), double(all->matched)},
            {QStringLiteral("seconds"), seconds}};
}

int PictureTaker::run()
{
    if (!QDir().mkpath(folder_)) {
        std::fprintf(stderr, "gatehouse: cannot make the folder %s\n", qPrintable(folder_));
        return 2;
    }
    console_.document().newFrom(demoText(), QStringLiteral("Bookshop"));
    console_.engine().start();
    if (!bringUp())
        return 1;
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh_CN")})
        if (!takeLanguage(language))
            return 1;
    return 0;
}

} // namespace gatehouse::console
