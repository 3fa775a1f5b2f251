// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Subscriptions and how they end, on both sides: semantics §4, §5, §14, §15.

#include "tests/conformance/rig.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const SubscriptionOptions temporary{.cancel = CancelMode::Temporary};
const SubscriptionOptions transient{.cancel = CancelMode::Transient};

StopReason reasonOf(const QString &text)
{
    return ScriptedConsumer::reasonIn(text);
}

} // namespace

class TestSubscriptions : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs059_gs070_bothSidesHearOfASubscriptionByTheSameId();
    void gs060_gs085_aProducerThatAnswersManualStops();
    void gs084_aMiddleStageHearsOfBothSides();
    void gs061_gs086_aCancelReachesTheProducersCallback();
    void gs062_aConsumerThatDiesIsDown();
    void gs072_inv24_cancelModesDecide_data();
    void gs072_inv24_cancelModesDecide();
    void gs076_aProducerThatDiesIsDown_data();
    void gs076_aProducerThatDiesIsDown();
    void gs091_aMiddleStageStopsForTheSameReason();
    void inv26_theEndComesAfterTheEventsBeforeIt();
    void gs050_aRejectedDuplicateStopsNobody();
    void gs098_gs100_messagesOfUnknownSubscriptionsAreIgnored();
    void gs047_gs049_aDeadProducerIsNoproc();
    void gx14_gs051_gs054_resubscribing();
    void cancelFromWithinACallbackOfEitherSide();
    void aCancelledConsumerHandlesWhatIsUnderWay();
    void eventsEmittedWhileSubscribingAndCancellingGoToThoseWhoAreThere();
    void stoppingInHandleCancelComesBeforeTheCancelMode();
};

void TestSubscriptions::gs059_gs070_bothSidesHearOfASubscriptionByTheSameId()
{
    inEveryOrder([](Rig &rig) { // GS-043, GS-088
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"p subscribe consumer %1"_s.arg(id.value)));
        QVERIFY(done.contains(u"c subscribe producer %1"_s.arg(id.value)));
    });
}

void TestSubscriptions::gs060_gs085_aProducerThatAnswersManualStops()
{
    inEveryOrder([](Rig &rig) {
        Script wrong;
        wrong.subscribe = [](CounterpartRole counterpart) {
            return counterpart == CounterpartRole::Consumer ? DemandControl::Manual
                                                            : DemandControl::Automatic;
        };
        for (const StageId p : {rig.producer(u"p"_s, wrong), rig.middle(u"m"_s, wrong)}) {
            const StageId c = rig.consumer(u"c"_s);
            rig.scheduler.subscribe(c, p, temporary);
            std::ignore = rig.run();
            QVERIFY(rig.scheduler.hasCrashed(p));
            QVERIFY(rig.scheduler.reason(p)->text.starts_with("bad_return_value"));
            QVERIFY(!rig.scheduler.reason(c));
        }
    });
}

void TestSubscriptions::gs084_aMiddleStageHearsOfBothSides()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto up = rig.scheduler.subscribe(m, p);
        const auto down = rig.scheduler.subscribe(c, m);
        const QStringList done = rig.run(u"m subscribe"_s);
        QVERIFY(done.contains(u"m subscribe producer %1"_s.arg(up.value)));
        QVERIFY(done.contains(u"m subscribe consumer %1"_s.arg(down.value)));
    });
}

void TestSubscriptions::gs061_gs086_aCancelReachesTheProducersCallback()
{
    inEveryOrder([](Rig &rig) {
        for (const StageId p : {rig.silent(u"p"_s), rig.middle(u"p"_s)}) {
            const StageId c = rig.consumer(u"c"_s);
            const auto id = rig.scheduler.subscribe(c, p, temporary);
            std::ignore = rig.run();
            rig.scheduler.cancel(id, reasonOf(u"oops"_s));
            const QStringList done = rig.run();
            QVERIFY(done.contains(u"p cancel oops %1"_s.arg(id.value)));
            QVERIFY(done.contains(u"c cancel oops %1"_s.arg(id.value)));
            QVERIFY(!rig.scheduler.reason(c));
        }
    });
}

void TestSubscriptions::gs062_aConsumerThatDiesIsDown()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"throw killed"_s);
        QVERIFY(rig.run().contains(u"p down killed %1"_s.arg(id.value)));
        QVERIFY(!rig.scheduler.reason(p));
    });
}

