#pragma once

#include "ui/widgets/theme.h"

namespace gatehouse::ui
{

/// The colour of a role in a scheme; every colour literal of ui/ stands in palette_table.cpp.
QRgb roleColor(Scheme scheme, Role role);
QRgb seriesColor(Scheme scheme, int index);

} // namespace gatehouse::ui
