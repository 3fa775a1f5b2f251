// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// One child for each event and no more than max demand, on threads: the tests say when a child ends.
// Waits are for conditions. What ends and restarts children is in tst_childends_threads.cpp.

#include "tests/stage/nursery.h"
#include "tests/support/streams.h"
#include "tests/support/testsupport.h"

namespace tst_consumersupervisor_threads {

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;

class TestConsumerSupervisorThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceEnoughChildrenHaveEnded_data();
    void asksOnceEnoughChildrenHaveEnded();
    void gs212_asksNothingWhileNoneHasEnded();
    void gs205_gs207_startsAChildForEachEventThatWantsOne();
    void gs206_startsAChildForEachEventOfASource();
    void gs208_startsNoMoreChildrenThanMaxDemand();
    void gs181_gs182_aChildByHandIsAnsweredAsItStarts();
    void gs199_gs200_subscribesLikeAnyConsumer();
    void gs201_gs204_aProducerThatIsNotThereIsNoproc_data();
    void gs201_gs204_aProducerThatIsNotThereIsNoproc();
    void gs210_childrenOutliveTheirProducer();
    void gs171_refusesOptionsThatCannotBeUsed_data();
    void gs171_refusesOptionsThatCannotBeUsed();
    void neverHasMoreChildrenThanMaxDemand();
};

