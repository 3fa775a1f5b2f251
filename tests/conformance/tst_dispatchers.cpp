// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Whole stages with the demand and the broadcast dispatcher: semantics §12.1 and §12.2, where the
// reference loses order or demand (REF-2, 3, 17, 20, 21).

#include "core/flow/selector.h"
#include "tests/conformance/rig.h"

namespace tst_dispatchers {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

StageOptions broadcasting()
{
    StageOptions options;
    options.dispatcher = BroadcastDispatcherOptions();
    return options;
}

} // namespace

class TestDispatchers : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs006_broadcastGoesAtTheCommonDemand();
    void gs007_aSilentConsumerHoldsTheBroadcastUp();
    void gs008_anotherConsumerAddsNoDemand();
    void gs015_aMiddleStageBroadcasts();
    void gx08_ref02_broadcastKeepsOrderAndDoesNotStall();
    void gx08b_ref20_theNextConsumerGetsWhatIsBufferedFirst();
    void gx09_ref03_aSecondSubscriptionIsRefusedEachTime();
    void gs133_ref17_selectorsCostNoDemandAndSendNothingEmpty();
    void gx24_ref21_aSilentNewcomerStopsTheBroadcast();
    void gs154_aGreedyAskIsReported();
};

void TestDispatchers::gs006_broadcastGoesAtTheCommonDemand()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, broadcasting());
        const StageId one = rig.consumer(u"one"_s);
        const StageId two = rig.consumer(u"two"_s);
        rig.scheduler.subscribe(one, p, {.maxDemand = 10, .minDemand = 0});
        rig.scheduler.subscribe(two, p, {.maxDemand = 20, .minDemand = 0});
        for (const auto *name : {"one", "two"}) {
            const QString start = QString::fromLatin1(name) + u" events"_s;
            std::ignore = rig.runUntil(start, 110);
            QVERIFY(rig.journal->contains(start + u" 1000..1009"_s));
        }
    });
}

void TestDispatchers::gs007_aSilentConsumerHoldsTheBroadcastUp()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, {}, broadcasting());
        const auto silent = rig.scheduler.playConsumer(p);
        rig.scheduler.subscribe(rig.consumer(u"one"_s), p, {.maxDemand = 10, .minDemand = 0});
        rig.scheduler.subscribe(rig.consumer(u"two"_s), p, {.maxDemand = 20, .minDemand = 0});
        QCOMPARE(rig.run().filter(u"events"_s), QStringList());
        rig.scheduler.sayGoodbyeAsConsumer(silent, StopReason::failed("killed"));
        for (const auto *name : {"one", "two"}) {
            const QString start = QString::fromLatin1(name) + u" events"_s;
            const QStringList handled = rig.runUntil(start, 101);
            QCOMPARE(handled.first(), start + u" 0..9"_s);
            QCOMPARE(handled.last(), start + u" 1000..1009"_s);
        }
    });
}

void TestDispatchers::gs008_anotherConsumerAddsNoDemand()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, quiet(), broadcasting());
        rig.scheduler.subscribe(rig.consumer(u"one"_s), p, {.maxDemand = 10, .minDemand = 0});
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 10"));
        rig.scheduler.subscribe(rig.consumer(u"two"_s), p, {.maxDemand = 10, .minDemand = 0});
        QCOMPARE(rig.run(u"p demand"_s), QStringList());
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8 9"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"one events"_s), lines("one events 0..9"));
        QCOMPARE(done.filter(u"two events"_s), lines("two events 0..9"));
        QCOMPARE(done.filter(u"p demand"_s), lines("p demand 10")); // once for both
    });
}

void TestDispatchers::gs015_aMiddleStageBroadcasts()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s);
        const StageId m = rig.middle(u"m"_s, {}, broadcasting());
        const StageId one = rig.consumer(u"one"_s);
        const StageId two = rig.consumer(u"two"_s);
        rig.scheduler.subscribe(m, p, {.maxDemand = 10});
        rig.scheduler.subscribe(one, m, {.maxDemand = 10, .minDemand = 0});
        rig.scheduler.subscribe(two, m, {.maxDemand = 20, .minDemand = 0});
        std::ignore = rig.runUntil(u"one events"_s, 45);
        std::ignore = rig.runUntil(u"two events"_s, 45);
        const QString batch = u" events 200 200 201 201 202 202 203 203 204 204"_s;
        QVERIFY(rig.journal->contains(u"one"_s + batch));
        QVERIFY(rig.journal->contains(u"two"_s + batch));
    });
}

void TestDispatchers::gx08_ref02_broadcastKeepsOrderAndDoesNotStall()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, quiet(), broadcasting());
        const StageId one = rig.manual(u"one"_s);
        const StageId two = rig.manual(u"two"_s);
        rig.scheduler.subscribe(one, p);
        std::ignore = rig.run();
        rig.cast(one, u"ask 10"_s);
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 10"));
        rig.scheduler.subscribe(two, p);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2 3 4 5 6 7 8 9"_s);
        QCOMPARE(rig.run().filter(u"events"_s), QStringList());
        rig.cast(two, u"ask 10"_s);
        const QStringList done = rig.run();
        QCOMPARE(done.filter(u"one events"_s), lines("one events 0..9"));
        QCOMPARE(done.filter(u"two events"_s), lines("two events 0..9"));
        rig.cast(one, u"ask 10"_s);
        rig.cast(two, u"ask 10"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 10 11 12"_s);
        QCOMPARE(rig.run(u"one events"_s), lines("one events 10..12"));
    });
}

