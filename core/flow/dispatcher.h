// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/outleteffects.h"
#include "core/flow/stopreason.h"
#include "core/flow/subscriptionoptions.h"

#include <optional>

namespace sluice {

/// A consumer that subscribes, as its producer's dispatcher sees it.
struct Subscriber
{
    SubscriptionId id;
    StageId consumer;
    const SubscriptionOptions *options = nullptr; ///< never null; valid during the call
};

/// Decides which consumer gets which event, and how many events can be placed now.
///
/// A dispatcher keeps the books that GenStage keeps, returns what GenStage returns, and tells in
/// addition what is deliverable(); Outlet goes by the latter (REF-2, REF-20, REF-21).
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §12.
class Dispatcher
{
public:
    Dispatcher() = default;
    virtual ~Dispatcher() = default;

    /// Takes a consumer in, with no demand; or says why it cannot, and then nothing has changed
    /// (REF-3, REF-8). Pre: the id is new.
    [[nodiscard]] virtual std::optional<StopReason> subscribe(const Subscriber &subscriber) = 0;

    /// Forgets a consumer; returns the demand this creates. Pre: \a id is subscribed.
    virtual EventCount cancel(SubscriptionId id, OutletEffects &effects) = 0;

    /// Adds \a count to a consumer's demand; returns the demand this creates.
    ///
    /// Pre: \a id is subscribed, count > 0.
    virtual EventCount ask(SubscriptionId id, EventCount count, OutletEffects &effects) = 0;

    /// Events wanted by consumers that are there now; dispatch() would place at least as many.
    [[nodiscard]] virtual EventCount deliverable() const = 0;

    /// Events that \a id has asked for and not been given. Pre: \a id is subscribed.
    [[nodiscard]] virtual EventCount demandOf(SubscriptionId id) const = 0;

    /// Whether \a id is subscribed.
    [[nodiscard]] virtual bool contains(SubscriptionId id) const = 0;

    /// Takes events of \a batch, oldest first; adds the messages to \a effects and returns how many
    /// were taken. What is left over is the rest of the batch, in order; of up to deliverable()
    /// events nothing is.
    ///
    /// Taken are also events that a partition queues, and those that belong to none; these leave
    /// deliverable() as it is.
    /// Throws std::runtime_error if the stage's options cannot be used on these events.
    virtual EventCount dispatch(const Batch &batch, OutletEffects &effects) = 0;

    /// Releases \a marker as soon as the events that wait in here now have left; most dispatchers
    /// keep none, and release at once.
    virtual void info(InfoMarker marker, OutletEffects &effects)
    {
        effects.released.push_back(marker);
    }

    /// Events placed and not sent yet.
    [[nodiscard]] virtual EventCount queued() const { return 0; }

protected:
    Dispatcher(const Dispatcher &) = default;
    Dispatcher &operator=(const Dispatcher &) = default;
};

} // namespace sluice
