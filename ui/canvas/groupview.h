// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/canvas/grouping.h"
#include "ui/canvas/stageview.h"
#include "ui/models/whytext.h"

/// What is drawn of a group of consumers: sums, shares of all of them, and the least and the most
/// of one. \a stage is the one that stands for \a group.
namespace sluice::ui {

/// What the members' names have in common, and how many they are.
[[nodiscard]] QString groupName(const StageSnapshot &stage, const Group &group);

[[nodiscard]] StageGauges groupGauges(const Group &group, const UpstreamSubscriptions &upstream,
                                      const RateTable &rates);

[[nodiscard]] StageTexts groupTexts(const StageSnapshot &stage, const Group &group,
                                    const UpstreamSubscriptions &upstream, const Snapshot &shown,
                                    const RateTable &rates);

/// The last minute of all \a members: their events together, their mean shares.
[[nodiscard]] StageHistory::Slices groupHistory(const std::vector<StageId> &members,
                                                const StageHistory &history);

/// What most members do at this moment.
[[nodiscard]] StageState groupState(const Group &group);

/// Everything about the group in a few lines; \a texts are those that are drawn.
[[nodiscard]] QString groupTip(const StageSnapshot &stage, const Group &group,
                               const Snapshot &shown, const StageTexts &texts);

/// How the sentence speaks of a member that is in \a state.
[[nodiscard]] Crowd crowdOf(const StageSnapshot &stage, const Group &group, StageState state,
                            std::int64_t takenNs, const RateTable &rates);

/// Events a second of all \a subscriptions together.
[[nodiscard]] double sentPerSecond(const std::vector<const SubscriptionSnapshot *> &subscriptions,
                                   const RateTable &rates);

} // namespace sluice::ui
