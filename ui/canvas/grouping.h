// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/snapshot.h"

#include <QString>

#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice::ui {

/// Consumers that one node of the canvas stands for, and their subscriptions by lane.
///
/// Lifetime: points into the snapshot it was made of.
struct Group
{
    std::vector<const StageSnapshot *> members; ///< in the order they were added
    std::map<SubscriptionId, std::vector<const SubscriptionSnapshot *>> lanes;
};

/// A snapshot in which groups are stages.
struct GroupedSnapshot
{
    Snapshot shown;
    std::unordered_map<StageId, Group> groups; ///< by the stage of shown that stands for them
};

/// Which consumers are drawn as one node: those of one kind that take from the same producers, if
/// they are more than groupAbove and nobody has opened the group.
///
/// A group has an id of its own, so that it stays the same node whoever comes and goes.
///
/// Threads: none inside.
class Grouping
{
public:
    static constexpr std::size_t groupAbove = 12;

    /// Looks who there is. Cheap as long as stages and subscriptions stay the same.
    void update(const Snapshot &snapshot);

    /// \a snapshot with groups as stages: their figures are sums, their gauges too. Pre: update()
    /// has seen it.
    [[nodiscard]] GroupedSnapshot grouped(const Snapshot &snapshot) const;

    /// The group \a stage is drawn in, or else itself.
    [[nodiscard]] StageId nodeOf(StageId stage) const;
    [[nodiscard]] SubscriptionId laneOf(SubscriptionId subscription) const;

    /// Whom \a node stands for, in the order they were added; itself if it is no group.
    [[nodiscard]] std::vector<StageId> membersOf(StageId node) const;

    [[nodiscard]] bool isGroup(StageId node) const { return m_members.contains(node); }

    /// Opens the group \a node, or closes the one that \a node was in. False if it is neither.
    bool toggle(StageId node);

private:
    /// What members of a group have in common.
    using Likeness = std::pair<QString, std::vector<StageId>>; // kind and producers

    void sort(const Snapshot &snapshot);
    [[nodiscard]] StageId groupId(const Likeness &likeness);

    std::vector<std::uint64_t> m_seen; // ids of stages and subscriptions
    bool m_isStale = true;
    std::map<Likeness, StageId> m_ids;             // never forgotten: an id stands for one likeness
    std::set<StageId> m_opened;                    // groups
    std::unordered_map<StageId, StageId> m_likeOf; // of consumers that could be grouped
    std::unordered_map<StageId, StageId> m_nodeOf; // of members of closed groups
    std::unordered_map<SubscriptionId, SubscriptionId> m_laneOf;
    std::unordered_map<StageId, std::vector<StageId>> m_members;
};

} // namespace sluice::ui
