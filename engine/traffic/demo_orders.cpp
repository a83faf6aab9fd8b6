#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_data.h"
#include "engine/traffic/demo_http.h"

#include <array>
#include <deque>
#include <map>

namespace gatehouse::traffic {

namespace {

constexpr std::size_t maxNewOrders = 5'000; ///< beyond, the oldest new order is forgotten
constexpr std::size_t maxIdempotencyKeys = 5'000;
constexpr std::size_t maxLines = 20;
constexpr int maxQuantity = 50;
constexpr std::array<std::string_view, 5> statuses = {"placed", "packed", "shipped", "delivered",
                                                      "cancelled"};
constexpr std::int64_t newOrdersFrom_s =
    1'767'225'600; // 2026-01-01: the shop's clock stands still, a minute an order

/// GET /orders?status=&page=&size=, /orders/{id}; DELETE /orders/{id} cancels; POST /orders
/// {"user","lines":[{"book", "quantity"}]}, or without a body POST /orders?book=7&quantity=1 ("buy now"),
/// with Idempotency-Key where wanted.
class OrdersApp final : public DemoApp
{
public:
    http::Response answer(const http::Request& request) override
    {
        const std::vector<std::string> path = pathSegments(request.path);
        if (path.empty() || path.size() > 2 || path[0] != "orders")
            return notFound(request);
        const bool reads = request.method == "GET" || request.method == "HEAD";
        if (path.size() == 2) {
            Order* order = find(path[1]);
            if (!order)
                return problemResponse(404, "no-such-order", "There is no order " + path[1] + '.');
            if (request.method == "DELETE")
                return cancel(*order);
            return reads ? jsonResponse(200, describe(*order))
                         : methodNotAllowed(request, "GET, HEAD, DELETE");
        }
        if (request.method == "POST")
            return createOnce(request);
        return reads ? list(request) : methodNotAllowed(request, "GET, HEAD, POST");
    }

private:
    static json::Object describe(const Order& order)
    {
        json::Array lines;
        for (const OrderLine& line : order.lines) {
            lines.push_back(json::Object{{"book", line.book},
                                         {"title", bookshopData().books[std::size_t(line.book) - 1].title},
                                         {"quantity", line.quantity},
                                         {"price", line.price_cents / 100.0}});
        }
        return {{"id", order.id},
                {"user", order.person},
                {"status", order.status},
                {"placedAt", order.placedAt},
                {"lines", std::move(lines)},
                {"total", json::Object{{"amount", order.total_cents() / 100.0}, {"currency", "EUR"}}}};
    }

    Order* find(const std::string& id)
    {
        const std::optional<int> number = wholeNumber(id);
        if (!number)
            return nullptr;
        if (const int old = *number - seeded_.front().id; old >= 0 && std::size_t(old) < seeded_.size())
            return &seeded_[std::size_t(old)];
        if (added_.empty() || *number < added_.front().id || *number > added_.back().id)
            return nullptr;
        return &added_[std::size_t(*number - added_.front().id)];
    }

    http::Response list(const http::Request& request) const
    {
        const auto parameters = queryParameters(request.query);
        std::optional<FieldFault> fault;
        const Page page = pageOf(parameters, fault);
        const auto status = parameters.find("status");
        if (status != parameters.end() &&
            std::find(statuses.begin(), statuses.end(), status->second) == statuses.end())
            fault = FieldFault{"status", "expected placed, packed, shipped, delivered or cancelled, got '" +
                                             status->second + "'"};
        if (fault)
            return problemResponse(400, "invalid-parameter", fault->pointer + ": " + fault->detail, {*fault});

        const std::size_t begin = std::size_t(page.number - 1) * std::size_t(page.size);
        std::size_t total = 0;
        json::Array shown;
        const auto visit = [&](const Order& order) {
            if (status != parameters.end() && order.status != status->second)
                return;
            if (total >= begin && shown.size() < std::size_t(page.size))
                shown.push_back(describe(order));
            ++total;
        };
        for (auto it = added_.rbegin(); it != added_.rend(); ++it) // newest first
            visit(*it);
        for (auto it = seeded_.rbegin(); it != seeded_.rend(); ++it)
            visit(*it);
        return jsonResponse(200, json::Object{{"total", total},
                                              {"page", page.number},
                                              {"size", page.size},
                                              {"orders", std::move(shown)}});
    }

    static http::Response cancel(Order& order)
    {
        if (order.status == "shipped" || order.status == "delivered")
            return problemResponse(409, "too-late",
                                   "Order " + std::to_string(order.id) + " is " + order.status +
                                       " and can't be cancelled any more.");
        order.status = "cancelled";
        return jsonResponse(200, describe(order));
    }

    // ---- POST
    // ---------------------------------------------------------------------------------------------------

