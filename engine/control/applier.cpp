#include "engine/control/applier.h"

#include "engine/base/time.h"
#include "engine/control/problem_info.h"
#include "engine/gateway/data_plane.h"
#include "engine/workspace/document.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace gatehouse::control {

/// A document that was read, as every thread may see it.
struct Applier::Document {
    std::string text;
    std::string path; ///< its file; empty = it has none yet
    std::uint64_t revision = 0;
    workspace::Workspace workspace;
    workspace::Attachment attachment;
    Problems warnings;
    std::vector<traffic::DemoSpec> demo;
};

struct Applier::Job {
    std::uint64_t revision = 0;
    std::string text;
    std::string path;
    std::map<std::string, std::uint16_t> ports; ///< by listener key
    ApplyDone done;                             ///< empty: the document that serves, once more
    Monotonic arrived{};
    std::shared_ptr<const Document> document;
    Compiled compiled;
    std::vector<gateway::DataPlane::Bound> bound;
};

namespace {

/// Where a client on this machine reaches what is bound to `address`.
Address reachable(Address address)
{
    if (address.host == "0.0.0.0")
        address.host = "127.0.0.1";
    else if (address.host == "::")
        address.host = "::1";
    return address;
}

/// ".gatehouse/NAME.history.sqlite" beside the workspace's file; the path must be absolute, for our own
/// folder is nobody's.
std::string historyBeside(const std::string& path)
{
    const QFileInfo file(QString::fromStdString(path));
    if (path.empty() || file.isRelative())
        return {};
    return file.dir()
        .filePath(QStringLiteral(".gatehouse/") + file.fileName() + QStringLiteral(".history.sqlite"))
        .toStdString();
}

} // namespace

Applier::Applier(gateway::DataPlane& plane, DemoServices& demo, QObject* parent)
    : QObject(parent), plane_(plane), demo_(demo)
{
    connect(&demo_, &DemoServices::endpointsChanged, this, &Applier::refresh);
}

Applier::~Applier()
{
    thread_.stop();
}

void Applier::apply(api::ApplyParams params, ApplyDone done)
{
    if (jobs_.size() >= maxJobs) {
        done({.busy = true, .result = status_});
        return;
    }
    Job job;
    job.revision = params.revision;
    job.text = std::move(params.document);
    job.path = std::move(params.path);
    for (const auto& hint : params.ports)
        job.ports[hint.listener] = hint.port;
    job.done = std::move(done);
    job.arrived = monotonicNow();
    jobs_.push_back(std::move(job));
    next();
}

/// The endpoints changed: the same document, compiled again.
void Applier::refresh()
{
    const auto isRefresh = [](const Job& job) { return !job.done; };
    if (!serving_ || std::any_of(jobs_.begin(), jobs_.end(), isRefresh))
        return;
    Job job;
    job.arrived = monotonicNow();
    jobs_.push_back(std::move(job));
    next();
}

void Applier::next()
{
    if (job_ || jobs_.empty())
        return;
    job_ = std::make_unique<Job>(std::move(jobs_.front()));
    jobs_.pop_front();
    if (!job_->done) {
        job_->document = serving_;
        job_->revision = serving_->revision;
        compileDocument();
    } else if (job_->revision <= status_.revision) {
        const auto done = std::move(job_->done);
        job_.reset();
        done({.stale = true, .result = status_});
        next();
    } else {
        read();
    }
}

void Applier::read()
{
    thread_.post([this, text = std::move(job_->text), path = job_->path,
                  revision = job_->revision]() mutable {
        auto read = workspace::read(text);
        auto document = std::make_shared<Document>();
        document->text = std::move(text);
        document->path = std::move(path);
        document->revision = revision;
        auto infos = problemInfos(read.problems, document->text);
        if (read.workspace) {
            document->workspace = std::move(*read.workspace);
            document->attachment = workspace::attach(document->workspace);
            document->warnings = std::move(read.problems);
            document->demo = demoSpecs(document->workspace);
        }
        postTo(this, [this, document, good = read.workspace.has_value(), infos = std::move(infos)]() mutable {
            job_->document = std::move(document);
            if (good)
                startDemo();
            else
                finish(false, std::move(infos));
        });
    });
}

/// What serves needs its demo services until the new document does.
void Applier::startDemo()
{
    auto set = job_->document->demo;
    if (serving_)
        set = unionOf(serving_->demo, std::move(set));
    demo_.want(std::move(set), [this] { compileDocument(); });
}

void Applier::compileDocument()
{
    thread_.post([this, document = job_->document, revision = job_->revision, demo = demo_.endpoints()] {
        auto compiled = compile(document->workspace, document->attachment, revision, demo);
        postTo(this, [this, compiled = std::move(compiled)]() mutable {
            job_->compiled = std::move(compiled);
            swapIn();
        });
    });
}

void Applier::compileDraft(std::string text, DraftDone done)
{
    thread_.post([this, text = std::move(text), demo = demo_.endpoints(), done = std::move(done)]() mutable {
        const auto read = workspace::read(text);
        Compiled compiled;
        if (read.workspace)
            compiled = compile(*read.workspace, workspace::attach(*read.workspace), 0, demo);
        Problems problems = read.problems;
        problems.insert(problems.end(), compiled.problems.begin(), compiled.problems.end());
        postTo(this, [config = std::move(compiled.config), infos = problemInfos(problems, text),
                      done = std::move(done)]() mutable { done(std::move(config), std::move(infos)); });
    });
}

