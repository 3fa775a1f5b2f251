// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Supervision as the owner of a pipeline sees it: stages throw on their own threads and come back.
// Waits are for conditions only.

#include "core/pipeline/pipeline.h"
#include "tests/support/livepipeline.h"
#include "tests/support/supervised.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>

namespace tst_supervisor_threads {

using namespace sluice;
using namespace sluice::test;

class TestSupervisorThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void restartsWhoeverTheStrategySays_data();
    void restartsWhoeverTheStrategySays();
    void keepsNameIdAndFigures();
    void makesSubscriptionsAnewWithOtherIds();
    void countsEachOfThoseThatFollowUnderOneForOne();
    void leavesAloneWhatIsNotToBeRestarted_data();
    void leavesAloneWhatIsNotToBeRestarted();
    void leavesSurvivorsUnsubscribed();
    void givesUpAfterTooMany();
    void countsBehavioursThatCannotBeMade();
    void restartsNothingWhileItDrains();
    void restartsWhilePaused();
    void restartsByHand();
    void restartsWhoHasSettledLongAgo();
    void aRestartedConsumerOfADeadProducerHearsNoproc();
    void refusesRestartsThatCannotBe();
    void startsAnewWithAFreshLimit();
    void losesNothingUnseenWhateverCrashesWhen();
};

void TestSupervisorThreads::restartsWhoeverTheStrategySays_data()
{
    using Strategy = SupervisionStrategy;
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<int>("crashes");
    QTest::addColumn<QList<int>>("restarts");
    QTest::newRow("§19 one for one, the consumer") << Strategy::OneForOne << 2 << QList{0, 0, 1};
    QTest::newRow("§19 rest for one, the consumer") << Strategy::RestForOne << 2 << QList{0, 0, 1};
    QTest::newRow("§19 rest for one, the middle") << Strategy::RestForOne << 1 << QList{0, 1, 1};
    QTest::newRow("§19 rest for one, the producer") << Strategy::RestForOne << 0 << QList{1, 1, 1};
    QTest::newRow("§19 one for all, the consumer") << Strategy::OneForAll << 2 << QList{1, 1, 1};
    QTest::newRow("§19 one for all, the middle") << Strategy::OneForAll << 1 << QList{1, 1, 1};
}

void TestSupervisorThreads::restartsWhoeverTheStrategySays()
{
    QFETCH(const SupervisionStrategy, strategy);
    QFETCH(const int, crashes);
    QFETCH(const QList<int>, restarts);
    Supervised line({.strategy = strategy});
    line.pipeline.start();
    line.crash(crashes);
    QVERIFY(line.handlesMore());
    QCOMPARE(line.restarts(), restarts);
    QVERIFY(!line.pipeline.snapshot().gaveUp);
    QCOMPARE(line.wrongAtTheEnd(), QString());
}

void TestSupervisorThreads::keepsNameIdAndFigures()
{
    Supervised line({});
    line.pipeline.start();
    QVERIFY(line.handlesMore());
    const StageFigures before = line.stage(2).figures;
    line.crash(2);
    QVERIFY(line.handlesMore());
    const StageSnapshot after = line.stage(2);
    QCOMPARE(after.id, line.ids[2]);
    QCOMPARE(after.name, QStringLiteral("consumer"));
    QCOMPARE(after.restarts, 1);
    QCOMPARE(after.stopReason, QString());
    QCOMPARE_GT(after.figures.handled, before.handled);
    QCOMPARE(after.figures.startedNs, before.startedNs);
    QCOMPARE_GT(after.figures.lost, 0); // what the crash took along
    QCOMPARE(line.wrongAtTheEnd(), QString());
    QCOMPARE(line.stage(2).figures.handled, line.probes[2]->handled.load());
}

void TestSupervisorThreads::makesSubscriptionsAnewWithOtherIds()
{
    Supervised line({.strategy = SupervisionStrategy::OneForOne});
    const SubscriptionId old = line.subscriptions[1];
    line.pipeline.start();
    line.crash(2);
    QVERIFY(line.handlesMore());
    QVERIFY(eventually([&] { return line.pipeline.snapshot().subscriptions.size() == 2; }));
    const auto subscriptions = line.pipeline.snapshot().subscriptions;
    QVERIFY(!line.pipeline.snapshot().subscription(old));
    QVERIFY(old < subscriptions.back().id);
    QCOMPARE(subscriptions.back().consumer, line.ids[2]);
    QCOMPARE(subscriptions.back().producer, line.ids[1]);
    QCOMPARE(subscriptions.back().inlet.maximum, 10);
}

