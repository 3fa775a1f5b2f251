// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What the owner of a pipeline sees: outcomes, ids, snapshots. Stages run on real threads here, so
// the tests wait, for conditions only; what happens at full speed is in tst_pipeline_threads.cpp.

#include "core/pipeline/pipeline.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>

namespace tst_pipeline {

using namespace sluice;
using namespace sluice::test;

namespace {

ProbePtr probe()
{
    return std::make_shared<Probe>();
}

StageState stateOf(const Pipeline &pipeline, StageId id)
{
    return pipeline.snapshot().stage(id)->figures.state;
}

} // namespace

class TestPipeline : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotFit();
    void refusesCycles();
    void refusesBadLimitsAndWorkTimes();
    void neverUsesAnIdTwice();
    void describesItselfWhileIdle();
    void stopsWhenEveryStageIsDone();
    void startsAnewWithTheSameIds();
    void takesStagesWhileItRuns();
    void takesStagesWhileItIsPaused();
    void takesNothingWhileItStops();
    void takesChangesWhileItIsStopped();
    void forgetsCancelledSubscriptions();
    void keepsAConsumerThatIsCancelledTemporarily();
    void removesStagesThatDoNotRun();
    void changesOptionsWhileItRuns();
    void saysWhyAStageStopped();
    void stopsAtOnceWithoutStages();
    void keepsLogsOfConsumersThatLeft();
};

void TestPipeline::refusesWhatDoesNotFit()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), probe());
    const auto texts = pipeline.addConsumer<TextConsumer>(QStringLiteral("texts"));
    const StageId nobody{99};
    QCOMPARE(pipeline.subscribe(recorder, nobody).error, PipelineError::UnknownStage);
    QCOMPARE(pipeline.subscribe(nobody, counter).error, PipelineError::UnknownStage);
    QCOMPARE(pipeline.subscribe(StageId(counter), counter).error,
             PipelineError::NotAConsumer); // BAD-04
    QCOMPARE(pipeline.subscribe(recorder, StageId(recorder)).error, PipelineError::NotAProducer);
    QCOMPARE(pipeline.subscribe(StageId(texts), counter).error, PipelineError::TypesDiffer);
    QCOMPARE(pipeline.subscribe(recorder, counter, {.maxDemand = 0}).error,
             PipelineError::BadOptions);
    QCOMPARE(pipeline.subscribe(recorder, counter, {.maxDemand = 5, .minDemand = 5}).error,
             PipelineError::BadOptions);
    QCOMPARE(pipeline.cancel({1}), PipelineError::UnknownSubscription);
    QCOMPARE(pipeline.setDemand({1}, 10, 5), PipelineError::UnknownSubscription);
    QCOMPARE(pipeline.remove(nobody), PipelineError::UnknownStage);
    QCOMPARE(pipeline.setWorkTime(nobody, {}), PipelineError::UnknownStage);
    QVERIFY(pipeline.snapshot().subscriptions.empty());
    const auto outcome = pipeline.subscribe(recorder, counter);
    QVERIFY(outcome && outcome.id.isValid());
}

void TestPipeline::refusesCycles()
{
    Pipeline pipeline;
    std::vector<StageRef<Integer, Integer>> middles;
    for (int i = 0; i < 3; ++i) {
        middles.push_back(pipeline.addProducerConsumer<Middle>(QString::number(i), probe(),
                                                               Middle::Work::Copies));
    }
    QCOMPARE(pipeline.subscribe(middles[0], middles[0]).error, PipelineError::WouldCycle);
    QVERIFY(pipeline.subscribe(middles[1], middles[0]));
    const auto second = pipeline.subscribe(middles[2], middles[1]);
    QVERIFY(second);
    QCOMPARE(pipeline.subscribe(middles[0], middles[2]).error, PipelineError::WouldCycle);
    QVERIFY(pipeline.subscribe(middles[2], middles[0])); // a second way is no cycle
    QCOMPARE(pipeline.cancel(second.id), PipelineError::None);
    QCOMPARE(pipeline.subscribe(middles[1], middles[2]).error, PipelineError::None);
}

