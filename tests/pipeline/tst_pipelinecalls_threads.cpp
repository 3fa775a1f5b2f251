// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "core/pipeline/pipelinecalls.h"
#include "tests/conformance/scripted.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <map>
#include <thread>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const SubscriptionOptions temporary{
    .maxDemand = 4, .minDemand = 0, .cancel = CancelMode::Temporary};

/// What \a future comes to, waited for with the event loop turning.
template<class Result>
Result resultOf(const QFuture<Result> &future)
{
    return eventually([&] { return future.isFinished(); }) ? future.result() : Result();
}

template<class Made>
StageSpec specOf(const ScriptPtr &script, const StageOptions &options = {})
{
    return {script->name, {}, [script] { return std::make_unique<Made>(script); }, options};
}

/// Scripted stages on real threads, and one journal for all of them.
struct Live
{
    template<class Made>
    StageId add(Script script, const StageOptions &options = {})
    {
        return pipeline.add(specOf<Made>(take(std::move(script)), options));
    }

    StageId silent(const QString &name)
    {
        return add<ScriptedProducer>(
            {.name = name, .demand = [](EventCount) { return std::vector<Integer>(); }});
    }

    ScriptPtr take(Script script)
    {
        script.journal = journal;
        return std::make_shared<Script>(std::move(script));
    }

    [[nodiscard]] bool comesTo(const QString &line) const
    {
        return eventually([&] { return journal->contains(line); });
    }

    [[nodiscard]] bool stops(StageId stage) const
    {
        return eventually([&] { return pipeline.stopReason(stage).has_value(); });
    }

    JournalPtr journal = std::make_shared<Journal>(); // before the pipeline, which ends its users
    Pipeline pipeline;
};

} // namespace

/// What one may ask of a running pipeline, on real threads. Waits end on counted conditions.
class TestPipelineCallsThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs044_aStoppedConsumerSubscribesToNobody();
    void gs046_gs048_anUnknownProducerIsNoproc_data();
    void gs046_gs048_anUnknownProducerIsNoproc();
    void gs049_aDeadProducerLeavesATemporaryConsumerAlone();
    void gs043_ref13_theAnswerComesAfterTheConsumersCallback();
    void gs045_gs053_badOptionsAreNamed_data();
    void gs045_gs053_badOptionsAreNamed();
    void gs058_aTakenNameIsToldWithItsHolder();
    void gs119_gs120_initialSubscriptionsGoByIdOrName_data();
    void gs119_gs120_initialSubscriptionsGoByIdOrName();
    void ref14_badInitialSubscriptionsFailTheStart();
    void gs117_aSourceHasAName();
    void gs082_aSnapshotTellsRolesAndSubscriptions();
    void aCallTimesOutAndTheLateReplyIsDropped();
    void aStageCannotCallItself();
    void callsOfWhoeverIsNotThereFail();
    void callsFromManyThreadsAreAllAnswered();
    void aRestartedConsumerGetsItsPartitionAgain();
};

void TestPipelineCallsThreads::gs044_aStoppedConsumerSubscribesToNobody()
{
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    const StageId other = live.add<ScriptedConsumer>({.name = u"other"_s});
    QVERIFY(live.pipeline.subscribe(other, p, temporary));
    live.pipeline.start();
    QVERIFY(resultOf(live.pipeline.calls().stop(c)));
    QVERIFY(live.stops(c));
    QCOMPARE(resultOf(live.pipeline.calls().subscribe(c, p)).error, PipelineError::UnknownStage);
    QCOMPARE(resultOf(live.pipeline.calls().subscribe(u"nobody"_s, p)).error,
             PipelineError::UnknownStage);
}

void TestPipelineCallsThreads::gs046_gs048_anUnknownProducerIsNoproc_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<bool>("stops");

    QTest::newRow("GS-046 permanent") << CancelMode::Permanent << true;
    QTest::newRow("transient") << CancelMode::Transient << true;
    QTest::newRow("GS-048 temporary") << CancelMode::Temporary << false;
}

