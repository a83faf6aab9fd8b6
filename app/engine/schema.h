#pragma once

#include <QStringList>

/// gatehouse-engine schema: prints the JSON Schema of workspace files. `args` follow the subcommand.
int runSchema(const QStringList& args);
