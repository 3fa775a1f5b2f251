// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "tests/ui/snapshots.h"
#include "ui/models/whytext.h"
#include "ui/models/whywaiting.h"

#include <algorithm>
#include <map>

namespace tst_whywaiting {

using namespace sluice;
using namespace sluice::ui;
using test::secondNs;

namespace {

using Shares = RateTable::StateShares;

constexpr Shares busy{1, 0, 0, 0};
constexpr Shares forDemand{0, 1, 0, 0};
constexpr Shares forEvents{0, 0, 1, 0};

/// What each stage of a pipeline did in the last second.
struct Second
{
    std::map<std::uint64_t, Shares> shares;
    std::map<std::uint64_t, EventCount> events; ///< handled or emitted
};

/// The snapshot after one second like that, and the rates it leaves.
struct Watched
{
    Snapshot snapshot;
    RateTable rates;
};

Watched watch(Snapshot snapshot, const Second &second)
{
    Watched watched;
    for (SubscriptionSnapshot &subscription : snapshot.subscriptions)
        subscription.inlet.pending = subscription.inlet.maximum;
    for (StageSnapshot &stage : snapshot.stages)
        stage.figures.stateSinceNs = snapshot.takenNs;
    watched.rates.update(snapshot);
    snapshot.takenNs += secondNs;
    for (StageSnapshot &stage : snapshot.stages) {
        const Shares shares = second.shares.at(stage.id.value);
        for (std::size_t i = 0; i < shares.size(); ++i)
            stage.figures.stateNs[i] = static_cast<std::int64_t>(shares[i] * secondNs);
        stage.figures.stateSinceNs = snapshot.takenNs;
        const auto largest = std::ranges::max_element(shares);
        if (stage.figures.state != StageState::Crashed)
            stage.figures.state = static_cast<StageState>(largest - shares.begin());
        const auto events = second.events.find(stage.id.value);
        if (events != second.events.end())
            stage.figures.handled = stage.figures.emitted = events->second;
    }
    watched.rates.update(snapshot);
    watched.snapshot = snapshot;
    return watched;
}

/// numbers -> evens -> printer, and slow if there are two.
Snapshot namedFan(int consumers)
{
    Snapshot snapshot = test::fanOf(consumers);
    snapshot.stages[0].name = QStringLiteral("numbers");
    snapshot.stages[1].name = QStringLiteral("evens");
    snapshot.stages[2].name = QStringLiteral("printer");
    if (consumers > 1)
        snapshot.stages[3].name = QStringLiteral("slow");
    return snapshot;
}

QString sentenceOf(const Watched &watched)
{
    return whyText(whyWaiting(watched.snapshot, watched.rates), watched.snapshot);
}

} // namespace

class TestWhyWaiting : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void waitingForDemandLeadsDownToTheBusyConsumer();
    void ofTwoBusyConsumersTheSlowerOneIsNamed();
    void theIdleConsumerOfTwoHoldsNobodyBack();
    void waitingForEventsLeadsUpToTheBusyProducer();
    void aConsumerKeptWaitingByTheOtherLeadsUpAndDownAgain();
    void nobodySubscribesIsSaid();
    void noProducerIsSaid();
    void aProducerIsSaidToGoAtItsOwnPace();
    void aConsumerThatHasAskedForNothingIsNamed();
    void whereNobodyIsBusyTheHandoverIs();
    void aCrashIsSaidFirst();
    void ofManyCrashesTwoAreNamed();
    void aPausedPipelineSaysSo();
    void aRingOfStagesEnds();
    void subscriptionsThatHaveEndedDoNotCount();
    void oneStageCanBeAskedAbout();
    void anEmptyPipelineHasNoSteps();
};