void TestConsumerSupervisorThreads::asksOnceEnoughChildrenHaveEnded_data()
{
    QTest::addColumn<SubscriptionOptions>("options");
    QTest::addColumn<Integer>("ends");
    QTest::addColumn<QList<EventCount>>("demands");
    QTest::addColumn<QString>("counts");

    const auto row = [](const char *name, EventCount maximum, EventCount minimum, Integer ends,
                        const QList<EventCount> &demands, const char *counts) {
        QTest::newRow(name) << SubscriptionOptions{.maxDemand = maximum, .minDemand = minimum}
                            << ends << demands << QString::fromLatin1(counts);
    };
    row("GX-17 10/0: one for each", 10, 0, 10, {10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, "10/10");
    row("GX-17 10/5: five after five", 10, 5, 10, {10, 5, 5}, "10/10");
    row("GX-17 10/9: nine after nine", 10, 9, 10, {10, 9}, "9/9");
    row("GS-211 3/2: nothing after one", 3, 2, 1, {3}, "2/2");
    row("GS-211 3/2: two after two", 3, 2, 2, {3, 2}, "3/3");
}

void TestConsumerSupervisorThreads::asksOnceEnoughChildrenHaveEnded()
{
    QFETCH(const SubscriptionOptions, options);
    QFETCH(const Integer, ends);
    QFETCH(const QList<EventCount>, demands);
    QFETCH(const QString, counts);
    Nursery nursery;
    nursery.start(options);
    QVERIFY(nursery.comesTo(QStringLiteral("%1/%1").arg(options.maxDemand)));
    QCOMPARE(nursery.probe->demands(), std::vector<EventCount>{options.maxDemand});
    for (Integer event = 0; event < ends; ++event)
        nursery.fates->end(event);
    const std::vector<EventCount> expected(demands.begin(), demands.end());
    QVERIFY(eventually([&] { return nursery.probe->demands() == expected; }));
    QVERIFY(nursery.comesTo(counts));
    QCOMPARE(nursery.probe->demands(), expected);
}

void TestConsumerSupervisorThreads::gs212_asksNothingWhileNoneHasEnded()
{
    Nursery nursery({}, {.total = 2});
    nursery.start({.maxDemand = 3, .minDemand = 0, .cancel = CancelMode::Temporary});
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
    QCOMPARE(nursery.probe->demands(), std::vector<EventCount>{3});
    QCOMPARE(nursery.pipeline.snapshot().subscription(nursery.subscription)->inlet.asks, 1);
}

void TestConsumerSupervisorThreads::gs205_gs207_startsAChildForEachEventThatWantsOne()
{
    Nursery nursery({}, {.total = 7, .first = -2}); // the first two throw
    nursery.fates->starts = {{1, {nursery.fates->working(1, QStringLiteral("extra"))}},
                             {2, {ChildStart::failed("error")}},
                             {3, {ChildStart::ignored()}},
                             {4, {ChildStart{}}}}; // a child without a task
    std::vector<StageNote> notes;
    connect(&nursery.pipeline, &Pipeline::stageNoted, this, [&](StageId, const StageNote &note) {
        if (note.kind == StageNote::Kind::ChildFailed)
            notes.push_back(note);
    });
    nursery.start({.cancel = CancelMode::Temporary});
    QVERIFY(nursery.comesTo(QStringLiteral("2/2"))); // of 0 and 1
    QCOMPARE_EQ(nursery.pipeline.snapshot().stage(nursery.children)->figures.handled, 7);
    QVERIFY(!nursery.pipeline.stopReason(nursery.children));
    const auto children = nursery.ask({.kind = ChildRequest::Kind::Which}).children;
    QCOMPARE_EQ(children.size(), 2U);
    QVERIFY(children[0].id < children[1].id);
    QVERIFY(!children[0].isRestarting && !children[1].isRestarting);
    // Those that threw, failed and had no task; the one that was ignored is no failure.
    QVERIFY(eventually([&] {
        std::int64_t failures = 0;
        for (const StageNote &note : notes)
            failures += note.times;
        return failures == 4;
    }));
}

void TestConsumerSupervisorThreads::gs206_startsAChildForEachEventOfASource()
{
    Nursery nursery;
    const auto source =
        nursery.pipeline.addSource(QStringLiteral("source"), sourceOf(numbersFrom(0, 3)));
    QVERIFY(
        nursery.pipeline.subscribe(nursery.children, source, {.cancel = CancelMode::Temporary}));
    nursery.pipeline.start();
    QVERIFY(nursery.comesTo(QStringLiteral("3/3")));
    QVERIFY(eventually([&] { return nursery.pipeline.stopReason(source).has_value(); }));
    QCOMPARE(nursery.counts(), QStringLiteral("3/3"));
}

void TestConsumerSupervisorThreads::gs208_startsNoMoreChildrenThanMaxDemand()
{
    Nursery nursery;
    Fates &fates = *nursery.fates;
    fates.starts = {{1, {ChildStart::failed("error")}}, {2, {ChildStart::ignored()}}};
    nursery.start({.maxDemand = 1, .minDemand = 0, .cancel = CancelMode::Temporary});
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    QCOMPARE_EQ(fates.attempts(1), 0U);
    fates.end(0, StopReason::shutdown());
    QVERIFY(eventually([&] { return fates.attempts(3) == 1; })); // past the two that do not start
    QCOMPARE(nursery.counts(), QStringLiteral("1/1"));
    QCOMPARE_EQ(fates.attempts(1), 1U);
    QCOMPARE_EQ(fates.attempts(2), 1U);
    QCOMPARE_EQ(fates.attempts(4), 0U);
    const ChildId third = nursery.ask({.kind = ChildRequest::Kind::Which}).children[0].id;
    QVERIFY(nursery.terminate(third) == ChildError::None);
    QVERIFY(eventually([&] { return fates.attempts(4) == 1; }));
    QCOMPARE(nursery.counts(), QStringLiteral("1/1"));
    QCOMPARE_EQ(fates.attempts(5), 0U);
}

void TestConsumerSupervisorThreads::gs181_gs182_aChildByHandIsAnsweredAsItStarts()
{
    Nursery nursery;
    nursery.pipeline.start();
    nursery.fates->starts = {{1, {nursery.fates->working(1, QStringLiteral("extra"))}},
                             {2, {ChildStart::failed("found")}},
                             {3, {ChildStart::ignored()}},
                             {4, {ChildStart{}}}};
    const ChildReply plain = nursery.startByHand(0);
    QVERIFY(plain.error == ChildError::None && plain.child.value > 0);
    QCOMPARE(nursery.startByHand(1).extra, QVariant(QStringLiteral("extra")));
    const ChildReply failed = nursery.startByHand(2);
    QVERIFY(failed.error == ChildError::Failed);
    QCOMPARE(failed.text, std::string("found"));
    QVERIFY(nursery.startByHand(3).error == ChildError::Ignored);
    QVERIFY(nursery.startByHand(4).error == ChildError::Failed);
    const ChildReply threw = nursery.startByHand(-7); // GS-182
    QVERIFY(threw.error == ChildError::Failed);
    QCOMPARE(threw.text, std::string("no child for -7"));
    const ChildReply threwOther = nursery.startByHand(-2);
    QVERIFY(threwOther.error == ChildError::Failed);
    QCOMPARE(threwOther.text, std::string("an exception that is not a std::exception"));
    const ChildReply other =
        nursery.ask({.kind = ChildRequest::Kind::Start, .event = QStringLiteral("seven")});
    QVERIFY(other.error == ChildError::BadEvent);
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
}

void TestConsumerSupervisorThreads::gs199_gs200_subscribesLikeAnyConsumer()
{
    Nursery nursery;
    nursery.pipeline.start();
    const auto subscribe = [&](const SubscriptionOptions &options) {
        const auto future =
            nursery.pipeline.calls().subscribe(nursery.children, nursery.counter, options);
        return eventually([&] { return future.isFinished(); }) ? future.result() : SubscribeReply{};
    };
    QVERIFY(subscribe({.maxDemand = 2}).id.isValid());
    for (const auto &[options, name, expectation, got] :
         {std::tuple(SubscriptionOptions{.maxDemand = 0}, "maxDemand", "1 to 1000000000", "0"),
          std::tuple(SubscriptionOptions{.minDemand = 2000}, "minDemand",
                     "0 to 999 (below maxDemand)", "2000")}) {
        const auto refused = subscribe(options); // GS-200
        QCOMPARE(refused.error, PipelineError::BadOptions);
        QCOMPARE(refused.option->option, std::string(name));
        QCOMPARE(refused.option->expectation, std::string(expectation));
        QCOMPARE(refused.option->got, std::string(got));
    }
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
}

void TestConsumerSupervisorThreads::gs201_gs204_aProducerThatIsNotThereIsNoproc_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<CancelMode>("mode");
    QTest::newRow("GS-201 unknown, permanent") << false << CancelMode::Permanent;
    QTest::newRow("GS-202 dead, permanent") << true << CancelMode::Permanent;
    QTest::newRow("GS-203 unknown, temporary") << false << CancelMode::Temporary;
    QTest::newRow("GS-204 dead, temporary") << true << CancelMode::Temporary;
}

