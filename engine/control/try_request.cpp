#include "engine/control/try_request.h"

#include "engine/base/text.h"
#include "engine/base/time.h"
#include "engine/control/engine.h"
#include "engine/http/chars.h"
#include "engine/http/client.h"
#include "engine/http/io_thread.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gatehouse::control {

namespace {

double ms(Monotonic span)
{
    return double(span.count()) / 1e6;
}

bool isFieldText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::string words(http::ClientError error, std::uint32_t timeout_ms)
{
    if (error != http::ClientError::timedOut)
        return http::clientErrorText(error);
    const std::string whole = std::to_string(timeout_ms / 1000);
    const std::uint32_t rest = timeout_ms % 1000;
    if (rest == 0)
        return "timed out after " + whole + " s";
    return "timed out after " + std::to_string(timeout_ms) + " ms";
}

api::TryResult resultOf(http::ClientResult&& answer, std::uint32_t timeout_ms)
{
    api::TryResult result;
    result.error = words(answer.error, timeout_ms);
    result.status = answer.status;
    result.reason = std::move(answer.reason);
    for (auto& [name, value] : answer.fields)
        result.headers.push_back({std::move(name), std::move(value)});
    result.body = base64Encode(answer.body);
    result.bodySize = std::int64_t(answer.bodyBytes);
    const auto& timings = answer.timings;
    result.timings = {ms(timings.connect), ms(timings.send), ms(timings.wait), ms(timings.receive),
                      ms(timings.total)};
    return result;
}

} // namespace

struct TryRequest::Impl : std::enable_shared_from_this<Impl> {
    Impl(Engine& engine, Done done) : engine(engine), done(std::move(done)) {}

    void send(const Address& address, api::TryParams params);
    void report(Progress progress);
    void answered(http::ClientResult&& answer);
    void awaitTrace();
    void finish();
    void stop()
    {
        done = {};
        progressTimer.stop();
        client.reset();
    }

    Engine& engine;
    Done done; ///< empty: it ran, or nobody wants it any more
    std::uint64_t tag = 0;
    std::uint32_t timeout_ms = 0;
    api::TryResult result;
    bool hasAnswer = false;
    bool hasTrace = false;
    QObject anchor; ///< what waits on the main thread ends with it
    QTimer progressTimer;
    http::IoThread thread{"try"};
    std::unique_ptr<http::Client> client;
};

void TryRequest::Impl::send(const Address& address, api::TryParams params)
{
    timeout_ms = std::clamp<std::uint32_t>(params.timeout_ms, 1, maxTimeout_ms);
    http::ClientOptions options;
    options.address = address;
    options.maxConnections = 1;
    options.keepAlive = false;
    options.timeout = std::chrono::milliseconds(timeout_ms);
    options.bodyLimit_bytes = bodyLimit_bytes;
    options.cutBody = true;
    client = std::make_unique<http::Client>(thread, options);

    tag = engine.traces().newTag();
    http::ClientRequest request;
    request.method = std::move(params.method);
    request.target = std::move(params.target);
    for (auto& header : params.headers)
        request.fields.emplace_back(std::move(header.name), std::move(header.value));
    request.fields.emplace_back(telemetry::Hub::traceField, engine.hub().traceFieldValue(tag));
    base64Decode(params.body, request.body);
    request.noReuse = true;

    auto weak = weak_from_this();
    engine.traces().await(tag, int(timeout_ms) + traceWait_ms,
                          [weak](std::optional<api::DecisionTrace> trace) {
                              const auto self = weak.lock();
                              if (!self)
                                  return;
                              self->hasTrace = true;
                              self->result.trace = std::move(trace);
                              self->finish();
                          });
    Engine* context = &engine;
    client->send(std::move(request), [weak, context](http::ClientResult&& answer) {
        if (answer.error == http::ClientError::canceled)
            return;
        postTo(context, [weak, answer = std::make_shared<http::ClientResult>(std::move(answer))] {
            if (const auto self = weak.lock())
                self->answered(std::move(*answer));
        });
    });
}

void TryRequest::Impl::report(Progress progress)
{
    QObject::connect(&progressTimer, &QTimer::timeout, &anchor,
                     [this, began = monotonicNow(), progress = std::move(progress)] {
                         progress(std::min(1.0, ms(monotonicNow() - began) / timeout_ms));
                     });
    progressTimer.start(progressEvery_ms);
}

void TryRequest::Impl::answered(http::ClientResult&& answer)
{
    auto trace = std::move(result.trace);
    result = resultOf(std::move(answer), timeout_ms);
    result.trace = std::move(trace);
    hasAnswer = true;
    if (hasTrace)
        finish();
    else
        awaitTrace();
}

/// The gateway makes its trace when the answer is through, a little after the client has it.
void TryRequest::Impl::awaitTrace()
{
    engine.observer().tickSoon();
    QTimer::singleShot(traceWait_ms, &anchor, [this] {
        hasTrace = true;
        const auto self = shared_from_this();
        finish();
    });
}

void TryRequest::Impl::finish()
{
    if (!hasAnswer || !hasTrace || !done)
        return;
    progressTimer.stop();
    const auto call = std::exchange(done, {});
    call(std::move(result));
}

std::optional<std::string> TryRequest::wrongWith(const api::TryParams& params)
{
    std::string body;
    if (!http::isTokenText(params.method))
        return "The method must be a token, such as GET.";
    const auto isPrintable = [](char c) { return c > ' ' && c != '\x7f'; };
    if (params.target.empty() || !std::all_of(params.target.begin(), params.target.end(), isPrintable))
        return "The target must not be empty nor hold spaces or control characters; encode them as %20.";
    for (const auto& header : params.headers) {
        if (!http::isTokenText(header.name))
            return "\"" + header.name + "\" can't be a header's name.";
        if (!isFieldText(header.value))
            return "The value of header " + header.name + " must be one line.";
    }
    if (!base64Decode(params.body, body))
        return "The body must be base64.";
    return std::nullopt;
}

std::shared_ptr<TryRequest> TryRequest::run(Engine& engine, api::TryParams params, Done done,
                                            Progress progress)
{
    const auto address = engine.applier().addressOf(params.listener);
    if (!address)
        return nullptr;
    auto impl = std::make_shared<Impl>(engine, std::move(done));
    QObject::connect(&engine, &QObject::destroyed, &impl->anchor, [impl = impl.get()] { impl->stop(); });
    impl->send(*address, std::move(params));
    impl->report(std::move(progress));
    return std::shared_ptr<TryRequest>(new TryRequest(std::move(impl)));
}

TryRequest::TryRequest(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

TryRequest::~TryRequest()
{
    cancel();
}

void TryRequest::cancel()
{
    impl_->stop();
}

} // namespace gatehouse::control
