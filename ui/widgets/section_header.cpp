#include "ui/widgets/section_header.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QToolButton>

namespace gatehouse::ui
{

SectionHeader::SectionHeader(const QString& title, QWidget* parent) : QAbstractButton(parent)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tail_ = new QHBoxLayout(this);
    tail_->setContentsMargins(0, 0, 4, 0);
    tail_->setSpacing(4);
    tail_->addStretch();
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SectionHeader::setBody(QWidget* body)
{
    QPointer<QWidget> shown = body;
    body->setVisible(isChecked());
    connect(this, &QAbstractButton::toggled, body, [shown](bool open) {
        if (shown)
            shown->setVisible(open);
    });
}

void SectionHeader::setCount(int count)
{
    count_ = count;
    update();
}

void SectionHeader::setNote(const QString& note)
{
    note_ = note;
    update();
}

QAbstractButton* SectionHeader::addButton(const QString& iconName, const QString& accessibleName)
{
    auto* button = iconButton(iconName, accessibleName, this);
    tail_->addWidget(button);
    return button;
}

QSize SectionHeader::sizeHint() const
{
    return {120, metrics::controlHeight};
}

void SectionHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::window));
    const QColor line = theme().color(Role::line);
    painter.fillRect(QRect(0, 0, width(), 1), line);
    painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    paintIcon(painter, QRectF(8, (height() - 14) / 2, 14, 14),
              isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
              Role::textSecondary);
    painter.setFont(theme().font(TextStyle::label));
    painter.setPen(theme().color(Role::text));
    const int x = 28;
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    int next = x + painter.fontMetrics().horizontalAdvance(text()) + 8;
    painter.setFont(theme().font(TextStyle::caption));
    painter.setPen(theme().color(Role::textSecondary));
    if (count_ >= 0)
        painter.drawText(rect().adjusted(next, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         QString::number(count_));
    if (!note_.isEmpty()) {
        int right = metrics::inset;
        for (int i = 0; i < tail_->count(); ++i)
            if (QWidget* button = tail_->itemAt(i)->widget())
                right += button->sizeHint().width();
        painter.drawText(rect().adjusted(0, 0, -right, 0), Qt::AlignVCenter | Qt::AlignRight, note_);
    }
}

} // namespace gatehouse::ui
