#pragma once

#include "ui/shell/page.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace gatehouse::ui {

/// Tabs under the page: the current page's own first, then Problems and Log. One click on the current tab's
/// fold button hides it all but the tabs.
class BottomPane : public QWidget
{
    Q_OBJECT
public:
    explicit BottomPane(QWidget* parent = nullptr);
    void addShared(const BottomTab& tab); ///< shown with every page
    void addOwned(const QString& page, const QList<BottomTab>& tabs);
    void showFor(const QString& page);
    void show(const QString& tabId);
    QString current() const;
    void setText(const QString& tabId, const QString& title);

Q_SIGNALS:
    void foldAsked();

private:
    struct Held {
        QString page; ///< empty = every page
        BottomTab tab;
    };
    void rebuild();
    void remember(int index);
    QList<Held> tabs_;
    QHash<QString, QString> chosen_; ///< page → tab
    QString page_;
    QTabBar* bar_;
    QStackedWidget* stack_;
};

} // namespace gatehouse::ui
