// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/glimpse.h"
#include "core/flow/outleteffects.h"

#include <deque>
#include <optional>
#include <vector>

namespace sluice {

/// Which events stay when a full buffer gets more.
enum class BufferKeep : unsigned char {
    First, ///< the oldest: newcomers that do not fit are dropped
    Last   ///< the newest: the oldest make room
};

/// How much a stage holds back for consumers that have not asked yet.
///
/// Semantics: genstage-semantics §10; a size of 0 keeps nothing (REF-6).
struct BufferOptions
{
    static constexpr EventCount producerSize = 10'000;

    std::optional<EventCount> size = std::nullopt; ///< in events; empty: no limit
    BufferKeep keep = BufferKeep::Last;
};

/// Events that were emitted and could not be placed yet, oldest first, and the info markers among
/// them.
///
/// A marker stands behind the event that was the newest when it came. It is released when that event
/// is taken or dropped, and counts for nothing else.
///
/// Invariant (INV-17): size() <= capacity; stored - taken - discarded = size().
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §10, §11; an unlimited buffer does as any other (REF-9).
class EventBuffer
{
public:
    /// What came of storing.
    struct Stored
    {
        EventCount discarded = 0;         ///< of the new events or of the older ones
        std::vector<InfoMarker> released; ///< stood behind events that had to go (GS-041)
    };

    /// The oldest events up to a marker, and the markers behind them.
    struct Taken
    {
        Batch batch;
        std::vector<InfoMarker> released;
    };

    explicit EventBuffer(const BufferOptions &options = {}) noexcept;

    [[nodiscard]] EventCount size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

    /// Empty: no limit.
    [[nodiscard]] std::optional<EventCount> capacity() const noexcept { return m_options.size; }

    /// Appends \a batch as far as there is room.
    [[nodiscard]] Stored store(Batch batch);

    /// Puts a marker behind the newest event; returns false, and keeps nothing, if there is none.
    [[nodiscard]] bool storeInfo(InfoMarker marker);

    /// Takes up to \a count of the oldest events, no further than to the next marker.
    ///
    /// Copies events only where the result spans several stored batches.
    [[nodiscard]] Taken take(EventCount count);

    /// Up to \a each of the oldest and of the newest events, as text.
    [[nodiscard]] Glimpse glimpse(EventCount each) const
    {
        return glimpseOf(m_entries, m_size, each);
    }

private:
    struct Entry
    {
        Batch batch;
        std::vector<InfoMarker> markers; // behind the last event of it
    };

    void dropOldest(EventCount count, std::vector<InfoMarker> &released);

    BufferOptions m_options;
    std::deque<Entry> m_entries;
    EventCount m_size = 0;
};

} // namespace sluice
