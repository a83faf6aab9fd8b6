#pragma once

#include <QStringList>

/// gatehouse-engine proxy: a gateway in one line. `args` follow the subcommand.
int runProxy(const QStringList& args);
