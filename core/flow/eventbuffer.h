// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"

#include <deque>
#include <optional>

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

/// Events that were emitted and could not be placed yet, oldest first.
///
/// Invariant (INV-17): size() <= capacity; stored - taken - discarded = size().
/// Threads: none inside; use one instance from one thread at a time.
/// Units: events.
/// Semantics: genstage-semantics §10.
class EventBuffer
{
public:
    explicit EventBuffer(const BufferOptions &options = {}) noexcept;

    [[nodiscard]] EventCount size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }

    /// Empty: no limit.
    [[nodiscard]] std::optional<EventCount> capacity() const noexcept { return m_options.size; }

    /// Appends \a batch; returns how many events had to be discarded, of it or of the older ones.
    [[nodiscard]] EventCount store(Batch batch);

    /// Takes up to \a count of the oldest events as one batch.
    ///
    /// Copies events only where the result spans several stored batches.
    [[nodiscard]] Batch take(EventCount count);

private:
    void dropOldest(EventCount count);

    BufferOptions m_options;
    std::deque<Batch> m_batches;
    EventCount m_size = 0;
};

} // namespace sluice
