// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Starting, stopping and talking to stages: semantics §2, §15, §16.

#include "tests/conformance/rig.h"

namespace tst_messages {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

class TestMessages : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs058_gs069_gs083_aStageMayIgnoreItsStartOrStopInIt();
    void gs067_gs080_stoppingRunsTerminate();
    void gs081_whatAConsumerEmitsIsDropped();
    void gs066_gs079_whatIsNotOfTheProtocolGoesToHandleInfo();
    void unknownMessagesAreReportedAndDropped();
    void postsComeAfterWhatWaitsAlready();
    void timersRingOnceOrAgain();
    void aTimerRingsOnceForAClosedGate();
    void castsOfOneSenderKeepTheirOrder();
    void anExceptionInAnyCallbackStopsTheStage_data();
    void anExceptionInAnyCallbackStopsTheStage();
    void aStageThatHasStoppedTakesNoMessages();
};

void TestMessages::gs058_gs069_gs083_aStageMayIgnoreItsStartOrStopInIt()
{
    inEveryOrder([](Rig &rig) {
        Script ignores;
        ignores.start = [](StageContext &) { return StartAnswer::Ignore; };
        Script stops;
        stops.start = [](StageContext &stage) {
            stage.stop(StopReason::failed("oops"));
            return StartAnswer::Run;
        };
        Script throws;
        throws.start = [](StageContext &) -> StartAnswer { throw std::runtime_error("thrown"); };
        using Make = std::function<StageId(const Script &)>;
        for (const Make &make :
             {Make([&](const Script &script) { return rig.producer(u"s"_s, script); }), // GS-058
              Make([&](const Script &script) { return rig.consumer(u"s"_s, script); }), // GS-069
              Make([&](const Script &script) { return rig.middle(u"s"_s, script); })}) {
            const StageId ignored = make(ignores);
            std::ignore = rig.scheduler.run();
            QCOMPARE(rig.taken({}), QStringList()); // quietly: no terminate()
            QCOMPARE(rig.scheduler.reason(ignored)->kind, StopReason::Kind::Normal);
            const StageId stopped = make(stops);
            std::ignore = rig.scheduler.run();
            QCOMPARE(rig.taken({}), lines("s terminate oops"));
            QVERIFY(*rig.scheduler.reason(stopped) == StopReason::failed("oops"));
            const StageId thrown = make(throws);
            std::ignore = rig.run();
            QVERIFY(rig.scheduler.hasCrashed(thrown));
        }
    });
}

void TestMessages::gs067_gs080_stoppingRunsTerminate()
{
    inEveryOrder([](Rig &rig) {
        for (const StageId id : {rig.producer(u"s"_s), rig.middle(u"s"_s), rig.consumer(u"s"_s)}) {
            const auto stopped = rig.scheduler.call(id, {.kind = StageMessage::Kind::Stop});
            QCOMPARE(rig.run(), lines("s terminate normal"));
            QCOMPARE(stopped.result().error, CallError::None);
            QVERIFY(!rig.scheduler.hasCrashed(id));
        }
    });
}

void TestMessages::gs081_whatAConsumerEmitsIsDropped()
{
    inEveryOrder([](Rig &rig) { // BAD-10
        const StageId p = rig.producer(u"p"_s);
        const StageId c = rig.consumer(u"c"_s);
        rig.cast(c, u"emit 1 2 3"_s);
        QCOMPARE(rig.run(), QStringList());
        const auto notes = rig.scheduler.notes(c);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE(notes.front().kind, StageNote::Kind::CannotEmit);
        QCOMPARE_EQ(notes.front().count, 3);
        QVERIFY(!rig.scheduler.reason(c));
        rig.scheduler.subscribe(c, p, {.maxDemand = 4, .minDemand = 0}); // all else goes on
        QCOMPARE(rig.runUntil(u"c events"_s, 1), lines("c events 0..3"));
    });
}

void TestMessages::gs066_gs079_whatIsNotOfTheProtocolGoesToHandleInfo()
{
    inEveryOrder([](Rig &rig) { // also what is said of a subscription the stage does not have
        for (const StageId id : {rig.producer(u"s"_s), rig.middle(u"s"_s), rig.consumer(u"s"_s)}) {
            rig.scheduler.post(id, {.value = u"down 99 oops"_s});
            QCOMPARE(rig.run(), lines("s info down 99 oops"));
            QVERIFY(!rig.scheduler.reason(id));
            QVERIFY(rig.scheduler.notes(id).empty());
        }
    });
}

void TestMessages::unknownMessagesAreReportedAndDropped()
{
    inEveryOrder([](Rig &rig) {
        class Plain final : public Consumer<Integer>
        {
            void handleEvents(std::span<const Integer>, const From &) override { }
        };
        const StageId c = rig.scheduler.add(std::make_unique<Plain>());
        rig.scheduler.post(c, {.value = u"what"_s});
        std::ignore = rig.run();
        QVERIFY(!rig.scheduler.reason(c));
        const auto notes = rig.scheduler.notes(c);
        QCOMPARE_EQ(notes.size(), 1U);
        QCOMPARE(notes.front().kind, StageNote::Kind::UnknownMessage);
        QCOMPARE(QString::fromStdString(notes.front().text), u"what"_s);
    });
}

