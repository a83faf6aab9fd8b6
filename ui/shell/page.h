#pragma once

#include <QAction>
#include <QJsonObject>
#include <QWidget>

namespace gatehouse::ui {

/// A tab that a page brings to the bottom pane ("Try it"). The widget is the page's to make, the shell's to
/// place.
struct BottomTab {
    QString id; ///< "routes.try"
    QString title;
    QString iconName;
    QWidget* widget = nullptr;
};

/// One page of the console. The shell places its parts: bar on top over the whole width, the page itself as
/// the work area, its bottom tabs beside Problems and Log, its inspector at the right over the full height.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString id() const = 0; ///< "routes"
    virtual QString title() const = 0;
    virtual QString iconName() const = 0;

    virtual QWidget* bar() { return nullptr; }       ///< a PageBar; the shell takes it over
    virtual QWidget* inspector() { return nullptr; } ///< 320 wide, hideable; the shell takes it over
    virtual QList<BottomTab> bottomTabs() { return {}; }

    virtual QList<QAction*> actions() { return {}; } ///< for the command palette and the page's menu
    virtual void goTo(const QString& keyAndField) { Q_UNUSED(keyAndField) }
    virtual bool knows(const QString& key) const
    {
        Q_UNUSED(key)
        return false;
    } ///< goTo can show it

    /// The numbers shown, by name; written beside a picture of the page.
    virtual QJsonObject readOuts() const { return {}; }

    /// Before a picture: bring the page to a state worth looking at (select a node, send the request).
    /// `ready()` is polled until true.
    virtual void prepareForPicture() {}
    virtual bool readyForPicture() const { return true; }

Q_SIGNALS:
    void bottomTabAsked(const QString& id); ///< show this bottom tab
};

} // namespace gatehouse::ui
