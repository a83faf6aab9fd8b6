#pragma once

#include "engine/api/rpc.h"

#include <QIODevice>
#include <QObject>
#include <QPointer>

#include <map>

/// The engine's end of the contract over an in-memory pipe: real lines, canned answers, every call kept.
namespace gatehouse::tests {

class PipeEnd : public QIODevice
{
    Q_OBJECT
public:
    explicit PipeEnd(QObject* parent = nullptr);
    void join(PipeEnd* other);
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return incoming_.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    QByteArray incoming_;
    QPointer<PipeEnd> other_;
};

class FakeEngine : public QObject
{
    Q_OBJECT
public:
    explicit FakeEngine(QObject* parent = nullptr);

    QIODevice* consoleEnd() { return console_; } ///< for EngineClient::startOver, which takes it over

    std::vector<api::LoadParams> loads; ///< load.start calls
    std::vector<api::RecordsParams> recordsAsked;
    int stops = 0;
    std::vector<api::ListenerState> listeners{
        {"edge/public", "127.0.0.1", 40001, "http://127.0.0.1:40001", true},
        {"edge/internal", "127.0.0.1", 40002, "http://127.0.0.1:40002", true}};
    std::vector<api::RequestRow> records;
    std::map<std::string, api::DecisionTrace> traces;

    void push(const char* method, const std::string& params);

private:
    void read();
    void answer(const api::CallMessage& call);
    void send(const api::Message& message);

    PipeEnd* console_;
    PipeEnd* engine_;
    QByteArray buffer_;
    api::LoadState load_;
};

} // namespace gatehouse::tests
