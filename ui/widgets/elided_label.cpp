#include "ui/widgets/elided_label.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace gatehouse::ui
{

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ElidedLabel::setText(const QString& text)
{
    if (text == text_ && !text.isEmpty())
        return;
    text_ = text;
    setAccessibleName(text);
    updateGeometry();
    refreshTip();
    update();
}

void ElidedLabel::setTextStyle(TextStyle style)
{
    style_ = style;
    setFont(theme().font(style));
    updateGeometry();
}

void ElidedLabel::setRole(Role role)
{
    role_ = role;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    mode_ = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    alignment_ = alignment;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text_) + 2, fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 4), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme().color(isEnabled() ? role_ : Role::disabled));
    painter.drawText(rect(), int(alignment_), fontMetrics().elidedText(text_, mode_, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refreshTip();
}

void ElidedLabel::refreshTip()
{
    setToolTip(fontMetrics().horizontalAdvance(text_) > width() ? text_ : QString());
}

void ElidedLabel::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy"), this, [this] { QGuiApplication::clipboard()->setText(text_); });
    menu.exec(event->globalPos());
}

TextLabel::TextLabel(const QString& text, TextStyle style, Role role, QWidget* parent)
    : QLabel(text, parent), style_(style), role_(role)
{
    setTextFormat(Qt::PlainText);
    refresh();
    connect(&theme(), &Theme::changed, this, &TextLabel::refresh);
}

void TextLabel::setRole(Role role)
{
    role_ = role;
    refresh();
}

void TextLabel::setTextStyle(TextStyle style)
{
    style_ = style;
    refresh();
}

void TextLabel::refresh()
{
    setFont(theme().font(style_));
    QPalette own = theme().palette();
    own.setColor(QPalette::Active, QPalette::WindowText, theme().color(role_));
    own.setColor(QPalette::Inactive, QPalette::WindowText, theme().color(role_));
    setPalette(own);
}

} // namespace gatehouse::ui
