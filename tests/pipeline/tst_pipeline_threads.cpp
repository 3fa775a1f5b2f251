// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Pipelines at full speed on real threads: they wait for conditions that must come, with deadlines
// far beyond what that takes. Registered a second time with Qt's other event dispatcher.

#include "core/pipeline/pipeline.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <algorithm>
#include <set>

namespace tst_pipeline_threads {

using namespace sluice;
using namespace sluice::test;
using namespace std::chrono_literals;

class TestPipelineThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_threads = threadCount(); }
    void cleanup();
    void addsTwoHundredConsumersAndRemovesThemAll();
    void settlesAPausedRemovalWhenItGoesOn();
    void staysBoundedWhenAConsumerLeavesWithUnmetDemand();
    void keepsEveryEventUnderRandomChanges();
    void drainsWithoutLoss();
    void stopsAfterExactlyAsManyEvents();
    void followsACrashAsTheCancelModesSay();
    void stopsInTheMiddleOfWork();
    void pausesInTheMiddleOfWork();
    void joinsItsThreadsAtFullSpeed();
    void leavesAStuckStageBehind();

private:
    qsizetype m_threads = 0; // without a pipeline
};

// No thread is left of any of them; the kernel may lag a little behind a join.
void TestPipelineThreads::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(threadCount(), m_threads, longWait);
}

void TestPipelineThreads::addsTwoHundredConsumersAndRemovesThemAll()
{
    const auto count = static_cast<std::size_t>(scaled(200));
    LivePipeline live;
    live.pipeline.start();
    std::vector<LivePipeline::Joined> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(live.join({.maxDemand = 100}));
    const auto hasWorked = [](const auto &joined) { return joined.probe->handled > 0; };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(all, hasWorked), longWait);
    for (const auto &joined : all)
        QCOMPARE(live.pipeline.remove(joined.stage), PipelineError::None);
    QTRY_COMPARE_WITH_TIMEOUT(live.settlements.size(), count, longWait);
    QCOMPARE(live.settled, live.figures(live.filter).sent);
    EventCount handled = 0;
    for (const Settlement &settlement : live.settlements)
        handled += settlement.handled;
    QCOMPARE(live.pipeline.snapshot().received, handled);
    live.pipeline.stop();
    QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
    QCOMPARE(live.wrongAtTheEnd(), QString());
}

void TestPipelineThreads::settlesAPausedRemovalWhenItGoesOn()
{
    LivePipeline live;
    const auto leaving = live.join({.maxDemand = 100});
    const auto staying = live.join({.maxDemand = 100});
    live.pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(leaving.probe->handled > 1000 && staying.probe->handled > 1000,
                             longWait);
    live.pipeline.pause();
    const auto isPaused = [](const StageSnapshot &s) {
        return s.figures.state == StageState::Paused;
    };
    QVERIFY(
        eventually([&] { return std::ranges::all_of(live.pipeline.snapshot().stages, isPaused); }));
    const EventCount sent = live.link(leaving.subscription).outlet.sent;
    QCOMPARE(live.pipeline.remove(leaving.stage), PipelineError::None);
    QTRY_COMPARE_WITH_TIMEOUT(live.figures(leaving.stage).state, StageState::Leaving, longWait);
    QVERIFY(live.settlements.empty());
    const EventCount handled = staying.probe->handled;
    live.pipeline.resume();
    QTRY_COMPARE_WITH_TIMEOUT(live.settlements.size(), 1U, longWait);
    // Until the filter hears of it, it may still send what was asked for.
    QCOMPARE_GE(live.settled, sent);
    QCOMPARE_LE(live.settled, sent + 100);
    QTRY_VERIFY_WITH_TIMEOUT(staying.probe->handled > handled, longWait);
    live.pipeline.stop();
    QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
    QCOMPARE(live.wrongAtTheEnd(), QString());
}

