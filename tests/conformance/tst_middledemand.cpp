// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How demand goes through a stage in the middle, and events come back: semantics §13.

#include "tests/conformance/rig.h"

namespace tst_middledemand {

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

/// A counter, a doubler that asks for 100 at most and a consumer 100/50.
void doubling(Rig &rig, EventCount minimum, bool downstreamFirst)
{
    const StageId p = rig.producer(u"p"_s);
    const StageId m = rig.middle(u"m"_s);
    const StageId c = rig.consumer(u"c"_s);
    if (downstreamFirst)
        rig.scheduler.subscribe(c, m, {.maxDemand = 100, .minDemand = 50});
    rig.scheduler.subscribe(m, p, {.maxDemand = 100, .minDemand = minimum});
    if (!downstreamFirst)
        rig.scheduler.subscribe(c, m, {.maxDemand = 100, .minDemand = 50});
}

/// The line of a consumer that handles \a first to \a last, each twice.
QString twice(Integer first, Integer last)
{
    QString line = u"c events"_s;
    for (Integer i = first; i <= last; ++i)
        line += u" %1 %1"_s.arg(i);
    return line;
}

} // namespace

class TestMiddleDemand : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs009_gs011_aDoublerPassesOnWhatItsConsumerCanTake_data();
    void gs009_gs011_aDoublerPassesOnWhatItsConsumerCanTake();
    void gs010_gs012_aDoublerAsksAgainAfterLargeSlices_data();
    void gs010_gs012_aDoublerAsksAgainAfterLargeSlices();
    void gs013_aStageThatEmitsLaterIsHeldBackToo();
    void gs014_aStageThatDropsEverythingKeepsPulling();
    void gs016_aSilentConsumerHoldsABroadcastingMiddleStageBack();
    void gs017_whatAnEndedProducerSentIsHandledInOnePiece();
    void gx05_aMiddleStageWaitsForDemandFromBelow();
    void gx06_queuedEventsAreDeliveredBeforeTheEnd();
    void gx07_ref10_aMiddleStageSendsItsBufferBeforeItStops();
    void gx23_ref21_nothingIsHandledForTheDead();
};

void TestMiddleDemand::gs009_gs011_aDoublerPassesOnWhatItsConsumerCanTake_data()
{
    QTest::addColumn<bool>("downstreamFirst");

    QTest::newRow("GS-009 upstream first") << false;
    QTest::newRow("GS-011 downstream first") << true;
}

void TestMiddleDemand::gs009_gs011_aDoublerPassesOnWhatItsConsumerCanTake()
{
    QFETCH(bool, downstreamFirst);
    inEveryOrder([&](Rig &rig) {
        doubling(rig, 80, downstreamFirst);
        std::ignore = rig.runUntil(u"c events"_s, 12);
        const QStringList handled = rig.journal->lines(u"m events"_s);
        QCOMPARE_GE(handled.size(), 6);
        for (qsizetype i = 0; i < handled.size(); ++i) // 100..119 among them
            QCOMPARE(handled[i], u"m events %1..%2"_s.arg(20 * i).arg(20 * i + 19));
        const QStringList doubled = rig.journal->lines(u"c events"_s);
        QCOMPARE(doubled.first(2), QStringList({twice(0, 19), twice(20, 39)}));
        Integer next = 0;
        for (const QString &line : doubled) { // every event twice, in order, at most 50 at a time
            const QStringList words = line.split(u' ').mid(2);
            QCOMPARE_LE(words.size(), 50);
            for (const QString &word : words)
                QCOMPARE_EQ(word.toLongLong(), next++ / 2);
        }
    });
}

void TestMiddleDemand::gs010_gs012_aDoublerAsksAgainAfterLargeSlices_data()
{
    QTest::addColumn<bool>("downstreamFirst");

    QTest::newRow("GS-010 upstream first") << false;
    QTest::newRow("GS-012 downstream first") << true;
}

void TestMiddleDemand::gs010_gs012_aDoublerAsksAgainAfterLargeSlices()
{
    // 100 events are cut into 80 and 20, and become 200 before anything else happens. 100 of them
    // fill the demand and are cut in two; what is asked after each half is 50, and comes out of the
    // buffer. Only then is the next message started: the 80 that were asked for after the first 80.
    QFETCH(bool, downstreamFirst);
    inEveryOrder([&](Rig &rig) {
        doubling(rig, 20, downstreamFirst);
        QCOMPARE(rig.runUntil(u"m events"_s, 3),
                 lines("m events 0..79", "m events 80..99", "m events 100..179"));
        QCOMPARE(rig.runUntil(u"c events"_s, 4),
                 QStringList({twice(0, 24), twice(25, 49), twice(50, 74), twice(75, 99)}));
    });
}