void TestMessages::postsComeAfterWhatWaitsAlready()
{
    inEveryOrder([](Rig &rig) { // §26.3
        const StageId c = rig.consumer(u"c"_s);
        std::ignore = rig.run();
        rig.scheduler.pause(c);
        rig.cast(c, u"post last"_s);
        rig.scheduler.post(c, {.value = u"first"_s});
        std::ignore = rig.run();
        rig.scheduler.resume(c);
        QCOMPARE(rig.run(), lines("c info first", "c info last"));
    });
}

void TestMessages::timersRingOnceOrAgain()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        const auto repeating = std::make_shared<TimerId>();
        script.start = [=](StageContext &stage) {
            stage.startTimer(std::chrono::milliseconds(1), u"once"_s, TimerMode::Once);
            *repeating =
                stage.startTimer(std::chrono::milliseconds(1), u"again"_s, TimerMode::Repeating);
            return StartAnswer::Run;
        };
        const auto rings = std::make_shared<int>(0);
        script.info = [=](const QString &text, StageContext &stage) {
            if (text == u"again"_s && ++*rings == 3)
                stage.stopTimer(*repeating);
        };
        rig.consumer(u"c"_s, script);
        QStringList done = rig.run();
        done.sort();
        QCOMPARE(done, lines("c info again", "c info again", "c info again", "c info once"));
    });
}

void TestMessages::aTimerRingsOnceForAClosedGate()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        const auto timer = std::make_shared<TimerId>();
        script.start = [=](StageContext &stage) {
            *timer = stage.startTimer(std::chrono::milliseconds(1), u"x"_s, TimerMode::Repeating);
            return StartAnswer::Run;
        };
        script.info = [=](const QString &, StageContext &stage) { stage.stopTimer(*timer); };
        const StageId c = rig.consumer(u"c"_s, script);
        rig.scheduler.pause(c);
        for (int i = 0; i < 100; ++i) {
            rig.scheduler.step();
            QCOMPARE_LE(rig.scheduler.figures(c).held, 1);
        }
        rig.scheduler.resume(c);
        std::ignore = rig.run();
        QCOMPARE(rig.journal->lines(), lines("c info x"));
    });
}

void TestMessages::castsOfOneSenderKeepTheirOrder()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        for (int i = 0; i < 9; ++i)
            rig.scheduler.post(c, {.value = i});
        QStringList expected;
        for (int i = 0; i < 9; ++i)
            expected.append(u"c info %1"_s.arg(i));
        QCOMPARE(rig.run(), expected);
    });
}

void TestMessages::anExceptionInAnyCallbackStopsTheStage_data()
{
    QTest::addColumn<QString>("where");

    for (const auto *where : {"subscribe", "demand", "info", "call", "discarded"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestMessages::anExceptionInAnyCallbackStopsTheStage()
{
    QFETCH(QString, where);
    inEveryOrder([&](Rig &rig) { // D9
        Script script;
        const auto fail = [&where](const char *here) {
            if (where == QString::fromLatin1(here))
                throw std::runtime_error("planted");
        };
        script.subscribe = [=](CounterpartRole, const From &) {
            fail("subscribe");
            return DemandControl::Automatic;
        };
        script.demand = [=](EventCount) {
            fail("demand");
            return std::vector<Integer>();
        };
        script.info = [=](const QString &, StageContext &) { fail("info"); };
        script.call = [=](const QString &, const Caller &, StageContext &) {
            fail("call");
            return std::optional<QVariant>(1);
        };
        script.discarded = [=](EventCount) {
            fail("discarded");
            return true;
        };
        StageOptions options;
        options.buffer = BufferOptions{1, BufferKeep::Last};
        const StageId p = rig.producer(u"p"_s, script, options);
        const StageId c = rig.consumer(u"c"_s);
        rig.cast(p, u"emit 1 2 3"_s);
        rig.scheduler.subscribe(c, p, {.cancel = CancelMode::Temporary});
        rig.scheduler.post(p, {.value = u"x"_s});
        const auto reply = call(rig, p, u"x"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.hasCrashed(p));
        QVERIFY(*rig.scheduler.reason(p) == StopReason::failed("planted"));
        QVERIFY(!rig.scheduler.reason(c));
        rig.scheduler.finish();
    });
}

void TestMessages::aStageThatHasStoppedTakesNoMessages()
{
    inEveryOrder([](Rig &rig) {
        const StageId c = rig.consumer(u"c"_s);
        rig.cast(c, u"stop normal"_s);
        std::ignore = rig.run();
        rig.cast(c, u"info x"_s);
        const auto reply = call(rig, c, u"x"_s);
        QCOMPARE(rig.run(), QStringList());
        QVERIFY(!reply.result());
    });
}

SLUICE_TEST(TestMessages)

} // namespace tst_messages

#include "tst_messages.moc"
