#include "ui/client/line_channel.h"

#include "ui/client/engine_client.h"

#include <QElapsedTimer>
#include <QIODevice>

namespace gatehouse::ui {

namespace {
constexpr int turn_ms = 4;
}

LineChannel::LineChannel(QIODevice* device, QObject* parent) : QObject(parent), device_(device)
{
    connect(device, &QIODevice::readyRead, this, &LineChannel::read);
    QMetaObject::invokeMethod(this, &LineChannel::read, Qt::QueuedConnection);
}

LineChannel::~LineChannel() = default;

qint64 LineChannel::send(const char* method, std::string params, QObject* context, Done done)
{
    const qint64 id = nextId_++;
    calls_.insert(id, {context, std::move(done)});
    if (device_)
        device_->write(QByteArray::fromStdString(api::line(api::CallMessage{id, method, std::move(params)})));
    return id;
}

void LineChannel::notify(const char* method, std::string params)
{
    if (device_)
        device_->write(
            QByteArray::fromStdString(api::line(api::NotificationMessage{method, std::move(params)})));
}

void LineChannel::abandon(const QString& reason)
{
    const auto left = std::exchange(calls_, {});
    for (const Call& call : left)
        if (call.context)
            QMetaObject::invokeMethod(
                call.context,
                [done = call.done, reason] {
                    done({}, {int(api::ErrorCode::disconnected), reason});
                },
                Qt::QueuedConnection);
}

void LineChannel::read()
{
    queued_ = false;
    if (!device_)
        return;
    buffer_ += device_->readAll();
    QElapsedTimer turn;
    turn.start();
    qsizetype from = 0;
    const QPointer<LineChannel> alive = this;
    for (;;) {
        const qsizetype end = buffer_.indexOf('\n', std::max(from, searched_));
        if (end < 0) {
            searched_ = buffer_.size() - from;
            break;
        }
        const std::string line(buffer_.constData() + from, std::size_t(end - from));
        from = end + 1;
        searched_ = 0;
        take(line);
        if (!alive)
            return;
        if (turn.elapsed() >= turn_ms && !queued_) {
            queued_ = true;
            QMetaObject::invokeMethod(this, &LineChannel::read, Qt::QueuedConnection);
            break;
        }
    }
    buffer_.remove(0, from);
    if (std::size_t(buffer_.size()) > api::maxLine_bytes)
        Q_EMIT broken(QStringLiteral("a line of more than %1 bytes came").arg(api::maxLine_bytes));
}

void LineChannel::take(const std::string& line)
{
    if (line.empty())
        return;
    Problems problems;
    const auto message = api::parseLine(line, problems);
    if (!message) {
        const QString why = problems.empty() ? QString() : QString::fromStdString(problems.front().message);
        Q_EMIT broken(QStringLiteral("a line isn't a message of the contract: %1").arg(why));
        return;
    }
    if (const auto* note = std::get_if<api::NotificationMessage>(&*message))
        Q_EMIT notified(note->method, note->params);
    else if (const auto* result = std::get_if<api::ResultMessage>(&*message))
        answer(result->id, result->result, {});
    else if (const auto* error = std::get_if<api::ErrorMessage>(&*message))
        answer(error->id, {}, {error->code, QString::fromStdString(error->message)});
}

void LineChannel::answer(qint64 id, const std::string& result, CallError error)
{
    const auto found = calls_.constFind(id);
    if (found == calls_.constEnd())
        return;
    const Call call = *found;
    calls_.erase(found);
    if (call.context)
        call.done(result, std::move(error));
}

} // namespace gatehouse::ui