void TestPipelineCallsThreads::gs046_gs048_anUnknownProducerIsNoproc()
{
    QFETCH(const CancelMode, mode);
    QFETCH(const bool, stops);
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    const StageId stays = live.add<ScriptedConsumer>({.name = u"stays"_s});
    QVERIFY(live.pipeline.subscribe(stays, p, temporary));
    std::vector<std::pair<StageId, StageNote>> notes;
    connect(&live.pipeline, &Pipeline::stageNoted, this,
            [&](StageId stage, const StageNote &note) { notes.emplace_back(stage, note); });
    live.pipeline.start();
    const auto reply = resultOf(live.pipeline.calls().subscribe(c, u"nobody"_s, {.cancel = mode}));
    QVERIFY(reply);
    QVERIFY(reply.id.isValid());
    if (!stops) {
        // What is asked later is answered: it lives.
        QVERIFY(resultOf(live.pipeline.calls().subscribe(c, p, temporary)));
        QVERIFY(!live.pipeline.stopReason(c));
        QVERIFY(notes.empty());
        return;
    }
    QVERIFY(live.stops(c));
    QCOMPARE(live.pipeline.stopReason(c)->kind, StopReason::Kind::NoProcess);
    QCOMPARE_EQ(notes.size(), 1U);
    QCOMPARE_EQ(notes[0].first.value, c.value);
    QCOMPARE(notes[0].second.kind, StageNote::Kind::NoProducer);
    QCOMPARE(QString::fromStdString(notes[0].second.text), u"nobody"_s);
}

void TestPipelineCallsThreads::gs049_aDeadProducerLeavesATemporaryConsumerAlone()
{
    Live live;
    const StageId dead = live.silent(u"dead"_s);
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    QVERIFY(live.pipeline.subscribe(c, p, temporary));
    live.pipeline.start();
    QVERIFY(resultOf(live.pipeline.calls().stop(dead)));
    QVERIFY(live.stops(dead));
    const auto reply = resultOf(live.pipeline.calls().subscribe(c, dead, temporary));
    QVERIFY(reply);
    QVERIFY(live.comesTo(u"c down noproc %1"_s.arg(reply.id.value)));
    QVERIFY(!live.pipeline.stopReason(c));
}

void TestPipelineCallsThreads::gs043_ref13_theAnswerComesAfterTheConsumersCallback()
{
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    live.pipeline.start();
    const auto reply = resultOf(live.pipeline.calls().subscribe(c, p, temporary));
    QVERIFY(reply);
    QVERIFY(live.journal->contains(u"c subscribe producer %1"_s.arg(reply.id.value)));
}

void TestPipelineCallsThreads::gs045_gs053_badOptionsAreNamed_data()
{
    QTest::addColumn<SubscriptionOptions>("options");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("got");

    QTest::newRow("maxDemand") << SubscriptionOptions{.maxDemand = 0} << u"maxDemand"_s << u"0"_s;
    QTest::newRow("minDemand") << SubscriptionOptions{.minDemand = 2000} << u"minDemand"_s
                               << u"2000"_s;
}

void TestPipelineCallsThreads::gs045_gs053_badOptionsAreNamed()
{
    QFETCH(const SubscriptionOptions, options);
    QFETCH(const QString, option);
    QFETCH(const QString, got);
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    const SubscriptionId old = live.pipeline.subscribe(c, p, temporary).id;
    live.pipeline.start();
    const PipelineCalls calls = live.pipeline.calls();
    for (const auto &future : {calls.subscribe(c, p, options),
                               calls.resubscribe(old, StopReason::normal(), c, p, options)}) {
        const SubscribeReply reply = resultOf(future);
        QCOMPARE(reply.error, PipelineError::BadOptions);
        QVERIFY(reply.option.has_value());
        QCOMPARE(QString::fromStdString(reply.option->option), option);
        QCOMPARE(QString::fromStdString(reply.option->got), got);
        QVERIFY(!reply.option->expectation.empty());
    }
    QVERIFY(live.pipeline.snapshot().subscription(old)); // a refused one replaces nothing
    QVERIFY(live.journal->lines(u"c cancel"_s).isEmpty());
}

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

void TestPipelineCallsThreads::gs119_gs120_initialSubscriptionsGoByIdOrName_data()
{
    QTest::addColumn<bool>("byName");

    QTest::newRow("GS-119 by id") << false;
    QTest::newRow("GS-120 by name") << true;
}