void TestPipeline::refusesBadLimitsAndWorkTimes()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), probe());
    const SubscriptionId id = pipeline.subscribe(recorder, counter, {.maxDemand = 8}).id;
    const SubscriptionId alike = pipeline.subscribe(recorder, counter, {.maxDemand = 8}).id;
    QCOMPARE(pipeline.setDemand(id, 0, 0), PipelineError::BadOptions);
    QCOMPARE(pipeline.setDemand(id, 10, 10), PipelineError::BadOptions);
    QCOMPARE(pipeline.setDemand(id, 10, -1), PipelineError::BadOptions);
    QCOMPARE(pipeline.subscriptionOptions(id).maxDemand, 8);
    QCOMPARE(pipeline.setDemand(id, 10, 9), PipelineError::None);
    QCOMPARE(pipeline.subscriptionOptions(id).maxDemand, 10);
    QCOMPARE(pipeline.subscriptionOptions(id).minimum(), 9);
    QCOMPARE(pipeline.subscriptionOptions(alike).maxDemand, 8);
    QCOMPARE(pipeline.setWorkTime(recorder, std::chrono::nanoseconds(-1)),
             PipelineError::BadOptions);
    QCOMPARE(pipeline.setWorkTime(recorder, std::chrono::seconds(1)), PipelineError::None);
    QCOMPARE(pipeline.stageOptions(recorder).workTime, std::chrono::seconds(1));
    QCOMPARE(pipeline.snapshot().stage(recorder)->workTimeNs, 1'000'000'000);
}

void TestPipeline::neverUsesAnIdTwice()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    StageId lastStage = counter;
    SubscriptionId lastSubscription;
    for (int i = 0; i < 5; ++i) {
        const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), probe());
        const auto subscription = pipeline.subscribe(recorder, counter);
        QVERIFY(lastStage < recorder.id);
        QVERIFY(lastSubscription < subscription.id);
        lastStage = recorder;
        lastSubscription = subscription.id;
        QCOMPARE(pipeline.remove(recorder), PipelineError::None);
    }
}

void TestPipeline::describesItselfWhileIdle()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto middle = pipeline.addProducerConsumer<Middle>(QStringLiteral("middle"), probe(),
                                                             Middle::Work::Copies);
    const auto subscription =
        pipeline.subscribe(middle, counter, {.maxDemand = 7, .cancel = CancelMode::Temporary});
    const Snapshot snapshot = pipeline.snapshot();
    QCOMPARE(snapshot.runState, RunState::Idle);
    QCOMPARE(snapshot.ranNs, 0);
    QCOMPARE(snapshot.received + snapshot.lost + snapshot.inFlight, 0);
    QCOMPARE(snapshot.stages.size(), 2U);
    QCOMPARE(snapshot.stages[0].id, StageId(counter));
    QCOMPARE(snapshot.stages[0].role, StageRole::Producer);
    QCOMPARE(snapshot.stages[1].role, StageRole::ProducerConsumer);
    QCOMPARE(snapshot.stages[1].figures.state, StageState::Starting);
    const SubscriptionSnapshot *link = snapshot.subscription(subscription.id);
    QVERIFY(link);
    QCOMPARE(link->producer, StageId(counter));
    QCOMPARE(link->cancel, CancelMode::Temporary);
    QCOMPARE(link->inlet.maximum, 7);
    QCOMPARE(link->inlet.minimum, 3);
}

void TestPipeline::stopsWhenEveryStageIsDone()
{
    Pipeline pipeline;
    const ProbePtr seen = probe();
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe(),
                                                           CounterPlan{.total = 1234});
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    pipeline.subscribe(recorder, counter, {.maxDemand = 10});
    QSignalSpy states(&pipeline, &Pipeline::runStateChanged);
    pipeline.start();
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.runState(), RunState::Stopped, longWait);
    QCOMPARE(states.size(), 2);
    const Snapshot snapshot = pipeline.snapshot();
    QCOMPARE(seen->handled.load(), 1234);
    QCOMPARE(snapshot.received, 1234);
    QCOMPARE(snapshot.lost, 0);
    QCOMPARE(snapshot.inFlight, 0);
    QCOMPARE_GT(snapshot.ranNs, 0);
    QCOMPARE(snapshot.stage(recorder)->figures.state, StageState::Stopped);
    QCOMPARE(snapshot.stage(recorder)->stopReason, QStringLiteral("normal"));
    QVERIFY(snapshot.subscriptions[0].isSettled);
}

void TestPipeline::startsAnewWithTheSameIds()
{
    Pipeline pipeline;
    const ProbePtr seen = probe();
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe(),
                                                           CounterPlan{.total = 100});
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    const auto subscription = pipeline.subscribe(recorder, counter, {.maxDemand = 10});
    for (int run = 1; run <= 3; ++run) {
        pipeline.start();
        QTRY_COMPARE_WITH_TIMEOUT(pipeline.runState(), RunState::Stopped, longWait);
        QCOMPARE(seen->handled.load(), 100 * run);
        const Snapshot snapshot = pipeline.snapshot();
        QCOMPARE(snapshot.received, 100);
        QVERIFY(snapshot.stage(counter) && snapshot.stage(recorder));
        QCOMPARE(snapshot.subscription(subscription.id)->inlet.handled, 100);
        QCOMPARE(snapshot.stage(recorder)->thread, 2);
    }
    QCOMPARE(seen->batches().back().back(), 99); // made anew, so it counts from the start
}

