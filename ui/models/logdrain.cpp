// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logdrain.h"

#include <queue>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <limits>
#include <utility>

namespace sluice::ui {

void LogDrain::setSource(Source source)
{
    *this = LogDrain();
    m_source = std::move(source);
}

void LogDrain::reset()
{
    std::vector<LogConsumer> before = std::exchange(m_consumers, {});
    m_places.clear();
    for (Ring &ring : m_rings) {
        while (ring.log->take(ring.entries, 4096) > 0)
            ring.entries.clear();
        ring.countedEvents = ring.reportedEvents = ring.log->missedEvents();
        ring.reportedBatches = ring.log->missedBatches();
        LogConsumer consumer = std::move(before[ring.consumer]);
        consumer.taken = consumer.notKept = 0;
        ring.consumer = placeOf(consumer.id);
        if (ring.consumer == m_consumers.size())
            append(std::move(consumer));
    }
    m_notes.clear();
    m_rows.clear();
    m_hasMore = false;
}

void LogDrain::addConsumer(StageId id, const QString &name, int thread, std::uint64_t osThread)
{
    const std::uint32_t place = placeOf(id);
    if (place == m_consumers.size())
        append({id, {}, 0, 0, 0, 0});
    LogConsumer &consumer = m_consumers[place];
    consumer.name = name;
    consumer.thread = thread;
    consumer.osThread = osThread;

    std::shared_ptr<BatchLog> log = m_source ? m_source(id) : nullptr;
    if (!log || !m_logs.insert(log.get()).second)
        return;
    Ring ring;
    ring.consumer = place;
    ring.log = std::move(log);
    m_rings.push_back(std::move(ring));
}

void LogDrain::addFarewell(StageId consumer, const QString &name, const QString &text,
                           std::int64_t timeNs)
{
    // It may have come and gone between two looks.
    const bool isKnown = placeOf(consumer) < m_consumers.size();
    if (!isKnown && m_source && m_source(consumer))
        addConsumer(consumer, name, 0, 0);
    m_notes.push_back({text, timeNs, consumer});
}

void LogDrain::addNote(const QString &text, std::int64_t timeNs)
{
    m_notes.push_back({text, timeNs, {}});
}

const std::vector<LogRow> &LogDrain::take(std::size_t most)
{
    m_rows.clear();
    fill(most);
    merge();
    for (Ring &ring : m_rings) {
        ring.entries.clear();
        ring.merged = 0;
        if (ring.isOrphan && !ring.mayHaveMore)
            appendLastGap(ring);
    }
    std::erase_if(m_rings, [this](const Ring &ring) {
        const bool isDone = ring.isOrphan && !ring.mayHaveMore;
        if (isDone)
            m_logs.erase(ring.log.get());
        return isDone;
    });
    return m_rows;
}

/// Takes entries out of the rings: an equal share each, then what is left to those that have more.
void LogDrain::fill(std::size_t most)
{
    for (Ring &ring : m_rings) {
        ring.isOrphan = ring.log.use_count() == 1;
        // What its last owner wrote before it let go must be visible to take().
        std::atomic_thread_fence(std::memory_order_acquire);
        ring.mayHaveMore = true;
    }
    for (int pass = 0; pass < 2; ++pass) {
        const auto hungry =
            static_cast<std::size_t>(std::ranges::count(m_rings, true, &Ring::mayHaveMore));
        if (hungry == 0)
            break;
        const std::size_t share = std::max<std::size_t>(1, most / hungry);
        for (Ring &ring : m_rings) {
            if (!ring.mayHaveMore)
                continue;
            const std::size_t asked = std::min(share, most);
            const std::size_t got = ring.log->take(ring.entries, asked);
            ring.mayHaveMore = got == asked;
            most -= got;
        }
    }
    m_hasMore = std::ranges::find(m_rings, true, &Ring::mayHaveMore) != m_rings.end();
    for (Ring &ring : m_rings) {
        const EventCount missed = ring.log->missedEvents();
        m_consumers[ring.consumer].notKept += missed - std::exchange(ring.countedEvents, missed);
    }
}

void LogDrain::merge()
{
    struct Head
    {
        std::int64_t timeNs;
        std::size_t ring;

        // Smallest time on top of the heap, then the consumer that came first.
        bool operator<(const Head &other) const
        {
            return std::pair(timeNs, ring) > std::pair(other.timeNs, other.ring);
        }
    };

    std::priority_queue<Head> heads;
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
        if (!m_rings[i].isMerged())
            heads.push({m_rings[i].nextNs(), i});
    }
    while (!heads.empty()) {
        const std::size_t index = heads.top().ring;
        Ring &ring = m_rings[index];
        heads.pop();
        const std::int64_t untilNs =
            heads.empty() ? std::numeric_limits<std::int64_t>::max() : heads.top().timeNs;
        do {
            appendNotes(ring.nextNs());
            appendNext(ring);
        } while (!ring.isMerged() && ring.nextNs() <= untilNs);
        if (!ring.isMerged())
            heads.push({ring.nextNs(), index});
    }
    if (!m_hasMore)
        appendNotes(std::numeric_limits<std::int64_t>::max());
}

