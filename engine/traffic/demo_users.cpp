#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_data.h"
#include "engine/traffic/demo_http.h"

namespace gatehouse::traffic {

namespace {

constexpr int signedInPerson = 12;

/// GET /users?page=&size=, /users/{id}, /users/me.
class UsersApp final : public DemoApp
{
public:
    http::Response answer(const http::Request& request) override
    {
        const std::vector<std::string> path = pathSegments(request.path);
        if (path.empty() || path.size() > 2 || path[0] != "users")
            return notFound(request);
        if (request.method != "GET" && request.method != "HEAD")
            return methodNotAllowed(request, "GET, HEAD");
        return path.size() == 1 ? list(request) : one(path[1]);
    }

private:
    static json::Object describe(const Person& person, bool own)
    {
        json::Object object{{"id", person.id},
                            {"name", person.given + ' ' + person.family},
                            {"city", person.city},
                            {"country", person.country},
                            {"memberSince", person.memberSince}};
        if (own) {
            object["email"] = person.email;
            object["newsletter"] = person.id % 3 != 0;
        }
        return object;
    }

    static http::Response one(const std::string& id)
    {
        const auto& people = bookshopData().people;
        const std::optional<int> number = id == "me" ? signedInPerson : wholeNumber(id);
        if (!number || *number < 1 || std::size_t(*number) > people.size())
            return problemResponse(404, "no-such-user", "There is no user " + id + '.');
        http::Response response = jsonResponse(200, describe(people[std::size_t(*number) - 1], id == "me"));
        response.fields.emplace_back("cache-control", id == "me" ? "private, no-store" : "max-age=60");
        return response;
    }

    static http::Response list(const http::Request& request)
    {
        std::optional<FieldFault> fault;
        const Page page = pageOf(queryParameters(request.query), fault);
        if (fault)
            return problemResponse(400, "invalid-parameter", fault->pointer + ": " + fault->detail, {*fault});
        const auto& people = bookshopData().people;
        json::Array users;
        const std::size_t begin = std::size_t(page.number - 1) * std::size_t(page.size);
        for (std::size_t i = begin; i < std::min(people.size(), begin + std::size_t(page.size)); ++i)
            users.push_back(describe(people[i], false));
        return jsonResponse(200, json::Object{{"total", people.size()},
                                              {"page", page.number},
                                              {"size", page.size},
                                              {"users", std::move(users)}});
    }
};

} // namespace

std::unique_ptr<DemoApp> makeUsersApp()
{
    return std::make_unique<UsersApp>();
}

} // namespace gatehouse::traffic
