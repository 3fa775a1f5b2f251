// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How a stage stops, and what becomes of what it had. What it does before is in tst_stagerunner.cpp,
// how it drains in tst_stagerunnerdrain.cpp.

#include "core/stage/stagerunner.h"
#include "tests/support/scheduler.h"

namespace tst_stagerunnerends {

using namespace sluice;
using namespace sluice::test;

using Counts = std::vector<EventCount>;
using Numbers = std::vector<Integer>;

namespace {

constexpr int orders = 50; // in which messages are delivered; none may make a difference

const StopReason planted = StopReason::failed("planted");

} // namespace

class TestStageRunnerEnds : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void stopsAsTheCancelModeSays_data();
    void stopsAsTheCancelModeSays();
    void handlesWhatItHasBeforeItStops();
    void sendsWhatItHasBeforeItStops();
    void handlesTheRestOfAnEndedSubscriptionInOnePiece();
    void finishesWithItsSource_data();
    void finishesWithItsSource();
    void crashesWithTheTextOfTheException_data();
    void crashesWithTheTextOfTheException();
    void losesTheRestOfTheMessageItCrashesIn();
    void sendsTheResultsOfWhatItHandledBeforeItCrashed();
    void accountsForWhatItHadWhenItLeft_data();
    void accountsForWhatItHadWhenItLeft();
    void refusesSubscriptionsWhenItHasStopped();
    void acceptsEventsUntilTheCancellationIsConfirmed();

private:
    void verify(Scheduler &scheduler)
    {
        scheduler.finish();
        QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
    }
};

// INV-24: the table of §4
void TestStageRunnerEnds::stopsAsTheCancelModeSays_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<StopReason>("reason");
    QTest::addColumn<bool>("stops");
    using Kind = StopReason::Kind;
    const auto row = [](const char *name, CancelMode mode, StopReason reason, bool stops) {
        QTest::newRow(name) << mode << reason << stops;
    };
    row("permanent, normal", CancelMode::Permanent, StopReason::normal(), true);
    row("permanent, shutdown", CancelMode::Permanent, StopReason::shutdown(), true);
    row("permanent, no process", CancelMode::Permanent, {Kind::NoProcess, {}}, true);
    row("permanent, failed", CancelMode::Permanent, StopReason::failed("oops"), true);
    row("transient, normal", CancelMode::Transient, StopReason::normal(), false);
    row("transient, shutdown", CancelMode::Transient, StopReason::shutdown(), false);
    row("transient, no process", CancelMode::Transient, {Kind::NoProcess, {}}, true);
    row("transient, failed", CancelMode::Transient, StopReason::failed("oops"), true);
    row("temporary, normal", CancelMode::Temporary, StopReason::normal(), false);
    row("temporary, shutdown", CancelMode::Temporary, StopReason::shutdown(), false);
    row("temporary, no process", CancelMode::Temporary, {Kind::NoProcess, {}}, false);
    row("temporary, failed", CancelMode::Temporary, StopReason::failed("oops"), false);
    row("permanent, already subscribed", CancelMode::Permanent, {Kind::AlreadySubscribed, {}},
        false);
}

void TestStageRunnerEnds::stopsAsTheCancelModeSays()
{
    QFETCH(CancelMode, mode);
    QFETCH(StopReason, reason);
    QFETCH(bool, stops);
    for (const bool isMiddle : {false, true}) {
        Scheduler scheduler;
        const StageId stage =
            isMiddle ? scheduler.addMiddle(Middle::Work::Copies) : scheduler.addConsumer();
        const auto producer = scheduler.playProducer(stage, {.cancel = mode});
        scheduler.sayGoodbyeAsProducer(producer, reason);
        QVERIFY(scheduler.run());
        QCOMPARE(scheduler.reason(stage), stops ? std::optional(reason) : std::nullopt);
        QVERIFY2(!scheduler.hasCrashed(stage), "it did not fail itself");
        QCOMPARE(scheduler.inlet(producer).ended, true);
        QCOMPARE(scheduler.inlet(producer).pending, 0);
        verify(scheduler);
    }
}

