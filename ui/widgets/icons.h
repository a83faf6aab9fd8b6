#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>
#include <QPixmap>

namespace gatehouse::ui
{

/// A Lucide icon (resources/icons/NAME.svg) in a role's colour; follows the theme when it changes and is
/// rendered for the device's own pixels. Disabled mode takes Role::disabled. An unknown name is our own
/// mistake: it asserts in debug builds and draws nothing in release builds.
QIcon icon(const QString& name, Role role = Role::text);
QPixmap iconPixmap(const QString& name, Role role, int size, qreal devicePixelRatio);

/// Paints it at once; for canvas nodes and delegates.
void paintIcon(QPainter& painter, const QRectF& place, const QString& name, Role role);

QString stateIconName(State state);
Role stateRole(State state);
Role stateTintRole(State state);

} // namespace gatehouse::ui
