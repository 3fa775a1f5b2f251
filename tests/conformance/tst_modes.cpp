// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Demand modes, the output buffer and messages that keep their place in it: semantics §9 to §11.

#include "tests/conformance/rig.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

StageOptions accumulating()
{
    StageOptions options;
    options.demand = DemandMode::Accumulate;
    return options;
}

StageOptions buffering(std::optional<EventCount> size, BufferKeep keep)
{
    StageOptions options;
    options.buffer = BufferOptions{size, keep};
    return options;
}

void setMode(Rig &rig, StageId id, DemandMode mode)
{
    rig.scheduler.post(id, {.kind = StageMessage::Kind::SetDemandMode, .mode = mode});
}

QVariant answer(Rig &rig, StageId id, StageMessage::Kind kind)
{
    const auto future = rig.scheduler.call(id, {.kind = kind});
    std::ignore = rig.scheduler.run();
    return future.isFinished() ? future.result().value : QVariant();
}

void sendInfo(Rig &rig, StageId id, const QString &text)
{
    rig.scheduler.post(id, {.kind = StageMessage::Kind::OrderedInfo, .value = text});
}

const SubscriptionOptions fourZero{.maxDemand = 4, .minDemand = 0};

} // namespace

class TestModes : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs018_accumulatedDemandIsServedOnceForwarded();
    void gs020_theModeCanBeSwitchedBeforeAnybodySubscribes();
    void gs021_forwardBeforeAnybodySubscribesIsAsIfNothingHadBeen();
    void gs022_accumulatingTwiceLosesNothing();
    void gs023_inv23_parkedDemandIsNotMerged();
    void inv22_parkedEventsComeInTheOrderTheyWereEmitted();
    void gx12_ref15_anInfoStaysBehindParkedEventsThatAreCounted();
    void ref07_everyRoleAnswersItsMode();
    void onlyProducersAccumulate();
    void gs025_keepsTheFirstAndReportsOnce();
    void gs026_keepsTheLast();
    void gs027_anUnlimitedBufferLosesNothing();
    void gs028_gs029_reportsEachStoreOnce();
    void gs030_aStageMayKeepDiscardsToItself();
    void ref06_aBufferOfNoneDiscardsWhatCannotBePlaced();
    void theBufferedCountIsThatOfTheBufferAlone();
    void gs032_infosReachAConsumerAndAMiddleStageAtOnce();
    void gs035_infosReachAProducerThatBuffersNothing();
    void gs036_anInfoWaitsForTheEventsBeforeIt_data();
    void gs036_anInfoWaitsForTheEventsBeforeIt();
    void gs041_anInfoGoesWithTheEventThatMakesRoom();
    void gs042_infosAtOnePlaceComeInOrder();
    void gx13_ref09_anInfoAtTheEndNeedsNoFurtherDemand();
    void gx22_infosWithBothWaysToKeep();
    void ref19_eventsAfterAnInfoMayComeBeforeIt();
    void aMiddleStageKeepsAnInfoBehindWhatItHasReceived();
    void aFinishedSourceStopsBehindItsBuffer();
};

void TestModes::gs018_accumulatedDemandIsServedOnceForwarded()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        QCOMPARE(answer(rig, p, StageMessage::Kind::DemandModeOf).toString(), u"accumulate"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, {.maxDemand = 4, .minDemand = 3});
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        setMode(rig, p, DemandMode::Forward);
        QCOMPARE(rig.runUntil(u"c events"_s, 2), lines("c events 0", "c events 1"));
    });
}

void TestModes::gs020_theModeCanBeSwitchedBeforeAnybodySubscribes()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        setMode(rig, p, DemandMode::Accumulate);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        std::ignore = rig.run();
        rig.cast(c, u"ask 4"_s);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        setMode(rig, p, DemandMode::Forward);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3"));
        QCOMPARE(answer(rig, p, StageMessage::Kind::DemandModeOf).toString(), u"forward"_s);
    });
}

void TestModes::gs021_forwardBeforeAnybodySubscribesIsAsIfNothingHadBeen()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        setMode(rig, p, DemandMode::Forward);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        rig.cast(c, u"ask 4"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3"));
    });
}

