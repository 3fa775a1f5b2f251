// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/canvas/edgeview.h"
#include "ui/canvas/stageview.h"

namespace tst_stageview {

using namespace sluice;
using namespace sluice::ui;
using test::secondNs;

namespace {

// Stage 1 with the texts of a snapshot in which it is alone.
StageTexts textsOf(const StageSnapshot &stage)
{
    Snapshot snapshot;
    snapshot.takenNs = 10 * secondNs;
    snapshot.stages = {stage};
    RateTable rates;
    rates.update(snapshot);
    return stageTexts(snapshot.stages[0], {}, snapshot, rates, StageHistory());
}

} // namespace

class TestStageView : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aStateThatLastsIsNamed();
    void aStateThatFlickersGivesWayToTheOneThatPrevails();
    void aCrashIsNamedAtOnceWithItsReason();
    void aStageIsJoiningUntilItHasAsked();
    void gaugesShowPendingOfMaximumMarkedAtMinimum();
    void demandTextsNameTheProducersIfThereAreSeveral();
    void anUnlimitedBufferHasNoCapacity();
    void theBufferIsMarkedWhereItDiscards();
    void aBufferThatFillsSaysWhenItIsFull();
    void discardedEventsAreSaid();
    void aValveIsClosedOnlyIfNoDemandWasSeen();
    void anEndedSubscriptionIsLeaving();
    void tipsNameTheSystemsThread();
    void restartsAreCounted();
};

void TestStageView::aStateThatLastsIsNamed()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Consumer);
    stage.figures.state = StageState::WaitsForEvents;
    stage.figures.stateNs = {8 * secondNs, 0, 0, 0};
    stage.figures.stateSinceNs = 9 * secondNs;
    const StageTexts texts = textsOf(stage);
    QCOMPARE(texts.says, QStringLiteral("waits for events"));
    QVERIFY(texts.share.isEmpty());
}

void TestStageView::aStateThatFlickersGivesWayToTheOneThatPrevails()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Consumer);
    stage.figures.state = StageState::WaitsForEvents;
    stage.figures.stateNs = {3 * secondNs, 0, secondNs, 0};
    stage.figures.stateSinceNs = 10 * secondNs;
    const StageTexts texts = textsOf(stage);
    QCOMPARE(texts.says, QStringLiteral("busy"));
    QVERIFY(texts.share.startsWith(QStringLiteral("75")));
}

void TestStageView::aCrashIsNamedAtOnceWithItsReason()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Consumer);
    stage.figures.state = StageState::Crashed;
    stage.figures.stateNs = {3 * secondNs, 0, 0, 0};
    stage.figures.stateSinceNs = 10 * secondNs;
    stage.stopReason = QStringLiteral("too much");
    const StageTexts texts = textsOf(stage);
    QCOMPARE(texts.says, QStringLiteral("crashed"));
    QCOMPARE(texts.reason, QStringLiteral("too much"));
}

void TestStageView::aStageIsJoiningUntilItHasAsked()
{
    Snapshot snapshot = test::fanOf(1);
    const StageSnapshot &consumer = snapshot.stages.back();
    SubscriptionSnapshot one = test::subscriptionOf(1, 1, consumer.id.value);
    SubscriptionSnapshot two = test::subscriptionOf(2, 2, consumer.id.value);
    one.inlet.joined = two.inlet.joined = false;
    const auto says = [&] {
        return stageTexts(consumer, {&one, &two}, snapshot, RateTable(), StageHistory()).says;
    };
    snapshot.runState = RunState::Idle; // nobody has had the time to ask
    QVERIFY(says() != QStringLiteral("joining"));
    for (const RunState state : {RunState::Running, RunState::Paused}) {
        snapshot.runState = state;
        QCOMPARE(says(), QStringLiteral("joining"));
    }
    snapshot.subscriptions = {one};
    QVERIFY(stageTip(consumer, snapshot).contains(QStringLiteral("joining")));
    two.inlet.joined = true;
    QVERIFY(says() != QStringLiteral("joining"));
    two.inlet.joined = false;
    two.inlet.ended = true; // it leaves
    QVERIFY(says() != QStringLiteral("joining"));
}

void TestStageView::gaugesShowPendingOfMaximumMarkedAtMinimum()
{
    SubscriptionSnapshot subscription = test::subscriptionOf(1, 1, 2);
    subscription.inlet.pending = 7;
    const StageGauges gauges =
        stageGauges(test::stageOf(2, StageRole::Consumer), {&subscription}, RateTable());
    QCOMPARE(gauges.demand.size(), std::size_t{1});
    QVERIFY(gauges.demand[0] == (Gauge{7, 10, 5}));
}

