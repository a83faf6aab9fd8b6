#include "engine/control/session.h"

#include "engine/base/json.h"
#include "engine/control/calls.h"
#include "engine/control/engine.h"
#include "engine/control/process_facts.h"

#include <unistd.h>

#include <algorithm>

namespace gatehouse::control {

namespace {

/// Read on its own, since another version's hello may have other members.
std::int64_t versionIn(const std::string& params)
{
    Problems problems;
    const auto value = json::parse(params, problems, {});
    if (!value || !value->is_object())
        return 0;
    const auto* version = value->get_object().if_contains("contractVersion");
    return version && version->is_int64() ? version->get_int64() : 0;
}

std::string firstOf(const Problems& problems)
{
    return problems.empty() ? std::string() : problems.front().pointer + ": " + problems.front().message;
}

} // namespace

bool equalsSecret(std::string_view given, std::string_view secret)
{
    volatile unsigned char difference = given.size() == secret.size() && !secret.empty() ? 0 : 1;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        const char other = i < given.size() ? given[i] : '\0';
        difference = static_cast<unsigned char>(difference | (other ^ secret[i]));
    }
    return difference == 0;
}

Session::Session(QLocalSocket* socket, Engine& engine, std::string token, QObject* parent)
    : QObject(parent), engine_(engine), token_(std::move(token)), socket_(socket)
{
    socket_->setParent(this);
    socket_->setReadBufferSize(1 << 20);
    connect(socket_, &QLocalSocket::readyRead, this, &Session::read);
    connect(socket_, &QLocalSocket::bytesWritten, this, [this] {
        if (statusDue_)
            pushStatus();
        read();
    });
    connect(socket_, &QLocalSocket::disconnected, this, &Session::ended);
    helloTimer_.setSingleShot(true);
    connect(&helloTimer_, &QTimer::timeout, this,
            [this] { closeAfter(0, api::ErrorCode::invalidRequest, "No hello came in time."); });
    helloTimer_.start(helloWithin_ms);
    QMetaObject::invokeMethod(this, &Session::read, Qt::QueuedConnection);
}

Session::~Session()
{
    socket_->disconnect(this);
    for (auto& [id, cancel] : std::exchange(calls_, {})) {
        if (cancel)
            cancel();
    }
}

void Session::read()
{
    while (!closing_ && socket_->bytesToWrite() <= maxUnread_bytes) {
        const qsizetype limit = greeted_ ? qsizetype(api::maxLine_bytes) : maxHelloLine_bytes;
        const qsizetype end = buffer_.indexOf('\n', searched_);
        if ((end < 0 ? buffer_.size() : end) > limit) {
            closeAfter(0, api::ErrorCode::invalidRequest,
                       "A line has more than " + std::to_string(limit) + " bytes.");
            return;
        }
        if (end < 0) {
            searched_ = buffer_.size();
            const QByteArray more = socket_->read(65536);
            if (more.isEmpty())
                return;
            buffer_ += more;
            continue;
        }
        const std::string line(buffer_.constData(), std::size_t(end));
        buffer_.remove(0, end + 1);
        searched_ = 0;
        take(line);
    }
}

void Session::take(const std::string& line)
{
    Problems problems;
    const auto message = api::parseLine(line, problems);
    const auto* request = message ? std::get_if<api::CallMessage>(&*message) : nullptr;
    if (!greeted_) {
        if (request && request->method == api::Hello::name)
            hello(*request);
        else
            closeAfter(request ? request->id : 0, api::ErrorCode::invalidRequest,
                       "The first line must be the call \"hello\".");
        return;
    }
    if (!message) {
        const bool isRpc = !problems.empty() && problems.front().code.starts_with("rpc.");
        write(api::ErrorMessage{0, int(isRpc ? api::ErrorCode::invalidRequest : api::ErrorCode::parseError),
                                firstOf(problems)});
    } else if (request) {
        call(*request);
    }
}

