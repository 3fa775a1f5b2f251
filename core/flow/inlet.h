// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/demandwindow.h"
#include "core/flow/flatmap.h"
#include "core/flow/ids.h"
#include "core/flow/subscriptionoptions.h"

#include <optional>

namespace sluice {

/// The side of a stage that creates demand: one DemandWindow for each subscription, never summed.
///
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §1, §6, §14.
class Inlet
{
public:
    /// Opens a subscription; returns the first ask. Pre: \a id is new, options are valid.
    [[nodiscard]] EventCount subscribe(SubscriptionId id, const SubscriptionOptions &options);

    /// Opens a subscription whose demand is asked for by hand (§7); it has no window.
    void subscribeManually(SubscriptionId id, const SubscriptionOptions &options);

    /// The window of a live subscription with automatic demand; nullptr if there is none (any more).
    [[nodiscard]] DemandWindow *find(SubscriptionId id);

    /// Forgets a subscription; returns what it does to the consumer, nothing if it was unknown.
    std::optional<CancelMode> end(SubscriptionId id);

    [[nodiscard]] bool isEmpty() const noexcept { return m_subscriptions.empty(); }

private:
    struct Subscription
    {
        std::optional<DemandWindow> window; // none: manual
        CancelMode cancel;
    };

    FlatMap<Subscription> m_subscriptions;
};

} // namespace sluice