void TestSubscriptions::gs072_inv24_cancelModesDecide_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("stops");

    struct Row
    {
        CancelMode mode;
        const char *reason;
        bool stops;
        const char *name;
    };

    using enum CancelMode;
    for (const Row &row : {Row{Permanent, "normal", true, "permanent, normal"},
                           Row{Permanent, "shutdown", true, "permanent, shutdown"},
                           Row{Permanent, "oops", true, "GS-075 permanent, oops"},
                           Row{Transient, "normal", false, "GS-073 transient, normal"},
                           Row{Transient, "shutdown", false, "transient, shutdown"},
                           Row{Transient, "oops", true, "GS-074 transient, oops"},
                           Row{Temporary, "normal", false, "temporary, normal"},
                           Row{Temporary, "shutdown", false, "temporary, shutdown"},
                           Row{Temporary, "oops", false, "GS-072 temporary, oops"}}) {
        QTest::newRow(row.name) << row.mode << QString::fromLatin1(row.reason) << row.stops;
    }
}

void TestSubscriptions::gs072_inv24_cancelModesDecide()
{
    // BAD-07
    QFETCH(CancelMode, mode);
    QFETCH(QString, reason);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) { // by a cancel, and by the producer's end; REF-12: unwrapped
        for (const bool isDown : {false, true}) {
            const StageId p = rig.silent(u"p"_s);
            const StageId c = rig.consumer(u"c"_s);
            const auto id = rig.scheduler.subscribe(c, p, {.cancel = mode});
            std::ignore = rig.run();
            rig.cast(p, isDown ? u"stop "_s + reason : u"cancel consumer "_s + reason);
            const QStringList done = rig.run(u"c"_s);
            QCOMPARE(done.first(),
                     u"c %1 %2 %3"_s.arg(isDown ? u"down"_s : u"cancel"_s, reason).arg(id.value));
            QCOMPARE_EQ(done.size(), stops ? 2 : 1);
            QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), stops);
            if (stops) {
                QCOMPARE(done.last(), u"c terminate "_s + reason);
                QVERIFY(*rig.scheduler.reason(c) == reasonOf(reason));
            }
        }
    });
}

void TestSubscriptions::gs076_aProducerThatDiesIsDown_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<bool>("isMiddle");
    QTest::addColumn<bool>("stops");

    QTest::newRow("GS-076 temporary") << CancelMode::Temporary << false << false;
    QTest::newRow("GS-077 transient") << CancelMode::Transient << false << true;
    QTest::newRow("GS-078 permanent") << CancelMode::Permanent << false << true;
    QTest::newRow("GS-092 middle, temporary") << CancelMode::Temporary << true << false;
    QTest::newRow("GS-094 middle, transient") << CancelMode::Transient << true << true;
    QTest::newRow("GS-095 middle, permanent") << CancelMode::Permanent << true << true;
}

void TestSubscriptions::gs076_aProducerThatDiesIsDown()
{
    QFETCH(CancelMode, mode);
    QFETCH(bool, isMiddle);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = isMiddle ? rig.middle(u"c"_s) : rig.consumer(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p, {.cancel = mode});
        std::ignore = rig.run();
        rig.cast(p, u"throw killed"_s);
        const QStringList done = rig.run(u"c"_s);
        QCOMPARE(done.first(), u"c down killed %1"_s.arg(id.value));
        QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), stops);
        QVERIFY(!rig.scheduler.hasCrashed(c)); // the failure was another's
    });
}

void TestSubscriptions::gs091_aMiddleStageStopsForTheSameReason()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId m = rig.middle(u"m"_s);
        const auto id = rig.scheduler.subscribe(m, p);
        std::ignore = rig.run();
        rig.scheduler.cancel(id, reasonOf(u"oops"_s));
        QCOMPARE(rig.run(u"m"_s),
                 QStringList({u"m cancel oops %1"_s.arg(id.value), u"m terminate oops"_s}));
        QVERIFY(*rig.scheduler.reason(m) == reasonOf(u"oops"_s));
    });
}

void TestSubscriptions::inv26_theEndComesAfterTheEventsBeforeIt()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.cancel = CancelMode::Temporary});
        rig.scheduler.send(id, {0, 1});
        rig.scheduler.sayGoodbyeAsProducer(id, StopReason::normal());
        const QStringList done = rig.run(u"c"_s);
        QCOMPARE(done.filter(u"events"_s), lines("c events 0 1"));
        QVERIFY(done.last().startsWith(u"c cancel"_s));
    });
}

void TestSubscriptions::gs050_aRejectedDuplicateStopsNobody()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c);
        rig.scheduler.sayGoodbyeAsProducer(id, {StopReason::Kind::AlreadySubscribed, {}});
        QVERIFY(rig.run().contains(u"c cancel already_subscribed %1"_s.arg(id.value)));
        QVERIFY(!rig.scheduler.reason(c));
    });
}

