#pragma once

#include "engine/traffic/services_protocol.h"

#include <functional>
#include <memory>
#include <string_view>

namespace gatehouse::traffic {

/// The child's side of the protocol without its pipes: reads command lines, runs demo services and load on
/// two threads of its own, answers with reports. Everything but `unasked` happens on the thread that calls
/// it.
class ServicesHost
{
public:
    struct Faces {
        /// An answer to a command; on the thread that called command() or finishLayout().
        std::function<void(const ServicesReport&)> answer;
        /// The load's state at 10 Hz and at its end; on the load's thread.
        std::function<void(const ServicesReport&)> unasked;
        /// Starts a layout in a process of its own; its outcome comes by finishLayout() with the same id.
        /// False = busy.
        std::function<bool(std::int64_t id, const LayoutGraph&)> startLayout;
    };

    explicit ServicesHost(Faces faces);
    ~ServicesHost(); ///< stops load and services

    ServicesHost(const ServicesHost&) = delete;
    ServicesHost& operator=(const ServicesHost&) = delete;

    void greet(); ///< the `ready` report
    void command(std::string_view line);
    void finishLayout(std::int64_t id, const std::optional<LayoutSpots>& spots, const ServicesError& error);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace gatehouse::traffic
