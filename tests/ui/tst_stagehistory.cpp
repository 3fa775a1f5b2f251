// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/models/stagehistory.h"

#include <numeric>

namespace tst_stagehistory {

using namespace sluice;
using namespace sluice::ui;
using test::secondNs;

namespace {

constexpr StageId consumer{3};

/// A consumer that is busy for \a busy tenths of each second and then waits for events.
Snapshot after(int seconds, int busy)
{
    Snapshot snapshot = test::fanOf(1, (10 + seconds) * secondNs);
    StageFigures &figures = snapshot.stages[2].figures;
    figures.stateNs[0] = seconds * busy * secondNs / 10;
    figures.stateNs[2] = seconds * (10 - busy) * secondNs / 10;
    figures.stateSinceNs = snapshot.takenNs;
    figures.handled = seconds * 100;
    return snapshot;
}

} // namespace

class TestStageHistory : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aSliceEndsOnlyWhenASecondIsOver();
    void sixtySlicesLastAMinuteHoweverOftenOneLooks();
    void sharesOfASliceAddUpToOne();
    void statesThatAlternateAreNotAveragedAway();
    void thePresentStateCountsToo();
    void aGapWithoutSnapshotsIsNotSeen();
    void onlyAMinuteIsKept();
    void timeThatRunsBackwardsBeginsAnew();
    void aStageThatWentIsForgotten();
    void theBufferIsFullWhenItsSlopeReachesTheCapacity();
    void noForecastForABufferThatDoesNotFill();
};

void TestStageHistory::aSliceEndsOnlyWhenASecondIsOver()
{
    StageHistory history;
    Snapshot snapshot = after(0, 5);
    QVERIFY(!history.update(snapshot));
    snapshot.takenNs += secondNs / 2;
    QVERIFY(!history.update(snapshot));
    QVERIFY(history.slices(consumer).empty());
    QVERIFY(history.update(after(1, 5)));
    QCOMPARE(history.slices(consumer).size(), std::size_t{1});
    QCOMPARE(history.slices(consumer).front().perSecond, 100.0);
}

void TestStageHistory::sixtySlicesLastAMinuteHoweverOftenOneLooks()
{
    StageHistory history;
    Snapshot snapshot = after(0, 5);
    history.update(snapshot);
    for (int looks = 0; looks < 100; ++looks) {
        snapshot.takenNs += secondNs * 3 / 10;
        snapshot.stages[2].figures.handled += 30;
        history.update(snapshot);
    }
    QCOMPARE(history.slices(consumer).size(), std::size_t{30});
    for (const StageSlice &slice : history.slices(consumer))
        QCOMPARE(slice.perSecond, 100.0);
}

void TestStageHistory::sharesOfASliceAddUpToOne()
{
    StageHistory history;
    history.update(after(0, 7));
    history.update(after(1, 7));
    const RateTable::StateShares &shares = history.slices(consumer).front().shares;
    QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0);
    QCOMPARE(shares[0], 0.7);
}

void TestStageHistory::statesThatAlternateAreNotAveragedAway()
{
    StageHistory history;
    Snapshot snapshot = after(0, 10);
    for (int second = 0; second <= 6; ++second) {
        snapshot.takenNs = (10 + second) * secondNs;
        StageFigures &figures = snapshot.stages[2].figures;
        figures.stateSinceNs = snapshot.takenNs;
        if (second > 0)
            figures.stateNs[second % 2 == 0 ? 0 : 2] += secondNs;
        history.update(snapshot);
    }
    const StageHistory::Slices &slices = history.slices(consumer);
    QCOMPARE(slices.size(), std::size_t{6});
    for (std::size_t i = 0; i < slices.size(); ++i)
        QCOMPARE(slices[i].shares[i % 2 == 0 ? 2 : 0], 1.0);
}

void TestStageHistory::thePresentStateCountsToo()
{
    StageHistory history;
    Snapshot snapshot = after(0, 10);
    snapshot.stages[2].figures.stateSinceNs = snapshot.takenNs; // waits for events from now on
    history.update(snapshot);
    snapshot.takenNs += secondNs;
    history.update(snapshot);
    QCOMPARE(history.slices(consumer).front().shares[2], 1.0);
}

void TestStageHistory::aGapWithoutSnapshotsIsNotSeen()
{
    StageHistory history;
    history.update(after(0, 5));
    history.update(after(1, 5));
    history.update(after(4, 5));
    history.update(after(5, 5));
    const StageHistory::Slices &slices = history.slices(consumer);
    QCOMPARE(slices.size(), std::size_t{5});
    QVERIFY(slices[0].isSeen);
    QVERIFY(!slices[1].isSeen);
    QVERIFY(!slices[3].isSeen);
    QVERIFY(slices[4].isSeen);
}

void TestStageHistory::onlyAMinuteIsKept()
{
    StageHistory history;
    for (int second = 0; second < 70; ++second)
        history.update(after(second, 5));
    QCOMPARE(history.slices(consumer).size(), StageHistory::mostSlices);
    history.update(after(200'000, 5)); // a night without a look
    QCOMPARE(history.slices(consumer).size(), StageHistory::mostSlices);
}

void TestStageHistory::timeThatRunsBackwardsBeginsAnew()
{
    StageHistory history;
    history.update(after(5, 5));
    history.update(after(6, 5));
    history.update(after(0, 5));
    QVERIFY(history.slices(consumer).empty());
}

void TestStageHistory::aStageThatWentIsForgotten()
{
    StageHistory history;
    history.update(after(0, 5));
    history.update(after(1, 5));
    Snapshot snapshot = after(2, 5);
    snapshot.stages.pop_back();
    history.update(snapshot);
    QVERIFY(history.slices(consumer).empty());
}

void TestStageHistory::theBufferIsFullWhenItsSlopeReachesTheCapacity()
{
    StageHistory history;
    Snapshot snapshot = after(0, 5);
    history.update(snapshot);
    snapshot.takenNs += secondNs;
    snapshot.stages[0].figures.buffered = 2'000;
    QVERIFY(!history.secondsToFull(snapshot.stages[0]));
    history.update(snapshot);
    QCOMPARE(history.secondsToFull(snapshot.stages[0]), std::optional(4.0));
}

void TestStageHistory::noForecastForABufferThatDoesNotFill()
{
    StageHistory history;
    Snapshot snapshot = after(0, 5);
    snapshot.stages[0].figures.buffered = 2'000;
    history.update(snapshot);
    snapshot.takenNs += secondNs;
    history.update(snapshot);
    QVERIFY(!history.secondsToFull(snapshot.stages[0]));
    snapshot.takenNs += secondNs;
    snapshot.stages[0].figures.buffered = 10'000;
    history.update(snapshot);
    QVERIFY(!history.secondsToFull(snapshot.stages[0])); // it is full
    snapshot.stages[0].figures.bufferCapacity = -1;
    QVERIFY(!history.secondsToFull(snapshot.stages[0])); // it has no limit
}

SLUICE_TEST(TestStageHistory)

} // namespace tst_stagehistory

#include "tst_stagehistory.moc"
