#include "checks.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace {

QByteArray bytesOf(const YAML::Node& node)
{
    return QByteArray::fromStdString(node.as<std::string>(""));
}

QString textOf(const YAML::Node& node)
{
    return QString::fromStdString(node.as<std::string>(""));
}

QString differs(const QString& what, const QString& wanted, const QString& got)
{
    return QStringLiteral("%1: \"%2\" wanted, \"%3\" came").arg(what, wanted, got);
}

QStringList upstreamFaults(const YAML::Node& expect, const Ask& ask, const Answer& answer)
{
    QStringList faults;
    const QJsonObject echo = QJsonDocument::fromJson(answer.body).object();
    if (echo.isEmpty())
        return {QStringLiteral("no backend answered")};
    const QJsonObject headers = echo[QLatin1String("headers")].toObject();
    const auto compare = [&](const QString& member, const QString& wanted) {
        if (const QString got = echo[member].toString(); got != wanted)
            faults << differs(member, wanted, got);
    };
    if (const YAML::Node backend = expect["backend"])
        compare(QStringLiteral("name"), textOf(backend));
    if (const YAML::Node namespace_ = expect["namespace"])
        compare(QStringLiteral("namespace"), textOf(namespace_));
    const YAML::Node upstream = expect["upstream_request"];
    compare(QStringLiteral("path"),
            upstream && upstream["path"] ? textOf(upstream["path"]) : QString::fromLatin1(ask.path));
    compare(QStringLiteral("method"),
            upstream && upstream["method"] ? textOf(upstream["method"]) : QString::fromLatin1(ask.method));
    if (upstream) {
        faults << unknownKeys(upstream,
                              {QStringLiteral("path"), QStringLiteral("method"), QStringLiteral("host"),
                               QStringLiteral("headers")},
                              QStringLiteral("upstream_request"));
        if (upstream["host"])
            compare(QStringLiteral("host"), textOf(upstream["host"]));
        for (const auto& header : upstream["headers"]) {
            const QString got = headers[textOf(header.first).toLower()].toString();
            if (got.simplified().replace(QLatin1String(", "), QLatin1String(",")) != textOf(header.second))
                faults << differs(textOf(header.first), textOf(header.second), got);
        }
    }
    for (const auto& name : expect["upstream_absent_headers"]) {
        if (headers.contains(textOf(name).toLower()))
            faults << textOf(name) + QStringLiteral(" reached the backend");
    }
    return faults;
}

QStringList redirectFaults(const YAML::Node& redirect, const Ask& ask, const Answer& answer)
{
    QStringList faults = unknownKeys(
        redirect,
        {QStringLiteral("host"), QStringLiteral("scheme"), QStringLiteral("port"), QStringLiteral("path")},
        QStringLiteral("redirect"));
    const QUrl location(QString::fromLatin1(answer.value("location")));
    const QString scheme = redirect["scheme"] ? textOf(redirect["scheme"]) : QStringLiteral("http");
    const QString path =
        redirect["path"] ? textOf(redirect["path"]) : QString::fromLatin1(ask.path.split('?').first());
    if (location.scheme() != scheme)
        faults << differs(QStringLiteral("scheme"), scheme, location.toString());
    if (location.path() != path)
        faults << differs(QStringLiteral("path"), path, location.toString());
    if (redirect["host"] && location.host() != textOf(redirect["host"]))
        faults << differs(QStringLiteral("host"), textOf(redirect["host"]), location.toString());
    const int usual = scheme == QLatin1String("https") ? 443 : 80;
    const int wanted =
        redirect["port"] && !textOf(redirect["port"]).isEmpty() ? textOf(redirect["port"]).toInt() : usual;
    if (location.port(usual) != wanted)
        faults << differs(QStringLiteral("port"), QString::number(wanted), location.toString());
    return faults;
}

QString plain(QString text, bool ignoreSpace)
{
    return ignoreSpace ? text.remove(QLatin1Char(' ')) : text;
}

