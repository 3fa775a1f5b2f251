// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/cyclecheck.h"
#include "tests/support/testsupport.h"

namespace tst_cyclecheck {

using namespace sluice;

class TestCycleCheck : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWithoutACycle();
    void findsTheEdgeThatClosesIt();
    void agreesWithAddingEdgesOneByOne();
};

void TestCycleCheck::findsNothingWithoutACycle()
{
    QVERIFY(!firstClosingEdge(0, {}));
    // A diamond, and one edge twice.
    const std::vector<StageEdge> edges = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {0, 1}};
    QVERIFY(!firstClosingEdge(4, edges));
}

void TestCycleCheck::findsTheEdgeThatClosesIt()
{
    const std::vector<StageEdge> self = {{0, 1}, {1, 1}, {0, 2}};
    QCOMPARE_EQ(firstClosingEdge(3, self).value(), 1U);
    const std::vector<StageEdge> back = {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 0}};
    QCOMPARE_EQ(firstClosingEdge(4, back).value(), 3U);
    const std::vector<StageEdge> two = {{0, 1}, {1, 0}};
    QCOMPARE_EQ(firstClosingEdge(2, two).value(), 1U);
}

void TestCycleCheck::agreesWithAddingEdgesOneByOne()
{
    test::forEachSeed([](test::Random &random) {
        constexpr std::size_t stages = 6;
        std::vector<StageEdge> edges(random.below(12));
        for (StageEdge &edge : edges)
            edge = {random.below(stages), random.below(stages)};

        // reaches[a][b]: events of a come to b, kept closed under every new edge.
        bool reaches[stages][stages] = {};
        std::optional<std::size_t> expected;
        for (std::size_t i = 0; i < edges.size() && !expected; ++i) {
            const auto [from, to] = edges[i];
            if (from == to || reaches[to][from])
                expected = i;
            for (std::size_t a = 0; a < stages; ++a) {
                for (std::size_t b = 0; b < stages; ++b) {
                    if ((a == from || reaches[a][from]) && (b == to || reaches[to][b]))
                        reaches[a][b] = true;
                }
            }
        }
        QVERIFY(firstClosingEdge(stages, edges) == expected);
    });
}

SLUICE_TEST(TestCycleCheck)

} // namespace tst_cyclecheck

#include "tst_cyclecheck.moc"
