#include "engine/http/client_connection.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

bool has(const Fields& fields, std::string_view name)
{
    return std::any_of(fields.begin(), fields.end(),
                       [&](const auto& f) { return equalsIgnoreCase(f.first, name); });
}

void appendHead(const ClientRequest& request, const Address& address, bool close, std::string& out)
{
    out = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    if (!has(request.fields, "host"))
        out += "Host: " + address.text() + "\r\n";
    for (const auto& [name, value] : request.fields)
        out += name + ": " + value + "\r\n";
    if (!request.body.empty() && !has(request.fields, "content-length") &&
        !has(request.fields, "transfer-encoding"))
        out += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    if (close && !has(request.fields, "connection"))
        out += "Connection: close\r\n";
    out += "\r\n";
}

} // namespace

ClientConnection::ClientConnection(EventLoop& loop, const ClientOptions& options, Owner& owner)
    : loop_(loop), options_(options), owner_(owner)
{
}

void ClientConnection::run(std::unique_ptr<ClientCall> call)
{
    call_ = std::move(call);
    call_->begun = mark_ = loop_.refreshNow();
    call_->timings.queued = call_->begun - call_->asked;
    if (phase_ == Phase::idle) {
        sendRequest();
        return;
    }
    int error = 0;
    stream_.open(connectTo(SocketAddress::from(options_.address), error));
    if (!stream_.isOpen() || !loop_.watch(stream_.fd(), this))
        return finish(ClientError::connectFailed);
    phase_ = Phase::connecting;
    loop_.arm(*this, std::min(call_->deadline, mark_ + options_.connectTimeout));
    if (error == 0)
        connected();
}

std::unique_ptr<ClientCall> ClientConnection::cancel()
{
    if (call_)
        stream_.reset(); // a mere close could be a client that still reads: the server would work on for nobody
    close();
    return std::move(call_);
}

void ClientConnection::onEvents(std::uint32_t ready)
{
    stream_.note(ready);
    switch (phase_) {
    case Phase::connecting:
        if (ready & (readyToWrite | broken))
            connected();
        break;
    case Phase::sending:
        if (!stream_.flush())
            return streamEnded();
        if (stream_.canSend())
            allSent();
        receive(); // an answer may come before all is sent
        break;
    case Phase::waiting:
    case Phase::receiving:
        receive();
        break;
    case Phase::idle:
        if (stream_.mayRead()) { // nothing may come now but the end
            close();
            owner_.idleClosed(*this);
        }
        break;
    case Phase::fresh:
    case Phase::closed:
        break;
    }
}

void ClientConnection::onTimeout()
{
    if (phase_ == Phase::idle) {
        close();
        owner_.idleClosed(*this);
    } else if (phase_ == Phase::connecting && loop_.now() < call_->deadline) {
        finish(ClientError::connectTimedOut);
    } else if (call_) {
        finish(ClientError::timedOut);
    }
}

void ClientConnection::connected()
{
    if (connectError(stream_.fd()) != 0)
        return finish(ClientError::connectFailed);
    call_->timings.connect = loop_.refreshNow() - mark_;
    mark_ = loop_.now();
    sendRequest();
}

void ClientConnection::sendRequest()
{
    loop_.arm(*this, call_->deadline);
    phase_ = Phase::sending;
    searched_ = 0;
    result_ = ClientResult{};
    result_.reused = used_;
    body_.start({});
    keepAlive_ = options_.keepAlive && !call_->request.noReuse;
    method_ = call_->request.method == "HEAD" ? Method::head : Method::get;
    thread_local std::string head;
    appendHead(call_->request, options_.address, !keepAlive_, head);
    Parts parts;
    parts.add(head);
    parts.add(call_->request.body);
    used_ = true;
    if (!stream_.send(parts))
        return streamEnded();
    if (stream_.canSend())
        allSent();
}

void ClientConnection::allSent()
{
    phase_ = Phase::waiting;
    call_->timings.send = loop_.refreshNow() - mark_;
    mark_ = loop_.now();
}

