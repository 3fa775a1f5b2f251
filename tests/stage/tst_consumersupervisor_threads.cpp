// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// One child for each event, on threads: the tests say when a child ends. Waits are for conditions.

#include "core/pipeline/pipelinecalls.h"
#include "core/stage/consumersupervisor.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <QScopeGuard>

#include <atomic>
#include <map>
#include <mutex>

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;

namespace {

/// Where the tests say what becomes of the children.
class Fates
{
public:
    /// What starting a child for an event comes to, the first time, the second, …; the last stays.
    std::map<Integer, std::vector<ChildStart>> starts;

    ChildStart start(Integer event)
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t attempt = m_attempts[event]++;
        if (const auto found = starts.find(event); found != starts.end() && !found->second.empty())
            return found->second[std::min(attempt, found->second.size() - 1)];
        return working(event);
    }

    /// A child that works until it is told to end.
    ChildStart working(Integer event, const QVariant &extra = {})
    {
        return ChildStart::started(
            [this, event](const StopSignal &stop) { return work(event, stop); }, extra);
    }

    void end(Integer event, const StopReason &reason = StopReason::normal())
    {
        const std::lock_guard lock(m_mutex);
        m_ends[event] = reason;
    }

    /// From now on children do not look whether they are to stop.
    void turnDeaf() { m_isDeaf = true; }

    [[nodiscard]] int stopped() const { return m_stopped; }

    /// Children whose threads work.
    [[nodiscard]] int working() const { return m_working; }

    [[nodiscard]] std::size_t attempts(Integer event)
    {
        const std::lock_guard lock(m_mutex);
        return m_attempts[event];
    }

private:
    StopReason work(Integer event, const StopSignal &stop)
    {
        ++m_working;
        const auto done = qScopeGuard([this] { --m_working; });
        for (;;) {
            const bool isToStop = stop.waitFor(1ms);
            if (isToStop && !m_isDeaf) {
                ++m_stopped;
                return StopReason::shutdown();
            }
            const std::lock_guard lock(m_mutex);
            if (const auto end = m_ends.extract(event); !end.empty())
                return end.mapped();
        }
    }

    std::mutex m_mutex;
    std::map<Integer, std::size_t> m_attempts;
    std::map<Integer, StopReason> m_ends;
    std::atomic<bool> m_isDeaf = false;
    std::atomic<int> m_stopped = 0;
    std::atomic<int> m_working = 0;
};

class Children final : public ConsumerSupervisor<Integer>
{
public:
    Children(std::shared_ptr<Fates> fates, const ConsumerSupervisorOptions &options)
        : ConsumerSupervisor(options)
        , m_fates(std::move(fates))
    {
    }

    ChildStart startChild(const Integer &event) override
    {
        if (event < 0)
            throw std::runtime_error("no child for " + std::to_string(event));
        return m_fates->start(event);
    }

private:
    std::shared_ptr<Fates> m_fates;
};

/// A counter and a consumer supervisor, on real threads.
struct Nursery
{
    explicit Nursery(const ConsumerSupervisorOptions &options = {}, const CounterPlan &plan = {})
        : counter(pipeline.addProducer<Counter>(QStringLiteral("counter"), probe, plan))
        , children(pipeline.addConsumer<Children>(QStringLiteral("children"), fates, options))
    {
    }

    void start(const SubscriptionOptions &options)
    {
        subscription = pipeline.subscribe(children, counter, options).id;
        pipeline.start();
    }

    ChildReply ask(const ChildRequest &request)
    {
        const auto future = pipeline.calls().call(children, QVariant::fromValue(request));
        if (!eventually([&] { return future.isFinished(); }))
            return {};
        return future.result().value.value<ChildReply>();
    }

    /// Workers and active ones, as the conformance rows write them.
    QString counts()
    {
        const ChildReply reply = ask({.kind = ChildRequest::Kind::Count});
        return QStringLiteral("%1/%2").arg(reply.workers).arg(reply.active);
    }

    [[nodiscard]] bool comesTo(const QString &expected)
    {
        return eventually([&] { return counts() == expected; });
    }

    ChildReply startByHand(Integer event)
    {
        return ask({.kind = ChildRequest::Kind::Start, .event = QVariant::fromValue(event)});
    }

    ChildError terminate(ChildId child)
    {
        return ask({.kind = ChildRequest::Kind::Terminate, .child = child}).error;
    }

    [[nodiscard]] bool isStopped()
    {
        return eventually([&] { return pipeline.stopReason(children).has_value(); });
    }

