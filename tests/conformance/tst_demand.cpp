// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How demand goes up and events come down: semantics §6, §7, §8, §13.

#include "tests/conformance/rig.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

class TestDemand : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cutsMessagesIntoSlices_data();
    void cutsMessagesIntoSlices();
    void gs009_aDoublerPassesOnWhatItsConsumerCanTake();
    void gs012_aDoublerAsksAgainAfterLargeSlices();
    void gs013_aStageThatEmitsLaterIsHeldBackToo();
    void gs014_aStageThatDropsEverythingKeepsPulling();
    void gs056_withManualDemandNothingComesUnasked();
    void gs056_manualDemandAddsUpAndMessagesAreNotCut();
    void gx01_ref01_aThirdMessageIsNotCutAtTheThreshold();
    void gx02_anEagerProducerIsToldIncrements();
    void gx03_excessIsHandledAndCounted();
    void gx05_aMiddleStageWaitsForDemandFromBelow();
    void gx06_queuedEventsAreDeliveredBeforeTheEnd();
    void gx07_ref10_aMiddleStageSendsItsBufferBeforeItStops();
    void gx15_whatFollowsAStopInAMessageIsLost();
    void gx16_unmetDemandOfTheDeadServesTheNext();
    void gx18_demandIsKeptForEachProducerApart();
    void gx23_ref21_nothingIsHandledForTheDead();
    void aProducerThatForgetsDemandIsNotAskedAgain();
    void unsolicitedEventsAreBufferedAndServedFirst();
    void askingForLessThanOneEventIsAnError();
};

void TestDemand::cutsMessagesIntoSlices_data()
{
    QTest::addColumn<EventCount>("maximum");
    QTest::addColumn<EventCount>("minimum");
    QTest::addColumn<QStringList>("slices");

    QTest::newRow("GS-002 default")
        << EventCount(1000) << EventCount(500) << lines("c events 0..499", "c events 500..999");
    QTest::newRow("GS-003 100/80")
        << EventCount(100) << EventCount(80)
        << lines("c events 0..19", "c events 20..39", "c events 40..59", "c events 60..79");
    QTest::newRow("GS-005 1/0") << EventCount(1) << EventCount(0)
                                << lines("c events 0", "c events 1", "c events 2");
    QTest::newRow("GX-04 3, default minimum")
        << EventCount(3) << EventCount(1) << lines("c events 0 1", "c events 2");
}

void TestDemand::cutsMessagesIntoSlices()
{
    QFETCH(EventCount, maximum);
    QFETCH(EventCount, minimum);
    QFETCH(QStringList, slices);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = maximum, .minDemand = minimum});
        QCOMPARE(rig.runUntil(u"c events"_s, slices.size()), slices);
    });
}

void TestDemand::gs009_aDoublerPassesOnWhatItsConsumerCanTake()
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

void TestDemand::gs012_aDoublerAsksAgainAfterLargeSlices()
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

void TestDemand::gs013_aStageThatEmitsLaterIsHeldBackToo()
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

void TestDemand::gs014_aStageThatDropsEverythingKeepsPulling()
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

void TestDemand::gs056_withManualDemandNothingComesUnasked()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        rig.cast(c, u"ask 50"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..49"));
        rig.cast(c, u"ask 50"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 50..99"));
    });
}

void TestDemand::gs056_manualDemandAddsUpAndMessagesAreNotCut()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.manual(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p, {.maxDemand = 4, .minDemand = 2});
        rig.cast(c, u"ask 3"_s);
        rig.cast(c, u"ask 5"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.inlet(id).pending, 8);
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..7"));
        QCOMPARE_EQ(rig.scheduler.inlet(id).pending, 0);
        QCOMPARE_EQ(rig.scheduler.inlet(id).excess, 0);
    });
}

void TestDemand::gx01_ref01_aThirdMessageIsNotCutAtTheThreshold()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.maxDemand = 1000, .minDemand = 750});
        for (int i = 0; i < 6; ++i) {
            std::vector<Integer> hundred(100);
            std::iota(hundred.begin(), hundred.end(), 100 * i);
            rig.scheduler.send(id, hundred);
        }
        QCOMPARE(rig.run(u"c events"_s),
                 lines("c events 0..99", "c events 100..199", "c events 200..299",
                       "c events 300..399", "c events 400..499", "c events 500..599"));
        QCOMPARE(rig.scheduler.asks(id), (std::vector<EventCount>{1000, 300, 300}));
    });
}

