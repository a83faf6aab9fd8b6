#pragma once

#include "engine/control/compile.h"
#include "engine/control/services_process.h"

#include <QObject>

#include <functional>
#include <vector>

namespace gatehouse::control {

/// Keeps the demo services of the workspace running in the child and knows where they listen. Main thread.
class DemoServices : public QObject
{
    Q_OBJECT
public:
    explicit DemoServices(ServicesProcess& process, QObject* parent = nullptr);

    const DemoEndpoints& endpoints() const { return endpoints_; }

    /// Exactly this set shall run. `done` runs later, when all that can run does, or after `limit_ms`: then
    /// endpointsChanged() follows as they come up.
    void want(std::vector<traffic::DemoSpec> set, std::function<void()> done, int limit_ms = 1000);

Q_SIGNALS:
    void endpointsChanged();                             ///< outside a want() that waits
    void failed(const QString& key, const QString& why); ///< one can't be started

private:
    void send(std::function<void()> done);
    bool take(const traffic::DemoBoundSet& bound);

    ServicesProcess& process_;
    std::vector<traffic::DemoSpec> wanted_;
    DemoEndpoints endpoints_;
};

/// The demo services that a workspace asks for.
std::vector<traffic::DemoSpec> demoSpecs(const workspace::Workspace& workspace);

/// `more` and what only `base` has.
std::vector<traffic::DemoSpec> unionOf(const std::vector<traffic::DemoSpec>& base,
                                       std::vector<traffic::DemoSpec> more);

} // namespace gatehouse::control
