// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"

#include <vector>

namespace sluice {

/// One message downstream: \a batch for the consumer behind \a to.
struct Delivery
{
    SubscriptionId to;
    Batch batch;
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

    /// Takes a consumer in, with no demand. Pre: \a id is new.
    virtual void subscribe(SubscriptionId id) = 0;

    /// Forgets a consumer; returns the demand this creates. Pre: \a id is subscribed.
    virtual EventCount cancel(SubscriptionId id) = 0;

    /// Adds \a count to a consumer's demand; returns the demand this creates.
    ///
    /// Pre: \a id is subscribed, count > 0.
    virtual EventCount ask(SubscriptionId id, EventCount count) = 0;

    /// Events that dispatch() would place now.
    [[nodiscard]] virtual EventCount deliverable() const = 0;

    /// Events that \a id has asked for and not been given. Pre: \a id is subscribed.
    [[nodiscard]] virtual EventCount demandOf(SubscriptionId id) const = 0;

    /// Places events of \a batch, oldest first; appends the messages to \a deliveries and returns
    /// how many were placed. What is left over is the rest of the batch, in order.
    virtual EventCount dispatch(const Batch &batch, std::vector<Delivery> &deliveries) = 0;

protected:
    Dispatcher(const Dispatcher &) = default;
    Dispatcher &operator=(const Dispatcher &) = default;
};

} // namespace sluice