void TestStageView::demandTextsNameTheProducersIfThereAreSeveral()
{
    Snapshot snapshot = test::fanOf(1);
    snapshot.stages[0].name = QStringLiteral("numbers");
    const SubscriptionSnapshot one = test::subscriptionOf(1, 1, 3);
    const SubscriptionSnapshot two = test::subscriptionOf(2, 2, 3);
    const StageSnapshot &stage = snapshot.stages[2];
    QCOMPARE(stageTexts(stage, {&one}, snapshot, RateTable(), StageHistory()).demand,
             QStringList{QStringLiteral("demand 0 of 10, asks at 5")});
    QCOMPARE(
        stageTexts(stage, {&one, &two}, snapshot, RateTable(), StageHistory()).demand.constFirst(),
        QStringLiteral("numbers: 0 of 10, asks at 5"));
}

void TestStageView::anUnlimitedBufferHasNoCapacity()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Producer);
    stage.figures.bufferCapacity = -1;
    stage.figures.buffered = 12;
    QCOMPARE(textsOf(stage).buffer, QStringLiteral("buffer 12 of ∞"));
}

void TestStageView::theBufferIsMarkedWhereItDiscards()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Producer);
    QCOMPARE(stageGauges(stage, {}, RateTable()).buffer.mark, EventCount{10'000});
    stage.figures.bufferCapacity = 0;
    QCOMPARE(stageGauges(stage, {}, RateTable()).buffer.mark, EventCount{0});
    stage.figures.bufferCapacity = -1;
    QCOMPARE_LT(stageGauges(stage, {}, RateTable()).buffer.mark, EventCount{0});
}

void TestStageView::aBufferThatFillsSaysWhenItIsFull()
{
    Snapshot snapshot = test::fanOf(1);
    StageHistory history;
    history.update(snapshot);
    snapshot.takenNs += secondNs;
    snapshot.stages[0].figures.buffered = 2'000;
    history.update(snapshot);
    const StageTexts texts = stageTexts(snapshot.stages[0], {}, snapshot, RateTable(), history);
    QVERIFY2(texts.buffer.endsWith(QStringLiteral("full in 4 s")), qPrintable(texts.buffer));
    QCOMPARE(texts.peak, QStringLiteral("max 0/s"));
}

void TestStageView::discardedEventsAreSaid()
{
    StageSnapshot stage = test::stageOf(1, StageRole::Producer);
    QVERIFY(textsOf(stage).discarded.isEmpty());
    stage.figures.discarded = 3;
    QCOMPARE(textsOf(stage).discarded, QStringLiteral("✕ 3 discarded"));
}

void TestStageView::aValveIsClosedOnlyIfNoDemandWasSeen()
{
    SubscriptionSnapshot subscription = test::subscriptionOf(1, 1, 2);
    const EdgeView closed = edgeView(subscription, 0, false);
    QVERIFY(closed.isClosed);
    QCOMPARE(closed.demand, QStringLiteral("no demand"));
    subscription.outlet.demand = 4;
    const EdgeView open = edgeView(subscription, 0, true);
    QVERIFY(!open.isClosed);
    QCOMPARE(open.demand, QStringLiteral("demand 4 of 10"));
}

void TestStageView::anEndedSubscriptionIsLeaving()
{
    SubscriptionSnapshot subscription = test::subscriptionOf(1, 1, 2);
    subscription.inlet.ended = true;
    const EdgeView view = edgeView(subscription, 0, false);
    QVERIFY(view.isLeaving);
    QCOMPARE(view.demand, QStringLiteral("leaving"));
}

void TestStageView::tipsNameTheSystemsThread()
{
    Snapshot snapshot = test::fanOf(1);
    snapshot.stages[2].figures.osThread = 4711;
    const QString tip = stageTip(snapshot.stages[2], snapshot);
    QVERIFY(tip.contains(QStringLiteral("4711")));
    QVERIFY(tip.contains(QStringLiteral("demand 0 of 10")));
    QVERIFY(edgeTip(snapshot.subscriptions[0], snapshot).contains(QStringLiteral("permanent")));
}

void TestStageView::restartsAreCounted()
{
    Snapshot snapshot = test::fanOf(1);
    QVERIFY(textsOf(snapshot.stages[2]).restarts.isEmpty());
    snapshot.stages[2].restarts = 3;
    QCOMPARE(textsOf(snapshot.stages[2]).restarts, QStringLiteral("↻ 3"));
    const QString tip = stageTip(snapshot.stages[2], snapshot);
    QVERIFY2(tip.contains(QStringLiteral("restarted 3 time")), qPrintable(tip));
}

SLUICE_TEST(TestStageView)

} // namespace tst_stageview

#include "tst_stageview.moc"
