#include "ui/shell/document.h"

#include "ui/shell/document_file.h"
#include "ui/shell/revision_sender.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr int undoLimit = 500;

/// A state of the document. `broken` is text that can't be read; then `model` is the last that could.
struct Snapshot {
    workspace::Workspace model;
    std::optional<std::string> broken;
    bool operator==(const Snapshot&) const = default;
};

using Shared = std::shared_ptr<const Snapshot>;

std::vector<api::ProblemInfo> infosOf(const Problems& problems, const std::string& text)
{
    std::vector<api::ProblemInfo> infos;
    const std::vector<json::Position> places = json::locateAll(text, problems);
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const Problem& p = problems[i];
        constexpr const char* severities[] = {"error", "warning", "info"};
        infos.push_back({p.pointer, p.code, p.message, p.hint, severities[int(p.severity)], p.args,
                         places[i].line, places[i].column});
    }
    return infos;
}

int rank(const api::ProblemInfo& problem)
{
    return problem.severity == "error" ? 0 : problem.severity == "warning" ? 1 : 2;
}

} // namespace

struct Document::Private {
    Document* q = nullptr;
    EngineClient& engine;
    RevisionSender sender;
    QUndoStack undo;
    Shared now = std::make_shared<Snapshot>();
    QString path;
    QString unsavedName;
    bool neverSaved = true; ///< an unsaved copy counts as modified only once it was edited
    Writer writer = writeAtomically;
    Serving serving = Serving::nothing;
    api::ApplyResult applied;
    double since_ms = 0;
    std::vector<api::ProblemInfo> problems;
    bool mergeOpen = false;

    explicit Private(Document* owner, EngineClient& client) : q(owner), engine(client), sender(client, owner)
    {
    }

    void show(const Shared& state);
    void push(const QString& name, const Shared& next, const QString& mergeKey);
    void transmit();
    void setServing(Serving next);
    void answered(const api::ApplyResult& result);
    void accept(const api::ApplyResult& result);
    void setProblems(std::vector<api::ProblemInfo> next);
    void replace(const Shared& state, const QString& newPath, const QString& name);
    std::string textOf(const Snapshot& state) const
    {
        return state.broken ? *state.broken : workspace::write(state.model);
    }
};

namespace {

class EditCommand : public QUndoCommand
{
public:
    using Show = std::function<void(const Shared&)>;
    EditCommand(const QString& name, Shared before, Shared after, QString mergeKey, Show show)
        : QUndoCommand(name), before_(std::move(before)), after_(std::move(after)),
          mergeKey_(std::move(mergeKey)), show_(std::move(show))
    {
    }
    void undo() override { show_(before_); }
    void redo() override { show_(after_); }
    int id() const override { return mergeKey_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const EditCommand*>(other);
        if (next->mergeKey_ != mergeKey_)
            return false;
        after_ = next->after_;
        setObsolete(*before_ == *after_);
        return true;
    }

private:
    Shared before_;
    Shared after_;
    QString mergeKey_;
    Show show_;
};

} // namespace

void Document::Private::show(const Shared& state)
{
    now = state;
    if (now->broken) {
        const workspace::ReadResult read = workspace::read(*now->broken);
        setProblems(infosOf(read.problems, *now->broken));
        setServing(applied.revision ? Serving::refused : Serving::nothing);
    } else {
        transmit();
    }
    Q_EMIT q->changed();
}

void Document::Private::push(const QString& name, const Shared& next, const QString& mergeKey)
{
    if (*next == *now)
        return;
    // A key that was closed by endMerge() must not join the step before it.
    QString key = mergeKey;
    if (!key.isEmpty() && !mergeOpen)
        undo.setProperty("mergeRun", undo.property("mergeRun").toInt() + 1);
    mergeOpen = !key.isEmpty();
    if (!key.isEmpty())
        key += QLatin1Char('#') + QString::number(undo.property("mergeRun").toInt());
    undo.push(new EditCommand(name, now, next, key, [this](const Shared& state) { show(state); }));
}

void Document::Private::transmit()
{
    sender.send(workspace::write(now->model), path);
    setServing(engine.state() == EngineClient::State::running ? Serving::sending : Serving::offline);
}