    ProbePtr probe = std::make_shared<Probe>();
    std::shared_ptr<Fates> fates = std::make_shared<Fates>();
    Pipeline pipeline;
    StageRef<void, Integer> counter;
    StageRef<Integer, void> children;
    SubscriptionId subscription;
};

const ConsumerSupervisorOptions transient{.restart = RestartMode::Transient,
                                          .intensity = {.maxRestarts = 100'000}};
const StopReason boom = StopReason::failed("boom");

} // namespace

class TestConsumerSupervisorThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceEnoughChildrenHaveEnded_data();
    void asksOnceEnoughChildrenHaveEnded();
    void gs212_asksNothingWhileNoneHasEnded();
    void gs205_gs207_startsAChildForEachEventThatWantsOne();
    void gs181_aChildByHandIsAnsweredAsItStarts();
    void gs183_aTemporaryChildIsNotRestarted();
    void gs185_whatRestartingComesTo();
    void gs187_gs188_stopsAfterTooManyRestarts_data();
    void gs187_gs188_stopsAfterTooManyRestarts();
    void gs190_gs194_stopsItsChildrenAsTheOptionsSay_data();
    void gs190_gs194_stopsItsChildrenAsTheOptionsSay();
    void gs190_leavesDeafChildrenBehind_data();
    void gs190_leavesDeafChildrenBehind();
    void gs196_gs197_terminatesAChildOnce_data();
    void gs196_gs197_terminatesAChildOnce();
    void gs199_gs204_subscribesLikeAnyConsumer();
    void gs209_aRestartingChildKeepsItsPlace();
    void gs210_childrenOutliveTheirProducer();
    void gs171_refusesOptionsThatCannotBeUsed_data();
    void gs171_refusesOptionsThatCannotBeUsed();
    void neverHasMoreChildrenThanMaxDemand();
};

void TestConsumerSupervisorThreads::asksOnceEnoughChildrenHaveEnded_data()
{
    QTest::addColumn<EventCount>("minDemand");
    QTest::addColumn<QList<EventCount>>("demands");
    QTest::newRow("GX-17 10/0: one for each")
        << EventCount(0) << QList<EventCount>{10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    QTest::newRow("GX-17 10/5: five after five") << EventCount(5) << QList<EventCount>{10, 5, 5};
    QTest::newRow("GX-17 10/9: nine after nine") << EventCount(9) << QList<EventCount>{10, 9};
}

void TestConsumerSupervisorThreads::asksOnceEnoughChildrenHaveEnded()
{
    QFETCH(const EventCount, minDemand);
    QFETCH(const QList<EventCount>, demands);
    Nursery nursery;
    nursery.start({.maxDemand = 10, .minDemand = minDemand});
    QVERIFY(nursery.comesTo(QStringLiteral("10/10")));
    QCOMPARE(nursery.probe->demands(), std::vector<EventCount>{10});
    for (Integer event = 0; event < 10; ++event)
        nursery.fates->end(event);
    const std::vector<EventCount> expected(demands.begin(), demands.end());
    QVERIFY(eventually([&] { return nursery.probe->demands() == expected; }));
    QVERIFY(nursery.comesTo(minDemand == 9 ? QStringLiteral("9/9") : QStringLiteral("10/10")));
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
    Nursery nursery({}, {.total = 6, .first = -1}); // the first one throws
    nursery.fates->starts = {{1, {nursery.fates->working(1, QStringLiteral("extra"))}},
                             {2, {ChildStart::failed("error")}},
                             {3, {ChildStart::ignored()}},
                             {4, {ChildStart{}}}}; // a child without a task
    nursery.start({.cancel = CancelMode::Temporary});
    QVERIFY(nursery.comesTo(QStringLiteral("2/2"))); // of 0 and 1
    QCOMPARE_EQ(nursery.pipeline.snapshot().stage(nursery.children)->figures.handled, 6);
    QVERIFY(!nursery.pipeline.stopReason(nursery.children));
    const auto children = nursery.ask({.kind = ChildRequest::Kind::Which}).children;
    QCOMPARE_EQ(children.size(), 2U);
    QVERIFY(children[0].id < children[1].id && !children[0].isRestarting);
}

void TestConsumerSupervisorThreads::gs181_aChildByHandIsAnsweredAsItStarts()
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
    QCOMPARE(nursery.startByHand(-7).text, std::string("no child for -7"));
    const ChildReply other =
        nursery.ask({.kind = ChildRequest::Kind::Start, .event = QStringLiteral("seven")});
    QVERIFY(other.error == ChildError::BadEvent);
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
}

