// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"
#include "core/flow/dispatcheroptions.h"

#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

/// Each event goes to one consumer: the one with the largest unmet demand.
///
/// Among equals the one that has been waiting longest at that demand comes first. Not round-robin
/// and not fair across unequal maxima; that is GenStage's rule.
/// An ask of more than maxDemand events is reported as greedy, and served all the same.
/// Every operation costs O(log n) of the number of consumers.
///
/// Invariant (INV-12): consumers are ordered by demand, largest first, after every operation; a
/// shuffled first dispatch goes by an order of its own.
/// Threads, units: as Dispatcher.
/// Semantics: genstage-semantics §12.1.
class DemandDispatcher final : public Dispatcher
{
public:
    explicit DemandDispatcher(const DemandDispatcherOptions &options = {});

    [[nodiscard]] std::optional<StopReason> subscribe(const Subscriber &subscriber) override;
    EventCount cancel(SubscriptionId id, OutletEffects &effects) override;
    EventCount ask(SubscriptionId id, EventCount count, OutletEffects &effects) override;
    [[nodiscard]] EventCount deliverable() const override { return m_deliverable; }
    [[nodiscard]] EventCount demandOf(SubscriptionId id) const override;
    [[nodiscard]] bool contains(SubscriptionId id) const override
    {
        return m_consumers.contains(id);
    }
    EventCount dispatch(const Batch &batch, OutletEffects &effects) override;

    /// Demand of consumers that left, which the next asks use up (GenStage's `pending`).
    [[nodiscard]] EventCount pending() const noexcept { return m_pending; }

    /// The most that is expected of one ask: as configured, or else the first ask (GenStage's `max`).
    [[nodiscard]] std::optional<EventCount> expectedDemand() const noexcept { return m_expected; }

    /// Consumers and their demand, in the order they would be served.
    [[nodiscard]] std::vector<std::pair<SubscriptionId, EventCount>> order() const;

private:
    struct Place
    {
        EventCount demand = 0;
        std::uint64_t turn = 0; // smaller came earlier among equals
        SubscriptionId id;

        friend bool operator<(const Place &a, const Place &b) noexcept
        {
            return a.demand != b.demand ? a.demand > b.demand : a.turn < b.turn;
        }
    };

    using Places = std::set<Place>;

    Places::iterator change(Places::iterator place, EventCount demand);
    EventCount serve(Places::iterator place, const Batch &batch, EventCount offset,
                     OutletEffects &effects);
    std::vector<SubscriptionId> takeShuffled();

    Places m_places;
    std::unordered_map<SubscriptionId, Places::iterator> m_consumers;
    std::uint64_t m_nextTurn = 0;
    EventCount m_deliverable = 0;
    EventCount m_pending = 0;
    std::optional<EventCount> m_expected;
    std::optional<std::mt19937_64> m_shuffle; // until the first dispatch
};

} // namespace sluice