void TestPipelineCallsThreads::gs119_gs120_initialSubscriptionsGoByIdOrName()
{
    QFETCH(const bool, byName);
    Live live;
    const StageId p = live.add<ScriptedProducer>({.name = u"p"_s, .emitsDemandLines = false});
    if (byName) {
        live.pipeline.start();
        StageSpec spec = specOf<ScriptedConsumer>(live.take({.name = u"c"_s}));
        spec.subscribeTo = {{u"p"_s, temporary}};
        QVERIFY(resultOf(live.pipeline.calls().start(spec)));
    } else {
        // Ids are known to whoever adds the stages, who then subscribes before they start.
        const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
        QVERIFY(live.pipeline.subscribe(c, p, temporary));
        live.pipeline.start();
    }
    QVERIFY(live.comesTo(u"c events 0..3"_s));
}

void TestPipelineCallsThreads::ref14_badInitialSubscriptionsFailTheStart()
{
    Live live;
    live.silent(u"p"_s);
    live.pipeline.start();
    StageSpec spec = specOf<ScriptedConsumer>(live.take({.name = u"c"_s}));
    spec.subscribeTo = {{u"p"_s, {.maxDemand = 0}}};
    const StartReply reply = resultOf(live.pipeline.calls().start(spec));
    QCOMPARE(reply.error, StartError::BadOptions);
    QVERIFY(reply.option.has_value());
    QCOMPARE(QString::fromStdString(reply.option->option), u"maxDemand"_s);
    QCOMPARE_EQ(live.pipeline.snapshot().stages.size(), 1U);
}

void TestPipelineCallsThreads::gs117_aSourceHasAName()
{
    Live live;
    live.add<ScriptedProducer>({.name = u"source"_s, .emitsDemandLines = false});
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
    QCOMPARE_EQ(snapshot.subscriptions[1].consumer.value, c.value);
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

void TestPipelineCallsThreads::aRestartedConsumerGetsItsPartitionAgain()
{
    Live live;
    StageOptions options;
    options.dispatcher = PartitionDispatcherOptions::numbered(2);
    const StageId p =
        live.add<ScriptedProducer>({.name = u"p"_s, .emitsDemandLines = false}, options);
    std::array<std::atomic<EventCount>, 2> handled{};
    std::array<std::atomic<bool>, 2> isToCrash{};
    std::array<StageId, 2> consumers;
    for (std::size_t i = 0; i < 2; ++i) {
        consumers[i] = live.add<ScriptedConsumer>(
            {.name = u"c%1"_s.arg(i),
             .events = [&, i](std::span<const Integer> events, StageContext &) {
                 if (isToCrash[i].exchange(false))
                     throw std::runtime_error("planted");
                 handled[i] += EventCount(events.size());
                 return std::vector<Integer>();
             }});
        QVERIFY(live.pipeline.subscribe(
            consumers[i], p,
            {.maxDemand = 10, .cancel = CancelMode::Temporary, .partition = std::to_string(i)}));
    }
    QStringList refused;
    connect(&live.pipeline, &Pipeline::stageNoted, this, [&](StageId, const StageNote &note) {
        refused.append(QString::fromStdString(note.text));
    });
    live.pipeline.supervise(
        SupervisionOptions{.strategy = SupervisionStrategy::OneForOne,
                           .intensity = {.maxRestarts = 1000, .maxSeconds = 1000s}});
    live.pipeline.start();
    for (int round = 1; round <= 10; ++round) {
        isToCrash[1] = true;
        QVERIFY(eventually(
            [&] { return live.pipeline.snapshot().stage(consumers[1])->restarts == round; }));
        const EventCount one = handled[0] + 100;
        const EventCount other = handled[1] + 100;
        QVERIFY2(eventually([&] { return handled[0] >= one && handled[1] >= other; }),
                 qUtf8Printable(refused.join(u'\n')));
    }
    QCOMPARE(live.pipeline.snapshot().stage(p)->restarts, 0);
}

SLUICE_TEST_MAIN(TestPipelineCallsThreads)
#include "tst_pipelinecalls_threads.moc"
