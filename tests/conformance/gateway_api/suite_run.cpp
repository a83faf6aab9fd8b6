#include "suite_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

namespace {

constexpr int limit_ms = 10'000;
constexpr const char* defaultNamespace = "gateway-conformance-infra";

} // namespace

SuiteRun::SuiteRun(const std::string& folder, const YAML::Node& suite, bool reversed)
    : suite_(suite), reversed_(reversed), objects_(readManifests(folder + "/base-manifests.yaml"))
{
    for (auto& object : readManifests(folder + "/routes/" + suite["routes"].as<std::string>())) {
        if (gateway_.empty())
            gateway_ = object.parent;
        objects_.push_back(std::move(object));
    }
}

bool SuiteRun::writeManifests() const
{
    QFile file(folder_.filePath(QStringLiteral("manifests.yaml")));
    const std::string text = joined(objects_, reversed_);
    return file.open(QIODevice::WriteOnly) &&
           file.write(text.data(), qint64(text.size())) == qint64(text.size());
}

QString SuiteRun::start()
{
    if (!writeManifests())
        return QStringLiteral("no temporary folder");
    QStringList maps;
    QStringList listens;
    for (const auto& object : objects_) {
        const QString key = QString::fromStdString(object.key());
        if (object.kind == "Service") {
            auto& backend = backends_[object.key()];
            backend = std::make_unique<EchoBackend>(QByteArray::fromStdString(object.namespace_),
                                                    QByteArray::fromStdString(object.name));
            maps << QStringLiteral("%1=127.0.0.1:%2").arg(key).arg(backend->port());
        }
        for (const int port : object.ports) {
            const QString listen = QStringLiteral("%1:%2=127.0.0.1:0").arg(key).arg(port);
            if (object.kind == "Gateway" && !listens.contains(listen))
                listens << listen;
        }
    }
    const QStringList arguments = QStringList{QStringLiteral("run"),
                                              QStringLiteral("--gateway-api"),
                                              folder_.filePath(QStringLiteral("manifests.yaml")),
                                              QStringLiteral("--gateway-class"),
                                              QStringLiteral("gatehouse"),
                                              QStringLiteral("--status"),
                                              folder_.filePath(QStringLiteral("status.json")),
                                              QStringLiteral("--workers"),
                                              QStringLiteral("2"),
                                              QStringLiteral("--map")} +
                                  maps + QStringList{QStringLiteral("--listen")} + listens;
    // Warnings come first; the base manifests' gateways are always bound, and the status is there before that is said.
    const auto bound = [this] { return engine_.output().contains(QLatin1String("listening ")); };
    if (!engine_.start(arguments) || !QTest::qWaitFor(bound, limit_ms))
        return QStringLiteral("the engine did not start: ") + engine_.output();
    return {};
}

quint16 SuiteRun::portOf(const YAML::Node& listener)
{
    std::string gateway = gateway_;
    if (listener && listener["gateway"]) {
        gateway = listener["gateway"].as<std::string>();
        if (gateway.find('/') == std::string::npos)
            gateway = std::string(defaultNamespace) + "/" + gateway;
    }
    int declared = listener && listener["port"] ? listener["port"].as<int>() : 0;
    for (const auto& object : objects_) {
        if (declared == 0 && object.kind == "Gateway" && object.key() == gateway && !object.ports.empty())
            declared = object.ports.front();
    }
    const QRegularExpression line(QStringLiteral("^listening %1:%2 on 127\\.0\\.0\\.1:(\\d+)$")
                                      .arg(QRegularExpression::escape(QString::fromStdString(gateway)))
                                      .arg(declared),
                                  QRegularExpression::MultilineOption);
    if (!QTest::qWaitFor([&] { return line.match(engine_.output()).hasMatch(); }, limit_ms))
        return 0;
    return line.match(engine_.output()).captured(1).toUShort();
}

/// The gateway's address, as a client that resolved no name sends it.
QByteArray SuiteRun::hostOf(const YAML::Node& listener)
{
    return "127.0.0.1:" + QByteArray::number(portOf(listener));
}

