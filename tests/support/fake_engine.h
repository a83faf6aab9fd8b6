#pragma once

#include "engine/api/rpc.h"

#include <QByteArray>
#include <QIODevice>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

namespace gatehouse::tests {

/// One end of an in-memory pipe; what is written here is read at the peer, in the next turn of the event
/// loop.
class PipeEnd : public QIODevice
{
public:
    explicit PipeEnd(QObject* parent = nullptr) : QIODevice(parent) { open(QIODevice::ReadWrite); }
    static void join(PipeEnd& a, PipeEnd& b)
    {
        a.peer_ = &b;
        b.peer_ = &a;
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return incoming_.size() + QIODevice::bytesAvailable(); }
    void breakOff() { Q_EMIT readChannelFinished(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, incoming_.size());
        std::copy_n(incoming_.constData(), count, data);
        incoming_.remove(0, count);
        return count;
    }
    qint64 writeData(const char* data, qint64 size) override
    {
        if (peer_) {
            peer_->incoming_.append(data, size);
            QMetaObject::invokeMethod(peer_, &QIODevice::readyRead, Qt::QueuedConnection);
        }
        return size;
    }

private:
    QPointer<PipeEnd> peer_;
    QByteArray incoming_;
};

/// An engine that speaks real lines: answers by method, notifies on demand, remembers what was asked.
class FakeEngine : public QObject
{
public:
    using Answer = std::function<api::Message(const api::CallMessage&)>;

    FakeEngine() : far_(new PipeEnd), near_(new PipeEnd(this))
    {
        PipeEnd::join(*far_, *near_);
        connect(near_, &QIODevice::readyRead, this, [this] {
            buffer_ += near_->readAll();
            for (qsizetype end = buffer_.indexOf('\n'); end >= 0; end = buffer_.indexOf('\n')) {
                const std::string line = buffer_.left(end).toStdString();
                buffer_.remove(0, end + 1);
                Problems problems;
                const auto message = api::parseLine(line, problems);
                if (!message || !std::holds_alternative<api::CallMessage>(*message))
                    continue;
                const auto call = std::get<api::CallMessage>(*message);
                calls.push_back(call);
                if (answers.contains(call.method))
                    say(answers[call.method](call));
            }
        });
        answer<api::Hello>([](const api::HelloParams&) {
            return api::HelloResult{api::contractVersion, "test", 4711, 1, 0};
        });
    }

    PipeEnd* device() { return far_; } ///< for EngineClient::startOver, which takes it over

    template <class Method>
    void answer(std::function<typename Method::Result(const typename Method::Params&)> make)
    {
        answers[Method::name] = [make](const api::CallMessage& call) -> api::Message {
            Problems problems;
            const auto params = api::decode<typename Method::Params>(call.params, problems);
            if (!params)
                return api::ErrorMessage{call.id, int(api::ErrorCode::invalidParams), "bad params"};
            return api::ResultMessage{call.id, api::encode(make(*params))};
        };
    }
    void refuse(const char* method, api::ErrorCode code, std::string text)
    {
        answers[method] = [=](const api::CallMessage& call) -> api::Message {
            return api::ErrorMessage{call.id, int(code), text};
        };
    }
    void say(const api::Message& message) { near_->write(QByteArray::fromStdString(api::line(message))); }
    void sayRaw(const QByteArray& bytes) { near_->write(bytes); }
    void breakOff() { far_->breakOff(); }
    int count(const std::string& method) const
    {
        return int(
            std::count_if(calls.begin(), calls.end(), [&](const auto& c) { return c.method == method; }));
    }

    std::vector<api::CallMessage> calls;
    std::map<std::string, Answer> answers;

private:
    PipeEnd* far_;
    PipeEnd* near_;
    QByteArray buffer_;
};

} // namespace gatehouse::tests
