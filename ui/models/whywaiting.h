// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/ratetable.h"

#include <chrono>
#include <optional>
#include <vector>

namespace sluice::ui {

/// What holds a stage back, or what the last stage of a chain does instead of waiting.
enum class WaitKind : unsigned char {
    ForDemand, ///< of the stage named next
    ForEvents, ///< from the stage named next
    // The ends of a chain.
    Busy,
    AsksForNothing,   ///< it could take events and has not asked for any
    NobodySubscribes, ///< it could give events
    HasNoProducer,    ///< it would take events
    AtItsOwnPace,     ///< a producer that is asked for more than it makes just now
    Handover,  ///< it waits for events that are under way: nobody holds anybody back for long
    NotWorking ///< paused, starting, leaving, stopped or crashed: its state says which
};

/// One stage of the chain.
struct WaitStep
{
    StageId stage;
    WaitKind kind = WaitKind::Busy;
    StageState state = StageState::Busy; ///< the one that prevails
    int alike = 0; ///< how many more are in the stage's place: the same consumer or producer holds
                   ///< back, or is as busy

    friend bool operator==(const WaitStep &, const WaitStep &) = default;
};

/// Why the pipeline does not go faster: values, of which whyText() makes a sentence.
struct WhyWaiting
{
    RunState runState = RunState::Idle;
    std::vector<WaitStep>
        steps;            ///< each waits for the next; empty unless it runs and somebody waits
    StageId bottleneck;   ///< the stage at the end that the others wait for; may be invalid
    double busyShare = 0; ///< of the bottleneck
    std::optional<std::chrono::nanoseconds> perEvent; ///< the bottleneck's busy time
    std::vector<StageId> crashed;                     ///< that are still in the snapshot

    friend bool operator==(const WhyWaiting &, const WhyWaiting &) = default;
};

/// Follows the waiting from the first stage that waits for demand, or else from the last that waits
/// for events, to the one that does not wait.
///
/// Waiting for demand leads downstream to the consumer that was busy or kept waiting itself for most
/// of the last second; waiting for events leads upstream to the busiest producer.
[[nodiscard]] WhyWaiting whyWaiting(const Snapshot &snapshot, const RateTable &rates);

/// The same, from \a stage on.
[[nodiscard]] WhyWaiting whyWaiting(const Snapshot &snapshot, const RateTable &rates,
                                    StageId stage);

} // namespace sluice::ui
