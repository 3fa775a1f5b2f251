// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pipeline/pipeline.h"
#include "tests/support/teststages.h"

#include <QDir>
#include <QTest>

#include <map>
#include <vector>

namespace sluice::test {

inline constexpr int longWait = 60'000; ///< ms to wait for a condition; far more than it takes

/// Waits until \a holds() was true once. QTRY_VERIFY looks twice, which fails for what comes and goes.
template<class Holds>
[[nodiscard]] bool eventually(Holds holds)
{
    return QTest::qWaitFor(holds, longWait);
}

/// Threads of this program now.
[[nodiscard]] inline qsizetype threadCount()
{
    return QDir(QStringLiteral("/proc/self/task"))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
        .size();
}

/// counter -> filter that keeps even numbers -> consumers, on real threads.
class LivePipeline
{
public:
    explicit LivePipeline(const SubscriptionOptions &options = {}, const CounterPlan &plan = {})
        : counter(pipeline.addProducer<TestCounter>(QStringLiteral("counter"), counterProbe, plan))
        , filter(pipeline.addProducerConsumer<Middle>(QStringLiteral("filter"), filterProbe,
                                                      Middle::Work::KeepsEven))
    {
        // The same tests under another placement, see tests/pipeline/CMakeLists.txt.
        if (const auto placement = parsePlacement(qEnvironmentVariable("SLUICE_TEST_PLACEMENT")))
            pipeline.setPlacement(*placement);
        upstream = pipeline.subscribe(filter, counter, options).id;
        QObject::connect(&pipeline, &Pipeline::removed, &pipeline,
                         [this](const Settlement &settlement) {
                             settled += settlement.handled + settlement.lost;
                             settlements.push_back(settlement);
                         });
    }

    struct Joined
    {
        StageId stage;
        SubscriptionId subscription;
        ProbePtr probe;
    };

    template<class Made = Tally>
    Joined join(const SubscriptionOptions &options = {})
    {
        const auto probe = std::make_shared<Probe>();
        probes.push_back(probe);
        const auto stage =
            pipeline.addConsumer<Made>(QStringLiteral("consumer %1").arg(probes.size()), probe);
        const SubscriptionId id = pipeline.subscribe(stage, filter, options).id;
        largestMaximum[id] = options.maxDemand;
        return {stage, id, probe};
    }

    [[nodiscard]] StageFigures figures(StageId id) const
    {
        return pipeline.snapshot().stage(id)->figures;
    }

    [[nodiscard]] SubscriptionSnapshot link(SubscriptionId id) const
    {
        return *pipeline.snapshot().subscription(id);
    }

    [[nodiscard]] bool isStopped() const { return pipeline.runState() == RunState::Stopped; }

    /// The first thing that cannot be so in a snapshot taken while all of this runs.
    [[nodiscard]] QString wrongNow() const
    {
        for (const SubscriptionSnapshot &link : pipeline.snapshot().subscriptions) {
            const InletFigures &in = link.inlet;
            if (in.handled > in.arrived || in.arrived > link.outlet.sent
                || in.handled + in.lost > in.arrived) {
                return QStringLiteral("subscription %1: handled %2, arrived %3, sent %4")
                    .arg(link.id.value)
                    .arg(in.handled)
                    .arg(in.arrived)
                    .arg(link.outlet.sent);
            }
            const auto maximum = largestMaximum.find(link.id);
            if (maximum != largestMaximum.end() && in.asked - in.handled > maximum->second)
                return QStringLiteral("subscription %1: asked %2, handled %3")
                    .arg(link.id.value)
                    .arg(in.asked)
                    .arg(in.handled);
        }
        return overlaps();
    }

    /// The first thing that does not add up once all has stopped.
    [[nodiscard]] QString wrongAtTheEnd() const
    {
        const Snapshot snapshot = pipeline.snapshot();
        EventCount accounted = settled;
        EventCount lostBeforeFilter = 0;
        for (const StageSnapshot &stage : snapshot.stages) {
            if (stage.role == StageRole::Consumer)
                accounted += stage.figures.handled + stage.figures.lost;
        }
        for (const SubscriptionSnapshot &link : snapshot.subscriptions) {
            if (link.inlet.handled + link.inlet.lost != link.outlet.sent || !link.isSettled)
                return QStringLiteral("subscription %1 is not settled").arg(link.id.value);
            if (link.consumer == filter.id)
                lostBeforeFilter = link.inlet.lost;
        }
        const StageFigures kept = snapshot.stage(filter)->figures;
        if (kept.sent != accounted)
            return QStringLiteral("sent %1, handled or lost %2").arg(kept.sent).arg(accounted);
        if (kept.emitted != filterProbe->emitted
            || kept.emitted + lostBeforeFilter != kept.sent + kept.discarded + kept.lost)
            return QStringLiteral("emitted %1, sent %2, lost %3")
                .arg(kept.emitted)
                .arg(kept.sent)
                .arg(kept.lost);
        if (snapshot.inFlight != 0)
            return QStringLiteral("in flight %1").arg(snapshot.inFlight);
        return overlaps();
    }

    // Before the pipeline, which ends the threads that use them.
    ProbePtr counterProbe = std::make_shared<Probe>();
    ProbePtr filterProbe = std::make_shared<Probe>();
    std::vector<ProbePtr> probes;
    std::map<SubscriptionId, EventCount> largestMaximum;
    std::vector<Settlement> settlements;
    EventCount settled = 0; ///< handled by or lost to consumers that were removed

    Pipeline pipeline;
    StageRef<void, Integer> counter;
    StageRef<Integer, Integer> filter;
    SubscriptionId upstream; ///< of the filter to the counter

private:
    // INV-25
    [[nodiscard]] QString overlaps() const
    {
        int count = counterProbe->overlaps + filterProbe->overlaps;
        for (const ProbePtr &probe : probes)
            count += probe->overlaps;
        return count == 0 ? QString() : QStringLiteral("%1 callbacks overlapped").arg(count);
    }
};

} // namespace sluice::test