void TestSupervisorThreads::countsEachOfThoseThatFollowUnderOneForOne()
{
    // §19: one crash of the producer is three restarts, and a limit of two is too low for it.
    Supervised line({.strategy = SupervisionStrategy::OneForOne, .intensity = {.maxRestarts = 3}});
    line.pipeline.start();
    line.crash(0);
    QVERIFY(line.handlesMore());
    QCOMPARE(line.restarts(), (QList{1, 1, 1}));

    Supervised strict(
        {.strategy = SupervisionStrategy::OneForOne, .intensity = {.maxRestarts = 2}});
    strict.pipeline.start();
    strict.crash(0);
    QVERIFY(eventually([&] { return strict.isStopped(); }));
    QVERIFY(strict.pipeline.snapshot().gaveUp);
    QCOMPARE(strict.pipeline.snapshot().gaveUp->restarts, 3);
    QCOMPARE(strict.pipeline.snapshot().gaveUp->reason, QStringLiteral("planted"));
}

void TestSupervisorThreads::leavesAloneWhatIsNotToBeRestarted_data()
{
    QTest::addColumn<RestartMode>("mode");
    QTest::addColumn<bool>("crashes");
    QTest::newRow("temporary, crashed") << RestartMode::Temporary << true;
    QTest::newRow("temporary, done") << RestartMode::Temporary << false;
    QTest::newRow("transient, done") << RestartMode::Transient << false;
}

void TestSupervisorThreads::leavesAloneWhatIsNotToBeRestarted()
{
    QFETCH(const RestartMode, mode);
    QFETCH(const bool, crashes);
    Pipeline pipeline;
    pipeline.supervise(SupervisionOptions{});
    const auto probe = std::make_shared<Probe>();
    CounterPlan plan;
    if (crashes)
        probe->fault = Probe::Fault::Demand;
    else
        plan.total = 5;
    StageSpec spec{QStringLiteral("counter"), {}, {}, {}};
    spec.make = [=] { return std::make_unique<TestCounter>(probe, plan); };
    spec.options.restart = mode;
    const StageId counter = pipeline.add(spec);
    const auto consumer =
        pipeline.addConsumer<Recorder>(QStringLiteral("consumer"), std::make_shared<Probe>());
    QVERIFY(pipeline.subscribe(consumer, counter, {.cancel = CancelMode::Temporary}));
    pipeline.start();
    QVERIFY(eventually([&] { return pipeline.stopReason(counter).has_value(); }));
    QCOMPARE(pipeline.stopReason(counter)->isOrderly(), !crashes);
    QVERIFY(!pipeline.isRestarting(counter));
    QCOMPARE(pipeline.snapshot().stage(counter)->restarts, 0);
    QVERIFY(!pipeline.stopReason(consumer));
}

void TestSupervisorThreads::leavesSurvivorsUnsubscribed()
{
    Supervised line({.strategy = SupervisionStrategy::OneForOne}, CancelMode::Temporary);
    line.pipeline.start();
    line.crash(0);
    QVERIFY(eventually([&] { return line.restarts() == QList{1, 0, 0}; }));
    QVERIFY(eventually(
        [&] { return line.pipeline.snapshot().subscription(line.subscriptions[0])->isSettled; }));
    QCOMPARE(line.pipeline.snapshot().subscriptions.size(), 2);
    // As after any end of a producer they can be joined again by hand.
    QVERIFY(line.pipeline.subscribe(line.ids[1], line.ids[0], {.maxDemand = 10}));
    QVERIFY(line.handlesMore());
}

void TestSupervisorThreads::givesUpAfterTooMany()
{
    Supervised line({.intensity = {.maxRestarts = 2, .maxSeconds = std::chrono::seconds(100)}});
    QSignalSpy gaveUp(&line.pipeline, &Pipeline::gaveUp);
    QSignalSpy restarted(&line.pipeline, &Pipeline::restarted);
    line.pipeline.start();
    for (int i = 0; i < 3; ++i) {
        line.crash(2);
        QVERIFY(eventually([&] { return restarted.count() == i + 1 || line.isStopped(); }));
    }
    QVERIFY(eventually([&] { return line.isStopped(); }));
    QCOMPARE(restarted.count(), 2);
    QCOMPARE(gaveUp.count(), 1);
    const auto end = line.pipeline.snapshot().gaveUp;
    QVERIFY(end);
    QCOMPARE(end->name, QStringLiteral("consumer"));
    QCOMPARE(end->restarts, 3);
    QCOMPARE(end->within, std::chrono::seconds(100));
    QCOMPARE(end->reason, QStringLiteral("planted"));
    QCOMPARE(line.wrongAtTheEnd(), QString());
}