std::map<std::string, std::uint16_t> Applier::preferredPorts() const
{
    auto preferred = ports_;
    for (const auto& listener : job_->compiled.listeners) {
        if (const auto hint = job_->ports.find(listener.key); hint != job_->ports.end())
            preferred.try_emplace(listener.socketKey, hint->second);
    }
    return preferred;
}

void Applier::swapIn()
{
    if (!job_->compiled.config) {
        refuse(job_->compiled.problems);
        return;
    }
    const auto served = [this] {
        postTo(this, [this] {
            Problems warnings = job_->document->warnings;
            warnings.insert(warnings.end(), job_->compiled.problems.begin(), job_->compiled.problems.end());
            thread_.post([this, document = job_->document, warnings = std::move(warnings)] {
                postTo(this, [this, infos = problemInfos(warnings, document->text)]() mutable {
                    finish(true, std::move(infos));
                });
            });
        });
    };
    auto outcome = plane_.apply(job_->compiled.config, preferredPorts(), served);
    if (!outcome.problems.empty()) {
        refuse(placeSocketProblems(outcome.problems));
        return;
    }
    job_->bound = std::move(outcome.bound);
}

/// A socket's problem belongs to every listener that shares it.
Problems Applier::placeSocketProblems(const Problems& problems) const
{
    Problems placed;
    for (const Problem& problem : problems) {
        const std::size_t before = placed.size();
        for (const auto& listener : job_->compiled.listeners) {
            if (listener.socketKey == problem.pointer) {
                placed.push_back(problem);
                placed.back().pointer = listener.pointer + "/port";
            }
        }
        if (placed.size() == before) {
            placed.push_back(problem);
            placed.back().pointer.clear();
        }
    }
    return placed;
}

void Applier::refuse(Problems problems)
{
    thread_.post([this, problems = std::move(problems), document = job_->document] {
        postTo(this, [this, infos = problemInfos(problems, document->text)]() mutable {
            finish(false, std::move(infos));
        });
    });
}

void Applier::finish(bool accepted, std::vector<api::ProblemInfo> problems)
{
    ApplyOutcome outcome;
    if (accepted) {
        serving_ = job_->document;
        for (const auto& bound : job_->bound)
            ports_[bound.socketKey] = bound.address.port;
        const std::string history = status_.history;
        status_ = describe(std::move(problems));
        if (status_.history != history)
            Q_EMIT historyMoved(status_.history);
        outcome.result = status_;
        configs_.push_front(job_->compiled.config);
        if (configs_.size() > maxConfigs)
            configs_.pop_back();
    } else {
        outcome.result = status_;
        outcome.result.accepted = false;
        outcome.result.problems = std::move(problems);
    }
    outcome.result.took_ms = double((monotonicNow() - job_->arrived).count()) / 1e6;
    const auto job = std::exchange(job_, nullptr);
    if (job->done) {
        keepServing();
        job->done(outcome);
    } else if (accepted) {
        Q_EMIT statusChanged();
    }
    next();
}

/// Ends demo services that are no longer named, after what is under way to them had time to finish.
void Applier::keepServing()
{
    QTimer::singleShot(demoGrace_ms, this, [this] {
        if (!job_ && jobs_.empty() && serving_)
            demo_.want(serving_->demo, [] {});
    });
}

api::ApplyResult Applier::describe(std::vector<api::ProblemInfo> problems) const
{
    api::ApplyResult result;
    result.accepted = true;
    result.revision = job_->revision;
    result.history = historyBeside(job_->document->path);
    result.problems = std::move(problems);
    std::map<std::string, Address> boundAt;
    for (const auto& bound : job_->bound)
        boundAt[bound.socketKey] = bound.address;
    for (const auto& listener : job_->compiled.listeners) {
        const Address& address = boundAt[listener.socketKey];
        result.listeners.push_back({listener.key, address.host, address.port,
                                    "http://" + reachable(address).text(), address.isLoopback()});
    }
    for (const auto& service : job_->document->workspace.services) {
        const std::string key = workspace::keyOf(service.namespace_, service.name);
        std::vector<std::string> texts;
        for (const auto& endpoint : service.endpoints)
            texts.push_back(Address{endpoint.address, endpoint.port}.text());
        if (const auto demo = demo_.endpoints().find(key); texts.empty() && demo != demo_.endpoints().end()) {
            for (const Address& address : demo->second)
                texts.push_back(address.text());
        }
        result.backends.push_back({key, std::move(texts)});
    }
    for (const auto& route : job_->compiled.routes)
        result.routes.push_back(
            {route.route, route.accepted, route.reason, route.resolved, route.resolvedReason});
    return result;
}

std::shared_ptr<const workspace::Workspace> Applier::workspace() const
{
    return serving_ ? std::shared_ptr<const workspace::Workspace>(serving_, &serving_->workspace) : nullptr;
}

std::shared_ptr<const gateway::Config> Applier::configOf(std::uint64_t revision) const
{
    const auto found = std::find_if(configs_.begin(), configs_.end(),
                                    [revision](const auto& config) { return config->revision == revision; });
    return found == configs_.end() ? nullptr : *found;
}

std::optional<Address> Applier::addressOf(std::string_view listenerKey) const
{
    for (const auto& listener : status_.listeners) {
        if (listener.key == listenerKey)
            return reachable({listener.address, listener.port});
    }
    return std::nullopt;
}

} // namespace gatehouse::control