void TestConsumerSupervisorThreads::gs183_aTemporaryChildIsNotRestarted()
{
    Nursery nursery;
    nursery.pipeline.start();
    for (const StopReason &reason : {StopReason::shutdown(), boom}) {
        nursery.startByHand(0);
        nursery.fates->end(0, reason);
        QVERIFY(nursery.comesTo(QStringLiteral("0/0")));
    }
    QCOMPARE_EQ(nursery.fates->attempts(0), 2U);
}

void TestConsumerSupervisorThreads::gs185_whatRestartingComesTo()
{
    Nursery nursery(transient);
    nursery.pipeline.start();
    Fates &fates = *nursery.fates;
    fates.starts = {{2, {fates.working(2), ChildStart::ignored()}},
                    {3, {fates.working(3), ChildStart::failed("error")}},
                    {4, {fates.working(4), ChildStart{}}}};
    for (Integer event = 0; event < 5; ++event)
        nursery.startByHand(event);
    fates.end(0, boom); // comes back
    QVERIFY(eventually([&] { return fates.attempts(0) == 2; }));
    fates.end(1, StopReason::shutdown()); // ended in order: not abnormal
    QVERIFY(nursery.comesTo(QStringLiteral("4/4")));
    fates.end(2, boom); // does not want to come back
    QVERIFY(nursery.comesTo(QStringLiteral("3/3")));
    fates.end(3, boom); // cannot come back, and is tried again and again
    QVERIFY(nursery.comesTo(QStringLiteral("3/2")));
    fates.end(4, boom);
    QVERIFY(nursery.comesTo(QStringLiteral("3/1")));
    QVERIFY(nursery.ask({.kind = ChildRequest::Kind::Which}).children[1].isRestarting);
}

void TestConsumerSupervisorThreads::gs187_gs188_stopsAfterTooManyRestarts_data()
{
    QTest::addColumn<int>("maxSeconds");
    QTest::newRow("GS-187") << 5;
    QTest::newRow("GS-188 within the same second") << 0;
}

void TestConsumerSupervisorThreads::gs187_gs188_stopsAfterTooManyRestarts()
{
    QFETCH(const int, maxSeconds);
    Nursery nursery(
        {.restart = RestartMode::Transient,
         .intensity = {.maxRestarts = 1, .maxSeconds = std::chrono::seconds(maxSeconds)}});
    nursery.pipeline.start();
    nursery.fates->starts = {{0, {nursery.fates->working(0), ChildStart::failed("error")}}};
    nursery.startByHand(0);
    nursery.fates->end(0, boom);
    QVERIFY(nursery.isStopped());
    QVERIFY(*nursery.pipeline.stopReason(nursery.children) == StopReason::shutdown());
}

void TestConsumerSupervisorThreads::gs190_gs194_stopsItsChildrenAsTheOptionsSay_data()
{
    QTest::addColumn<std::optional<std::chrono::milliseconds>>("shutdown");
    QTest::newRow("GS-191 as long as it takes") << std::optional<std::chrono::milliseconds>();
    QTest::newRow("GS-193, GS-194 some time") << std::optional<std::chrono::milliseconds>(60'000ms);
}

void TestConsumerSupervisorThreads::gs190_gs194_stopsItsChildrenAsTheOptionsSay()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, shutdown);
    Nursery nursery({.shutdown = shutdown});
    nursery.pipeline.start();
    for (Integer event = 0; event < 3; ++event)
        nursery.startByHand(event);
    nursery.pipeline.stop();
    QVERIFY(eventually([&] { return nursery.pipeline.runState() == RunState::Stopped; }));
    QCOMPARE_EQ(nursery.fates->stopped(), 3); // all were heard of before the stage was gone
}

void TestConsumerSupervisorThreads::gs190_leavesDeafChildrenBehind_data()
{
    QTest::addColumn<std::optional<std::chrono::milliseconds>>("shutdown");
    QTest::newRow("GS-190 brutal") << std::optional<std::chrono::milliseconds>(0ms);
    QTest::newRow("after the time") << std::optional<std::chrono::milliseconds>(5ms);
}

void TestConsumerSupervisorThreads::gs190_leavesDeafChildrenBehind()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, shutdown);
    Nursery nursery({.shutdown = shutdown});
    const auto fates = nursery.fates;
    nursery.pipeline.start();
    for (Integer event = 0; event < 3; ++event)
        nursery.startByHand(event);
    QVERIFY(eventually([&] { return fates->working() == 3; }));
    fates->turnDeaf();
    nursery.pipeline.stop();
    QVERIFY(eventually([&] { return nursery.pipeline.runState() == RunState::Stopped; }));
    QCOMPARE_EQ(fates->stopped(), 0);
    for (Integer event = 0; event < 3; ++event)
        fates->end(event); // their threads end with them
    QVERIFY(eventually([&] { return fates->working() == 0; }));
}

