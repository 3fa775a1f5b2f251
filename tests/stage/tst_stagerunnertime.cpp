// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Stages whose events take time or come at a rate.

#include "core/stage/stagerunner.h"
#include "tests/support/scheduler.h"

namespace tst_stagerunnertime {

using namespace sluice;
using namespace sluice::test;

using Counts = std::vector<EventCount>;
using Numbers = std::vector<Integer>;

class TestStageRunnerTime : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesEventsOneByOneWhenTheyTakeTime();
    void keepsToItsRate();
    void answersBitByBitWhenEventsTakeTime();
};

void TestStageRunnerTime::givesEventsOneByOneWhenTheyTakeTime()
{
    Scheduler scheduler;
    const StageId middle =
        scheduler.addMiddle(Middle::Work::Copies, {.workTime = std::chrono::nanoseconds(1)});
    const auto upstream = scheduler.playProducer(middle, {.maxDemand = 10, .minDemand = 5});
    const auto downstream = scheduler.playConsumer(middle);
    scheduler.ask(downstream, 100);
    scheduler.send(upstream, range(0, 10));
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.probe(middle).sizes(), Counts(10, 1));
    QCOMPARE(scheduler.asks(upstream), (Counts{10, 5, 5})); // by the slice, as always
    QCOMPARE(scheduler.received(downstream), (std::vector<Numbers>{range(0, 5), range(5, 5)}));
    scheduler.finish();
    verify(scheduler);
}

void TestStageRunnerTime::keepsToItsRate()
{
    Scheduler slow;
    const StageId hourly = slow.addProducer({}, {.ratePerSecond = 1.0 / 3600});
    const auto consumer = slow.playConsumer(hourly);
    slow.ask(consumer, 10);
    QVERIFY(slow.runUntil([&] { return slow.received(consumer).size() == 1; }));
    for (int i = 0; i < 100; ++i)
        slow.step(); // its timer, again and again
    QCOMPARE(slow.received(consumer), (std::vector<Numbers>{{0}}));
    slow.finish();
    verify(slow);

    Scheduler fast;
    const StageId counter = fast.addProducer({.total = 5000}, {.ratePerSecond = 1e6});
    const StageId recorder = fast.addConsumer();
    fast.subscribe(recorder, counter);
    QVERIFY(fast.run(10'000'000));
    QCOMPARE(fast.probe(recorder).events(), range(0, 5000));
    QVERIFY(fast.reason(counter) == StopReason::normal());
    fast.finish();
    verify(fast);
}

void TestStageRunnerTime::answersBitByBitWhenEventsTakeTime()
{
    Scheduler scheduler;
    const StageId counter =
        scheduler.addProducer({.total = 100}, {.workTime = std::chrono::nanoseconds(1)});
    const StageId consumer = scheduler.addConsumer();
    scheduler.subscribe(consumer, counter, {.maxDemand = 10, .minDemand = 5});
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.probe(counter).demands(), Counts(100, 1));
    QCOMPARE(scheduler.probe(consumer).events(), range(0, 100));

    const StageId endless = scheduler.addProducer({}, {.workTime = std::chrono::nanoseconds(1)});
    const auto asking = scheduler.playConsumer(endless);
    scheduler.ask(asking, 7);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.probe(endless).demands(), Counts(7, 1));
    scheduler.finish();
    verify(scheduler);
}

SLUICE_TEST(TestStageRunnerTime)

} // namespace tst_stagerunnertime

#include "tst_stagerunnertime.moc"