void TestSupervisorThreads::countsBehavioursThatCannotBeMade()
{
    Pipeline pipeline;
    pipeline.supervise(SupervisionOptions{.intensity = {.maxRestarts = 3}});
    const auto probe = std::make_shared<Probe>();
    probe->fault = Probe::Fault::Demand;
    int made = 0;
    StageSpec spec{QStringLiteral("counter"), {}, {}, {}};
    spec.make = [&made, probe]() -> std::unique_ptr<Behaviour> {
        if (++made > 1)
            throw std::runtime_error("no more");
        return std::make_unique<TestCounter>(probe);
    };
    const StageId counter = pipeline.add(spec);
    const auto consumer =
        pipeline.addConsumer<Recorder>(QStringLiteral("consumer"), std::make_shared<Probe>());
    QVERIFY(pipeline.subscribe(consumer, counter, {.cancel = CancelMode::Temporary}));
    pipeline.start();
    QVERIFY(eventually([&] { return pipeline.runState() == RunState::Stopped; }));
    QVERIFY(pipeline.snapshot().gaveUp);
    QCOMPARE(pipeline.snapshot().gaveUp->reason, QStringLiteral("no more"));
    QCOMPARE(made, 4); // once, and three times in vain
}

void TestSupervisorThreads::restartsNothingWhileItDrains()
{
    Supervised line({});
    QSignalSpy restarted(&line.pipeline, &Pipeline::restarted);
    line.pipeline.start();
    QVERIFY(line.handlesMore());
    line.pipeline.drain();
    QVERIFY(eventually([&] { return line.isStopped(); }));
    QCOMPARE(restarted.count(), 0);
}

void TestSupervisorThreads::restartsWhilePaused()
{
    Supervised line({});
    line.pipeline.start();
    QVERIFY(line.handlesMore());
    line.pipeline.pause();
    QCOMPARE(line.pipeline.restart(line.ids[2]), PipelineError::None);
    QVERIFY(eventually([&] { return line.restarts() == QList{0, 0, 1}; }));
    QVERIFY(eventually([&] { return line.stage(2).figures.state == StageState::Paused; }));
    line.pipeline.resume();
    QVERIFY(line.handlesMore());
    QCOMPARE(line.wrongAtTheEnd(), QString());
}

void TestSupervisorThreads::restartsByHand()
{
    Supervised line({}, CancelMode::Temporary);
    line.pipeline.supervise(std::nullopt);
    line.pipeline.start();
    QVERIFY(line.handlesMore());
    QCOMPARE(line.pipeline.restart(line.ids[1]), PipelineError::None);
    QVERIFY(line.pipeline.isRestarting(line.ids[1]));
    QCOMPARE(line.pipeline.restart(line.ids[1]), PipelineError::NotNow);
    QVERIFY(eventually([&] { return line.restarts() == QList{0, 1, 0}; }));
    QVERIFY(!line.pipeline.isRestarting(line.ids[1]));
    // All that need each other, together: the subscriptions of each are made anew.
    QCOMPARE(line.pipeline.restart(SupervisionPlan{{}, {line.ids[1], line.ids[2]}}),
             PipelineError::None);
    QVERIFY(line.handlesMore());
    QCOMPARE(line.restarts(), (QList{0, 2, 1}));
    QCOMPARE(line.wrongAtTheEnd(), QString());
}

void TestSupervisorThreads::restartsWhoHasSettledLongAgo()
{
    Supervised line({}, CancelMode::Temporary);
    line.pipeline.supervise(std::nullopt);
    line.pipeline.start();
    line.crash(2);
    QVERIFY(eventually([&] { return line.stage(2).figures.state == StageState::Crashed; }));
    QVERIFY(eventually(
        [&] { return line.pipeline.snapshot().subscription(line.subscriptions[1])->isSettled; }));
    QCOMPARE(line.pipeline.restart(line.ids[2]), PipelineError::None);
    QVERIFY(line.handlesMore());
    QCOMPARE(line.restarts(), (QList{0, 0, 1}));
    QCOMPARE(line.wrongAtTheEnd(), QString());
}

