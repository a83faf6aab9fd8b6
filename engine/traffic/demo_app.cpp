#include "engine/traffic/demo_app.h"

namespace gatehouse::traffic {

static constexpr std::string_view names[] = {"catalog", "orders", "users", "reviews", "echo"};

std::span<const std::string_view> demoAppNames()
{
    return names;
}

std::unique_ptr<DemoApp> makeDemoApp(std::string_view app, std::string_view version)
{
    if (app == "catalog")
        return makeCatalogApp(version);
    if (app == "orders")
        return makeOrdersApp();
    if (app == "users")
        return makeUsersApp();
    if (app == "reviews")
        return makeReviewsApp();
    if (app == "echo")
        return makeEchoApp();
    return nullptr;
}

} // namespace gatehouse::traffic
