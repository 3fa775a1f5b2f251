// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/flow/flatmap.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace tst_flatmap {

using namespace sluice;

class TestFlatMap : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInAnEmptyOne();
    void holdsValuesThatCannotBeCopied();
    void doesWhatAMapDoes();
};

void TestFlatMap::findsNothingInAnEmptyOne()
{
    FlatMap<int> map;
    QVERIFY(map.empty());
    QVERIFY(map.find({1}) == map.end());
    QVERIFY(!map.erase(SubscriptionId{1}));
}

void TestFlatMap::holdsValuesThatCannotBeCopied()
{
    FlatMap<std::unique_ptr<int>> map;
    map.add({2}, std::make_unique<int>(20));
    map.add({1}, std::make_unique<int>(10));
    QCOMPARE_EQ(*map.at({1}), 10);
    map.erase(map.find({1}));
    QCOMPARE_EQ(*map.at({2}), 20);
}

// Any order of additions and removals, against std::map, which is in the same order.
void TestFlatMap::doesWhatAMapDoes()
{
    test::forEachSeed(
        [](test::Random &random) {
            FlatMap<int> map;
            std::map<SubscriptionId, int> expected;
            for (int step = 0; step < 200; ++step) {
                const SubscriptionId id{random.below(20)};
                if (const auto known = expected.find(id); known == expected.end()) {
                    map.add(id, step);
                    expected.emplace(id, step);
                } else if (random.below(2) == 0) {
                    QCOMPARE_EQ(map.at(id), known->second);
                    map.at(id) = step;
                    known->second = step;
                } else {
                    QVERIFY(map.erase(id));
                    expected.erase(known);
                }
                QCOMPARE_EQ(map.empty(), expected.empty());
                const bool areEqual = std::ranges::equal(
                    std::as_const(map), expected, [](const auto &a, const auto &b) {
                        return a.first == b.first && a.second == b.second;
                    });
                QVERIFY(areEqual);
            }
        },
        100);
}

SLUICE_TEST(TestFlatMap)

} // namespace tst_flatmap

#include "tst_flatmap.moc"
