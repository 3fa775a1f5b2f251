// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// How subscriptions are made: semantics §4, §5, §14, §15.

#include "tests/conformance/rig.h"

namespace tst_subscriptions {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

class TestSubscriptions : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs059_gs070_gs084_bothSidesHearOfASubscription_data();
    void gs059_gs070_gs084_bothSidesHearOfASubscription();
    void gs060_gs085_aProducerThatAnswersManualStops();
    void gs071_gs089_aConsumerThatAnswersNeitherStops();
    void gs047_gs049_aDeadProducerIsNoproc_data();
    void gs047_gs049_aDeadProducerIsNoproc();
    void gx14_gs051_gs054_resubscribing_data();
    void gx14_gs051_gs054_resubscribing();
    void gs052_gs055_resubscribingForNobodySubscribes();
    void gs050_aRejectedDuplicateStopsNobody();
    void gs098_gs100_messagesOfUnknownSubscriptionsAreIgnored();
    void eventsEmittedWhileSubscribingAndCancellingGoToThoseWhoAreThere();
};

void TestSubscriptions::gs059_gs070_gs084_bothSidesHearOfASubscription_data()
{
    QTest::addColumn<bool>("byMiddle");
    QTest::addColumn<bool>("toMiddle");

    QTest::newRow("GS-059, GS-070 producer and consumer") << false << false;
    QTest::newRow("GS-084 middle stage as producer") << false << true;
    QTest::newRow("GS-088 middle stage as consumer") << true << false;
    QTest::newRow("middle stages") << true << true;
}

void TestSubscriptions::gs059_gs070_gs084_bothSidesHearOfASubscription()
{
    QFETCH(bool, byMiddle);
    QFETCH(bool, toMiddle);
    inEveryOrder([&](Rig &rig) { // GS-043
        QStringList heard;
        Script listens;
        listens.demand = [](EventCount) { return std::vector<Integer>(); };
        listens.subscribe = [&heard](CounterpartRole counterpart, const From &from) {
            heard.append(
                u"%1 %2 %3"_s
                    .arg(counterpart == CounterpartRole::Producer ? u"producer"_s : u"consumer"_s)
                    .arg(from.stage.value)
                    .arg(from.subscription.value));
            return DemandControl::Automatic;
        };
        const StageId p = toMiddle ? rig.middle(u"p"_s, listens) : rig.producer(u"p"_s, listens);
        const StageId c = byMiddle ? rig.middle(u"c"_s, listens) : rig.consumer(u"c"_s, listens);
        const auto id = rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        heard.sort();
        QCOMPARE(heard,
                 QStringList({u"consumer %1 %2"_s.arg(c.value).arg(id.value),
                              u"producer %1 %2"_s.arg(p.value).arg(id.value)}));
    });
}

void TestSubscriptions::gs060_gs085_aProducerThatAnswersManualStops()
{
    inEveryOrder([](Rig &rig) {
        Script wrong;
        wrong.subscribe = [](CounterpartRole counterpart, const From &) {
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

void TestSubscriptions::gs071_gs089_aConsumerThatAnswersNeitherStops()
{
    inEveryOrder([](Rig &rig) { // BAD-06: no value of the type, so it takes a cast
        Script wrong;
        wrong.subscribe = [](CounterpartRole, const From &) {
            return static_cast<DemandControl>(7);
        };
        const StageId p = rig.silent(u"p"_s);
        for (const StageId c : {rig.consumer(u"c"_s, wrong), rig.middle(u"m"_s, wrong)}) {
            const auto id = rig.scheduler.subscribe(c, p);
            QCOMPARE(rig.run(u"p demand"_s), QStringList());
            QVERIFY(rig.scheduler.asks(id).empty());
            QVERIFY(rig.scheduler.hasCrashed(c));
            QVERIFY(rig.scheduler.reason(c)->text.starts_with("bad_return_value"));
            QVERIFY(!rig.scheduler.reason(p));
        }
    });
}

void TestSubscriptions::gs047_gs049_aDeadProducerIsNoproc_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<bool>("stops");

    QTest::newRow("GS-047 permanent") << CancelMode::Permanent << true;
    QTest::newRow("transient") << CancelMode::Transient << true;
    QTest::newRow("GS-049 temporary") << CancelMode::Temporary << false;
}

void TestSubscriptions::gs047_gs049_aDeadProducerIsNoproc()
{
    QFETCH(CancelMode, mode);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        rig.cast(p, u"stop normal"_s);
        std::ignore = rig.run();
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.subscribe(c, p, {.cancel = mode});
        const QStringList done = rig.run(u"c"_s);
        QCOMPARE(done.first(), u"c subscribe producer %1"_s.arg(id.value));
        QCOMPARE(done.at(1), u"c down noproc %1"_s.arg(id.value));
        QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), stops);
        if (stops)
            QCOMPARE(rig.scheduler.reason(c)->kind, StopReason::Kind::NoProcess); // BAD-05
    });
}

