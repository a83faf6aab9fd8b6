#include "engine/control/admin.h"

#include "engine/control/observer.h"
#include "engine/http/problem_document.h"

#include <memory>
#include <utility>

namespace gatehouse::control {

namespace {

http::Response plain(int status, const char* text)
{
    return {.status = status,
            .fields = {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
            .body = text};
}

http::Response problem(int status, const char* code, const char* detail)
{
    return {.status = status,
            .fields = {{"Content-Type", std::string(http::problemType)}, {"Cache-Control", "no-store"}},
            .body = http::problemDocument(status, code, detail)};
}

} // namespace

Admin::Admin(Observer& observer)
    : observer_(observer), server_(thread_, [this](http::Request& request, http::Responder responder) {
          answer(request, responder);
      })
{
}

Admin::~Admin()
{
    server_.stop();
}

Admin::Outcome Admin::listen(const Address& address)
{
    if (!address.isLoopback())
        return {std::nullopt,
                {{.code = "admin.not-loopback",
                  .message = "The admin listener can't be at " + address.text() +
                             ": it is reached from this machine alone.",
                  .hint = "Use a loopback address, such as 127.0.0.1:0.",
                  .args = {address.text()}}}};
    auto outcome = server_.listen(address);
    return {outcome.bound, std::move(outcome.problems)};
}

void Admin::answer(const http::Request& request, const http::Responder& responder)
{
    const bool known = request.path == "/metrics" || request.path == "/healthz" || request.path == "/readyz";
    if (!known) {
        responder.respond(problem(404, "admin.not-found", "There are /metrics, /healthz and /readyz."));
    } else if (request.method != "GET" && request.method != "HEAD") {
        auto response = problem(405, "admin.method", "Only GET and HEAD are served here.");
        response.fields.emplace_back("Allow", "GET, HEAD");
        responder.respond(std::move(response));
    } else if (request.path == "/healthz") {
        responder.respond(plain(200, "ok\n"));
    } else if (request.path == "/readyz") {
        responder.respond(ready_.load(std::memory_order_acquire) ? plain(200, "ready\n")
                                                                 : plain(503, "no revision serves\n"));
    } else {
        observer_.metrics([this, responder](std::string text) {
            thread_.post([responder, text = std::move(text)]() mutable {
                responder.respond({.status = 200,
                                   .fields = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                                              {"Cache-Control", "no-store"}},
                                   .body = std::move(text)});
            });
        });
    }
}

} // namespace gatehouse::control
