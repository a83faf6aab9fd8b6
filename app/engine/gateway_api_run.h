#pragma once

#include <QStringList>

/// gatehouse-engine run --gateway-api: serves Gateway API manifests as they stand. `arguments` follow "run".
int runGatewayApi(const QStringList& arguments);
