#include "engine/http/server_connection.h"

#include "engine/http/chars.h"
#include "engine/http/date.h"
#include "engine/http/problem_document.h"
#include "engine/http/target.h"

namespace gatehouse::http {

namespace {

void appendField(std::string& out, std::string_view name, std::string_view value)
{
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

/// What a handler may say, but the connection knows better.
bool isOurs(std::string_view name)
{
    const auto known = knownField(name);
    return isHopByHop(known) || known == Known::contentLength || known == Known::date;
}

} // namespace

ServerConnection::ServerConnection(Shared& shared, Socket socket, std::string peer)
    : shared_(shared), peer_(std::move(peer))
{
    stream_.open(std::move(socket));
}

bool ServerConnection::start()
{
    shared_.loop.arm(*this, shared_.loop.now() + shared_.options.idleTimeout);
    return shared_.loop.watch(stream_.fd(), this);
}

void ServerConnection::close()
{
    if (phase_ == Phase::closed)
        return;
    phase_ = Phase::closed;
    ++exchange_;
    stream_.close();
    shared_.loop.disarm(*this);
    shared_.loop.forget(this);
    shared_.closed(this);
}

bool ServerConnection::isWaiting(std::uint64_t exchange) const
{
    return phase_ == Phase::handling && exchange == exchange_;
}

void ServerConnection::onEvents(std::uint32_t ready)
{
    if (phase_ == Phase::closed)
        return;
    stream_.note(ready);
    if (!stream_.flush() || (phase_ == Phase::handling && stream_.isBroken()))
        return close();
    process();
}

void ServerConnection::onTimeout()
{
    switch (phase_) {
    case Phase::handling:
        shared_.loop.arm(*this, shared_.loop.now() + shared_.options.idleTimeout);
        break;
    case Phase::head:
    case Phase::body:
        if (!stream_.canSend() || (phase_ == Phase::head && stream_.in.empty()))
            return close();
        refuse(408, "request-timeout", "The request came too slowly.");
        process();
        break;
    case Phase::lingering:
    case Phase::closed:
        close();
        break;
    }
}

void ServerConnection::process()
{
    if (inProcess_)
        return; // a handler that answers at once comes back here; the loop below goes on
    inProcess_ = true;
    const auto self = shared_from_this();
    bool moved = true;
    while (moved) {
        switch (phase_) {
        case Phase::head:
            moved = stream_.canSend() && (takeHead() || fill());
            break;
        case Phase::body:
            moved = takeBody() || fill();
            break;
        case Phase::lingering:
            if (stream_.canSend() && linger_.pump(stream_))
                close();
            moved = false;
            break;
        case Phase::handling:
        case Phase::closed:
            moved = false;
            break;
        }
    }
    inProcess_ = false;
}

bool ServerConnection::fill()
{
    if (phase_ != Phase::head && phase_ != Phase::body)
        return phase_ == Phase::lingering; // refused just now
    std::size_t got = 0;
    switch (stream_.read(readScratch(), Stream::readSize, got)) {
    case Stream::Read::bytes:
        stream_.in.append({readScratch(), got});
        return true;
    case Stream::Read::nothing:
        return false;
    case Stream::Read::end:
    case Stream::Read::broken:
        close();
        return false;
    }
    return false;
}

bool ServerConnection::takeHead()
{
    if (stream_.in.empty())
        return false;
    if (searched_ > 0 && !findHeadEnd(stream_.in.view(), searched_) &&
        stream_.in.size() < shared_.limits.head_bytes)
        return false;
    headOnly_ = false;
    const auto parsed = parseRequestHead(stream_.in.view(), shared_.limits, head_);
    if (parsed.state == Parsed::State::failed) {
        refuse(parsed.error);
        return false;
    }
    if (parsed.state == Parsed::State::needMore) {
        findHeadEnd(stream_.in.view(), searched_);
        return false;
    }
    searched_ = 0;
    request_ = Request{};
    request_.method = head_.method;
    appendNormalPath(head_.rawPath, request_.path);
    request_.query = head_.query;
    request_.target = request_.path;
    if (head_.form == TargetForm::asterisk)
        request_.target = request_.path = "*";
    else if (head_.hasQuery)
        request_.target += '?' + request_.query;
    for (const auto& field : head_.section.fields)
        request_.fields.emplace_back(field.name, field.value);
    request_.peer = peer_;
    keepAlive_ = head_.keepAlive;
    sayKeepAlive_ = head_.minor == 0;
    headOnly_ = head_.methodId == Method::head;
    body_.start(head_.framing, shared_.options.bodyLimit_bytes);
    if (head_.methodId == Method::connect) {
        refuse(501, "connect-unsupported", "This is a server, not a tunnel.");
        return false;
    }
    if (head_.framing.length > shared_.options.bodyLimit_bytes) {
        refuse(Error::bodyTooLarge);
        return false;
    }
    const bool wantsContinue = head_.expectContinue && stream_.in.size() == parsed.size;
    stream_.in.consume(parsed.size);
    if (wantsContinue)
        stream_.send("HTTP/1.1 100 Continue\r\n\r\n");
    phase_ = Phase::body;
    shared_.loop.arm(*this, shared_.loop.now() + shared_.options.idleTimeout);
    return true;
}

bool ServerConnection::takeBody()
{
    if (!body_.isDone()) {
        if (stream_.in.empty())
            return false;
        const auto step = body_.decode(stream_.in.data(), stream_.in.size());
        request_.body.append(stream_.in.data(), step.produced);
        stream_.in.consume(step.consumed);
        if (step.state == BodyReader::State::failed) {
            refuse(body_.error());
            return false;
        }
        if (step.state != BodyReader::State::done)
            return false;
    }
    FieldSection trailers;
    if (parseTrailers(body_.trailers(), trailers) != Error::none) {
        refuse(Error::trailerInvalid);
        return false;
    }
    hand();
    return true;
}

void ServerConnection::hand()
{
    phase_ = Phase::handling;
    ++exchange_;
    Request request = std::move(request_);
    request_ = Request{};
    shared_.handler(request, Responder(weak_from_this(), exchange_));
}

void ServerConnection::respond(std::uint64_t exchange, Response response)
{
    if (!isWaiting(exchange))
        return;
    send(response, !keepAlive_);
    if (phase_ == Phase::closed)
        return;
    if (!keepAlive_) {
        beginLinger();
    } else {
        phase_ = Phase::head;
        shared_.loop.arm(*this, shared_.loop.now() + shared_.options.idleTimeout);
    }
    process();
}

void ServerConnection::abort(std::uint64_t exchange)
{
    if (!isWaiting(exchange))
        return;
    stream_.reset();
    close();
}

void ServerConnection::send(const Response& response, bool close)
{
    const bool bodiless = response.status < 200 || response.status == 204 || response.status == 304;
    thread_local std::string head;
    head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head += reasonPhrase(response.status);
    head += "\r\n";
    appendField(head, "Date", dateText(shared_.loop.now()));
    if (!shared_.options.serverName.empty())
        appendField(head, "Server", shared_.options.serverName);
    for (const auto& [name, value] : response.fields) {
        if (isTokenText(name) && !isOurs(name) && allAre(value, isFieldValue))
            appendField(head, name, value);
    }
    if (!bodiless)
        appendField(head, "Content-Length", std::to_string(response.body.size()));
    if (close)
        appendField(head, "Connection", "close");
    else if (sayKeepAlive_)
        appendField(head, "Connection", "keep-alive");
    head += "\r\n";
    Parts parts;
    parts.add(head);
    if (!bodiless && !headOnly_)
        parts.add(response.body);
    if (!stream_.send(parts))
        this->close();
}

void ServerConnection::refuse(Error error)
{
    refuse(statusFor(error), errorCode(error), errorText(error));
}

void ServerConnection::refuse(int status, std::string_view code, std::string_view detail)
{
    keepAlive_ = false;
    Response response;
    response.status = status;
    response.fields = {{"Content-Type", std::string(problemType)}};
    response.body = problemDocument(status, code, detail);
    send(response, true);
    if (phase_ != Phase::closed)
        beginLinger();
}

void ServerConnection::beginLinger()
{
    phase_ = Phase::lingering;
    shared_.loop.arm(*this, shared_.loop.now() + Linger::limit);
}

} // namespace gatehouse::http
