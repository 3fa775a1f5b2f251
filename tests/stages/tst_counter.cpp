// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/stages/counter.h"
#include "tests/support/testsupport.h"

#include <limits>

namespace tst_counter {

using namespace sluice;

namespace {

using Limits = std::numeric_limits<Integer>;
using Numbers = std::vector<Integer>;

} // namespace

class TestCounter : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesExactlyWhatIsAskedForWhileItCan();
    void goesOnWhereItStopped();
    void endsAtTheLastNumber_data();
    void endsAtTheLastNumber();
    void givesNothingOnceItHasFinished();
};

void TestCounter::givesExactlyWhatIsAskedForWhileItCan()
{
    Counter counter({});
    QCOMPARE(counter.handleDemand(1), Numbers({0}));
    QCOMPARE_EQ(counter.handleDemand(1000).size(), 1000U);
    QVERIFY(!counter.isFinished());
}

void TestCounter::goesOnWhereItStopped()
{
    Counter counter({.first = 10, .step = -3, .last = {}});
    QCOMPARE(counter.handleDemand(3), Numbers({10, 7, 4}));
    QCOMPARE(counter.handleDemand(2), Numbers({1, -2}));
}

void TestCounter::endsAtTheLastNumber_data()
{
    QTest::addColumn<Integer>("first");
    QTest::addColumn<Integer>("step");
    QTest::addColumn<std::optional<Integer>>("last");
    QTest::addColumn<Numbers>("numbers");

    const auto row = [](const char *name, Integer first, Integer step, std::optional<Integer> last,
                        const Numbers &numbers) {
        QTest::newRow(name) << first << step << last << numbers;
    };
    row("reached exactly", 0, 2, 6, {0, 2, 4, 6});
    row("stepped over", 0, 2, 5, {0, 2, 4});
    row("the first is the last", 7, 1, 7, {7});
    row("downwards", 3, -2, -2, {3, 1, -1});
    row("a step beyond the last", 0, 100, 1, {0});
    row("does not wrap upwards", Limits::max() - 1, 1, {}, {Limits::max() - 1, Limits::max()});
    row("does not wrap downwards", Limits::min() + 2, -2, {}, {Limits::min() + 2, Limits::min()});
    row("the largest step", Limits::min(), Limits::max(), {},
        {Limits::min(), -1, Limits::max() - 1});
    row("the smallest step", Limits::max(), Limits::min(), {}, {Limits::max(), -1});
}

void TestCounter::endsAtTheLastNumber()
{
    QFETCH(const Integer, first);
    QFETCH(const Integer, step);
    QFETCH(const std::optional<Integer>, last);
    QFETCH(const Numbers, numbers);

    Counter atOnce({first, step, last});
    QCOMPARE(atOnce.handleDemand(1000), numbers);
    QVERIFY(atOnce.isFinished());

    Counter oneByOne({first, step, last});
    for (const Integer number : numbers) {
        QVERIFY(!oneByOne.isFinished());
        QCOMPARE(oneByOne.handleDemand(1), Numbers({number}));
    }
    QVERIFY(oneByOne.isFinished());
}

void TestCounter::givesNothingOnceItHasFinished()
{
    Counter counter({.first = 1, .step = 1, .last = 2});
    QCOMPARE_EQ(counter.handleDemand(2).size(), 2U);
    QVERIFY(counter.handleDemand(5).empty());
    QVERIFY(counter.isFinished());
}

SLUICE_TEST(TestCounter)

} // namespace tst_counter

#include "tst_counter.moc"
