#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace gatehouse::ui
{

/// One line of plain text that is cut with "…" when it doesn't fit; the whole of it is in the tooltip and can
/// be copied from the context menu.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return text_; }
    void setTextStyle(TextStyle style);
    void setRole(Role role);
    void setElideMode(Qt::TextElideMode mode);
    void setAlignment(Qt::Alignment alignment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;

private:
    void refreshTip();
    QString text_;
    TextStyle style_ = TextStyle::body;
    Role role_ = Role::text;
    Qt::TextElideMode mode_ = Qt::ElideRight;
    Qt::Alignment alignment_ = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A QLabel in a role's colour and a text style that follow the theme. Wraps when asked (setWordWrap).
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(const QString& text = {}, TextStyle style = TextStyle::body, Role role = Role::text,
                       QWidget* parent = nullptr);
    void setRole(Role role);
    void setTextStyle(TextStyle style);

private:
    void refresh();
    TextStyle style_;
    Role role_;
};

} // namespace gatehouse::ui
