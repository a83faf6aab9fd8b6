#include "fake_engine.h"

#include <algorithm>

namespace gatehouse::tests {

PipeEnd::PipeEnd(QObject* parent) : QIODevice(parent)
{
    open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void PipeEnd::join(PipeEnd* other)
{
    other_ = other;
    other->other_ = this;
}

qint64 PipeEnd::readData(char* data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, incoming_.size());
    std::copy_n(incoming_.constData(), size, data);
    incoming_.remove(0, size);
    return size;
}

qint64 PipeEnd::writeData(const char* data, qint64 size)
{
    if (!other_)
        return -1;
    other_->incoming_.append(data, size);
    QMetaObject::invokeMethod(other_, &QIODevice::readyRead, Qt::QueuedConnection);
    return size;
}

FakeEngine::FakeEngine(QObject* parent) : QObject(parent), console_(new PipeEnd), engine_(new PipeEnd(this))
{
    console_->join(engine_);
    connect(engine_, &QIODevice::readyRead, this, &FakeEngine::read);
}

void FakeEngine::read()
{
    buffer_ += engine_->readAll();
    for (qsizetype end = buffer_.indexOf('\n'); end >= 0; end = buffer_.indexOf('\n')) {
        Problems problems;
        const auto message =
            api::parseLine(std::string_view(buffer_.constData(), std::size_t(end)), problems);
        buffer_.remove(0, end + 1);
        if (message && std::holds_alternative<api::CallMessage>(*message))
            answer(std::get<api::CallMessage>(*message));
    }
}

void FakeEngine::answer(const api::CallMessage& call)
{
    Problems problems;
    const auto reply = [&](std::string result) { send(api::ResultMessage{call.id, std::move(result)}); };
    if (call.method == api::Hello::name) {
        reply(api::encode(
            api::HelloResult{.contractVersion = api::contractVersion, .engineVersion = "0", .pid = 1}));
    } else if (call.method == api::Apply::name) {
        const auto params = api::decode<api::ApplyParams>(call.params, problems);
        reply(api::encode(api::ApplyResult{
            .accepted = true, .revision = params->revision, .took_ms = 1, .listeners = listeners}));
    } else if (call.method == api::LoadStart::name) {
        loads.push_back(*api::decode<api::LoadParams>(call.params, problems));
        load_ = {
            .state = "running", .duration_s = loads.back().duration_s, .rate_per_s = loads.back().rate_per_s};
        reply(api::encode(load_));
    } else if (call.method == api::LoadStop::name) {
        ++stops;
        load_.state = "done";
        reply(api::encode(load_));
    } else if (call.method == api::Records::name) {
        recordsAsked.push_back(*api::decode<api::RecordsParams>(call.params, problems));
        reply(api::encode(api::RecordsResult{records, std::int64_t(records.size()), 0}));
    } else if (call.method == api::TraceGet::name) {
        const auto found = traces.find(api::decode<api::TraceParams>(call.params, problems)->traceId);
        if (found == traces.end())
            send(api::ErrorMessage{call.id, int(api::ErrorCode::gone), "gone"});
        else
            reply(api::encode(found->second));
    } else {
        send(api::ErrorMessage{call.id, int(api::ErrorCode::methodNotFound), "not in the fake"});
    }
}

void FakeEngine::push(const char* method, const std::string& params)
{
    send(api::NotificationMessage{method, params});
}

void FakeEngine::send(const api::Message& message)
{
    engine_->write(QByteArray::fromStdString(api::line(message)));
}

} // namespace gatehouse::tests
