#include "engine/traffic/demo_fleet.h"

#include "engine/base/text.h"
#include "engine/http/io_thread.h"
#include "engine/http/server.h"
#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_fault.h"
#include "engine/traffic/demo_http.h"

#include <set>

namespace gatehouse::traffic {

/// One service. Its state lives on the io thread; the server stops before the rest goes.
class DemoFleet::Running
{
public:
    Running(http::IoThread& thread, const DemoSpec& spec)
        : thread_(thread), spec_(spec), fault_(spec.key), app_(makeDemoApp(spec.app, spec.version)),
          server_(thread,
                  [this](http::Request& request, http::Responder responder) { serve(request, responder); },
                  {.serverName = "bookshop"})
    {
    }

    std::string listen(std::uint16_t preferredPort)
    {
        http::Server::Outcome outcome = server_.listen({"127.0.0.1", preferredPort});
        if (!outcome.bound && preferredPort != 0)
            outcome = server_.listen({"127.0.0.1", 0});
        if (!outcome.bound)
            return outcome.problems.empty() ? "could not listen" : outcome.problems.front().message;
        address_ = *outcome.bound;
        return {};
    }

    void change(const DemoSpec& spec)
    {
        if (spec == spec_)
            return;
        thread_.run([&] {
            if (spec.app != spec_.app || spec.version != spec_.version)
                app_ = makeDemoApp(spec.app, spec.version);
            spec_ = spec;
        });
    }

    const Address& address() const { return address_; }

private:
    void serve(const http::Request& request, const http::Responder& responder)
    {
        if (request.path == "/healthz") {
            responder.respond(jsonResponse(200, json::Object{{"status", "ok"}}));
            return;
        }
        const DemoFault::Outcome fate = fault_.next(spec_.latency_ms, spec_.errorShare);
        http::Response response =
            fate.error ? problemResponse(500, "", "The database of " + spec_.app + " did not answer in time.")
                       : app_->answer(request);
        response.fields.emplace_back("x-service", spec_.key);
        if (!spec_.version.empty())
            response.fields.emplace_back("x-version", spec_.version);
        if (fate.delay.count() == 0) {
            responder.respond(std::move(response));
            return;
        }
        thread_.after(fate.delay, [responder, response = std::move(response)]() mutable {
            responder.respond(std::move(response));
        });
    }

    http::IoThread& thread_;
    DemoSpec spec_;
    DemoFault fault_;
    std::unique_ptr<DemoApp> app_;
    Address address_;
    http::Server server_;
};

DemoFleet::DemoFleet(http::IoThread& thread) : thread_(thread) {}

DemoFleet::~DemoFleet() = default;

DemoBoundSet DemoFleet::update(const DemoSet& set)
{
    std::set<std::string> wanted;
    for (const DemoSpec& spec : set.services)
        wanted.insert(spec.key);
    std::erase_if(running_, [&](const auto& entry) { return !wanted.contains(entry.first); });

    DemoBoundSet bound;
    std::set<std::string> seen;
    for (const DemoSpec& spec : set.services) {
        if (seen.insert(spec.key).second)
            bound.services.push_back(start(spec));
        else
            bound.services.push_back({spec.key, "", 0, "the key is there twice"});
    }
    return bound;
}

DemoBound DemoFleet::start(const DemoSpec& spec)
{
    const std::span<const std::string_view> names = demoAppNames();
    if (std::find(names.begin(), names.end(), spec.app) == names.end()) {
        running_.erase(spec.key);
        const std::string_view near = nearest(spec.app, {names.begin(), names.end()});
        return {spec.key, "", 0,
                "no built-in server is called '" + spec.app + "'" +
                    (near.empty() ? std::string("; there are catalog, orders, users, reviews and echo")
                                  : "; did you mean '" + std::string(near) + "'?")};
    }
    std::unique_ptr<Running>& running = running_[spec.key];
    if (running) {
        running->change(spec);
    } else {
        running = std::make_unique<Running>(thread_, spec);
        if (std::string error = running->listen(spec.preferredPort); !error.empty()) {
            running_.erase(spec.key);
            return {spec.key, "", 0, std::move(error)};
        }
    }
    return {spec.key, running->address().host, running->address().port, ""};
}

} // namespace gatehouse::traffic
