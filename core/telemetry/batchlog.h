// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"
#include "core/flow/ids.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sluice {

/// One row of a consumer's log: events it handled together, in order.
///
/// Integers that form an arithmetic sequence are kept as first, step and count; other events are
/// kept as a shared batch.
struct LogEntry
{
    std::int64_t handledNs = 0; ///< steady clock, when the last event was handled
    std::int64_t waitNs = 0;    ///< from the producer sending the message to this moment
    SubscriptionId from;
    EventCount count = 0;
    bool isSequence = false; ///< first, step hold; events is empty
    Integer first = 0;
    Integer step = 0;
    Batch events;

    std::int64_t missedBatches = 0; ///< rows that could not be kept just before this one
    EventCount missedEvents = 0;    ///< events in them

    /// The event at \a index as text. Pre: 0 <= index < count.
    [[nodiscard]] std::string textAt(EventCount index) const;

    /// For a sequence: the value at \a index.
    [[nodiscard]] Integer valueAt(EventCount index) const noexcept
    {
        // Unsigned, because a sequence may run past the largest integer as its events did.
        using Number = unsigned long long;
        return static_cast<Integer>(static_cast<Number>(first)
                                    + static_cast<Number>(step) * static_cast<Number>(index));
    }

    /// For a sequence: the last value.
    [[nodiscard]] Integer last() const noexcept { return valueAt(count - 1); }
};

/// A ring from one consumer's thread to one reader. The stage never waits: what does not fit is
/// counted, and the next row that fits says how much is missing before it.
///
/// Threads: write() on the stage's thread, take() on one reader's thread, missed totals on any.
class BatchLog
{
public:
    /// \a capacity in rows; rounded up to a power of two.
    explicit BatchLog(std::size_t capacity);

    /// Writes \a events as one row.
    void write(const Batch &events, SubscriptionId from, std::int64_t handledNs,
               std::int64_t waitNs);

    /// Moves the oldest rows to \a rows, at most \a most of them; returns how many.
    std::size_t take(std::vector<LogEntry> &rows, std::size_t most);

    /// Rows offered and events in them, kept or not.
    [[nodiscard]] std::int64_t seenBatches() const noexcept { return m_seenBatches.load(); }
    [[nodiscard]] EventCount seenEvents() const noexcept { return m_seenEvents.load(); }

    /// Rows and events that could not be kept; what no row has reported yet is included.
    [[nodiscard]] std::int64_t missedBatches() const noexcept { return m_missedBatches.load(); }
    [[nodiscard]] EventCount missedEvents() const noexcept { return m_missedEvents.load(); }

private:
    std::vector<LogEntry> m_slots;
    std::size_t m_mask;

    // Written by the stage's thread.
    alignas(64) std::atomic<std::size_t> m_written = 0;
    std::int64_t m_unreportedBatches = 0;
    EventCount m_unreportedEvents = 0;
    std::atomic<std::int64_t> m_seenBatches = 0;
    std::atomic<EventCount> m_seenEvents = 0;
    std::atomic<std::int64_t> m_missedBatches = 0;
    std::atomic<EventCount> m_missedEvents = 0;

    // Written by the reader's thread.
    alignas(64) std::atomic<std::size_t> m_taken = 0;
};

} // namespace sluice