QString SuiteRun::removeObject(const YAML::Node& which)
{
    const auto before = objects_.size();
    std::erase_if(objects_, [&](const ManifestObject& object) {
        return object.kind == which["kind"].as<std::string>() &&
               object.name == which["name"].as<std::string>() &&
               object.namespace_ == which["namespace"].as<std::string>();
    });
    if (objects_.size() + 1 != before || !writeManifests())
        return QStringLiteral("nothing to delete");
    const auto reloads = engine_.output().count(QLatin1String("reloaded"));
    ::kill(pid_t(engine_.pid()), SIGHUP);
    if (!QTest::qWaitFor([&] { return engine_.output().count(QLatin1String("reloaded")) > reloads; },
                         limit_ms))
        return QStringLiteral("not reloaded: ") + engine_.output();
    return {};
}

QString SuiteRun::rowFault(const YAML::Node& testCase, const QString& row)
{
    QStringList faults =
        unknownKeys(testCase,
                    {QStringLiteral("request"), QStringLiteral("listener"), QStringLiteral("before"),
                     QStringLiteral("expect"), QStringLiteral("backend_sets_response_headers")},
                    row);
    faults << unknownKeys(testCase["request"],
                          {QStringLiteral("method"), QStringLiteral("host"), QStringLiteral("path"),
                           QStringLiteral("headers"), QStringLiteral("body")},
                          row);
    if (const YAML::Node before = testCase["before"]) {
        faults << unknownKeys(before, {QStringLiteral("delete")}, row);
        if (const QString fault = removeObject(before["delete"]); !fault.isEmpty())
            faults << fault;
    }
    const Ask ask = askOf(testCase, hostOf(testCase["listener"]));
    const auto answers = exchange(portOf(testCase["listener"]), ask);
    faults << answerFaults(testCase["expect"], ask, answers.last());
    return faults.isEmpty() ? QString() : row + QStringLiteral(": ") + faults.join(QStringLiteral("; "));
}

QStringList SuiteRun::distributionFaults()
{
    const YAML::Node rule = suite_["distribution"];
    QStringList faults =
        unknownKeys(rule,
                    {QStringLiteral("request"), QStringLiteral("requests"), QStringLiteral("concurrency"),
                     QStringLiteral("expect_share"), QStringLiteral("tolerance"), QStringLiteral("attempts"),
                     QStringLiteral("listener")},
                    QStringLiteral("distribution"));
    // One attempt is enough: our split is smooth, not random.
    const int count = rule["requests"].as<int>();
    const auto answers = exchange(portOf(rule["listener"]), askOf(rule, hostOf(rule["listener"])), count,
                                  rule["concurrency"].as<int>(1));
    std::map<std::string, int> counts;
    for (const Answer& answer : answers) {
        if (answer.status != 200)
            return faults << QStringLiteral("status %1 %2").arg(answer.status).arg(answer.error);
        ++counts[QJsonDocument::fromJson(answer.body)[QLatin1String("name")].toString().toStdString()];
    }
    for (const auto& share : rule["expect_share"]) {
        const double wanted = share.second.as<double>();
        const double got = double(counts[share.first.as<std::string>()]) / count;
        if (std::abs(wanted - got) > rule["tolerance"].as<double>() || (wanted == 0 && got > 0))
            faults << QStringLiteral("share %1 instead of %2").arg(got).arg(wanted);
    }
    return faults;
}

QStringList SuiteRun::webSocketFaults()
{
    const YAML::Node rule = suite_["websocket"];
    QStringList faults =
        unknownKeys(rule, {QStringLiteral("path"), QStringLiteral("exchange")}, QStringLiteral("websocket"));
    QList<Frame> frames;
    for (const auto& step : rule["exchange"]) {
        faults << unknownKeys(
            step, {QStringLiteral("send_text"), QStringLiteral("send_binary_hex"), QStringLiteral("expect")},
            QStringLiteral("exchange"));
        if (step["send_text"])
            frames.append({true, QByteArray::fromStdString(step["send_text"].as<std::string>())});
        else
            frames.append({false, QByteArray::fromHex(
                                      QByteArray::fromStdString(step["send_binary_hex"].as<std::string>()))});
    }
    Ask ask;
    ask.host = hostOf({});
    ask.path = QByteArray::fromStdString(rule["path"].as<std::string>());
    QString error;
    const auto echoed = exchangeFrames(portOf({}), ask, frames, error);
    if (!error.isEmpty())
        faults << error;
    else if (frames.isEmpty() || echoed != frames)
        faults << QStringLiteral("other frames came back");
    return faults;
}

QJsonArray SuiteRun::status() const
{
    QFile file(folder_.filePath(QStringLiteral("status.json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}
