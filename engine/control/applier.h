#pragma once

#include "engine/api/contract.h"
#include "engine/control/compile.h"
#include "engine/control/demo_services.h"
#include "engine/control/task_thread.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::gateway {
class DataPlane;
}

namespace gatehouse::control {

struct ApplyOutcome {
    bool stale = false;      ///< the revision isn't greater than the last applied; nothing was read
    bool busy = false;       ///< too many documents wait
    api::ApplyResult result; ///< with either of them: what serves
};
using ApplyDone = std::function<void(const ApplyOutcome&)>;

/// Brings documents to the data plane: read, check, start demo services, compile, bind, swap; all or nothing,
/// one after the other. Reading and compiling run on a thread of their own. Main thread.
class Applier : public QObject
{
    Q_OBJECT
public:
    Applier(gateway::DataPlane& plane, DemoServices& demo, QObject* parent = nullptr);
    ~Applier() override;

    /// `done` runs later on this thread, once every worker serves the revision or it is refused.
    void apply(api::ApplyParams params, ApplyDone done);

    /// Compiles a document that is not to serve. `done` runs later on this thread; the config is null where
    /// the document has errors, and the problems say which.
    using DraftDone = std::function<void(std::shared_ptr<const gateway::Config> config,
                                         std::vector<api::ProblemInfo> problems)>;
    void compileDraft(std::string text, DraftDone done);

    const api::ApplyResult& status() const { return status_; }
    std::shared_ptr<const workspace::Workspace> workspace() const; ///< what serves; null before the first

    /// What served as that revision, while traces may still speak of it (the last eight); else null.
    std::shared_ptr<const gateway::Config> configOf(std::uint64_t revision) const;

    std::optional<Address>
    addressOf(std::string_view listenerKey) const; ///< as a client on this machine reaches it

Q_SIGNALS:
    void statusChanged();                       ///< by itself: a demo service came up or moved
    void historyMoved(const std::string& file); ///< status().history is another; empty = none is kept

private:
    struct Job;
    struct Document;
    static constexpr std::size_t maxJobs = 16;
    static constexpr std::size_t maxConfigs = 8;
    static constexpr int demoGrace_ms = 5000;

    void next();
    void read();
    void startDemo();
    void compileDocument();
    void swapIn();
    void refuse(Problems problems);
    void finish(bool accepted, std::vector<api::ProblemInfo> problems);
    void refresh();
    void keepServing();
    api::ApplyResult describe(std::vector<api::ProblemInfo> problems) const;
    Problems placeSocketProblems(const Problems& problems) const;
    std::map<std::string, std::uint16_t> preferredPorts() const;

    gateway::DataPlane& plane_;
    DemoServices& demo_;
    std::deque<Job> jobs_;
    std::unique_ptr<Job> job_; ///< under way
    std::shared_ptr<const Document> serving_;
    api::ApplyResult status_;
    std::deque<std::shared_ptr<const gateway::Config>> configs_; ///< newest first
    std::map<std::string, std::uint16_t> ports_;                 ///< last bound, by socket key
    TaskThread thread_{"compile"};
};

} // namespace gatehouse::control
