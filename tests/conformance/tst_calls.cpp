// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Calls and their replies: semantics §15, §16.

#include "tests/conformance/rig.h"

namespace tst_calls {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

class TestCalls : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs063_eventsOfACallGoOutBeforeTheReply();
    void gs064_anExplicitReplyComesBeforeTheEvents();
    void gs065_aReplyAndAStop();
    void aReplyMayComeLaterAndFromElsewhere();
    void aSecondReplyIsDropped();
    void callsOfAStageThatStopsFail();
    void aStageWithoutTheCallbackCrashes();
};

void TestCalls::gs063_eventsOfACallGoOutBeforeTheReply()
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

void TestCalls::gs064_anExplicitReplyComesBeforeTheEvents()
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

void TestCalls::gs065_aReplyAndAStop()
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

void TestCalls::aReplyMayComeLaterAndFromElsewhere()
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

void TestCalls::aSecondReplyIsDropped()
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

void TestCalls::callsOfAStageThatStopsFail()
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

void TestCalls::aStageWithoutTheCallbackCrashes()
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

SLUICE_TEST(TestCalls)

} // namespace tst_calls

#include "tst_calls.moc"
