// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/canvas/grouping.h"

#include <algorithm>

namespace sluice::ui {
namespace {

// Far beyond any id that a pipeline gives.
constexpr std::uint64_t firstGroup = std::uint64_t{1} << 62U;
constexpr std::uint64_t firstLane = firstGroup;
constexpr std::uint64_t lanesPerGroup = 1U << 20U;

std::vector<std::uint64_t> idsOf(const Snapshot &snapshot)
{
    std::vector<std::uint64_t> ids;
    ids.reserve(snapshot.stages.size() + snapshot.subscriptions.size());
    for (const StageSnapshot &stage : snapshot.stages)
        ids.push_back(stage.id.value);
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions)
        ids.push_back(subscription.id.value);
    return ids;
}

// What the names begin with, without a number or a sign at its end.
QString commonName(const std::vector<const StageSnapshot *> &members)
{
    QString stem = members.front()->name;
    for (const StageSnapshot *member : members) {
        const auto differs =
            std::mismatch(stem.cbegin(), stem.cend(), member->name.cbegin(), member->name.cend());
        stem.truncate(differs.first - stem.cbegin());
    }
    while (!stem.isEmpty() && !stem.back().isLetter())
        stem.chop(1);
    return stem.isEmpty() ? members.front()->kind : stem;
}

void addTo(StageSnapshot &sum, const StageSnapshot &member)
{
    sum.figures.arrived += member.figures.arrived;
    sum.figures.handled += member.figures.handled;
    sum.figures.lost += member.figures.lost;
    sum.figures.inbound += member.figures.inbound;
    sum.figures.messages += member.figures.messages;
    sum.restarts += member.restarts;
}

void addTo(SubscriptionSnapshot &sum, const SubscriptionSnapshot &lane)
{
    sum.inlet.asked += lane.inlet.asked;
    sum.inlet.arrived += lane.inlet.arrived;
    sum.inlet.handled += lane.inlet.handled;
    sum.inlet.lost += lane.inlet.lost;
    sum.inlet.pending += lane.inlet.pending;
    sum.inlet.maximum += lane.inlet.maximum;
    sum.inlet.minimum += lane.inlet.minimum;
    sum.inlet.asks += lane.inlet.asks;
    sum.inlet.batches += lane.inlet.batches;
    sum.inlet.ended = sum.inlet.ended && lane.inlet.ended;
    sum.outlet.asked += lane.outlet.asked;
    sum.outlet.sent += lane.outlet.sent;
    sum.outlet.demand += lane.outlet.demand;
    sum.outlet.asks += lane.outlet.asks;
    sum.outlet.batches += lane.outlet.batches;
    sum.outlet.ended = sum.outlet.ended && lane.outlet.ended;
}

StageSnapshot summed(StageId id, const Group &group)
{
    StageSnapshot sum;
    sum.id = id;
    sum.name = commonName(group.members);
    sum.kind = group.members.front()->kind;
    sum.role = StageRole::Consumer;
    for (const StageSnapshot *member : group.members)
        addTo(sum, *member);
    return sum;
}

SubscriptionSnapshot summed(SubscriptionId id, StageId group,
                            const std::vector<const SubscriptionSnapshot *> &lanes)
{
    SubscriptionSnapshot sum;
    sum.id = id;
    sum.producer = lanes.front()->producer;
    sum.consumer = group;
    sum.cancel = lanes.front()->cancel;
    sum.inlet.ended = sum.outlet.ended = true;
    for (const SubscriptionSnapshot *lane : lanes)
        addTo(sum, *lane);
    return sum;
}

} // namespace

void Grouping::update(const Snapshot &snapshot)
{
    std::vector<std::uint64_t> ids = idsOf(snapshot);
    if (!m_isStale && ids == m_seen)
        return;
    m_seen = std::move(ids);
    m_isStale = false;
    sort(snapshot);
}

StageId Grouping::groupId(const Likeness &likeness)
{
    return m_ids.try_emplace(likeness, StageId{firstGroup + m_ids.size()}).first->second;
}

