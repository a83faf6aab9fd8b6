#include "engine/gateway/downstream_connection.h"

#include "engine/gateway/exchange.h"
#include "engine/gateway/listener.h"
#include "engine/gateway/worker.h"
#include "engine/http/date.h"
#include "engine/http/problem_document.h"

#include <cstring>

namespace gatehouse::gateway {

namespace {

telemetry::Refusal refusalOf(http::Error error)
{
    switch (http::statusFor(error)) {
    case 413:
        return telemetry::Refusal::bodyTooLarge;
    case 414:
    case 431:
        return telemetry::Refusal::headTooLarge;
    case 417:
    case 501:
    case 505:
        return telemetry::Refusal::notSupported;
    default:
        return telemetry::Refusal::parser;
    }
}

} // namespace

DownstreamConnection::DownstreamConnection(Worker& worker, http::Socket socket,
                                           const http::SocketAddress& peer, const Listener& listener)
    : worker_(worker), local_(listener.bound()), listenerId_(listener.id())
{
    stream.open(std::move(socket));
    const auto address = peer.toAddress();
    peerHostSize_ = std::uint8_t(std::min(address.host.size(), peerText_.size()));
    std::memcpy(peerText_.data(), address.host.data(), peerHostSize_);
    peerPort_ = address.port;
}

DownstreamConnection::~DownstreamConnection() = default;

bool DownstreamConnection::start()
{
    worker_.loop().arm(*this, worker_.loop().now() + worker_.options().timeouts.idle);
    return worker_.loop().watch(stream.fd(), this);
}

void DownstreamConnection::close()
{
    if (phase_ == Phase::closed)
        return;
    if (exchange_ && !exchange_->isDone())
        exchange_->onDownstreamGone();
    if (exchange_)
        worker_.giveExchange(std::move(exchange_));
    phase_ = Phase::closed;
    stream.close();
    worker_.loop().disarm(*this);
    worker_.leave(*this);
}

void DownstreamConnection::closeIfIdle()
{
    if (phase_ == Phase::idle && stream.canSend() && !stream.hasArrived())
        close();
}

void DownstreamConnection::onEvents(std::uint32_t ready)
{
    if (phase_ == Phase::closed)
        return;
    stream.note(ready);
    if (!stream.flush())
        return close();
    if (phase_ == Phase::exchange) {
        if (stream.isBroken())
            return close();
        sendProgress();
        exchange_->onDownstreamEvents();
    }
    settle();
}

void DownstreamConnection::onTimeout()
{
    switch (phase_) {
    case Phase::exchange:
        exchange_->onDownstreamTimeout();
        settle();
        break;
    case Phase::head:
        answerTimeout();
        break;
    case Phase::idle:
    case Phase::lingering:
        close();
        break;
    case Phase::closed:
        break;
    }
}

void DownstreamConnection::settle()
{
    if (processing_ || phase_ == Phase::closed)
        return;
    processing_ = true;
    process();
    processing_ = false;
}

void DownstreamConnection::process()
{
    for (;;) {
        switch (phase_) {
        case Phase::exchange: {
            if (!exchange_->isDone())
                return;
            const bool torn = exchange_->isTorn();
            const bool goesOn = exchange_->keepAlive();
            worker_.giveExchange(std::move(exchange_));
            if (torn) {
                stream.reset();
                return close();
            }
            if (goesOn)
                becomeIdle();
            else
                linger();
            break;
        }
        case Phase::idle:
        case Phase::head:
            if (!stream.canSend() || !takeRequest())
                return;
            break;
        case Phase::lingering:
            if (stream.canSend() && linger_.pump(stream))
                close();
            return;
        case Phase::closed:
            return;
        }
    }
}

bool DownstreamConnection::takeRequest()
{
    if (phase_ == Phase::idle && !stream.in.empty()) { // a pipelined request
        firstByte_ = worker_.loop().now();
        if (parse(stream.in.data(), stream.in.size(), true))
            return true;
        if (phase_ != Phase::head)
            return phase_ == Phase::lingering;
    }
    char* data = http::readScratch();
    std::size_t size = 0;
    switch (stream.read(data, http::Stream::readSize, size)) {
    case http::Stream::Read::bytes:
        break;
    case http::Stream::Read::nothing:
        return false;
    case http::Stream::Read::end:
    case http::Stream::Read::broken:
        close();
        return false;
    }
    if (stream.in.empty()) {
        firstByte_ = worker_.loop().now();
        parse(data, size, false);
        return true;
    }
    stream.in.append({data, size});
    if (!http::findHeadEnd(stream.in.view(), searched_) && stream.in.size() < worker_.limits().head_bytes)
        return true;
    parse(stream.in.data(), stream.in.size(), true);
    return true;
}

/// True if a whole head was there.
bool DownstreamConnection::parse(char* data, std::size_t size, bool fromBuffer)
{
    const auto parsed = http::parseRequestHead({data, size}, worker_.limits(), worker_.requestHead);
    if (parsed.state == http::Parsed::State::complete) {
        begin(data, size, parsed.size, fromBuffer);
        return true;
    }
    if (parsed.state == http::Parsed::State::failed) {
        refuse(parsed.error);
        return false;
    }
    if (!fromBuffer)
        stream.in.append({data, size});
    if (phase_ == Phase::idle) {
        phase_ = Phase::head;
        searched_ = 0;
        worker_.loop().arm(*this, firstByte_ + worker_.options().timeouts.head);
    }
    http::findHeadEnd(stream.in.view(), searched_);
    return false;
}

void DownstreamConnection::begin(char* data, std::size_t size, std::size_t headSize, bool fromBuffer)
{
    phase_ = Phase::exchange;
    searched_ = 0;
    worker_.loop().disarm(*this);
    exchange_ = worker_.takeExchange();
    exchange_->begin(*this, worker_.requestHead, headSize, firstByte_);
    if (fromBuffer)
        stream.in.consume(headSize);
    else
        stream.in.append({data + headSize, size - headSize});
    exchange_->run();
}

void DownstreamConnection::refuse(http::Error error)
{
    const int status = http::statusFor(error);
    const auto body = http::problemDocument(status, http::errorCode(error), http::errorText(error));
    http::Buffer out;
    const bool headOnly = worker_.requestHead.methodId == http::Method::head;
    writeOwnAnswer({.status = status, .type = http::problemType, .body = body}, headOnly, true, false,
                   http::dateText(worker_.loop().now()), out);
    worker_.countRefused(*this, status, refusalOf(error), http::errorClause(error),
                         worker_.requestHead.rawTarget, firstByte_);
    if (!stream.send(out.view()))
        return close();
    linger();
}

/// 408 only when something had been sent.
void DownstreamConnection::answerTimeout()
{
    const auto body = http::problemDocument(408, "head-timeout", "The request's head came too slowly.");
    http::Buffer out;
    writeOwnAnswer({.status = 408, .type = http::problemType, .body = body}, false, true, false,
                   http::dateText(worker_.loop().now()), out);
    worker_.countRefused(*this, 408, telemetry::Refusal::clientTimeout, {}, {}, firstByte_);
    if (!stream.send(out.view()))
        return close();
    linger();
    settle();
}

void DownstreamConnection::becomeIdle()
{
    phase_ = Phase::idle;
    worker_.loop().arm(*this, worker_.loop().now() + worker_.options().timeouts.idle);
}

void DownstreamConnection::linger()
{
    phase_ = Phase::lingering;
    stream.in.clear();
    worker_.loop().arm(*this, worker_.loop().now() + http::Linger::limit);
}

void DownstreamConnection::bodyProgress()
{
    expectBody();
}

void DownstreamConnection::expectBody()
{
    worker_.loop().arm(*this, worker_.loop().now() + worker_.options().timeouts.body);
}

void DownstreamConnection::sendProgress()
{
    if (!stream.canSend())
        worker_.loop().arm(*this, worker_.loop().now() + worker_.options().timeouts.send);
}

} // namespace gatehouse::gateway
