// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How demand goes through a stage in the middle, and events come back: semantics §13.

#include "tests/conformance/rig.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

Script passing()
{
    Script script;
    script.events = [](std::span<const Integer> events, auto &) {
        return std::vector<Integer>(events.begin(), events.end());
    };
    return script;
}

} // namespace

class TestMiddleDemand : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs009_aDoublerPassesOnWhatItsConsumerCanTake();
    void gs012_aDoublerAsksAgainAfterLargeSlices();
    void gs013_aStageThatEmitsLaterIsHeldBackToo();
    void gs014_aStageThatDropsEverythingKeepsPulling();
    void gx05_aMiddleStageWaitsForDemandFromBelow();
    void gx06_queuedEventsAreDeliveredBeforeTheEnd();
    void gx07_ref10_aMiddleStageSendsItsBufferBeforeItStops();
    void gx23_ref21_nothingIsHandledForTheDead();
};

void TestMiddleDemand::gs009_aDoublerPassesOnWhatItsConsumerCanTake()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, m,
                                {.maxDemand = 100, .minDemand = 50}); // GS-011: that one first
        rig.scheduler.subscribe(m, p, {.maxDemand = 100, .minDemand = 80});
        std::ignore = rig.runUntil(u"c events"_s, 12);
        const QStringList handled = rig.journal->lines(u"m events"_s);
        QCOMPARE(handled.first(2), lines("m events 0..19", "m events 20..39"));
        const QStringList doubled = rig.journal->lines(u"c events"_s);
        QVERIFY(doubled.first().startsWith(u"c events 0 0 1 1"_s));
        QCOMPARE_EQ(doubled.first().split(u' ').size(), 2 + 40);
        Integer next = 0;
        for (const QString &line : doubled) { // every event twice, in order, at most 50 at a time
            const QStringList words = line.split(u' ').mid(2);
            QCOMPARE_LE(words.size(), 50);
            for (const QString &word : words)
                QCOMPARE_EQ(word.toLongLong(), next++ / 2);
        }
    });
}

void TestMiddleDemand::gs012_aDoublerAsksAgainAfterLargeSlices()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, m, {.maxDemand = 100, .minDemand = 50});
        rig.scheduler.subscribe(m, p, {.maxDemand = 100, .minDemand = 20});
        QCOMPARE(rig.runUntil(u"m events"_s, 2), lines("m events 0..79", "m events 80..99"));
        // 160 events of the first slice fill a demand of 100, cut in two.
        const QStringList doubled = rig.runUntil(u"c events"_s, 2);
        QVERIFY(doubled[0].startsWith(u"c events 0 0 1 1"_s) && doubled[0].endsWith(u"24 24"_s));
        QVERIFY(doubled[1].startsWith(u"c events 25 25"_s) && doubled[1].endsWith(u"49 49"_s));
    });
}

void TestMiddleDemand::gs013_aStageThatEmitsLaterIsHeldBackToo()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        Script later; // GenStage's postponer
        auto waiting = std::make_shared<std::vector<Integer>>();
        later.events = [waiting](std::span<const Integer> events, StageContext &stage) {
            waiting->assign(events.begin(), events.end());
            stage.post(u"now"_s);
            return std::vector<Integer>();
        };
        later.info = [waiting](const QString &, StageContext &stage) {
            stage.emitBatch(Batch::of(std::exchange(*waiting, {})));
        };
        const StageId m = rig.middle(u"m"_s, later);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(m, p, {.maxDemand = 10, .minDemand = 0});
        rig.scheduler.subscribe(c, m);
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        rig.cast(c, u"ask 10"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..9"));
        // At most one message is started before the first has come out again.
        QCOMPARE_LE(done.filter(u"m events"_s).size(), 2);
    });
}

void TestMiddleDemand::gs014_aStageThatDropsEverythingKeepsPulling()
{
    inEveryOrder([](Rig &rig) {
        Script drops;
        drops.events = [](auto, auto &) { return std::vector<Integer>(); };
        const StageId p = rig.producer(u"p"_s);
        const StageId m = rig.middle(u"m"_s, drops);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(m, p, {.maxDemand = 100, .minDemand = 80});
        rig.scheduler.subscribe(c, m, {.maxDemand = 100, .minDemand = 50});
        const QStringList handled = rig.runUntil(u"m events"_s, 51);
        QCOMPARE(handled.at(0), u"m events 0..19"_s);
        QCOMPARE(handled.at(5), u"m events 100..119"_s);
        QCOMPARE(handled.at(50), u"m events 1000..1019"_s);
    });
}

