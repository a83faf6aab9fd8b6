#pragma once

#include "ui/shell/document.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace gatehouse::ui {

class Banner;

/// New, open, recent, save, save as, revert: the File menu's part and the one question about unsaved changes.
class FileActions : public QObject
{
    Q_OBJECT
public:
    FileActions(Document& document, Banner* notices, QWidget* window);
    void fill(QMenu* menu);
    /// False when the person cancelled. Asks at most once.
    bool maySetAside();
    void open(const QString& path); ///< asks first
    void openDemo();
    bool save();

private:
    bool saveAs();
    void fillRecent(QMenu* menu);
    void failed(const QString& what, const QString& reason, bool offerSaveAs);
    QAction* add(QMenu* menu, const QString& text, const QString& icon, const QKeySequence& keys,
                 std::function<void()> act);
    Document& document_;
    Banner* notices_;
    QWidget* window_;
    bool offersSaveAs_ = false;
};

/// The demo compiled into the program, as text.
QString demoText();

} // namespace gatehouse::ui
