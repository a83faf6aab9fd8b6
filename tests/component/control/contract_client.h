#pragma once

#include "engine/api/rpc.h"

#include <QByteArray>
#include <QLocalSocket>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::tests {

/// A console's end of the contract, for tests: calls wait for their answer while the event loop runs.
class ContractClient
{
public:
    explicit ContractClient(const QString& path);
    ~ContractClient() { socket_.disconnect(); }

    struct Outcome {
        int error = 0; ///< api::ErrorCode; -1 = no answer came
        std::string text;
    };

    /// Params as JSON text.
    Outcome callRaw(const char* method, const std::string& params);

    template <class Method>
    std::optional<typename Method::Result> call(const typename Method::Params& params, int* error = nullptr)
    {
        const Outcome outcome = callRaw(Method::name, api::encode(params));
        if (error)
            *error = outcome.error;
        Problems problems;
        return outcome.error == 0 ? api::decode<typename Method::Result>(outcome.text, problems)
                                  : std::nullopt;
    }

    Outcome hello(const std::string& token, int version = api::contractVersion);
    void sendLine(const QByteArray& line);
    Outcome answerTo(std::int64_t id);
    bool isClosed() const { return socket_.state() == QLocalSocket::UnconnectedState; }

    /// Stops reading until read again; the peer's writes pile up with the peer.
    void stopReading() { reads_ = false; }
    void readAgain();

    std::int64_t send(const char* method, const std::string& params); ///< the call's id; see answerTo()

    std::vector<api::TelemetryFrame> frames;
    std::vector<api::ProgressNote> progress;
    std::map<std::string, api::Leg> legs; ///< newest, by route
    std::int64_t rows = 0;
    std::int64_t rowsSkipped = 0;
    std::int64_t requests() const { return frames.empty() ? 0 : frames.back().requests; }

private:
    void read();
    void take(const QByteArray& line);
    void takeNotification(const api::NotificationMessage& message);

    QLocalSocket socket_;
    QByteArray buffer_;
    bool reads_ = true;
    std::int64_t lastId_ = 0;
    std::map<std::int64_t, Outcome> outcomes_;
};

} // namespace gatehouse::tests