void TestMiddleDemand::gx05_aMiddleStageWaitsForDemandFromBelow()
{
    inEveryOrder([](Rig &rig) { // the trace at the end of §13
        Script passes;
        passes.events = [](std::span<const Integer> events, auto &) {
            return std::vector<Integer>(events.begin(), events.end());
        };
        const StageId m = rig.middle(u"m"_s, passes);
        const StageId c = rig.manual(u"c"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 10, .minDemand = 5});
        rig.scheduler.subscribe(c, m);
        rig.scheduler.send(up, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        rig.cast(c, u"ask 1"_s);
        QCOMPARE(rig.run().filter(u"events"_s),
                 lines("m events 0..4", "m events 5..9", "c events 0"));
        QCOMPARE(rig.scheduler.asks(up), (std::vector<EventCount>{10, 5, 5}));
        QCOMPARE_EQ(rig.scheduler.figures(m).buffered, 9);
        rig.scheduler.send(up, {10, 11, 12, 13, 14, 15, 16, 17, 18, 19});
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        rig.cast(c, u"ask 9"_s);
        QCOMPARE(rig.run().filter(u"events"_s), lines("c events 1..9"));
        rig.cast(c, u"ask 1"_s);
        QCOMPARE(rig.run().filter(u"events"_s),
                 lines("m events 10..14", "m events 15..19", "c events 10"));
        QCOMPARE_EQ(rig.scheduler.figures(m).buffered, 9);
    });
}

void TestMiddleDemand::gx06_queuedEventsAreDeliveredBeforeTheEnd()
{
    inEveryOrder([](Rig &rig) { // GS-017, INV-29
        const StageId m = rig.middle(u"m"_s, passing());
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 10, .minDemand = 5});
        rig.scheduler.send(up, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        rig.scheduler.sayGoodbyeAsProducer(up, StopReason::normal());
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, m, {.cancel = CancelMode::Temporary});
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..9"));
        QCOMPARE_LT(done.indexOf(u"m events 0..9"_s), done.indexOf(u"m cancel normal 1"_s));
        QVERIFY(rig.journal->contains(u"m terminate normal"_s));
    });
}

void TestMiddleDemand::gx07_ref10_aMiddleStageSendsItsBufferBeforeItStops()
{
    inEveryOrder([](Rig &rig) {
        const StageId m = rig.middle(u"m"_s, passing());
        const StageId c = rig.manual(u"c"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 10, .minDemand = 5});
        rig.scheduler.subscribe(c, m, {.cancel = CancelMode::Temporary});
        rig.scheduler.send(up, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        std::ignore = rig.run();
        rig.cast(c, u"ask 1"_s);
        std::ignore = rig.run();
        rig.scheduler.sayGoodbyeAsProducer(up, StopReason::normal());
        QCOMPARE(rig.run(u"m"_s), QStringList());
        rig.cast(c, u"ask 100"_s);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"c events 1..9"_s));
        QVERIFY(done.contains(u"m terminate normal"_s));
    });
}

void TestMiddleDemand::gx23_ref21_nothingIsHandledForTheDead()
{
    inEveryOrder([](Rig &rig) {
        const StageId m = rig.middle(u"m"_s, passing());
        const StageId c = rig.manual(u"c"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 40, .minDemand = 5});
        rig.scheduler.subscribe(c, m);
        std::ignore = rig.run();
        rig.cast(c, u"ask 10"_s);
        std::ignore = rig.run();
        rig.cast(c, u"throw killed"_s);
        std::ignore = rig.run();
        for (int i = 0; i < 4; ++i)
            rig.scheduler.send(up, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        QCOMPARE_EQ(rig.scheduler.figures(m).buffered, 0);
        QCOMPARE_EQ(rig.scheduler.figures(m).inbound, 40);
    });
}

SLUICE_TEST_MAIN(TestMiddleDemand)
#include "tst_middledemand.moc"