void Grouping::sort(const Snapshot &snapshot)
{
    std::unordered_map<StageId, std::vector<StageId>> producers;
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        std::vector<StageId> &list = producers[subscription.consumer];
        // Another life of the same subscription makes no other producer.
        if (std::ranges::find(list, subscription.producer) == list.end())
            list.push_back(subscription.producer);
    }
    m_likeOf.clear();
    std::unordered_map<StageId, std::vector<StageId>> alike;
    for (const StageSnapshot &stage : snapshot.stages) {
        const auto found = producers.find(stage.id);
        if (stage.role != StageRole::Consumer || found == producers.end())
            continue;
        std::sort(found->second.begin(), found->second.end());
        const StageId group = groupId({stage.kind, found->second});
        m_likeOf[stage.id] = group;
        alike[group].push_back(stage.id);
    }
    m_nodeOf.clear();
    m_members.clear();
    for (auto &[group, members] : alike) {
        if (members.size() <= groupAbove || m_opened.contains(group))
            continue;
        for (const StageId member : members)
            m_nodeOf[member] = group;
        m_members[group] = std::move(members);
    }
    m_laneOf.clear();
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const StageId node = nodeOf(subscription.consumer);
        if (node == subscription.consumer)
            continue;
        const std::vector<StageId> &of = producers.at(subscription.consumer);
        const auto place = std::ranges::find(of, subscription.producer) - of.begin();
        m_laneOf[subscription.id] = {firstLane + (node.value - firstGroup) * lanesPerGroup
                                     + static_cast<std::uint64_t>(place)};
    }
}

GroupedSnapshot Grouping::grouped(const Snapshot &snapshot) const
{
    GroupedSnapshot result;
    Snapshot &shown = result.shown;
    if (m_members.empty()) {
        shown = snapshot;
        return result;
    }
    for (const StageSnapshot &stage : snapshot.stages) {
        const StageId node = nodeOf(stage.id);
        if (node == stage.id) {
            shown.stages.push_back(stage);
            continue;
        }
        Group &group = result.groups[node];
        if (group.members.empty()) // its place is that of its first member
            shown.stages.emplace_back().id = node;
        group.members.push_back(&stage);
    }
    for (StageSnapshot &stage : shown.stages) {
        if (const auto group = result.groups.find(stage.id); group != result.groups.end())
            stage = summed(stage.id, group->second);
    }
    for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
        const SubscriptionId lane = laneOf(subscription.id);
        if (lane == subscription.id) {
            shown.subscriptions.push_back(subscription);
            continue;
        }
        auto &lanes = result.groups.at(nodeOf(subscription.consumer)).lanes[lane];
        if (lanes.empty()) {
            SubscriptionSnapshot &place = shown.subscriptions.emplace_back();
            place.id = lane;
            place.consumer = nodeOf(subscription.consumer);
        }
        lanes.push_back(&subscription);
    }
    for (SubscriptionSnapshot &lane : shown.subscriptions) {
        if (const auto group = result.groups.find(lane.consumer); group != result.groups.end())
            lane = summed(lane.id, lane.consumer, group->second.lanes.at(lane.id));
    }
    shown.takenNs = snapshot.takenNs;
    shown.ranNs = snapshot.ranNs;
    shown.runState = snapshot.runState;
    return result;
}

StageId Grouping::nodeOf(StageId stage) const
{
    const auto found = m_nodeOf.find(stage);
    return found == m_nodeOf.end() ? stage : found->second;
}

SubscriptionId Grouping::laneOf(SubscriptionId subscription) const
{
    const auto found = m_laneOf.find(subscription);
    return found == m_laneOf.end() ? subscription : found->second;
}

std::vector<StageId> Grouping::membersOf(StageId node) const
{
    const auto found = m_members.find(node);
    return found == m_members.end() ? std::vector{node} : found->second;
}

bool Grouping::toggle(StageId node)
{
    m_isStale = true;
    if (isGroup(node)) {
        m_opened.insert(node);
        return true;
    }
    const auto like = m_likeOf.find(node);
    return like != m_likeOf.end() && m_opened.erase(like->second) > 0;
}

} // namespace sluice::ui
