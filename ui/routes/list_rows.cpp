#include "ui/routes/list_rows.h"

#include "ui/routes/field_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace gatehouse::ui {
namespace {

/// The row waits for the rest of its texts: nothing is refused and nothing changes yet.
RoutesEdit notYet()
{
    return {QString(), [](workspace::Workspace&) {}};
}

} // namespace

ListRows::ListRows(FieldSet& fields, RowList list, QWidget* parent)
    : QWidget(parent), fields_(fields), list_(std::move(list))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::step);
    addHead(*column);
    const int count = int(list_.read().size());
    for (int row = 0; row < count; ++row)
        addRow(*column, row);
    if (fields_.memory().drafts.contains(draftKey()))
        addDraft(*column, count);
}

QString ListRows::fieldPointer(int row, int column) const
{
    const QString at = list_.pointer + u'/' + QString::number(row);
    return list_.columns[column].isEmpty() ? at : at + u'/' + list_.columns[column];
}

void ListRows::addHead(QVBoxLayout& column)
{
    auto* row = new FieldRow({}, this);
    auto* title = new ElidedLabel(list_.title, row);
    title->setRole(Role::textSecondary);
    row->add(title, 1);
    auto* more = iconButton(QStringLiteral("plus"), tr("Add %1").arg(list_.noun), row);
    more->setObjectName(fieldName(list_.pointer + QStringLiteral("/add")));
    more->setFocusPolicy(Qt::StrongFocus); // so that what is being typed is taken first
    row->add(more);
    column.addWidget(row);
    fields_.addAnchor(list_.pointer, nullptr, row->addError(row));
    connect(more, &QToolButton::clicked, this, [this] {
        QStringList& draft = fields_.memory().drafts[draftKey()];
        draft.resize(list_.columns.size());
        fields_.rebuild(fieldPointer(int(list_.read().size()), 0));
    });
}

void ListRows::addRow(QVBoxLayout& column, int at)
{
    auto* row = new FieldRow({}, this);
    const QString name = list_.read()[at].first();
    for (int c = 0; c < list_.columns.size(); ++c) {
        TextField field;
        field.pointer = fieldPointer(at, c);
        field.label = tr("%1 of %2 %3").arg(list_.labels[c], list_.noun).arg(at + 1);
        field.placeholder = list_.labels[c];
        field.read = [this, at, c] { return list_.read().value(at).value(c); };
        field.write = [this, at, c](const QString& text) { return list_.write(at, c, text); };
        fields_.addText(*row, field, c == 0 && list_.columns.size() > 1 ? 4 : 5);
        if (c == 0 && list_.isRegex) {
            auto* regex = new QToolButton(row);
            regex->setText(QStringLiteral(".*"));
            regex->setFont(theme().font(TextStyle::code));
            regex->setCheckable(true);
            regex->setAutoRaise(true);
            regex->setFixedWidth(metrics::controlHeight);
            regex->setFocusPolicy(Qt::StrongFocus);
            regex->setToolTip(tr("Regular expression (else the value is compared as it stands)"));
            regex->setAccessibleName(tr("%1 %2 is a regular expression").arg(list_.noun, name));
            regex->setObjectName(
                fieldName(list_.pointer + u'/' + QString::number(at) + QStringLiteral("/type")));
            const auto show = [this, regex, at] { regex->setChecked(list_.isRegex(at)); };
            show();
            fields_.onRefresh(show);
            row->add(regex);
            connect(regex, &QToolButton::clicked, this,
                    [this, at](bool on) { fields_.ask(list_.setRegex(at, on)); });
        }
    }
    auto* less = iconButton(QStringLiteral("x"), tr("Remove %1 %2").arg(list_.noun, name), row);
    less->setObjectName(fieldName(list_.pointer + u'/' + QString::number(at) + QStringLiteral("/remove")));
    less->setFocusPolicy(Qt::StrongFocus);
    row->add(less);
    connect(less, &QToolButton::clicked, this, [this, at] { fields_.ask(list_.remove(at)); });
    column.addWidget(row);
}

/// The row that isn't in the document yet: its texts live in the memory until it is complete.
void ListRows::addDraft(QVBoxLayout& column, int at)
{
    auto* row = new FieldRow({}, this);
    const QString key = draftKey();
    for (int c = 0; c < list_.columns.size(); ++c) {
        TextField field;
        field.pointer = fieldPointer(at, c);
        field.label = tr("%1 of %2 %3").arg(list_.labels[c], list_.noun).arg(at + 1);
        field.placeholder = list_.labels[c];
        field.read = [this, key, c] { return fields_.memory().drafts.value(key).value(c); };
        field.write = [this, key, c](const QString& text) {
            auto& drafts = fields_.memory().drafts;
            if (!drafts.contains(key))
                return notYet();
            drafts[key][c] = text;
            const QStringList texts = drafts.value(key);
            for (int needed = 0; needed < list_.required; ++needed) {
                if (texts[needed].isEmpty())
                    return notYet();
            }
            RoutesEdit edit = list_.add(texts);
            if (edit)
                drafts.remove(key);
            return edit;
        };
        fields_.addText(*row, field, c == 0 && list_.columns.size() > 1 ? 4 : 5);
    }
    auto* less = iconButton(QStringLiteral("x"), tr("Drop the new %1").arg(list_.noun), row);
    less->setFocusPolicy(Qt::StrongFocus);
    row->add(less);
    connect(less, &QToolButton::clicked, this, [this, key] {
        fields_.memory().drafts.remove(key);
        fields_.rebuild(list_.pointer);
    });
    column.addWidget(row);
}

} // namespace gatehouse::ui
