// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/livepipeline.h"

#include <array>
#include <map>

namespace sluice::test {

/// counter -> middle that copies -> consumer, supervised, on real threads.
class Supervised
{
public:
    explicit Supervised(const SupervisionOptions &options,
                        CancelMode cancel = CancelMode::Permanent)
        : ids{
            pipeline.addProducer<TestCounter>(QStringLiteral("counter"), probes[0], CounterPlan()),
            pipeline.addProducerConsumer<Middle>(QStringLiteral("middle"), probes[1],
                                                 Middle::Work::Copies),
            pipeline.addConsumer<Tally>(QStringLiteral("consumer"), probes[2])}
    {
        const SubscriptionOptions subscription{.maxDemand = 10, .cancel = cancel};
        subscriptions = {pipeline.subscribe(ids[1], ids[0], subscription).id,
                         pipeline.subscribe(ids[2], ids[1], subscription).id};
        pipeline.supervise(options);
    }

    /// Has the next call of a behaviour throw "planted".
    void crash(int which)
    {
        probes[static_cast<std::size_t>(which)]->fault =
            which == 0 ? Probe::Fault::Demand : Probe::Fault::Events;
    }

    /// Waits until every planted fault has struck and the consumer handles events after that.
    [[nodiscard]] bool handlesMore()
    {
        const bool haveStruck = eventually([this] {
            return std::ranges::all_of(
                probes, [](const ProbePtr &probe) { return probe->fault == Probe::Fault::None; });
        });
        const EventCount enough = probes[2]->handled + 1000;
        return haveStruck && eventually([&] { return probes[2]->handled >= enough; });
    }

    [[nodiscard]] StageSnapshot stage(std::size_t which) const
    {
        return *pipeline.snapshot().stage(ids[which]);
    }

    [[nodiscard]] QList<int> restarts() const
    {
        return {stage(0).restarts, stage(1).restarts, stage(2).restarts};
    }

    [[nodiscard]] bool isStopped() const { return pipeline.runState() == RunState::Stopped; }

    /// Stops, and returns the first thing that does not add up then: no event got lost unseen over
    /// all the lives (INV-07, INV-24).
    [[nodiscard]] QString wrongAtTheEnd()
    {
        pipeline.stop();
        if (!eventually([this] { return isStopped(); }))
            return QStringLiteral("does not stop");
        const Snapshot snapshot = pipeline.snapshot();
        std::map<StageId, SubscriptionTotals> totals;
        for (const StageSnapshot &stage : snapshot.stages)
            totals[stage.id] = stage.forgotten;
        for (const SubscriptionSnapshot &link : snapshot.subscriptions) {
            if (link.inlet.handled + link.inlet.lost != link.outlet.sent)
                return QStringLiteral("subscription %1 is not settled").arg(link.id.value);
            SubscriptionTotals &consumer = totals[link.consumer];
            consumer.arrived += link.inlet.arrived;
            consumer.handled += link.inlet.handled;
            consumer.lost += link.inlet.lost;
            totals[link.producer].sent += link.outlet.sent;
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const StageFigures figures = snapshot.stage(ids[i])->figures;
            const SubscriptionTotals &sums = totals[ids[i]];
            const EventCount known = i == 2 ? figures.emitted : probes[i]->emitted.load();
            const std::array pairs = {
                std::pair(figures.arrived, sums.arrived), std::pair(figures.handled, sums.handled),
                std::pair(figures.sent, sums.sent), std::pair(figures.emitted, known),
                std::pair(figures.emitted,
                          figures.sent + figures.discarded + figures.lost - sums.lost)};
            for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
                if (pairs[pair].first != pairs[pair].second)
                    return QStringLiteral("stage %1, pair %2: %3 is not %4")
                        .arg(i)
                        .arg(pair)
                        .arg(pairs[pair].first)
                        .arg(pairs[pair].second);
            }
        }
        const bool isFed = totals[ids[0]].sent == totals[ids[1]].arrived
            && totals[ids[1]].sent == totals[ids[2]].arrived;
        return isFed ? QString() : QStringLiteral("sent and arrived differ");
    }

    // Before the pipeline, which ends the threads that use them.
    std::array<ProbePtr, 3> probes = {std::make_shared<Probe>(), std::make_shared<Probe>(),
                                      std::make_shared<Probe>()};

    Pipeline pipeline;
    std::array<StageId, 3> ids;
    std::array<SubscriptionId, 2> subscriptions; ///< the first ones: of the middle, of the consumer
};

} // namespace sluice::test