void TestSubscriptions::gs098_gs100_messagesOfUnknownSubscriptionsAreIgnored()
{
    inEveryOrder([](Rig &rig) { // GS-099, GS-101, REF-11, BAD-08
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p, temporary);
        std::ignore = rig.run();
        rig.scheduler.cancel(id);
        std::ignore = rig.run();
        // The ends are gone with the subscription: nothing can arrive by it. What names it otherwise
        // finds nothing, on either side and on a role that has no such side.
        for (const StageId stage : {p, c}) {
            rig.scheduler.cancel(stage, id, reasonOf(u"oops"_s));
            rig.scheduler.post(stage,
                               {.kind = StageMessage::Kind::Ask, .subscription = id, .count = 3});
        }
        QCOMPARE(rig.run(), QStringList());
        QVERIFY(!rig.scheduler.reason(p));
        QVERIFY(!rig.scheduler.reason(c));
    });
}

void TestSubscriptions::gs047_gs049_aDeadProducerIsNoproc()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"stop normal"_s);
        std::ignore = rig.run();
        const StageId lives = rig.consumer(u"t"_s);
        const StageId stops = rig.consumer(u"c"_s);
        const auto first = rig.scheduler.subscribe(lives, p, temporary);
        const auto second = rig.scheduler.subscribe(stops, p, transient);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"t down noproc %1"_s.arg(first.value)));
        QVERIFY(done.contains(u"c down noproc %1"_s.arg(second.value)));
        QVERIFY(!rig.scheduler.reason(lives));
        QCOMPARE(rig.scheduler.reason(stops)->kind, StopReason::Kind::NoProcess); // BAD-05
    });
}

void TestSubscriptions::gx14_gs051_gs054_resubscribing()
{
    inEveryOrder([](Rig &rig) {
        for (const CancelMode mode : {CancelMode::Temporary, CancelMode::Permanent}) {
            const StageId p = rig.silent(u"p"_s);
            const StageId c = rig.consumer(u"c"_s);
            const auto old = rig.scheduler.subscribe(c, p, {.cancel = mode});
            std::ignore = rig.run();
            const auto id = rig.scheduler.resubscribe(old, reasonOf(u"resub"_s), c, p, temporary);
            const QStringList done = rig.run();
            QVERIFY(done.contains(u"c subscribe producer %1"_s.arg(id.value)));
            QVERIFY(done.contains(u"c cancel resub %1"_s.arg(old.value)));
            const qsizetype cancelled = done.indexOf(u"p cancel resub %1"_s.arg(old.value));
            const qsizetype taken = done.indexOf(u"p subscribe consumer %1"_s.arg(id.value));
            QVERIFY(cancelled >= 0 && cancelled < taken);
            QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), mode == CancelMode::Permanent);
        }
    });
}

void TestSubscriptions::cancelFromWithinACallbackOfEitherSide()
{
    inEveryOrder([](Rig &rig) { // §14: anybody may cancel
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto first = rig.scheduler.subscribe(c, p, temporary);
        std::ignore = rig.run();
        rig.cast(c, u"cancel oops"_s);
        QVERIFY(rig.run().contains(u"p cancel oops %1"_s.arg(first.value)));
        const auto second = rig.scheduler.subscribe(c, p, temporary);
        std::ignore = rig.run();
        rig.cast(p, u"cancel consumer no_thanks"_s);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"p cancel no_thanks %1"_s.arg(second.value)));
        QVERIFY(done.contains(u"c cancel no_thanks %1"_s.arg(second.value)));
        QVERIFY(!rig.scheduler.reason(c));
    });
}

void TestSubscriptions::aCancelledConsumerHandlesWhatIsUnderWay()
{
    inEveryOrder([](Rig &rig) { // §14: until the confirmation arrives
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.playProducer(c, {.cancel = CancelMode::Temporary});
        std::ignore = rig.run();
        rig.scheduler.cancel(id);
        rig.scheduler.send(id, {0, 1, 2});
        QCOMPARE(rig.run(u"c events"_s), lines("c events 0..2"));
        QCOMPARE(rig.scheduler.asks(id), std::vector<EventCount>{1000});
    });
}

void TestSubscriptions::eventsEmittedWhileSubscribingAndCancellingGoToThoseWhoAreThere()
{
    inEveryOrder([](Rig &rig) { // §15: the dispatcher does not know the newcomer yet
        Script emits;
        emits.demand = [](EventCount) { return std::vector<Integer>(); };
        const auto context = std::make_shared<StageContext *>(nullptr);
        emits.start = [context](StageContext &stage) {
            *context = &stage;
            return StartAnswer::Run;
        };
        emits.subscribe = [context](CounterpartRole) {
            (*context)->emitBatch(Batch::of(std::vector<Integer>{7}));
            return DemandControl::Automatic;
        };
        const StageId p = rig.producer(u"p"_s, emits);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 7")); // buffered, then served
    });
}

void TestSubscriptions::stoppingInHandleCancelComesBeforeTheCancelMode()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"stop mine"_s);
        rig.cast(p, u"stop normal"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.reason(c));
        QVERIFY(rig.journal->lines(u"c terminate"_s).size() == 1); // whichever came first
    });
}

SLUICE_TEST_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
