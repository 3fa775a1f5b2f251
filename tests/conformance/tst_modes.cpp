// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Demand modes of a producer: semantics §9.

#include "tests/conformance/rig.h"

namespace tst_modes {

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

const SubscriptionOptions fourZero{.maxDemand = 4, .minDemand = 0};

} // namespace

class TestModes : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs018_accumulatedDemandIsServedOnceForwarded();
    void gs019_whatABroadcasterEmitsMeanwhileComesInOrder();
    void gs020_theModeCanBeSwitchedBeforeAnybodySubscribes();
    void gs021_forwardBeforeAnybodySubscribesIsAsIfNothingHadBeen();
    void gs022_accumulatingTwiceLosesNothing();
    void gs023_inv23_parkedDemandIsNotMerged();
    void inv22_parkedEventsComeInTheOrderTheyWereEmitted();
    void inv22_accumulatingChangesNoSequence();
    void inv23_eachParkedDemandIsToldLessWhatIsBuffered();
    void gx12_ref15_anInfoStaysBehindParkedEventsThatAreCounted();
    void ref07_everyRoleAnswersItsMode();
    void onlyProducersAccumulate();
};

void TestModes::gs018_accumulatedDemandIsServedOnceForwarded()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        QCOMPARE(rig.modeOf(p), u"accumulate"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.modeOf(p), u"forward"_s);
        QCOMPARE(rig.runUntil(u"c events"_s, 2), lines("c events 0..3", "c events 4..7"));
    });
}

void TestModes::gs019_whatABroadcasterEmitsMeanwhileComesInOrder()
{
    inEveryOrder([](Rig &rig) {
        Script quiet;
        quiet.demand = [](EventCount) { return std::vector<Integer>(); };
        StageOptions broadcasting;
        broadcasting.dispatcher = BroadcastDispatcherOptions();
        const StageId p = rig.producer(u"p"_s, quiet, broadcasting);
        QCOMPARE(rig.modeOf(p), u"forward"_s);
        for (const auto *name : {"old one", "old two"}) {
            const StageId c = rig.consumer(QString::fromLatin1(name));
            rig.scheduler.subscribe(c, p);
            std::ignore = rig.run();
            rig.setMode(p, DemandMode::Accumulate);
            QCOMPARE(rig.modeOf(p), u"accumulate"_s);
            rig.cast(c, u"stop normal"_s);
        }
        for (const auto *event : {"1", "2", "3", "4"})
            rig.cast(p, u"emit "_s + QString::fromLatin1(event));
        std::ignore = rig.run();
        for (const auto *name : {"one", "two"})
            rig.scheduler.subscribe(rig.consumer(QString::fromLatin1(name)), p);
        QCOMPARE(rig.run().filter(u"events"_s), QStringList());
        rig.setMode(p, DemandMode::Forward);
        const QStringList done = rig.run();
        QCOMPARE(rig.modeOf(p), u"forward"_s);
        QCOMPARE_EQ(rig.scheduler.figures(p).buffered, 0);
        for (const auto *name : {"one", "two"}) {
            const QString start = QString::fromLatin1(name) + u" events "_s;
            QCOMPARE(done.filter(start),
                     QStringList({start + u'1', start + u'2', start + u'3', start + u'4'}));
        }
    });
}

void TestModes::gs020_theModeCanBeSwitchedBeforeAnybodySubscribes()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        QCOMPARE(rig.modeOf(p), u"forward"_s);
        rig.setMode(p, DemandMode::Accumulate);
        QCOMPARE(rig.modeOf(p), u"accumulate"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.modeOf(p), u"forward"_s);
        QCOMPARE(rig.runUntil(u"c events"_s, 1), lines("c events 0..3"));
    });
}

void TestModes::gs021_forwardBeforeAnybodySubscribesIsAsIfNothingHadBeen()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        QCOMPARE(rig.modeOf(p), u"accumulate"_s);
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.modeOf(p), u"forward"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        QCOMPARE(rig.runUntil(u"c events"_s, 1), lines("c events 0..3"));
    });
}

void TestModes::gs022_accumulatingTwiceLosesNothing()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, accumulating());
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p, fourZero);
        std::ignore = rig.run();
        rig.setMode(p, DemandMode::Accumulate);
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.runUntil(u"c events"_s, 1), lines("c events 0..3"));
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
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 4", "p demand 4", "p demand 4"));
    });
}

