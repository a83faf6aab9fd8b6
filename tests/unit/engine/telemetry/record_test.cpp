#include "engine/telemetry/records.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <thread>

using namespace gatehouse::telemetry;

namespace {

Record recordOf(std::uint64_t number)
{
    Record record;
    record.start_us = 1'000'000 + number;
    record.bytesIn = std::uint32_t(number);
    record.bytesOut = std::uint32_t(number);
    record.status = number % 2 == 0 ? 200 : 404;
    record.setTarget("/books/" + std::to_string(number));
    return record;
}

} // namespace

class RecordTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_full_ring_keeps_the_newest_and_says_what_is_gone()
    {
        RecordRing ring(8);
        for (std::uint64_t i = 0; i < 20; ++i)
            ring.write(recordOf(i));
        Record record;
        QVERIFY(!ring.read(11, record));
        QVERIFY(!ring.read(20, record));
        QCOMPARE(ring.first(), std::uint64_t(13));
        for (std::uint64_t i = ring.first(); i < ring.end(); ++i) {
            QVERIFY(ring.read(i, record));
            QCOMPARE(record.bytesIn, std::uint32_t(i));
        }
    }

    void a_reader_never_sees_half_a_record()
    {
        RecordRing ring(16);
        constexpr std::uint64_t enough = 1000;
        std::atomic<std::uint64_t> seen{0};
        std::atomic<bool> done{false};
        std::thread writer([&] { // at least one round after round while the reader looks; bounded if it sees none
            for (std::uint64_t i = 0; i < 300'000 || (seen < enough && i < 500'000'000); ++i)
                ring.write(recordOf(i));
            done = true;
        });
        bool whole = true;
        while (!done) {
            const auto number = ring.first();
            Record record;
            if (ring.read(number, record)) {
                ++seen;
                whole = whole && record.bytesIn == std::uint32_t(number) && record.bytesOut == record.bytesIn;
            }
        }
        writer.join();
        QVERIFY(whole);
        QVERIFY(seen >= enough);
    }

    void a_query_filters_and_answers_newest_first()
    {
        Hub hub(2, {.recordsPerWorker = 64});
        for (std::uint64_t i = 0; i < 40; ++i)
            hub.ring(int(i % 2)).write(recordOf(i));
        const auto answer = queryRecords(hub, 1'000'000, {.statusTo = 299, .text = "/BOOKS/3", .limit = 3});
        QCOMPARE(answer.matched, std::uint64_t(5)); // 30 32 34 36 38
        QCOMPARE(answer.records.size(), std::size_t(3));
        QCOMPARE(answer.records.front().record.bytesIn, 38u);
        QCOMPARE(answer.records.back().record.bytesIn, 34u);
    }

    void a_tail_skips_the_oldest_and_counts_them()
    {
        Hub hub(1, {.recordsPerWorker = 64});
        RecordTail tail(hub, 1'000'000);
        for (std::uint64_t i = 0; i < 40; ++i)
            hub.ring(0).write(recordOf(i));
        const auto batch = tail.take(10);
        QCOMPARE(batch.records.size(), std::size_t(10));
        QCOMPARE(batch.skipped, std::uint64_t(30));
        QCOMPARE(batch.records.front().record.bytesIn, 30u);
        QVERIFY(tail.take(10).records.empty());
    }
};

GATEHOUSE_TEST(RecordTest)
#include "record_test.moc"
