// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/glimpse.h"
#include "core/flow/ids.h"
#include "core/flow/outleteffects.h"
#include "core/flow/stopreason.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace sluice {

/// What a producer-consumer has received and may not handle yet: whole messages, and the ends of
/// subscriptions and the info markers behind them.
///
/// The rule of §13 with REF-10 and REF-21 mended: a message is started only while the output
/// buffer is empty and somebody downstream wants events; an end takes effect once everything
/// before it was handled and the output buffer has drained, so that nothing is lost.
///
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §13.
class InboundQueue
{
public:
    struct Entry
    {
        SubscriptionId from;
        Batch batch;                     ///< empty for an end and an info
        std::optional<StopReason> ended; ///< set for an end
        std::optional<InfoMarker> info;  ///< set for an info
        bool stops = false;              ///< an end that takes the stage with it
        std::int64_t sentNs = 0;         ///< when the batch was sent; carried along, not used here
    };

    void pushEvents(SubscriptionId from, Batch batch, std::int64_t sentNs = 0);

    /// What the end of a subscription does to the stage.
    enum class End : unsigned char { Keeps, Stops };

    void pushEnd(SubscriptionId from, StopReason reason, End end = End::Keeps);

    /// Keeps the place of an info message (§11).
    void pushInfo(InfoMarker marker);

    /// Takes the next entry that may be acted on, given the live demand from below, the level of the
    /// output buffer and what a dispatcher has queued beyond it, which only an end that stops the
    /// stage has to wait for; nothing if there is none.
    [[nodiscard]] std::optional<Entry> next(EventCount wanted, EventCount buffered,
                                            EventCount queued = 0);

    /// Events that wait here.
    [[nodiscard]] EventCount queuedEvents() const noexcept { return m_events; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_entries.empty(); }

    /// Up to \a each of the oldest and of the newest events, as text.
    [[nodiscard]] Glimpse glimpse(EventCount each) const
    {
        return glimpseOf(m_entries, m_events, each);
    }

    /// Drops everything; calls \a visit with the subscription and size of each message of events.
    template<class Visit>
    void clear(Visit visit)
    {
        for (const Entry &entry : m_entries) {
            if (!entry.batch.isEmpty())
                visit(entry.from, entry.batch.size());
        }
        m_entries.clear();
        m_events = 0;
    }

private:
    std::deque<Entry> m_entries;
    EventCount m_events = 0;
};

} // namespace sluice
