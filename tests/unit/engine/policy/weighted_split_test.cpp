#include "engine/policy/weighted_split.h"
#include "tests/support/test_main.h"

#include <array>
#include <numeric>

using gatehouse::policy::WeightedSplit;

class WeightedSplitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gives_each_entry_its_weight_in_every_run_of_the_sum()
    {
        const std::vector<std::uint32_t> weights{70, 30, 0, 5};
        for (std::uint64_t start : {0u, 1u, 17u, 104u, 999u}) {
            WeightedSplit split(weights, start);
            for (int run = 0; run < 3; ++run) {
                std::array<std::uint32_t, 4> count{};
                for (int i = 0; i < 105; ++i)
                    ++count[std::size_t(split.next())];
                QCOMPARE(std::vector(count.begin(), count.end()), weights);
            }
        }
    }

    void spreads_the_picks_evenly()
    {
        WeightedSplit split(std::vector<std::uint32_t>{5, 1, 1}, 0);
        std::vector<int> picks;
        for (int i = 0; i < 7; ++i)
            picks.push_back(split.next());
        QCOMPARE(picks, (std::vector{0, 0, 1, 0, 2, 0, 0})); // the example of nginx's change log
    }

    void answers_minus_one_when_nothing_has_weight()
    {
        QCOMPARE(WeightedSplit({}, 3).next(), -1);
        QCOMPARE(WeightedSplit(std::vector<std::uint32_t>{0, 0}, 3).next(), -1);
    }

    void starts_at_different_phases()
    {
        const std::vector<std::uint32_t> weights{1, 1};
        QVERIFY(WeightedSplit(weights, 0).next() != WeightedSplit(weights, 1).next());
    }
};

GATEHOUSE_TEST(WeightedSplitTest)
#include "weighted_split_test.moc"
