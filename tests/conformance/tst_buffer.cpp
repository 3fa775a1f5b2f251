// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// The output buffer: semantics §10.

#include "tests/conformance/rig.h"

namespace tst_buffer {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const SubscriptionOptions fourZero{.maxDemand = 4, .minDemand = 0};
const SubscriptionOptions fiveZero{.maxDemand = 5, .minDemand = 0};

/// A producer that emits when it is told, keeps the first five and tells of discards if \a tells.
StageId discarding(Rig &rig, bool tells)
{
    Script script;
    script.demand = [](EventCount) { return std::vector<Integer>(); };
    script.discarded = [tells](EventCount) { return tells; };
    return rig.producer(u"p"_s, script, buffering(5, BufferKeep::First));
}

} // namespace

class TestBuffer : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs024_storesEventsWithoutDemand();
    void gs025_keepsTheFirstAndReportsOnce();
    void gs026_keepsTheLast();
    void gs027_anUnlimitedBufferLosesNothing();
    void gs028_tellsTheCallbackOnceForEachStore();
    void gs029_aStageMayReportDiscards();
    void gs030_aStageMayKeepDiscardsToItself();
    void gs031_tellsHowManyAreBuffered();
    void ref06_aBufferOfNoneDiscardsWhatCannotBePlaced();
    void theBufferedCountIsThatOfTheBufferAlone();
};

void TestBuffer::gs024_storesEventsWithoutDemand()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        rig.cast(p, u"emit 100 101 102"_s);
        rig.cast(p, u"emit 103 104"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.runUntil(u"c events"_s, 4),
                 lines("c events 100..103", "c events 104", "c events 0..2", "c events 3..6"));
    });
}

void TestBuffer::gs025_keepsTheFirstAndReportsOnce()
{
    inEveryOrder([](Rig &rig) { // BAD-13
        const StageId p = rig.silent(u"p"_s, buffering(5, BufferKeep::First));
        rig.cast(p, u"emit 0 1 2 3 4"_s);
        rig.cast(p, u"emit 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        const auto notes = rig.scheduler.notes(p);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE(notes.front().kind, StageNote::Kind::Discarded);
        QCOMPARE_EQ(notes.front().times, 1);
        QCOMPARE_EQ(notes.front().count, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3", "c events 4"));
        QVERIFY(rig.scheduler.notes(p).empty());
    });
}

void TestBuffer::gs026_keepsTheLast()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(5, BufferKeep::Last));
        rig.cast(p, u"emit 0 1 2 3 4"_s);
        rig.cast(p, u"emit 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        const auto notes = rig.scheduler.notes(p);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE_EQ(notes.front().count, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 3..6", "c events 7"));
    });
}

void TestBuffer::gs027_anUnlimitedBufferLosesNothing()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(std::nullopt, BufferKeep::Last));
        rig.cast(p, u"emit 0 1 2 3 4"_s);
        rig.cast(p, u"emit 5 6 7"_s);
        std::ignore = rig.run();
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3", "c events 4..7"));
    });
}

void TestBuffer::gs028_tellsTheCallbackOnceForEachStore()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = discarding(rig, false);
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        rig.cast(p, u"emit 8 9"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 2"));
        QCOMPARE_EQ(rig.scheduler.figures(p).discarded, 5);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..3", "c events 4"));
        QCOMPARE(done.filter(u"discarded"_s), QStringList());
        QVERIFY(rig.scheduler.notes(p).empty());
    });
}

void TestBuffer::gs029_aStageMayReportDiscards()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = discarding(rig, true);
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        const auto once = rig.scheduler.notes(p);
        QCOMPARE_EQ(once.size(), 1U);
        QCOMPARE(once.front().kind, StageNote::Kind::Discarded);
        QCOMPARE_EQ(once.front().count, 3);
        rig.cast(p, u"emit 8 9"_s);
        rig.cast(p, u"emit 10"_s);
        std::ignore = rig.run();
        const auto again = rig.scheduler.notes(p); // added up until they are read
        QCOMPARE_EQ(again.size(), 1U);
        QCOMPARE_EQ(again.front().times, 2);
        QCOMPARE_EQ(again.front().count, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fiveZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..4"));
        QVERIFY(rig.scheduler.notes(p).empty());
    });
}

void TestBuffer::gs030_aStageMayKeepDiscardsToItself()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = discarding(rig, false);
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        QVERIFY(rig.scheduler.notes(p).empty());
        QCOMPARE_EQ(rig.scheduler.figures(p).discarded, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fiveZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..4"));
        QVERIFY(rig.scheduler.notes(p).empty());
    });
}

void TestBuffer::gs031_tellsHowManyAreBuffered()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(std::nullopt, BufferKeep::Last));
        const auto count = [&] { return rig.answer(p, StageMessage::Kind::BufferedCount).toInt(); };
        rig.cast(p, u"emit 0 1 2 3 4"_s);
        QCOMPARE_EQ(count(), 5);
        rig.cast(p, u"emit 5 6 7"_s);
        QCOMPARE_EQ(count(), 8);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3", "c events 4..7"));
        QCOMPARE_EQ(count(), 0);
    });
}

void TestBuffer::ref06_aBufferOfNoneDiscardsWhatCannotBePlaced()
{
    inEveryOrder([](Rig &rig) { // GX-20
        const StageId p = rig.silent(u"p"_s, buffering(0, BufferKeep::Last));
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3 4 5"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..3"));
        QCOMPARE(done.filter(u"p discarded"_s), lines("p discarded 2"));
    });
}

void TestBuffer::theBufferedCountIsThatOfTheBufferAlone()
{
    inEveryOrder([](Rig &rig) { // §10, BAD-11
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1 2"_s);
        rig.sendInfo(p, u"x"_s); // counts for nothing, REF-9
        std::ignore = rig.run();
        QCOMPARE_EQ(rig.answer(p, StageMessage::Kind::BufferedCount).toInt(), 3);
        const StageId c = rig.consumer(u"c"_s);
        const auto future = rig.scheduler.call(c, {.kind = StageMessage::Kind::BufferedCount});
        std::ignore = rig.run();
        QCOMPARE(future.result().error, CallError::WrongRole);
    });
}

SLUICE_TEST(TestBuffer)

} // namespace tst_buffer

#include "tst_buffer.moc"