void Document::Private::setServing(Serving next)
{
    serving = next;
    Q_EMIT q->appliedChanged();
}

void Document::Private::setProblems(std::vector<api::ProblemInfo> next)
{
    std::stable_sort(next.begin(), next.end(),
                     [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (next == problems)
        return;
    problems = std::move(next);
    Q_EMIT q->problemsChanged();
}

void Document::Private::accept(const api::ApplyResult& result)
{
    if (result.revision != applied.revision)
        since_ms = double(QDateTime::currentMSecsSinceEpoch());
    applied = result;
}

void Document::Private::answered(const api::ApplyResult& result)
{
    if (now->broken) {
        if (result.accepted)
            accept(result);
        if (serving == Serving::sending) // after a restart: what was accepted last
            setServing(applied.revision ? Serving::refused : Serving::nothing);
        return;
    }
    if (result.accepted)
        accept(result);
    setProblems(result.problems);
    setServing(result.accepted ? Serving::serving : Serving::refused);
}

void Document::Private::replace(const Shared& state, const QString& newPath, const QString& name)
{
    sender.forget();
    undo.clear();
    now = state;
    path = newPath;
    unsavedName = name;
    mergeOpen = false;
    applied = {};
    setProblems({});
    transmit();
    Q_EMIT q->replaced();
    Q_EMIT q->changed();
    Q_EMIT q->fileChanged();
}

Document::Document(EngineClient& engine, QObject* parent)
    : QObject(parent), d_(std::make_unique<Private>(this, engine))
{
    d_->undo.setUndoLimit(undoLimit);
    connect(&d_->undo, &QUndoStack::cleanChanged, this, &Document::fileChanged);
    connect(&d_->sender, &RevisionSender::answered, this,
            [this](const api::ApplyResult& r) { d_->answered(r); });
    connect(&d_->sender, &RevisionSender::restored, this, [this](const api::ApplyResult& result) {
        if (result.accepted)
            d_->accept(result);
        Q_EMIT appliedChanged();
    });
    connect(&d_->sender, &RevisionSender::unanswered, this, [this](const QString& reason) {
        api::ProblemInfo problem;
        problem.code = "engine.refused";
        problem.message = reason.toStdString();
        problem.args = {problem.message};
        d_->setProblems({problem});
        d_->setServing(Serving::refused);
    });
    connect(&engine, &EngineClient::statusPushed, this, [this](const api::ApplyResult& status) {
        if (!status.accepted)
            return;
        d_->accept(status);
        if (d_->serving == Serving::serving)
            d_->setProblems(status.problems);
        Q_EMIT appliedChanged();
    });
    connect(&engine, &EngineClient::stateChanged, this, [this] {
        if (d_->engine.state() == EngineClient::State::running)
            return;
        d_->applied = {};
        d_->setServing(Serving::offline);
    });
    connect(&engine, &EngineClient::started, this, [this] { // after the sender
        d_->setServing(d_->sender.busy() ? Serving::sending : Serving::nothing);
    });
}

Document::~Document() = default;

const workspace::Workspace& Document::workspace() const
{
    return d_->now->model;
}

QString Document::text() const
{
    return QString::fromStdString(d_->textOf(*d_->now));
}

void Document::edit(const QString& undoName, const std::function<void(workspace::Workspace&)>& change,
                    const QString& mergeKey)
{
    auto next = std::make_shared<Snapshot>(Snapshot{d_->now->model, {}});
    change(next->model);
    d_->push(undoName, next, mergeKey);
}

void Document::endMerge()
{
    d_->mergeOpen = false;
}

void Document::setText(const QString& text, const QString& undoName, const QString& mergeKey)
{
    const std::string bytes = text.toStdString();
    if (bytes == d_->textOf(*d_->now))
        return;
    workspace::ReadResult read = workspace::read(bytes);
    auto next = std::make_shared<Snapshot>();
    if (read.workspace) {
        next->model = std::move(*read.workspace);
    } else {
        next->model = d_->now->model;
        next->broken = bytes;
    }
    d_->push(undoName, next, mergeKey);
}

QUndoStack* Document::undoStack()
{
    return &d_->undo;
}

Document::Serving Document::serving() const
{
    return d_->serving;
}

quint64 Document::revision() const
{
    return d_->applied.revision;
}

double Document::servingSince_ms() const
{
    return d_->since_ms;
}

double Document::lastTook_ms() const
{
    return d_->sender.lastTook_ms();
}

const api::ApplyResult& Document::applied() const
{
    return d_->applied;
}

std::vector<api::ProblemInfo> Document::problems() const
{
    return d_->problems;
}

bool Document::beyondLoopback() const
{
    const auto& listeners = d_->applied.listeners;
    return std::any_of(listeners.begin(), listeners.end(), [](const auto& l) { return !l.loopback; });
}

QString Document::path() const
{
    return d_->path;
}

QString Document::displayName() const
{
    if (!d_->now->model.name.empty())
        return QString::fromStdString(d_->now->model.name);
    if (!d_->path.isEmpty())
        return QFileInfo(d_->path).fileName();
    return d_->unsavedName.isEmpty() ? tr("Untitled") : d_->unsavedName;
}

bool Document::isModified() const
{
    return !d_->undo.isClean();
}

Document::FileError Document::open(const QString& path)
{
    QByteArray bytes;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (const QString reason = readWhole(absolute, bytes); !reason.isEmpty())
        return {reason};
    workspace::ReadResult read = workspace::read(bytes.toStdString());
    const auto newer = std::find_if(read.problems.begin(), read.problems.end(),
                                    [](const Problem& p) { return p.code == "workspace.newer-version"; });
    if (newer != read.problems.end())
        return {
            tr("This workspace was written by a newer version of Gatehouse (format %1; this version reads up "
               "to %2). "
               "Nothing was changed.")
                .arg(newer->args.empty() ? QStringLiteral("?") : QString::fromStdString(newer->args.front()))
                .arg(workspace::formatVersion)};
    auto state = std::make_shared<Snapshot>();
    if (read.workspace)
        state->model = std::move(*read.workspace);
    else
        state->broken = bytes.toStdString();
    d_->replace(state, absolute, {});
    if (state->broken) {
        d_->setProblems(infosOf(read.problems, *state->broken));
        d_->setServing(Serving::nothing);
    }
    RecentFiles::add(absolute);
    return {};
}

Document::FileError Document::save()
{
    return saveAs(d_->path);
}

Document::FileError Document::saveAs(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QByteArray bytes = QByteArray::fromStdString(d_->textOf(*d_->now));
    if (const QString reason = d_->writer(absolute, bytes); !reason.isEmpty())
        return {reason};
    const bool moved = std::exchange(d_->path, absolute) != absolute;
    d_->mergeOpen = false;
    d_->undo.setClean();
    RecentFiles::add(absolute);
    if (moved && !d_->now->broken)
        d_->transmit(); // the engine keeps history beside the file
    Q_EMIT fileChanged();
    return {};
}

void Document::newEmpty()
{
    d_->replace(std::make_shared<Snapshot>(), {}, {});
}

void Document::newFrom(const QString& text, const QString& name)
{
    const std::string bytes = text.toStdString();
    workspace::ReadResult read = workspace::read(bytes);
    auto state = std::make_shared<Snapshot>();
    if (read.workspace)
        state->model = std::move(*read.workspace);
    else
        state->broken = bytes;
    d_->replace(state, {}, name);
    if (state->broken)
        d_->setProblems(infosOf(read.problems, bytes));
}

Document::FileError Document::revertToSaved()
{
    QByteArray bytes;
    if (const QString reason = readWhole(d_->path, bytes); !reason.isEmpty())
        return {reason};
    setText(QString::fromUtf8(bytes), tr("Revert to saved"));
    return {};
}

QStringList Document::recentFiles()
{
    return RecentFiles::all();
}

void Document::forgetRecent(const QString& path)
{
    RecentFiles::forget(path);
}

void Document::setWriter(Writer writer)
{
    d_->writer = std::move(writer);
}

} // namespace gatehouse::ui
