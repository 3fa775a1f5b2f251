// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#include "tests/pipeline/livestages.h"
#include "tests/support/testsupport.h"

namespace tst_subscribecalls_threads {

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How stages of a running pipeline are subscribed, on real threads. Waits end on counted conditions.
class TestSubscribeCallsThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void gs044_aStoppedConsumerSubscribesToNobody();
    void gs046_gs048_anUnknownProducerIsNoproc_data();
    void gs046_gs048_anUnknownProducerIsNoproc();
    void gs049_aDeadProducerLeavesATemporaryConsumerAlone();
    void gs043_ref13_theAnswerComesAfterTheConsumersCallback();
    void gs051_gs052_resubscribingAnswersAfterTheConsumersCallback_data();
    void gs051_gs052_resubscribingAnswersAfterTheConsumersCallback();
    void gs057_anInitialSubscriptionMayBeManual();
    void bad04_whoCannotSubscribeIsNamed();
    void gs045_gs053_badOptionsAreNamed_data();
    void gs045_gs053_badOptionsAreNamed();
    void gs119_gs120_initialSubscriptionsGoByIdOrName_data();
    void gs119_gs120_initialSubscriptionsGoByIdOrName();
    void ref14_badInitialSubscriptionsFailTheStart();
    void aRestartedConsumerGetsItsPartitionAgain();
};

void TestSubscribeCallsThreads::gs044_aStoppedConsumerSubscribesToNobody()
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

void TestSubscribeCallsThreads::gs046_gs048_anUnknownProducerIsNoproc_data()
{
    QTest::addColumn<CancelMode>("mode");
    QTest::addColumn<bool>("stops");

    QTest::newRow("GS-046 permanent") << CancelMode::Permanent << true;
    QTest::newRow("transient") << CancelMode::Transient << true;
    QTest::newRow("GS-048 temporary") << CancelMode::Temporary << false;
}

void TestSubscribeCallsThreads::gs046_gs048_anUnknownProducerIsNoproc()
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
    QCOMPARE(notes[0].second.kind, StageNote::Kind::NoProducer); // BAD-05
    QCOMPARE(QString::fromStdString(notes[0].second.text), u"nobody"_s);
}

void TestSubscribeCallsThreads::gs049_aDeadProducerLeavesATemporaryConsumerAlone()
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

void TestSubscribeCallsThreads::gs043_ref13_theAnswerComesAfterTheConsumersCallback()
{
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    live.pipeline.start();
    const auto reply = resultOf(live.pipeline.calls().subscribe(c, p, temporary));
    QVERIFY(reply);
    QVERIFY(live.journal->contains(u"c subscribe producer %1"_s.arg(reply.id.value)));
}

void TestSubscribeCallsThreads::gs051_gs052_resubscribingAnswersAfterTheConsumersCallback_data()
{
    QTest::addColumn<bool>("isThere");

    // Asynchronously it is the same call, whose future nobody looks at.
    QTest::newRow("GS-051, GS-054 of one there is") << true;
    QTest::newRow("GS-052, GS-055 of one there is not") << false;
}

void TestSubscribeCallsThreads::gs051_gs052_resubscribingAnswersAfterTheConsumersCallback()
{
    QFETCH(const bool, isThere);
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    live.pipeline.start();
    const PipelineCalls calls = live.pipeline.calls();
    SubscriptionId old{99};
    if (isThere)
        old = resultOf(calls.subscribe(c, p, temporary)).id;
    const auto reply = resultOf(calls.resubscribe(old, StopReason::failed("resub"), c, p));
    QVERIFY(reply);
    QVERIFY(reply.id.isValid() && reply.id.value != old.value);
    QStringList expected;
    if (isThere)
        expected.append(u"c subscribe producer %1"_s.arg(old.value));
    expected.append(u"c subscribe producer %1"_s.arg(reply.id.value));
    QCOMPARE(live.journal->lines(u"c subscribe"_s), expected);
    QVERIFY(!live.pipeline.stopReason(c));
}

