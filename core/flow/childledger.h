// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/ids.h"
#include "core/flow/subscriptionoptions.h"

#include <unordered_map>

namespace sluice {

/// The books of a consumer that starts one child for each event: who has how many children, and
/// when to ask for more.
///
/// This is not the rule of DemandWindow: minDemand says how many children must have ended before
/// it asks again, and it then asks for all that have (REF-16).
///
/// Invariant (INV-28): if a producer sends no more than it was asked for, it has at most maxDemand
/// children; all asks together = maxDemand + all ends that were asked again for.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events, each of them a child.
/// Semantics: genstage-semantics §18.
class ChildLedger
{
public:
    /// Opens the books for a subscription; returns what to ask for at once.
    /// Pre: options.validate() has no error.
    [[nodiscard]] EventCount subscribe(SubscriptionId id, const SubscriptionOptions &options);

    /// Forgets a subscription; later endings of its children ask nobody (GS-210).
    void cancel(SubscriptionId id);

    /// Books \a events children; returns how many of them are beyond maxDemand. They are started
    /// all the same.
    [[nodiscard]] EventCount started(SubscriptionId id, EventCount events);

    /// Books the end of \a count children, also of such that could not be started; returns what to
    /// ask for now, 0 for nothing. A child that is restarted has not ended.
    [[nodiscard]] EventCount ended(SubscriptionId id, EventCount count);

    /// Children of a subscription that have not ended, restarting ones included.
    [[nodiscard]] EventCount children(SubscriptionId id) const;

    /// Children of a subscription that have ended and were not asked again for yet.
    [[nodiscard]] EventCount done(SubscriptionId id) const;

    [[nodiscard]] bool isEmpty() const noexcept { return m_entries.empty(); }

private:
    struct Entry
    {
        EventCount maximum = 0;
        EventCount minimum = 0;
        EventCount children = 0;
        EventCount done = 0;
    };

    std::unordered_map<SubscriptionId, Entry> m_entries;
};

} // namespace sluice