void TestPipeline::takesStagesWhileItRuns()
{
    Pipeline pipeline;
    pipeline.start();
    QCOMPARE(pipeline.runState(), RunState::Running);
    QSignalSpy added(&pipeline, &Pipeline::added);
    const ProbePtr seen = probe();
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    QCOMPARE(added.size(), 2);
    QVERIFY(pipeline.subscribe(recorder, counter, {.maxDemand = 10}));
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
    QCOMPARE(pipeline.snapshot().stage(counter)->thread, 1);
    QVERIFY(pipeline.snapshot().stage(counter)->figures.osThread
            != pipeline.snapshot().stage(recorder)->figures.osThread);
}

void TestPipeline::takesStagesWhileItIsPaused()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    pipeline.start();
    pipeline.pause();
    const ProbePtr seen = probe();
    const ProbePtr dropped = probe();
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    const auto other = pipeline.addConsumer<Recorder>(QStringLiteral("other"), dropped);
    const auto kept = pipeline.subscribe(recorder, counter, {.maxDemand = 10});
    const auto cancelled =
        pipeline.subscribe(other, counter, {.maxDemand = 10, .cancel = CancelMode::Temporary});
    QVERIFY(kept && cancelled);
    QCOMPARE(pipeline.setDemand(kept.id, 4, 1), PipelineError::None);
    QCOMPARE(pipeline.cancel(cancelled.id), PipelineError::None);
    QVERIFY(eventually([&] { return stateOf(pipeline, recorder) == StageState::Paused; }));
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.snapshot().subscription(kept.id)->inlet.maximum, 4,
                              longWait);
    QCOMPARE(seen->handled.load(), 0);
    pipeline.resume();
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
    QTRY_VERIFY_WITH_TIMEOUT(!pipeline.snapshot().subscription(cancelled.id), longWait);
    QCOMPARE_LE(dropped->handled.load(), 10);
}

void TestPipeline::takesNothingWhileItStops()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), probe());
    pipeline.subscribe(recorder, counter);
    pipeline.start();
    pipeline.stop();
    QCOMPARE(pipeline.runState(), RunState::Stopping);
    QCOMPARE(pipeline.subscribe(recorder, counter).error, PipelineError::NotNow);
    const ProbePtr seen = probe();
    const auto late = pipeline.addConsumer<Recorder>(QStringLiteral("late"), seen);
    pipeline.start(); // not yet
    QCOMPARE(pipeline.runState(), RunState::Stopping);
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.runState(), RunState::Stopped, longWait);
    QVERIFY(pipeline.subscribe(late, counter));
    pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
}

void TestPipeline::takesChangesWhileItIsStopped()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), probe());
    const auto first = pipeline.subscribe(recorder, counter, {.maxDemand = 10});
    pipeline.start();
    pipeline.stop();
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.runState(), RunState::Stopped, longWait);
    QCOMPARE(pipeline.setDemand(first.id, 6, 3), PipelineError::None);
    QCOMPARE(pipeline.setWorkTime(counter, std::chrono::nanoseconds(1)), PipelineError::None);
    const ProbePtr seen = probe();
    const auto other = pipeline.addConsumer<Recorder>(QStringLiteral("other"), seen);
    QVERIFY(pipeline.subscribe(other, counter));
    QCOMPARE(pipeline.remove(recorder), PipelineError::None);
    QVERIFY(!pipeline.snapshot().subscription(first.id));
    pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
}

void TestPipeline::forgetsCancelledSubscriptions()
{
    Pipeline pipeline;
    const ProbePtr seen = probe();
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    const SubscriptionOptions options{.maxDemand = 10, .cancel = CancelMode::Temporary};
    const SubscriptionId unmade = pipeline.subscribe(recorder, counter, options).id;
    QCOMPARE(pipeline.cancel(unmade), PipelineError::None);
    QCOMPARE(pipeline.cancel(unmade), PipelineError::UnknownSubscription);
    const SubscriptionId made = pipeline.subscribe(recorder, counter, options).id;
    pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
    QCOMPARE(pipeline.cancel(made), PipelineError::None);
    QTRY_VERIFY_WITH_TIMEOUT(pipeline.snapshot().subscriptions.empty(), longWait);
    const EventCount handled = seen->handled;
    QCOMPARE(pipeline.snapshot().stage(counter)->settledHandled, handled);
    QVERIFY(pipeline.subscribe(recorder, counter, options)); // temporary: it is still there
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > handled, longWait);
}

void TestPipeline::keepsAConsumerThatIsCancelledTemporarily()
{
    Pipeline pipeline;
    const ProbePtr seen = probe();
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    const SubscriptionOptions options{.maxDemand = 10}; // permanent
    const SubscriptionId first = pipeline.subscribe(recorder, counter, options).id;
    pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
    QCOMPARE(pipeline.cancel(first, StopReason::normal(), CancelMode::Temporary),
             PipelineError::None);
    QTRY_VERIFY_WITH_TIMEOUT(pipeline.snapshot().subscriptions.empty(), longWait);
    const EventCount handled = seen->handled;
    QVERIFY(pipeline.subscribe(recorder, counter, options)); // it is still there
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > handled, longWait);
}

