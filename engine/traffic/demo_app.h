#pragma once

#include "engine/http/message.h"

#include <memory>
#include <span>
#include <string_view>

namespace gatehouse::traffic {

/// One built-in server's behaviour: from a request to its answer, without I/O, clock or chance. Same requests
/// in the same order, same answers. What it keeps (orders, reviews) lives in memory and is bounded.
class DemoApp
{
public:
    virtual ~DemoApp() = default;
    virtual http::Response answer(const http::Request& request) = 0;
};

/// `app` is one of demoAppNames(); null for any other. Versions differ where an app has versions: catalog
/// "v2" has prices with currency, ratings and stock; every other text means v1.
std::unique_ptr<DemoApp> makeDemoApp(std::string_view app, std::string_view version);

std::span<const std::string_view> demoAppNames();

std::unique_ptr<DemoApp> makeCatalogApp(std::string_view version);
std::unique_ptr<DemoApp> makeOrdersApp();
std::unique_ptr<DemoApp> makeUsersApp();
std::unique_ptr<DemoApp> makeReviewsApp();
std::unique_ptr<DemoApp> makeEchoApp();

} // namespace gatehouse::traffic
