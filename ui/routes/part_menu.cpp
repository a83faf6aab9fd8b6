#include "ui/routes/part_menu.h"

#include "ui/routes/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QMenu>
#include <QToolButton>

namespace gatehouse::ui {

void openBelow(QAbstractButton* button, QMenu* menu)
{
    QObject::connect(button, &QAbstractButton::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
}

QToolButton* partMenuButton(FieldSet& fields, const PartPlace& place, QWidget* parent)
{
    static constexpr const char* words[] = {"rule", "match", "filter", "backend"};
    const QString phrase = partPhrase(fields.route(), place);
    auto* button = iconButton(QStringLiteral("ellipsis-vertical"), tr("More for %1").arg(phrase), parent);
    const QString name = QStringLiteral("routes.inspector.%1.%2.more")
                             .arg(QLatin1String(words[int(place.part)]))
                             .arg(place.part == Part::rule ? place.rule : place.index);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    menu->setObjectName(name + QStringLiteral("Menu"));
    openBelow(button, menu);
    const FieldSet* of = &fields;
    const auto add = [&](const QString& text, const QString& iconName, const char* id,
                         std::function<RoutesEdit()> make) {
        QAction* action = menu->addAction(icon(iconName, Role::textSecondary), text);
        action->setObjectName(name + u'.' + QLatin1String(id));
        QObject::connect(action, &QAction::triggered, &fields,
                         [&fields, make = std::move(make)] { fields.ask(make()); });
        return action;
    };
    const QString key = fields.key();
    add(tr("Duplicate"), QStringLiteral("copy"), "duplicate",
        [=] { return duplicatePart(of->workspace(), key, place); });
    const int at = place.part == Part::rule ? place.rule : place.index;
    const int count = partCount(fields.route(), place);
    add(tr("Move up"), QStringLiteral("arrow-up"), "up", [=] {
        return movePart(of->workspace(), key, place, -1);
    })->setEnabled(at > 0);
    add(tr("Move down"), QStringLiteral("arrow-down"), "down", [=] {
        return movePart(of->workspace(), key, place, +1);
    })->setEnabled(at + 1 < count);
    add(tr("Remove"), QStringLiteral("trash-2"), "remove",
        [=] { return removePart(of->workspace(), key, place); });
    return button;
}

} // namespace gatehouse::ui