void TestConsumerSupervisorThreads::gs201_gs204_aProducerThatIsNotThereIsNoproc()
{
    QFETCH(const bool, isKnown);
    QFETCH(const CancelMode, mode);
    Nursery nursery;
    const auto dead = nursery.pipeline.addSource(QStringLiteral("dead"), sourceOf(Numbers()));
    nursery.pipeline.start();
    const PipelineCalls calls = nursery.pipeline.calls();
    const auto stopped = calls.stop(dead);
    QVERIFY(eventually([&] { return stopped.isFinished(); }));
    const auto reply = calls.subscribe(
        nursery.children, isKnown ? StageTarget(dead) : StageTarget(QStringLiteral("nobody")),
        {.cancel = mode});
    QVERIFY(eventually([&] { return reply.isFinished(); }));
    QVERIFY(reply.result());
    QVERIFY(reply.result().id.isValid());
    if (mode == CancelMode::Temporary) {
        QCOMPARE(nursery.counts(), QStringLiteral("0/0")); // it answers
        QVERIFY(!nursery.pipeline.stopReason(nursery.children));
    } else {
        QVERIFY(nursery.isStopped());
        QVERIFY(nursery.pipeline.stopReason(nursery.children)->kind == StopReason::Kind::NoProcess);
    }
}

void TestConsumerSupervisorThreads::gs210_childrenOutliveTheirProducer()
{
    Nursery nursery({}, {.total = 2});
    nursery.start({.maxDemand = 2, .minDemand = 0, .cancel = CancelMode::Temporary});
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
    QVERIFY(eventually([&] { return nursery.pipeline.stopReason(nursery.counter).has_value(); }));
    QCOMPARE(nursery.counts(), QStringLiteral("2/2"));
    nursery.fates->end(0, boom);
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    const ChildId other = nursery.ask({.kind = ChildRequest::Kind::Which}).children[0].id;
    QVERIFY(nursery.terminate(other) == ChildError::None);
    QCOMPARE(nursery.counts(), QStringLiteral("0/0"));
}

void TestConsumerSupervisorThreads::gs171_refusesOptionsThatCannotBeUsed_data()
{
    QTest::addColumn<ConsumerSupervisorOptions>("options");
    QTest::addColumn<QString>("reason");
    using Options = ConsumerSupervisorOptions;
    QTest::newRow("GS-171, BAD-19 permanent")
        << Options{.restart = RestartMode::Permanent}
        << QStringLiteral("bad_opts: restart: expected temporary or transient, got permanent");
    QTest::newRow("GS-170 restarts") << Options{.intensity = {.maxRestarts = -1}}
                                     << QStringLiteral("bad_opts: maxRestarts: expected 0 to "
                                                       "1000000, got -1");
    QTest::newRow("shutdown") << Options{.shutdown = -1ms}
                              << QStringLiteral(
                                     "bad_opts: shutdown: expected at least 0 ms, got -1 ms");
}

void TestConsumerSupervisorThreads::gs171_refusesOptionsThatCannotBeUsed()
{
    QFETCH(const ConsumerSupervisorOptions, options);
    QFETCH(const QString, reason);
    Nursery nursery(options);
    nursery.pipeline.start();
    QVERIFY(nursery.isStopped());
    QCOMPARE(QString::fromStdString(nursery.pipeline.stopReason(nursery.children)->text), reason);
}

void TestConsumerSupervisorThreads::neverHasMoreChildrenThanMaxDemand()
{
    forEachSeed(
        [](Random &random) { // INV-28
            const EventCount most = random.between(1, 8);
            Nursery nursery(transient);
            nursery.start({.maxDemand = most, .minDemand = random.between(0, most - 1)});
            Integer oldest = 0;
            for (int step = 0; step < 30; ++step) {
                const ChildReply now = nursery.ask({.kind = ChildRequest::Kind::Count});
                QCOMPARE_LE(now.workers, most);
                QCOMPARE_EQ(now.excess, 0);
                // Ends come in any order; what has not been started yet ends as it is started.
                nursery.fates->end(oldest + static_cast<Integer>(random.below(2)),
                                   random.chance(1, 4) ? boom : StopReason::normal());
                if (random.chance(1, 2))
                    ++oldest;
            }
            nursery.pipeline.stop();
            QVERIFY(eventually([&] { return nursery.pipeline.runState() == RunState::Stopped; }));
        },
        static_cast<std::uint64_t>(scaled(20)));
}

SLUICE_TEST(TestConsumerSupervisorThreads)

} // namespace tst_consumersupervisor_threads

#include "tst_consumersupervisor_threads.moc"
