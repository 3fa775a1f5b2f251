// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/demandmode.h"
#include "core/flow/dispatcher.h"
#include "core/flow/eventbuffer.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/outleteffects.h"

#include <deque>
#include <memory>
#include <optional>
#include <variant>

namespace sluice {

/// The side of a stage that answers demand: dispatcher, output buffer and subscribers.
///
/// Three rules replace the reference's, and close REF-2, REF-20 and REF-21:
/// (a) new events go behind a buffer that is not empty; (b) the buffer is drained by what the
/// dispatcher can deliver after every change; (c) the producer is asked only for what is
/// deliverable and not yet owed. The dispatcher is never handed more than is deliverable, so demand
/// of consumers that left fills no partition's queue (REF-21).
///
/// While demand is accumulated, demand and events are parked in the order they came, and handed on in
/// that order by takeDemand() once the mode is Forward again (§9). Infos stay behind parked events
/// (REF-15).
///
/// Invariant (INV-15): after every call in mode Forward, the buffer is empty or nothing is
/// deliverable.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §8 to §12, §22.
class Outlet
{
public:
    /// Ownership: takes the dispatcher.
    Outlet(std::unique_ptr<Dispatcher> dispatcher, const BufferOptions &buffer);

    [[nodiscard]] bool isSubscribed(SubscriptionId id) const { return m_dispatcher->contains(id); }
    [[nodiscard]] std::size_t subscriberCount() const noexcept { return m_subscriberCount; }

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

    [[nodiscard]] DemandMode mode() const noexcept { return m_mode; }

    /// Events emitted while demand was accumulated, not dispatched yet.
    [[nodiscard]] EventCount parkedEvents() const noexcept { return m_parkedEvents; }

    /// Events the dispatcher has placed and not sent yet (§12.3).
    [[nodiscard]] EventCount queuedInDispatcher() const { return m_dispatcher->queued(); }

    /// Events that are here, wherever.
    [[nodiscard]] EventCount held() const
    {
        return m_buffer.size() + m_parkedEvents + m_dispatcher->queued();
    }

    /// Whether takeDemand() would return more than 0.
    [[nodiscard]] bool hasDemand() const
    {
        return m_mode == DemandMode::Forward && m_dispatcher->deliverable() > m_owed;
    }

    /// Whether there is something parked to be handed on now: takeDemand() until this is false.
    [[nodiscard]] bool isReplaying() const noexcept
    {
        return m_mode == DemandMode::Forward && !m_parked.empty();
    }

    /// Takes a subscriber in, or says why not and has changed nothing.
    [[nodiscard]] std::optional<StopReason> subscribe(const Subscriber &subscriber,
                                                      OutletEffects &effects);

    /// Forgets a subscriber and withdraws its demand; returns how much that was.
    ///
    /// Pre: isSubscribed(id).
    EventCount cancel(SubscriptionId id, OutletEffects &effects);

    /// Books demand of a subscriber. Pre: isSubscribed(id), count > 0.
    void ask(SubscriptionId id, EventCount count, OutletEffects &effects);

    /// Sends what can be placed and buffers the rest, or parks it all.
    void emitted(Batch batch, OutletEffects &effects);

    /// Releases \a marker behind everything that is here now (§11).
    void info(InfoMarker marker, OutletEffects &effects);

    /// A producer's switch (§9). Setting the mode it has changes nothing (GS-022).
    void setMode(DemandMode mode, OutletEffects &effects);

    /// What handleDemand() is to be called with now; 0: do not call it. Books it as owed, or parks
    /// it while demand is accumulated.
    ///
    /// Units: events.
    [[nodiscard]] EventCount takeDemand(OutletEffects &effects);

private:
    using Parked = std::variant<EventCount, Batch, InfoMarker>;

    void drain(OutletEffects &effects);
    void place(Batch batch, OutletEffects &effects);
    void keep(Batch batch, OutletEffects &effects);
    [[nodiscard]] EventCount book(EventCount count);
    [[nodiscard]] EventCount unmet() const;

    std::unique_ptr<Dispatcher> m_dispatcher;
    EventBuffer m_buffer;
    std::size_t m_subscriberCount = 0;
    EventCount m_owed = 0;

    DemandMode m_mode = DemandMode::Forward;
    std::deque<Parked> m_parked;
    EventCount m_parkedDemand = 0;
    EventCount m_parkedEvents = 0;
};

} // namespace sluice