void TestDemand::gx02_anEagerProducerIsToldIncrements()
{
    inEveryOrder([](Rig &rig) {
        Script eager;
        auto next = std::make_shared<Integer>(0);
        eager.demand = [next](EventCount) {
            std::vector<Integer> many(850);
            std::iota(many.begin(), many.end(), *next);
            *next += 850;
            return many;
        };
        const StageId p = rig.producer(u"p"_s, eager);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(
            rig.runUntil(u"p demand"_s, 5),
            lines("p demand 1000", "p demand 500", "p demand 650", "p demand 650", "p demand 650"));
        QList<qlonglong> sizes;
        for (const QString &line : rig.runUntil(u"c events"_s, 8)) {
            const QStringList ends = line.mid(9).split(u".."_s);
            sizes.append(ends.last().toLongLong() - ends.first().toLongLong() + 1);
        }
        QCOMPARE(sizes, (QList<qlonglong>{500, 350, 500, 150, 200, 500, 150, 200}));
    });
}

void TestDemand::gx03_excessIsHandledAndCounted()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.maxDemand = 10, .minDemand = 5});
        rig.scheduler.send(id, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        QCOMPARE(rig.run(u"c events"_s),
                 lines("c events 0..4", "c events 5..9", "c events 10..12"));
        QCOMPARE(rig.scheduler.asks(id), (std::vector<EventCount>{10, 5, 5}));
        const auto notes = rig.scheduler.notes(c);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE(notes.front().kind, StageNote::Kind::Excess);
        QCOMPARE_EQ(notes.front().count, 3);
    });
}

void TestDemand::gx05_aMiddleStageWaitsForDemandFromBelow()
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

void TestDemand::gx06_queuedEventsAreDeliveredBeforeTheEnd()
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

void TestDemand::gx07_ref10_aMiddleStageSendsItsBufferBeforeItStops()
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

void TestDemand::gx15_whatFollowsAStopInAMessageIsLost()
{
    inEveryOrder([](Rig &rig) {
        Script stops;
        stops.events = [](auto, StageContext &stage) {
            stage.stop(StopReason::normal());
            return std::vector<Integer>();
        };
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s, stops);
        const auto id = rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 5});
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8 9"_s);
        QCOMPARE(rig.run(u"c"_s), lines("c events 0..4", "c terminate normal"));
        QCOMPARE(rig.scheduler.asks(id), std::vector<EventCount>{10});
        QCOMPARE_EQ(rig.scheduler.inlet(id).lost, 5);
        rig.cast(p, u"emit 10 11"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 2);
    });
}

void TestDemand::gx16_unmetDemandOfTheDeadServesTheNext()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 0});
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3"_s);
        std::ignore = rig.run();
        rig.cast(c, u"throw killed"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 4 5"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 2);
        const StageId d = rig.consumer(u"d"_s);
        rig.scheduler.subscribe(d, p, {.maxDemand = 10, .minDemand = 0});
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"d events"_s), lines("d events 4 5"));
        QCOMPARE(done.filter(u"p demand"_s), lines("p demand 4"));
    });
}

void TestDemand::gx18_demandIsKeptForEachProducerApart()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto one = rig.scheduler.playProducer(c, {.maxDemand = 4, .minDemand = 2});
        const auto two = rig.scheduler.playProducer(c, {.maxDemand = 6, .minDemand = 3});
        rig.scheduler.send(one, {0, 1, 2, 3});
        rig.scheduler.send(two, {10, 11, 12, 13, 14, 15});
        QCOMPARE(rig.run(u"c events"_s),
                 lines("c events 0 1", "c events 2 3", "c events 10..12", "c events 13..15"));
        QCOMPARE(rig.scheduler.asks(one), (std::vector<EventCount>{4, 2, 2}));
        QCOMPARE(rig.scheduler.asks(two), (std::vector<EventCount>{6, 3, 3}));
    });
}

void TestDemand::gx23_ref21_nothingIsHandledForTheDead()
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

void TestDemand::aProducerThatForgetsDemandIsNotAskedAgain()
{
    inEveryOrder([](Rig &rig) { // §8: told once
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 5});
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 10"));
        rig.cast(p, u"emit 0 1 2"_s);
        QCOMPARE(rig.run(u"p demand"_s), QStringList());
        rig.cast(p, u"emit 3 4 5"_s);
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 6"));
    });
}

void TestDemand::unsolicitedEventsAreBufferedAndServedFirst()
{
    inEveryOrder([](Rig &rig) { // §8, INV-16
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1 2"_s);
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 10, .minDemand = 0});
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"p demand"_s), lines("p demand 7"));
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..2"));
    });
}

void TestDemand::askingForLessThanOneEventIsAnError()
{
    inEveryOrder([](Rig &rig) { // §5
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask -3"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.hasCrashed(c));
        QCOMPARE(QString::fromStdString(rig.scheduler.reason(c)->text),
                 u"a demand of -3 cannot be asked for; it has to be at least 1"_s);
    });
}

SLUICE_TEST_MAIN(TestDemand)
#include "tst_demand.moc"
