// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

// Stages of a running pipeline are asked about themselves; what they answer is in
// tests/stage/tst_examination.cpp.

#include "core/pipeline/pipeline.h"
#include "core/telemetry/clock.h"
#include "tests/support/livepipeline.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>

namespace tst_pipelineexamination {

using namespace sluice;
using namespace sluice::test;

class TestPipelineExamination : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksStagesThatRun();
    void leavesPausesOutOfWhatEventsTake();
};

void TestPipelineExamination::asksStagesThatRun()
{
    LivePipeline live;
    const auto consumer = live.join();
    QSignalSpy examined(&live.pipeline, &Pipeline::examined);
    QCOMPARE(live.pipeline.examine(StageId{99}), PipelineError::UnknownStage);
    QCOMPARE(live.pipeline.examine(consumer.stage), PipelineError::NotNow);
    live.pipeline.start();
    QVERIFY(eventually([&] { return consumer.probe->handled > 0; }));
    live.pipeline.pause();
    // Between two messages a stage answers also while it is paused.
    QCOMPARE(live.pipeline.examine(consumer.stage), PipelineError::None);
    QVERIFY(eventually([&] { return examined.size() == 1; }));
    QCOMPARE(examined[0][0].value<StageId>(), consumer.stage);
    const auto found = examined[0][1].value<Examination>();
    QVERIFY(found.ranNs > 0);
    QCOMPARE(found.ranNs, live.pipeline.snapshot().ranNs);
    QCOMPARE(found.buffer.count, 0);
    live.pipeline.resume();
    QVERIFY(eventually([&] {
        static_cast<void>(live.pipeline.examine(consumer.stage));
        return examined.last()[1].value<Examination>().time.events > 0;
    }));
    live.pipeline.endExamination(consumer.stage);
    live.pipeline.stop();
    QVERIFY(eventually([&] { return live.pipeline.runState() == RunState::Stopped; }));
}

void TestPipelineExamination::leavesPausesOutOfWhatEventsTake()
{
    LivePipeline live({.maxDemand = 2, .minDemand = 1});
    const auto consumer = live.join({.maxDemand = 2, .minDemand = 1});
    QCOMPARE(live.pipeline.setWorkTime(consumer.stage, std::chrono::milliseconds(50)),
             PipelineError::None);
    QSignalSpy examined(&live.pipeline, &Pipeline::examined);
    live.pipeline.start();
    QCOMPARE(live.pipeline.examine(consumer.stage), PipelineError::None);
    QVERIFY(eventually([&] { return live.figures(consumer.stage).handled > 0; }));
    live.pipeline.pause();
    const auto timeIn = [&](StageState state) {
        const StageFigures figures = live.figures(consumer.stage);
        const std::int64_t now = figures.state == state ? nowNs() - figures.stateSinceNs : 0;
        return figures.stateNs[static_cast<std::size_t>(state)] + now;
    };
    QVERIFY(eventually([&] { return timeIn(StageState::Paused) > 10 * timeIn(StageState::Busy); }));
    const std::int64_t pausedNs = timeIn(StageState::Paused);
    const auto workedOff = live.figures(consumer.stage).handled;
    live.pipeline.resume();
    QVERIFY(eventually([&] { return live.figures(consumer.stage).handled > workedOff; }));
    QVERIFY(eventually([&] {
        static_cast<void>(live.pipeline.examine(consumer.stage));
        return !examined.empty() && examined.last()[1].value<Examination>().time.events > workedOff;
    }));
    const auto found = examined.last()[1].value<Examination>();
    const std::int64_t busyNs = timeIn(StageState::Busy);
    QVERIFY2(found.time.longestNs < busyNs,
             qPrintable(QStringLiteral("%1, busy %2").arg(found.time.longestNs).arg(busyNs)));
    // Not counted as busy after all, once it went on.
    QVERIFY(timeIn(StageState::Paused) >= pausedNs);
    live.pipeline.stop();
    QVERIFY(eventually([&] { return live.pipeline.runState() == RunState::Stopped; }));
}

SLUICE_TEST(TestPipelineExamination)

} // namespace tst_pipelineexamination

#include "tst_pipelineexamination.moc"
