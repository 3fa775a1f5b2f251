// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/charts/axisscale.h"
#include "ui/charts/endlabels.h"
#include "ui/charts/samplehistory.h"

#include <cmath>

namespace tst_samplehistory {

using namespace sluice;
using namespace sluice::ui;

namespace {

constexpr std::int64_t tick = 100'000'000;
constexpr std::int64_t second = 1'000'000'000;

using Samples = std::vector<SampleHistory::Sample>;
using Keys = std::vector<std::uint64_t>;

} // namespace

class TestSampleHistory : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesSecondsBeforeTheLastSample();
    void keepsSixtySeconds();
    void letsSeriesComeAndGo();
    void beginsAnewAfterAGap();
    void choosesTheBusiestInOrderOfAppearance();
    void whatHasLeftTheWindowMakesNobodyBusy();

    void roundsUpToOneTwoFive();
    void growsAtOnceAndShrinksLate();
    void movesAtMostOnceASecond();

    void namesTheHighestWhereNotAllHaveRoom();
    void spreadsLabelsThatWouldOverlap();
};

void TestSampleHistory::givesSecondsBeforeTheLastSample()
{
    SampleHistory history;
    for (int i = 0; i < 3; ++i)
        history.add(5 * second + i * tick, Samples{{7, i * 10.0}});
    const QList<QPointF> points = history.points(7);
    QCOMPARE_EQ(points.size(), 3);
    QCOMPARE_EQ(points[0].x(), -0.2);
    QCOMPARE_EQ(points[1].y(), 10);
    QCOMPARE_EQ(points[2].x(), 0);
    QCOMPARE_EQ(history.largest(7), 20);
    QVERIFY(history.points(8).isEmpty());
}

void TestSampleHistory::keepsSixtySeconds()
{
    SampleHistory history;
    for (int i = 0; i < 1000; ++i)
        history.add(i * tick, Samples{{1, 1.0 * i}});
    QCOMPARE_EQ(history.points(1).size(), qsizetype{SampleHistory::capacity});
    QCOMPARE_EQ(history.points(1).last().y(), 999);
    QCOMPARE_GE(history.points(1).first().x(), -60);

    // Samples that come late are fewer, not older.
    for (int i = 0; i < 100; ++i)
        history.add(1000 * tick + i * second, Samples{{1, 0}});
    QCOMPARE_EQ(history.points(1).size(), 61);
    QCOMPARE_EQ(history.points(1).first().x(), -60);
}

void TestSampleHistory::letsSeriesComeAndGo()
{
    SampleHistory history;
    history.add(0, Samples{{1, 5}});
    history.add(tick, Samples{{1, 6}, {2, 7}});
    history.add(2 * tick, Samples{{2, 8}});
    QCOMPARE(history.keys(), Keys({1, 2}));
    QCOMPARE_EQ(history.points(1).last().x(), -0.1);
    QCOMPARE_EQ(history.points(2).first().x(), -0.1);
    for (int i = 3; i < 600; ++i)
        history.add(i * tick, Samples{{2, 9}});
    QCOMPARE(history.keys(), Keys({1, 2}));
    for (int i = 600; i < 602; ++i)
        history.add(i * tick, Samples{{2, 9}});
    QCOMPARE(history.keys(), Keys({2}));
}

void TestSampleHistory::beginsAnewAfterAGap()
{
    SampleHistory history;
    history.add(0, Samples{{1, 5}});
    history.add(tick, Samples{});
    history.add(2 * tick, Samples{{1, 6}});
    QCOMPARE(history.points(1), QList<QPointF>({QPointF(0, 6)}));
}

void TestSampleHistory::choosesTheBusiestInOrderOfAppearance()
{
    SampleHistory history;
    for (int i = 0; i < 3; ++i)
        history.add(i * tick, Samples{{1, 5}, {2, 1}, {3, 9}, {4, 5}});
    QCOMPARE(history.busiest(8), Keys({1, 2, 3, 4}));
    QCOMPARE(history.busiest(2), Keys({1, 3}));
}

void TestSampleHistory::whatHasLeftTheWindowMakesNobodyBusy()
{
    SampleHistory history;
    history.add(0, Samples{{1, 1000}, {2, 1}});
    history.add(tick, Samples{{2, 1}, {1, 0}}); // in another order
    QCOMPARE(history.busiest(1), Keys({1}));
    for (int i = 2; i < 700; ++i)
        history.add(i * tick, Samples{{1, 0}, {2, 1}});
    QCOMPARE(history.busiest(1), Keys({2}));
    QCOMPARE_EQ(history.points(1).last().y(), 0);
    QCOMPARE_EQ(history.points(2).last().y(), 1);
}

void TestSampleHistory::roundsUpToOneTwoFive()
{
    QCOMPARE_EQ(roundedUp(0), 0);
    QCOMPARE_EQ(roundedUp(0.3), 0.5);
    QCOMPARE_EQ(roundedUp(1), 1);
    QCOMPARE_EQ(roundedUp(1.01), 2);
    QCOMPARE_EQ(roundedUp(1000), 1000);
    QCOMPARE_EQ(roundedUp(2001), 5000);
    QCOMPARE_EQ(roundedUp(7e6), 1e7);
}

void TestSampleHistory::growsAtOnceAndShrinksLate()
{
    AxisScale scale;
    QCOMPARE_EQ(scale.fit(900, 0), 1000);
    QCOMPARE_EQ(scale.fit(1001, 2 * second), 2000);
    QCOMPARE_EQ(scale.fit(900, 4 * second), 2000); // would fit, but may come back
    QCOMPARE_EQ(scale.fit(799, 6 * second), 1000);
    QCOMPARE_EQ(scale.fit(0, 8 * second), 1);
}

void TestSampleHistory::movesAtMostOnceASecond()
{
    AxisScale scale;
    QCOMPARE_EQ(scale.fit(10, 0), 10);
    QCOMPARE_EQ(scale.fit(100, second / 2), 10);
    QCOMPARE_EQ(scale.fit(100, second), 100);
    QCOMPARE_EQ(scale.fit(1, second + 9 * tick), 100);
}

void TestSampleHistory::namesTheHighestWhereNotAllHaveRoom()
{
    QVERIFY(std::isinf(lowestNamed({10, 20, 30}, 12, 30)));
    QCOMPARE_EQ(lowestNamed({50, 10, 20, 40}, 12, 30), 40);
    // The lines at the bottom are the same height; naming some of them would be a whim.
    QCOMPARE_EQ(lowestNamed({100, 100, 100, 20, 10}, 12, 30), 20);
}

void TestSampleHistory::spreadsLabelsThatWouldOverlap()
{
    using Heights = std::vector<double>;
    QCOMPARE(spreadOut({10, 50}, 12, 0, 100), Heights({10, 50}));
    QCOMPARE(spreadOut({50, 50, 10}, 12, 0, 100), Heights({50, 62, 10}));
    QCOMPARE(spreadOut({100, 100}, 12, 0, 100), Heights({88, 100}));
    QCOMPARE(spreadOut({}, 12, 0, 100), Heights());
}

SLUICE_TEST(TestSampleHistory)

} // namespace tst_samplehistory

#include "tst_samplehistory.moc"
