#pragma once

#include <QStringList>

/// gatehouse-engine services: the demo services, load generator and layout of a workspace. `args` follow the
/// subcommand.
int runServices(const QStringList& args);