void TestStageRunnerEnds::handlesWhatItHasBeforeItStops()
{
    // GX-06
    Scheduler scheduler;
    const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
    const auto upstream = scheduler.playProducer(middle, {.maxDemand = 10, .minDemand = 5});
    scheduler.send(upstream, range(0, 10));
    scheduler.sayGoodbyeAsProducer(upstream, StopReason::normal());
    QVERIFY(scheduler.run());
    QVERIFY(!scheduler.reason(middle));
    const auto downstream = scheduler.playConsumer(middle);
    scheduler.ask(downstream, 10);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.received(downstream), (std::vector<Numbers>{range(0, 10)}));
    QCOMPARE(scheduler.reason(middle), std::optional(StopReason::normal()));
    verify(scheduler);
}

void TestStageRunnerEnds::sendsWhatItHasBeforeItStops()
{
    // GX-07; REF-10: nine events wait in the output buffer and none is lost
    Scheduler scheduler;
    const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
    const auto upstream = scheduler.playProducer(middle, {.maxDemand = 10, .minDemand = 0});
    const auto downstream = scheduler.playConsumer(middle);
    scheduler.ask(downstream, 1);
    scheduler.send(upstream, range(0, 10));
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.figures(middle).buffered, 9);
    scheduler.sayGoodbyeAsProducer(upstream, StopReason::failed("oops"));
    QVERIFY(scheduler.run());
    QVERIFY(!scheduler.reason(middle));
    scheduler.ask(downstream, 9);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.received(downstream), (std::vector<Numbers>{{0}, range(1, 9)}));
    QCOMPARE(scheduler.reason(middle), std::optional(StopReason::failed("oops")));
    QCOMPARE(scheduler.figures(middle).lost, 0);
    verify(scheduler);
}

void TestStageRunnerEnds::handlesTheRestOfAnEndedSubscriptionInOnePiece()
{
    // GS-017
    Scheduler scheduler;
    const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
    const auto upstream = scheduler.playProducer(middle, {.maxDemand = 100, .minDemand = 80});
    scheduler.send(upstream, range(0, 100));
    scheduler.sayGoodbyeAsProducer(upstream, StopReason::normal());
    scheduler.ask(scheduler.playConsumer(middle), 1000);
    scheduler.pause(middle);
    QVERIFY(scheduler.run());
    scheduler.resume(middle);
    QVERIFY(scheduler.run());
    const Counts sizes = scheduler.probe(middle).sizes();
    QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), EventCount(0)), 100);
    verify(scheduler);

    Scheduler late;
    const StageId waiting = late.addMiddle(Middle::Work::Copies);
    const auto ended = late.playProducer(waiting, {.maxDemand = 100, .minDemand = 80});
    late.send(ended, range(0, 100));
    late.sayGoodbyeAsProducer(ended, StopReason::normal());
    QVERIFY(late.run());
    late.ask(late.playConsumer(waiting), 1000);
    QVERIFY(late.run());
    QCOMPARE(late.probe(waiting).sizes(), Counts{100});
    QCOMPARE(late.asks(ended), Counts{100});
    verify(late);
}

void TestStageRunnerEnds::finishesWithItsSource_data()
{
    QTest::addColumn<int>("total");
    QTest::newRow("GX-21 five") << 5;
    QTest::newRow("nothing") << 0;
    QTest::newRow("as many as the consumers ask for") << 20;
    QTest::newRow("more") << 333;
}

void TestStageRunnerEnds::finishesWithItsSource()
{
    QFETCH(int, total);
    forEachSeed(
        [total](Random &random) {
            Scheduler scheduler(random.seed());
            CounterPlan plan{.total = total};
            if (random.chance(1, 2))
                plan.answer = 50; // more than anybody asks for, so that its buffer has to go first
            const StageId counter = scheduler.addProducer(plan);
            std::vector<StageId> consumers;
            for (const auto mode :
                 {CancelMode::Permanent, CancelMode::Transient, CancelMode::Temporary}) {
                consumers.push_back(scheduler.addConsumer());
                scheduler.subscribe(consumers.back(), counter, {.maxDemand = 10, .cancel = mode});
            }
            QVERIFY(scheduler.run());
            QCOMPARE(scheduler.reason(counter), std::optional(StopReason::normal()));
            EventCount handled = 0;
            for (const StageId consumer : consumers)
                handled += scheduler.probe(consumer).handled;
            QCOMPARE(handled, total);
            if (total == 0) // it may be gone before they come
                return;
            QVERIFY(scheduler.reason(consumers[0]).has_value());
            QVERIFY(!scheduler.reason(consumers[2]).has_value());
        },
        orders);
}