void TestMiddleDemand::gs013_aStageThatEmitsLaterIsHeldBackToo()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        Script later; // GenStage's postponer
        auto waiting = std::make_shared<std::deque<std::vector<Integer>>>();
        later.events = [waiting](std::span<const Integer> events, StageContext &stage) {
            waiting->emplace_back(events.begin(), events.end());
            stage.post(u"now"_s);
            return std::vector<Integer>();
        };
        later.info = [waiting](const QString &, StageContext &stage) {
            stage.emitBatch(Batch::of(std::move(waiting->front())));
            waiting->pop_front();
        };
        const StageId m = rig.middle(u"m"_s, later);
        const StageId c = rig.manual(u"c"_s); // asks for ten once, as a sleeper does
        rig.scheduler.subscribe(m, p, {.maxDemand = 10, .minDemand = 8});
        rig.scheduler.subscribe(c, m);
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        rig.cast(c, u"ask 10"_s);
        const QStringList done = rig.run();
        QCOMPARE(
            done.filter(u"m events"_s),
            lines("m events 0 1", "m events 2 3", "m events 4 5", "m events 6 7", "m events 8 9"));
        QCOMPARE(
            done.filter(u"c events"_s),
            lines("c events 0 1", "c events 2 3", "c events 4 5", "c events 6 7", "c events 8 9"));
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

void TestMiddleDemand::gs016_aSilentConsumerHoldsABroadcastingMiddleStageBack()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        StageOptions broadcasting;
        broadcasting.dispatcher = BroadcastDispatcherOptions();
        const StageId m = rig.middle(u"m"_s, {}, broadcasting);
        const auto silent = rig.scheduler.playConsumer(m);
        rig.scheduler.subscribe(m, p);
        rig.scheduler.subscribe(rig.consumer(u"one"_s), m, {.maxDemand = 10, .minDemand = 0});
        rig.scheduler.subscribe(rig.consumer(u"two"_s), m, {.maxDemand = 20, .minDemand = 0});
        QCOMPARE(rig.run().filter(u"events"_s), QStringList());
        rig.scheduler.sayGoodbyeAsConsumer(silent, StopReason::failed("killed"));
        for (const auto *name : {"one", "two"}) {
            const QString start = QString::fromLatin1(name) + u" events"_s;
            const QStringList handled = rig.runUntil(start, 41);
            QCOMPARE(handled.first(), start + u" 0 0 1 1 2 2 3 3 4 4"_s);
            QCOMPARE(handled.last(), start + u" 200 200 201 201 202 202 203 203 204 204"_s);
        }
    });
}

void TestMiddleDemand::gs017_whatAnEndedProducerSentIsHandledInOnePiece()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        const auto up = rig.scheduler.subscribe(
            m, p, {.maxDemand = 100, .minDemand = 50, .cancel = CancelMode::Temporary});
        std::ignore = rig.run();
        rig.scheduler.cancel(p, up, StopReason::failed("done"));
        QCOMPARE(rig.run(u"m "_s), QStringList()); // behind what it has received
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, m, {.maxDemand = 100, .minDemand = 50});
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"m events"_s), lines("m events 0..99"));
        QCOMPARE(done.filter(u"c events"_s),
                 QStringList({twice(0, 24), twice(25, 49), twice(50, 74), twice(75, 99)}));
        const QString ended = u"m cancel done %1"_s.arg(up.value);
        QCOMPARE(done.filter(u"m cancel"_s), QStringList(ended));
        QCOMPARE_LT(done.indexOf(u"m events 0..99"_s), done.indexOf(ended));
        QVERIFY(!rig.scheduler.reason(m));
    });
}

void TestMiddleDemand::gx05_aMiddleStageWaitsForDemandFromBelow()
{
    inEveryOrder([](Rig &rig) { // the trace at the end of §13
        const StageId m = rig.middle(u"m"_s, passing());
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
        const qsizetype ended = done.indexOf(u"m cancel normal %1"_s.arg(up.value));
        const qsizetype handled = done.indexOf(u"m events 0..9"_s);
        QVERIFY(handled >= 0 && handled < ended);
        QCOMPARE_LT(ended, done.indexOf(u"m terminate normal"_s));
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

SLUICE_TEST(TestMiddleDemand)

} // namespace tst_middledemand

#include "tst_middledemand.moc"
