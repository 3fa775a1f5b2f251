// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Which threads stages run on. Real threads: what is waited for are conditions.

#include "core/pipeline/pipeline.h"
#include "core/stages/counter.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <set>
#include <sys/resource.h>

namespace tst_placement_threads {

using namespace sluice;
using namespace sluice::test;

namespace {

Placement shared(int threads)
{
    return {Placement::Kind::Shared, threads};
}

/// Whether every stage has told its operating system's thread.
bool hasBegun(const Pipeline &pipeline)
{
    return std::ranges::all_of(pipeline.snapshot().stages, [](const StageSnapshot &stage) {
        return stage.figures.osThread != 0;
    });
}

std::set<std::uint64_t> osThreads(const Pipeline &pipeline)
{
    std::set<std::uint64_t> threads;
    for (const StageSnapshot &stage : pipeline.snapshot().stages)
        threads.insert(stage.figures.osThread);
    return threads;
}

/// A thread has one number and a number one thread.
bool numbersAreTrue(const Pipeline &pipeline)
{
    std::set<std::pair<int, std::uint64_t>> pairs;
    std::set<int> numbers;
    for (const StageSnapshot &stage : pipeline.snapshot().stages) {
        pairs.emplace(stage.thread, stage.figures.osThread);
        numbers.insert(stage.thread);
    }
    return pairs.size() == numbers.size() && numbers.size() == osThreads(pipeline).size();
}

/// Time that the threads of all stages have had a processor. Not the process: a sanitizer has a
/// thread of its own that works, and this one looks at the clock.
qint64 processorTimeNs(const Pipeline &pipeline)
{
    qint64 used = 0;
    for (const std::uint64_t thread : osThreads(pipeline)) {
        QFile file(QStringLiteral("/proc/self/task/%1/schedstat").arg(thread));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        used += file.readAll().split(' ').front().toLongLong();
    }
    return used;
}

} // namespace

class TestPlacementThreads : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_threads = threadCount(); }

    void eachStageHasAThreadUnlessToldOtherwise();
    void stagesLetTheOwnerGoFirstIfTold();
    void sharedStagesRunOnAsManyThreads();
    void aStageCanChooseItsThread();
    void simulatedWorkHoldsUpNobodyElse();
    void aStageMayNeedQtsEventLoop();
    void removingAStageLeavesItsThreadToTheOthers();
    void anEmptiedThreadIsReplaced();
    void aPausedPipelineUsesNoProcessor();

private:
    qsizetype m_threads = 0; // before any pipeline; the last one's may still be ending
};

void TestPlacementThreads::eachStageHasAThreadUnlessToldOtherwise()
{
    LivePipeline live;
    live.pipeline.setPlacement({});
    live.join();
    live.pipeline.start();
    QVERIFY(eventually([&] { return hasBegun(live.pipeline); }));
    QCOMPARE_EQ(osThreads(live.pipeline).size(), 3U);
    QVERIFY(numbersAreTrue(live.pipeline));
}

void TestPlacementThreads::stagesLetTheOwnerGoFirstIfTold()
{
    const auto nicenessOf = [](std::uint64_t thread) {
        return getpriority(PRIO_PROCESS, static_cast<id_t>(thread));
    };
    const int own = nicenessOf(0);
    for (const int niceness : {0, 3}) {
        LivePipeline live;
        live.pipeline.setNiceness(niceness);
        live.join();
        live.pipeline.start();
        QVERIFY(eventually([&] { return hasBegun(live.pipeline); }));
        for (const std::uint64_t thread : osThreads(live.pipeline))
            QCOMPARE_EQ(nicenessOf(thread), std::min(own + niceness, 19));
    }
    QCOMPARE_EQ(nicenessOf(0), own);
}