void TestSubscribeCallsThreads::gs057_anInitialSubscriptionMayBeManual()
{
    Live live;
    live.add<ScriptedProducer>({.name = u"p"_s, .emitsDemandLines = false});
    live.pipeline.start();
    StageSpec spec =
        specOf<ScriptedConsumer>(live.take({.name = u"c"_s, .control = DemandControl::Manual}));
    spec.subscribeTo = {{u"p"_s, {}}};
    const PipelineCalls calls = live.pipeline.calls();
    const StartReply reply = resultOf(calls.start(spec));
    QVERIFY(reply);
    calls.cast(reply.id, u"ask 50"_s);
    QVERIFY(live.comesTo(u"c events 0..49"_s));
    calls.cast(reply.id, u"ask 50"_s);
    QVERIFY(live.comesTo(u"c events 50..99"_s));
    QCOMPARE_EQ(live.journal->lines(u"c events"_s).size(), 2);
}

void TestSubscribeCallsThreads::bad04_whoCannotSubscribeIsNamed()
{
    Live live;
    const StageId p = live.silent(u"p"_s);
    const StageId c = live.add<ScriptedConsumer>({.name = u"c"_s});
    live.pipeline.start();
    const PipelineCalls calls = live.pipeline.calls();
    const auto noConsumer = resultOf(calls.subscribe(p, p));
    QCOMPARE(noConsumer.error, PipelineError::NotAConsumer);
    QVERIFY(noConsumer.option
            == (OptionError{"consumer", "a stage that takes events", "p, a producer"}));
    const auto noProducer = resultOf(calls.subscribe(c, c));
    QCOMPARE(noProducer.error, PipelineError::NotAProducer);
    QVERIFY(noProducer.option
            == (OptionError{"producer", "a stage that emits events", "c, a consumer"}));
    QVERIFY(!live.pipeline.stopReason(p) && !live.pipeline.stopReason(c));
}

void TestSubscribeCallsThreads::gs045_gs053_badOptionsAreNamed_data()
{
    QTest::addColumn<SubscriptionOptions>("options");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("expectation");
    QTest::addColumn<QString>("got");

    // BAD-02
    QTest::newRow("maxDemand") << SubscriptionOptions{.maxDemand = 0} << u"maxDemand"_s
                               << u"1 to 1000000000"_s << u"0"_s;
    QTest::newRow("minDemand") << SubscriptionOptions{.minDemand = 2000} << u"minDemand"_s
                               << u"0 to 999 (below maxDemand)"_s << u"2000"_s;
}

void TestSubscribeCallsThreads::gs045_gs053_badOptionsAreNamed()
{
    QFETCH(const SubscriptionOptions, options);
    QFETCH(const QString, option);
    QFETCH(const QString, expectation);
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
        QCOMPARE(QString::fromStdString(reply.option->expectation), expectation);
    }
    QVERIFY(live.pipeline.snapshot().subscription(old)); // a refused one replaces nothing
    QVERIFY(live.journal->lines(u"c cancel"_s).isEmpty());
}

void TestSubscribeCallsThreads::gs119_gs120_initialSubscriptionsGoByIdOrName_data()
{
    QTest::addColumn<bool>("byName");

    QTest::newRow("GS-119 by id") << false;
    QTest::newRow("GS-120 by name") << true;
}

void TestSubscribeCallsThreads::gs119_gs120_initialSubscriptionsGoByIdOrName()
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

void TestSubscribeCallsThreads::ref14_badInitialSubscriptionsFailTheStart()
{
    Live live;
    live.silent(u"p"_s);
    live.pipeline.start();
    StageSpec spec = specOf<ScriptedConsumer>(live.take({.name = u"c"_s}));
    spec.subscribeTo = {{u"p"_s, {.maxDemand = 0}}};
    const StartReply reply = resultOf(live.pipeline.calls().start(spec));
    QCOMPARE(reply.error, StartError::BadOptions); // BAD-02
    QVERIFY(reply.option.has_value());
    QCOMPARE(QString::fromStdString(reply.option->option), u"maxDemand"_s);
    QCOMPARE_EQ(live.pipeline.snapshot().stages.size(), 1U);
}

void TestSubscribeCallsThreads::aRestartedConsumerGetsItsPartitionAgain()
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

SLUICE_TEST(TestSubscribeCallsThreads)

} // namespace tst_subscribecalls_threads

#include "tst_subscribecalls_threads.moc"
