#pragma once

#include <QStringList>

/// gatehouse-engine run: the gateway of a workspace file, headless. `args` follow the subcommand.
int runWorkspace(const QStringList& args);
