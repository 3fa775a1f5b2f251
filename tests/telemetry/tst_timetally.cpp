// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/telemetry/timetally.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace tst_timetally {

using namespace sluice;

class TestTimeTally : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfNoEvents();
    void isExactForShortTimes();
    void holdsTheLongestTimeThereIs();
    void weighsEachTimeByItsEvents();
    void isNeverMoreThanOneIn64AboveAModel();
};

void TestTimeTally::saysNothingOfNoEvents()
{
    QCOMPARE(TimeTally().figures().events, 0);
}

void TestTimeTally::isExactForShortTimes()
{
    for (std::int64_t ns = 0; ns < 128; ++ns) {
        TimeTally tally;
        tally.add(0, 1);
        tally.add(ns, 1);
        tally.add(1000, 1);
        QCOMPARE(tally.figures().medianNs, ns);
    }
    TimeTally early;
    early.add(-5, 1); // a clock that was set back
    QCOMPARE(early.figures().shortestNs, 0);
}

void TestTimeTally::holdsTheLongestTimeThereIs()
{
    constexpr std::int64_t longest = std::numeric_limits<std::int64_t>::max();
    TimeTally tally;
    tally.add(longest, 1);
    QCOMPARE(tally.figures().longestNs, longest);
    QCOMPARE(tally.figures().medianNs, longest);
}

void TestTimeTally::weighsEachTimeByItsEvents()
{
    TimeTally tally;
    tally.add(5, 990);
    tally.add(20, 10);
    QCOMPARE(tally.figures().events, 1000);
    QCOMPARE(tally.figures().most99Ns, 5);
    tally.add(20, 1);
    QCOMPARE(tally.figures().most99Ns, 20);
    QCOMPARE(tally.figures().shortestNs, 5);
    QCOMPARE(tally.figures().longestNs, 20);
}

void TestTimeTally::isNeverMoreThanOneIn64AboveAModel()
{
    test::Random random = test::seededRandom();
    for (int round = 0; round < 200; ++round) {
        TimeTally tally;
        std::vector<std::int64_t> model;
        const std::int64_t count = random.between(1, 400);
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t ns =
                random.between(0, (std::int64_t{1} << random.between(0, 62)) - 1);
            tally.add(ns, 1);
            model.push_back(ns);
        }
        std::ranges::sort(model);
        // The least time that a share of all events did not exceed.
        const auto quantile = [&](std::int64_t share) {
            const std::int64_t rank = (count * share + 99) / 100;
            return model[static_cast<std::size_t>(rank - 1)];
        };
        const TimeFigures found = tally.figures();
        QCOMPARE(found.events, count);
        QCOMPARE(found.shortestNs, model.front());
        QCOMPARE(found.longestNs, model.back());
        for (const auto &[shown, real] :
             {std::pair(found.medianNs, quantile(50)), std::pair(found.most99Ns, quantile(99))}) {
            QVERIFY2(shown >= real, qPrintable(QStringLiteral("%1 < %2").arg(shown).arg(real)));
            QVERIFY2(shown <= real + real / 64,
                     qPrintable(QStringLiteral("%1 for %2").arg(shown).arg(real)));
        }
    }
}

SLUICE_TEST(TestTimeTally)

} // namespace tst_timetally

#include "tst_timetally.moc"
