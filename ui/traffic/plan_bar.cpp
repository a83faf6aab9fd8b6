#include "ui/traffic/plan_bar.h"

#include "ui/shell/document.h"
#include "ui/traffic/load_presenter.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace gatehouse::ui {

PlanBar::PlanBar(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), box_(new QComboBox(this))
{
    box_->setObjectName(QStringLiteral("traffic.plan"));
    box_->setAccessibleName(tr("Load plan"));
    box_->setToolTip(tr("Load plan (F2 renames it)"));
    box_->setMinimumWidth(176);
    box_->setInsertPolicy(QComboBox::NoInsert);
    box_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box_->installEventFilter(this);
    new_ = addPlanAction("new", tr("New load plan"), QStringLiteral("file-plus"), &PlanBar::addNew);
    duplicate_ = addPlanAction("duplicate", tr("Duplicate load plan"), QStringLiteral("copy"), &PlanBar::duplicate);
    rename_ = addPlanAction("rename", tr("Rename load plan"), QStringLiteral("pencil"), &PlanBar::beginRename);
    remove_ = addPlanAction("delete", tr("Delete load plan"), QStringLiteral("trash-2"), &PlanBar::remove);

    auto* more = iconButton(QStringLiteral("ellipsis-vertical"), tr("Load plans: new, duplicate, rename, delete"), this);
    more->setObjectName(QStringLiteral("traffic.plan.more"));
    auto* menu = new QMenu(more);
    menu->addActions(planActions());
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::step);
    row->addWidget(box_);
    row->addWidget(more);

    connect(box_, &QComboBox::activated, this, [this](int index) {
        if (!box_->isEditable())
            show(box_->itemText(index).toStdString());
    });
    connect(&document_, &Document::changed, this, &PlanBar::refresh);
    connect(&document_, &Document::replaced, this, [this] {
        plan_ = {};
        place_ = 0;
    });
    refresh();
}

QAction* PlanBar::addPlanAction(const char* id, const QString& text, const QString& iconName,
                                void (PlanBar::*act)())
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(QStringLiteral("traffic.plan.%1").arg(QLatin1String(id)));
    connect(action, &QAction::triggered, this, act);
    return action;
}

void PlanBar::refresh()
{
    const auto& loads = document_.workspace().loads;
    const auto found = std::find_if(loads.begin(), loads.end(),
                                    [this](const auto& plan) { return plan.name == plan_.name; });
    if (found != loads.end())
        place_ = std::size_t(found - loads.begin());
    else if (!loads.empty())
        plan_.name = loads[std::min(place_, loads.size() - 1)].name;
    show(plan_.name);
}

void PlanBar::show(const std::string& name)
{
    const auto& loads = document_.workspace().loads;
    plan_ = planNamed(document_.workspace(), name);
    for (std::size_t i = 0; i < loads.size(); ++i) {
        if (loads[i].name == plan_.name)
            place_ = i;
    }
    endRename();
    const QSignalBlocker quiet(box_);
    box_->clear();
    for (const auto& plan : loads)
        box_->addItem(QString::fromStdString(plan.name));
    if (loads.empty())
        box_->addItem(QString::fromStdString(plan_.name));
    box_->setCurrentIndex(int(place_ < loads.size() ? place_ : 0));
    for (QAction* action : {duplicate_, rename_, remove_})
        action->setEnabled(!loads.empty());
    Q_EMIT planChanged();
}

void PlanBar::addNew()
{
    std::string name;
    document_.edit(tr("New load plan"), [&](workspace::Workspace& w) {
        name = addPlan(w, tr("Load", "name of a new load plan").toStdString());
    });
    show(name);
    beginRename();
}

void PlanBar::duplicate()
{
    std::string name;
    document_.edit(tr("Duplicate load plan"), [&](workspace::Workspace& w) { name = duplicatePlan(w, plan_); });
    show(name);
    beginRename();
}

void PlanBar::remove()
{
    document_.edit(tr("Delete load plan"), [name = plan_.name](workspace::Workspace& w) { removePlan(w, name); });
}

void PlanBar::beginRename()
{
    box_->setEditable(true);
    box_->setCompleter(nullptr);
    box_->lineEdit()->setAccessibleName(tr("New name of the load plan"));
    box_->lineEdit()->installEventFilter(this);
    box_->lineEdit()->selectAll();
    box_->setFocus();
}

QString PlanBar::nameProblem(const QString& wanted) const
{
    switch (checkPlanName(document_.workspace(), plan_.name, wanted.toStdString())) {
    case PlanName::empty:
        return tr("A load plan needs a name.");
    case PlanName::tooLong:
        return tr("A name has at most 100 characters.");
    case PlanName::taken:
        return tr("Another load plan has this name.");
    case PlanName::good:
        break;
    }
    return {};
}

void PlanBar::takeName()
{
    const QString wanted = box_->lineEdit()->text().trimmed();
    const QString problem = nameProblem(wanted);
    if (!problem.isEmpty()) {
        box_->lineEdit()->setAccessibleDescription(problem);
        QToolTip::showText(box_->mapToGlobal(QPoint(0, box_->height())), problem, box_);
        return;
    }
    const std::string now = plan_.name;
    endRename();
    plan_.name = wanted.toStdString();
    document_.edit(tr("Rename load plan"), [&](workspace::Workspace& w) {
        for (auto& plan : w.loads) {
            if (plan.name == now)
                plan.name = wanted.toStdString();
        }
    });
    show(plan_.name);
}

void PlanBar::endRename()
{
    if (!box_->isEditable())
        return;
    box_->setEditable(false); // deletes its line edit
    box_->setCurrentText(QString::fromStdString(plan_.name));
}

/// F2 begins renaming; while it goes on, Enter takes the name, Esc and leaving drop it.
bool PlanBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool typing = box_->isEditable() && watched == box_->lineEdit();
    if (typing && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        // Not now: the line edit is in the middle of its own event.
        QMetaObject::invokeMethod(this, &PlanBar::endRename, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (typing && (enter || key == Qt::Key_Escape)) {
            QMetaObject::invokeMethod(this, enter ? &PlanBar::takeName : &PlanBar::endRename, Qt::QueuedConnection);
            return true;
        }
        if (!typing && key == Qt::Key_F2 && rename_->isEnabled()) {
            beginRename();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gatehouse::ui
