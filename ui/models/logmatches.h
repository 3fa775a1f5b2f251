// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logstore.h"

#include <cstdint>
#include <deque>
#include <vector>

namespace sluice::ui {

/// The numbers of the rows that a filter accepts, in order, and how far the log was looked through.
///
/// The log is looked through chunk by chunk from the newest to the oldest, while rows that come are
/// added at the end and chunks that go are dropped at the beginning.
/// Threads: none inside; use one instance from one thread at a time.
/// Units: two bytes a match.
class LogMatches
{
public:
    using Offset = std::uint16_t; ///< of a row in its chunk

    /// Rows from one number to before another.
    struct Span
    {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };

    /// Forgets everything; the rows \a begin .. \a end - 1 are to be looked through.
    void reset(std::int64_t begin, std::int64_t end);

    [[nodiscard]] std::int64_t size() const noexcept { return m_before.back(); }

    /// Pre: 0 <= place < size().
    [[nodiscard]] std::int64_t numberAt(std::int64_t place) const;

    /// How many matches there are before row \a number.
    [[nodiscard]] std::int64_t placeOf(std::int64_t number) const;

    [[nodiscard]] bool contains(std::int64_t number) const;

    [[nodiscard]] bool isComplete() const noexcept { return m_chunksLeft == 0; }

    [[nodiscard]] std::int64_t chunksLeft() const noexcept { return m_chunksLeft; }

    /// Rows that were not looked at yet; they are the oldest.
    [[nodiscard]] std::int64_t rowsLeft() const noexcept;

    /// The rows of the chunk to look at next, or of the one \a ahead chunks later.
    /// The first is to be looked at before rows are appended, which may share its chunk.
    /// Pre: ahead < chunksLeft().
    [[nodiscard]] Span next(std::int64_t ahead = 0) const noexcept;

    /// Of the rows next() names those at \a offsets match.
    void addNext(std::vector<Offset> offsets);

    /// Row \a number, newer than all others, matches.
    void append(std::int64_t number);

    /// Matches in the oldest chunk of the store.
    [[nodiscard]] std::int64_t inOldestChunk() const noexcept;

    /// The oldest chunk of the store goes.
    void dropOldestChunk();

private:
    void countBefore();
    [[nodiscard]] std::size_t chunkOf(std::int64_t number) const noexcept;

    std::deque<std::vector<Offset>> m_chunks; ///< as in the store; may end before it
    std::vector<std::int64_t> m_before{0};    ///< matches before each chunk, and in all
    std::int64_t m_begin = 0;                 ///< number of the first row of the first chunk
    std::int64_t m_end = 0;                   ///< when it was reset
    std::int64_t m_chunksLeft = 0;            ///< to be looked through; they are the first ones
};

} // namespace sluice::ui
