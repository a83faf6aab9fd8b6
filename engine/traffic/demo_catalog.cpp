#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_data.h"
#include "engine/traffic/demo_http.h"

#include <algorithm>
#include <map>

namespace gatehouse::traffic {

namespace {

constexpr int maxAge_s = 30;

/// GET / (what there is), /books?page=&size=&genre=&author=&q=&sort=, /books/{id}, /search?q=, /genres.
class CatalogApp final : public DemoApp
{
public:
    explicit CatalogApp(bool second) : second_(second)
    {
        for (const Book& book : bookshopData().books) {
            texts_.push_back(json::writeLine(describe(book)));
            ++genres_[book.genre];
        }
    }

    http::Response answer(const http::Request& request) override
    {
        const std::vector<std::string> path = pathSegments(request.path);
        const std::string_view place = path.empty() ? "" : std::string_view(path[0]);
        const bool known =
            place == "books" ? path.size() <= 2
                             : path.size() <= 1 && (place.empty() || place == "search" || place == "genres");
        if (!known)
            return notFound(request);
        if (request.method != "GET" && request.method != "HEAD")
            return methodNotAllowed(request, "GET, HEAD");

        http::Response response = path.size() == 2    ? one(path[1])
                                  : place.empty()     ? index()
                                  : place == "genres" ? genres()
                                                      : list(request);
        applyEtag(request, response, maxAge_s);
        return response;
    }

private:
    json::Object describe(const Book& book) const
    {
        json::Object object{{"id", book.id},       {"title", book.title}, {"author", book.author},
                            {"genre", book.genre}, {"year", book.year},   {"isbn", book.isbn}};
        if (!second_) {
            object["price"] = book.price_cents / 100.0;
            return object;
        }
        object["pages"] = book.pages;
        object["price"] = json::Object{{"amount", book.price_cents / 100.0}, {"currency", "EUR"}};
        if (book.ratings)
            object["rating"] = json::Object{{"average", book.rating}, {"count", book.ratings}};
        object["availability"] = book.stock == 0 ? "sold out" : book.stock < 5 ? "few left" : "in stock";
        return object;
    }

    http::Response one(const std::string& id) const
    {
        const std::optional<int> number = wholeNumber(id);
        if (!number || *number < 1 || std::size_t(*number) > texts_.size())
            return problemResponse(404, "no-such-book",
                                   "There is no book " + id + "; they are numbered 1 to " +
                                       std::to_string(texts_.size()) + '.');
        return jsonResponse(200, texts_[std::size_t(*number) - 1]);
    }

    http::Response genres() const
    {
        json::Array list;
        for (const auto& [name, count] : genres_)
            list.push_back(json::Object{{"name", name}, {"books", count}});
        return jsonResponse(200, json::Object{{"genres", std::move(list)}});
    }

    http::Response index() const
    {
        return jsonResponse(200,
                            json::Object{{"service", "catalog"},
                                         {"version", second_ ? "v2" : "v1"},
                                         {"books", texts_.size()},
                                         {"genres", genres_.size()},
                                         {"try", json::Array{"books?page=2", "books/7", "search?q=austen",
                                                             "books?genre=poetry&sort=year", "genres"}}});
    }

    http::Response list(const http::Request& request) const
    {
        const auto parameters = queryParameters(request.query);
        std::optional<FieldFault> fault;
        const Page page = pageOf(parameters, fault);
        const auto sort = parameters.find("sort");
        if (sort != parameters.end() && sort->second != "title" && sort->second != "year" &&
            sort->second != "price")
            fault = FieldFault{"sort", "expected title, year or price, got '" + sort->second + "'"};
        if (fault)
            return problemResponse(400, "invalid-parameter", fault->pointer + ": " + fault->detail, {*fault});

        std::vector<const Book*> found = select(parameters);
        if (sort != parameters.end())
            order(found, sort->second);
        return pageResponse(request, parameters, found, page);
    }

    static std::vector<const Book*> select(const std::map<std::string, std::string>& parameters)
    {
        const auto folded = [&](const char* name) {
            const auto it = parameters.find(name);
            return it == parameters.end() ? std::string() : foldedForSearch(it->second);
        };
        const std::string q = folded("q");
        const std::string genre = folded("genre");
        const std::string author = folded("author");
        std::vector<const Book*> found;
        for (const Book& book : bookshopData().books) {
            if ((q.empty() || book.searchText.find(q) != std::string::npos) &&
                (genre.empty() || foldedForSearch(book.genre) == genre) &&
                (author.empty() || foldedForSearch(book.author).find(author) != std::string::npos))
                found.push_back(&book);
        }
        return found;
    }

    static void order(std::vector<const Book*>& books, const std::string& by)
    {
        std::stable_sort(books.begin(), books.end(), [&](const Book* a, const Book* b) {
            return by == "title"  ? a->searchText < b->searchText
                   : by == "year" ? a->year < b->year
                                  : a->price_cents < b->price_cents;
        });
    }

    http::Response pageResponse(const http::Request& request, std::map<std::string, std::string> parameters,
                                const std::vector<const Book*>& found, Page page) const
    {
        const std::size_t begin =
            std::min(found.size(), std::size_t(page.number - 1) * std::size_t(page.size));
        const std::size_t end = std::min(found.size(), begin + std::size_t(page.size));
        std::string body = "{\"total\":" + std::to_string(found.size()) +
                           ",\"page\":" + std::to_string(page.number) +
                           ",\"size\":" + std::to_string(page.size) + ",\"books\":[";
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin)
                body += ',';
            body += texts_[std::size_t(found[i]->id) - 1];
        }
        body += "]}";
        http::Response response = jsonResponse(200, std::move(body));
        if (end < found.size() && parameters.size() <= 1 &&
            (parameters.empty() || parameters.contains("page")))
            response.fields.emplace_back(
                "link", '<' + request.path + "?page=" + std::to_string(page.number + 1) + ">; rel=\"next\"");
        return response;
    }

    bool second_;
    std::vector<std::string> texts_; ///< by id - 1
    std::map<std::string, int> genres_;
};

} // namespace

std::unique_ptr<DemoApp> makeCatalogApp(std::string_view version)
{
    return std::make_unique<CatalogApp>(version == "v2");
}

} // namespace gatehouse::traffic
