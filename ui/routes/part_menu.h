#pragma once

#include "ui/routes/field_set.h"
#include "ui/routes/rule_edits.h"

class QAbstractButton;
class QMenu;
class QToolButton;

namespace gatehouse::ui {

/// The menu opens under the button.
void openBelow(QAbstractButton* button, QMenu* menu);

/// The "⋮" beside a rule, match, filter or backend: duplicate, move up or down, remove.
QToolButton* partMenuButton(FieldSet& fields, const PartPlace& place, QWidget* parent);

} // namespace gatehouse::ui