void TestWhyWaiting::waitingForDemandLeadsDownToTheBusyConsumer()
{
    const Watched watched =
        watch(namedFan(1), {{{1, forDemand}, {2, forDemand}, {3, busy}}, {{3, 500}}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.steps.size(), std::size_t{3});
    QCOMPARE(why.steps[0].kind, WaitKind::ForDemand);
    QCOMPARE(why.steps[2].kind, WaitKind::Busy);
    QCOMPARE(why.bottleneck, StageId{3});
    QCOMPARE(why.perEvent, std::optional(std::chrono::nanoseconds(2'000'000)));
    QCOMPARE(sentenceOf(watched),
             QStringLiteral("numbers waits for demand from evens; evens waits for demand from "
                            "printer; printer is busy (100 %, 2 ms per event)"));
}

void TestWhyWaiting::ofTwoBusyConsumersTheSlowerOneIsNamed()
{
    const Watched watched =
        watch(namedFan(2),
              {{{1, forDemand}, {2, forDemand}, {3, busy}, {4, busy}}, {{3, 1000}, {4, 100}}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.bottleneck, StageId{4});
    QCOMPARE(why.steps[1].alike, 1);
    QVERIFY(sentenceOf(watched).contains(QStringLiteral("from slow and 1 more")));
}

void TestWhyWaiting::theIdleConsumerOfTwoHoldsNobodyBack()
{
    const Watched watched =
        watch(namedFan(2),
              {{{1, forDemand}, {2, forDemand}, {3, busy}, {4, forEvents}}, {{3, 1000}, {4, 100}}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.bottleneck, StageId{3});
    QCOMPARE(why.steps[1].alike, 0);
}

void TestWhyWaiting::waitingForEventsLeadsUpToTheBusyProducer()
{
    const Watched watched =
        watch(namedFan(1), {{{1, busy}, {2, forEvents}, {3, forEvents}}, {{1, 10}}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.bottleneck, StageId{1});
    QCOMPARE(why.steps.front().stage, StageId{3});
    QCOMPARE(why.steps.front().kind, WaitKind::ForEvents);
    QVERIFY(sentenceOf(watched).startsWith(
        QStringLiteral("printer waits for events from evens; evens waits for events from numbers; "
                       "numbers is busy")));
}

void TestWhyWaiting::aConsumerKeptWaitingByTheOtherLeadsUpAndDownAgain()
{
    // A broadcast: the slow one sets the pace.
    const Watched watched = watch(
        namedFan(2), {{{1, forDemand}, {2, forDemand}, {3, forEvents}, {4, busy}}, {{4, 10}}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates, StageId{3});
    QCOMPARE(why.steps.size(), std::size_t{3});
    QCOMPARE(why.steps[0].kind, WaitKind::ForEvents);
    QCOMPARE(why.steps[1].kind, WaitKind::ForDemand);
    QCOMPARE(why.bottleneck, StageId{4});
}

void TestWhyWaiting::nobodySubscribesIsSaid()
{
    Snapshot snapshot = namedFan(1);
    snapshot.subscriptions.pop_back();
    const Watched watched = watch(snapshot, {{{1, forDemand}, {2, forDemand}, {3, forEvents}}, {}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.steps.back().kind, WaitKind::NobodySubscribes);
    QVERIFY(!why.bottleneck.isValid());
    QVERIFY(sentenceOf(watched).endsWith(
        QStringLiteral("evens waits for demand, and nobody subscribes to it")));
}

void TestWhyWaiting::noProducerIsSaid()
{
    Snapshot snapshot = namedFan(1);
    snapshot.subscriptions.erase(snapshot.subscriptions.begin());
    const Watched watched = watch(snapshot, {{{1, busy}, {2, forEvents}, {3, forEvents}}, {}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.steps.back().kind, WaitKind::HasNoProducer);
}

void TestWhyWaiting::aProducerIsSaidToGoAtItsOwnPace()
{
    const Watched watched =
        watch(namedFan(1), {{{1, forEvents}, {2, forEvents}, {3, forEvents}}, {}});
    QCOMPARE(whyWaiting(watched.snapshot, watched.rates).steps.back().kind, WaitKind::AtItsOwnPace);
    QVERIFY(sentenceOf(watched).endsWith(QStringLiteral("numbers makes events at its own pace")));
}

void TestWhyWaiting::aConsumerThatHasAskedForNothingIsNamed()
{
    Watched watched = watch(namedFan(1), {{{1, forDemand}, {2, forDemand}, {3, forEvents}}, {}});
    watched.snapshot.subscriptions[1].inlet.pending = 0;
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.bottleneck, StageId{3});
    QVERIFY(sentenceOf(watched).endsWith(QStringLiteral("printer has asked for nothing")));
}

void TestWhyWaiting::whereNobodyIsBusyTheHandoverIs()
{
    const Watched watched =
        watch(namedFan(1),
              {{{1, {0.2, 0.8, 0, 0}}, {2, {0.3, 0.1, 0.6, 0}}, {3, {0.1, 0, 0.9, 0}}}, {{3, 9}}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.steps.back().kind, WaitKind::Handover);
    QCOMPARE(why.steps.back().stage, StageId{2});
    QVERIFY(!why.bottleneck.isValid());
}

void TestWhyWaiting::aCrashIsSaidFirst()
{
    Snapshot snapshot = namedFan(1);
    snapshot.stages[2].figures.state = StageState::Crashed;
    snapshot.stages[2].stopReason = QStringLiteral("too much");
    snapshot.subscriptions.pop_back();
    const Watched watched = watch(snapshot, {{{1, forDemand}, {2, forDemand}, {3, busy}}, {}});
    QVERIFY(sentenceOf(watched).startsWith(
        QStringLiteral("✕ printer has crashed: too much; numbers waits for demand from evens")));
}

void TestWhyWaiting::ofManyCrashesTwoAreNamed()
{
    Watched watched = watch(namedFan(1), {{{1, busy}, {2, busy}, {3, busy}}, {}});
    for (StageSnapshot &stage : watched.snapshot.stages)
        stage.figures.state = StageState::Crashed;
    QVERIFY(sentenceOf(watched).startsWith(
        QStringLiteral("✕ numbers has crashed: ; ✕ evens has crashed: ; ✕ 1 more has crashed")));
}

void TestWhyWaiting::aPausedPipelineSaysSo()
{
    Watched watched = watch(namedFan(1), {{{1, busy}, {2, busy}, {3, busy}}, {}});
    watched.snapshot.runState = RunState::Paused;
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QVERIFY(why.steps.empty());
    QVERIFY(whyText(why, watched.snapshot).startsWith(QStringLiteral("paused")));
}

void TestWhyWaiting::aRingOfStagesEnds()
{
    Snapshot snapshot = namedFan(1);
    snapshot.stages[0].role = StageRole::ProducerConsumer;
    snapshot.subscriptions.push_back(test::subscriptionOf(9, 2, 1));
    snapshot.subscriptions.erase(snapshot.subscriptions.begin() + 1);
    const Watched watched = watch(snapshot, {{{1, forDemand}, {2, forDemand}, {3, busy}}, {}});
    const WhyWaiting why = whyWaiting(watched.snapshot, watched.rates);
    QCOMPARE(why.steps.size(), std::size_t{3});
    QCOMPARE(why.steps.back().kind, WaitKind::Handover);
}

void TestWhyWaiting::subscriptionsThatHaveEndedDoNotCount()
{
    Snapshot snapshot = namedFan(2);
    snapshot.subscriptions[2].inlet.ended = true;
    const Watched watched = watch(
        snapshot, {{{1, forDemand}, {2, forDemand}, {3, busy}, {4, busy}}, {{3, 1000}, {4, 1}}});
    QCOMPARE(whyWaiting(watched.snapshot, watched.rates).bottleneck, StageId{3});
}

void TestWhyWaiting::oneStageCanBeAskedAbout()
{
    const Watched watched =
        watch(namedFan(1), {{{1, forDemand}, {2, forDemand}, {3, busy}}, {{3, 500}}});
    QCOMPARE(whyWaiting(watched.snapshot, watched.rates, StageId{2}).steps.size(), std::size_t{2});
    QVERIFY(whyWaiting(watched.snapshot, watched.rates, StageId{77}).steps.empty());
}

void TestWhyWaiting::anEmptyPipelineHasNoSteps()
{
    Snapshot snapshot;
    snapshot.runState = RunState::Running;
    const WhyWaiting why = whyWaiting(snapshot, RateTable());
    QVERIFY(why.steps.empty());
    QVERIFY(!why.bottleneck.isValid());
}

SLUICE_TEST(TestWhyWaiting)

} // namespace tst_whywaiting

#include "tst_whywaiting.moc"
