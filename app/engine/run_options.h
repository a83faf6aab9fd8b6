#pragma once

#include "engine/base/address.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::app {

/// What `run FILE` is told on its command line.
struct RunOptions {
    QString file;
    std::optional<Address> admin;
    QString accessLog; ///< empty = none, "-" = standard output
    int workers = 1;
    bool json = false;
};

/// The exit code if the program ends here.
std::optional<int> readRunOptions(const QStringList& args, const char* help, RunOptions& out);

} // namespace gatehouse::app
