// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcheroptions.h"
#include "core/flow/ids.h"
#include "core/flow/subscriptionoptions.h"
#include "core/stage/behaviour.h"
#include "core/telemetry/stagefigures.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace sluice {

/// Where a pipeline is in its life.
enum class RunState : unsigned char {
    Idle,     ///< described, not started
    Running,  ///< stages run
    Paused,   ///< all gates are closed
    Stopping, ///< stages are draining or leaving
    Stopped   ///< every stage is gone; start() begins anew
};

/// What subscriptions of a stage added up to that are not listed any more: cancelled ones, and
/// those of earlier lives. By stage, arrived = this + what the listed ones say, and so on.
struct SubscriptionTotals
{
    EventCount arrived = 0; ///< as their consumer
    EventCount handled = 0; ///< likewise
    EventCount lost = 0;    ///< likewise
    EventCount sent = 0;    ///< as their producer
};

/// One stage as it was when the snapshot was taken.
struct StageSnapshot
{
    StageId id;
    QString name;
    QString kind; ///< of the stage catalogue; empty for a stage made in C++
    StageRole role = StageRole::Producer;
    DispatcherKind dispatcher = DispatcherKind::Demand; ///< who gets its events
    StageFigures figures;                               ///< totals over all its lives
    std::int64_t workTimeNs = 0;
    int thread = 0; ///< 1, 2, … within the pipeline; 0 before the start
    int restarts = 0;
    QString stopReason; ///< of a stage that stopped or crashed
    /// Of subscriptions to this stage that have ended and were settled.
    EventCount settledHandled = 0;
    EventCount settledLost = 0;
    SubscriptionTotals forgotten;
};

/// Why a supervisor restarts nothing any more.
struct SupervisionEnd
{
    StageId stage; ///< that stopped once too often
    QString name;
    int restarts = 0; ///< within the time, the last of them not made
    std::chrono::seconds within{0};
    QString reason; ///< why it stopped the last time
};

/// One subscription as it was when the snapshot was taken.
struct SubscriptionSnapshot
{
    SubscriptionId id;
    StageId producer;
    StageId consumer;
    CancelMode cancel = CancelMode::Permanent;
    InletFigures inlet;     ///< the consumer's side; read before the producer's
    OutletFigures outlet;   ///< the producer's side
    bool isSettled = false; ///< ended, and every event accounted for

    /// Sent and not arrived. Never negative.
    [[nodiscard]] EventCount inFlight() const noexcept
    {
        return outlet.sent > inlet.arrived ? outlet.sent - inlet.arrived : 0;
    }

    /// Arrived and neither handled nor lost.
    [[nodiscard]] EventCount queued() const noexcept
    {
        return inlet.arrived - inlet.handled - inlet.lost;
    }
};

/// A whole pipeline at (nearly) one moment: plain values, made on the owner's thread.
///
/// Each stage's and each side's figures are consistent in themselves; two of them may be some
/// messages apart while the pipeline runs. When it is paused or stopped everything agrees.
struct Snapshot
{
    std::int64_t takenNs = 0; ///< steady clock
    std::int64_t ranNs = 0;   ///< time since start(), without pauses
    RunState runState = RunState::Idle;
    std::vector<StageSnapshot> stages;               ///< in the order they were added
    std::vector<SubscriptionSnapshot> subscriptions; ///< in the order they were added

    EventCount received = 0;              ///< handled by consumers, also by those that have left
    EventCount lost = 0;                  ///< lost in settlements, discarded by buffers
    EventCount inFlight = 0;              ///< sent and not arrived
    std::optional<SupervisionEnd> gaveUp; ///< the supervisor, in this run

    [[nodiscard]] const StageSnapshot *stage(StageId id) const noexcept;
    [[nodiscard]] const SubscriptionSnapshot *subscription(SubscriptionId id) const noexcept;
};

} // namespace sluice
