#include "ui/shell/file_actions.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

static void initialise()
{
    Q_INIT_RESOURCE(workspaces);
}

namespace gatehouse::ui {

QString demoText()
{
    initialise();
    QFile file(QStringLiteral(":/workspaces/bookshop.gatehouse.json"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

FileActions::FileActions(Document& document, Banner* notices, QWidget* window)
    : QObject(window), document_(document), notices_(notices), window_(window)
{
    connect(notices_, &Banner::actionTriggered, this, [this] {
        if (offersSaveAs_)
            saveAs();
    });
}

QAction* FileActions::add(QMenu* menu, const QString& text, const QString& iconName, const QKeySequence& keys,
                          std::function<void()> act)
{
    auto* action = new QAction(text, window_);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName, Role::textSecondary));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    menu->addAction(action);
    window_->addAction(action);
    return action;
}

void FileActions::fill(QMenu* menu)
{
    add(menu, tr("&New"), QStringLiteral("file-plus"), QKeySequence::New, [this] {
        if (maySetAside())
            document_.newEmpty();
    })->setObjectName(QStringLiteral("file.new"));
    add(menu, tr("&Open…"), QStringLiteral("folder-open"), QKeySequence::Open, [this] {
        const QString path =
            QFileDialog::getOpenFileName(window_, tr("Open workspace"), QFileInfo(document_.path()).path(),
                                         tr("Workspaces (*.gatehouse.json *.json);;All files (*)"));
        if (!path.isEmpty())
            open(path);
    })->setObjectName(QStringLiteral("file.open"));
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    add(menu, tr("Open &demo Bookshop"), QStringLiteral("book-open"), {}, [this] {
        if (maySetAside())
            openDemo();
    })->setObjectName(QStringLiteral("file.demo"));
    menu->addSeparator();
    add(menu, tr("&Save"), QStringLiteral("save"), QKeySequence::Save, [this] {
        save();
    })->setObjectName(QStringLiteral("file.save"));
    add(menu, tr("Save &as…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] {
        saveAs();
    })->setObjectName(QStringLiteral("file.saveAs"));
    QAction* revert = add(menu, tr("Re&vert to saved"), QStringLiteral("history"), {}, [this] {
        if (const auto error = document_.revertToSaved(); !error.reason.isEmpty())
            failed(tr("Could not revert"), error.reason, false);
    });
    revert->setObjectName(QStringLiteral("file.revert"));
    const auto refresh = [this, revert] {
        revert->setEnabled(!document_.path().isEmpty() && document_.isModified());
        revert->setWhatsThis(document_.path().isEmpty() ? tr("never saved") : tr("nothing to revert"));
    };
    connect(&document_, &Document::fileChanged, revert, refresh);
    refresh();
}

void FileActions::fillRecent(QMenu* menu)
{
    menu->clear();
    const QStringList files = Document::recentFiles();
    for (const QString& path : files) {
        const bool there = QFileInfo::exists(path);
        QAction* action = menu->addAction(there ? path : tr("%1 (missing)").arg(path));
        action->setEnabled(there);
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    if (files.isEmpty())
        menu->addAction(tr("No workspace was opened yet"))->setEnabled(false);
}

bool FileActions::maySetAside()
{
    if (!document_.isModified())
        return true;
    QMessageBox box(QMessageBox::NoIcon, tr("Save changes?"),
                    tr("“%1” has changes that are not saved.").arg(document_.displayName()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
    box.setObjectName(QStringLiteral("unsaved"));
    box.setDefaultButton(QMessageBox::Save);
    box.setEscapeButton(QMessageBox::Cancel);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void FileActions::open(const QString& path)
{
    if (!maySetAside())
        return;
    if (const auto error = document_.open(path); !error.reason.isEmpty())
        failed(tr("Could not open %1").arg(QFileInfo(path).fileName()), error.reason, false);
}

void FileActions::openDemo()
{
    document_.newFrom(demoText(), QStringLiteral("Bookshop"));
}

bool FileActions::save()
{
    if (document_.path().isEmpty())
        return saveAs();
    const auto error = document_.save();
    if (!error.reason.isEmpty())
        failed(tr("Could not save %1").arg(QFileInfo(document_.path()).fileName()), error.reason, true);
    return error.reason.isEmpty();
}

bool FileActions::saveAs()
{
    const QString proposed = document_.path().isEmpty()
                                 ? document_.displayName().toLower() + QStringLiteral(".gatehouse.json")
                                 : document_.path();
    const QString path = QFileDialog::getSaveFileName(window_, tr("Save workspace as"), proposed,
                                                      tr("Workspaces (*.gatehouse.json *.json)"));
    if (path.isEmpty())
        return false;
    const auto error = document_.saveAs(path);
    if (!error.reason.isEmpty())
        failed(tr("Could not save %1").arg(QFileInfo(path).fileName()), error.reason, true);
    return error.reason.isEmpty();
}

void FileActions::failed(const QString& what, const QString& reason, bool offerSaveAs)
{
    offersSaveAs_ = offerSaveAs;
    notices_->showNotice(State::error, tr("%1: %2 The document is kept as it is.").arg(what, reason),
                         offerSaveAs ? tr("Save as…") : QString());
}

} // namespace gatehouse::ui
