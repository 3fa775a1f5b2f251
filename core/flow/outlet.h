// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/dispatcher.h"
#include "core/flow/eventbuffer.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"

#include <memory>
#include <unordered_set>
#include <vector>

namespace sluice {

/// The side of a stage that answers demand: dispatcher, output buffer and subscribers.
///
/// Three rules replace the reference's, and close REF-2, REF-20 and REF-21:
/// (a) new events go behind a buffer that is not empty; (b) the buffer is drained by what the
/// dispatcher can deliver after every change; (c) the producer is asked only for what is
/// deliverable and not yet owed.
///
/// Invariant (INV-15): after every call, the buffer is empty or nothing is deliverable.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §8, §10, §12, §22.
class Outlet
{
public:
    /// Ownership: takes the dispatcher.
    Outlet(std::unique_ptr<Dispatcher> dispatcher, const BufferOptions &buffer);

    [[nodiscard]] bool isSubscribed(SubscriptionId id) const { return m_subscribers.contains(id); }
    [[nodiscard]] std::size_t subscriberCount() const noexcept { return m_subscribers.size(); }

    /// Live demand: what could be placed now. A producer-consumer's `want` (§13, REF-21).
    [[nodiscard]] EventCount deliverable() const { return m_dispatcher->deliverable(); }

    /// Unmet demand of one subscriber. Pre: isSubscribed(id).
    [[nodiscard]] EventCount demandOf(SubscriptionId id) const
    {
        return m_dispatcher->demandOf(id);
    }

    /// Handed to the producer by takeDemand() and not emitted since.
    [[nodiscard]] EventCount owed() const noexcept { return m_owed; }

    [[nodiscard]] const EventBuffer &buffer() const noexcept { return m_buffer; }

    /// Takes a subscriber in. Returns false and does nothing if \a id is known already.
    [[nodiscard]] bool subscribe(SubscriptionId id, std::vector<Delivery> &deliveries);

    /// Forgets a subscriber and withdraws its demand; returns how much that was.
    ///
    /// Pre: isSubscribed(id).
    EventCount cancel(SubscriptionId id, std::vector<Delivery> &deliveries);

    /// Books demand of a subscriber. Pre: isSubscribed(id), count > 0.
    void ask(SubscriptionId id, EventCount count, std::vector<Delivery> &deliveries);

    /// Sends what can be placed and buffers the rest; returns how many events were discarded.
    [[nodiscard]] EventCount emitted(Batch batch, std::vector<Delivery> &deliveries);

    /// What handleDemand() is to be called with now; 0: do not call it. Books it as owed.
    [[nodiscard]] EventCount takeDemand();

private:
    void drain(std::vector<Delivery> &deliveries);

    std::unique_ptr<Dispatcher> m_dispatcher;
    EventBuffer m_buffer;
    std::unordered_set<SubscriptionId> m_subscribers;
    EventCount m_owed = 0;
};

} // namespace sluice
