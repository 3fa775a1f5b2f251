// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/pipeline/livestages.h"
#include "tests/support/testsupport.h"

#include <map>
#include <thread>

namespace tst_pipelinecalls_threads {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What one may ask of a running pipeline, on real threads. Waits end on counted conditions.
class TestPipelineCallsThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs058_aTakenNameIsToldWithItsHolder();
    void gs117_aSourceHasAName();
    void gs082_aSnapshotTellsRolesAndSubscriptions();
    void aCallTimesOutAndTheLateReplyIsDropped();
    void aStageCannotCallItself();
    void callsOfWhoeverIsNotThereFail();
    void callsFromManyThreadsAreAllAnswered();
};

void TestPipelineCallsThreads::gs058_aTakenNameIsToldWithItsHolder()
{
    // GS-069, GS-083: whatever its role
    Live live;
    const StageId holder = live.silent(u"taken"_s);
    live.pipeline.start();
    const ScriptPtr script = live.take({.name = u"taken"_s});
    for (const StageSpec &spec : {specOf<ScriptedProducer>(script), specOf<ScriptedMiddle>(script),
                                  specOf<ScriptedConsumer>(script)}) {
        const StartReply reply = resultOf(live.pipeline.calls().start(spec));
        QCOMPARE(reply.error, StartError::AlreadyStarted);
        QCOMPARE_EQ(reply.id.value, holder.value);
    }
    QCOMPARE_EQ(live.pipeline.snapshot().stages.size(), 1U);
}

void TestPipelineCallsThreads::gs117_aSourceHasAName()
{
    Live live;
    live.pipeline.addSource(
        u"source"_s, sourceFrom([next = Integer(0)]() mutable { return std::optional(next++); }));
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    live.pipeline.start();
    QVERIFY(resultOf(live.pipeline.calls().subscribe(c, u"source"_s, temporary)));
    QVERIFY(live.comesTo(u"c events 0..3"_s));
}

void TestPipelineCallsThreads::gs082_aSnapshotTellsRolesAndSubscriptions()
{
    // GS-068, GS-096
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId m = live.add<ScriptedMiddle>({.name = u"m"_s});
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    QVERIFY(live.pipeline.subscribe(m, p));
    QVERIFY(live.pipeline.subscribe(c, m));
    const Snapshot snapshot = live.pipeline.snapshot();
    QCOMPARE(snapshot.stage(p)->role, StageRole::Producer);
    QCOMPARE(snapshot.stage(m)->role, StageRole::ProducerConsumer);
    QCOMPARE(snapshot.stage(c)->role, StageRole::Consumer);
    QCOMPARE(snapshot.stage(p)->dispatcher, DispatcherKind::Demand);
    QCOMPARE_EQ(snapshot.subscriptions.size(), 2U);
    QCOMPARE_EQ(snapshot.subscriptions[0].producer.value, p.value);
    QCOMPARE_EQ(snapshot.subscriptions[0].consumer.value, m.value);
    QCOMPARE_EQ(snapshot.subscriptions[1].producer.value, m.value);
    QCOMPARE_EQ(snapshot.subscriptions[1].consumer.value, c.value);
    for (const StageId emits : {p, m}) {
        QCOMPARE(snapshot.stage(emits)->dispatcher, DispatcherKind::Demand);
        QCOMPARE_EQ(snapshot.stage(emits)->figures.buffered, 0);
    }
}

void TestPipelineCallsThreads::aCallTimesOutAndTheLateReplyIsDropped()
{
    Live live;
    Caller kept;
    std::mutex mutex;
    const StageId p = live.add<ScriptedProducer>(
        {.name = u"p"_s, .call = [&](const QString &request, const Caller &caller, StageContext &) {
             if (request == u"quick"_s)
                 return std::optional<QVariant>(u"done"_s);
             const std::lock_guard lock(mutex);
             kept = caller;
             return std::optional<QVariant>();
         }});
    live.pipeline.start();
    const auto late = live.pipeline.calls().call(p, u"slow"_s, 1ms);
    QVERIFY(eventually([&] { return late.isFinished(); }));
    QCOMPARE(late.result().error, CallError::TimedOut);
    // The call is in the stage by now, because the next one was answered.
    QCOMPARE(resultOf(live.pipeline.calls().call(p, u"quick"_s)).value.toString(), u"done"_s);
    const std::lock_guard lock(mutex);
    QVERIFY(kept.isAnswered());
    kept.reply(u"too late"_s);
    QCOMPARE_EQ(late.resultCount(), 1);
    QCOMPARE(late.result().error, CallError::TimedOut);
}

