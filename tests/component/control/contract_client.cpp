#include "contract_client.h"

#include <QtTest/QTest>

namespace gatehouse::tests {

namespace {
constexpr int answerWithin_ms = 10'000;
}

ContractClient::ContractClient(const QString& path)
{
    socket_.setReadBufferSize(16384);
    QObject::connect(&socket_, &QLocalSocket::readyRead, &socket_, [this] { read(); });
    QObject::connect(&socket_, &QLocalSocket::disconnected, &socket_, [this] { read(); });
    socket_.connectToServer(path);
    socket_.waitForConnected(5000);
}

void ContractClient::readAgain()
{
    reads_ = true;
    read();
}

void ContractClient::read()
{
    if (!reads_ || !socket_.isOpen())
        return;
    for (QByteArray more = socket_.readAll(); !more.isEmpty(); more = socket_.readAll())
        buffer_ += more;
    qsizetype from = 0;
    for (qsizetype end; (end = buffer_.indexOf('\n', from)) >= 0; from = end + 1)
        take(buffer_.mid(from, end - from));
    buffer_.remove(0, from);
}

void ContractClient::take(const QByteArray& line)
{
    Problems problems;
    const auto message = api::parseLine(line.toStdString(), problems);
    if (!message)
        qFatal("unreadable line from the engine: %s", line.constData());
    if (const auto* result = std::get_if<api::ResultMessage>(&*message))
        outcomes_[result->id] = {0, result->result};
    else if (const auto* error = std::get_if<api::ErrorMessage>(&*message))
        outcomes_[error->id] = {error->code, error->message};
    else if (const auto* note = std::get_if<api::NotificationMessage>(&*message))
        takeNotification(*note);
}

void ContractClient::takeNotification(const api::NotificationMessage& message)
{
    Problems problems;
    if (message.method == api::Telemetry::name) {
        frames.push_back(api::decode<api::TelemetryFrame>(message.params, problems).value());
        for (const auto& leg : frames.back().legs)
            legs[leg.route] = leg;
    } else if (message.method == api::Requests::name) {
        const auto batch = api::decode<api::RequestBatch>(message.params, problems).value();
        rows += std::int64_t(batch.rows.size());
        rowsSkipped += batch.skipped;
    } else if (message.method == api::Progress::name) {
        progress.push_back(api::decode<api::ProgressNote>(message.params, problems).value());
    }
}

void ContractClient::sendLine(const QByteArray& line)
{
    socket_.write(line + '\n');
}

ContractClient::Outcome ContractClient::answerTo(std::int64_t id)
{
    const bool came = QTest::qWaitFor([&] { return outcomes_.contains(id) || isClosed(); }, answerWithin_ms);
    read();
    const auto found = outcomes_.find(id);
    if (!came || found == outcomes_.end())
        return {-1, {}};
    const Outcome outcome = found->second;
    outcomes_.erase(found);
    return outcome;
}

std::int64_t ContractClient::send(const char* method, const std::string& params)
{
    const std::int64_t id = ++lastId_;
    const std::string line = api::line(api::CallMessage{id, method, params});
    socket_.write(line.data(), qint64(line.size()));
    return id;
}

ContractClient::Outcome ContractClient::callRaw(const char* method, const std::string& params)
{
    return answerTo(send(method, params));
}

ContractClient::Outcome ContractClient::hello(const std::string& token, int version)
{
    return callRaw(api::Hello::name, api::encode(api::HelloParams{version, token, "test"}));
}

} // namespace gatehouse::tests