void TestModes::gs022_accumulatingTwiceLosesNothing()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        rig.cast(c, u"ask 4"_s);
        std::ignore = rig.run();
        setMode(rig, p, DemandMode::Accumulate);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        setMode(rig, p, DemandMode::Forward);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3"));
    });
}

void TestModes::gs023_inv23_parkedDemandIsNotMerged()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        for (const auto *name : {"a", "b", "c"}) {
            const StageId c = rig.manual(QString::fromLatin1(name));
            rig.scheduler.subscribe(c, p, fourZero);
            rig.cast(c, u"ask 4"_s);
        }
        QCOMPARE(rig.run(u"p demand"_s), QStringList());
        setMode(rig, p, DemandMode::Forward);
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 4", "p demand 4", "p demand 4"));
    });
}

void TestModes::inv22_parkedEventsComeInTheOrderTheyWereEmitted()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1"_s);
        std::ignore = rig.run();
        setMode(rig, p, DemandMode::Accumulate);
        rig.cast(p, u"emit 2 3"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 9"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 4 5"_s);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 2);
        QCOMPARE_EQ(rig.scheduler.figures(p).parked, 4);
        setMode(rig, p, DemandMode::Forward);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0 1", "c events 2 3", "c events 4 5"));
    });
}

void TestModes::gx12_ref15_anInfoStaysBehindParkedEventsThatAreCounted()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, accumulating());
        rig.cast(p, u"emit 0 1"_s);
        std::ignore = rig.run();
        sendInfo(rig, p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        QCOMPARE_EQ(rig.scheduler.figures(p).parked, 2);
        QCOMPARE_EQ(answer(rig, p, StageMessage::Kind::BufferedCount).toInt(), 0);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        setMode(rig, p, DemandMode::Forward);
        QCOMPARE(rig.run(u"p info"_s), QStringList()); // now behind two buffered ones
        rig.cast(c, u"ask 2"_s);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x"));
    });
}

void TestModes::ref07_everyRoleAnswersItsMode()
{
    inEveryOrder([](Rig &rig) {
        for (const StageId id : {rig.producer(u"p"_s), rig.middle(u"m"_s), rig.consumer(u"c"_s)})
            QCOMPARE(answer(rig, id, StageMessage::Kind::DemandModeOf).toString(), u"forward"_s);
    });
}

void TestModes::onlyProducersAccumulate()
{
    inEveryOrder([](Rig &rig) { // §9, BAD-11
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto set = [&](StageId id, DemandMode mode) {
            const auto future =
                rig.scheduler.call(id, {.kind = StageMessage::Kind::SetDemandMode, .mode = mode});
            std::ignore = rig.scheduler.run();
            return future.result().error;
        };
        QCOMPARE(set(m, DemandMode::Forward), CallError::None);
        QCOMPARE(set(m, DemandMode::Accumulate), CallError::WrongRole);
        QCOMPARE(set(c, DemandMode::Forward), CallError::WrongRole);
        QCOMPARE(rig.scheduler.notes(m).front().kind, StageNote::Kind::NoDemandMode);
        QVERIFY(!rig.scheduler.reason(m));
        QVERIFY(!rig.scheduler.reason(c));
    });
}

void TestModes::gs025_keepsTheFirstAndReportsOnce()
{
    inEveryOrder([](Rig &rig) { // BAD-13
        const StageId p = rig.silent(u"p"_s, buffering(5, BufferKeep::First));
        rig.cast(p, u"emit 0 1 2 3 4"_s);
        rig.cast(p, u"emit 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        const auto notes = rig.scheduler.notes(p);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE_EQ(notes.front().count, 3);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..3", "c events 4"));
        QVERIFY(rig.scheduler.notes(p).empty());
    });
}

void TestModes::gs026_keepsTheLast()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(5, BufferKeep::Last));
        rig.cast(p, u"emit 0 1 2 3 4"_s);
        rig.cast(p, u"emit 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 3..6", "c events 7"));
    });
}

void TestModes::gs027_anUnlimitedBufferLosesNothing()
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

