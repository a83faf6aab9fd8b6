#include "engine/traffic/demo_data.h"
#include "engine/traffic/demo_fault.h"

#include "tests/support/test_main.h"

#include <algorithm>
#include <set>

using namespace gatehouse::traffic;

class DemoDataTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_shop_has_hundreds_of_books_that_hold_together()
    {
        const BookshopData& data = bookshopData();
        QVERIFY(data.books.size() > 400);
        QVERIFY(data.people.size() >= 200);
        std::set<std::string> isbns;
        for (std::size_t i = 0; i < data.books.size(); ++i) {
            const Book& book = data.books[i];
            QCOMPARE(book.id, int(i) + 1);
            QVERIFY(!book.title.empty() && !book.author.empty() && !book.genre.empty());
            QVERIFY(book.price_cents >= 300 && book.price_cents <= 4000);
            QVERIFY(isbns.insert(book.isbn).second);
            int sum = 0;
            for (std::size_t k = 0; k < 13; ++k)
                sum += (book.isbn[k] - '0') * (k % 2 ? 3 : 1);
            QCOMPARE(sum % 10, 0);
        }
    }

    void ratings_agree_with_the_reviews()
    {
        const BookshopData& data = bookshopData();
        for (const Book& book : data.books) {
            int count = 0;
            int stars = 0;
            for (const Review& review : data.reviews) {
                if (review.book != book.id)
                    continue;
                ++count;
                stars += review.stars;
            }
            QCOMPARE(book.ratings, count);
            QVERIFY(count == 0 || std::abs(book.rating - double(stars) / count) <= 0.051);
        }
    }

    void orders_name_books_and_people_that_exist()
    {
        const BookshopData& data = bookshopData();
        for (const Order& order : data.orders) {
            QVERIFY(order.person >= 1 && std::size_t(order.person) <= data.people.size());
            QVERIFY(!order.lines.empty() && order.total_cents() > 0);
            for (const OrderLine& line : order.lines)
                QCOMPARE(line.price_cents, data.books.at(std::size_t(line.book) - 1).price_cents);
        }
    }

    void search_text_is_folded()
    {
        QCOMPARE(foldedForSearch("Emily Brontë"), std::string("emily bronte"));
        QCOMPARE(foldedForSearch("Émile ZOLA"), std::string("emile zola"));
        for (const Book& book : bookshopData().books)
            QVERIFY2(std::all_of(book.searchText.begin(), book.searchText.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; }),
                     book.searchText.c_str());
    }

    void dates_are_written_as_rfc_3339()
    {
        QCOMPARE(dateText(0), std::string("1970-01-01"));
        QCOMPARE(dateText(20'454), std::string("2026-01-01"));
        QCOMPARE(instantText(86'399), std::string("1970-01-01T23:59:59Z"));
    }

    void delays_are_log_normal_around_the_median_and_errors_have_their_share()
    {
        DemoFault fault("catalog-v2");
        std::vector<double> delays_ms;
        int errors = 0;
        for (int i = 0; i < 20'000; ++i) {
            const DemoFault::Outcome outcome = fault.next(10, 0.02);
            delays_ms.push_back(double(outcome.delay.count()) / 1e6);
            errors += outcome.error;
        }
        std::sort(delays_ms.begin(), delays_ms.end());
        QVERIFY(std::abs(delays_ms[10'000] - 10) < 0.3);
        QVERIFY(std::abs(delays_ms[19'800] / 10 - 2.26) < 0.15); // e^(0.35 × 2.326)
        QVERIFY(std::abs(errors - 400) < 80);
    }

    void faults_depend_on_the_key_alone()
    {
        DemoFault one("orders");
        DemoFault two("orders");
        DemoFault other("users");
        bool differs = false;
        for (int i = 0; i < 100; ++i) {
            const auto a = one.next(5, 0.5);
            const auto b = two.next(5, 0.5);
            QVERIFY(a.delay == b.delay && a.error == b.error);
            differs = differs || a.delay != other.next(5, 0.5).delay;
        }
        QVERIFY(differs);
        QCOMPARE(one.next(0, 0).delay.count(), std::int64_t(0));
    }
};

GATEHOUSE_TEST(DemoDataTest)
#include "demo_data_test.moc"