void ClientConnection::receive()
{
    while (phase_ == Phase::sending || phase_ == Phase::waiting || phase_ == Phase::receiving) {
        std::size_t got = 0;
        const auto read = stream_.read(readScratch(), Stream::readSize, got);
        if (read == Stream::Read::nothing)
            return;
        if (read != Stream::Read::bytes)
            return streamEnded();
        if (phase_ != Phase::receiving) {
            if (phase_ == Phase::sending)
                keepAlive_ = false; // the rest of the request will never be of use
            phase_ = Phase::receiving;
            call_->timings.wait = loop_.refreshNow() - mark_;
            mark_ = loop_.now();
            body_.start({Framing::Kind::untilClose, 0});
        }
        stream_.in.append({readScratch(), got});
        if (result_.status == 0 && !takeHead())
            continue;
        takeBody();
    }
}

bool ClientConnection::takeHead()
{
    for (;;) {
        if (searched_ > 0 && !findHeadEnd(stream_.in.view(), searched_) &&
            stream_.in.size() < Limits{}.head_bytes)
            return false;
        const auto parsed = parseResponseHead(stream_.in.view(), Limits{}, method_, head_);
        if (parsed.state == Parsed::State::failed || head_.status == 101) {
            finish(ClientError::badResponse);
            return false;
        }
        if (parsed.state == Parsed::State::needMore) {
            findHeadEnd(stream_.in.view(), searched_);
            return false;
        }
        searched_ = 0;
        const bool interim = head_.status < 200;
        if (!interim) {
            result_.status = head_.status;
            result_.reason = head_.reason;
            if (options_.keepFields) {
                for (const auto& field : head_.section.fields)
                    result_.fields.emplace_back(field.name, field.value);
            }
        }
        stream_.in.consume(parsed.size);
        if (!interim)
            break;
        if (stream_.in.empty())
            return false;
    }
    keepAlive_ = keepAlive_ && head_.keepAlive;
    const bool unlimited = options_.discardBody || options_.cutBody;
    body_.start(head_.framing, unlimited ? UINT64_MAX : options_.bodyLimit_bytes);
    return true;
}

void ClientConnection::takeBody()
{
    if (!body_.isDone()) {
        if (stream_.in.empty())
            return;
        const auto step = body_.decode(stream_.in.data(), stream_.in.size());
        if (!options_.discardBody) {
            const std::size_t room =
                options_.bodyLimit_bytes - std::min(options_.bodyLimit_bytes, result_.body.size());
            result_.body.append(stream_.in.data(), std::min(room, step.produced));
        }
        stream_.in.consume(step.consumed);
        if (step.state == BodyReader::State::failed) {
            return finish(body_.error() == Error::bodyTooLarge ? ClientError::bodyTooLarge
                                                               : ClientError::badResponse);
        }
        if (step.state != BodyReader::State::done)
            return;
    }
    FieldSection trailers;
    if (parseTrailers(body_.trailers(), trailers) != Error::none)
        return finish(ClientError::badResponse);
    for (const auto& field : trailers.fields)
        result_.trailers.emplace_back(field.name, field.value);
    finish(ClientError::none);
}

void ClientConnection::streamEnded()
{
    if (phase_ == Phase::receiving && result_.status != 0 && body_.end())
        return finish(ClientError::none);
    const bool nothingCame = phase_ == Phase::sending || phase_ == Phase::waiting;
    const auto& method = call_->request.method;
    const bool idempotent = method != "POST" && method != "PATCH" && method != "CONNECT";
    if (nothingCame && result_.reused && idempotent && !call_->retried) {
        close();
        call_->retried = true;
        owner_.callStale(*this, std::move(call_));
        return;
    }
    finish(ClientError::closedEarly);
}

ClientResult ClientConnection::takeResult(ClientError error)
{
    auto result = std::move(result_);
    result_ = ClientResult{};
    result.error = error;
    result.bodyBytes = body_.total();
    auto& timings = call_->timings;
    if (error == ClientError::none)
        timings.receive = loop_.refreshNow() - mark_;
    timings.total = loop_.now() - call_->asked;
    result.timings = timings;
    return result;
}

void ClientConnection::finish(ClientError error)
{
    auto result = takeResult(error);
    if (error != ClientError::none || !keepAlive_ || !stream_.in.empty() || stream_.peerHasEnded()) {
        close();
    } else {
        phase_ = Phase::idle;
        loop_.arm(*this, loop_.now() + options_.idleTimeout);
    }
    owner_.callDone(*this, std::move(call_), std::move(result));
}

void ClientConnection::close()
{
    phase_ = Phase::closed;
    stream_.close();
    loop_.disarm(*this);
}

} // namespace gatehouse::http
