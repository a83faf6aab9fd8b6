#pragma once

#include <QSize>
#include <QString>

namespace gatehouse::console {

struct Arguments {
    QString file;
    QString pictures; ///< folder; empty = an ordinary start
    QSize size{1440, 900};
    double scale = 1;
    bool contrast = false; ///< pictures in the high contrast themes instead
    QString error; ///< what is wrong; empty = fine
    bool help = false;
};

/// Reads argv before there is a QApplication, as the platform depends on it.
Arguments readArguments(int argc, char** argv);
const char* usage();

/// An offscreen platform with one screen of this size, and XDG_RUNTIME_DIR if there is none. Keeps its files
/// in `folder`.
void goOffscreen(const Arguments& arguments, const QString& folder);

} // namespace gatehouse::console
