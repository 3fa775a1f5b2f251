// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// What a stage finds in itself when it is asked.

#include "core/stage/stagerunner.h"
#include "tests/support/scheduler.h"

namespace tst_examination {

using namespace sluice;
using namespace sluice::test;

namespace {

std::vector<std::string> texts(Integer first, int count)
{
    std::vector<std::string> list;
    for (Integer number = first; number < first + count; ++number)
        list.push_back(std::to_string(number));
    return list;
}

} // namespace

class TestExamination : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsBothEndsOfWhatWaits();
    void measuresFromTheFirstTimeOnUntilItEnds();
    void measuresEachEventThatTakesTime();
    void isAnsweredBetweenTwoEventsThatTakeTime();
    void measuresAProducerThatTakesTime();
    void isNotAnsweredAfterTheEnd();
};

void TestExamination::showsBothEndsOfWhatWaits()
{
    Scheduler scheduler;
    const StageId middle = scheduler.addMiddle(Middle::Work::Copies);
    const auto upstream = scheduler.playProducer(middle);
    const auto downstream = scheduler.playConsumer(middle);
    scheduler.ask(downstream, 10);
    scheduler.send(upstream, range(0, 100)); // 10 go out, 90 are kept
    scheduler.send(upstream, range(100, 30));
    QVERIFY(scheduler.run());
    scheduler.examine(middle);
    QVERIFY(scheduler.run());
    const auto found = scheduler.examination(middle);
    QVERIFY(found);
    QCOMPARE(found->buffer.count, scheduler.figures(middle).buffered);
    QCOMPARE(found->buffer.count, 90);
    QCOMPARE(found->buffer.oldest, texts(10, 20));
    QCOMPARE(found->buffer.newest, texts(80, 20));
    QCOMPARE(found->inbound.count, 30);
    QCOMPARE(found->inbound.oldest, texts(100, 20));
    QCOMPARE(found->inbound.newest, texts(120, 10));
    scheduler.finish();
    verify(scheduler);
}

void TestExamination::measuresFromTheFirstTimeOnUntilItEnds()
{
    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer();
    const auto upstream = scheduler.playProducer(consumer);
    scheduler.send(upstream, range(0, 7));
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    scheduler.send(upstream, range(7, 5));
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.probe(consumer).handled.load(), 12);
    QCOMPARE(scheduler.examination(consumer)->time.events, 5);
    const std::int64_t sinceNs = scheduler.examination(consumer)->measuredSinceNs;
    scheduler.endExamination(consumer);
    scheduler.send(upstream, range(12, 3));
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    QCOMPARE(scheduler.examination(consumer)->time.events, 0);
    QVERIFY(scheduler.examination(consumer)->measuredSinceNs > sinceNs);
    scheduler.finish();
    verify(scheduler);
}

void TestExamination::measuresEachEventThatTakesTime()
{
    constexpr std::int64_t workNs = 2'000'000;
    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer({.workTime = std::chrono::nanoseconds(workNs)});
    const auto upstream = scheduler.playProducer(consumer);
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    scheduler.send(upstream, range(0, 5));
    QVERIFY(scheduler.run());
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    const TimeFigures time = scheduler.examination(consumer)->time;
    QCOMPARE(time.events, 5);
    QVERIFY(time.shortestNs >= workNs);
    QVERIFY(time.shortestNs <= time.medianNs && time.medianNs <= time.most99Ns);
    QVERIFY(time.most99Ns <= time.longestNs);
    const std::int64_t busyNs = scheduler.figures(consumer).stateNs[0];
    QVERIFY2(5 * time.shortestNs <= busyNs, qPrintable(QString::number(busyNs)));
    scheduler.finish();
    verify(scheduler);
}

void TestExamination::isAnsweredBetweenTwoEventsThatTakeTime()
{
    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer({.workTime = std::chrono::nanoseconds(1)});
    const auto upstream = scheduler.playProducer(consumer);
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    int events = 0;
    EventCount measured = -1;
    scheduler.probe(consumer).onHandled = [&](const From &, auto) {
        if (++events == 4)
            scheduler.examine(consumer); // its command waits behind the message of ten
        else if (events == 6)
            measured = scheduler.examination(consumer)->time.events;
    };
    scheduler.send(upstream, range(0, 10));
    QVERIFY(scheduler.run());
    QCOMPARE(events, 10);
    QCOMPARE(measured, 4);
    QCOMPARE(scheduler.examination(consumer)->time.events, 4); // asked once, answered once
    scheduler.finish();
    verify(scheduler);
}

void TestExamination::measuresAProducerThatTakesTime()
{
    constexpr std::int64_t workNs = 2'000'000;
    Scheduler scheduler;
    const StageId producer =
        scheduler.addProducer({}, {.workTime = std::chrono::nanoseconds(workNs)});
    scheduler.examine(producer);
    QVERIFY(scheduler.run());
    const auto downstream = scheduler.playConsumer(producer);
    scheduler.ask(downstream, 5);
    QVERIFY(scheduler.runUntil([&] { return scheduler.figures(producer).emitted == 5; }));
    scheduler.examine(producer);
    QVERIFY(scheduler.run());
    const TimeFigures time = scheduler.examination(producer)->time;
    QCOMPARE(time.events, 5);
    QVERIFY(time.shortestNs >= workNs);
    scheduler.finish();
    verify(scheduler);
}

void TestExamination::isNotAnsweredAfterTheEnd()
{
    Scheduler scheduler;
    const StageId consumer = scheduler.addConsumer();
    scheduler.leave(consumer);
    scheduler.examine(consumer);
    QVERIFY(scheduler.run());
    QVERIFY(!scheduler.examination(consumer));
    scheduler.finish();
    verify(scheduler);
}

SLUICE_TEST(TestExamination)

} // namespace tst_examination

#include "tst_examination.moc"