void TestModes::gs028_gs029_reportsEachStoreOnce()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(5, BufferKeep::First));
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7"_s);
        rig.cast(p, u"emit 8 9"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3", "p discarded 2"));
        QCOMPARE_EQ(rig.scheduler.figures(p).discarded, 5);
        const auto notes = rig.scheduler.notes(p); // added up until they are read
        QCOMPARE_EQ(notes.front().times, 2);
        QCOMPARE_EQ(notes.front().count, 5);
    });
}

void TestModes::gs030_aStageMayKeepDiscardsToItself()
{
    inEveryOrder([](Rig &rig) {
        Script quiet;
        quiet.demand = [](EventCount) { return std::vector<Integer>(); };
        quiet.discarded = [](EventCount) { return false; };
        const StageId p = rig.producer(u"p"_s, quiet, buffering(5, BufferKeep::First));
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7"_s);
        QCOMPARE(rig.run(u"p discarded"_s), lines("p discarded 3"));
        QVERIFY(rig.scheduler.notes(p).empty());
        QCOMPARE_EQ(rig.scheduler.figures(p).discarded, 3);
    });
}

void TestModes::ref06_aBufferOfNoneDiscardsWhatCannotBePlaced()
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

void TestModes::theBufferedCountIsThatOfTheBufferAlone()
{
    inEveryOrder([](Rig &rig) { // §10, BAD-11
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1 2"_s);
        sendInfo(rig, p, u"x"_s); // counts for nothing, REF-9
        std::ignore = rig.run();
        QCOMPARE_EQ(answer(rig, p, StageMessage::Kind::BufferedCount).toInt(), 3);
        const StageId c = rig.consumer(u"c"_s);
        const auto future = rig.scheduler.call(c, {.kind = StageMessage::Kind::BufferedCount});
        std::ignore = rig.run();
        QCOMPARE(future.result().error, CallError::WrongRole);
    });
}

void TestModes::gs032_infosReachAConsumerAndAMiddleStageAtOnce()
{
    inEveryOrder([](Rig &rig) { // GS-033
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.consumer(u"c"_s);
        for (const StageId id : {m, c}) {
            sendInfo(rig, id, u"async"_s);
            const auto sync = rig.scheduler.call(
                id, {.kind = StageMessage::Kind::OrderedInfo, .value = u"sync"_s});
            std::ignore = rig.scheduler.run();
            QCOMPARE(sync.result().error, CallError::None);
        }
        QCOMPARE(rig.taken({}).size(), 4);
        QVERIFY(rig.journal->contains(u"m info sync"_s));
        QVERIFY(rig.journal->contains(u"c info async"_s));
    });
}

void TestModes::gs035_infosReachAProducerThatBuffersNothing()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        sendInfo(rig, p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x"));
    });
}

void TestModes::gs036_anInfoWaitsForTheEventsBeforeIt_data()
{
    QTest::addColumn<int>("size"); // negative: no limit
    QTest::addColumn<QString>("events");

    QTest::newRow("GS-036 no limit") << -1 << u"emit 0 1 2"_s;
    QTest::newRow("GS-038 not full") << 3 << u"emit 0 1"_s;
    QTest::newRow("GS-039 full") << 3 << u"emit 0 1 2"_s;
}

void TestModes::gs036_anInfoWaitsForTheEventsBeforeIt()
{
    QFETCH(int, size);
    QFETCH(QString, events);
    inEveryOrder([&](Rig &rig) { // INV-18
        const std::optional<EventCount> limit =
            size < 0 ? std::nullopt : std::optional<EventCount>(size);
        const StageId p = rig.silent(u"p"_s, buffering(limit, BufferKeep::Last));
        rig.cast(p, events);
        sendInfo(rig, p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s).size(), 1);
        QCOMPARE(done.filter(u"p info"_s), lines("p info x"));
    });
}

