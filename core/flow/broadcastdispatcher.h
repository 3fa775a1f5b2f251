// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/dispatcher.h"
#include "core/flow/selector.h"

#include <map>
#include <memory>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sluice {

/// Each event goes to every consumer, so all go at the pace of the slowest; a newcomer holds
/// everybody up until it asks.
///
/// A consumer may come with a selector. What it does not let through costs no demand: the stage is
/// told to give it back (OutletEffects::credits).
///
/// GenStage keeps a remainder for each consumer and takes the smallest off all of them at each ask.
/// Here each consumer has a limit, the number of events it wants counted from the first one ever
/// dispatched, and what they have in common is the smallest limit; so an ask and a cancel cost
/// O(log n) of the number of consumers, and only a dispatch O(n).
///
/// Invariant (INV-13): 0 <= waiting() <= requested(); the smallest remainder is 0.
/// Threads, units: as Dispatcher.
/// Semantics: genstage-semantics §12.2.
class BroadcastDispatcher final : public Dispatcher
{
public:
    /// \a events are of the type that selectors must be for; nullptr leaves that to dispatch().
    explicit BroadcastDispatcher(const EventType *events = nullptr)
        : m_events(events)
    {
    }

    /// Refuses a consumer that is there already (GS-135, REF-3), and a selector that cannot be used
    /// on the stage's events (REF-8).
    [[nodiscard]] std::optional<StopReason> subscribe(const Subscriber &subscriber) override;
    EventCount cancel(SubscriptionId id, OutletEffects &effects) override;
    EventCount ask(SubscriptionId id, EventCount count, OutletEffects &effects) override;
    [[nodiscard]] EventCount deliverable() const override { return waiting(); }
    [[nodiscard]] EventCount demandOf(SubscriptionId id) const override;
    [[nodiscard]] bool contains(SubscriptionId id) const override
    {
        return m_consumers.contains(id);
    }
    EventCount dispatch(const Batch &batch, OutletEffects &effects) override;

    /// Events that every consumer can take now.
    [[nodiscard]] EventCount waiting() const;

    /// Asked of the producer and not dispatched, by GenStage's books.
    [[nodiscard]] EventCount requested() const noexcept { return m_requested; }

    /// What each consumer has asked for beyond waiting(), by subscription.
    [[nodiscard]] std::vector<std::pair<SubscriptionId, EventCount>> remainders() const;

private:
    struct Consumer
    {
        StageId stage;
        EventCount limit = 0;
        std::shared_ptr<const Selector> selector;
    };

    EventCount sync();

    const EventType *m_events;
    std::map<SubscriptionId, Consumer> m_consumers;
    std::unordered_set<StageId> m_stages;
    std::multiset<EventCount> m_limits;
    EventCount m_dispatched = 0;
    EventCount m_requested = 0;
};

} // namespace sluice