void TestStageRunnerEnds::crashesWithTheTextOfTheException_data()
{
    QTest::addColumn<Probe::Fault>("fault");
    QTest::addColumn<int>("who"); // 0 producer, 1 middle, 2 consumer
    QTest::newRow("in handleDemand()") << Probe::Fault::Demand << 0;
    QTest::newRow("in a producer-consumer's handleEvents()") << Probe::Fault::Events << 1;
    QTest::newRow("in a consumer's handleEvents()") << Probe::Fault::Events << 2;
}

void TestStageRunnerEnds::crashesWithTheTextOfTheException()
{
    QFETCH(Probe::Fault, fault);
    QFETCH(int, who);
    forEachSeed(
        [&](Random &random) {
            Scheduler scheduler(random.seed());
            const std::array stages = {scheduler.addProducer(),
                                       scheduler.addMiddle(Middle::Work::KeepsEven),
                                       scheduler.addConsumer()};
            scheduler.subscribe(stages[2], stages[1], {.maxDemand = 10});
            scheduler.subscribe(stages[1], stages[0], {.maxDemand = 10});
            const StageId crashing = stages[static_cast<std::size_t>(who)];
            scheduler.probe(crashing).faultAfter = 3;
            scheduler.probe(crashing).fault = fault;
            QVERIFY(scheduler.runUntil([&] { return scheduler.reason(crashing).has_value(); }));
            QCOMPARE(scheduler.reason(crashing), std::optional(planted));
            QVERIFY(scheduler.hasCrashed(crashing));
            QCOMPARE(scheduler.probe(crashing).terminations.load(), 1);
            QCOMPARE(scheduler.figures(crashing).state, StageState::Crashed);
            if (who < 2) {
                QVERIFY(scheduler.run());
                QCOMPARE(scheduler.reason(stages[2]), std::optional(planted));
                QVERIFY2(!scheduler.hasCrashed(stages[2]), "it only follows");
            }
            verify(scheduler);
        },
        orders);

    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer();
    scheduler.probe(consumer).fault = Probe::Fault::Terminate;
    scheduler.leave(consumer);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.reason(consumer), std::optional(StopReason::shutdown()));
    QVERIFY(scheduler.hasCrashed(consumer));
    verify(scheduler);
}

void TestStageRunnerEnds::losesTheRestOfTheMessageItCrashesIn()
{
    // GX-15
    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer();
    const auto producer = scheduler.playProducer(consumer, {.maxDemand = 10, .minDemand = 5});
    scheduler.probe(consumer).fault = Probe::Fault::Events;
    scheduler.send(producer, range(0, 10));
    scheduler.send(producer, range(10, 3));
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.asks(producer), Counts{10});
    QCOMPARE(scheduler.inlet(producer).handled, 0);
    QCOMPARE(scheduler.inlet(producer).lost, 13);
    QCOMPARE(scheduler.figures(consumer).lost, 13);
    verify(scheduler);
}

void TestStageRunnerEnds::sendsTheResultsOfWhatItHandledBeforeItCrashed()
{
    Scheduler scheduler;
    const StageId middle =
        scheduler.addMiddle(Middle::Work::Copies, {.workTime = std::chrono::nanoseconds(1)});
    const auto upstream = scheduler.playProducer(middle, {.maxDemand = 10, .minDemand = 0});
    const auto downstream = scheduler.playConsumer(middle);
    scheduler.probe(middle).faultAfter = 4;
    scheduler.probe(middle).fault = Probe::Fault::Events;
    scheduler.ask(downstream, 10);
    scheduler.send(upstream, range(0, 10));
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.inlet(upstream).handled, 4);
    QCOMPARE(scheduler.inlet(upstream).lost, 6);
    QCOMPARE(scheduler.received(downstream), (std::vector<Numbers>{range(0, 4)}));
    verify(scheduler);
}

