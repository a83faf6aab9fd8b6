#pragma once

#include "engine/workspace/model.h"

#include <QWidget>

class QAction;
class QComboBox;

namespace gatehouse::ui {

class Document;

/// Which load plan of the workspace is shown, and what can be done with plans: new, duplicate, rename (in place;
/// Enter takes the name, Esc leaves it), delete. Each is one undoable edit of the document.
class PlanBar : public QWidget
{
    Q_OBJECT
public:
    explicit PlanBar(Document& document, QWidget* parent = nullptr);

    const workspace::LoadPlan& plan() const { return plan_; } ///< defaults where the workspace has none
    QList<QAction*> planActions() const { return {new_, duplicate_, rename_, remove_}; }

Q_SIGNALS:
    void planChanged(); ///< another plan, or another content of it

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* addPlanAction(const char* id, const QString& text, const QString& iconName, void (PlanBar::*act)());
    void refresh();
    void show(const std::string& name);
    void addNew();
    void duplicate();
    void beginRename();
    void takeName();
    void endRename();
    void remove();
    QString nameProblem(const QString& wanted) const;

    Document& document_;
    workspace::LoadPlan plan_;
    std::size_t place_ = 0; ///< of the plan in the workspace: an undone rename keeps showing it
    QComboBox* box_;
    QAction* new_;
    QAction* duplicate_;
    QAction* rename_;
    QAction* remove_;
};

} // namespace gatehouse::ui