void TestPipeline::removesStagesThatDoNotRun()
{
    Pipeline pipeline;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    std::vector<Settlement> settlements;
    connect(&pipeline, &Pipeline::removed, this,
            [&](const Settlement &settlement) { settlements.push_back(settlement); });
    QCOMPARE(pipeline.remove(counter), PipelineError::None);
    QCOMPARE(settlements.size(), 1U);
    QCOMPARE(settlements[0].stage, StageId(counter));
    QCOMPARE(settlements[0].name, QStringLiteral("counter"));
    QCOMPARE(settlements[0].handled + settlements[0].lost + settlements[0].withdrawn, 0);
    QCOMPARE(pipeline.remove(counter), PipelineError::UnknownStage);

    const auto other = pipeline.addProducer<TestCounter>(QStringLiteral("other"), probe());
    pipeline.start();
    QCOMPARE(pipeline.remove(other), PipelineError::None);
    QCOMPARE(pipeline.remove(other), PipelineError::NotNow);
    QTRY_COMPARE_WITH_TIMEOUT(settlements.size(), 2U, longWait);
    QCOMPARE(pipeline.runState(), RunState::Running); // empty, and open for new stages
}

void TestPipeline::changesOptionsWhileItRuns()
{
    Pipeline pipeline;
    const ProbePtr seen = probe();
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    const auto link = pipeline.subscribe(recorder, counter, {.maxDemand = 10});
    pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > 100, longWait);
    QCOMPARE(pipeline.setDemand(link.id, 3, 2), PipelineError::None);
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.snapshot().subscription(link.id)->inlet.maximum, 3,
                              longWait);
    QVERIFY(eventually([&] { return seen->lastSize == 1; }));
    QCOMPARE(pipeline.setWorkTime(recorder, std::chrono::hours(1)), PipelineError::None);
    QVERIFY(eventually([&] { return stateOf(pipeline, recorder) == StageState::Busy; }));
    pipeline.setWorkTime(recorder, {});
    const EventCount handled = seen->handled;
    QTRY_VERIFY_WITH_TIMEOUT(seen->handled > handled + 100, longWait);
}

void TestPipeline::saysWhyAStageStopped()
{
    Pipeline pipeline;
    const ProbePtr seen = probe();
    seen->fault = Probe::Fault::Events;
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe());
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), seen);
    pipeline.subscribe(recorder, counter);
    QSignalSpy stopped(&pipeline, &Pipeline::stageStopped);
    pipeline.start();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, longWait);
    QCOMPARE(stopped[0][0].value<StageId>(), StageId(recorder));
    QCOMPARE(stopped[0][1].toString(), QStringLiteral("planted"));
    QCOMPARE(stopped[0][2].toBool(), true);
    QCOMPARE(pipeline.snapshot().stage(recorder)->stopReason, QStringLiteral("planted"));
    QCOMPARE(pipeline.snapshot().stage(recorder)->figures.state, StageState::Crashed);
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.subscribe(recorder, counter).error, PipelineError::NotNow,
                              longWait);
}

void TestPipeline::stopsAtOnceWithoutStages()
{
    Pipeline pipeline;
    pipeline.stop();
    QCOMPARE(pipeline.runState(), RunState::Idle);
    pipeline.start();
    QCOMPARE(pipeline.runState(), RunState::Running);
    pipeline.stop();
    QCOMPARE(pipeline.runState(), RunState::Stopped);
}

void TestPipeline::keepsLogsOfConsumersThatLeft()
{
    Pipeline pipeline;
    pipeline.setLogCapacity(1024);
    const auto counter = pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probe(),
                                                           CounterPlan{.total = 20});
    const auto recorder = pipeline.addConsumer<Recorder>(QStringLiteral("recorder"), probe());
    pipeline.subscribe(recorder, counter, {.maxDemand = 10});
    QVERIFY(!pipeline.batchLog(recorder));
    pipeline.start();
    QTRY_COMPARE_WITH_TIMEOUT(pipeline.runState(), RunState::Stopped, longWait);
    QVERIFY(!pipeline.batchLog(counter));
    pipeline.remove(recorder);
    const auto log = pipeline.batchLog(recorder);
    QVERIFY(log);
    QCOMPARE(log->seenEvents(), 20);
    QCOMPARE(pipeline.snapshot().received, 20); // departed ones count
}

SLUICE_TEST(TestPipeline)

} // namespace tst_pipeline

#include "tst_pipeline.moc"
