#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QListWidget;

namespace gatehouse::ui {

/// How well `query` fits `text`: its letters in order, without case; word starts and runs weigh more. The
/// least int = not at all.
int fuzzyScore(const QString& query, const QString& text);

/// Every action by a few letters, with its shortcut; a disabled one stands last and says why (its whatsThis,
/// else that it isn't available now). Enter runs it, Esc closes.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(const QList<QAction*>& actions, QWidget* parent);
    void setQuery(const QString& text);
    QStringList shown() const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void refresh();
    void run();
    QList<QAction*> actions_;
    QLineEdit* query_;
    QListWidget* list_;
};

} // namespace gatehouse::ui
