#pragma once

#include "app/console/console.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace gatehouse::ui {
class Page;
}

namespace gatehouse::console {

/// Renders every page with live data into PNGs "page-theme-language.png", beside each a JSON of the numbers
/// shown and, under "engine", of what the engine's own records say of the same seconds. Runs its own loop of
/// bounded length; there is no other. Returns the program's exit code and says on stderr what failed.
class PictureTaker
{
public:
    PictureTaker(Console& console, QString folder, bool contrast);
    int run();

private:
    bool waitFor(const char* what, int limit_ms, const std::function<bool()>& until);
    bool bringUp();
    bool takeLanguage(const QString& language);
    bool take(ui::MainWindow& window, ui::Page& page, const QString& stem);
    std::optional<api::RecordsResult> records(double from_ms, double to_ms);
    QJsonObject engineNumbers();
    Console& console_;
    QString folder_;
    bool contrast_;
};

} // namespace gatehouse::console
