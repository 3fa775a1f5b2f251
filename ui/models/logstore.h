// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/flow/batch.h"
#include "core/flow/eventcount.h"

#include <QString>

#include <cstdint>
#include <deque>
#include <vector>

namespace sluice::ui {

/// One row of the log.
struct LogRow
{
    enum class Kind : unsigned char {
        Sequence, ///< numbers handled together: first, first + step, … count of them
        Events,   ///< events handled together, in events
        Gap,      ///< batches that could not be kept; first is how many, count the events in them
        Note      ///< something else that happened, in text
    };

    /// The consumer of a note that belongs to none.
    static constexpr std::uint32_t noConsumer = 0xffffffff;

    Kind kind = Kind::Sequence;
    std::uint32_t consumer = 0; ///< place in the model's list of consumers
    std::int64_t timeNs = 0;    ///< steady clock
    std::int64_t waitNs = 0;
    Integer first = 0;
    Integer step = 0;
    EventCount count = 0;
    Batch events;
    QString text;

    /// The last number of a sequence.
    [[nodiscard]] Integer last() const noexcept { return numberAt(count - 1); }

    /// A number of a sequence. Pre: 0 <= index < count.
    [[nodiscard]] Integer numberAt(EventCount index) const noexcept;
};

/// The rows of the log, in chunks, so that the oldest can be dropped without moving the others.
///
/// A row has a number that it keeps, counted from 0; begin() is the number of the oldest row held.
/// Units: capacity in rows; 48 bytes a row, and for events that are no sequence the events.
class LogStore
{
public:
    static constexpr std::int64_t rowsPerChunk = 4096;
    static constexpr std::int64_t defaultCapacity = 1'000'000;

    /// Events held in batches (not as sequences) beyond which chunks are dropped as well.
    static constexpr EventCount maxLooseEvents = 8'000'000;

    explicit LogStore(std::int64_t capacity = defaultCapacity);

    [[nodiscard]] std::int64_t begin() const noexcept { return m_begin; }

    [[nodiscard]] std::int64_t end() const noexcept { return m_end; }

    [[nodiscard]] std::int64_t size() const noexcept { return m_end - m_begin; }

    void append(const LogRow &row);

    /// Pre: begin() <= number < end().
    [[nodiscard]] LogRow row(std::int64_t number) const;

    /// How many rows the oldest chunk has if it must go, 0 if it may stay.
    [[nodiscard]] std::int64_t rowsToDrop() const noexcept;

    /// Drops the oldest chunk. Pre: size() > 0.
    void dropOldestChunk();

    /// Numbers in the rows held.
    [[nodiscard]] EventCount heldEvents() const noexcept { return m_heldEvents; }

    /// Drops all rows; numbers go on.
    void clear();

private:
    struct Packed
    {
        std::int64_t timeNs;
        std::int64_t waitNs;
        Integer first; ///< Events, Note: place in the chunk's events or texts
        Integer step;
        EventCount count;
        std::uint32_t consumer;
        LogRow::Kind kind;
    };

    struct Chunk
    {
        std::vector<Packed> rows;
        std::vector<Batch> events;
        std::vector<QString> texts;
        EventCount heldEvents = 0;
        EventCount looseEvents = 0;
    };

    std::int64_t m_capacity;
    std::deque<Chunk> m_chunks; ///< all but the last are full
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
    EventCount m_heldEvents = 0;
    EventCount m_looseEvents = 0;
};

} // namespace sluice::ui
