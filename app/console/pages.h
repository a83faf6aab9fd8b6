#pragma once

#include "ui/shell/context.h"

namespace gatehouse::ui {
class MainWindow;
}

namespace gatehouse::console {

/// The pages that exist, in the rail's order.
void addPages(ui::MainWindow& window, ui::Context context);

} // namespace gatehouse::console