    http::Response createOnce(const http::Request& request)
    {
        const std::string key(request.field("idempotency-key"));
        if (key.empty())
            return create(request);
        const std::string wanted = request.query + '\n' + request.body;
        if (const auto known = answered_.find(key); known != answered_.end()) {
            if (known->second.request != wanted)
                return problemResponse(422, "idempotency-key-reused",
                                       "The Idempotency-Key was used with a different order.");
            http::Response replay = known->second.response;
            replay.fields.emplace_back("idempotency-replayed", "true");
            return replay;
        }
        http::Response response = create(request);
        if (response.status == 201) {
            answered_[key] = {wanted, response};
            keys_.push_back(key);
            if (keys_.size() > maxIdempotencyKeys) {
                answered_.erase(keys_.front());
                keys_.pop_front();
            }
        }
        return response;
    }

    http::Response create(const http::Request& request)
    {
        json::Object object;
        if (request.body.empty() && !request.query.empty()) {
            object = fromQuery(request.query);
        } else {
            BodyResult body = jsonBody(request);
            if (!body.object)
                return body.refusal;
            object = std::move(*body.object);
        }
        Order order;
        const std::vector<FieldFault> faults = read(object, order);
        if (!faults.empty())
            return problemResponse(
                400, "invalid-order",
                "The order was not taken: " + faults[0].pointer + ' ' + faults[0].detail + '.', faults);
        order.id = nextId_++;
        order.status = "placed";
        order.placedAt = instantText(newOrdersFrom_s + 60 * std::int64_t(order.id - firstNewId));
        added_.push_back(order);
        if (added_.size() > maxNewOrders)
            added_.pop_front();
        http::Response response = jsonResponse(201, describe(order));
        response.fields.emplace_back("location", "/orders/" + std::to_string(order.id));
        return response;
    }

    static json::Object fromQuery(std::string_view query)
    {
        json::Object line;
        json::Object object;
        for (const auto& [name, value] : queryParameters(query)) {
            const std::optional<int> number = wholeNumber(value);
            json::Object& target = name == "user" ? object : line;
            target[name] = number ? json::Value(*number) : json::Value(value);
        }
        object["lines"] = json::Array{std::move(line)};
        return object;
    }

    static std::optional<int> whole(const json::Value& value, int maximum)
    {
        if (value.is_int64() && value.get_int64() >= 1 && value.get_int64() <= maximum)
            return int(value.get_int64());
        return std::nullopt;
    }

    static std::vector<FieldFault> read(const json::Object& object, Order& order)
    {
        std::vector<FieldFault> faults;
        const int people = int(bookshopData().people.size());
        order.person = 12;
        for (const auto& member : object) {
            if (member.key() == "user") {
                if (const std::optional<int> person = whole(member.value(), people))
                    order.person = *person;
                else
                    faults.push_back(
                        {"/user", "expected a whole number from 1 to " + std::to_string(people)});
            } else if (member.key() != "lines") {
                faults.push_back(
                    {"/" + json::escapePointerToken(member.key()), "is not a member of an order"});
            }
        }
        const json::Value* lines = object.if_contains("lines");
        if (!lines || !lines->is_array() || lines->get_array().empty() ||
            lines->get_array().size() > maxLines) {
            faults.push_back({"/lines", "expected 1 to " + std::to_string(maxLines) + " lines"});
            return faults;
        }
        for (std::size_t i = 0; i < lines->get_array().size(); ++i)
            readLine(lines->get_array()[i], "/lines/" + std::to_string(i), order, faults);
        return faults;
    }

    static void readLine(const json::Value& value, const std::string& pointer, Order& order,
                         std::vector<FieldFault>& faults)
    {
        if (!value.is_object()) {
            faults.push_back({pointer, "expected an object"});
            return;
        }
        const auto& books = bookshopData().books;
        OrderLine line{.book = 0, .quantity = 1, .price_cents = 0};
        for (const auto& member : value.get_object()) {
            const bool isBook = member.key() == "book";
            const int maximum = isBook ? int(books.size()) : maxQuantity;
            const std::string place = pointer + '/' + json::escapePointerToken(member.key());
            if (!isBook && member.key() != "quantity") {
                faults.push_back({place, "is not a member of a line"});
            } else if (const std::optional<int> number = whole(member.value(), maximum)) {
                (isBook ? line.book : line.quantity) = *number;
            } else {
                faults.push_back({place, "expected a whole number from 1 to " + std::to_string(maximum)});
                line.book = isBook ? -1 : line.book;
            }
        }
        if (line.book == 0)
            faults.push_back({pointer + "/book", "is missing"});
        if (line.book <= 0)
            return;
        line.price_cents = books[std::size_t(line.book) - 1].price_cents;
        order.lines.push_back(line);
    }

    struct Answered {
        std::string request;
        http::Response response;
    };

    static constexpr int firstNewId = 6001;
    std::vector<Order> seeded_ = bookshopData().orders;
    std::deque<Order> added_;
    int nextId_ = firstNewId;
    std::map<std::string, Answered> answered_;
    std::deque<std::string> keys_;
};

} // namespace

std::unique_ptr<DemoApp> makeOrdersApp()
{
    return std::make_unique<OrdersApp>();
}

} // namespace gatehouse::traffic
