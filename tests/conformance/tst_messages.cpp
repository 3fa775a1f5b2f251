// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Starting, stopping and talking to stages: semantics §2, §15, §16.

#include "tests/conformance/rig.h"

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

QFuture<CallReply> call(Rig &rig, StageId id, const QString &text)
{
    return rig.scheduler.call(id, {.kind = StageMessage::Kind::Call, .value = text});
}

} // namespace

class TestMessages : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs058_gs069_gs083_aStageMayIgnoreItsStartOrStopInIt();
    void gs063_eventsOfACallGoOutBeforeTheReply();
    void gs064_anExplicitReplyComesBeforeTheEvents();
    void gs065_aReplyAndAStop();
    void aReplyMayComeLaterAndFromElsewhere();
    void aSecondReplyIsDropped();
    void callsOfAStageThatStopsFail();
    void aStageWithoutTheCallbackCrashes();
    void gs067_gs080_stoppingRunsTerminate();
    void gs079_unknownMessagesAreReportedAndDropped();
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
        for (const bool isProducer : {true, false}) {
            const auto make = [&](const Script &script) {
                return isProducer ? rig.producer(u"s"_s, script) : rig.consumer(u"s"_s, script);
            };
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

void TestMessages::gs063_eventsOfACallGoOutBeforeTheReply()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        script.demand = [](EventCount) { return std::vector<Integer>(); };
        const auto sentBefore = std::make_shared<EventCount>(-1);
        Scheduler *scheduler = &rig.scheduler;
        SubscriptionId id;
        script.call = [=, &id](const QString &, const Caller &,
                               StageContext &stage) -> std::optional<QVariant> {
            stage.emitBatch(Batch::of(std::vector<Integer>{1, 2}));
            *sentBefore = scheduler->outlet(id).sent; // and nobody has been replied to
            return QVariant(5);
        };
        const StageId p = rig.producer(u"p"_s, script);
        const StageId c = rig.consumer(u"c"_s);
        id = rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        const auto reply = call(rig, p, u"emit"_s);
        QCOMPARE(rig.run(u"c events"_s), lines("c events 1 2"));
        QCOMPARE_EQ(reply.result().value.toInt(), 5);
        QCOMPARE_EQ(*sentBefore, 2);
    });
}

void TestMessages::gs064_anExplicitReplyComesBeforeTheEvents()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        script.demand = [](EventCount) { return std::vector<Integer>(); };
        JournalPtr journal = rig.journal;
        script.call = [=](const QString &, const Caller &caller,
                          StageContext &stage) -> std::optional<QVariant> {
            caller.reply(u"early"_s);
            journal->add(caller.future().isFinished() ? u"p replied"_s : u"p not yet"_s);
            stage.emitBatch(Batch::of(std::vector<Integer>{1}));
            return std::nullopt;
        };
        const StageId p = rig.producer(u"p"_s, script);
        const StageId c = rig.consumer(u"c"_s);
        rig.scheduler.subscribe(c, p);
        std::ignore = rig.run();
        const auto reply = call(rig, p, u"x"_s);
        QCOMPARE(rig.run(), lines("p call x", "p replied", "c events 1"));
        QCOMPARE(reply.result().value.toString(), u"early"_s);
    });
}

void TestMessages::gs065_aReplyAndAStop()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        script.call = [](const QString &, const Caller &,
                         StageContext &stage) -> std::optional<QVariant> {
            stage.stop(StopReason::shutdown());
            return QVariant(u"ok"_s);
        };
        const StageId p = rig.producer(u"p"_s, script);
        const auto reply = call(rig, p, u"stop"_s);
        QCOMPARE(rig.run(), lines("p call stop", "p terminate shutdown"));
        QCOMPARE(reply.result().value.toString(), u"ok"_s);
        QCOMPARE(rig.scheduler.reason(p)->kind, StopReason::Kind::Shutdown);
    });
}

void TestMessages::aReplyMayComeLaterAndFromElsewhere()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        const auto waiting = std::make_shared<Caller>();
        script.call = [=](const QString &, const Caller &caller, StageContext &) {
            *waiting = caller;
            return std::optional<QVariant>();
        };
        const StageId c = rig.consumer(u"c"_s, script);
        const auto reply = call(rig, c, u"x"_s);
        std::ignore = rig.run();
        QVERIFY(!reply.isFinished());
        waiting->reply(3);
        QCOMPARE_EQ(reply.result().value.toInt(), 3);
    });
}

void TestMessages::aSecondReplyIsDropped()
{
    const Caller caller = Caller::make();
    const Caller copy = caller;
    copy.reply(1);
    caller.reply(2);
    caller.fail(CallError::TimedOut);
    QCOMPARE_EQ(caller.future().resultCount(), 1);
    QCOMPARE_EQ(caller.future().result().value.toInt(), 1);
    const Caller late = Caller::make();
    late.fail(CallError::TimedOut);
    late.reply(1);
    QCOMPARE(late.future().result().error, CallError::TimedOut);
}

void TestMessages::callsOfAStageThatStopsFail()
{
    inEveryOrder([](Rig &rig) {
        Script script;
        script.call = [](const QString &, const Caller &, StageContext &) {
            return std::optional<QVariant>();
        };
        const StageId c = rig.consumer(u"c"_s, script);
        const auto open = call(rig, c, u"x"_s);
        std::ignore = rig.run();
        rig.cast(c, u"throw oops"_s);
        const auto late = call(rig, c, u"y"_s);
        std::ignore = rig.run();
        QCOMPARE(open.result().error, CallError::Stopped);
        QVERIFY(open.result().reason == StopReason::failed("oops"));
        QVERIFY(!late.result());
    });
}

void TestMessages::aStageWithoutTheCallbackCrashes()
{
    inEveryOrder([](Rig &rig) { // §15
        class Plain final : public Consumer<Integer>
        {
            void handleEvents(std::span<const Integer>, const From &) override { }
        };
        const StageId called = rig.scheduler.add(std::make_unique<Plain>());
        const StageId cast = rig.scheduler.add(std::make_unique<Plain>());
        const auto reply = call(rig, called, u"hello"_s);
        rig.cast(cast, u"hello"_s);
        std::ignore = rig.run();
        QVERIFY(rig.scheduler.hasCrashed(called));
        QVERIFY(rig.scheduler.hasCrashed(cast));
        QCOMPARE(reply.result().error, CallError::Stopped);
        QCOMPARE(QString::fromStdString(rig.scheduler.reason(cast)->text),
                 u"this stage takes no casts, and got \"hello\"; override handleCast()"_s);
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

void TestMessages::gs079_unknownMessagesAreReportedAndDropped()
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
        script.subscribe = [=](CounterpartRole) {
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

SLUICE_TEST_MAIN(TestMessages)
#include "tst_messages.moc"
