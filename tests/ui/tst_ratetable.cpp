// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/models/ratetable.h"

#include <numeric>

namespace tst_ratetable {

using namespace sluice;
using namespace sluice::ui;
using test::secondNs;

namespace {

constexpr StageId stage{7};
constexpr SubscriptionId subscription{9};

Snapshot snapshotAt(std::int64_t takenNs, EventCount handled)
{
    Snapshot snapshot;
    snapshot.takenNs = takenNs;
    snapshot.received = handled;
    snapshot.stages = {test::stageOf(stage.value, StageRole::ProducerConsumer)};
    snapshot.stages[0].figures.handled = handled;
    snapshot.stages[0].figures.emitted = handled / 2;
    snapshot.subscriptions = {test::subscriptionOf(subscription.value, 1, stage.value)};
    snapshot.subscriptions[0].outlet.sent = handled * 3;
    snapshot.subscriptions[0].inlet.asked = handled * 4;
    return snapshot;
}

double sumOf(const RateTable::StateShares &shares)
{
    return std::accumulate(shares.begin(), shares.end(), 0.0);
}

} // namespace

class TestRateTable : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void oneSnapshotGivesNoRate();
    void aRateIsADifferenceOverTime();
    void whatIsOlderThanASecondCountsNoMore();
    void aPauseLetsTheRateFallToZeroWithinASecond();
    void aSlowFlowIsMeasuredOverFiveSeconds();
    void aNewcomerIsMeasuredFromItsFirstSnapshot();
    void whatHasGoneHasNoRate();
    void aNewRunBeginsAnew();
    void resetForgetsEverything();
    void sharesAddUpToOne();
    void thePresentStateCountsUpToTheSnapshot();
    void aStageWithoutClockedTimeHasNoShares();
};

void TestRateTable::oneSnapshotGivesNoRate()
{
    RateTable rates;
    QCOMPARE(rates.receivedPerSecond(), 0.0);
    rates.update(snapshotAt(secondNs, 1000));
    QCOMPARE(rates.handledPerSecond(stage), 0.0);
    QCOMPARE(rates.receivedPerSecond(), 0.0);
}

void TestRateTable::aRateIsADifferenceOverTime()
{
    RateTable rates;
    rates.update(snapshotAt(5 * secondNs, 1000));
    rates.update(snapshotAt(5 * secondNs + secondNs / 2, 1100));
    QCOMPARE(rates.handledPerSecond(stage), 200.0);
    QCOMPARE(rates.emittedPerSecond(stage), 100.0);
    QCOMPARE(rates.sentPerSecond(subscription), 600.0);
    QCOMPARE(rates.askedPerSecond(subscription), 800.0);
    QCOMPARE(rates.receivedPerSecond(), 200.0);
}

void TestRateTable::whatIsOlderThanASecondCountsNoMore()
{
    RateTable rates;
    EventCount handled = 0;
    for (int i = 0; i <= 30; ++i) {
        handled += i < 10 ? 100'000 : 10;
        rates.update(snapshotAt((i + 1) * secondNs / 10, handled));
    }
    QCOMPARE(rates.handledPerSecond(stage), 100.0);
}

void TestRateTable::aPauseLetsTheRateFallToZeroWithinASecond()
{
    RateTable rates;
    rates.update(snapshotAt(secondNs, 0));
    rates.update(snapshotAt(2 * secondNs, 5000));
    rates.update(snapshotAt(2 * secondNs + secondNs / 2, 5000));
    QCOMPARE_GT(rates.handledPerSecond(stage), 0.0);
    rates.update(snapshotAt(3 * secondNs, 5000));
    QCOMPARE(rates.handledPerSecond(stage), 0.0);
}

void TestRateTable::aSlowFlowIsMeasuredOverFiveSeconds()
{
    // Five events every two seconds: within one second there are five or none.
    RateTable rates;
    for (int i = 0; i <= 100; ++i)
        rates.update(snapshotAt((i + 1) * secondNs / 10, i / 20 * 5));
    QCOMPARE_GE(rates.handledPerSecond(stage), 2.0);
    QCOMPARE_LE(rates.handledPerSecond(stage), 3.0);
    QCOMPARE(rates.receivedPerSecond(), rates.handledPerSecond(stage));
}

