#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/exchange.h"
#include "engine/gateway/worker.h"
#include "engine/http/date.h"

#include <array>
#include <charconv>

namespace gatehouse::gateway {

namespace {

using http::BodyReader;
using http::Stream;
using telemetry::Refusal;

constexpr int turnsBeforeOthers = 16; // × one read, then the loop serves the rest

/// A chunk's size line; `space` must live until the parts are sent.
std::string_view chunkLine(std::size_t size, std::array<char, 24>& space)
{
    char* end = std::to_chars(space.data(), space.data() + 20, size, 16).ptr;
    *end++ = '\r';
    *end++ = '\n';
    return {space.data(), std::size_t(end - space.data())};
}

void addChunked(http::Parts& parts, std::string_view data, bool done, const std::string& trailers,
                std::array<char, 24>& space)
{
    if (!data.empty()) {
        parts.add(chunkLine(data.size(), space));
        parts.add(data);
        parts.add("\r\n");
    }
    if (done) {
        parts.add("0\r\n");
        parts.add(trailers);
        parts.add("\r\n");
    }
}

} // namespace

void Exchange::sendRequest()
{
    phase_ = Phase::relaying;
    requestCut_ = false;
    const auto& timeouts = worker_.options().timeouts;
    mark_ = worker_.loop().refreshNow();
    const auto wait = rule_->backendTimeout_ms > 0 ? std::chrono::milliseconds(rule_->backendTimeout_ms)
                                                   : timeouts.firstByte;
    worker_.loop().arm(*upstream_, mark_ + wait);
    if (!requestBody_.isDone())
        downstream_->expectBody();
    http::Parts first;
    first.add(request_.view());
    pumpRequest(&first);
    if (trace_ && !trace_->attempts.empty())
        trace_->attempts.back().sent_us = sinceStart_us();
}

bool Exchange::readRequest(char*& data, std::size_t& size, bool& buffered)
{
    auto& stream = downstream_->stream;
    buffered = !stream.in.empty();
    if (buffered) {
        data = stream.in.data();
        size = stream.in.size();
        return true;
    }
    data = http::readScratch();
    switch (stream.read(data, Stream::readSize, size)) {
    case Stream::Read::bytes:
        return true;
    case Stream::Read::nothing:
        return false;
    case Stream::Read::end:
        requestRefused(http::Error::cutShort);
        return false;
    case Stream::Read::broken:
        onDownstreamGone();
        return false;
    }
    return false;
}

/// Moves the request's body on while the backend takes it. `first` = the head, to go out with the body's
/// first bytes.
void Exchange::pumpRequest(http::Parts* first)
{
    if (requestCut_)
        return;
    for (int turn = 0; phase_ == Phase::relaying && turn < turnsBeforeOthers; ++turn) {
        if (requestBody_.isDone() || (!first && !upstream_->stream.canSend()))
            break;
        char* data = nullptr;
        std::size_t size = 0;
        bool buffered = false;
        if (!readRequest(data, size, buffered))
            break;
        bodyTouched_ = true;
        downstream_->bodyProgress();
        const auto step = requestBody_.decode(data, size);
        const bool done = step.state == BodyReader::State::done;
        if (step.state == BodyReader::State::failed)
            return requestRefused(requestBody_.error());
        if (done && http::parseTrailers(requestBody_.trailers(), worker_.trailers) != http::Error::none)
            return requestRefused(http::Error::trailerInvalid);
        http::Parts parts;
        if (first)
            parts = *first;
        first = nullptr;
        std::array<char, 24> space;
        if (requestBody_.kind() == http::Framing::Kind::chunked)
            addChunked(parts, {data, step.produced}, done, requestBody_.trailers(), space);
        else
            parts.add({data, step.produced});
        const bool sent = upstream_->stream.send(parts);
        if (buffered)
            downstream_->stream.in.consume(step.consumed);
        else
            downstream_->stream.in.append({data + step.consumed, size - step.consumed});
        if (!sent)
            return requestCut();
    }
    if (phase_ != Phase::relaying)
        return;
    if (first && !upstream_->stream.send(*first))
        return requestCut();
    if (!requestBody_.isDone() && upstream_->stream.canSend() &&
        (downstream_->stream.mayRead() || !downstream_->stream.in.empty())) {
        worker_.loop().again(upstream_);
    }
}

/// The client's body is not what its head announced: the backend must not take it for whole.
void Exchange::requestRefused(http::Error error)
{
    endAttempt(telemetry::TraceAttempt::End::clientGone, 0, {});
    const auto refusal = error == http::Error::bodyTooLarge ? Refusal::bodyTooLarge
                         : error == http::Error::cutShort   ? Refusal::clientGone
                                                            : Refusal::parser;
    keepAlive_ = false;
    fail(http::statusFor(error), refusal, http::errorCode(error), http::errorText(error));
}

/// The backend closed before it had all of the request. What it answered before that stands
/// (RFC 9112 §9.6); without an answer, reading finds the end.
void Exchange::requestCut()
{
    requestCut_ = true;
    upstream_->stream.out.clear();
    upstream_->stream.note(http::readyToRead | http::peerEnded);
    pumpResponse();
}

void Exchange::onDownstreamEvents()
{
    if (phase_ == Phase::tunnel)
        return pumpTunnel();
    if (phase_ != Phase::relaying)
        return;
    pumpRequest(nullptr);
    if (phase_ == Phase::relaying && upstream_->stream.mayRead() && downstream_->stream.canSend())
        pumpResponse();
}

void Exchange::onUpstreamEvents()
{
    if (!upstream_->stream.flush())
        return phase_ == Phase::relaying ? requestCut() : upstreamFailed();
    if (phase_ == Phase::tunnel)
        return pumpTunnel();
    if (phase_ != Phase::relaying)
        return;
    if (!requestBody_.isDone() && !upstream_->stream.isBroken())
        pumpRequest(nullptr);
    if (phase_ == Phase::relaying)
        pumpResponse();
}

/// Moves the answer on while the client takes it.
void Exchange::pumpResponse()
{
    for (int turn = 0; turn < turnsBeforeOthers; ++turn) {
        if (!downstream_->stream.canSend())
            return;
        char* data = http::readScratch();
        std::size_t size = 0;
        switch (upstream_->stream.read(data, Stream::readSize, size)) {
        case Stream::Read::bytes:
            break;
        case Stream::Read::nothing:
            return;
        case Stream::Read::end:
            return responseEnded();
        case Stream::Read::broken:
            return upstreamFailed();
        }
        if (!responseBegun_) {
            responseBegun_ = true;
            record_.upstream_us = telemetry::Record::saturated(
                std::uint64_t((worker_.loop().refreshNow() - mark_).count() / 1000));
            if (trace_ && !trace_->attempts.empty())
                trace_->attempts.back().firstByte_us = sinceStart_us();
        }
        http::Buffer head;
        if (!headDone_) {
            worker_.loop().arm(*upstream_, worker_.loop().now() + worker_.options().timeouts.firstByte);
            if (!takeResponseHead(data, size, head)) {
                if (phase_ != Phase::relaying)
                    return;
                continue;
            }
        }
        worker_.loop().arm(*upstream_, worker_.loop().now() + worker_.options().timeouts.upstreamIdle);
        if (!relayBody(head, data, size))
            return;
    }
    worker_.loop().again(upstream_);
}

/// False: not whole yet, or the exchange went another way. `data` is then moved to what follows the head.
bool Exchange::takeResponseHead(char*& data, std::size_t& size, http::Buffer& out)
{
    auto& in = upstream_->stream.in;
    const bool buffered = !in.empty();
    if (buffered) {
        in.append({data, size});
        data = in.data();
        size = in.size();
        if (!http::findHeadEnd({data, size}, searched_) && size < worker_.limits().head_bytes)
            return false;
    }
    std::size_t taken = 0;
    for (;;) {
        const std::string_view bytes(data + taken, size - taken);
        const auto parsed = http::parseResponseHead(bytes, worker_.limits(), method_, worker_.responseHead);
        if (parsed.state == http::Parsed::State::failed) {
            if (sendInterim(out))
                badResponse(parsed.error);
            return false;
        }
        if (parsed.state == http::Parsed::State::needMore) {
            if (buffered) {
                in.consume(taken);
                searched_ = 0;
            } else {
                in.append(bytes);
                searched_ = 0;
                http::findHeadEnd(in.view(), searched_);
            }
            sendInterim(out);
            return false;
        }
        const auto& head = worker_.responseHead;
        taken += parsed.size;
        if (head.status == 101) {
            const std::string rest(data + taken, size - taken);
            beginTunnel(parsed.size, out);
            if (phase_ == Phase::tunnel) {
                upstream_->stream.in.clear();
                upstream_->stream.in.append(rest);
                pumpTunnel();
            }
            return false;
        }
        if (head.status >= 200) {
            data += taken;
            size -= taken;
            return takeFinalHead(parsed.size, out);
        }
        if (minor_ == 1 && (head.status != 100 || expectContinue_)) // RFC 9110 §15.2
            writeInterimResponse(head, parsed.size, out);
    }
}

/// What 1xx responses left in `out`, before something that isn't the backend's final answer. False: the
/// client has gone.
bool Exchange::sendInterim(http::Buffer& out)
{
    if (out.empty() || downstream_->stream.send(out.view())) {
        out.clear();
        return true;
    }
    onDownstreamGone();
    return false;
}

bool Exchange::takeFinalHead(std::size_t headSize, http::Buffer& out)
{
    const auto& head = worker_.responseHead;
    headDone_ = true;
    upstreamKeepAlive_ = head.keepAlive;
    responseBody_.start(head.framing);
    switch (head.framing.kind) {
    case http::Framing::Kind::none:
        bodyForm_ = BodyForm::none;
        break;
    case http::Framing::Kind::length:
        bodyForm_ = BodyForm::length;
        break;
    case http::Framing::Kind::chunked:
    case http::Framing::Kind::untilClose:
        bodyForm_ = minor_ == 1 ? BodyForm::chunked : BodyForm::untilClose;
        break;
    }
    // An answer before the request was whole: the rest of it will not be read (RFC 9112 §9.3, §9.6).
    if (!requestBody_.isDone() || bodyForm_ == BodyForm::untilClose || worker_.isDraining())
        keepAlive_ = false;
    record_.status = head.status;
    endAttempt(telemetry::TraceAttempt::End::answered, head.status, {});
    if (trace_)
        trace_->answered_us = sinceStart_us();
    writeDownstreamResponse({.head = head,
                             .headSize = headSize,
                             .edits = *responseEdits_,
                             .body = bodyForm_,
                             .close = !keepAlive_,
                             .sayKeepAlive = minor_ == 0,
                             .date = http::dateText(worker_.loop().now())},
                            out);
    return true;
}

/// Sends the head, if there is one, and what there is of the body. False: stop reading.
bool Exchange::relayBody(http::Buffer& head, char* data, std::size_t size)
{
    BodyReader::Step step;
    if (responseBody_.isDone())
        step.state = BodyReader::State::done;
    else
        step = responseBody_.decode(data, size);
    const bool done = step.state == BodyReader::State::done;
    auto error = step.state == BodyReader::State::failed ? responseBody_.error() : http::Error::none;
    if (done && error == http::Error::none)
        error = http::parseTrailers(responseBody_.trailers(), worker_.trailers);
    if (error != http::Error::none) {
        badResponse(error);
        return false;
    }
    http::Parts parts;
    parts.add(head.view());
    std::array<char, 24> space;
    const std::string_view payload(data, step.produced);
    if (bodyForm_ == BodyForm::chunked)
        addChunked(parts, payload, done, responseBody_.trailers(), space);
    else
        parts.add(payload);
    bytesOut_ += step.produced;
    headSent_ = true;
    const bool sent = downstream_->stream.send(parts);
    if (done && step.consumed < size)
        upstreamKeepAlive_ = false; // more than the message: not to be trusted again
    upstream_->stream.in.clear();
    if (!sent) {
        onDownstreamGone();
        return false;
    }
    downstream_->sendProgress();
    if (!done)
        return true;
    responseDone();
    return false;
}

void Exchange::responseDone()
{
    const bool keep = upstreamKeepAlive_ && requestBody_.isDone() && upstream_->stream.canSend() &&
                      upstream_->stream.in.empty() && !upstream_->stream.peerHasEnded();
    dropUpstream(keep);
    finish(record_.status);
}

/// The backend closed its side.
void Exchange::responseEnded()
{
    if (!headDone_ || !responseBody_.end())
        return upstreamFailed();
    if (bodyForm_ == BodyForm::chunked && !downstream_->stream.send("0\r\n\r\n"))
        return onDownstreamGone();
    upstreamKeepAlive_ = false;
    responseDone();
}

void Exchange::badResponse(http::Error error)
{
    endAttempt(telemetry::TraceAttempt::End::badResponse, 0, http::errorText(error));
    fail(502, Refusal::badResponse, "bad-response",
         "The backend's answer is not HTTP/1.1 as RFC 9112 demands.");
}

/// Closed or reset before a whole answer. A kept connection may have been closed while it waited: what may be
/// repeated is sent once more on a fresh one (RFC 9112 §9.3.1).
void Exchange::upstreamFailed()
{
    endAttempt(telemetry::TraceAttempt::End::closed, 0, {});
    if (record_.reused && !responseBegun_ && !retried_ && !bodyTouched_ && http::isIdempotent(method_)) {
        retried_ = true;
        dropUpstream(false);
        return attempt(true);
    }
    fail(502, Refusal::backendClosed, "backend-closed",
         "The backend closed the connection before its answer was whole.");
}

} // namespace gatehouse::gateway
