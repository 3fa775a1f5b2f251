// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logstore.h"

#include <algorithm>
#include <cassert>

namespace sluice::ui {

Integer LogRow::numberAt(EventCount index) const noexcept
{
    // Unsigned: a run may go around the end of the integers, and wrapping is defined there.
    using Wrapping = unsigned long long;
    return static_cast<Integer>(static_cast<Wrapping>(first)
                                + static_cast<Wrapping>(step) * static_cast<Wrapping>(index));
}

LogStore::LogStore(std::int64_t capacity)
    : m_capacity(std::max(capacity, rowsPerChunk))
{
}

void LogStore::append(const LogRow &row)
{
    if (m_chunks.empty() || std::ssize(m_chunks.back().rows) == rowsPerChunk) {
        m_chunks.emplace_back();
        m_chunks.back().rows.reserve(rowsPerChunk);
    }
    Chunk &chunk = m_chunks.back();
    Packed packed{row.timeNs, row.waitNs, row.first, row.step, row.count, row.consumer, row.kind};
    if (row.kind == LogRow::Kind::Events) {
        packed.first = std::ssize(chunk.events);
        chunk.events.push_back(row.events);
        chunk.looseEvents += row.count;
        m_looseEvents += row.count;
    } else if (row.kind == LogRow::Kind::Note) {
        packed.first = std::ssize(chunk.texts);
        chunk.texts.push_back(row.text);
    }
    if (row.kind == LogRow::Kind::Sequence || row.kind == LogRow::Kind::Events) {
        chunk.heldEvents += row.count;
        m_heldEvents += row.count;
    }
    chunk.rows.push_back(packed);
    ++m_end;
}

LogRow LogStore::row(std::int64_t number) const
{
    assert(number >= m_begin && number < m_end);
    const auto place = static_cast<std::size_t>(number - m_begin);
    const Chunk &chunk = m_chunks[place / rowsPerChunk];
    const Packed &packed = chunk.rows[place % rowsPerChunk];
    LogRow row;
    row.kind = packed.kind;
    row.consumer = packed.consumer;
    row.timeNs = packed.timeNs;
    row.waitNs = packed.waitNs;
    row.first = packed.first;
    row.step = packed.step;
    row.count = packed.count;
    if (packed.kind == LogRow::Kind::Events)
        row.events = chunk.events[static_cast<std::size_t>(packed.first)];
    else if (packed.kind == LogRow::Kind::Note)
        row.text = chunk.texts[static_cast<std::size_t>(packed.first)];
    return row;
}

std::int64_t LogStore::rowsToDrop() const noexcept
{
    // The newest chunk stays whatever it holds.
    if (m_chunks.size() < 2 || (size() <= m_capacity && m_looseEvents <= maxLooseEvents))
        return 0;
    return rowsPerChunk;
}

void LogStore::dropOldestChunk()
{
    assert(!m_chunks.empty());
    const Chunk &oldest = m_chunks.front();
    m_begin += std::ssize(oldest.rows);
    m_heldEvents -= oldest.heldEvents;
    m_looseEvents -= oldest.looseEvents;
    m_chunks.pop_front();
}

void LogStore::clear()
{
    m_chunks.clear();
    m_begin = m_end;
    m_heldEvents = 0;
    m_looseEvents = 0;
}

} // namespace sluice::ui
