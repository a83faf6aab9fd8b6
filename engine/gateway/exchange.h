#pragma once

#include "engine/gateway/downstream_response.h"
#include "engine/gateway/snapshot.h"
#include "engine/gateway/trace_context.h"
#include "engine/http/body_reader.h"
#include "engine/http/buffer.h"
#include "engine/http/event_loop.h"
#include "engine/http/head.h"
#include "engine/http/stream.h"
#include "engine/telemetry/record.h"
#include "engine/telemetry/trace.h"

#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

class DownstreamConnection;
class UpstreamConnection;
class Worker;

/// One request and its answer: decides (route, filters, backend), speaks to a backend or answers itself,
/// relays both bodies as they come, counts and records. It runs on the snapshot that it began with. The timer
/// is the time-out of the whole request. Reused from request to request.
///
/// Back-pressure: one side is read only while the other takes all it is given; what the other did not take is
/// at most one read and one head.
class Exchange final : public http::Timer
{
public:
    explicit Exchange(Worker& worker);
    ~Exchange();

    /// Decides and writes the head that will go out. Views of `head` are not used after it returns.
    void begin(DownstreamConnection& downstream, const http::RequestHead& head, std::size_t headSize,
               Monotonic firstByte);
    /// Sends; the head's bytes are consumed by now, so that what is left is the body.
    void run();

    bool isDone() const { return phase_ == Phase::done; }
    bool keepAlive() const { return keepAlive_; } ///< once done: the client's connection goes on
    bool isTorn() const { return torn_; }         ///< once done: the answer was cut, the client must see that
    DownstreamConnection& downstream() { return *downstream_; }

    // ---- events; afterwards the caller settles the downstream connection
    void onDownstreamEvents();
    void onDownstreamGone();
    void onDownstreamTimeout();
    void onConnected(int error);
    void onUpstreamEvents();
    void onUpstreamTimeout();
    void onTimeout() override;

private:
    enum class Phase : std::uint8_t { own, connecting, relaying, tunnel, done };

    // exchange.cpp: deciding and answering
    bool answersItself(const http::RequestHead& head);
    void route(const http::RequestHead& head, std::string_view path, std::string_view query);
    void forward(const http::RequestHead& head, std::size_t headSize, std::string_view path,
                 std::string_view query);
    void redirect(const Redirect& redirect, const http::RequestHead& head, std::string_view path,
                  std::string_view query, std::uint16_t prefixLength);
    void choose(OwnAnswer answer, telemetry::Refusal refusal, std::string_view code, std::string_view detail);
    void sendOwn();
    void attempt(bool fresh);
    void attemptFailed(int error, telemetry::Refusal refusal);
    void fail(int status, telemetry::Refusal refusal, std::string_view code, std::string_view detail);
    void enter(std::int32_t listener, std::int32_t rule, std::int32_t share);
    void dropUpstream(bool keep);
    void finish(int status);

    // exchange_relay.cpp: moving bytes
    void sendRequest();
    void pumpRequest(http::Parts* first);
    bool readRequest(char*& data, std::size_t& size, bool& buffered);
    void requestRefused(http::Error error);
    void requestCut();
    void pumpResponse();
    bool takeResponseHead(char*& data, std::size_t& size, http::Buffer& out);
    bool sendInterim(http::Buffer& out);
    bool takeFinalHead(std::size_t headSize, http::Buffer& out);
    bool relayBody(http::Buffer& head, char* data, std::size_t size);
    void responseEnded();
    void responseDone();
    void badResponse(http::Error error);
    void upstreamFailed();
    void beginTunnel(std::size_t headSize, http::Buffer& out);
    void pumpTunnel();
    bool pumpOneWay(http::Stream& from, http::Stream& to, bool& ended);

    // exchange_trace.cpp: what a person may ask about later
    void beginTrace(const http::RequestHead& head, std::string_view path, std::string_view query);
    void traceFilters(const FilterSet& filters, bool ofBackend);
    void traceAttempt(const WorkerSnapshot::Endpoint& endpoint, bool reused);
    void endAttempt(telemetry::TraceAttempt::End end, int status, std::string_view detail);
    void endTrace();
    std::uint32_t sinceStart_us() const;

    Worker& worker_;
    DownstreamConnection* downstream_ = nullptr;
    UpstreamConnection* upstream_ = nullptr;
    WorkerSnapshot* snapshot_ = nullptr;
    WorkerSnapshot::Backend* backend_ = nullptr;
    const RuleConfig* rule_ = nullptr;
    const Snapshot::Share* share_ = nullptr;
    const HeaderEdits* responseEdits_ = nullptr;
    std::int32_t listener_ = -1;
    std::uint16_t prefixLength_ = 0;

    Phase phase_ = Phase::done;
    http::Method method_ = http::Method::other;
    std::uint8_t minor_ = 1;
    bool keepAlive_ = false;
    bool torn_ = false;
    bool entered_ = false;
    bool wantsUpgrade_ = false;
    bool expectContinue_ = false;
    bool bodyTouched_ = false;   ///< some of the request's body has been read
    bool requestCut_ = false;    ///< the backend takes no more of the request
    bool responseBegun_ = false; ///< a byte of the backend's answer came
    bool headDone_ = false;      ///< its head was whole
    bool headSent_ = false;      ///< an answer's head went to the client
    bool upstreamKeepAlive_ = false;
    bool retried_ = false;
    bool clientEnded_ = false; ///< tunnel: that side has sent its end
    bool backendEnded_ = false;
    std::uint8_t connects_ = 0;
    BodyForm bodyForm_ = BodyForm::none;
    std::size_t searched_ = 0;

    http::Buffer request_; ///< the head for the backend, kept for another attempt
    http::Buffer ownAnswer_;
    std::string upgrade_; ///< protocols that the client offered
    int ownStatus_ = 0;
    std::string_view ownType_;
    std::string ownBody_;
    std::string ownLocation_;
    http::BodyReader requestBody_;
    http::BodyReader responseBody_;

    Monotonic start_{};
    Monotonic mark_{}; ///< the current attempt began, or sent
    telemetry::LegId leg_ = telemetry::LegId::other;
    telemetry::Record record_;
    std::uint64_t bytesOut_ = 0;
    TraceContext traceContext_;
    std::unique_ptr<telemetry::DecisionTrace> trace_;
};

} // namespace gatehouse::gateway
