#include "engine/base/text.h"
#include "engine/gateway/downstream_connection.h"
#include "engine/gateway/exchange.h"
#include "engine/gateway/worker.h"
#include "engine/http/chars.h"

namespace gatehouse::gateway {

namespace {

using http::Stream;

constexpr int turnsBeforeOthers = 16; // × one read, then the loop serves the rest

} // namespace

void Exchange::beginTunnel(std::size_t headSize, http::Buffer& out)
{
    const auto& head = worker_.responseHead;
    const auto* protocol = head.section.first(http::Known::upgrade);
    const bool offered =
        wantsUpgrade_ && protocol && !http::forEachElement(upgrade_, [&](std::string_view each) {
            return !equalsIgnoreCase(each, protocol->value);
        });
    if (!offered)
        return sendInterim(out) ? badResponse(http::Error::statusInvalid) : void();
    writeSwitchingResponse(head, headSize, out);
    headSent_ = true;
    keepAlive_ = false;
    record_.status = 101;
    endAttempt(telemetry::TraceAttempt::End::answered, 101, {});
    phase_ = Phase::tunnel;
    if (!downstream_->stream.send(out.view()))
        onDownstreamGone();
}

/// One direction of a tunnel. False: broken.
bool Exchange::pumpOneWay(Stream& from, Stream& to, bool& ended)
{
    for (int turn = 0; turn < turnsBeforeOthers && !ended && to.canSend(); ++turn) {
        if (!from.in.empty()) {
            bytesOut_ += from.in.size();
            if (!to.send(from.in.view()))
                return false;
            from.in.clear();
            continue;
        }
        std::size_t size = 0;
        switch (from.read(http::readScratch(), Stream::readSize, size)) {
        case Stream::Read::bytes:
            bytesOut_ += size;
            if (!to.send({http::readScratch(), size}))
                return false;
            break;
        case Stream::Read::nothing:
            return true;
        case Stream::Read::end:
            ended = true;
            to.endSending();
            return true;
        case Stream::Read::broken:
            return false;
        }
    }
    if (from.mayRead() && to.canSend() && !ended)
        worker_.loop().again(upstream_);
    return true;
}

void Exchange::pumpTunnel()
{
    const auto due = worker_.loop().now() + worker_.options().timeouts.tunnel;
    worker_.loop().arm(*upstream_, due);
    const bool fine = pumpOneWay(downstream_->stream, upstream_->stream, clientEnded_) &&
                      pumpOneWay(upstream_->stream, downstream_->stream, backendEnded_);
    if (fine && !(clientEnded_ && backendEnded_))
        return;
    torn_ = !fine;
    dropUpstream(false);
    finish(101);
}

} // namespace gatehouse::gateway