void TestStageRunnerEnds::accountsForWhatItHadWhenItLeft_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<int>("handled");
    QTest::addColumn<int>("lost");
    QTest::newRow("inbound") << 0 << false << 0 << 10;
    QTest::newRow("at the closed gate") << 5 << true << 0 << 10;
    QTest::newRow("in the output buffer") << 4 << false << 10 << 6;
    QTest::newRow("nothing") << 10 << false << 10 << 0;
}

void TestStageRunnerEnds::accountsForWhatItHadWhenItLeft()
{
    QFETCH(int, asked);
    QFETCH(bool, paused);
    QFETCH(int, handled);
    QFETCH(int, lost);
    Scheduler scheduler;
    const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
    const auto upstream = scheduler.playProducer(middle, {.maxDemand = 10});
    const auto downstream = scheduler.playConsumer(middle);
    if (paused)
        scheduler.pause(middle);
    if (asked > 0)
        scheduler.ask(downstream, asked);
    QVERIFY(scheduler.run());
    scheduler.send(upstream, range(0, 10));
    QVERIFY(scheduler.run());
    scheduler.leave(middle);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.reason(middle), std::optional(StopReason::shutdown()));
    const StageFigures figures = scheduler.figures(middle);
    QCOMPARE(figures.arrived, 10);
    QCOMPARE(figures.handled, handled);
    QCOMPARE(figures.lost, lost);
    QCOMPARE(figures.sent, paused ? 0 : asked);
    QCOMPARE(figures.buffered + figures.inbound + figures.held, 0);
    QCOMPARE(scheduler.inlet(upstream).lost, 10 - handled);
    verify(scheduler);
    QCOMPARE(scheduler.figures(middle).state, StageState::Stopped);
}

void TestStageRunnerEnds::refusesSubscriptionsWhenItHasStopped()
{
    forEachSeed(
        [](Random &random) {
            Scheduler scheduler(random.seed());
            const StageId counter = scheduler.addProducer({.total = 0});
            const StageId first = scheduler.addConsumer();
            scheduler.subscribe(first, counter);
            QVERIFY(scheduler.run());
            QVERIFY(scheduler.reason(counter).has_value());
            const StageId late = scheduler.addConsumer();
            const StageId tolerant = scheduler.addConsumer();
            scheduler.subscribe(late, counter);
            scheduler.subscribe(tolerant, counter, {.cancel = CancelMode::Temporary});
            scheduler.leave(tolerant); // and somebody is always too late
            scheduler.subscribe(tolerant, counter);
            QVERIFY(scheduler.run());
            QCOMPARE(scheduler.reason(late),
                     std::optional(StopReason{StopReason::Kind::NoProcess, {}}));
            QCOMPARE(scheduler.reason(tolerant), std::optional(StopReason::shutdown()));
            scheduler.finish();
            QVERIFY2(scheduler.problem().isEmpty(), qPrintable(scheduler.problem()));
        },
        orders);
}

void TestStageRunnerEnds::acceptsEventsUntilTheCancellationIsConfirmed()
{
    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer();
    const auto producer = scheduler.playProducer(consumer, {.maxDemand = 10, .minDemand = 5});
    QVERIFY(scheduler.run());
    scheduler.cancel(producer);
    scheduler.send(producer, range(0, 10));
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.probe(consumer).events(), range(0, 10));
    QCOMPARE(scheduler.asks(producer), Counts{10}); // it does not ask for more
    QCOMPARE(scheduler.inlet(producer).pending, 0);
    scheduler.sayGoodbyeAsProducer(producer, StopReason::normal());
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.reason(consumer), std::optional(StopReason::normal()));
    verify(scheduler);
}

SLUICE_TEST(TestStageRunnerEnds)

} // namespace tst_stagerunnerends

#include "tst_stagerunnerends.moc"