void TestPipelineCallsThreads::aStageCannotCallItself()
{
    Live live;
    const PipelineCalls calls = live.pipeline.calls();
    QFuture<CallReply> inner;
    std::mutex mutex;
    const StageId p = live.add<ScriptedProducer>(
        {.name = u"p"_s, .call = [&](const QString &, const Caller &, StageContext &) {
             const std::lock_guard lock(mutex);
             inner = calls.call(u"p"_s, u"again"_s, PipelineCalls::noTimeout);
             return std::optional<QVariant>(u"outer"_s);
         }});
    live.pipeline.start();
    QCOMPARE(resultOf(calls.call(p, u"first"_s)).value.toString(), u"outer"_s);
    const auto future = [&] {
        const std::lock_guard lock(mutex);
        return inner;
    }();
    QCOMPARE(resultOf(future).error, CallError::CalledItself);
    QCOMPARE(live.journal->lines(u"p call"_s), QStringList{u"p call first"_s});
}

void TestPipelineCallsThreads::callsOfWhoeverIsNotThereFail()
{
    std::optional<PipelineCalls> calls;
    {
        Live live;
        const StageId p = live.silent(u"p"_s);
        const StageId stays = live.silent(u"stays"_s);
        calls = live.pipeline.calls();
        live.pipeline.start();
        QVERIFY(resultOf(calls->stop(p)));
        QVERIFY(live.stops(p));
        QCOMPARE(resultOf(calls->call(p, 1)).error, CallError::NoProcess);
        QCOMPARE(resultOf(calls->call(u"nobody"_s, 1)).error, CallError::NoProcess);
        calls->cast(u"nobody"_s, 1); // §16: always fine
        calls->message(p, 1);
        QCOMPARE(resultOf(calls->demandMode(stays)).value.toString(), u"forward"_s);
    }
    QCOMPARE(calls->call(u"p"_s, 1).result().error, CallError::NoProcess);
    QCOMPARE(calls->subscribe(u"p"_s, u"q"_s).result().error, PipelineError::NotNow);
}

void TestPipelineCallsThreads::callsFromManyThreadsAreAllAnswered()
{
    constexpr int threads = 4;
    const int each = static_cast<int>(scaled(500));
    Live live;
    const StageId p = live.add<ScriptedProducer>(
        {.name = u"p"_s, .call = [](const QString &request, const Caller &, StageContext &) {
             return std::optional<QVariant>(request);
         }});
    live.pipeline.start();
    std::vector<std::vector<QFuture<CallReply>>> futures(threads);
    std::vector<std::jthread> callers;
    for (int thread = 0; thread < threads; ++thread) {
        callers.emplace_back([&, thread, calls = live.pipeline.calls()] {
            for (int i = 0; i < each; ++i)
                futures[std::size_t(thread)].push_back(
                    calls.call(p, u"%1 %2"_s.arg(thread).arg(i), PipelineCalls::noTimeout));
        });
    }
    callers.clear(); // joins
    std::map<QString, QStringList> order;
    for (int thread = 0; thread < threads; ++thread) {
        for (int i = 0; i < each; ++i) {
            QCOMPARE(resultOf(futures[std::size_t(thread)][std::size_t(i)]).value.toString(),
                     u"%1 %2"_s.arg(thread).arg(i));
        }
    }
    // Those of one thread were carried out in the order they were made.
    for (const QString &line : live.journal->lines(u"p call"_s))
        order[line.section(u' ', 2, 2)].append(line.section(u' ', 3));
    for (const auto &[thread, numbers] : order) {
        QCOMPARE_EQ(numbers.size(), each);
        for (int i = 0; i < each; ++i)
            QCOMPARE(numbers[i], QString::number(i));
    }
}

SLUICE_TEST(TestPipelineCallsThreads)

} // namespace tst_pipelinecalls_threads

#include "tst_pipelinecalls_threads.moc"
