#pragma once

#include <QStringList>

/// gatehouse-engine import: makes a workspace of Gateway API manifests. `args` follow the subcommand.
int runImport(const QStringList& args);