void Session::hello(const api::CallMessage& call)
{
    if (const auto theirs = versionIn(call.params); theirs != 0 && theirs != api::contractVersion) {
        closeAfter(call.id, api::ErrorCode::versionMismatch,
                   "The console speaks contract version " + std::to_string(theirs) + "; this engine, " +
                       engineVersion() + ", speaks version " + std::to_string(api::contractVersion) + ".");
        return;
    }
    Problems problems;
    const auto params = api::decode<api::HelloParams>(call.params, problems);
    if (!params) {
        closeAfter(call.id, api::ErrorCode::invalidParams, firstOf(problems));
        return;
    }
    if (!equalsSecret(params->token, token_)) {
        closeAfter(call.id, api::ErrorCode::badToken,
                   "The token isn't the one this engine was started with.");
        return;
    }
    helloTimer_.stop();
    greeted_ = true;
    loadDue_ = engine_.load().has_value();
    api::HelloResult result;
    result.contractVersion = api::contractVersion;
    result.engineVersion = engineVersion();
    result.pid = ::getpid();
    result.startedAt_ms = engine_.startedAt_ms();
    result.revision = engine_.applier().status().revision;
    write(api::ResultMessage{call.id, api::encode(result)});
    Q_EMIT greeted();
}

void Session::call(const api::CallMessage& call)
{
    if (call.method == api::Hello::name) {
        write(api::ErrorMessage{call.id, int(api::ErrorCode::invalidRequest), "Hello was said already."});
    } else if (calls_.contains(call.id)) {
        write(api::ErrorMessage{call.id, int(api::ErrorCode::invalidRequest),
                                "A call with this id is under way."});
    } else if (calls_.size() >= maxCalls) {
        write(api::ErrorMessage{call.id, int(api::ErrorCode::busy), "Too many calls are under way."});
    } else {
        calls_[call.id] = {};
        runCall(engine_, *this, call);
    }
}

void Session::onCancel(std::int64_t id, std::function<void()> cancel)
{
    if (const auto found = calls_.find(id); found != calls_.end())
        found->second = std::move(cancel);
}

void Session::cancel(std::int64_t id)
{
    const auto found = calls_.find(id);
    if (found == calls_.end() || !found->second)
        return;
    const auto stop = std::move(found->second);
    refuse(id, api::ErrorCode::cancelled, "The call was given up.");
    stop();
}

void Session::progress(std::int64_t id, double share, std::string text)
{
    if (calls_.contains(id) && !isBacklogged())
        notify(api::Progress::name, api::encode(api::ProgressNote{id, share, std::move(text)}));
}

void Session::answer(std::int64_t id, std::string result)
{
    if (calls_.erase(id) != 0)
        write(api::ResultMessage{id, std::move(result)});
}

void Session::refuse(std::int64_t id, api::ErrorCode code, std::string message)
{
    if (calls_.erase(id) != 0)
        write(api::ErrorMessage{id, int(code), std::move(message)});
}

void Session::pushTick(const api::RequestBatch& rows)
{
    if (!greeted_)
        return;
    if (isBacklogged()) {
        rowsHeldBack_ += std::int64_t(rows.rows.size()) + rows.skipped;
        return;
    }
    api::TelemetryFrame frame = engine_.live().frameFor(reader_);
    if (std::exchange(loadDue_, false))
        frame.load = engine_.load();
    notify(api::Telemetry::name, api::encode(frame));
    if (rows.rows.empty() && rows.skipped + rowsHeldBack_ == 0)
        return;
    if (rowsHeldBack_ == 0) {
        notify(api::Requests::name, api::encode(rows));
        return;
    }
    api::RequestBatch batch = rows;
    batch.skipped += std::exchange(rowsHeldBack_, 0);
    notify(api::Requests::name, api::encode(batch));
}

void Session::pushStatus()
{
    statusDue_ = greeted_ && isBacklogged();
    if (greeted_ && !statusDue_)
        notify(api::StatusChanged::name, api::encode(engine_.applier().status()));
}

void Session::pushLog(const std::string& params)
{
    if (greeted_ && !isBacklogged())
        notify(api::Log::name, params);
}

void Session::notify(const char* method, std::string params)
{
    write(api::NotificationMessage{method, std::move(params)});
}

void Session::write(const api::Message& message)
{
    if (closing_)
        return;
    const std::string text = api::line(message);
    socket_->write(text.data(), qint64(text.size()));
}

void Session::closeAfter(std::int64_t id, api::ErrorCode code, std::string message)
{
    write(api::ErrorMessage{id, int(code), std::move(message)});
    closing_ = true;
    buffer_.clear();
    socket_->disconnectFromServer();
}

} // namespace gatehouse::control
