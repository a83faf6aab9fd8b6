#include "engine/traffic/demo_data.h"

#include "engine/base/draw.h"
#include "engine/base/text.h"
#include "engine/traffic/demo_files.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace gatehouse::traffic {

namespace {

constexpr std::uint64_t worldSeed = 1605;
constexpr std::int64_t newestDay = 20'454; // 2026-01-01

using Row = std::vector<std::string_view>;

std::vector<Row> readTable(std::string_view name)
{
    std::vector<Row> rows;
    std::string_view text = demoFile(name).value_or("");
    bool header = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (header || line.empty()) {
            header = false;
            continue;
        }
        Row row;
        while (true) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            row.push_back(line.substr(0, tab));
            if (tab == line.size())
                break;
            line.remove_prefix(tab + 1);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

int number(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string isbn(int id)
{
    char digits[14];
    std::snprintf(digits, sizeof digits, "979999%06d", id * 17 % 1'000'000);
    int sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return std::string(digits, 12) + char('0' + (10 - sum % 10) % 10);
}

std::vector<Book> makeBooks(Draw& draw)
{
    constexpr std::array endings = {90, 95, 99, 50, 0};
    std::vector<Book> books;
    for (const Row& row : readTable("books.tsv")) {
        Book book;
        book.id = int(books.size()) + 1;
        book.title = row[0];
        book.author = row[1];
        book.year = number(row[2]);
        book.genre = row[3];
        book.isbn = isbn(book.id);
        book.pages = 96 + int(draw.below(640));
        book.price_cents =
            (5 + book.pages / 60 + int(draw.below(9))) * 100 + endings[draw.below(endings.size())];
        book.stock = draw.below(12) == 0 ? 0 : 1 + int(draw.below(60));
        book.searchText = foldedForSearch(book.title + ' ' + book.author);
        books.push_back(std::move(book));
    }
    return books;
}

std::vector<Person> makePeople(Draw& draw)
{
    std::vector<Person> people;
    for (const Row& row : readTable("people.tsv")) {
        Person person;
        person.id = int(people.size()) + 1;
        person.given = row[0];
        person.family = row[1];
        person.city = row[2];
        person.country = row[3];
        person.email =
            foldedForSearch(person.given) + '.' + foldedForSearch(person.family) + "@bookshop.test";
        person.memberSince = dateText(newestDay - 30 - std::int64_t(draw.below(2'500)));
        people.push_back(std::move(person));
    }
    return people;
}

std::vector<Review> makeReviews(Draw& draw, std::vector<Book>& books, std::size_t people)
{
    const std::vector<Row> texts = readTable("reviews.tsv");
    std::vector<Review> reviews;
    for (Book& book : books) {
        const int count = int(draw.below(5) * draw.below(5)); // many have few, few have many
        int stars = 0;
        for (int i = 0; i < count; ++i) {
            const Row& text = texts[std::min(draw.below(texts.size()), draw.below(texts.size()))];
            Review review;
            review.id = int(reviews.size()) + 1;
            review.book = book.id;
            review.person = int(draw.below(people)) + 1;
            review.stars = number(text[0]);
            review.title = text[1];
            review.text = text[2];
            review.date = dateText(newestDay - 900 + i * 900 / count + std::int64_t(draw.below(30)));
            stars += review.stars;
            reviews.push_back(std::move(review));
        }
        book.ratings = count;
        book.rating = count ? std::round(10.0 * stars / count) / 10 : 0;
    }
    return reviews;
}

std::vector<Order> makeOrders(Draw& draw, const std::vector<Book>& books, std::size_t people)
{
    constexpr int count = 600;
    std::vector<Order> orders;
    for (int i = 0; i < count; ++i) {
        Order order;
        order.id = 5001 + i;
        order.person = int(draw.below(people)) + 1;
        const std::int64_t age_h = std::int64_t(count - i) * 3;
        order.placedAt = instantText(newestDay * 86'400 - age_h * 3'600 + std::int64_t(draw.below(10'000)));
        order.status = draw.below(25) == 0 ? "cancelled"
                       : age_h < 12        ? "placed"
                       : age_h < 36        ? "packed"
                       : age_h < 120       ? "shipped"
                                           : "delivered";
        for (std::size_t line = 0, lines = 1 + draw.below(3); line < lines; ++line) {
            const Book& book = books[draw.below(books.size())];
            order.lines.push_back({book.id, 1 + int(draw.below(8) == 0), book.price_cents});
        }
        orders.push_back(std::move(order));
    }
    return orders;
}

BookshopData makeData()
{
    Draw draw(worldSeed);
    BookshopData data;
    data.books = makeBooks(draw);
    data.people = makePeople(draw);
    data.reviews = makeReviews(draw, data.books, data.people.size());
    data.orders = makeOrders(draw, data.books, data.people.size());
    return data;
}

struct Fold {
    std::string_view accented;
    std::string_view plain;
};
constexpr Fold folds[] = {
    {"á", "a"}, {"à", "a"}, {"ã", "a"}, {"ä", "a"}, {"Á", "a"}, {"ç", "c"}, {"Č", "c"}, {"č", "c"},
    {"é", "e"}, {"è", "e"}, {"ê", "e"}, {"ë", "e"}, {"É", "e"}, {"í", "i"}, {"ï", "i"}, {"ł", "l"},
    {"ń", "n"}, {"ñ", "n"}, {"ó", "o"}, {"ò", "o"}, {"ö", "o"}, {"ō", "o"}, {"ø", "o"}, {"Š", "s"},
    {"š", "s"}, {"ś", "s"}, {"ú", "u"}, {"ü", "u"}, {"ū", "u"}, {"ż", "z"}, {"Ž", "z"}, {"ž", "z"},
    {"Ç", "c"}, {"ô", "o"}, {"â", "a"}, {"û", "u"}, {"î", "i"},
};

} // namespace

int Order::total_cents() const
{
    int total = 0;
    for (const OrderLine& line : lines)
        total += line.quantity * line.price_cents;
    return total;
}

const BookshopData& bookshopData()
{
    static const BookshopData data = makeData();
    return data;
}

std::string foldedForSearch(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    while (!text.empty()) {
        if (static_cast<unsigned char>(text[0]) < 0x80) {
            folded += toLower(text[0]);
            text.remove_prefix(1);
            continue;
        }
        const Fold* known = nullptr;
        for (const Fold& fold : folds) {
            if (text.starts_with(fold.accented))
                known = &fold;
        }
        folded += known ? known->plain : text.substr(0, 1);
        text.remove_prefix(known ? known->accented.size() : 1);
    }
    return folded;
}

std::string dateText(std::int64_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()));
    return text;
}

std::string instantText(std::int64_t seconds)
{
    const std::int64_t day = seconds / 86'400;
    const int rest = int(seconds % 86'400);
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", rest / 3'600, rest / 60 % 60, rest % 60);
    return dateText(day) + text;
}

} // namespace gatehouse::traffic
