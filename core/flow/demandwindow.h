// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/eventcount.h"
#include "core/flow/subscriptionoptions.h"

namespace sluice {

/// The consumer's side of one subscription: what it has asked for and when it asks again.
///
/// Use: initialAsk() once; then for every message beginMessage(), and until the message is used
/// up nextSlice() -> hand the slice to the behaviour -> handled().
///
/// Invariant (INV-02): after each handled(), minimum() < pending() <= the largest maximum in force
/// since the last ask.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: all counts are events.
/// Semantics: genstage-semantics §6; follows the code, not the guide's prose (REF-1).
class DemandWindow
{
public:
    /// Pre: options.validate() finds nothing.
    explicit DemandWindow(const SubscriptionOptions &options) noexcept;

    [[nodiscard]] EventCount maximum() const noexcept { return m_maximum; }
    [[nodiscard]] EventCount minimum() const noexcept { return m_minimum; }

    /// Asked for and not yet handled.
    [[nodiscard]] EventCount pending() const noexcept { return m_pending; }

    /// Events received without having been asked for, since construction. Should stay 0.
    [[nodiscard]] EventCount excess() const noexcept { return m_excess; }

    /// Books the first ask and returns it: maximum().
    [[nodiscard]] EventCount initialAsk() noexcept;

    /// Opens a message: only what is pending now can be credited to it (§6 step 1).
    void beginMessage() noexcept { m_allowed = m_pending; }

    /// How many of \a remaining events the behaviour gets next: at most maximum() - minimum().
    [[nodiscard]] EventCount nextSlice(EventCount remaining) const noexcept;

    /// Books a slice the behaviour has handled; returns what to ask for now, 0 for nothing.
    [[nodiscard]] EventCount handled(EventCount slice) noexcept;

    /// Changes the limits from the next ask on; what is pending stays pending.
    ///
    /// Pre: 0 <= minimum < maximum.
    void setLimits(EventCount maximum, EventCount minimum) noexcept;

private:
    EventCount m_maximum;
    EventCount m_minimum;
    EventCount m_pending = 0;
    EventCount m_allowed = 0;
    EventCount m_excess = 0;
};

} // namespace sluice
