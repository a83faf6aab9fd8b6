#pragma once

#include "engine/base/address.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What `run --gateway-api` is told on its command line.
namespace gatehouse::app {

struct ServiceMap {      ///< --map: where a Service answers
    std::string service; ///< "namespace/name"
    std::optional<std::uint16_t> port;
    Address to;
};

/// ("namespace/gateway", declared port), as --listen and a listener have it.
using ListenKey = std::pair<std::string, std::uint16_t>;

struct GatewayApiOptions {
    QStringList files;
    QString gatewayClass;
    std::vector<ServiceMap> maps;
    std::map<ListenKey, Address> listens;
    QString statusFile; ///< empty = none
    int workers = 1;
    bool json = false;
};

/// The exit code if the program ends here.
std::optional<int> readGatewayApiOptions(const QStringList& arguments, GatewayApiOptions& out);

} // namespace gatehouse::app