QStringList responseFieldFaults(const YAML::Node& expect, const Answer& answer)
{
    QStringList faults;
    const bool loose = expect["ignore_header_whitespace"].as<bool>(false);
    for (const auto& field : expect["response_headers"]) {
        const QString got = QString::fromLatin1(answer.value(bytesOf(field.first)));
        if (plain(got, loose) != plain(textOf(field.second), loose))
            faults << differs(textOf(field.first), textOf(field.second), got);
    }
    for (const auto& field : expect["response_headers_any_of"]) {
        const QString got = QString::fromLatin1(answer.value(bytesOf(field.first)));
        QStringList options;
        for (const auto& option : field.second)
            options << plain(textOf(option), loose);
        if (!options.contains(plain(got, loose)))
            faults << differs(textOf(field.first), options.join(QLatin1Char('|')), got);
    }
    for (const auto& name : expect["response_absent_headers"]) {
        if (!answer.value(bytesOf(name)).isNull())
            faults << textOf(name) + QStringLiteral(" is in the answer");
    }
    return faults;
}

const QJsonObject objectIn(const QJsonArray& status, const QString& kind, const QString& key)
{
    for (const QJsonValue& value : status) {
        const QJsonObject object = value.toObject();
        const QJsonObject metadata = object[QLatin1String("metadata")].toObject();
        if (object[QLatin1String("kind")].toString() == kind &&
            metadata[QLatin1String("namespace")].toString() + QLatin1Char('/') +
                    metadata[QLatin1String("name")].toString() ==
                key)
            return object[QLatin1String("status")].toObject();
    }
    return {};
}

QStringList conditionFaults(const YAML::Node& row, const QJsonArray& status)
{
    QStringList faults =
        unknownKeys(row,
                    {QStringLiteral("route"), QStringLiteral("parent"), QStringLiteral("condition"),
                     QStringLiteral("status"), QStringLiteral("reason")},
                    QStringLiteral("status"));
    const QString route = textOf(row["route"]);
    const QString parent = textOf(row["parent"]);
    const QString wanted = row["status"].as<bool>() ? QStringLiteral("True") : QStringLiteral("False");
    const QJsonArray parents =
        objectIn(status, QStringLiteral("HTTPRoute"), route)[QLatin1String("parents")].toArray();
    for (const QJsonValue& entry : parents) {
        const QJsonObject ref = entry[QLatin1String("parentRef")].toObject();
        const QString namespace_ =
            ref[QLatin1String("namespace")].toString(route.section(QLatin1Char('/'), 0, 0));
        if (namespace_ + QLatin1Char('/') + ref[QLatin1String("name")].toString() != parent)
            continue;
        for (const QJsonValue& condition : entry[QLatin1String("conditions")].toArray()) {
            if (condition[QLatin1String("type")].toString() == textOf(row["condition"]) &&
                condition[QLatin1String("status")].toString() == wanted &&
                condition[QLatin1String("reason")].toString() == textOf(row["reason"]))
                return faults;
        }
    }
    faults << QStringLiteral("%1 has no %2 %3").arg(route, textOf(row["condition"]), textOf(row["reason"]));
    return faults;
}

int attachedTo(const QJsonArray& status, const QString& gateway, const QString& listener)
{
    int sum = 0;
    for (const QJsonValue& entry :
         objectIn(status, QStringLiteral("Gateway"), gateway)[QLatin1String("listeners")].toArray()) {
        if (listener.isEmpty() || entry[QLatin1String("name")].toString() == listener)
            sum += entry[QLatin1String("attachedRoutes")].toInt();
    }
    return sum;
}

int acceptedParents(const QJsonArray& status, const QString& route)
{
    int count = 0;
    for (const QJsonValue& entry :
         objectIn(status, QStringLiteral("HTTPRoute"), route)[QLatin1String("parents")].toArray()) {
        for (const QJsonValue& condition : entry[QLatin1String("conditions")].toArray())
            count += condition[QLatin1String("type")].toString() == QLatin1String("Accepted") &&
                     condition[QLatin1String("status")].toString() == QLatin1String("True");
    }
    return count;
}

} // namespace

