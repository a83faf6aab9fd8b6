#include "gateway_api_options.h"

#include <algorithm>
#include <charconv>
#include <thread>

namespace gatehouse::app {

const char* const gatewayApiHelp =
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

Exit code: 0 ended by a signal, 1 the manifests have errors or an address could not be taken, 2 wrong usage.
)";

namespace {

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

class Reader
{
public:
    GatewayApiOptions run(const QStringList& arguments)
    {
        out_.workers = std::max(1, int(std::thread::hardware_concurrency()) - 1);
        for (const QString& argument : arguments) {
            if (!out_.wrong.isEmpty())
                return std::move(out_);
            if (argument == QLatin1String("-h") || argument.startsWith(QLatin1String("--")))
                option(argument);
            else
                value(argument);
        }
        if (out_.wrong.isEmpty() && !out_.help)
            checkWhole();
        return std::move(out_);
    }

private:
    void option(const QString& name)
    {
        if (wantsValue_)
            return wrong(QStringLiteral("%1 needs a value").arg(option_));
        static const QStringList withValue{QStringLiteral("--gateway-api"), QStringLiteral("--gateway-class"),
                                           QStringLiteral("--map"),         QStringLiteral("--listen"),
                                           QStringLiteral("--status"),      QStringLiteral("--workers")};
        option_.clear();
        if (name == QLatin1String("--help") || name == QLatin1String("-h"))
            out_.help = true;
        else if (name == QLatin1String("--json"))
            out_.json = true;
        else if (withValue.contains(name))
            option_ = name;
        else
            wrong(QStringLiteral("there is no option %1 with --gateway-api").arg(name));
        wantsValue_ = !option_.isEmpty();
    }

    void value(const QString& text)
    {
        wantsValue_ = false;
        bool fine = true;
        if (option_ == QLatin1String("--gateway-api"))
            out_.files << text;
        else if (option_ == QLatin1String("--map"))
            fine = map(text.toStdString());
        else if (option_ == QLatin1String("--listen"))
            fine = listen(text.toStdString());
        else
            return single(text);
        if (!fine)
            wrong(QStringLiteral("%1 %2 is not understood").arg(option_, text));
    }

    void single(const QString& text)
    {
        bool fine = true;
        if (option_ == QLatin1String("--gateway-class")) {
            out_.gatewayClass = text.toStdString();
        } else if (option_ == QLatin1String("--status")) {
            out_.statusFile = text;
        } else if (option_ == QLatin1String("--workers")) {
            out_.workers = text.toInt(&fine);
            fine = fine && out_.workers >= 1 && out_.workers <= 256;
        } else {
            return wrong(QStringLiteral("\"%1\" belongs to no option").arg(text));
        }
        if (!fine)
            wrong(QStringLiteral("%1 %2 is not understood").arg(option_, text));
        option_.clear();
    }

    bool map(const std::string& text)
    {
        const auto read = readAssignment(text);
        if (!read || read->address.port == 0)
            return false;
        out_.maps.push_back({read->object, read->port, read->address});
        return true;
    }

    bool listen(const std::string& text)
    {
        const auto read = readAssignment(text);
        if (!read || !read->port)
            return false;
        return out_.listens.try_emplace({read->object, *read->port}, read->address).second;
    }

    void checkWhole()
    {
        if (wantsValue_)
            wrong(QStringLiteral("%1 needs a value").arg(option_));
        else if (out_.files.isEmpty())
            wrong(QStringLiteral("--gateway-api needs a file"));
        else if (out_.gatewayClass.empty())
            wrong(QStringLiteral("--gateway-class is needed"));
        else if (out_.files.contains(QLatin1String("-")))
            wrong(QStringLiteral("standard input can't be read again; name a file"));
    }

    void wrong(const QString& why) { out_.wrong = why; }

    GatewayApiOptions out_;
    QString option_; ///< that takes the values that come
    bool wantsValue_ = false;
};

} // namespace

GatewayApiOptions readGatewayApiOptions(const QStringList& arguments)
{
    return Reader().run(arguments);
}

} // namespace gatehouse::app
