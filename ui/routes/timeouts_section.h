#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

namespace gatehouse::ui {

/// How long one rule's requests may take, as a whole and for each attempt at a backend.
class TimeoutsSection : public QWidget
{
    Q_OBJECT
public:
    TimeoutsSection(FieldSet& fields, int rule, QWidget* parent = nullptr);
};

} // namespace gatehouse::ui