void TestPlacementThreads::sharedStagesRunOnAsManyThreads()
{
    LivePipeline live;
    live.pipeline.setPlacement(shared(2));
    for (int i = 0; i < 10; ++i)
        live.join();
    live.pipeline.start();
    QVERIFY(eventually([&] { return hasBegun(live.pipeline); }));
    QCOMPARE_EQ(osThreads(live.pipeline).size(), 2U);
    QVERIFY(numbersAreTrue(live.pipeline));
    QVERIFY(eventually([&] { return live.pipeline.snapshot().received > 100'000 / scaled(20); }));
    live.pipeline.stop();
    QVERIFY(eventually([&] { return live.isStopped(); }));
    QCOMPARE(live.wrongAtTheEnd(), QString());
    QVERIFY(eventually([&] { return threadCount() == m_threads; }));
}

void TestPlacementThreads::aStageCanChooseItsThread()
{
    Pipeline pipeline;
    pipeline.setPlacement(shared(1));
    const auto add = [&](const QString &name, const QString &thread) {
        StageSpec spec{name,
                       {},
                       [] { return std::make_unique<sluice::Counter>(sluice::Counter::Options()); },
                       {}};
        spec.options.thread = thread;
        return pipeline.add(std::move(spec));
    };
    const StageId placed = add(QStringLiteral("placed"), {});
    const StageId own = add(QStringLiteral("own"), QStringLiteral("own"));
    const StageId left = add(QStringLiteral("left"), QStringLiteral("west"));
    const StageId right = add(QStringLiteral("right"), QStringLiteral("west"));
    pipeline.start();
    QVERIFY(eventually([&] { return hasBegun(pipeline); }));
    const Snapshot now = pipeline.snapshot();
    QCOMPARE_EQ(osThreads(pipeline).size(), 3U);
    QVERIFY(numbersAreTrue(pipeline));
    QCOMPARE_EQ(now.stage(left)->thread, now.stage(right)->thread);
    QVERIFY(now.stage(own)->thread != now.stage(placed)->thread);
}

void TestPlacementThreads::simulatedWorkHoldsUpNobodyElse()
{
    LivePipeline live;
    live.pipeline.setPlacement(shared(1));
    const auto slow = live.join();
    const auto fast = live.join();
    live.pipeline.setWorkTime(slow.stage, std::chrono::hours(1));
    live.pipeline.start();
    // Its share of the demand is what the slow one had asked for at first; the rest goes on.
    QVERIFY(eventually([&] { return live.figures(fast.stage).handled > 10'000; }));
    QCOMPARE_EQ(osThreads(live.pipeline).size(), 2U);
    QVERIFY(numbersAreTrue(live.pipeline));
}

void TestPlacementThreads::aStageMayNeedQtsEventLoop()
{
    Pipeline pipeline;
    pipeline.setPlacement(shared(1));
    for (const EventLoop loop : {EventLoop::Lean, EventLoop::Qt, EventLoop::Qt}) {
        StageSpec spec{QStringLiteral("stage"),
                       {},
                       [] { return std::make_unique<sluice::Counter>(sluice::Counter::Options()); },
                       {}};
        spec.options.loop = loop;
        pipeline.add(std::move(spec));
    }
    pipeline.start();
    QVERIFY(eventually([&] { return hasBegun(pipeline); }));
    QCOMPARE_EQ(osThreads(pipeline).size(), 3U);
}

void TestPlacementThreads::removingAStageLeavesItsThreadToTheOthers()
{
    LivePipeline live;
    live.pipeline.setPlacement(shared(1));
    const auto leaving = live.join();
    const auto staying = live.join();
    live.pipeline.start();
    QVERIFY(eventually([&] { return live.figures(leaving.stage).handled > 0; }));
    live.pipeline.remove(leaving.stage);
    QVERIFY(eventually([&] { return live.settlements.size() == 1; }));
    const EventCount before = live.figures(staying.stage).handled;
    QVERIFY(eventually([&] { return live.figures(staying.stage).handled > before; }));
    const auto late = live.join();
    QVERIFY(eventually([&] { return live.figures(late.stage).handled > 0; }));
    QCOMPARE_EQ(osThreads(live.pipeline).size(), 1U);
}

void TestPlacementThreads::anEmptiedThreadIsReplaced()
{
    Pipeline pipeline;
    pipeline.setPlacement(shared(1));
    const auto add = [&] {
        return pipeline.addProducer<sluice::Counter>(QStringLiteral("counter"),
                                                     sluice::Counter::Options());
    };
    pipeline.start();
    bool isRemoved = false;
    connect(&pipeline, &Pipeline::removed, this, [&isRemoved] { isRemoved = true; });
    const StageId first = add();
    pipeline.remove(first);
    const StageId second = add(); // the thread may be ending just now
    QVERIFY(eventually([&] { return isRemoved; }));
    QVERIFY(eventually([&] { return pipeline.snapshot().stage(second)->figures.osThread != 0; }));
    QCOMPARE_EQ(pipeline.snapshot().stage(second)->thread, 1);
}

void TestPlacementThreads::aPausedPipelineUsesNoProcessor()
{
    LivePipeline live;
    live.join();
    live.pipeline.start();
    QVERIFY(eventually([&] { return live.pipeline.snapshot().received > 0; }));
    live.pipeline.pause();
    const auto held = [&] {
        const auto stages = live.pipeline.snapshot().stages;
        return std::ranges::all_of(stages, [](const StageSnapshot &stage) {
            return stage.figures.state == StageState::Paused;
        });
    };
    QVERIFY(eventually(held));
    QElapsedTimer clock;
    clock.start();
    const qint64 before = processorTimeNs(live.pipeline);
    QVERIFY(before > 0);
    QTest::qWait(500); // what is measured is a time
    QCOMPARE_LT((processorTimeNs(live.pipeline) - before) * 100, clock.nsecsElapsed());
}

SLUICE_TEST(TestPlacementThreads)

} // namespace tst_placement_threads

#include "tst_placement_threads.moc"
