#pragma once

#include "ui/widgets/theme.h"

class QPushButton;
class QToolButton;
class QWidget;

namespace gatehouse::ui
{

/// The one filled button of a page, verb first ("Send"). Follows the theme.
QPushButton* primaryButton(const QString& text, const QString& iconName, QWidget* parent);
QPushButton* plainButton(const QString& text, const QString& iconName, QWidget* parent);
/// 28×28, icon alone; `name` is its tooltip and accessible name.
QToolButton* iconButton(const QString& iconName, const QString& name, QWidget* parent);

} // namespace gatehouse::ui
