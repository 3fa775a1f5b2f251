// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Stages that are drained, or stop at the event limit.

#include "core/stage/stagerunner.h"
#include "tests/support/scheduler.h"

namespace tst_stagerunnerdrain {

using namespace sluice;
using namespace sluice::test;

using Numbers = std::vector<Integer>;

namespace {

constexpr int orders = 50; // in which messages are delivered; none may make a difference

} // namespace

class TestStageRunnerDrain : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void drainsWithoutLoss();
    void drainsWithoutConsumers();
    void stopsAtTheEventLimit();
    void countsEventsForConsumersOnly();
    void sendsWhatItHasParkedAlthoughItIsFinished();
    void drainsWhatItHasParked();

private:
    void verify(Scheduler &scheduler)
    {
        scheduler.finish();
        QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
    }
};

void TestStageRunnerDrain::drainsWithoutLoss()
{
    forEachSeed(
        [](Random &random) {
            Scheduler scheduler(random.seed());
            const StageId counter = scheduler.addProducer({.answer = random.chance(1, 2) ? 7 : 50});
            const bool doubles = random.chance(1, 2);
            const StageId middle =
                scheduler.addMiddle(doubles ? Middle::Work::Doubles : Middle::Work::Copies);
            std::vector<StageId> all{counter, middle};
            scheduler.subscribe(middle, counter, {.maxDemand = random.between(1, 20)});
            EventCount handled = 0;
            for (const auto mode :
                 {CancelMode::Permanent, CancelMode::Transient, CancelMode::Temporary}) {
                all.push_back(scheduler.addConsumer());
                scheduler.subscribe(all.back(), middle, {.maxDemand = 5, .cancel = mode});
            }
            scheduler.runUntil([&] { return scheduler.probe(middle).handled > 100; }, 500);
            for (const StageId id : all)
                scheduler.drain(id);
            QVERIFY(scheduler.run());
            for (const StageId id : all) {
                QCOMPARE(scheduler.reason(id), std::optional(StopReason::normal()));
                QCOMPARE(scheduler.figures(id).lost, 0);
                if (id != counter && id != middle)
                    handled += scheduler.probe(id).handled;
            }
            QCOMPARE(handled, (doubles ? 2 : 1) * scheduler.probe(counter).emitted);
            scheduler.finish();
            QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
        },
        orders);
}

void TestStageRunnerDrain::drainsWithoutConsumers()
{
    // Nobody will ever ask for what it has: it does not wait for them.
    Scheduler scheduler;
    const StageId counter = scheduler.addProducer();
    const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
    scheduler.subscribe(middle, counter, {.maxDemand = 10});
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.figures(middle).inbound, 10);
    scheduler.drain(counter);
    scheduler.drain(middle);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.reason(middle), std::optional(StopReason::normal()));
    QCOMPARE(scheduler.figures(middle).lost, 10);
    verify(scheduler);
}

void TestStageRunnerDrain::stopsAtTheEventLimit()
{
    forEachSeed(
        [](Random &random) {
            Scheduler scheduler(random.seed());
            const EventCount limit = random.between(1, 300);
            scheduler.setEventLimit(limit);
            const StageId counter = scheduler.addProducer();
            const StageId middle = scheduler.addMiddle(Middle::Work::KeepsEven);
            scheduler.subscribe(middle, counter, {.maxDemand = 20});
            Numbers evens;
            std::vector<StageId> consumers;
            for (const EventCount maximum : {1, 10, 30}) {
                consumers.push_back(scheduler.addConsumer());
                scheduler.subscribe(consumers.back(), middle, {.maxDemand = maximum});
            }
            QVERIFY(scheduler.runUntil([&] { return scheduler.reason(middle).has_value(); }));
            for (const StageId id : consumers)
                scheduler.drain(id);
            scheduler.leave(counter);
            QVERIFY(scheduler.run());
            for (const StageId id : consumers) {
                const Numbers seen = scheduler.probe(id).events();
                evens.insert(evens.end(), seen.begin(), seen.end());
            }
            std::ranges::sort(evens);
            Numbers expected(static_cast<std::size_t>(limit));
            for (std::size_t i = 0; i < expected.size(); ++i)
                expected[i] = static_cast<Integer>(2 * i);
            QCOMPARE(evens, expected);
            scheduler.finish();
            QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
        },
        orders);
}

void TestStageRunnerDrain::countsEventsForConsumersOnly()
{
    Scheduler scheduler;
    scheduler.setEventLimit(10);
    const StageId counter = scheduler.addProducer();
    const StageId dropper = scheduler.addMiddle(Middle::Work::DropsAll);
    const StageId consumer = scheduler.addConsumer();
    scheduler.subscribe(dropper, counter, {.maxDemand = 10});
    scheduler.subscribe(consumer, dropper, {.maxDemand = 10});
    QVERIFY(scheduler.runUntil([&] { return scheduler.probe(dropper).handled > 100; }));
    QVERIFY(!scheduler.reason(counter));
    verify(scheduler);
}

// GS-023; §9
void TestStageRunnerDrain::sendsWhatItHasParkedAlthoughItIsFinished()
{
    forEachSeed(
        [](Random &random) {
            Scheduler scheduler(random.seed());
            const StageId counter =
                scheduler.addProducer({.total = 3}, {.demand = DemandMode::Accumulate});
            const StageId consumer = scheduler.addConsumer();
            scheduler.subscribe(consumer, counter);
            scheduler.post(counter, {.kind = StageMessage::Kind::Cast, .value = 3});
            QVERIFY(scheduler.run());
            QVERIFY(!scheduler.reason(counter));
            QCOMPARE(scheduler.figures(counter).parked, 3);
            scheduler.setMode(counter, DemandMode::Forward);
            QVERIFY(scheduler.run());
            QCOMPARE(scheduler.probe(consumer).events(), (Numbers{0, 1, 2}));
            QCOMPARE(scheduler.reason(counter), std::optional(StopReason::normal()));
            scheduler.finish();
            QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
        },
        orders);
}

void TestStageRunnerDrain::drainsWhatItHasParked()
{
    forEachSeed(
        [](Random &random) {
            Scheduler scheduler(random.seed());
            const StageId counter = scheduler.addProducer({}, {.demand = DemandMode::Accumulate});
            const StageId consumer = scheduler.addConsumer();
            scheduler.subscribe(consumer, counter, {.maxDemand = 2});
            scheduler.post(counter, {.kind = StageMessage::Kind::Cast, .value = 5});
            QVERIFY(scheduler.run());
            QCOMPARE(scheduler.figures(counter).parked, 5);
            scheduler.drain(counter);
            QVERIFY(scheduler.run());
            QCOMPARE(scheduler.probe(consumer).events(), (Numbers{0, 1, 2, 3, 4}));
            QCOMPARE(scheduler.reason(counter), std::optional(StopReason::normal()));
            QCOMPARE(scheduler.figures(counter).lost, 0);
            scheduler.finish();
            QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
        },
        orders);
}

SLUICE_TEST(TestStageRunnerDrain)

} // namespace tst_stagerunnerdrain

#include "tst_stagerunnerdrain.moc"
