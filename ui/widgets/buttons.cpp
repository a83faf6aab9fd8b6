#include "ui/widgets/buttons.h"

#include "ui/widgets/icons.h"

#include <QPushButton>
#include <QToolButton>

namespace gatehouse::ui
{

QPushButton* primaryButton(const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("look", QStringLiteral("primary"));
    QFont font = theme().font(TextStyle::label);
    button->setFont(font);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, Role::onAccent));
    return button;
}

QPushButton* plainButton(const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    return button;
}

QToolButton* iconButton(const QString& iconName, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedSize(metrics::controlHeight - 2, metrics::controlHeight - 2);
    return button;
}

} // namespace gatehouse::ui
