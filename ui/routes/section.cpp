#include "ui/routes/section.h"

#include "ui/routes/field_set.h"
#include "ui/widgets/section_header.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

QVBoxLayout* plainColumn(QWidget* owner)
{
    auto* column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::step);
    return column;
}

Section addSection(FieldSet& fields, QVBoxLayout& column, const QString& id, const QString& title,
                   QWidget* parent)
{
    Section section{new SectionHeader(title, parent), new QWidget(parent)};
    section.head->setObjectName(QStringLiteral("routes.inspector.head.") + id);
    section.rows = plainColumn(section.body);
    section.rows->setContentsMargins(metrics::inset, metrics::gap, metrics::inset, metrics::inset);
    section.head->setChecked(!fields.memory().closed.contains(id));
    section.head->setBody(section.body);
    QObject::connect(section.head, &QAbstractButton::toggled, &fields, [&fields, id](bool open) {
        if (open)
            fields.memory().closed.remove(id);
        else
            fields.memory().closed.insert(id);
    });
    column.addWidget(section.head);
    column.addWidget(section.body);
    return section;
}

QAbstractButton* addHeadButton(const Section& section, const QString& id, const QString& name)
{
    QAbstractButton* button = section.head->addButton(QStringLiteral("plus"), name);
    button->setObjectName(QStringLiteral("routes.inspector.add.") + id);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace gatehouse::ui
