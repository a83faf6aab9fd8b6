#include "gateway_api_options.h"

#include "subcommand_options.h"

#include <charconv>

namespace gatehouse::app {

namespace {

constexpr const char* gatewayApiHelp =
    R"(Usage: gatehouse-engine run --gateway-api FILE.yaml… --gateway-class NAME
                            --map NAMESPACE/SERVICE[:PORT]=HOST:PORT…
                            --listen NAMESPACE/GATEWAY:PORT=ADDR:PORT…
                            [--status OUT.json] [--workers N] [--json]

Serves Gateway API manifests (Gateway, HTTPRoute, Service, Namespace, ReferenceGrant) as they stand.

  --gateway-api FILE…   the manifests, multi-document; read again on SIGHUP ("-" is not possible)
  --gateway-class NAME  serve the gateways of this class; {GATEWAY_CLASS_NAME} in a manifest stands for it
  --map …               where a Service (or one port of it) answers; given twice = two endpoints.
                        A Service without one has no endpoint: its requests get 503
  --listen …            where the listeners of a gateway's declared port listen, ADDR:0 = any free port.
                        Listeners without one are not bound, and said to be so in the status
  --status OUT.json     write the conditions of every Gateway and HTTPRoute there, again when they change
  --workers N           threads; default: cores - 1, at least 1
  --json                print JSON lines

Prints a line for each bound socket: listening NAMESPACE/GATEWAY:PORT on ADDR:PORT

Example:
  gatehouse-engine run --gateway-api gateway.yaml routes.yaml --gateway-class gatehouse \
      --map shop/catalog=127.0.0.1:9001 shop/orders:8080=127.0.0.1:9002 \
      --listen shop/edge:80=127.0.0.1:8080

Exit code: 0 ended by a signal, 1 an address could not be taken, 2 wrong usage or manifests with errors.
)";

/// "namespace/name" with a name that the rest of the program can look up.
bool isObjectName(std::string_view text)
{
    const auto slash = text.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
           text.find('/', slash + 1) == std::string_view::npos;
}

std::optional<std::uint16_t> portOf(std::string_view text)
{
    std::uint16_t port = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), port);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || port == 0)
        return {};
    return port;
}

struct Assignment { ///< NAMESPACE/NAME[:PORT]=ADDRESS
    std::string object;
    std::optional<std::uint16_t> port;
    Address address;
};

std::optional<Assignment> readAssignment(const std::string& text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos)
        return {};
    Assignment out;
    out.object = text.substr(0, equals);
    if (const auto colon = out.object.find(':'); colon != std::string::npos) {
        out.port = portOf(std::string_view(out.object).substr(colon + 1));
        if (!out.port)
            return {};
        out.object.resize(colon);
    }
    const auto address = Address::parse(std::string_view(text).substr(equals + 1));
    if (!address || !isObjectName(out.object))
        return {};
    out.address = *address;
    return out;
}

bool readMap(const QString& text, GatewayApiOptions& out)
{
    const auto read = readAssignment(text.toStdString());
    if (!read || read->address.port == 0)
        return false;
    out.maps.push_back({read->object, read->port, read->address});
    return true;
}

bool readListen(const QString& text, GatewayApiOptions& out)
{
    const auto read = readAssignment(text.toStdString());
    return read && read->port && out.listens.try_emplace({read->object, *read->port}, read->address).second;
}

} // namespace

std::optional<int> readGatewayApiOptions(const QStringList& arguments, GatewayApiOptions& out)
{
    SubcommandOptions options("run", gatewayApiHelp);
    options.flag("--json", out.json).workers(out.workers).text("--status", "a file", out.statusFile);
    options.text("--gateway-class", "a name", out.gatewayClass);
    options.values("--gateway-api", "files that can be read again", [&](const QString& text) {
        out.files << text;
        return text != QLatin1String("-");
    });
    options.values("--map", "NAMESPACE/SERVICE[:PORT]=HOST:PORT",
                   [&](const QString& text) { return readMap(text, out); });
    options.values("--listen", "NAMESPACE/GATEWAY:PORT=ADDR:PORT, each NAMESPACE/GATEWAY:PORT once",
                   [&](const QString& text) { return readListen(text, out); });
    if (const auto code = options.read(arguments))
        return code;
    if (out.gatewayClass.isEmpty())
        return options.wrong("--gateway-class is needed");
    return {};
}

} // namespace gatehouse::app
