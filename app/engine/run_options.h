#pragma once

#include "engine/base/address.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace gatehouse::app {

struct RunOptions {
    QString file;
    std::optional<Address> admin;
    std::string accessLog; ///< empty = none, "-" = standard output
    int workers = 1;
    bool json = false;
    bool help = false;
    std::string wrong; ///< what is wrong with the arguments, or empty
};

RunOptions readRunOptions(const QStringList& args);

} // namespace gatehouse::app
