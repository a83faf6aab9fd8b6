#pragma once

#include "app/console/console.h"

#include <QString>

#include <functional>

namespace gatehouse::console {

/// Renders every page with live data into PNGs "page-theme-language.png" with a JSON of the numbers shown
/// beside each. Runs its own loop of bounded length; there is no other. Returns the program's exit code and
/// says on stderr what failed.
class PictureTaker
{
public:
    PictureTaker(Console& console, QString folder);
    int run();

private:
    bool waitFor(const char* what, int limit_ms, const std::function<bool()>& until);
    bool bringUp();
    bool takeLanguage(const QString& language);
    Console& console_;
    QString folder_;
};

} // namespace gatehouse::console
