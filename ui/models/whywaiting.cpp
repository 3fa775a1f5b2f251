// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/whywaiting.h"

#include "ui/models/prevailingstate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

namespace sluice::ui {
namespace {

constexpr double alikeWithin = 0.1; // of a share
constexpr double clearlyMore = 1.25;

/// One stage with what decides about it.
struct Node
{
    const StageSnapshot *stage = nullptr;
    StageState state = StageState::Starting;
    double busy = 0;     ///< share of the last second
    double holds = 0;    ///< share in which it held its producers back
    double perEvent = 0; ///< seconds of busy time; 0: not known
    std::vector<const SubscriptionSnapshot *> upstream;
    std::vector<const SubscriptionSnapshot *> downstream;
};

bool isOpen(const SubscriptionSnapshot &subscription)
{
    return !subscription.inlet.ended && !subscription.outlet.ended;
}

class Chain
{
public:
    Chain(const Snapshot &snapshot, const RateTable &rates)
        : m_snapshot(snapshot)
    {
        for (const StageSnapshot &stage : snapshot.stages)
            m_nodes.emplace(stage.id, nodeOf(stage, rates, snapshot.takenNs));
        for (const SubscriptionSnapshot &subscription : snapshot.subscriptions) {
            if (!isOpen(subscription) || !m_nodes.contains(subscription.producer)
                || !m_nodes.contains(subscription.consumer))
                continue;
            m_nodes.at(subscription.consumer).upstream.push_back(&subscription);
            m_nodes.at(subscription.producer).downstream.push_back(&subscription);
        }
    }

    [[nodiscard]] StageId start() const
    {
        for (const StageSnapshot &stage : m_snapshot.stages) {
            if (m_nodes.at(stage.id).state == StageState::WaitsForDemand)
                return stage.id;
        }
        for (auto stage = m_snapshot.stages.rbegin(); stage != m_snapshot.stages.rend(); ++stage) {
            if (m_nodes.at(stage->id).state == StageState::WaitsForEvents)
                return stage->id;
        }
        return busiest();
    }

    WhyWaiting from(StageId start)
    {
        m_why.runState = m_snapshot.runState;
        for (const StageSnapshot &stage : m_snapshot.stages) {
            if (stage.figures.state == StageState::Crashed)
                m_why.crashed.push_back(stage.id);
        }
        if (m_snapshot.runState == RunState::Running && start.isValid() && m_nodes.contains(start))
            walk(start);
        return std::move(m_why);
    }

private:
    static Node nodeOf(const StageSnapshot &stage, const RateTable &rates, std::int64_t takenNs)
    {
        const RateTable::StateShares shares = rates.stateShares(stage.id);
        const auto share = [&shares](StageState state) {
            return shares[static_cast<std::size_t>(state)];
        };
        Node node;
        node.stage = &stage;
        node.state = prevailingState(stage, takenNs, shares);
        node.busy = share(StageState::Busy);
        node.holds = node.busy + share(StageState::WaitsForDemand) + share(StageState::Paused);
        const double perSecond = stage.role == StageRole::Producer
            ? rates.emittedPerSecond(stage.id)
            : rates.handledPerSecond(stage.id);
        node.perEvent = perSecond > 0 ? node.busy / perSecond : 0;
        return node;
    }

    [[nodiscard]] StageId busiest() const
    {
        const Node *found = nullptr;
        for (const StageSnapshot &stage : m_snapshot.stages) {
            const Node &node = m_nodes.at(stage.id);
            if (node.state == StageState::Busy && (!found || node.busy > found->busy))
                found = &node;
        }
        return found ? found->stage->id : StageId{};
    }

    void walk(StageId start)
    {
        std::unordered_set<StageId> visited;
        for (StageId at = start; at.isValid();) {
            const Node &node = m_nodes.at(at);
            if (!visited.insert(at).second) {
                add(node, WaitKind::Handover); // each waits for the other
                return;
            }
            at = {};
            if (node.state == StageState::WaitsForDemand)
                at = nextDownstream(node);
            else if (node.state == StageState::WaitsForEvents)
                at = nextUpstream(node);
            else
                end(node);
        }
    }

    StageId nextDownstream(const Node &node)
    {
        if (node.downstream.empty()) {
            add(node, WaitKind::NobodySubscribes);
            return {};
        }
        const SubscriptionSnapshot *chosen = nullptr;
        const int alike =
            choose(node.downstream, &SubscriptionSnapshot::consumer, &Node::holds, chosen);
        add(node, WaitKind::ForDemand).alike = alike;
        const Node &next = m_nodes.at(chosen->consumer);
        if (next.state != StageState::WaitsForEvents)
            return chosen->consumer;
        end(next, chosen->inlet.pending == 0 ? WaitKind::AsksForNothing : WaitKind::Handover);
        return {};
    }

    StageId nextUpstream(const Node &node)
    {
        if (node.upstream.empty()) {
            add(node,
                node.stage->role == StageRole::Producer ? WaitKind::AtItsOwnPace
                                                        : WaitKind::HasNoProducer);
            return {};
        }
        const bool asks = std::ranges::any_of(
            node.upstream, [](const auto *upstream) { return upstream->inlet.pending > 0; });
        if (!asks) {
            end(node, WaitKind::AsksForNothing);
            return {};
        }
        const SubscriptionSnapshot *chosen = nullptr;
        const int alike =
            choose(node.upstream, &SubscriptionSnapshot::producer, &Node::busy, chosen);
        add(node, WaitKind::ForEvents).alike = alike;
        return chosen->producer;
    }

    // The neighbour with the largest share, of several alike the one that takes clearly longer an
    // event; returns how many more there are.
    int choose(const std::vector<const SubscriptionSnapshot *> &subscriptions,
               StageId SubscriptionSnapshot::*end, double Node::*share,
               const SubscriptionSnapshot *&chosen) const
    {
        double largest = 0;
        for (const SubscriptionSnapshot *subscription : subscriptions)
            largest = std::max(largest, m_nodes.at(subscription->*end).*share);
        int alike = -1;
        double perEvent = 0;
        for (const SubscriptionSnapshot *subscription : subscriptions) {
            const Node &node = m_nodes.at(subscription->*end);
            if (node.*share < largest - alikeWithin)
                continue;
            ++alike;
            if (chosen && node.perEvent <= perEvent * clearlyMore)
                continue;
            chosen = subscription;
            perEvent = node.perEvent;
        }
        return alike;
    }

    WaitStep &add(const Node &node, WaitKind kind)
    {
        m_why.steps.push_back({node.stage->id, kind, node.state});
        return m_why.steps.back();
    }

    void end(const Node &node)
    {
        end(node, node.state == StageState::Busy ? WaitKind::Busy : WaitKind::NotWorking);
    }

    void end(const Node &node, WaitKind kind)
    {
        add(node, kind);
        if (kind == WaitKind::Handover)
            return;
        m_why.bottleneck = node.stage->id;
        m_why.busyShare = node.busy;
        if (kind == WaitKind::Busy && node.perEvent > 0)
            m_why.perEvent = std::chrono::nanoseconds(std::llround(node.perEvent * 1e9));
    }

    const Snapshot &m_snapshot;
    std::unordered_map<StageId, Node> m_nodes;
    WhyWaiting m_why;
};

} // namespace

WhyWaiting whyWaiting(const Snapshot &snapshot, const RateTable &rates)
{
    Chain chain(snapshot, rates);
    return chain.from(chain.start());
}

WhyWaiting whyWaiting(const Snapshot &snapshot, const RateTable &rates, StageId stage)
{
    return Chain(snapshot, rates).from(stage);
}

} // namespace sluice::ui
