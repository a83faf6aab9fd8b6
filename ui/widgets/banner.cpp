#include "ui/widgets/banner.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace gatehouse::ui
{

Banner::Banner(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::inset, 4, 4, 4);
    icon_ = new QLabel(this);
    text_ = new QLabel(this);
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    action_ = plainButton({}, {}, this);
    action_->setProperty("look", QStringLiteral("quiet"));
    close_ = iconButton(QStringLiteral("x"), tr("Put this notice away"), this);
    row->addWidget(icon_);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    row->addWidget(close_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(action_, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(close_, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    connect(&theme(), &Theme::changed, this, &Banner::refresh);
}

void Banner::showNotice(State state, const QString& text, const QString& action)
{
    state_ = state;
    text_->setText(text);
    setAccessibleName(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    refresh();
    show();
}

QString Banner::text() const
{
    return text_->text();
}

void Banner::setClosable(bool closable)
{
    close_->setVisible(closable);
}

void Banner::refresh()
{
    icon_->setPixmap(iconPixmap(stateIconName(state_), stateRole(state_), 16, devicePixelRatioF()));
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().stateTint(state_));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().color(Role::line));
}

void Banner::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ScreenChangeInternal)
        refresh();
}

} // namespace gatehouse::ui