void TestPipelineThreads::staysBoundedWhenAConsumerLeavesWithUnmetDemand()
{
    // GX-23, REF-21: it asks while there is nothing, and leaves
    LivePipeline live({.maxDemand = 100});
    live.pipeline.cancel(live.upstream);
    live.pipeline.start();
    const auto leaving = live.join({.maxDemand = 10'000});
    QTRY_COMPARE_WITH_TIMEOUT(live.figures(live.filter).deliverable, 10'000, longWait);
    live.pipeline.remove(leaving.stage);
    QTRY_COMPARE_WITH_TIMEOUT(live.settlements.size(), 1U, longWait);
    QCOMPARE(live.settlements.back().withdrawn, 10'000);
    live.upstream = live.pipeline.subscribe(live.filter, live.counter, {.maxDemand = 100}).id;
    QTRY_COMPARE_WITH_TIMEOUT(live.figures(live.filter).inbound, 100, longWait);
    QCOMPARE(live.figures(live.filter).handled, 0);

    // And at full speed: everything before it comes to rest, full and no fuller.
    for (std::size_t round = 2; round <= 6; ++round) {
        const auto joined = live.join({.maxDemand = 10'000});
        QTRY_VERIFY_WITH_TIMEOUT(joined.probe->handled > 1000, longWait);
        live.pipeline.remove(joined.stage);
        QTRY_COMPARE_WITH_TIMEOUT(live.settlements.size(), round, longWait);
        const auto hasAllItAskedFor = [&] {
            const InletFigures in = live.link(live.upstream).inlet;
            return in.asked == in.arrived && in.arrived == live.figures(live.filter).arrived;
        };
        QVERIFY(eventually(hasAllItAskedFor));
        const StageFigures filter = live.figures(live.filter);
        QCOMPARE_EQ(filter.inbound, 100);
        QCOMPARE_LE(filter.buffered, 100);
        QCOMPARE(filter.emitted, filter.sent + filter.buffered);
    }
    live.pipeline.stop();
    QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
    QCOMPARE(live.wrongAtTheEnd(), QString());
}

void TestPipelineThreads::keepsEveryEventUnderRandomChanges()
{
    const auto change = [](LivePipeline &live, std::vector<LivePipeline::Joined> &joined,
                           Random &random) {
        Pipeline &pipeline = live.pipeline;
        const auto which = joined.empty() ? 0 : random.below(joined.size());
        const auto action = joined.empty() ? 0 : random.below(8);
        if (action <= 1 && joined.size() < 8) {
            joined.push_back(live.join({.maxDemand = random.between(1, 500),
                                        .cancel = static_cast<CancelMode>(random.below(3))}));
        } else if (action == 2) {
            pipeline.remove(joined[which].stage);
            joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(which));
        } else if (action == 3) {
            pipeline.cancel(joined[which].subscription);
        } else if (action == 4) {
            pipeline.pause();
        } else if (action == 5) {
            pipeline.setWorkTime(joined[which].stage, random.chance(1, 2) ? 0us : 50us);
        } else if (action == 6) {
            const EventCount maximum = random.between(1, 1000);
            EventCount &largest = live.largestMaximum[joined[which].subscription];
            largest = std::max(largest, maximum);
            pipeline.setDemand(joined[which].subscription, maximum, maximum / 2);
        }
        if (action != 4 || random.chance(1, 2))
            pipeline.resume();
    };
    forEachSeed(
        [&](Random &random) {
            LivePipeline live({.maxDemand = random.between(1, 1000)});
            std::vector<LivePipeline::Joined> joined;
            live.pipeline.start();
            for (int i = 0; i < 60; ++i) {
                change(live, joined, random);
                for (auto turns = random.below(20); turns > 0; --turns) {
                    QCoreApplication::processEvents();
                    QCOMPARE(live.wrongNow(), QString());
                }
            }
            const bool drains = random.chance(1, 2);
            if (drains)
                live.pipeline.drain();
            else
                live.pipeline.stop();
            QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
            QCOMPARE(live.wrongAtTheEnd(), QString());
        },
        static_cast<std::uint64_t>(std::max<std::int64_t>(3, scaled(20))));
}

void TestPipelineThreads::drainsWithoutLoss()
{
    LivePipeline live;
    for (int i = 0; i < 3; ++i)
        live.join({.maxDemand = 10});
    live.pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(live.filterProbe->handled > 10'000, longWait);
    live.pipeline.drain();
    QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
    const Snapshot snapshot = live.pipeline.snapshot();
    QCOMPARE(snapshot.lost, 0);
    QCOMPARE(snapshot.received, live.filterProbe->emitted.load());
    QCOMPARE(live.filterProbe->handled.load(), live.counterProbe->emitted.load());
    QCOMPARE(live.wrongAtTheEnd(), QString());
}

void TestPipelineThreads::stopsAfterExactlyAsManyEvents()
{
    constexpr std::size_t count = 20'000;
    LivePipeline live;
    for (const EventCount maximum : {1, 10, 1000})
        live.join<Recorder>({.maxDemand = maximum});
    live.pipeline.setEventLimit(count);
    live.pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
    std::vector<Integer> evens;
    for (const ProbePtr &probe : live.probes) {
        const auto seen = probe->events();
        QVERIFY(std::ranges::is_sorted(seen));
        evens.insert(evens.end(), seen.begin(), seen.end());
    }
    std::ranges::sort(evens);
    QCOMPARE(evens.size(), count);
    for (std::size_t i = 0; i < count; ++i)
        QCOMPARE(evens[i], static_cast<Integer>(2 * i));
    QCOMPARE(live.pipeline.snapshot().received, static_cast<EventCount>(count));
}

void TestPipelineThreads::followsACrashAsTheCancelModesSay()
{
    LivePipeline live;
    const auto permanent = live.join({.cancel = CancelMode::Permanent});
    const auto transient = live.join({.cancel = CancelMode::Transient});
    const auto temporary = live.join({.cancel = CancelMode::Temporary});
    std::map<StageId, std::pair<QString, bool>> stopped;
    connect(&live.pipeline, &Pipeline::stageStopped, this,
            [&](StageId id, const QString &reason, bool crashed) {
                stopped[id] = {reason, crashed};
            });
    live.pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(temporary.probe->handled > 0, longWait);
    live.filterProbe->fault = Probe::Fault::Events;
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 3U, longWait);
    const QString planted = QStringLiteral("planted");
    QCOMPARE(stopped[live.filter], std::pair(planted, true));
    QCOMPARE(stopped[permanent.stage], std::pair(planted, false));
    QCOMPARE(stopped[transient.stage], std::pair(planted, false));
    QCOMPARE(live.figures(live.filter).state, StageState::Crashed);
    // The other two still run, and new life can be joined to them.
    const auto second = std::make_shared<Probe>();
    const auto copier = live.pipeline.addProducerConsumer<Middle>(QStringLiteral("copier"), second,
                                                                  Middle::Work::Copies);
    QVERIFY(live.pipeline.subscribe(copier, live.counter));
    const auto again = live.pipeline.subscribe(temporary.stage, copier);
    QVERIFY(again);
    const EventCount handled = temporary.probe->handled;
    QTRY_VERIFY_WITH_TIMEOUT(temporary.probe->handled > handled, longWait);
}

void TestPipelineThreads::stopsInTheMiddleOfWork()
{
    LivePipeline live;
    const auto joined = live.join();
    live.pipeline.setWorkTime(joined.stage, 1h);
    live.pipeline.setWorkTime(live.counter, 1ns);
    live.pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(live.link(joined.subscription).outlet.sent > 0, longWait);
    QVERIFY(eventually([&] { return live.figures(joined.stage).state == StageState::Busy; }));
    live.pipeline.setWorkTime(live.counter, 1h);
    live.pipeline.stop();
    QTRY_VERIFY_WITH_TIMEOUT(live.isStopped(), longWait);
    QCOMPARE(joined.probe->handled.load(), 0);
    QCOMPARE_GT(live.figures(joined.stage).lost, 0);
    QCOMPARE(live.wrongAtTheEnd(), QString());
}

void TestPipelineThreads::pausesInTheMiddleOfWork()
{
    LivePipeline live;
    const auto joined = live.join();
    live.pipeline.setWorkTime(joined.stage, 1h);
    live.pipeline.start();
    QTRY_VERIFY_WITH_TIMEOUT(live.link(joined.subscription).outlet.sent > 0, longWait);
    QVERIFY(eventually([&] { return live.figures(joined.stage).state == StageState::Busy; }));
    live.pipeline.pause();
    QVERIFY(eventually([&] { return live.figures(joined.stage).state == StageState::Paused; }));
    live.pipeline.resume();
    QVERIFY(eventually([&] { return live.figures(joined.stage).state == StageState::Busy; }));
    QCOMPARE(joined.probe->handled.load(), 0);
    live.pipeline.pause();
    live.pipeline.setWorkTime(joined.stage, 0ns);
    QVERIFY(eventually([&] { return live.figures(joined.stage).state == StageState::Paused; }));
    live.pipeline.resume();
    QTRY_VERIFY_WITH_TIMEOUT(joined.probe->handled > 1000, longWait);
}

void TestPipelineThreads::joinsItsThreadsAtFullSpeed()
{
    QElapsedTimer timer;
    std::vector<ProbePtr> probes;
    {
        LivePipeline live;
        for (int i = 0; i < 10; ++i)
            live.join();
        live.pipeline.start();
        QTRY_VERIFY_WITH_TIMEOUT(live.probes.back()->handled > 1000, longWait);
        std::set<int> numbers;
        for (const StageSnapshot &stage : live.pipeline.snapshot().stages)
            numbers.insert(stage.thread);
        QCOMPARE_GE(threadCount(), m_threads + static_cast<qsizetype>(numbers.size()));
        probes = live.probes;
        timer.start();
    }
    QCOMPARE_LT(timer.elapsed(), 2000);
    for (const ProbePtr &probe : probes)
        QCOMPARE(probe->terminations.load(), 1);
}

void TestPipelineThreads::leavesAStuckStageBehind()
{
    const auto latches = std::make_shared<Stuck::Latches>();
    {
        LivePipeline live;
        live.join();
        const auto stuck = live.pipeline.addConsumer<Stuck>(QStringLiteral("stuck"), latches);
        live.pipeline.subscribe(stuck, live.filter);
        live.pipeline.start();
        latches->entered.wait();
        QVERIFY(live.pipeline.stuckStages().isEmpty());
        live.pipeline.stop();
        QTRY_COMPARE_WITH_TIMEOUT(live.pipeline.stuckStages(), QStringList{QStringLiteral("stuck")},
                                  longWait);
        QCOMPARE(live.pipeline.runState(), RunState::Stopping);
        QTest::ignoreMessage(
            QtWarningMsg,
            "Stage stuck does not return from its own code; its thread is left behind.");
    }
    QTRY_COMPARE_WITH_TIMEOUT(threadCount(), m_threads + 1, longWait);
    latches->released.count_down();
    latches->gone.wait();
    // cleanup() sees its thread go
}

SLUICE_TEST(TestPipelineThreads)

} // namespace tst_pipeline_threads

#include "tst_pipeline_threads.moc"
