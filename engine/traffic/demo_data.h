#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The world that the demo services tell of: a bookshop's shelves, people, reviews and orders. Made once from
/// resources/demo and a fixed seed, so that every start, machine and test sees the same books at the same
/// prices.
namespace gatehouse::traffic {

struct Book {
    int id = 0; ///< from 1, without gaps
    std::string title;
    std::string author;
    std::string genre;
    int year = 0;        ///< before our era: negative
    std::string isbn;    ///< made up (prefix 979-9), with a valid check digit
    int price_cents = 0; ///< EUR
    int pages = 0;
    int stock = 0;
    int ratings = 0;        ///< how many reviews there are
    double rating = 0;      ///< their average, one decimal; 0 without reviews
    std::string searchText; ///< title and author, lowered, without accents
};

struct Person {
    int id = 0; ///< from 1
    std::string given;
    std::string family;
    std::string email; ///< under bookshop.test (RFC 6761: never a real domain)
    std::string city;
    std::string country;     ///< ISO 3166-1
    std::string memberSince; ///< "2021-04-17"
};

struct Review {
    int id = 0;
    int book = 0;
    int person = 0;
    int stars = 0; ///< 1 … 5
    std::string title;
    std::string text;
    std::string date;
};

struct OrderLine {
    int book = 0;
    int quantity = 0;
    int price_cents = 0; ///< of one copy
};

struct Order {
    int id = 0; ///< from 5001
    int person = 0;
    std::string status;   ///< placed, packed, shipped, delivered, cancelled
    std::string placedAt; ///< RFC 3339
    std::vector<OrderLine> lines;
    int total_cents() const;
};

struct BookshopData {
    std::vector<Book> books;
    std::vector<Person> people;
    std::vector<Review> reviews; ///< by book, then by date
    std::vector<Order> orders;
};

const BookshopData& bookshopData();

/// Lower case, Latin accents removed ("Brontë" → "bronte"): what the search compares.
std::string foldedForSearch(std::string_view text);

/// "2026-01-31" for a day counted from 1970-01-01.
std::string dateText(std::int64_t day);
/// "2026-01-31T09:05:00Z" for seconds since 1970.
std::string instantText(std::int64_t seconds);

} // namespace gatehouse::traffic
