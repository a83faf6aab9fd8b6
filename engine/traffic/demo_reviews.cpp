#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_data.h"
#include "engine/traffic/demo_http.h"

#include <deque>

namespace gatehouse::traffic {

namespace {

constexpr std::size_t maxNewReviews = 1'000; ///< the oldest of the new ones goes first

/// GET /reviews?book=&page=&size=, /reviews/{id}; POST /reviews {"book","stars","title","text"}.
class ReviewsApp final : public DemoApp
{
public:
    http::Response answer(const http::Request& request) override
    {
        const std::vector<std::string> path = pathSegments(request.path);
        if (path.empty() || path.size() > 2 || path[0] != "reviews")
            return notFound(request);
        const bool reads = request.method == "GET" || request.method == "HEAD";
        if (path.size() == 2)
            return reads ? one(path[1]) : methodNotAllowed(request, "GET, HEAD");
        if (request.method == "POST")
            return create(request);
        return reads ? list(request) : methodNotAllowed(request, "GET, HEAD, POST");
    }

private:
    static json::Object describe(const Review& review)
    {
        const Person& person = bookshopData().people[std::size_t(review.person) - 1];
        return {{"id", review.id},
                {"book", review.book},
                {"stars", review.stars},
                {"title", review.title},
                {"text", review.text},
                {"date", review.date},
                {"by", person.given + ' ' + person.family.substr(0, 1) + '.'}};
    }

    template <class Visit>
    void each(Visit visit) const
    {
        for (const Review& review : bookshopData().reviews)
            visit(review);
        for (const Review& review : added_)
            visit(review);
    }

    http::Response one(const std::string& id) const
    {
        const Review* found = nullptr;
        const std::optional<int> number = wholeNumber(id);
        each([&](const Review& review) {
            if (number == review.id)
                found = &review;
        });
        return found ? jsonResponse(200, describe(*found))
                     : problemResponse(404, "no-such-review", "There is no review " + id + '.');
    }

    http::Response list(const http::Request& request) const
    {
        const auto parameters = queryParameters(request.query);
        std::optional<FieldFault> fault;
        const Page page = pageOf(parameters, fault);
        std::optional<int> book;
        if (const auto it = parameters.find("book"); it != parameters.end()) {
            book = wholeNumber(it->second);
            if (!book || *book < 1 || std::size_t(*book) > bookshopData().books.size())
                fault = FieldFault{"book", "there is no book " + it->second};
        }
        if (fault)
            return problemResponse(400, "invalid-parameter", fault->pointer + ": " + fault->detail, {*fault});

        const int begin = (page.number - 1) * page.size;
        int total = 0;
        int stars = 0;
        json::Array shown;
        each([&](const Review& review) {
            if (book && review.book != *book)
                return;
            if (total >= begin && total < begin + page.size)
                shown.push_back(describe(review));
            ++total;
            stars += review.stars;
        });
        json::Object body{{"total", total}, {"page", page.number}, {"size", page.size}};
        if (book && total)
            body["average"] = int(10.0 * stars / total + 0.5) / 10.0;
        body["reviews"] = std::move(shown);
        return jsonResponse(200, body);
    }

    http::Response create(const http::Request& request)
    {
        BodyResult body = jsonBody(request);
        if (!body.object)
            return body.refusal;
        Review review;
        std::vector<FieldFault> faults = read(*body.object, review);
        if (!faults.empty())
            return problemResponse(400, "invalid-review", "The review was not taken.", faults);
        review.id = nextId_++;
        added_.push_back(review);
        if (added_.size() > maxNewReviews)
            added_.pop_front();
        http::Response response = jsonResponse(201, describe(review));
        response.fields.emplace_back("location", "/reviews/" + std::to_string(review.id));
        return response;
    }

    static std::vector<FieldFault> read(const json::Object& object, Review& review)
    {
        std::vector<FieldFault> faults;
        const auto whole = [&](const char* name, int maximum) {
            const json::Value* value = object.if_contains(name);
            if (value && value->is_int64() && value->get_int64() >= 1 && value->get_int64() <= maximum)
                return int(value->get_int64());
            faults.push_back(
                {std::string("/") + name, "expected a whole number from 1 to " + std::to_string(maximum)});
            return 0;
        };
        const auto text = [&](const char* name, std::size_t maximum) {
            const json::Value* value = object.if_contains(name);
            if (value && value->is_string() && !value->get_string().empty() &&
                value->get_string().size() <= maximum)
                return std::string(value->get_string());
            faults.push_back(
                {std::string("/") + name, "expected a text of 1 to " + std::to_string(maximum) + " bytes"});
            return std::string();
        };
        review.book = whole("book", int(bookshopData().books.size()));
        review.stars = whole("stars", 5);
        review.title = text("title", 120);
        review.text = text("text", 4'000);
        review.person = 12;
        review.date = "2026-01-01";
        for (const auto& member : object) {
            const std::string_view name = member.key();
            if (name != "book" && name != "stars" && name != "title" && name != "text")
                faults.push_back({"/" + json::escapePointerToken(name), "is not a member of a review"});
        }
        return faults;
    }

    std::deque<Review> added_;
    int nextId_ = int(bookshopData().reviews.size()) + 1;
};

} // namespace

std::unique_ptr<DemoApp> makeReviewsApp()
{
    return std::make_unique<ReviewsApp>();
}

} // namespace gatehouse::traffic