void TestRateTable::aNewcomerIsMeasuredFromItsFirstSnapshot()
{
    RateTable rates;
    Snapshot empty;
    empty.takenNs = secondNs;
    rates.update(empty);
    rates.update(snapshotAt(secondNs + secondNs / 2, 50));
    QCOMPARE(rates.handledPerSecond(stage), 0.0);
    rates.update(snapshotAt(2 * secondNs, 100));
    QCOMPARE(rates.handledPerSecond(stage), 100.0);
}

void TestRateTable::whatHasGoneHasNoRate()
{
    RateTable rates;
    rates.update(snapshotAt(secondNs, 0));
    rates.update(snapshotAt(2 * secondNs, 100));
    Snapshot empty;
    empty.takenNs = 3 * secondNs;
    empty.received = 100;
    rates.update(empty);
    QCOMPARE(rates.handledPerSecond(stage), 0.0);
    QCOMPARE(rates.sentPerSecond(subscription), 0.0);
    QCOMPARE(sumOf(rates.stateShares(stage)), 0.0);
}

void TestRateTable::aNewRunBeginsAnew()
{
    RateTable rates;
    rates.update(snapshotAt(secondNs, 100'000));
    rates.update(snapshotAt(2 * secondNs, 200'000));
    rates.update(snapshotAt(2 * secondNs + secondNs / 10, 0));
    QCOMPARE(rates.receivedPerSecond(), 0.0);
    rates.update(snapshotAt(2 * secondNs + secondNs / 5, 10));
    QCOMPARE(rates.handledPerSecond(stage), 100.0);
}

void TestRateTable::resetForgetsEverything()
{
    RateTable rates;
    rates.update(snapshotAt(secondNs, 0));
    rates.update(snapshotAt(2 * secondNs, 100));
    rates.reset();
    QCOMPARE(rates.handledPerSecond(stage), 0.0);
    QCOMPARE(rates.receivedPerSecond(), 0.0);
}

void TestRateTable::sharesAddUpToOne()
{
    RateTable rates;
    Snapshot snapshot = snapshotAt(secondNs, 0);
    StageFigures &figures = snapshot.stages[0].figures;
    figures.stateSinceNs = snapshot.takenNs;
    rates.update(snapshot);
    snapshot.takenNs += secondNs;
    figures.stateNs = {secondNs / 2, secondNs / 4, secondNs / 8, secondNs / 8};
    figures.stateSinceNs = snapshot.takenNs;
    rates.update(snapshot);
    QCOMPARE(rates.stateShares(stage), (RateTable::StateShares{0.5, 0.25, 0.125, 0.125}));
    QCOMPARE(sumOf(rates.stateShares(stage)), 1.0);
}

void TestRateTable::thePresentStateCountsUpToTheSnapshot()
{
    RateTable rates;
    Snapshot snapshot = snapshotAt(secondNs, 0);
    StageFigures &figures = snapshot.stages[0].figures;
    figures.state = StageState::Busy;
    figures.stateSinceNs = secondNs;
    rates.update(snapshot);
    snapshot.takenNs = 2 * secondNs; // it has published nothing since
    rates.update(snapshot);
    QCOMPARE(rates.stateShares(stage)[0], 1.0);
}

void TestRateTable::aStageWithoutClockedTimeHasNoShares()
{
    RateTable rates;
    Snapshot snapshot = snapshotAt(secondNs, 0);
    snapshot.stages[0].figures.state = StageState::Starting;
    rates.update(snapshot);
    snapshot.takenNs = 2 * secondNs;
    rates.update(snapshot);
    QCOMPARE(sumOf(rates.stateShares(stage)), 0.0);
    QCOMPARE(sumOf(rates.stateShares({999})), 0.0);
}

SLUICE_TEST(TestRateTable)

} // namespace tst_ratetable

#include "tst_ratetable.moc"