QStringList unknownKeys(const YAML::Node& node, const QStringList& known, const QString& where)
{
    QStringList faults;
    for (const auto& item : node) {
        if (const QString key = textOf(item.first); !known.contains(key))
            faults << QStringLiteral("%1 has a key that this test can't check: %2").arg(where, key);
    }
    return faults;
}

Ask askOf(const YAML::Node& testCase, const QByteArray& defaultHost)
{
    const YAML::Node request = testCase["request"];
    Ask ask;
    if (request["method"])
        ask.method = bytesOf(request["method"]);
    ask.host = request["host"] ? bytesOf(request["host"]) : defaultHost;
    if (request["path"])
        ask.path = bytesOf(request["path"]);
    ask.body = bytesOf(request["body"]);
    for (const auto& header : request["headers"])
        ask.headers.append({bytesOf(header.first), bytesOf(header.second)});
    QByteArrayList wanted;
    for (const auto& header : testCase["backend_sets_response_headers"])
        wanted << bytesOf(header.first) + ':' + bytesOf(header.second);
    if (!wanted.isEmpty())
        ask.headers.append({"X-Echo-Set-Header", wanted.join(',')});
    return ask;
}

QStringList answerFaults(const YAML::Node& expect, const Ask& ask, const Answer& answer)
{
    QStringList faults =
        unknownKeys(expect,
                    {QStringLiteral("status"), QStringLiteral("backend"), QStringLiteral("namespace"),
                     QStringLiteral("upstream_request"), QStringLiteral("upstream_absent_headers"),
                     QStringLiteral("response_headers"), QStringLiteral("response_headers_any_of"),
                     QStringLiteral("response_absent_headers"), QStringLiteral("ignore_header_whitespace"),
                     QStringLiteral("redirect")},
                    QStringLiteral("expect"));
    if (!answer.error.isEmpty())
        return faults << answer.error;
    bool fits = false;
    QStringList statuses;
    for (const auto& status : expect["status"]) {
        const int wanted = status.as<int>();
        statuses << QString::number(wanted);
        fits = fits || wanted == answer.status || (wanted == 504 && answer.status == 408) ||
               (wanted == 408 && answer.status == 504);
    }
    if (!fits)
        faults << differs(QStringLiteral("status"), statuses.join(QLatin1Char('|')),
                          QString::number(answer.status));
    else if (answer.status == 200 || answer.status == 204)
        faults << upstreamFaults(expect, ask, answer);
    if (const YAML::Node redirect = expect["redirect"])
        faults << redirectFaults(redirect, ask, answer);
    return faults << responseFieldFaults(expect, answer);
}

QStringList statusFaults(const YAML::Node& suite, const QJsonArray& status)
{
    QStringList faults;
    for (const auto& row : suite["status"])
        faults << conditionFaults(row, status);
    if (const YAML::Node attachment = suite["attachment"]) {
        faults << unknownKeys(attachment,
                              {QStringLiteral("attached_routes"), QStringLiteral("accepted_parents")},
                              QStringLiteral("attachment"));
        const YAML::Node row = suite["status"][0];
        const int attached = attachedTo(status, textOf(row["parent"]), {});
        const int accepted = acceptedParents(status, textOf(row["route"]));
        if (attached != attachment["attached_routes"].as<int>(attached))
            faults << QStringLiteral("%1 routes are attached").arg(attached);
        if (accepted != attachment["accepted_parents"].as<int>(accepted))
            faults << QStringLiteral("%1 parents accepted the route").arg(accepted);
    }
    for (const auto& row : suite["listener_status"]) {
        faults << unknownKeys(
            row, {QStringLiteral("gateway"), QStringLiteral("listener"), QStringLiteral("attached_routes")},
            QStringLiteral("listener_status"));
        const int attached = attachedTo(status, textOf(row["gateway"]), textOf(row["listener"]));
        if (attached != row["attached_routes"].as<int>(-1))
            faults << QStringLiteral("%1 has %2 routes").arg(textOf(row["listener"])).arg(attached);
    }
    return faults;
}
