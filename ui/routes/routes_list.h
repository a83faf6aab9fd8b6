#pragma once

#include "ui/routes/canvas_model.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace gatehouse::ui {

class FilterEdit;

/// Listeners, routes and services as a list with a filter, their rates and their problems.
class RoutesList : public QWidget
{
    Q_OBJECT
public:
    explicit RoutesList(QWidget* parent = nullptr);
    void setTree(const QList<TreeEntry>& groups);
    void setCurrent(const QString& key); ///< no signal; a key that has no row chooses none

Q_SIGNALS:
    void chosen(const QString& key);    ///< by a person
    void activated(const QString& key); ///< Enter or double click

private:
    void rebuild(const QList<TreeEntry>& groups);
    void showEntry(const TreeEntry& entry);
    bool shown(const TreeEntry& entry) const;

    FilterEdit* filter_;
    QTreeWidget* tree_;
    QList<TreeEntry> groups_;
    QHash<QString, QTreeWidgetItem*> rows_;
    QStringList keys_; ///< rows as they stand
    QString current_;
    bool quiet_ = false;
};

} // namespace gatehouse::ui