void TestConsumerSupervisorThreads::gs196_gs197_terminatesAChildOnce_data()
{
    QTest::addColumn<std::optional<std::chrono::milliseconds>>("shutdown");
    QTest::addColumn<bool>("isDeaf");
    using Shutdown = std::optional<std::chrono::milliseconds>;
    QTest::newRow("GS-196 brutal") << Shutdown(0ms) << false;
    QTest::newRow("GS-196 brutal, deaf") << Shutdown(0ms) << true;
    QTest::newRow("GS-197 some time") << Shutdown(60'000ms) << false;
    QTest::newRow("some time is over") << Shutdown(5ms) << true;
    QTest::newRow("as long as it takes") << Shutdown() << false;
}

void TestConsumerSupervisorThreads::gs196_gs197_terminatesAChildOnce()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, shutdown);
    QFETCH(const bool, isDeaf);
    Nursery nursery({.restart = RestartMode::Transient, .shutdown = shutdown});
    nursery.pipeline.start();
    const ChildId child = nursery.startByHand(0).child;
    QVERIFY(eventually([&] { return nursery.fates->working() == 1; }));
    if (isDeaf)
        nursery.fates->turnDeaf();
    QVERIFY(nursery.terminate(child) == ChildError::None);
    QVERIFY(nursery.terminate(child) == ChildError::NotFound);
    QCOMPARE(nursery.counts(), QStringLiteral("0/0"));
    nursery.fates->end(0);
    QVERIFY(eventually([&] { return nursery.fates->working() == 0; }));
}

void TestConsumerSupervisorThreads::gs199_gs204_subscribesLikeAnyConsumer()
{
    Nursery nursery;
    nursery.pipeline.start();
    const auto subscribe = [&](const QString &producer, const SubscriptionOptions &options) {
        const auto future = nursery.pipeline.calls().subscribe(nursery.children, producer, options);
        return eventually([&] { return future.isFinished(); }) ? future.result() : SubscribeReply{};
    };
    const QString counter = QStringLiteral("counter");
    const QString nobody = QStringLiteral("nobody");
    QVERIFY(subscribe(counter, {.maxDemand = 2}).id.isValid()); // GS-199
    const auto refused = subscribe(counter, {.maxDemand = 0});  // GS-200
    QVERIFY(refused.error == PipelineError::BadOptions && refused.option->option == "maxDemand");
    QVERIFY(subscribe(counter, {.maxDemand = 5, .minDemand = 5}).option->option == "minDemand");
    QVERIFY(nursery.comesTo(QStringLiteral("2/2")));
    QVERIFY(subscribe(nobody, {.cancel = CancelMode::Temporary})); // GS-204
    QCOMPARE(nursery.counts(), QStringLiteral("2/2"));
    QVERIFY(subscribe(nobody, {})); // GS-201, GS-202
    QVERIFY(nursery.isStopped());
    QVERIFY(nursery.pipeline.stopReason(nursery.children)->kind == StopReason::Kind::NoProcess);
}

void TestConsumerSupervisorThreads::gs209_aRestartingChildKeepsItsPlace()
{
    Nursery nursery(transient);
    Fates &fates = *nursery.fates;
    fates.starts = {{0, {fates.working(0), ChildStart::failed("error")}}};
    nursery.start({.maxDemand = 1, .minDemand = 0});
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    fates.end(0, boom);
    QVERIFY(nursery.comesTo(QStringLiteral("1/0")));
    QCOMPARE(nursery.probe->demands(), std::vector<EventCount>{1});
    const ChildId stuck = nursery.ask({.kind = ChildRequest::Kind::Which}).children[0].id;
    QVERIFY(nursery.terminate(stuck) == ChildError::None);
    QVERIFY(nursery.comesTo(QStringLiteral("1/1")));
    QCOMPARE_EQ(fates.attempts(1), 1U); // the next event
    fates.end(1, boom);
    QVERIFY(eventually([&] { return fates.attempts(1) == 2; })); // the same event again
    QCOMPARE(nursery.counts(), QStringLiteral("1/1"));
    QCOMPARE(nursery.probe->demands(), (std::vector<EventCount>{1, 1}));
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

SLUICE_TEST_MAIN(TestConsumerSupervisorThreads)
#include "tst_consumersupervisor_threads.moc"
