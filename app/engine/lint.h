#pragma once

#include <QStringList>

/// gatehouse-engine lint: checks workspace files. `args` follow the subcommand.
int runLint(const QStringList& args);
