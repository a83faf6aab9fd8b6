#include "ui/widgets/page_bar.h"

#include "ui/widgets/elided_label.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace gatehouse::ui
{

namespace
{

class Separator : public QWidget
{
public:
    explicit Separator(QWidget* parent) : QWidget(parent) { setFixedSize(1, 20); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme().color(Role::line)); }
};

} // namespace

PageBar::PageBar(const QString& title, QWidget* parent) : QWidget(parent)
{
    setFixedHeight(metrics::barHeight);
    row_ = new QHBoxLayout(this);
    row_->setContentsMargins(metrics::inset, 0, metrics::gap, 1);
    row_->setSpacing(metrics::gap);
    if (!title.isEmpty()) {
        auto* label = new TextLabel(title, TextStyle::title, Role::text, this);
        row_->addWidget(label);
        row_->addSpacing(4);
    }
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PageBar::addWidget(QWidget* widget)
{
    row_->addWidget(widget, 0, Qt::AlignVCenter);
}

QToolButton* PageBar::addAction(QAction* action, bool withText)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setIconSize(QSize(metrics::iconSmall, metrics::iconSmall));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    row_->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void PageBar::addSeparator()
{
    row_->addWidget(new Separator(this), 0, Qt::AlignVCenter);
}

void PageBar::addStretch()
{
    row_->addStretch(1);
}

void PageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().color(Role::line));
}

} // namespace gatehouse::ui