void TestModes::gs041_anInfoGoesWithTheEventThatMakesRoom()
{
    inEveryOrder([](Rig &rig) { // GS-140
        const StageId p = rig.silent(u"p"_s, buffering(3, BufferKeep::Last));
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        rig.cast(p, u"emit 0 1"_s);
        sendInfo(rig, p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        rig.cast(p, u"emit 2 3 4"_s);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x"));
        rig.cast(c, u"ask 9"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 2..4"));
    });
}

void TestModes::gs042_infosAtOnePlaceComeInOrder()
{
    inEveryOrder([](Rig &rig) { // GS-144, INV-19
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0"_s);
        for (const auto *name : {"x", "y", "z"})
            sendInfo(rig, p, QString::fromLatin1(name));
        std::ignore = rig.run();
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x", "p info y", "p info z"));
    });
}

void TestModes::gx13_ref09_anInfoAtTheEndNeedsNoFurtherDemand()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, buffering(std::nullopt, BufferKeep::Last));
        rig.cast(p, u"emit 0 1 2"_s);
        sendInfo(rig, p, u"x"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 3"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"p info"_s), lines("p info x"));
        QCOMPARE(done.filter(u"p demand"_s), QStringList());
    });
}

void TestModes::gx22_infosWithBothWaysToKeep()
{
    inEveryOrder([](Rig &rig) {
        const StageId first = rig.silent(u"f"_s, buffering(5, BufferKeep::First));
        const StageId last = rig.silent(u"l"_s, buffering(5, BufferKeep::Last));
        for (const StageId id : {first, last}) {
            rig.cast(id, u"emit 0 1 2"_s);
            sendInfo(rig, id, u"x"_s);
            rig.cast(id, u"emit 3 4 5 6"_s);
            sendInfo(rig, id, u"y"_s);
        }
        std::ignore = rig.run();
        QCOMPARE(rig.journal->lines(u"f info"_s), QStringList());
        rig.cast(last, u"emit 10 11 12 13 14 15 16 17 18 19"_s);
        QCOMPARE(rig.run(u"l info"_s), lines("l info x", "l info y"));
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, last);
        const StageId d = rig.manual(u"d"_s);
        rig.scheduler.subscribe(d, first);
        std::ignore = rig.run();
        rig.cast(c, u"ask 9"_s);
        rig.cast(d, u"ask 9"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 15..19"));
        QCOMPARE(done.filter(u"d events"_s), lines("d events 0..2", "d events 3 4"));
        QCOMPARE(done.filter(u"f info"_s), lines("f info x", "f info y"));
    });
}

void TestModes::ref19_eventsAfterAnInfoMayComeBeforeIt()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1 2"_s);
        sendInfo(rig, p, u"x"_s);
        rig.cast(p, u"emit 3 4"_s);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 10"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..2", "c events 3 4"));
        QCOMPARE_LT(done.indexOf(u"p demand 5"_s), done.indexOf(u"p info x"_s));
    });
}

void TestModes::aMiddleStageKeepsAnInfoBehindWhatItHasReceived()
{
    inEveryOrder([](Rig &rig) { // §11, §13
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.manual(u"c"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 4, .minDemand = 0});
        rig.scheduler.subscribe(c, m);
        rig.scheduler.send(up, {0, 1});
        std::ignore = rig.run();
        sendInfo(rig, m, u"x"_s);
        QCOMPARE(rig.run(u"m info"_s), QStringList());
        rig.cast(c, u"ask 3"_s);
        QCOMPARE(rig.run().filter(u"info"_s), QStringList()); // one of 0 0 1 1 is still here
        rig.cast(c, u"ask 1"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"m info"_s), lines("m info x"));
    });
}

void TestModes::aFinishedSourceStopsBehindItsBuffer()
{
    inEveryOrder([](Rig &rig) { // §11, standard use
        Script source;
        source.demand = [](EventCount) { return std::vector<Integer>(); };
        source.info = [](const QString &, StageContext &stage) {
            stage.stop(StopReason::normal());
        };
        const StageId p = rig.producer(u"p"_s, source);
        rig.cast(p, u"emit 0 1 2"_s);
        rig.cast(p, u"info done"_s);
        QCOMPARE(rig.run(), QStringList());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"c events"_s), lines("c events 0..2"));
        QVERIFY(done.contains(u"c terminate normal"_s));
    });
}

SLUICE_TEST_MAIN(TestModes)
#include "tst_modes.moc"
