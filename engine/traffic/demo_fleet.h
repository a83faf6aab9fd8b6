#pragma once

#include "engine/traffic/services_protocol.h"

#include <map>
#include <memory>
#include <string>

namespace gatehouse::http {
class IoThread;
}

namespace gatehouse::traffic {

/// The demo services that run: one HTTP server each on a loopback port, all on the given thread. Use from one
/// thread.
class DemoFleet
{
public:
    explicit DemoFleet(http::IoThread& thread);
    ~DemoFleet(); ///< closes them all

    DemoFleet(const DemoFleet&) = delete;
    DemoFleet& operator=(const DemoFleet&) = delete;

    /// Makes exactly `set` run. A service that runs under the same key keeps its port and connections,
    /// whatever else of it changed. Where the preferred port is taken, another is used; what can't run has
    /// port 0 and an error.
    DemoBoundSet update(const DemoSet& set);

private:
    class Running;
    DemoBound start(const DemoSpec& spec);

    http::IoThread& thread_;
    std::map<std::string, std::unique_ptr<Running>> running_;
};

} // namespace gatehouse::traffic
