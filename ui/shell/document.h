#pragma once

#include "engine/api/contract.h"
#include "engine/workspace/document.h"
#include "ui/client/engine_client.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace gatehouse::ui {

/// The open workspace: the model, its file, its undo history and what the engine says of it. Every change
/// goes through edit() or setText(); each is one undo step and one revision for the engine. GUI thread.
class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(EngineClient& engine, QObject* parent = nullptr);
    ~Document() override;

    const workspace::Workspace& workspace() const;
    QString text() const; ///< as it is saved; while a text can't be read: that text

    /// One undo step named `undoName` ("Rename route"). Steps in a row with the same non-empty `mergeKey`
    /// become one
    /// ("drag route/catalog"; see endMerge). An edit that changes nothing leaves no step.
    void edit(const QString& undoName, const std::function<void(workspace::Workspace&)>& change,
              const QString& mergeKey = {});
    void endMerge(); ///< the next edit is a step of its own, whatever its key
    /// The text view's way in. Text that can't be read is kept and undoable too: workspace() stays,
    /// problems() say why.
    void setText(const QString& text, const QString& undoName, const QString& mergeKey = {});
    QUndoStack* undoStack();

    // ---- what the engine says
    enum class Serving {
        nothing, ///< no revision was accepted yet
        sending, ///< the last edit is on its way
        serving, ///< the engine serves exactly this document
        refused, ///< the last edit was refused; an older revision serves on
        offline  ///< the engine isn't there
    };
    Serving serving() const;
    quint64 revision() const;                       ///< that serves; 0 = none
    double servingSince_ms() const;                 ///< wall clock
    double lastTook_ms() const;                     ///< from the edit until the engine's answer
    const api::ApplyResult& applied() const;        ///< last accepted, kept fresh by status pushes
    std::vector<api::ProblemInfo> problems() const; ///< of the last apply, or of the text; errors first
    bool beyondLoopback() const;                    ///< a serving listener isn't on loopback

    // ---- file
    struct FileError {
        QString reason;
    };                           ///< plain words; empty = fine
    QString path() const;        ///< empty = never saved
    QString displayName() const; ///< the workspace's name, else the file's, else "Untitled"
    bool isModified() const;
    FileError open(const QString& path); ///< on failure the document stays as it was
    FileError save();
    FileError saveAs(const QString& path);
    void newEmpty();
    void newFrom(const QString& text, const QString& name); ///< unsaved copy (demo)
    FileError revertToSaved();                              ///< undoable
    static QStringList recentFiles();
    static void forgetRecent(const QString& path);

    /// For tests of failing disks: replaces how bytes reach the file; returns a reason or empty.
    using Writer = std::function<QString(const QString& path, const QByteArray& bytes)>;
    void setWriter(Writer writer);

Q_SIGNALS:
    void changed();        ///< workspace() or text() differs
    void appliedChanged(); ///< applied(), serving(), revision()
    void problemsChanged();
    void fileChanged(); ///< path, name, modified
    void replaced();    ///< another document was opened; changed() follows

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace gatehouse::ui