void TestModes::inv22_parkedEventsComeInTheOrderTheyWereEmitted()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"emit 0 1"_s);
        std::ignore = rig.run();
        rig.setMode(p, DemandMode::Accumulate);
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
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0 1", "c events 2 3", "c events 4 5"));
    });
}

void TestModes::inv22_accumulatingChangesNoSequence()
{
    forEachSeed(
        [](Random &random) {
            Rig forward(random);
            Rig parked(random);
            std::vector<std::pair<StageId, StageId>> stages;
            for (Rig *rig : {&forward, &parked}) {
                stages.emplace_back(rig->silent(u"p"_s), rig->manual(u"c"_s));
                rig->scheduler.subscribe(stages.back().second, stages.back().first);
                std::ignore = rig->run();
            }
            Integer next = 0;
            const auto move = [&] { // one thing that happens, in both
                const bool emits = random.chance(1, 2);
                QString order = emits ? u"emit"_s : u"ask %1"_s.arg(random.between(1, 9));
                for (EventCount count = random.between(1, 9); emits && count > 0; --count)
                    order += u" %1"_s.arg(next++);
                forward.cast(emits ? stages[0].first : stages[0].second, order);
                parked.cast(emits ? stages[1].first : stages[1].second, order);
                std::ignore = forward.scheduler.run();
                std::ignore = parked.scheduler.run();
            };
            for (int i = 0; i < 20; ++i) {
                if (i % 5 == 2)
                    parked.setMode(stages[1].first, DemandMode::Accumulate);
                if (i % 5 == 4)
                    parked.setMode(stages[1].first, DemandMode::Forward);
                move();
            }
            const auto handled = [](Rig &rig) {
                QStringList events;
                for (const QString &line : rig.journal->lines(u"c events "_s)) {
                    const QStringList ends = line.mid(9).split(u".."_s);
                    if (ends.size() == 1)
                        events += ends.first().split(u' ');
                    for (Integer i = ends.first().toLongLong();
                         ends.size() == 2 && i <= ends.last().toLongLong(); ++i)
                        events.append(QString::number(i));
                }
                return events;
            };
            QCOMPARE(handled(parked), handled(forward));
            QCOMPARE(parked.scheduler.figures(stages[1].first).buffered,
                     forward.scheduler.figures(stages[0].first).buffered);
        },
        200);
}

void TestModes::inv23_eachParkedDemandIsToldLessWhatIsBuffered()
{
    forEachSeed([](Random &random) {
        Rig rig(random);
        const StageId p = rig.silent(u"p"_s);
        EventCount buffered = random.between(0, 20);
        if (buffered > 0)
            rig.cast(p, u"emit"_s + u" 7"_s.repeated(buffered));
        rig.setMode(p, DemandMode::Accumulate);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        QStringList expected;
        for (EventCount i = random.between(1, 6); i > 0; --i) {
            const EventCount asked = random.between(1, 9);
            rig.cast(c, u"ask %1"_s.arg(asked));
            if (asked > buffered)
                expected.append(u"p demand %1"_s.arg(asked - buffered));
            buffered = std::max<EventCount>(0, buffered - asked);
        }
        QCOMPARE(rig.run(u"p demand"_s), QStringList());
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.run(u"p demand"_s), expected);
    });
}

void TestModes::gx12_ref15_anInfoStaysBehindParkedEventsThatAreCounted()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s, accumulating());
        rig.cast(p, u"emit 0 1"_s);
        std::ignore = rig.run();
        rig.sendInfo(p, u"x"_s);
        QCOMPARE(rig.run(u"p info"_s), QStringList());
        QCOMPARE_EQ(rig.scheduler.figures(p).parked, 2);
        QCOMPARE_EQ(rig.answer(p, StageMessage::Kind::BufferedCount).toInt(), 0);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.setMode(p, DemandMode::Forward);
        QCOMPARE(rig.run(u"p info"_s), QStringList()); // now behind two buffered ones
        rig.cast(c, u"ask 2"_s);
        QCOMPARE(rig.run(u"p info"_s), lines("p info x"));
    });
}

void TestModes::ref07_everyRoleAnswersItsMode()
{
    inEveryOrder([](Rig &rig) {
        for (const StageId id : {rig.producer(u"p"_s), rig.middle(u"m"_s), rig.consumer(u"c"_s)})
            QCOMPARE(rig.modeOf(id), u"forward"_s);
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

SLUICE_TEST(TestModes)

} // namespace tst_modes

#include "tst_modes.moc"