void LogDrain::appendNext(Ring &ring)
{
    LogEntry &entry = ring.entries[ring.merged++];
    ring.lastNs = entry.handledNs;
    if (entry.missedBatches > 0)
        appendGap(ring, entry.missedBatches, entry.missedEvents, entry.handledNs);
    LogRow &row = m_rows.emplace_back();
    row.kind = entry.isSequence ? LogRow::Kind::Sequence : LogRow::Kind::Events;
    row.consumer = ring.consumer;
    row.timeNs = entry.handledNs;
    row.waitNs = entry.waitNs;
    row.first = entry.first;
    row.step = entry.step;
    row.count = entry.count;
    row.events = std::move(entry.events);
    m_consumers[ring.consumer].taken += entry.count;
}

void LogDrain::appendGap(Ring &ring, std::int64_t batches, EventCount events, std::int64_t timeNs)
{
    ring.reportedBatches += batches;
    ring.reportedEvents += events;
    LogRow &row = m_rows.emplace_back();
    row.kind = LogRow::Kind::Gap;
    row.consumer = ring.consumer;
    row.timeNs = timeNs;
    row.first = batches;
    row.count = events;
}

/// What was not kept after the last row has no row to report it.
void LogDrain::appendLastGap(Ring &ring)
{
    const std::int64_t batches = ring.log->missedBatches() - ring.reportedBatches;
    if (batches > 0)
        appendGap(ring, batches, ring.log->missedEvents() - ring.reportedEvents, ring.lastNs);
}

/// Appends the notes up to \a untilNs whose consumer has no more rows.
void LogDrain::appendNotes(std::int64_t untilNs)
{
    for (auto note = m_notes.begin(); note != m_notes.end();) {
        if (note->timeNs > untilNs || (note->after.isValid() && !isRead(note->after))) {
            ++note;
        } else {
            appendNote(*note);
            note = m_notes.erase(note);
        }
    }
}

void LogDrain::appendNote(const Note &note)
{
    const std::uint32_t consumer = placeOf(note.after);
    for (Ring &ring : m_rings) {
        if (ring.consumer == consumer)
            appendLastGap(ring);
    }
    LogRow &row = m_rows.emplace_back();
    row.kind = LogRow::Kind::Note;
    row.consumer = note.after.isValid() ? consumer : LogRow::noConsumer;
    row.timeNs = note.timeNs;
    row.text = note.text;
}

/// The place of \a consumer in the list, or the end of the list.
std::uint32_t LogDrain::placeOf(StageId consumer) const
{
    const auto found = m_places.find(consumer);
    return found == m_places.end() ? static_cast<std::uint32_t>(m_consumers.size()) : found->second;
}

void LogDrain::append(LogConsumer consumer)
{
    m_places.emplace(consumer.id, static_cast<std::uint32_t>(m_consumers.size()));
    m_consumers.push_back(std::move(consumer));
}

bool LogDrain::isRead(StageId consumer) const
{
    return std::ranges::all_of(m_rings, [this, consumer](const Ring &ring) {
        return m_consumers[ring.consumer].id != consumer || (ring.isMerged() && !ring.mayHaveMore);
    });
}

} // namespace sluice::ui
