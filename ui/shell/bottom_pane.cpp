#include "ui/shell/bottom_pane.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

BottomPane::BottomPane(QWidget* parent)
    : QWidget(parent), bar_(new QTabBar(this)), stack_(new QStackedWidget(this))
{
    bar_->setObjectName(QStringLiteral("bottom.tabs"));
    bar_->setAccessibleName(tr("Bottom pane"));
    bar_->setExpanding(false);
    bar_->setDrawBase(false);
    bar_->setUsesScrollButtons(
        false); // else its least width is that of the buttons, and the tabs go out of sight
    auto* fold = iconButton(QStringLiteral("panel-bottom"), tr("Hide the bottom pane"), this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 4, 0);
    head->addWidget(bar_);
    head->addStretch();
    head->addWidget(fold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(stack_, 1);
    connect(fold, &QToolButton::clicked, this, &BottomPane::foldAsked);
    connect(bar_, &QTabBar::currentChanged, this, &BottomPane::remember);
}

void BottomPane::addShared(const BottomTab& tab)
{
    stack_->addWidget(tab.widget);
    tabs_.append({{}, tab});
}

void BottomPane::addOwned(const QString& page, const QList<BottomTab>& tabs)
{
    int at = 0;
    for (const BottomTab& tab : tabs) {
        stack_->addWidget(tab.widget);
        tabs_.insert(at++, {page, tab});
    }
}

void BottomPane::showFor(const QString& page)
{
    page_ = page;
    rebuild();
}

void BottomPane::rebuild()
{
    const QSignalBlocker quiet(bar_);
    while (bar_->count() > 0)
        bar_->removeTab(0);
    int chosen = 0;
    for (const Held& held : tabs_) {
        if (!held.page.isEmpty() && held.page != page_)
            continue;
        const int index = bar_->addTab(icon(held.tab.iconName, Role::textSecondary), held.tab.title);
        bar_->setTabData(index, held.tab.id);
        if (chosen_.value(page_) == held.tab.id)
            chosen = index;
    }
    bar_->updateGeometry();
    bar_->setCurrentIndex(chosen);
    remember(chosen);
}

void BottomPane::remember(int index)
{
    const QString id = bar_->tabData(index).toString();
    chosen_[page_] = id;
    for (const Held& held : tabs_)
        if (held.tab.id == id)
            stack_->setCurrentWidget(held.tab.widget);
}

void BottomPane::show(const QString& tabId)
{
    for (int i = 0; i < bar_->count(); ++i)
        if (bar_->tabData(i).toString() == tabId)
            bar_->setCurrentIndex(i);
}

QString BottomPane::current() const
{
    return chosen_.value(page_);
}

void BottomPane::setText(const QString& tabId, const QString& title)
{
    for (Held& held : tabs_)
        if (held.tab.id == tabId)
            held.tab.title = title;
    for (int i = 0; i < bar_->count(); ++i)
        if (bar_->tabData(i).toString() == tabId)
            bar_->setTabText(i, title);
}

} // namespace gatehouse::ui
