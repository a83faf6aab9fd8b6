#include "ui/widgets/assets.h"

#include <QResource>

static void initialise() // Q_INIT_RESOURCE must stand outside namespaces
{
    Q_INIT_RESOURCE(assets);
}

namespace gatehouse::ui
{

void ensureAssets()
{
    static const bool once = (initialise(), true);
    (void)once;
}

} // namespace gatehouse::ui