void TestSupervisorThreads::aRestartedConsumerOfADeadProducerHearsNoproc()
{
    Pipeline pipeline; // GS-049, §14: as at its first start the cancel mode decides
    const auto counter = pipeline.addProducer<TestCounter>(
        QStringLiteral("counter"), std::make_shared<Probe>(), CounterPlan{.total = 5});
    const auto other = pipeline.addProducer<TestCounter>(QStringLiteral("other"),
                                                         std::make_shared<Probe>(), CounterPlan());
    const auto permanent =
        pipeline.addConsumer<Tally>(QStringLiteral("permanent"), std::make_shared<Probe>());
    const auto temporary =
        pipeline.addConsumer<Tally>(QStringLiteral("temporary"), std::make_shared<Probe>());
    QVERIFY(pipeline.subscribe(permanent, counter));
    QVERIFY(pipeline.subscribe(temporary, counter, {.cancel = CancelMode::Temporary}));
    QVERIFY(pipeline.subscribe(temporary, other)); // keeps the pipeline running
    pipeline.start();
    const auto stateOf = [&](StageId id) { return pipeline.snapshot().stage(id)->figures.state; };
    QVERIFY(eventually([&] { return stateOf(permanent) == StageState::Stopped; }));
    QCOMPARE(pipeline.restart(SupervisionPlan{{}, {permanent, temporary}}), PipelineError::None);
    QVERIFY(eventually([&] {
        return pipeline.snapshot().stage(permanent)->restarts == 1
            && pipeline.stopReason(permanent).has_value();
    }));
    QVERIFY(pipeline.stopReason(permanent)->kind == StopReason::Kind::NoProcess);
    const EventCount handled = pipeline.snapshot().stage(temporary)->figures.handled;
    QVERIFY(eventually(
        [&] { return pipeline.snapshot().stage(temporary)->figures.handled > handled + 5000; }));
    QVERIFY(!pipeline.stopReason(temporary));
}

void TestSupervisorThreads::refusesRestartsThatCannotBe()
{
    Supervised line({});
    QCOMPARE(line.pipeline.restart(line.ids[0]), PipelineError::NotNow); // not started
    line.pipeline.start();
    QCOMPARE(line.pipeline.restart(StageId{99}), PipelineError::UnknownStage);
    QCOMPARE(line.pipeline.remove(line.ids[2]), PipelineError::None);
    QCOMPARE(line.pipeline.restart(line.ids[2]), PipelineError::NotNow);
}

void TestSupervisorThreads::startsAnewWithAFreshLimit()
{
    Supervised line({.intensity = {.maxRestarts = 0}});
    line.pipeline.start();
    line.crash(2);
    QVERIFY(eventually([&] { return line.isStopped(); }));
    QVERIFY(line.pipeline.snapshot().gaveUp);
    line.pipeline.start();
    QVERIFY(!line.pipeline.snapshot().gaveUp);
    QVERIFY(line.handlesMore());
    QCOMPARE(line.restarts(), (QList{0, 0, 0}));
}

void TestSupervisorThreads::losesNothingUnseenWhateverCrashesWhen()
{
    forEachSeed(
        [](Random &random) {
            const auto strategy = static_cast<SupervisionStrategy>(random.below(3));
            Supervised line({.strategy = strategy, .intensity = {.maxRestarts = 1000}});
            line.pipeline.start();
            for (std::uint64_t i = 0; i < 1 + random.below(5); ++i) {
                const std::uint64_t what = random.below(8);
                const int which = static_cast<int>(random.below(3));
                for (const ProbePtr &probe : line.probes)
                    probe->faultAfter = static_cast<int>(random.below(30));
                if (what < 5)
                    line.crash(which);
                else if (what == 5)
                    line.crash(static_cast<int>(random.below(3)));
                else
                    line.pipeline.restart(line.ids[static_cast<std::size_t>(which)]);
                if (random.chance(1, 4)) {
                    line.pipeline.pause();
                    line.pipeline.resume();
                }
                if (strategy != SupervisionStrategy::OneForOne || random.chance(2, 3))
                    QVERIFY(line.handlesMore());
            }
            QCOMPARE(line.wrongAtTheEnd(), QString());
            QVERIFY(!line.pipeline.snapshot().gaveUp);
        },
        static_cast<std::uint64_t>(scaled(40)));
}

SLUICE_TEST(TestSupervisorThreads)

} // namespace tst_supervisor_threads

#include "tst_supervisor_threads.moc"