void TestDispatchers::gx08b_ref20_theNextConsumerGetsWhatIsBufferedFirst()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.silent(u"p"_s);
        const StageId one = rig.consumer(u"one"_s);
        rig.scheduler.subscribe(one, p, {.maxDemand = 10, .minDemand = 0});
        std::ignore = rig.run();
        rig.cast(one, u"throw killed"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 0 1 2"_s);
        std::ignore = rig.run();
        const StageId two = rig.consumer(u"two"_s);
        rig.scheduler.subscribe(two, p, {.maxDemand = 5, .minDemand = 0});
        QCOMPARE(rig.run(u"two events"_s), lines("two events 0..2"));
        rig.cast(p, u"emit 3 4"_s);
        QCOMPARE(rig.run(u"two events"_s), lines("two events 3 4"));
        rig.cast(p, u"emit 5 6 7 8 9"_s);
        QCOMPARE(rig.run(u"two events"_s), lines("two events 5..9"));
    });
}

void TestDispatchers::gx09_ref03_aSecondSubscriptionIsRefusedEachTime()
{
    inEveryOrder([](Rig &rig) { // BAD-14
        const StageId p = rig.producer(u"p"_s, quiet(), broadcasting());
        const StageId c = rig.manual(u"c"_s);
        const auto first = rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 5"_s);
        std::ignore = rig.run();
        for (int i = 0; i < 2; ++i) {
            const auto again = rig.scheduler.subscribe(c, p);
            const QStringList done = rig.run();
            QVERIFY(done.contains(u"c cancel already_subscribed %1"_s.arg(again.value)));
            QVERIFY(done.contains(u"p cancel already_subscribed %1"_s.arg(again.value)));
            const auto notes = rig.scheduler.notes(p);
            QCOMPARE_EQ(notes.size(), 1U);
            QCOMPARE(notes.front().kind, StageNote::Kind::Refused);
            QCOMPARE_EQ(notes.front().subscription.value, again.value);
            QCOMPARE(
                QString::fromStdString(notes.front().text),
                u"consumer: expected one that is not subscribed yet, got stage %1"_s.arg(c.value));
        }
        QVERIFY(!rig.scheduler.reason(c)); // GS-050
        rig.cast(p, u"emit 7 8"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 7 8"));
        QCOMPARE_EQ(rig.scheduler.inlet(first).handled, 2);
    });
}

void TestDispatchers::gs133_ref17_selectorsCostNoDemandAndSendNothingEmpty()
{
    inEveryOrder([](Rig &rig) {
        const StageId p = rig.producer(u"p"_s, quiet(), broadcasting());
        const StageId c = rig.manual(u"c"_s);
        SubscriptionOptions even;
        even.selector = selectEvents<Integer>([](Integer number) { return number % 2 == 0; });
        const auto id = rig.scheduler.subscribe(c, p, even);
        std::ignore = rig.run();
        rig.cast(c, u"ask 4"_s);
        std::ignore = rig.run();
        rig.cast(p, u"emit 1 3"_s); // not one passes
        QCOMPARE(rig.run(u"c events"_s), QStringList());
        rig.cast(p, u"emit 4 5"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 4"));
        QCOMPARE_EQ(rig.scheduler.figures(p).deliverable, 3); // 3 more even ones are wanted
        QCOMPARE_EQ(rig.scheduler.outlet(id).demand, 3);
    });
}

void TestDispatchers::gx24_ref21_aSilentNewcomerStopsTheBroadcast()
{
    inEveryOrder([](Rig &rig) {
        const StageId m = rig.middle(u"m"_s, {}, broadcasting());
        const StageId one = rig.manual(u"one"_s);
        const StageId two = rig.manual(u"two"_s);
        const auto up = rig.scheduler.playProducer(m, {.maxDemand = 40, .minDemand = 0});
        rig.scheduler.subscribe(one, m);
        std::ignore = rig.run();
        rig.cast(one, u"ask 10"_s);
        std::ignore = rig.run();
        rig.scheduler.subscribe(two, m);
        std::ignore = rig.run();
        for (int i = 0; i < 4; ++i)
            rig.scheduler.send(up, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        QCOMPARE(rig.run(u"m events"_s), QStringList());
        rig.cast(two, u"ask 20"_s);
        QCOMPARE(rig.run(u"m events"_s), lines("m events 0..9"));
    });
}

void TestDispatchers::gs154_aGreedyAskIsReported()
{
    inEveryOrder([](Rig &rig) { // BAD-12
        StageOptions options;
        options.dispatcher = DemandDispatcherOptions{.maxDemand = 3};
        const StageId p = rig.producer(u"p"_s, quiet(), options);
        const StageId c = rig.manual(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        rig.cast(c, u"ask 4"_s);
        QCOMPARE(rig.run(u"p demand"_s), lines("p demand 4"));
        const auto notes = rig.scheduler.notes(p);
        QCOMPARE(notes.front().kind, StageNote::Kind::GreedyAsk);
        QCOMPARE_EQ(notes.front().count, 4);
        QCOMPARE_EQ(notes.front().expected, 3);
    });
}

SLUICE_TEST(TestDispatchers)

} // namespace tst_dispatchers

#include "tst_dispatchers.moc"
