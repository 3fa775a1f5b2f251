// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QString>

#include <cstdint>

/// Snapshots made by hand, for views that are fed with nothing else.
namespace sluice::test {

inline constexpr std::int64_t secondNs = 1'000'000'000;

[[nodiscard]] inline StageSnapshot stageOf(std::uint64_t id, StageRole role,
                                           const QString &name = QStringLiteral("stage"))
{
    StageSnapshot stage;
    stage.id = {id};
    stage.name = name;
    stage.role = role;
    stage.thread = static_cast<int>(id);
    stage.figures.bufferCapacity = 10'000;
    stage.figures.state = StageState::WaitsForEvents;
    return stage;
}

[[nodiscard]] inline SubscriptionSnapshot subscriptionOf(std::uint64_t id, std::uint64_t producer,
                                                         std::uint64_t consumer)
{
    SubscriptionSnapshot subscription;
    subscription.id = {id};
    subscription.producer = {producer};
    subscription.consumer = {consumer};
    subscription.inlet.joined = true;
    subscription.inlet.maximum = 10;
    subscription.inlet.minimum = 5;
    return subscription;
}

/// Stage 1 is a producer, 2 a producer-consumer; \a consumers consumers follow from 3 on, all of
/// them fed by 2. Subscription n is the one of stage n + 1.
[[nodiscard]] inline Snapshot fanOf(int consumers, std::int64_t takenNs = 10 * secondNs)
{
    Snapshot snapshot;
    snapshot.takenNs = takenNs;
    snapshot.runState = RunState::Running;
    snapshot.stages = {stageOf(1, StageRole::Producer), stageOf(2, StageRole::ProducerConsumer)};
    snapshot.subscriptions = {subscriptionOf(1, 1, 2)};
    for (std::uint64_t id = 3; id < 3 + static_cast<std::uint64_t>(consumers); ++id) {
        snapshot.stages.push_back(stageOf(id, StageRole::Consumer));
        snapshot.subscriptions.push_back(subscriptionOf(id - 1, 2, id));
    }
    return snapshot;
}

} // namespace sluice::test
