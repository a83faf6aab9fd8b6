#include "pages.h"

#include "ui/routes/routes_page.h"
#include "ui/shell/main_window.h"
#include "ui/traffic/traffic_page.h"

namespace gatehouse::console {

void addPages(ui::MainWindow& window, ui::Context context)
{
    window.addPage(new ui::RoutesPage(context));
    window.addPage(new ui::TrafficPage(context));
}

} // namespace gatehouse::console