void TestSubscriptions::gx14_gs051_gs054_resubscribing_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("stops");

    QTest::newRow("GS-051, GS-054 temporary") << CancelMode::Temporary << u"resub"_s << false;
    QTest::newRow("transient, normal") << CancelMode::Transient << u"normal"_s << false;
    QTest::newRow("transient") << CancelMode::Transient << u"resub"_s << true;
    QTest::newRow("GX-14 permanent") << CancelMode::Permanent << u"resub"_s << true;
}

void TestSubscriptions::gx14_gs051_gs054_resubscribing()
{
    QFETCH(CancelMode, mode);
    QFETCH(QString, reason);
    QFETCH(bool, stops);
    inEveryOrder([&](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto old = rig.scheduler.subscribe(c, p, {.cancel = mode});
        std::ignore = rig.run();
        const auto id =
            rig.scheduler.resubscribe(old, ScriptedConsumer::reasonIn(reason), c, p, temporary);
        QVERIFY(id.value != old.value);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"c subscribe producer %1"_s.arg(id.value)));
        QVERIFY(done.contains(u"c cancel %1 %2"_s.arg(reason).arg(old.value)));
        const qsizetype cancelled = done.indexOf(u"p cancel %1 %2"_s.arg(reason).arg(old.value));
        const qsizetype taken = done.indexOf(u"p subscribe consumer %1"_s.arg(id.value));
        QVERIFY(cancelled >= 0 && cancelled < taken);
        QCOMPARE_EQ(rig.scheduler.reason(c).has_value(), stops);
        if (stops)
            QVERIFY(*rig.scheduler.reason(c) == ScriptedConsumer::reasonIn(reason));
    });
}

void TestSubscriptions::gs052_gs055_resubscribingForNobodySubscribes()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        const auto id = rig.scheduler.resubscribe(
            SubscriptionId{99}, ScriptedConsumer::reasonIn(u"resub"_s), c, p, temporary);
        const QStringList done = rig.run();
        QVERIFY(done.contains(u"c subscribe producer %1"_s.arg(id.value)));
        QVERIFY(done.contains(u"p subscribe consumer %1"_s.arg(id.value)));
        QCOMPARE(done.filter(u"cancel"_s), QStringList());
        QCOMPARE(rig.scheduler.asks(id), std::vector<EventCount>{1000});
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
            rig.scheduler.cancel(stage, id, ScriptedConsumer::reasonIn(u"oops"_s));
            rig.scheduler.post(stage,
                               {.kind = StageMessage::Kind::Ask, .subscription = id, .count = 3});
        }
        QCOMPARE(rig.run(), QStringList());
        QVERIFY(!rig.scheduler.reason(p));
        QVERIFY(!rig.scheduler.reason(c));
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
        emits.subscribe = [context](CounterpartRole, const From &) {
            (*context)->emitBatch(Batch::of(std::vector<Integer>{7}));
            return DemandControl::Automatic;
        };
        const StageId p = rig.producer(u"p"_s, emits);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 7")); // buffered, then served
    });
}

SLUICE_TEST(TestSubscriptions)

} // namespace tst_subscriptions

#include "tst_subscriptions.moc"
