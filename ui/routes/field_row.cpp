#include "ui/routes/field_row.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

FieldRow::FieldRow(const QString& label, QWidget* parent)
    : QWidget(parent), column_(new QVBoxLayout(this)), line_(new QHBoxLayout)
{
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    line_->setSpacing(metrics::step);
    column_->addLayout(line_);
    if (label.isEmpty())
        return;
    auto* words = new ElidedLabel(label, this);
    words->setRole(Role::textSecondary);
    words->setFixedSize(labelWidth, metrics::controlHeight);
    line_->addWidget(words, 0, Qt::AlignTop); // beside the first of several editors
    line_->addSpacing(metrics::step);
}

void FieldRow::add(QWidget* editor, int stretch)
{
    line_->addWidget(editor, stretch);
}

FieldError* FieldRow::addError(QWidget* editor)
{
    auto* error = new FieldError(editor, this);
    column_->addWidget(error);
    return error;
}

} // namespace gatehouse::ui
