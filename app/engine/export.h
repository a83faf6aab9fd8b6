#pragma once

#include <QStringList>

/// gatehouse-engine export: makes Gateway API manifests of a workspace. `args` follow the subcommand.
int runExport(const QStringList& args);
